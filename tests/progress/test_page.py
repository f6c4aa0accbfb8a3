"""A student's private page, read as a family reads it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.model import School, Skill
from site_builder.progress.page import student_page
from site_builder.progress.standing import Change, Standing, State
from site_builder.progress.voice import Voice
from tests.progress.standings import (
    ADA,
    ARGUE,
    AS_OF,
    DEFICIT,
    HABIT,
    HABITS,
    VOICE,
    asked,
    at,
    day,
    details,
    early,
    everything,
    full,
    grown,
    guide,
    habit,
    line_of,
    outside,
    page,
    pathway,
    said,
    standing,
    stands,
)
from tests.site.continua import CLAIM, area, competency, learning
from tests.site.markup import Element

TWELVE = competency(skills=tuple(Skill(f"LIT.ARG.{it}", f"Skill {it}", {"4": ("All.",)}) for it in range(12)))
BY_TWELVE = guide((TWELVE,))


class TestTop:
    """What stands first."""

    def test_it_says_whose_it_is_and_as_of_when_and_from_how_much(self) -> None:
        assert page().one("h1").words == "Ada’s learning"
        assert page().one("p", "asof").words == "As of 1 June 2026, from 2 pieces of evidence"
        assert page(standing(pieces=1)).one("p", "asof").words == "As of 1 June 2026, from 1 piece of evidence"

    def test_it_names_the_student_as_they_are_called_and_no_further(self) -> None:
        whole = replace(ADA, email="ada@riverbend.example", groups=("otters",), household="h-7", other_ids=("00123",))
        text = said(page(student=whole, voice=VOICE))
        assert "Ada" in text
        assert not [it for it in ("Brook", "s-1", "ada@", "otters", "h-7", "00123") if it in text]

    def test_it_carries_the_name_of_the_school_and_whom_to_ask(self) -> None:
        named = page(by=guide(school=School("Riverbend School", ask="Ms Reed, room 4")))
        assert "Riverbend School" in named.one("header").words
        assert named.one("footer", "c").words.endswith("Questions: Ms Reed, room 4.")
        assert "Riverbend" in page().one("header").words
        assert "Questions" not in page().words

    def test_a_sealed_page_can_be_hidden_and_a_plain_one_is_the_schools_own_copy(self) -> None:
        assert len(page().all("button", data_do="hide")) == 1
        plain = page(is_sealed=False)
        assert plain.all("button", data_do="hide") == []
        assert "This is the school’s own copy." in plain.words


class TestVoice:
    """The student's own words come first, and do nothing but say."""

    def test_they_come_before_everything_that_others_say(self) -> None:
        words = full().one("main").words
        first = words.index("I like to argue. To ask before I answer Ada, 18 May 2026")
        assert first < min(words.index(it) for it in ("Literacy", "New:", "Pathways"))
        assert full().one("blockquote").one("em").words == "argue"

    def test_who_has_said_nothing_yet_has_no_empty_place_for_it(self) -> None:
        assert page().all("blockquote") == []
        assert page(voice=Voice("", help=("Finding sources",))).all("blockquote") == []

    def test_aims_alone_are_words_too(self) -> None:
        assert page(voice=Voice("", goals=("To ask",))).one("blockquote").words == "To ask Ada"

    def test_what_support_is_asked_for_is_between_student_and_teachers(self) -> None:
        assert "Finding sources" not in full().words

    def test_they_say_in_which_language_they_are(self) -> None:
        quote = page(voice=Voice("Me gusta.", language="es")).one("blockquote").one("div")
        assert (quote["lang"], quote["dir"]) == ("es", "auto")
        assert "lang" not in page(voice=Voice("I like it.")).one("blockquote").one("div").attributes

    @pytest.mark.parametrize(
        "words",
        [
            "[x](https://evil.example)",
            "[x](javascript:alert(1))",
            "[x](../literacy/)",
            "[x](#habits)",
            "[x](mailto:a@evil.example)",
            "[x][y]\n\n[y]: https://evil.example",
            "<https://evil.example>",
            "https://evil.example",
            "![x](https://evil.example/x.png)",
            "![x](data:image/svg+xml,<svg onload=alert(1)>)",
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "<a href=https://evil.example>x</a>",
            "<style>*{display:none}</style>",
            "</blockquote></main><script>alert(1)</script>",
            "`<b>`{: onclick=x }",
        ],
    )
    def test_they_cannot_link_or_run_or_fetch_anything(self, words: str) -> None:
        it = page(voice=Voice(words, goals=(words.replace("\n", " "),)))
        quote = it.one("blockquote")
        assert not [inside.tag for inside in quote.walk() if inside.tag in ("a", "img", "script", "style", "svg", "b")]
        assert outside(it) == set()
        assert quote.words.endswith("Ada")

    def test_a_note_at_their_foot_leads_no_further_than_to_their_foot(self) -> None:
        quote = page(voice=Voice("I argue[^1].\n\n[^1]: Often.")).one("blockquote")
        ids = {inside["id"] for inside in quote.walk()}
        assert {inside["href"].removeprefix("#") for inside in quote.all("a")} <= ids


