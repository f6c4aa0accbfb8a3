"""What pages say for search engines, as data in the words of schema.org."""

from __future__ import annotations

import json
from typing import Any

import pytest

from site_builder.exchange.data.publications import PUBLICATIONS
from site_builder.identifiers import competency_identifier, framework_identifier
from site_builder.model import Competency, Exemplar, Standard
from site_builder.site.structured import of_exemplar
from tests.project import Project
from tests.safe_html import Reader
from tests.site.continua import area, competency, desk_with, exemplar, poured, small_outline

SITE = "https://school.example/continuum/"
FRAMEWORK = "3f1c2a64-5d0e-4b8b-9a55-0c1d2e3f4a5b"
ALL = tuple(it.name for it in PUBLICATIONS)
KIND = "application/ld+json"


def said_by(kind: str, it: Competency | None = None, work: Exemplar | None = None, **changes: Any) -> str:
    desk = {"site_url": SITE, "published": ALL, **changes.pop("desk", {})}
    changes.setdefault("identifier", FRAMEWORK)
    return poured(kind, [it or competency()], [work or exemplar()], desk=desk, **changes).data


def data(html: str) -> dict[str, Any]:
    """What the one element of data on a page says."""
    reader = Reader(html)
    assert [it["type"] for tag, it in reader.elements if tag == "script"] == [KIND]
    [text] = [text for tag, text in reader.texts if tag == "script"]
    found: dict[str, Any] = json.loads(text)
    assert found["@context"] == "https://schema.org"
    return found


class TestCompetency:
    """A page about a term."""

    def test_it_is_about_a_term_of_the_continuum(self) -> None:
        it = data(said_by("competency"))
        assert (it["@type"], it["url"]) == ("WebPage", f"{SITE}literacy/lit-arg/")
        about = it["about"]
        assert about["@id"] == f"urn:uuid:{competency_identifier(FRAMEWORK, competency())}"
        assert (about["@type"], about["name"], about["termCode"]) == ("DefinedTerm", "Argue from evidence", "LIT.ARG")
        assert about["inDefinedTermSet"]["@id"] == f"urn:uuid:{FRAMEWORK}"

    def test_standards_with_an_address_are_aligned_and_only_a_few(self) -> None:
        standards = tuple(Standard(f"W.{it}", "Core", f"https://standards.example/{it}") for it in range(9))
        it = data(said_by("competency", competency(standards=(Standard("X", "Core"), *standards))))
        assert [one["targetName"] for one in it["educationalAlignment"]] == ["W.0", "W.1", "W.2", "W.3"]
        assert it["educationalAlignment"][0]["targetUrl"] == "https://standards.example/0"

    def test_without_standards_it_aligns_with_nothing(self) -> None:
        assert "educationalAlignment" not in data(said_by("competency"))


class TestExemplar:
    """A piece of work to learn from."""

    def test_it_is_a_resource_at_a_level_of_a_competency(self) -> None:
        it = data(said_by("exemplar", work=exemplar(summary="A letter.", licence="CC BY 4.0")))
        assert (it["@type"], it["url"]) == ("LearningResource", f"{SITE}exemplars/literacy/lunch/")
        assert (it["name"], it["educationalLevel"]) == ("Should lunch be longer?", "Proficient")
        assert (it["description"], it["copyrightNotice"]) == ("A letter.", "CC BY 4.0")
        assert it["about"]["termCode"] == "LIT.ARG"

    def test_it_says_neither_who_made_it_nor_where_permission_is_kept(self) -> None:
        work = exemplar(writer="Amira", consent_record="2026-014")
        whole = small_outline(exemplars=[work], identifier=FRAMEWORK)
        desk = desk_with(whole, site_url=SITE)
        card = whole.exemplars[work.id]
        text = of_exemplar(work, card, whole.competencies["LIT.ARG"], "Proficient", desk)
        assert "Amira" not in text
        assert "2026-014" not in text

    def test_work_in_another_language_says_so(self) -> None:
        assert data(said_by("exemplar", work=exemplar(language="es")))["inLanguage"] == "es"
        assert data(said_by("exemplar"))["inLanguage"] == "en"


