"""A group's page for its teachers: it lists, and never ranks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from site_builder.evidence.student import Student
from site_builder.progress.guide import Guide
from site_builder.progress.staff import Brief, brief, group_page
from site_builder.progress.voice import Voice
from tests.progress.standings import (
    ADA,
    ARGUE,
    AS_OF,
    DEFICIT,
    NASTY,
    RETELL,
    SITE,
    at,
    day,
    desk,
    everything,
    guide,
    habit,
    said,
    standing,
    stands,
)
from tests.site.markup import Element, read

BO = Student("s-2", "Bo Alder", "Bo", "Alder, Bo")
CY = Student("s-3", "Cy Moss", "Cy", "moss, cy")
BY = guide((ARGUE, RETELL), site_url=SITE)


def group(*students: tuple[Student, Brief], title: str = "Otters", by: Guide = BY, is_sealed: bool = True) -> Element:
    return read(group_page(title, students, AS_OF, by, is_sealed=is_sealed))


def rows(it: Element) -> list[Element]:
    return it.one("tbody").all("tr")


class TestBrief:
    """What a teacher should know of one student."""

    def test_what_is_nearly_there_is_ready_to_be_shown(self) -> None:
        near = stands(at(2), is_ready=True)
        far = stands(at(1, RETELL.skills[0]), it=RETELL, is_ready=True)
        assert brief(standing(near, far), None).ready == ("LIT.ARG",)

    def test_habits_are_not_among_what_is_ready(self) -> None:
        it = habit(2)._replace(is_ready=True)
        assert brief(standing(it), None).ready == ()

    def test_a_competency_of_which_something_has_not_been_looked_at_for_long_is_named_once(self) -> None:
        old = stands(at(3, is_for_a_fresh_look=True), at(2), at(1, is_for_a_fresh_look=True))
        new = stands(at(2, RETELL.skills[0]), it=RETELL)
        assert brief(standing(old, new), None).fresh == ("LIT.ARG",)

    def test_the_student_asks_in_their_own_words(self) -> None:
        it = brief(standing(), Voice("I like it.", None, ("To speak up",), ("Finding sources",)))
        assert it.help == ("Finding sources",)
        assert brief(standing(), None).help == ()

    def test_the_last_piece_is_the_last_of_all_skills(self) -> None:
        it = stands(at(2, last=day(30)), at(2, RETELL.skills[0], last=day(3)), at(0))
        assert brief(standing(it), None).last == day(3)

    def test_a_newcomer_has_nothing_and_that_is_said(self) -> None:
        it = brief(standing(stands(at(0))), None)
        assert it == Brief("s-1")


class TestPage:
    """The page itself."""

    def test_it_says_whose_it_is_of_which_day_and_of_how_many(self) -> None:
        it = group((ADA, Brief("s-1")), (BO, Brief("s-2")))
        assert it.one("h1").words == "Otters"
        assert it.one("p", "asof").words == "As of 1 June 2026, 2 students by name"
        assert group((ADA, Brief("s-1"))).one("p", "asof").words == "As of 1 June 2026, 1 student by name"

    def test_students_come_by_name(self) -> None:
        it = group((CY, Brief("s-3")), (ADA, Brief("s-1")), (BO, Brief("s-2")))
        assert [row.one("bdi").words for row in rows(it)] == ["Bo Alder", "Ada Brook", "Cy Moss"]

    @given(st.permutations([ADA, BO, CY]), st.lists(st.dates(), min_size=3, max_size=3))
    def test_nothing_but_names_decides_the_order(self, students: list[Student], days: Sequence[date]) -> None:
        known = enumerate(zip(students, days, strict=True))
        briefs = [Brief(it.id, ("LIT.ARG", "LIT.RET")[:number], last=on) for number, (it, on) in known]
        it = group(*zip(students, briefs, strict=True))
        assert [row.one("bdi").words for row in rows(it)] == ["Bo Alder", "Ada Brook", "Cy Moss"]

    def test_it_says_what_each_is_ready_for_and_where_support_is_asked_for(self) -> None:
        (row,) = rows(group((ADA, Brief("s-1", ("LIT.ARG", "LIT.RET"), ("LIT.RET",), ("Sources", "Claims"), day(3)))))
        assert row.words == "Ada Brooklast piece 29 May 2026 Argue from evidence; Retell Retell Sources; Claims"

    def test_nobody_has_to_have_shown_anything(self) -> None:
        (row,) = rows(group((BO, Brief("s-2"))))
        assert row.words == "Bo Alderno evidence yet"
        assert rows(group()) == []

    def test_no_number_on_it_could_rank_anybody(self) -> None:
        standing_, by = everything()
        it = group((ADA, brief(standing_, None)), (BO, Brief("s-2")), by=by)
        for row in rows(it):
            assert not re.search(r"\d", re.sub(r"\d{1,2} [A-Z][a-z]+ \d{4}|Skill \d", "", said(row))), row.words
        assert it.all("ol") == []

    def test_it_says_of_nobody_that_they_fall_short(self) -> None:
        standing_, by = everything()
        assert not DEFICIT.search(said(group((ADA, brief(standing_, None)), (BO, Brief("s-2")), by=by)))

    def test_columns_are_named_also_where_a_telephone_shows_no_table(self) -> None:
        it = group((ADA, Brief("s-1")))
        heads = [head.words for head in it.all("th", scope="col")]
        assert heads[1:] == [cell["data-for"] for cell in rows(it)[0].all("td")]

    def test_names_and_words_of_others_are_text(self) -> None:
        nasty = replace(ADA, name=NASTY)
        by = guide((replace(ARGUE, title=NASTY.replace("<", "&lt;")),))
        it = group((nasty, Brief("s-1", ("LIT.ARG",), ("LIT.ARG",), (NASTY,))), title=NASTY, by=by)
        assert it.all("script") + it.all("img") + it.all("a") == []
        assert it.words.count("<script>alert(1)</script>") == 5
        assert "\u202e" not in it.words

    def test_a_sealed_page_can_be_hidden_and_a_plain_one_has_no_need(self) -> None:
        assert len(group().all("button", data_do="hide")) == 1
        assert group(is_sealed=False).all("button", data_do="hide") == []

    def test_it_carries_the_name_of_the_school(self) -> None:
        assert "Riverbend" in group().one("header").words
        assert desk().ground.settings.title == "Riverbend"
