"""What a continuum can say, name by name."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from site_builder.exchange.fields import FIELDS, NEEDED, WHOLE, carried, left_behind, within
from site_builder.exchange.framework import Framework
from site_builder.model import Judging, Kind, Skill
from tests.exchange.frameworks import frameworks
from tests.exchange.schools import competency, framework, school_at, skill
from tests.project import Project

SLOW = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=40)


def test_names_are_a_noun_and_one_of_its_attributes() -> None:
    assert {"competency.why", "skill.at_home", "level.is_target", "area.kind", "settings.judging"} <= FIELDS
    assert not FIELDS & {"competency.slug", "competency.source", "skill.line", "area.scale", "level.position"}
    assert NEEDED | WHOLE <= FIELDS


def test_all_names_of_a_noun_can_be_named_at_once() -> None:
    assert carried("level") == {"level.id", "level.name", "level.means", "level.is_target"}
    assert carried("level", "area", without=["level.id"]) == (carried("level") | carried("area")) - {"level.id"}


@SLOW
@given(frameworks())
def test_within_everything_a_framework_is_as_it_was(it: Framework) -> None:
    made = within(it, FIELDS)
    assert made == it
    assert left_behind(it, FIELDS) == {}


@SLOW
@given(frameworks(), st.sets(st.sampled_from(sorted(FIELDS))))
def test_nothing_is_left_behind_of_what_is_within(it: Framework, carries: set[str]) -> None:
    carried_with_ids = frozenset(carries) | NEEDED | {"level.id", "level.name", "settings.title"}
    made = within(it, carried_with_ids)
    assert within(made, carried_with_ids) == made
    assert left_behind(made, carried_with_ids) == {}


def test_what_is_not_carried_is_as_if_nobody_had_said_it() -> None:
    it = competency("A", skill("A.1", at_home="Ask", statement="s"), why="w", statement="I can.", target="2")
    whole = framework(it)
    whole = replace(
        whole,
        settings=replace(whole.settings, judging=Judging("latest"), languages=("nl",), deficit_words=()),
        areas=(replace(whole.areas[0], kind=Kind.LIFELONG),),
    )
    made = within(whole, NEEDED | {"settings.title"})
    assert made.competencies == (
        replace(it, skills=(Skill("A.1", "A skill", {}),), why="", statement="About A", target=""),
    )
    assert (made.settings.description, made.settings.languages) == ("Theirs", ("en",))
    assert (made.settings.judging, made.settings.deficit_words) == (Judging(), None)
    assert (made.areas[0].kind, made.areas[0].about, made.areas[0].scale.is_habit) == (
        Kind.KNOWLEDGE,
        "Literacy",
        False,
    )


def test_what_stays_behind_is_counted_by_name() -> None:
    it = framework(competency("A", skill("A.1", at_home="Ask"), skill("A.2", at_home="Ask"), why="w"))
    assert left_behind(it, FIELDS - {"skill.at_home", "competency.why", "skill.supports"}) == {
        "competency.why": 1,
        "skill.at_home": 2,
    }


def test_student_work_pathways_and_the_glossary_are_counted_whole(project: Project) -> None:
    project.write("continuum/glossary.yml", "terms: [{id: claim, term: Claim, means: What I say is so.}]\n")
    it = school_at(project.root)
    assert left_behind(it, FIELDS - WHOLE) == {"exemplars": 4, "pathways": 1, "glossary": 1}
    assert within(it, FIELDS - WHOLE) == replace(within(it, FIELDS), exemplars=(), pathways=(), glossary=())
