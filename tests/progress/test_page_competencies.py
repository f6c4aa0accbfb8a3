"""Each competency on a private page: where it stands, and all that it rests on."""

from __future__ import annotations

import re
from typing import Any

from site_builder.evidence.piece import Mark
from site_builder.progress.standing import State
from tests.progress.standings import (
    ARGUE,
    RETELL,
    at,
    day,
    details,
    early,
    full,
    grown,
    guide,
    line_of,
    page,
    piece,
    standing,
    stands,
    work,
)


def claim(**changes: Any) -> str:
    """The line of the only skill of a page."""
    return line_of("Claim", page(standing(stands(at(2)._replace(**changes)))))


class TestStates:
    """The distinct things that can be true of a skill are told apart, in words."""

    def test_nobody_has_looked_so_far_is_not_a_level(self) -> None:
        assert line_of("Claim", page(standing(stands(at(0))))) == "–No evidence yetnobody has looked so far"

    def test_early_evidence_says_how_much_there_is(self) -> None:
        assert line_of("Claim", page(standing(stands(early(2))))) == "2Developingearly evidence, 1 piece, 22 May"
        assert claim(state=State.EARLY, pieces=2) == "2Developingearly evidence, 2 pieces, 22 May"

    def test_not_yet_is_not_yet(self) -> None:
        assert claim() == "2Developingnot yet at our goal, last piece 22 May"

    def test_at_the_goal_since_a_day(self) -> None:
        assert line_of("Claim", page(standing(stands(at(3))))) == "3Proficientat our goal since 12 May"

    def test_beyond_the_goal_is_told_from_at_it(self) -> None:
        assert line_of("Claim", page(standing(stands(at(4))))) == "4Extendingbeyond our goal, since 12 May"

    def test_what_nobody_has_looked_at_for_long_is_ready_for_a_fresh_look(self) -> None:
        assert (
            claim(is_for_a_fresh_look=True, last=day(200))
            == "2Developingready for a fresh look, last piece 13 November"
        )

    def test_practice_that_shows_more_is_told_beside_it(self) -> None:
        assert claim(is_shown_in_practice=True).endswith("last piece 22 May; practice shows more already")

    def test_all_five_are_told_apart(self) -> None:
        found = [at(0), early(2), at(2), at(3), at(4)]
        lines = [re.sub(r"^\d?\w*", "", line_of("Claim", page(standing(stands(it))))) for it in found]
        assert len(set(lines)) == 5

    def test_a_teachers_decision_says_who_decided_when_and_why(self) -> None:
        decided = piece("2", 9, mark=Mark.JUDGEMENT, assessor="Ms Reed", comment="She explained it to the class.")
        for one, wanted in (
            (decided, "Ms Reed decided on 23 May: She explained it to the class."),
            (decided._replace(assessor=""), "Decided on 23 May: She explained it to the class."),
            (decided._replace(comment=""), "Ms Reed decided on 23 May."),
        ):
            assert wanted in details(page(standing(stands(at(2, decision=one)))), "Claim").words
        bare = page(standing(stands(at(2, decision=decided._replace(comment="", assessor="")))))
        assert "ecided on" not in bare.words


class TestCompetencies:
    """Each competency in a fold, with all that it rests on."""

    def test_it_says_since_when_it_is_at_the_goal_or_beyond(self) -> None:
        assert "At our goal since 12 May." in page(standing(stands(at(3)))).words
        beyond = page(standing(stands(at(4)))).words
        assert "Beyond our goal, since 12 May." in beyond
        assert "At our goal since" not in beyond

    def test_it_says_what_helps_to_have_first(self) -> None:
        it = page(standing(stands(at(0), lacking=("LIT.RET", "LIT.GONE"))), guide((ARGUE, RETELL)))
        assert "It helps to have first: Retell." in it.words

    def test_where_nothing_has_to_come_first_it_says_so(self) -> None:
        assert "Nothing has to come first" in page(standing(stands(at(0), is_ready=True))).words

    def test_growth_is_drawn_and_said(self) -> None:
        it = details(page(standing(stands(at(3, steps=grown(1, 2, 3))))), "Claim")
        assert it.one("svg", "grow")["aria-label"] == "1, 2 May 2026; 2, 12 May 2026; 3, 22 May 2026"

    def test_every_drawing_is_either_said_or_beside_words_that_say_the_same(self) -> None:
        for it in full().all("svg"):
            assert it["aria-hidden"] == "true" or (it["role"] == "img" and it["aria-label"])
        for it in full().all("span", "track"):
            assert it["aria-hidden"] == "true" and it.next().words

    def test_revisions_of_a_task_are_stacked_and_nothing_is_deleted(self) -> None:
        tries = work(
            piece("1", 40, task="Letter", comment="Say what you think.", assessor="Reed", link="https://a.example/1"),
            piece("2", 20, task="Letter", comment="Who disagrees?", assessor="Marsh"),
            piece("3", 10, task="Letter", reflection="I asked Bo.", assessor="Reed", link="https://a.example/2"),
        )
        it = page(standing(stands(at(3, works=(tries,))))).one("article", "ev")
        order = [
            "22 May 2026",
            "I asked Bo.",
            "2 earlier tries, kept",
            "12 May 2026",
            "Who disagrees?",
            "22 April 2026",
        ]
        places = [it.words.index(words) for words in [*order, "Say what you think."]]
        assert places == sorted(places)
        assert it.links() == {"Letter": "https://a.example/2", "22 April 2026": "https://a.example/1"}

    def test_one_earlier_try_is_not_several(self) -> None:
        tries = work(piece("1", 30, task="Letter"), piece("2", 20, task="Letter"))
        assert "1 earlier try, kept" in page(standing(stands(at(2, works=(tries,))))).words

    def test_practice_is_named_so(self) -> None:
        quick = work(piece("2", kind="writing", task="Quick write", is_formative=True))
        it = page(standing(stands(at(2, works=(quick,))))).one("article", "ev form")
        assert "22 May 2026 · writing · practice" in it.words

    def test_two_people_who_saw_different_levels_are_told(self) -> None:
        twice = work(piece("2", task="Letter"), is_read_twice=True)
        assert "It counts at the one that both saw." in page(standing(stands(at(2, works=(twice,))))).words

    def test_without_any_evidence_there_is_no_heading_for_it(self) -> None:
        assert "Evidence" not in [it.words for it in page(standing(stands(at(0)))).all("h4")]

    def test_competencies_for_a_fresh_look_are_listed(self) -> None:
        it = page(standing(stands(at(2, is_for_a_fresh_look=True, last=day(200)))))
        assert it.one("section", aria_labelledby="fresh").one("p").words == "Argue from evidence."

    def test_the_rule_is_told_in_one_sentence(self) -> None:
        assert "You are at a level in a skill when 2 of your latest 3 pieces of work show it." in page().words