class TestSummary:
    """A few lines an area."""

    def test_each_area_says_where_what_is_new_and_what_is_next(self) -> None:
        it = page(standing(stands(at(2, change=Change(day(12), 1, 2)))))
        (line,) = it.one("ul", "sum").all("li")
        assert line.words == "Literacy 2 New: Claim, 1 to 2, 20 May Next: Claim, towards 3"

    def test_where_nothing_is_new_the_line_does_not_say_so(self) -> None:
        (line,) = page(standing(stands(at(0)), pieces=0)).one("ul", "sum").all("li")
        assert line.words == "Literacy – Next: Claim, towards 1"

    def test_a_spread_says_in_words_what_it_draws(self) -> None:
        for it in full().all("span", "spread", role="img"):
            counts = [int(part.split()[0]) for part in it["aria-label"].split(", ")]
            assert sum(counts) == len(it.all("i"))
        line = full().one("ul", "sum").one("span", "spread")
        assert line["aria-label"] == "3 skills at 2, 1 skill at 3, 1 skill at 4, 1 skill without a level yet"

    def test_what_a_stone_is_and_which_is_the_goal_is_explained(self) -> None:
        words = page().one("p", "key1").words
        assert words.startswith("Each stone is one skill. 3 is our goal. – no level yet")

    def test_where_nobody_has_named_a_goal_the_page_speaks_of_none(self) -> None:
        place = area(scale=learning(target=""))
        for position, state in ((2, State.NOT_YET), (4, State.AT)):
            skill = at(position, target=0, state=state, steps=grown(1, 2))
            it = page(standing(stands(skill, place=place, target=0, is_ready=True)), guide(areas=(place,)))
            assert "goal" not in said(it).lower()
            assert line_of("Claim", it).endswith("last piece 22 May")


class TestReady:
    """What can be demonstrated now."""

    def test_what_is_near_is_named_and_the_student_may_ask_for_a_time(self) -> None:
        it = page(standing(stands(at(2), is_ready=True)))
        words = it.one("section", aria_labelledby="ready").words
        assert "Argue from evidence. Ada can ask for a time, and may suggest how to show it." in words

    def test_three_are_enough_for_a_summary_and_the_rest_stands_below(self) -> None:
        found = [
            competency(f"LIT.C{number}", title=f"Thing {number}", skills=(Skill(f"LIT.C{number}", "S", CLAIM),))
            for number in range(5)
        ]
        it = page(standing(*(stands(at(2, one.skills[0]), it=one, is_ready=True) for one in found)), guide(found))
        assert "Thing 0, Thing 1, Thing 2." in it.one("section", aria_labelledby="ready").words
        assert "Thing 3, Thing 4." in it.one("section", aria_labelledby="also").words

    def test_what_is_further_away_is_open_too(self) -> None:
        it = page(standing(stands(at(0), is_ready=True)))
        assert it.all("section", aria_labelledby="ready") == []
        assert "Argue from evidence." in it.one("section", aria_labelledby="also").words

    def test_where_nothing_is_ready_nothing_is_said_of_it(self) -> None:
        assert "Ready to show" not in page().words


