"""The site's own data: what is public comes back whole, under names that stay."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from site_builder import addresses
from site_builder.exchange.data import api_tables, places
from site_builder.exchange.data.api import API
from site_builder.exchange.data.api_competency import competency_data
from site_builder.exchange.data.publication import View
from site_builder.exchange.data.published import outline_of, published
from site_builder.exchange.fields import FIELDS, within
from site_builder.exchange.format import WriteWish, Written
from site_builder.exchange.formats.api import FORMAT, write
from site_builder.exchange.framework import Framework
from site_builder.identifiers import area_identifier, competency_identifier, skill_identifier
from site_builder.model import (
    Area,
    Competency,
    Evidence,
    Judging,
    Kind,
    Level,
    Pathway,
    Requirement,
    Retired,
    Scale,
    Settings,
    Skill,
    Standard,
)
from tests.exchange.demonstration import FRAMEWORK, demonstration, framework, json_of
from tests.exchange.frameworks import frameworks
from tests.manual import coded, manual, rows, sections
from tests.site.continua import area, competency, exemplar

SLOW = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
CARRIES = FORMAT.carries["v1"]


def written(it: Framework, **wish: Any) -> Written:
    return write(it, WriteWish(**wish))


def whole(it: Competency, **changes: Any) -> dict[str, Any]:
    """What the data says of one competency of a small framework."""
    found: dict[str, Any] = json_of(written(framework([it], **changes)), places.competency_file(it.id))
    return found


class Reader:
    """Reads the data as somebody else's program would, by what the manual says and by nothing else."""

    def __init__(self, files: Written) -> None:
        self.files = files
        self.index = json_of(files, "api/v1/index.json")
        self.scales = {it["id"]: Scale(it["id"], tuple(map(self._level, it["levels"]))) for it in self.index["scales"]}

    def framework(self) -> Framework:
        areas = tuple(map(self._area, json_of(self.files, self.index["data"]["areas"])["areas"]))
        by_id = {it.id: it for it in areas}
        briefs = json_of(self.files, self.index["data"]["competencies"])["competencies"]
        competencies = tuple(self._competency(json_of(self.files, it["data"]), by_id) for it in briefs)
        routes = tuple(map(self._pathway, json_of(self.files, self.index["data"]["pathways"])["pathways"]))
        said = Settings(
            title=self.index["title"],
            description=self.index["description"],
            version=self.index["version"],
            languages=tuple(self.index["languages"]),
            scales=self.scales,
            areas=tuple(it.slug for it in areas),
            judging=Judging(**self.index["judging"]),
            identifier=self.index["identifier"],
        )
        return Framework(said, areas, competencies, (), routes)

    @staticmethod
    def _level(it: dict[str, Any]) -> Level:
        return Level(it["id"], it["name"], it["means"], it["position"], it["is_target"])

    def _area(self, it: dict[str, Any]) -> Area:
        slug, kind = it["page"].strip("/"), Kind(it["kind"])
        scale = replace(self.scales[it["scale"]], is_habit=kind is Kind.LIFELONG)
        source = f"continuum/{slug}/area.yml"
        return Area(it["id"], slug, it["title"], kind, scale, it["about"], source, it["identifier"])

    def _competency(self, it: dict[str, Any], areas: dict[str, Area]) -> Competency:
        place, slug, _ = it["page"].split("/")
        assert place == areas[it["area"]].slug
        return Competency(
            id=it["id"],
            slug=slug,
            area=place,
            title=it["title"],
            statement=it["statement"],
            skills=tuple(map(self._skill, it["skills"])),
            source=f"continuum/{place}/{slug}.yml",
            why=it["why"],
            about=it["about"],
            prerequisites=tuple(it["prerequisites"]),
            standards=tuple(Standard(**one) for one in it["standards"]),
            evidence=self._evidence(it["evidence"]),
            target=it["target"],
            retired=Retired(date.fromisoformat(it["retired"]["on"]), it["retired"]["replaced_by"])
            if it["retired"]
            else None,
            was=tuple(it["was"]),
            identifier=it["identifier"],
        )

    def _skill(self, it: dict[str, Any]) -> Skill:
        return Skill(
            id=it["id"],
            title=it["title"],
            levels={level: tuple(texts) for level, texts in it["levels"].items()},
            not_used=tuple(it["not_used"]),
            evidence=self._evidence(it["evidence"]),
            supports={level: tuple(texts) for level, texts in it["supports"].items()},
            at_home=it["at_home"],
            statement=it["statement"],
            identifier=it["identifier"],
        )

    @staticmethod
    def _evidence(it: dict[str, Any] | None) -> Evidence | None:
        if it is None:
            return None
        return Evidence(it["pieces"], it["kinds"], tuple((id, Evidence(**one)) for id, one in it["at"].items()))

    def _pathway(self, it: dict[str, Any]) -> Pathway:
        slug = it["page"].split("/")[1]
        requires = tuple(map(self._requirement, it["requires"]))
        source = f"continuum/pathways/{slug}.yml"
        return Pathway(it["id"], slug, it["title"], it["about"], requires, source, it["credit"])

    def _requirement(self, it: dict[str, Any]) -> Requirement:
        if "competency" in it:
            return Requirement(it["competency"], it["level"])
        return Requirement(any_of=it["any_of"], of=tuple(map(self._requirement, it["of"])))


