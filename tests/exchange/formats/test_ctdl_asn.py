"""The framework as CTDL-ASN."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from hypothesis import HealthCheck, given, settings

from site_builder.exchange.data.ctdl import CONTEXT
from site_builder.exchange.fields import FIELDS
from site_builder.exchange.format import WriteWish
from site_builder.exchange.formats.ctdl_asn import FORMAT, write
from site_builder.exchange.framework import Framework
from site_builder.identifiers import competency_identifier
from site_builder.model import School, Skill, Standard
from tests.exchange.demonstration import FRAMEWORK, SITE, demonstration, framework
from tests.exchange.frameworks import frameworks
from tests.manual import coded, manual, rows, sections
from tests.site.continua import area, competency

FILE = "api/v1/ctdl-asn.json"
CTID = re.compile(r"ce-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
# Every term that is used, and what it holds: a text, texts in languages, an address, several of them, codes.
TERMS = {
    "@id": "address",
    "@type": "text",
    "ceterms:ctid": "text",
    "ceasn:name": "words",
    "ceasn:description": "words",
    "ceasn:inLanguage": "codes",
    "ceasn:publisherName": "words",
    "ceasn:source": "addresses",
    "ceasn:hasTopChild": "addresses",
    "ceasn:competencyText": "words",
    "ceasn:competencyLabel": "words",
    "ceasn:competencyCategory": "words",
    "ceasn:codedNotation": "text",
    "ceasn:listID": "text",
    "ceasn:isPartOf": "address",
    "ceasn:isChildOf": "addresses",
    "ceasn:hasChild": "addresses",
    "ceasn:isTopChildOf": "address",
    "ceasn:comment": "many words",
    "ceasn:prerequisiteAlignment": "addresses",
    "ceasn:alignTo": "addresses",
}
NEEDED = {
    "ceasn:CompetencyFramework": {"ceterms:ctid", "ceasn:name", "ceasn:description", "ceasn:inLanguage"},
    "ceasn:Competency": {"ceterms:ctid", "ceasn:competencyText", "ceasn:isPartOf"},
}


def graph(it: Framework, site_url: str = SITE) -> list[dict[str, Any]]:
    said = json.loads(write(it, WriteWish(site_url=site_url)).files[FILE])
    assert said["@context"] == CONTEXT
    found: list[dict[str, Any]] = said["@graph"]
    return found


def by_code(it: Framework, site_url: str = SITE) -> dict[str, dict[str, Any]]:
    return {node["ceasn:codedNotation"]: node for node in graph(it, site_url)[1:]}


def fits(kind: str, value: Any) -> bool:
    """Whether a term holds what it should."""
    if kind in ("text", "address"):
        return isinstance(value, str) and bool(value)
    if kind in ("words", "many words"):
        wanted = list if kind == "many words" else str
        return isinstance(value, dict) and all(isinstance(it, wanted) and it for it in value.values())
    return isinstance(value, list) and bool(value) and all(isinstance(it, str) and it for it in value)


def faults(nodes: list[dict[str, Any]]) -> Iterator[str]:
    """What a registry's own check would say, and what readers of either end of a relation would miss."""
    known = {node["@id"]: node for node in nodes}
    if len(known) != len(nodes):
        yield "two nodes have one address"
    for node in nodes:
        yield from (f"{term} is missing" for term in NEEDED[node["@type"]] if not node.get(term))
        yield from (f"{term} is no term" for term in node if term not in TERMS)
        yield from (f"{term} holds {it!r}" for term, it in node.items() if term in TERMS and not fits(TERMS[term], it))
        if not CTID.fullmatch(node["ceterms:ctid"]):
            yield f"{node['ceterms:ctid']} is no ctid"
    yield from _one_sided(nodes, known)


def _one_sided(nodes: list[dict[str, Any]], known: dict[str, dict[str, Any]]) -> Iterator[str]:
    for node in nodes:
        for child in node.get("ceasn:hasChild", []):
            if known.get(child, {}).get("ceasn:isChildOf") != [node["@id"]]:
                yield f"{child} does not know its parent"
        for parent in node.get("ceasn:isChildOf", []):
            if node["@id"] not in known.get(parent, {}).get("ceasn:hasChild", []):
                yield f"{parent} does not know its child"
        for child in node.get("ceasn:hasTopChild", []):
            if known.get(child, {}).get("ceasn:isTopChildOf") != node["@id"]:
                yield f"{child} does not know that it is a top child"


class TestRules:
    """What the converter's own checks ask for, and more."""

    def test_the_demonstration_keeps_them(self) -> None:
        it = demonstration()
        nodes = graph(it)
        assert list(faults(nodes)) == []
        categories = Counter(node["ceasn:competencyCategory"]["en"] for node in nodes[1:])
        assert categories == {
            "Area": len(it.areas),
            "Competency": len(it.competencies),
            "Skill": len([id for id, (owner, _) in it.skills.items() if id != owner.id]),
        }

    @settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=40)
    @given(frameworks())
    def test_whatever_a_school_has_written_keeps_them(self, it: Framework) -> None:
        assert list(faults(graph(it))) == []
        assert list(faults(graph(it, ""))) == []

    def test_faults_would_be_found(self) -> None:
        whole, top, owner, skill = graph(framework())
        assert list(faults([whole, top, owner])) == [f"{skill['@id']} does not know its parent"]
        assert "ceasn:name is missing" in faults([{**whole, "ceasn:name": None}])
        assert "ceasn:skill is no term" in faults([whole, top, owner, skill | {"ceasn:skill": "made up"}])