class TestHome:
    """The continuum as a set of terms and as data."""

    def test_it_leads_to_the_data(self) -> None:
        it = data(said_by("home"))
        assert it["@type"] == ["DefinedTermSet", "Dataset"]
        assert {one["contentUrl"].removeprefix(SITE): one["encodingFormat"] for one in it["distribution"]} == {
            "api/v1/index.json": "application/json",
            "api/v1/competencies.json": "application/json",
            "api/v1/descriptors.csv": "text/csv",
            "api/v1/ctdl-asn.json": "application/ld+json",
            f"ims/case/v1p1/CFPackages/{FRAMEWORK}": "application/json",
        }

    def test_it_leads_to_no_data_that_is_not_published(self) -> None:
        assert "distribution" not in data(said_by("home", desk={"published": ()}))
        [only] = data(said_by("home", desk={"published": ("ctdl-asn",)}))["distribution"]
        assert only["contentUrl"] == f"{SITE}api/v1/ctdl-asn.json"

    def test_its_uuid_is_that_of_the_framework(self) -> None:
        assert data(said_by("home"))["@id"] == f"urn:uuid:{FRAMEWORK}"

    def test_a_version_is_said_where_there_is_one(self) -> None:
        assert data(said_by("home", version="2026-27"))["version"] == "2026-27"
        assert "version" not in data(said_by("home"))


KINDS = ("home", "competency", "exemplar")
BREAKING = [
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "]]>",
    "\u2028\u2029",
    '"},{"@type":"Person"',
    "\\u003c/script>",
    "&lt;/script&gt;",
]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("text", BREAKING)
def test_no_text_can_end_the_element_or_say_something_else(kind: str, text: str) -> None:
    it = competency(
        title=text, statement=text, standards=(Standard(text, text, "https://standards.example/</script>"),)
    )
    html = said_by(kind, it, exemplar(title=text, summary=text, licence=text), title=text, description=text)
    said = data(html)
    assert said["@type"] != "Person"
    element = html.removeprefix(f'<script type="{KIND}">').removesuffix("</script>")
    assert not set(element) & set("<>&\u2028\u2029")


@pytest.mark.parametrize("kind", KINDS)
def test_it_weighs_little_however_much_a_school_writes(kind: str) -> None:
    long = "A very long text indeed. " * 400
    standards = tuple(Standard(f"W.{it}", "Core", f"https://standards.example/{it}") for it in range(50))
    it = competency(title=long, statement=long, standards=standards)
    html = said_by(kind, it, exemplar(title=long, summary=long, licence=long), title=long, description=long)
    assert len(json.dumps(data(html)).encode()) < 1500


@pytest.mark.parametrize("kind", KINDS)
def test_a_site_without_an_address_says_nothing(kind: str) -> None:
    assert said_by(kind, desk={"site_url": ""}) == ""


def test_texts_are_plain_words_on_one_line() -> None:
    it = data(said_by("competency", competency(title="Argue *well*", statement="One\n\n[two](LIT.ARG)")))
    assert (it["about"]["name"], it["about"]["description"]) == ("Argue well", "One two")


def test_addresses_are_escaped() -> None:
    it = competency(slug="ölmalerei", area="kunst")
    work = exemplar(area="kunst")
    html = said_by("competency", it, work, areas=[area("kunst")])
    assert data(html)["url"] == f"{SITE}kunst/%C3%B6lmalerei/"


def test_every_built_page_of_these_kinds_says_it_once(built: Project) -> None:
    pages = {file: html.decode() for file, html in built.tree().items() if file.endswith("/index.html")}
    assert pages
    for file, html in pages.items():
        count = html.count(KIND)
        kinds = [kind for kind in KINDS if f'data-kind="{kind}"' in html]
        assert count == len(kinds), file


def test_the_framework_is_the_same_in_all_of_them() -> None:
    whole = small_outline(identifier=FRAMEWORK)
    assert framework_identifier(whole.settings) == FRAMEWORK
    assert data(said_by("home"))["@id"] == data(said_by("competency"))["about"]["inDefinedTermSet"]["@id"]