def spelled_out(it: Framework) -> Framework:
    """The same with what the data says outright: every UUID, every target, former addresses whole."""
    cards = outline_of(it).competencies
    areas = tuple(replace(one, identifier=area_identifier(it.identifier, one)) for one in it.areas)
    found = []
    for one in it.competencies:
        uuid = competency_identifier(it.identifier, one)
        skills = tuple(
            replace(skill, identifier=uuid if skill.id == one.id else skill_identifier(it.identifier, skill))
            for skill in one.skills
        )
        was = tuple(addresses.formerly(cards[one.id], old) for old in one.was)
        source = f"continuum/{one.area}/{one.slug}.yml"
        found.append(replace(one, identifier=uuid, skills=skills, target=it.target(one), was=was, source=source))
    said = replace(it.settings, identifier=it.identifier)
    return replace(it, settings=said, areas=areas, competencies=tuple(found))


def assert_comes_back(it: Framework) -> None:
    assert Reader(written(it)).framework() == within(spelled_out(it), CARRIES)


@SLOW
@given(frameworks())
def test_what_is_public_comes_back_whole(it: Framework) -> None:
    assert_comes_back(it)


def test_the_demonstration_comes_back_whole() -> None:
    it = demonstration()
    assert len(it.competencies) >= 20
    assert it.pathways
    assert_comes_back(it)


class TestPlaces:
    """Which files there are, and what they are called."""

    def test_there_is_a_file_for_each_competency_and_seven_for_the_whole(self) -> None:
        assert sorted(written(framework()).files) == [
            "api/v1/areas.json",
            "api/v1/competencies.csv",
            "api/v1/competencies.json",
            "api/v1/competencies/LIT.ARG.json",
            "api/v1/descriptors.csv",
            "api/v1/exemplars.json",
            "api/v1/index.json",
            "api/v1/pathways.json",
        ]

    def test_the_index_leads_to_every_list(self) -> None:
        files = written(framework())
        there = {it for it in json_of(files, places.INDEX)["data"].values() if it.startswith("api/")}
        assert there - {places.CTDL_ASN} == {it for it in files.files if it.count("/") == 2} - {places.INDEX}

    def test_an_id_that_windows_keeps_for_itself_still_has_a_file(self) -> None:
        files = written(framework([competency("CON")])).files
        assert "api/v1/competencies/_CON.json" in files
        assert json.loads(files["api/v1/competencies.json"])["competencies"][0]["data"] in files

    def test_addresses_are_escaped_and_relative_to_the_root_of_the_site(self) -> None:
        made = framework([competency(area="kunst", slug="ölmalerei")], [area("kunst")])
        it = json_of(written(made), "api/v1/competencies/LIT.ARG.json")
        assert it["page"] == "kunst/%C3%B6lmalerei/"
        assert it["skills"][0]["page"] == "kunst/%C3%B6lmalerei/#LIT.ARG.1"

    def test_files_that_are_named_beforehand_are_the_files_that_are_made(self) -> None:
        it = demonstration()
        view = View(outline_of(it))
        named = {file for card in view.outline.competencies.values() for file in API.files_of(card, view)}
        assert named | set(API.whole_files(view)) == set(published(API, it, WriteWish()).files)