class TestHabits:
    """Habits are told by themselves."""

    BY = guide((ARGUE, HABIT), areas=(area(), HABITS))

    def shown(self, it: Standing | None = None) -> Element:
        old = habit(2, is_for_a_fresh_look=True, last=day(200))
        return page(it or standing(stands(at(2)), old._replace(is_ready=True)), self.BY)

    def test_they_have_a_section_of_their_own_and_stand_nowhere_else(self) -> None:
        it = self.shown()
        own = it.one("section", aria_labelledby="habits")
        assert "Set goals" in own.words
        assert "never change a level above" in own.words
        assert it.words.count("Set goals") == own.words.count("Set goals") == 1
        assert it.words.count("Plan") == own.words.count("Plan")

    def test_they_are_never_in_the_lines_of_the_summary(self) -> None:
        it = self.shown().one("ul", "sum")
        assert [line.one("h2").words for line in it.all("li")] == ["Literacy"]
        assert it.all(css="e3") == []

    def test_the_summary_says_where_they_are(self) -> None:
        assert self.shown().one("p", "key1").links() == {"Habits are told by themselves.": "#habits"}
        assert self.shown().one("h2", id="habits")
        assert page().all("a", href="#habits") == []

    def test_a_page_of_habits_alone_has_no_summary_lines(self) -> None:
        it = self.shown(standing(habit()))
        assert it.one("ul", "sum").all("li") == []
        assert "is our goal." not in it.one("p", "key1").words


class TestEveryKindOfStudent:
    """No record is too small or too odd for a page."""

    def test_a_newcomer_with_nothing_has_a_whole_page(self) -> None:
        it, by = everything()
        blank = [
            one._replace(
                state=State.NONE,
                position=0,
                skills=tuple(at(0, skill.skill) for skill in one.skills),
                since=None,
                last=None,
            )
            for one in it.competencies
        ]
        new = page(standing(*blank, pathways=[pathway(asked())], pieces=0), by)
        assert "As of 1 June 2026, from 0 pieces of evidence" in new.words
        assert new.words.count("nobody has looked so far") == 7
        assert "Still to show: Argue from evidence" in new.words
        assert "Ready for a fresh look" not in new.words

    def test_a_long_scale_and_a_single_level_both_fit(self) -> None:
        for count, target in ((12, 9), (1, 1)):
            place = area(scale=learning(count, str(target)))
            found = competency(
                skills=(Skill("LIT.ARG.1", "Claim", {str(at): (f"I can do {at}.",) for at in range(1, count + 1)}),)
            )
            for position in range(count + 1):
                skill = at(position, found.skills[0], target=target, steps=grown(*range(1, count + 1)))
                it = page(standing(stands(skill, it=found, place=place)), guide((found,), areas=(place,)))
                assert len(details(it, "Claim").one("span", "track").all("i")) == count
                assert f"{target} is our goal." in it.one("p", "key1").words

    @given(st.lists(st.tuples(st.integers(0, 4), st.booleans(), st.booleans()), min_size=1, max_size=12))
    def test_every_skill_has_its_line(self, rows: list[tuple[int, bool, bool]]) -> None:
        standings = [
            early(position, it) if is_early else at(position, it, is_for_a_fresh_look=is_old and bool(position))
            for it, (position, is_early, is_old) in zip(TWELVE.skills, rows, strict=False)
        ]
        it = page(standing(stands(*standings, it=TWELVE)), BY_TWELVE)
        assert [one.one("strong").words for one in it.all("details", "sk")] == [one.skill.title for one in standings]
        assert not DEFICIT.search(said(it))


def test_the_same_evidence_makes_the_same_page() -> None:
    pages = {student_page(it, ADA, VOICE, by, is_sealed=True) for it, by in (everything(), everything())}
    assert len(pages) == 1
    assert "1 June 2026" in pages.pop()
    assert AS_OF.year == 2026
