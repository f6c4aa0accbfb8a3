"""Competencies as achievements of Open Badges 3.0."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft201909Validator

from site_builder.exchange.data.achievements import achievement, level_address, result_address
from site_builder.exchange.data.published import outline_of
from site_builder.exchange.fields import FIELDS
from site_builder.exchange.format import WriteWish
from site_builder.exchange.formats.openbadges import FORMAT, write
from site_builder.exchange.framework import Framework
from site_builder.identifiers import competency_identifier
from site_builder.model import Competency, Judging, Retired, School, Skill, Standard
from tests.exchange.demonstration import FRAMEWORK, SITE, demonstration, framework
from tests.exchange.frameworks import frameworks
from tests.manual import coded, manual, rows, sections
from tests.site.continua import area, competency, learning

SHARED = Path(os.environ.get("CONTINUUM_SHARED") or Path(__file__).parents[4] / "shared")
SCHEMA = SHARED / "schemas" / "openbadges3" / "official" / "ob_v3p0_achievementcredential_schema.json"


@cache
def validator() -> Draft201909Validator:
    """Judges an achievement by the part of the official schema that is about achievements."""
    if not SCHEMA.is_file():
        pytest.skip("the schemas of Open Badges are not there (shared/schemas/openbadges3), so nothing can be judged")
    whole = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return Draft201909Validator({"$ref": "#/$defs/Achievement", "$defs": whole["$defs"]})


def faults(it: dict[str, Any]) -> list[str]:
    return [f"{error.json_path}: {error.message[:200]}" for error in validator().iter_errors(it)]


def files(it: Framework, site_url: str = SITE) -> dict[str, dict[str, Any]]:
    return {file: json.loads(data) for file, data in write(it, WriteWish(site_url=site_url)).files.items()}


def made(it: Competency, site_url: str = "", **changes: Any) -> dict[str, Any]:
    whole = framework([it], **changes)
    return achievement(it, outline_of(whole), site_url)


class TestSchema:
    """Every file is what the official schema calls an achievement."""

    @pytest.mark.parametrize("site_url", ["", SITE])
    def test_each_achievement_of_the_demonstration_is_valid(self, site_url: str) -> None:
        found = files(demonstration(), site_url)
        assert len(found) == len(demonstration().competencies)
        assert {file: faults(it) for file, it in found.items() if faults(it)} == {}

    @settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=25)
    @given(frameworks())
    def test_whatever_a_school_has_written_is_valid(self, it: Framework) -> None:
        for said in files(it).values():
            assert faults(said) == []

    def test_the_schema_would_find_a_fault(self) -> None:
        it = made(competency())
        del it["criteria"]
        it["resultDescription"][0]["resultType"] = "Guess"
        assert len(faults(it)) == 2


def texts(value: Any) -> Iterator[str]:
    """Every text and key of a value."""
    waiting = [value]
    while waiting:
        it = waiting.pop()
        if isinstance(it, dict):
            waiting += [*it, *it.values()]
        elif isinstance(it, list):
            waiting += it
        elif isinstance(it, str):
            yield it


class TestAchievement:
    """What an achievement says."""

    def test_it_names_the_competency_and_describes_it_in_plain_words(self) -> None:
        it = made(competency(title="Argue *well*", statement="I can [argue](LIT.ARG)."))
        assert (it["name"], it["description"]) == ("Argue well", "I can argue.")
        assert (it["humanCode"], it["fieldOfStudy"]) == ("LIT.ARG", "Literacy")
        assert (it["type"], it["achievementType"]) == (["Achievement"], "Competency")

    def test_its_criteria_are_the_descriptors_of_the_level_to_reach_and_how_it_is_decided(self) -> None:
        it = made(competency(), SITE)["criteria"]
        assert it["id"] == f"{SITE}literacy/lit-arg/"
        assert "**Proficient**" in it["narrative"]
        assert "- **Claim:** I can state a precise claim" in it["narrative"]
        assert "Emerging" not in it["narrative"]
        assert it["narrative"].endswith("2 of your latest 3 pieces of work show it.")

    @pytest.mark.parametrize(
        ("judging", "words"),
        [(Judging("highest"), "the highest one that your work has shown"), (Judging("teacher"), "teachers decide")],
    )
    def test_the_rule_is_the_school_s_own(self, judging: Judging, words: str) -> None:
        assert words in made(competency(), judging=judging)["criteria"]["narrative"]

    def test_each_level_of_each_skill_is_there_and_the_one_to_reach_is_named(self) -> None:
        it = competency()
        [result] = made(it)["resultDescription"]
        levels = learning().levels
        assert result["id"] == result_address(FRAMEWORK, it.skills[0])
        assert result["resultType"] == "RubricCriterionLevel"
        assert [one["name"] for one in result["rubricCriterionLevel"]] == [level.name for level in levels]
        assert [one["level"] for one in result["rubricCriterionLevel"]] == ["1", "2", "3", "4"]
        assert result["rubricCriterionLevel"][3]["description"].count("\n") == 1
        assert result["requiredLevel"] == level_address(FRAMEWORK, it.skills[0], levels[2])
        assert result["requiredLevel"] == result["rubricCriterionLevel"][2]["id"]

    def test_a_competency_s_own_target_counts(self) -> None:
        it = made(competency(target="4"))
        assert (
            it["resultDescription"][0]["requiredLevel"] == it["resultDescription"][0]["rubricCriterionLevel"][3]["id"]
        )
        assert "**Extending**" in it["criteria"]["narrative"]

    def test_where_no_level_is_to_be_reached_none_is_required(self) -> None:
        it = made(competency(), areas=[area(scale=learning(target=""))])
        assert "requiredLevel" not in it["resultDescription"][0]
        assert "To be reached" not in it["criteria"]["narrative"]
        assert faults(it) == []

    def test_a_skill_without_the_level_to_reach_requires_none(self) -> None:
        it = Skill("LIT.ARG.1", "Claim", {"1": ("I can.",)}, not_used=("2", "3", "4"))
        [result] = made(competency(skills=(it,)))["resultDescription"]
        assert len(result["rubricCriterionLevel"]) == 1
        assert "requiredLevel" not in result

    def test_a_competency_that_nobody_has_described_says_so(self) -> None:
        it = made(competency(skills=(Skill("LIT.ARG.1", "Claim", {}),)))
        assert "is not described yet" in it["criteria"]["narrative"]
        assert not any("description" in one for one in it["resultDescription"][0]["rubricCriterionLevel"])

    def test_standards_with_an_address_are_aligned_and_items_of_case_known_for_what_they_are(self) -> None:
        standards = (
            Standard("W.8.1", "Common Core", "https://standards.example/ims/case/v1p0/CFItems/1"),
            Standard("W.8.2", "Common Core", "https://standards.example/w82"),
            Standard("W.8.3", "Common Core"),
        )
        one, two = made(competency(standards=standards))["alignment"]
        assert (one["targetName"], one["targetCode"], one["targetType"]) == ("Common Core W.8.1", "W.8.1", "CFItem")
        assert "targetType" not in two

    def test_a_retired_competency_stays_an_achievement(self) -> None:
        assert len(files(framework([competency(retired=Retired(date(2026, 8, 1)))]))) == 1

    def test_our_own_sentences_speak_and_hold_no_markup(self) -> None:
        it = made(competency(), title="Riverbend & Sons <b>")
        assert "&amp;" not in json.dumps(it)

    @pytest.mark.parametrize(("language", "is_said"), [("nl", True), ("pt-BR", True), ("English.2", False)])
    def test_a_language_is_said_only_as_the_standard_writes_languages(self, language: str, is_said: bool) -> None:
        it = made(competency(), languages=(language,))
        assert ("inLanguage" in it) is is_said
        assert faults(it) == []


class TestAddresses:
    """Where achievements stand, and by what they are known."""

    def test_the_file_is_named_by_the_uuid_and_is_its_own_address(self) -> None:
        it = framework()
        uuid = competency_identifier(FRAMEWORK, it.competencies[0])
        [(file, said)] = files(it).items()
        assert file == f"api/v1/achievements/{uuid}.json"
        assert said["id"] == SITE + file
        assert said["otherIdentifier"][0]["identifier"] == uuid

    def test_without_a_site_the_uuid_is_the_address(self) -> None:
        uuid = competency_identifier(FRAMEWORK, competency())
        it = made(competency())
        assert it["id"] == f"urn:uuid:{uuid}"
        assert "creator" not in it
        assert "id" not in it["criteria"]

    def test_results_and_levels_stay_when_the_site_and_titles_change(self) -> None:
        before = made(competency())["resultDescription"][0]
        after = made(competency(title="Other", slug="other"), SITE, title="New")["resultDescription"][0]
        assert before == after

    def test_whose_it_is_is_the_school_or_else_the_continuum(self) -> None:
        assert made(competency(), SITE)["creator"]["name"] == "Riverbend"
        named = made(competency(), SITE, school=School("Riverbend School"))
        assert named["creator"] == {
            "id": SITE,
            "type": ["Profile"],
            "name": "Riverbend School",
            "url": SITE,
        }


class TestNoCredential:
    """A description for everybody is no credential."""

    def test_each_file_says_that_it_is_none(self) -> None:
        [it] = files(framework()).values()
        assert it["description"].endswith("It is no credential, and says nothing about anyone.")

    def test_it_has_nothing_that_a_credential_has(self) -> None:
        for it in files(demonstration()).values():
            assert it["type"] == ["Achievement"]
            words = set(texts(it))
            assert not words & {"issuer", "credentialSubject", "validFrom", "proof", "AchievementCredential"}

    def test_a_draft_record_takes_the_description_without_the_note(self) -> None:
        assert made(competency())["description"] == competency().statement


def test_the_manual_says_what_stays_behind() -> None:
    said = sections(manual("reference/formats/openbadges.md"), "##+")["What it cannot carry"]
    named = {name for row in rows(said) for name in coded(row[0])}
    assert named == FIELDS - FORMAT.carries["3.0"]