class TestCompetency:
    """A competency whole."""

    def test_every_key_is_there_also_where_nothing_was_written(self) -> None:
        it = whole(competency())
        assert it["why"] == ""
        assert it["standards"] == []
        assert it["retired"] is None
        assert it["evidence"] is None

    def test_texts_are_the_markdown_that_the_school_wrote(self) -> None:
        assert whole(competency(why="For **everybody**, see [it](LIT.ARG)."))["why"] == (
            "For **everybody**, see [it](LIT.ARG)."
        )

    def test_a_skill_without_levels_has_none_here(self) -> None:
        it = whole(competency(skills=(Skill("LIT.ARG.1", "Claim", {}),)))
        assert it["skills"][0]["levels"] == {}
        assert it["levels"] == ["1", "2", "3", "4"]

    def test_levels_are_in_the_order_of_growth_whatever_the_source_says(self) -> None:
        backwards = {level: (f"Level {level}",) for level in ("4", "3", "2", "1")}
        it = whole(competency(skills=(Skill("LIT.ARG.1", "Claim", backwards),)))
        assert list(it["skills"][0]["levels"]) == ["1", "2", "3", "4"]

    def test_the_target_is_the_competency_s_own_or_that_of_its_scale(self) -> None:
        assert whole(competency())["target"] == "3"
        assert whole(competency(target="4"))["target"] == "4"

    def test_a_competency_without_skills_shares_its_uuid_with_its_only_one(self) -> None:
        it = whole(competency(skills=(Skill("LIT.ARG", "Argue", {"1": ("I can.",)}),)))
        assert it["skills"][0]["identifier"] == it["identifier"]

    def test_uuids_stay_when_titles_places_and_sites_change(self) -> None:
        before = whole(competency())
        moved = competency(title="Other", slug="other", area="letters")
        after = json_of(
            written(framework([moved], [area("letters")], title="New"), site_url="https://other.example/"),
            "api/v1/competencies/LIT.ARG.json",
        )
        assert after["identifier"] == before["identifier"]
        assert after["skills"][0]["identifier"] == before["skills"][0]["identifier"]

    def test_it_names_work_pathways_and_what_it_leads_to(self) -> None:
        later = competency("LIT.REV", prerequisites=("LIT.ARG",))
        route = Pathway("out", "out", "Out", "", (Requirement("LIT.ARG", "3"),), "continuum/pathways/out.yml")
        made = framework([competency(), later], exemplars=[exemplar()], pathways=[route])
        it = json_of(written(made), "api/v1/competencies/LIT.ARG.json")
        assert it["leads_to"] == ["LIT.REV"]
        assert it["pathways"] == ["out"]
        page = "exemplars/literacy/lunch/"
        assert it["exemplars"] == [
            {"id": "literacy/lunch", "title": "Should lunch be longer?", "level": "3", "page": page}
        ]

    def test_it_leads_to_other_data_only_where_that_is_published(self) -> None:
        it = framework()
        uuid = competency_identifier(FRAMEWORK, it.competencies[0])
        alone = competency_data(it.competencies[0], View(outline_of(it), published=("api",)))
        beside = competency_data(it.competencies[0], View(outline_of(it), published=("api", "case", "openbadges")))
        assert (alone["case"], alone["achievement"]) == ("", "")
        assert beside["case"] == f"ims/case/v1p1/CFItems/{uuid}"
        assert beside["achievement"] == f"api/v1/achievements/{uuid}.json"

    def test_the_list_of_all_agrees_with_each_file(self) -> None:
        files = written(demonstration())
        for brief in json_of(files, places.COMPETENCIES)["competencies"]:
            it = json_of(files, brief["data"])
            same = set(brief) & set(it) - {"skills"}
            assert len(same) == 11
            assert {key: brief[key] for key in same} == {key: it[key] for key in same}
            skills = [{key: one[key] for key in ("id", "identifier", "title")} for one in it["skills"]]
            assert brief["skills"] == skills


class TestWhole:
    """What is said of the whole."""

    def test_the_index_says_its_own_version_and_whose_continuum_it_is(self) -> None:
        it = json_of(written(framework(version="2026-27"), site_url="https://school.example/"), places.INDEX)
        assert it["format"] == "1.0"
        assert (it["title"], it["version"], it["identifier"]) == ("Riverbend", "2026-27", FRAMEWORK)
        assert it["site"] == "https://school.example/"

    def test_retired_competencies_are_there_but_not_in_their_area(self) -> None:
        gone = competency("LIT.OLD", retired=Retired(date(2026, 8, 1), "LIT.ARG"))
        files = written(framework([competency(), gone]))
        assert [it["id"] for it in json_of(files, places.COMPETENCIES)["competencies"]] == ["LIT.ARG", "LIT.OLD"]
        assert json_of(files, places.AREAS)["areas"][0]["competencies"] == ["LIT.ARG"]
        it = json_of(files, "api/v1/competencies/LIT.OLD.json")
        assert it["retired"] == {"on": "2026-08-01", "replaced_by": "LIT.ARG"}

    def test_work_is_there_without_who_made_it_and_without_the_record_of_permission(self) -> None:
        work = exemplar(writer="Amira K.", consent_record="2026-014", body="A secret of mine", licence="CC BY")
        files = written(framework(exemplars=[work]))
        [it] = json_of(files, places.EXEMPLARS)["exemplars"]
        assert (it["id"], it["level"], it["shown_until"]) == ("literacy/lunch", "3", "2030-06-30")
        everything = b"".join(files.files.values()).decode()
        for private in ("Amira", "2026-014", "secret"):
            assert private not in everything

    def test_how_private_pages_speak_of_the_school_stays_private(self) -> None:
        it = demonstration()
        everything = b"".join(written(it).files.values()).decode()
        assert it.settings.school.ask
        assert it.settings.school.ask not in everything
        assert it.settings.school.lost not in everything

    @pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\n", '"', "\\", "</script>"])
    def test_no_text_breaks_a_file(self, separator: str) -> None:
        made = framework([competency(title=f"one{separator}two")], title=f"a{separator}b")
        assert Reader(written(made)).framework().competencies[0].title == f"one{separator}two"


