"""What is published with a site for other systems: all kinds together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest

from site_builder.exchange.data.publication import NAMES, Publication, View
from site_builder.exchange.data.publications import PUBLICATIONS
from site_builder.exchange.data.published import outline_of, published
from site_builder.exchange.format import WriteWish
from site_builder.exchange.framework import Framework
from site_builder.outline import Outline
from site_builder.site.render import plans
from site_builder.site.tree import Tree, tongues
from tests.exchange.demonstration import SITE, demonstration, framework
from tests.manual import coded, manual, rows, sections
from tests.site.continua import area, competency

ADDRESS = re.compile(r"https?://[^\s\"'<>)\\]+")
# Vocabularies are called by addresses that nobody has to follow.
VOCABULARIES = ("https://www.w3.org/ns/", "https://purl.imsglobal.org/spec/", "https://credreg.net/ctdlasn/")


def files(it: Framework, publication: Publication) -> dict[str, bytes]:
    return dict(published(publication, it, WriteWish(site_url=SITE)).files)


def named(publication: Publication, outline: Outline) -> list[str]:
    """The files of a publication, as they are named before any of them is made."""
    view = View(outline, SITE)
    own = [file for card in outline.competencies.values() for file in publication.files_of(card, view)]
    return own + list(publication.whole_files(view))


def test_names_are_unique() -> None:
    names = [it.name for it in PUBLICATIONS]
    assert sorted(names) == sorted(set(names))
    assert tuple(names) == NAMES


@pytest.mark.parametrize("publication", PUBLICATIONS, ids=lambda it: it.name)
class TestEach:
    """What holds for every publication."""

    def test_it_makes_the_files_that_it_names(self, publication: Publication) -> None:
        it = demonstration()
        assert sorted(named(publication, outline_of(it))) == sorted(files(it, publication))

    def test_it_makes_the_same_bytes_again(self, publication: Publication) -> None:
        it = demonstration()
        again = replace(it, competencies=it.competencies[::-1], exemplars=it.exemplars[::-1])
        assert files(it, publication) == files(again, publication)

    def test_it_names_no_other_host_than_the_school_does(self, publication: Publication) -> None:
        it = demonstration()
        own = repr(it)
        for file, data in files(it, publication).items():
            found = {one for one in ADDRESS.findall(data.decode()) if one not in own}
            assert [one for one in found if not one.startswith((SITE, *VOCABULARIES))] == [], file

    def test_it_says_nothing_of_a_student(self, publication: Publication) -> None:
        it = demonstration()
        private = {one.consent_record for one in it.exemplars} | {one.writer for one in it.exemplars} - {""}
        assert len(private) > 10
        for file, data in files(it, publication).items():
            text = data.decode()
            assert [one for one in private if one in text] == [], file


def everything(outline: Outline) -> list[str]:
    """All files of publications and all pages."""
    pages = [plan.file for it in tongues(outline) for plan in plans(Tree(it.code, it.folder, outline), "")]
    return [file for it in PUBLICATIONS for file in named(it, outline)] + pages


SCHOOLS: dict[str, Callable[[], Framework]] = {
    "demonstration": demonstration,
    "areas called like folders": lambda: framework(
        [competency(slug="v1", area="api"), competency("I", slug="case", area="ims")], [area("api"), area("ims")]
    ),
    "odd ids": lambda: framework([competency("LIT.index", slug="index"), competency("CON"), competency("a..b")]),
}


@pytest.mark.parametrize("school", SCHOOLS.values(), ids=SCHOOLS)
def test_no_file_takes_the_place_of_another_or_of_a_page(school: Callable[[], Framework]) -> None:
    found = everything(outline_of(school()))
    twice = [file for file, count in Counter(file.casefold() for file in found).items() if count > 1]
    assert twice == []
    folders = {parent.casefold() for file in found for parent in _folders(file)}
    assert [file for file in found if file.casefold() in folders] == []


def _folders(file: str) -> list[str]:
    parts = file.split("/")
    return ["/".join(parts[:end]) for end in range(1, len(parts))]


def test_the_manual_lists_every_publication_and_no_other() -> None:
    said = sections(manual("reference/data.md"), "##+")["What is published"]
    assert [coded(row[0])[0] for row in rows(said)] == sorted(it.name for it in PUBLICATIONS)