class TestNodes:
    """What single nodes say."""

    def test_a_framework_in_another_language_speaks_it(self) -> None:
        it = framework(languages=("nl", "en"), title="Leerlijnen")
        assert graph(it)[0]["ceasn:name"] == {"nl": "Leerlijnen"}
        assert graph(it)[0]["ceasn:inLanguage"] == ["nl"]

    def test_the_publisher_is_named_and_no_address_in_a_registry_is_made_up(self) -> None:
        node = graph(framework(school=School("Riverbend School")))[0]
        assert node["ceasn:publisherName"] == {"en": "Riverbend School"}
        assert "ceasn:publisher" not in node

    def test_a_competency_is_its_statement_and_is_called_by_its_title_and_id(self) -> None:
        node = by_code(framework())["LIT.ARG"]
        assert node["ceasn:competencyText"] == {"en": "I can build a claim that others can test."}
        assert node["ceasn:competencyLabel"] == {"en": "Argue from evidence"}
        assert node["ceterms:ctid"] == f"ce-{competency_identifier(FRAMEWORK, competency())}"

    def test_a_skill_is_its_statement_where_it_has_one(self) -> None:
        skills = (Skill("LIT.ARG.1", "Claim", {}), Skill("LIT.ARG.2", "Voice", {}, statement="I suit my words."))
        nodes = by_code(framework([competency(skills=skills)]))
        assert nodes["LIT.ARG.1"]["ceasn:competencyText"] == {"en": "Claim"}
        assert "ceasn:competencyLabel" not in nodes["LIT.ARG.1"]
        assert nodes["LIT.ARG.2"]["ceasn:competencyText"] == {"en": "I suit my words."}
        assert nodes["LIT.ARG.2"]["ceasn:competencyLabel"] == {"en": "Voice"}
        assert [nodes[f"LIT.ARG.{place}"]["ceasn:listID"] for place in (1, 2)] == ["1", "2"]

    def test_descriptors_are_comments_with_the_name_of_their_level(self) -> None:
        said = by_code(framework())["LIT.ARG.1"]["ceasn:comment"]["en"]
        assert said[0] == "Emerging: With help, I can say what I think about a topic."
        assert [it.partition(":")[0] for it in said] == [
            "Emerging",
            "Developing",
            "Proficient",
            "Extending",
            "Extending",
        ]

    def test_a_competency_without_skills_is_one_node_with_its_own_descriptors(self) -> None:
        it = competency(why="It helps.", skills=(Skill("LIT.ARG", "Argue", {"1": ("I can.",)}),))
        nodes = by_code(framework([it]))
        assert list(nodes) == ["LIT", "LIT.ARG"]
        assert nodes["LIT.ARG"]["ceasn:comment"] == {"en": ["It helps.", "Emerging: I can."]}
        assert "ceasn:hasChild" not in nodes["LIT.ARG"]

    def test_what_comes_before_says_what_it_comes_before(self) -> None:
        later = competency("LIT.REV", prerequisites=("LIT.ARG",))
        nodes = by_code(framework([competency(), later]))
        assert nodes["LIT.ARG"]["ceasn:prerequisiteAlignment"] == [nodes["LIT.REV"]["@id"]]
        assert "ceasn:prerequisiteAlignment" not in nodes["LIT.REV"]

    def test_standards_with_an_address_are_aligned_once(self) -> None:
        address = "https://standards.example/w81"
        standards = (Standard("W.8.1", "Core", address), Standard("W.8.1", "Core", address), Standard("X", "Core"))
        assert by_code(framework([competency(standards=standards)]))["LIT.ARG"]["ceasn:alignTo"] == [address]

    def test_nodes_stand_in_the_published_file_or_have_their_uuid_alone(self) -> None:
        assert graph(framework())[0]["@id"] == f"{SITE}{FILE}#ce-{FRAMEWORK}"
        assert graph(framework(), "")[0]["@id"] == f"urn:uuid:{FRAMEWORK}"

    def test_an_empty_framework_is_one_too(self) -> None:
        assert len(graph(framework([], [area(about="")]))) == 2


def test_the_manual_says_what_stays_behind() -> None:
    said = sections(manual("reference/formats/ctdl-asn.md"), "##+")["What it cannot carry"]
    named = {name for row in rows(said) for name in coded(row[0])}
    assert named == FIELDS - FORMAT.carries["json-ld"]


def test_the_manual_has_every_term_and_no_other() -> None:
    text = manual("reference/formats/ctdl-asn.md")
    assert set(re.findall(r"`(ce(?:asn|terms):[a-z]\w+)`", text)) - {"ceasn:publisher"} == {
        it for it in TERMS if not it.startswith("@")
    }
