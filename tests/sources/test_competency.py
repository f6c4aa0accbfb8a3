"""A competency's file becomes a competency and its card."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from site_builder.model import Area, Competency, Evidence, Kind, Level, Retired, Scale, Skill, Standard
from site_builder.problems import Spot
from site_builder.sources.competency import competency_card, read_competency
from site_builder.sources.folder import source_at
from site_builder.sources.front_matter import Halves

SOURCE = source_at("continuum/literacy/argue.yml")
SCALE = Scale("learning", tuple(Level(id, id, "", place, is_target=False) for place, id in enumerate("123", 1)))
AREA = Area("LIT", "literacy", "Literacy", Kind.KNOWLEDGE, SCALE, "Reading.", "continuum/literacy/area.yml")
NO_TEXT = Halves("", "", body_line=1)
BRIEF = {"id": "LIT.ARG", "title": "Argue", "statement": "I can argue."}


def made(body: str = "", **changes: Any) -> Competency:
    """A competency from what its file says."""
    competency, problems = read_competency(SOURCE, {**BRIEF, **changes}, Halves("", body, body_line=9))
    assert problems == []
    assert competency is not None
    return competency


def test_a_competency_knows_its_place() -> None:
    competency = made()
    assert (competency.id, competency.slug, competency.area) == ("LIT.ARG", "argue", "literacy")
    assert competency.source == "continuum/literacy/argue.yml"


def test_skills_have_one_or_several_statements_at_each_level() -> None:
    skill = {
        "id": "LIT.ARG.1",
        "title": "Claim",
        "levels": {"1": "I can say it.", "2": ["I can show it.", "I can ask."]},
        "not_used": ["3"],
        "evidence": {"pieces": "2", "kinds": "2"},
        "supports": {"2": "Begin with: I say"},
        "at_home": "Ask why.",
    }
    assert made(skills=[skill]).skills == (
        Skill(
            "LIT.ARG.1",
            "Claim",
            {"1": ("I can say it.",), "2": ("I can show it.", "I can ask.")},
            ("3",),
            Evidence(2, 2),
            {"2": ("Begin with: I say",)},
            "Ask why.",
        ),
    )


def test_a_level_may_ask_for_more_evidence_than_the_others() -> None:
    said = {"pieces": "2", "kinds": "2", "at": {"2": {"pieces": "3"}, "3": {"kinds": "1"}}}
    asked = made(evidence=said).evidence
    assert asked == Evidence(2, 2, (("2", Evidence(3, 2)), ("3", Evidence(2, 1))))
    assert (asked.at_level("1"), asked.at_level("2")) == (asked, Evidence(3, 2))


def test_a_competency_without_skills_is_its_own_only_skill() -> None:
    competency = made(
        levels={"1": "I can."}, not_used=["2"], supports={"1": ["A"]}, at_home="B", evidence={"pieces": "3"}
    )
    assert competency.skills == (
        Skill("LIT.ARG", "Argue", {"1": ("I can.",)}, ("2",), Evidence(3, 1), {"1": ("A",)}, "B"),
    )


def test_what_nobody_has_described_yet_has_skills_without_levels() -> None:
    skill = {"id": "LIT.ARG.1", "title": "Claim", "statement": "I can make a claim.", "not_used": ["1"]}
    assert made(skills=[skill]).skills == (Skill("LIT.ARG.1", "Claim", {}, ("1",), statement="I can make a claim."),)
    assert made(at_home="Ask.").skills == (Skill("LIT.ARG", "Argue", {}, at_home="Ask."),)


@pytest.mark.parametrize("key", ["levels", "supports", "not_used", "at_home"])
def test_what_belongs_to_a_skill_does_not_stand_beside_skills(key: str) -> None:
    skills = [{"id": "LIT.ARG.1", "title": "Claim", "levels": {"1": "I can."}}]
    value = {"levels": {"1": "A"}, "supports": {"1": "A"}, "not_used": ["1"], "at_home": "A"}[key]
    competency, [problem] = read_competency(SOURCE, {**BRIEF, "skills": skills, key: value}, NO_TEXT)
    assert competency is None
    assert f"it has “skills”, so “{key}” belongs to one of them" in problem.message


def test_the_body_of_a_markdown_file_is_what_it_says_about_itself() -> None:
    assert made(about="In the head.").about == "In the head."
    assert made("\nIn the body.\n", about="In the head.").about == "In the body."
    assert made(" \n", about="In the head.").about == "In the head."


@pytest.mark.parametrize(
    ("head", "line"), [("title: A\nid: LIT.ARG\n", 3), ("{id: LIT.ARG}", 0), ("id: LIT.ARGUE\n", 0)]
)
def test_a_skill_knows_its_line_where_it_is_written_in_the_usual_way(head: str, line: int) -> None:
    halves = Halves(head, "", body_line=9)
    competency, _ = read_competency(SOURCE, {**BRIEF, "levels": {"1": "I can."}}, halves)
    assert competency is not None
    assert [it.line for it in competency.skills] == [line]


def test_standards_and_retirement_are_kept() -> None:
    competency = made(
        standards=[{"code": "8.1", "framework": "CC", "uri": "https://example.org", "match": "close"}],
        retired={"on": "2026-08-01", "replaced_by": "LIT.RET"},
        was=["old"],
        prerequisites=["LIT.INF"],
        target="2",
    )
    assert competency.standards == (Standard("8.1", "CC", "https://example.org", "close"),)
    assert competency.retired == Retired(date(2026, 8, 1), "LIT.RET")
    assert (competency.was, competency.prerequisites, competency.target) == (("old",), ("LIT.INF",), "2")


def test_a_null_in_place_of_a_descriptor_is_pointed_at() -> None:
    skill = {"id": "LIT.ARG.1", "title": "Claim", "levels": {"1": None}}
    competency, [problem] = read_competency(SOURCE, {**BRIEF, "skills": [skill]}, NO_TEXT)
    assert competency is None
    assert (problem.at, problem.code) == (Spot(SOURCE.file, ("skills", 0, "levels", "1")), "value-empty")


def test_the_card_has_the_levels_that_some_skill_describes_in_the_order_of_growth() -> None:
    skills = [
        {"id": "LIT.ARG.1", "title": "Claim", "levels": {"3": "C", "7": "Off the scale"}},
        {"id": "LIT.ARG.2", "title": "Evidence", "levels": {"1": "A"}},
    ]
    card = competency_card(made(skills=skills), AREA, "source")
    assert card.levels == ("1", "3")
    assert card.skills == (("LIT.ARG.1", "Claim"), ("LIT.ARG.2", "Evidence"))
    assert card.source_digest == "source"


def test_a_skill_without_any_levels_uses_all_that_are_not_left_out() -> None:
    bare = [{"id": "LIT.ARG.1", "title": "Claim"}, {"id": "LIT.ARG.2", "title": "Evidence", "not_used": ["1"]}]
    assert competency_card(made(skills=bare), AREA, "one").levels == ("1", "2", "3")
    assert competency_card(made(skills=bare[1:]), AREA, "one").levels == ("2", "3")
    assert competency_card(made(not_used=["1", "2", "3"]), AREA, "one").levels == ()


def test_a_card_says_whether_any_level_has_words() -> None:
    bare = {"id": "LIT.ARG.1", "title": "Claim"}
    described = {"id": "LIT.ARG.2", "title": "Evidence", "levels": {"1": "I can."}}
    assert [competency_card(made(skills=it), AREA, "one").is_described for it in ([bare], [bare, described])] == [
        False,
        True,
    ]


def test_the_digest_of_a_card_changes_with_what_other_pages_show() -> None:
    competency = made(levels={"1": "I can."})
    card = competency_card(competency, AREA, "one")
    assert competency_card(replace(competency, why="For all.", about="More."), AREA, "other").digest == card.digest
    for change in ({"title": "B"}, {"statement": "I may."}, {"slug": "b"}, {"was": ("b",)}, {"prerequisites": ("X",)}):
        assert competency_card(replace(competency, **change), AREA, "one").digest != card.digest
