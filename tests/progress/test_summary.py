"""The family summary: a few lines an area on where, what is new and what is next."""

from __future__ import annotations

import pytest

from site_builder.model import Skill
from site_builder.progress.standing import Change, SkillStanding
from site_builder.progress.summary import Line, by_area, lines, spread
from tests.progress.standings import (
    ARGUE,
    HABIT,
    HABITS,
    RETELL,
    at,
    day,
    early,
    guide,
    habit,
    standing,
    stands,
)
from tests.site.continua import CLAIM, area, competency, learning
from tests.site.markup import Element, read

TITLES = ("Claim", "Evidence", "Structure", "Tone", "Doubt", "Sources", "Order", "Voice", "Ending", "Title")
MANY = competency(skills=tuple(Skill(f"LIT.ARG.{at}", it, CLAIM) for at, it in enumerate(TITLES, 1)))
BY = guide((MANY,))
SKILLS = MANY.skills


def line(*skills: SkillStanding) -> Line:
    """The line of an area with these skills."""
    (made,) = lines(standing(stands(*skills, it=MANY)), BY)
    return made


def drawn(*positions: int) -> Element:
    """How skills at these places spread."""
    skills = [at(position, it) for position, it in zip(positions, SKILLS, strict=False)]
    return read(spread(skills, BY)).one("span", "spread", role="img")


class TestAreas:
    """Each academic area has a line."""

    def test_areas_come_in_the_order_of_the_continuum(self) -> None:
        science = area("science")
        found = (competency("SCI.OBS", area="science", skills=(Skill("SCI.OBS.1", "Look", CLAIM),)), ARGUE)
        by = guide(found, areas=(area(), science))
        it = standing(stands(at(1, found[0].skills[0]), it=found[0], place=science), stands(at(2)))
        assert [row.title for row in lines(it, by)] == ["Literacy", "Science"]

    def test_habits_are_never_among_them(self) -> None:
        by = guide((ARGUE, HABIT), areas=(area(), HABITS))
        it = standing(habit(), stands(at(2)))
        assert [row.title for row in lines(it, by)] == ["Literacy"]
        assert [place.title for place, _ in by_area(it, by)] == ["Literacy", "Agency"]
        assert lines(standing(habit()), by) == []

    def test_an_area_of_which_nothing_is_learned_has_none(self) -> None:
        assert [row.title for row in lines(standing(), guide(areas=(area(), area("science"))))] == ["Literacy"]


class TestSpread:
    """How many skills stand at each level, drawn and in the same words."""

    def test_a_stone_is_a_skill_from_the_first_level_to_the_last_and_then_those_without(self) -> None:
        it = drawn(3, 0, 2, 3)
        assert [stone.words for stone in it.all("i")] == ["2", "3", "3", "–"]
        assert it["aria-label"] == "1 skill at 2, 2 skills at 3, 1 skill without a level yet"

    def test_many_skills_are_counted_by_level(self) -> None:
        it = drawn(1, 2, 2, 2, 3, 3, 0, 0, 0)
        assert it.words == "1×12×33×2–×3"
        assert it["aria-label"] == "1 skill at 1, 3 skills at 2, 2 skills at 3, 3 skills without a level yet"

    def test_eight_are_still_shown_one_by_one(self) -> None:
        assert len(drawn(*[2] * 8).all("i")) == 8
        assert len(drawn(*[2] * 9).all("i")) == 1

    @pytest.mark.parametrize("positions", [(1,), (0, 0), (4, 3, 2, 1, 0), (2,) * 9, (1, 2, 3, 4, 0, 1, 2, 3, 4, 0)])
    def test_words_say_what_is_drawn(self, positions: tuple[int, ...]) -> None:
        said = {}
        for part in drawn(*positions)["aria-label"].split(", "):
            number, level = part.split()[0], part.split()[-1]
            said[0 if "without" in part else int(level)] = int(number)
        assert said == {place: positions.count(place) for place in set(positions)}

    def test_each_stone_has_the_shape_and_the_colour_of_its_level(self) -> None:
        assert [stone.classes for stone in drawn(1, 4, 0).all("i")] == [{"n4", "k1"}, {"n4", "k4"}, {"z"}]

    def test_the_last_of_twelve_levels_comes_before_those_without_one(self) -> None:
        found = competency(skills=tuple(Skill(f"LIT.ARG.{at}", "S", {"12": ("All.",)}) for at in range(3)))
        by = guide((found,), areas=(area(scale=learning(12, "9")),))
        skills = [at(position, it) for position, it in zip((0, 12, 10), found.skills, strict=True)]
        assert [stone.words for stone in read(spread(skills, by)).all("i")] == ["10", "12", "–"]


class TestNew:
    """What is new: the latest change, or else the latest piece."""

    def test_the_latest_change_of_a_level_is_told(self) -> None:
        older = at(3, SKILLS[0], change=Change(day(30), 2, 3))
        newer = at(2, SKILLS[1], change=Change(day(12), 1, 2))
        assert line(older, newer).new == "Evidence, 1 to 2, 20 May"

    def test_a_first_level_does_not_come_from_anywhere(self) -> None:
        assert line(at(2, change=Change(day(12), 0, 2))).new == "Claim, first at 2, 20 May"

    def test_a_change_to_an_earlier_level_is_told_as_plainly(self) -> None:
        assert line(at(2, change=Change(day(12), 3, 2))).new == "Claim, 3 to 2, 20 May"

    def test_without_a_change_it_is_the_latest_piece(self) -> None:
        assert line(early(0, last=day(12)), early(0, SKILLS[1], last=day(400))).new == "a piece of work, 20 May"

    def test_without_evidence_nothing_is_new(self) -> None:
        assert line(at(0), at(0, SKILLS[1])).new == ""


class TestNext:
    """What is next: the nearest step."""

    def test_on_the_way_to_the_goal_comes_before_all_else(self) -> None:
        skills = (at(3, SKILLS[0]), at(0, SKILLS[1]), early(1, SKILLS[2]), at(2, SKILLS[3]))
        assert line(*skills).next == "Tone, towards 3"
        assert line(*skills[:3]).next == "Structure, towards 2"
        assert line(*skills[:2]).next == "Evidence, towards 1"
        assert line(*skills[:1]).next == "Claim, towards 4"

    def test_of_two_the_one_that_was_looked_at_last(self) -> None:
        assert line(at(2, SKILLS[0], last=day(30)), at(1, SKILLS[1], last=day(3))).next == "Evidence, towards 2"

    def test_a_level_that_is_not_described_is_not_the_next(self) -> None:
        found = competency(skills=(Skill("LIT.ARG.1", "Claim", {"1": ("One.",), "4": ("Four.",)}, ("2", "3")),))
        (made,) = lines(standing(stands(at(1, found.skills[0]))), guide((found,)))
        assert made.next == "Claim, towards 4"

    def test_at_the_last_level_it_is_carried_into_new_settings(self) -> None:
        assert line(at(4)).next == "carrying it into new settings"


def test_titles_are_told_without_their_marks() -> None:
    found = competency(skills=(Skill("LIT.ARG.1", "*Claim* & more", CLAIM),))
    by = guide((found,), areas=(area(title="**Literacy** & life"),))
    (made,) = lines(standing(stands(at(2, found.skills[0]))), by)
    assert (made.title, made.next) == ("Literacy & life", "Claim &amp; more, towards 3")


def test_two_competencies_of_an_area_share_its_line() -> None:
    it = standing(stands(at(2)), stands(at(3, RETELL.skills[0]), it=RETELL))
    (made,) = lines(it, guide((ARGUE, RETELL)))
    assert read(made.spread).words == "23"