def table(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


class TestTables:
    """What somebody opens in a spreadsheet."""

    def test_each_descriptor_has_a_row(self) -> None:
        it = demonstration()
        found = table(written(it).files[places.DESCRIPTORS_TABLE])
        expected = [
            (owner.id, skill.id, level.id)
            for owner in it.competencies
            for skill in owner.skills
            for level in it.by_slug[owner.area].scale.levels
            for _ in skill.levels.get(level.id, ())
        ]
        assert [(row["competency"], row["skill"], row["level"]) for row in found] == expected
        assert len(expected) > 300

    def test_a_row_says_where_it_belongs_and_whether_it_is_to_be_reached(self) -> None:
        row = table(written(framework()).files[places.DESCRIPTORS_TABLE])[2]
        assert tuple(row) == api_tables.DESCRIPTORS
        assert row["level_name"] == "Proficient"
        assert (row["position"], row["is_target"]) == ("3", "yes")
        assert row["descriptor"].startswith("I can state a precise claim")

    def test_each_competency_has_a_row(self) -> None:
        it = demonstration()
        found = table(written(it).files[places.COMPETENCIES_TABLE])
        assert [row["competency"] for row in found] == [one.id for one in it.competencies]
        assert tuple(found[0]) == api_tables.COMPETENCIES

    @pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "＝"])
    def test_no_cell_is_a_formula(self, start: str) -> None:
        bad = f"{start}HYPERLINK(1)"
        it = competency(
            title=bad, statement=bad, skills=(Skill("LIT.ARG.1", bad, {"1": (bad,)}),), standards=(Standard(bad, bad),)
        )
        files = written(framework([it])).files
        for file in (places.DESCRIPTORS_TABLE, places.COMPETENCIES_TABLE):
            cells = [cell for row in table(files[file]) for cell in row.values()]
            assert sum("HYPERLINK" in cell for cell in cells) >= 3
            assert not [cell for cell in cells if cell.strip()[:1] in set("=+-@＝")]

    def test_words_are_plain(self) -> None:
        it = competency(title="Argue *well*", skills=(Skill("LIT.ARG.1", "**Claim**", {"1": ("I [can](LIT.ARG).",)}),))
        [row] = table(written(framework([it])).files[places.DESCRIPTORS_TABLE])
        assert (row["competency_title"], row["skill_title"], row["descriptor"]) == ("Argue well", "Claim", "I can.")


class TestManual:
    """The manual says what is there: neither less nor more."""

    SAID = sections(manual("reference/formats/api.md"), "##+")

    def keys(self, chapter: str) -> list[str]:
        return [coded(row[0])[0] for row in rows(self.SAID[chapter])]

    def test_every_key_is_in_the_manual_and_no_other(self) -> None:
        files = written(demonstration())
        index = json_of(files, places.INDEX)
        competencies = json_of(files, places.COMPETENCIES)["competencies"]
        one = json_of(files, "api/v1/competencies/LIT.ARG.json")
        assert self.keys("index.json") == list(index)
        assert self.keys("A scale’s level") == list(index["scales"][0]["levels"][0])
        assert self.keys("areas.json") == list(json_of(files, places.AREAS)["areas"][0])
        assert self.keys("competencies.json") == list(competencies[0])
        assert self.keys("competencies/ID.json") == list(one)
        assert self.keys("A skill") == list(one["skills"][0])
        assert self.keys("exemplars.json") == list(json_of(files, places.EXEMPLARS)["exemplars"][0])
        assert self.keys("pathways.json") == list(json_of(files, places.PATHWAYS)["pathways"][0])

    def test_it_says_what_stays_behind(self) -> None:
        named = {name for row in rows(self.SAID["What it cannot carry"]) for name in coded(row[0])}
        assert named == FIELDS - CARRIES

    def test_every_column_is_in_the_manual_and_no_other(self) -> None:
        assert self.keys("competencies.csv") == list(api_tables.COMPETENCIES)
        assert self.keys("descriptors.csv") == list(api_tables.DESCRIPTORS)
