"""The evidence of a competency as a page lists it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.evidence.piece import Mark, Piece
from site_builder.model import Skill
from site_builder.progress.entries import entries, is_web_address
from site_builder.progress.entry import Entry
from site_builder.progress.standing import Work
from tests.progress.standings import ARGUE, at, guide, piece, stands, work
from tests.site.continua import CLAIM, competency

TWO = competency(skills=(ARGUE.skills[0], Skill("LIT.ARG.2", "Evidence", CLAIM)))
ONE = guide()


def listed(*works: Work, **changes: Any) -> list[Entry]:
    """The entries of a competency with one skill."""
    return entries(stands(at(3, works=works, **changes)), ONE)


def levels(it: Entry) -> list[list[str]]:
    """What each version showed, newest first: the level and the skills."""
    return [[f"{label.striptags()} {skills}" for label, skills in version.shown] for version in it.versions]


class TestTasks:
    """One entry a task."""

    def test_the_newest_comes_first(self) -> None:
        found = listed(
            work(piece(before=40, task="Debate")),
            work(piece(before=2, task="Letter")),
            work(piece(before=20, task="Poster")),
        )
        assert [it.task for it in found] == ["Letter", "Poster", "Debate"]

    def test_a_task_with_a_new_version_is_as_new_as_that(self) -> None:
        revised = work(piece(before=40, task="Debate", attempt=1), piece(before=1, task="Debate", attempt=2))
        assert [it.task for it in listed(revised, work(piece(before=2, task="Letter")))] == ["Debate", "Letter"]

    def test_a_task_that_shows_two_skills_stands_there_once_with_both(self) -> None:
        works = [work(piece("3", task="Debate", skill=it.id)) for it in TWO.skills]
        skills = [at(3, skill, works=(it,)) for skill, it in zip(TWO.skills, works, strict=True)]
        (debate,) = entries(stands(*skills, it=TWO), guide((TWO,)))
        assert levels(debate) == [["3Proficient Claim, Evidence"]]

    def test_levels_of_one_version_go_from_the_furthest_to_what_was_not_to_be_seen(self) -> None:
        works = [
            work(piece("", task="Debate", mark=Mark.MISSED)),
            work(piece("4", task="Debate", skill="LIT.ARG.2")),
            work(piece("2", task="Debate")),
        ]
        found = stands(at(2, works=(works[0], works[2])), at(4, TWO.skills[1], works=(works[1],)), it=TWO)
        (debate,) = entries(found, guide((TWO,)))
        assert levels(debate) == [["4Extending Evidence", "2Developing Claim", "–to be shown another time Claim"]]

    def test_works_without_a_name_each_stand_by_themselves(self) -> None:
        found = listed(work(piece(before=10)), work(piece(before=20)))
        assert [it.task for it in found] == ["A piece of work", "A piece of work"]

    def test_one_task_keeps_its_entry_when_its_name_changes(self) -> None:
        renamed = work(
            piece(before=20, task="Debat", task_id="t1", attempt=1),
            piece(before=10, task="Debate", task_id="t1", attempt=2),
        )
        (debate,) = listed(renamed)
        assert (debate.task, len(debate.versions)) == ("Debate", 2)

    def test_nobody_has_to_have_shown_anything(self) -> None:
        assert entries(stands(at(0)), guide()) == []


class TestVersions:
    """Revisions are stacked, and nothing is deleted."""

    def test_the_newest_try_comes_first(self) -> None:
        tries = [piece(str(level), 30 - 10 * level, task="Letter", attempt=level) for level in (1, 2, 3)]
        (letter,) = listed(work(*tries))
        assert levels(letter) == [["3Proficient Claim"], ["2Developing Claim"], ["1Emerging Claim"]]
        assert [it.day for it in letter.versions] == ["1 June 2026", "22 May 2026", "12 May 2026"]

    def test_a_lower_level_of_a_newer_try_is_not_hidden(self) -> None:
        (letter,) = listed(work(piece("3", 20, task="Letter"), piece("2", 10, task="Letter")))
        assert levels(letter) == [["2Developing Claim"], ["3Proficient Claim"]]

    def test_each_try_keeps_its_own_words_its_reader_and_its_link(self) -> None:
        (letter,) = listed(
            work(
                piece(before=20, task="Letter", comment="Who disagrees?", assessor="Reed", link="https://a.example/1"),
                piece(before=10, task="Letter", reflection="I asked Bo.", assessor="Marsh", link="https://a.example/2"),
            )
        )
        new, old = letter.versions
        assert (new.reflections, new.comments, new.by, new.link) == (
            ["I asked Bo."],
            [],
            "Marsh",
            "https://a.example/2",
        )
        assert (old.reflections, old.comments, old.by, old.link) == (
            [],
            ["Who disagrees?"],
            "Reed",
            "https://a.example/1",
        )

    def test_two_who_read_the_same_try_are_both_heard(self) -> None:
        read = work(
            piece("2", task="Letter", assessor="Reed", comment="Close."),
            piece("3", task="Letter", assessor="Marsh", comment="There."),
            is_read_twice=True,
        )
        (letter,) = listed(read)
        assert letter.is_read_twice
        assert levels(letter) == [["3Proficient Claim", "2Developing Claim"]]
        assert (letter.versions[0].by, letter.versions[0].comments) == ("Reed, Marsh", ["Close.", "There."])

    def test_what_one_reader_says_of_several_skills_is_said_once(self) -> None:
        works = [work(piece(task="Debate", skill=it.id, comment="Clear.", assessor="Reed")) for it in TWO.skills]
        skills = [at(3, skill, works=(it,)) for skill, it in zip(TWO.skills, works, strict=True)]
        (debate,) = entries(stands(*skills, it=TWO), guide((TWO,)))
        assert (debate.versions[0].comments, debate.versions[0].by) == (["Clear."], "Reed")

    def test_practice_is_told_apart(self) -> None:
        (quick,) = listed(work(piece(task="Quick write", is_formative=True)))
        (letter,) = listed(work(piece(before=20, is_formative=True, task="L"), piece(before=10, task="L")))
        assert quick.is_formative
        assert not letter.is_formative
        assert [it.is_formative for it in letter.versions] == [False, True]

    @given(
        st.lists(
            st.tuples(st.integers(0, 300), st.integers(0, 4), st.sampled_from(["", "Letter", "Debate"])), max_size=12
        )
    )
    def test_every_comment_stands_there_once(self, rows: list[tuple[int, int, str]]) -> None:
        pieces: list[Piece] = [
            piece(before=before, attempt=attempt, task=task, comment=f"Comment {number}")
            for number, (before, attempt, task) in enumerate(rows)
        ]
        by_task = [[it for it in pieces if it.task == task] for task in ("Letter", "Debate")]
        works = [work(*sorted(found, key=lambda it: it.on)) for found in by_task if found]
        found = listed(*works, *(work(it) for it in pieces if not it.task))
        said = [words for entry in found for version in entry.versions for words in version.comments]
        assert sorted(said) == sorted(it.comment for it in pieces)


class TestMarks:
    """A row may say something else than a level."""

    def test_an_opportunity_that_was_not_taken_is_not_held_against_anybody(self) -> None:
        (it,) = listed(work(piece("", task="Debate", mark=Mark.MISSED)))
        assert levels(it) == [["–to be shown another time Claim"]]

    def test_what_a_teacher_has_settled_says_so(self) -> None:
        (it,) = listed(work(piece("", task="Debate", mark=Mark.OVERRIDE)))
        assert levels(it) == [["–settled by a teacher Claim"]]

    def test_a_starting_point_shows_its_level(self) -> None:
        (it,) = listed(work(piece("1", mark=Mark.BASELINE)))
        assert levels(it) == [["1Emerging Claim"]]


class TestLinks:
    """Evidence is data, and data does not run."""

    @pytest.mark.parametrize("link", ["https://drive.example/d/1?a=b#c", "http://school.example/"])
    def test_an_address_of_the_web_is_a_link(self, link: str) -> None:
        assert is_web_address(link)
        assert listed(work(piece(link=link)))[0].versions[0].link == link

    @pytest.mark.parametrize(
        "link",
        [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\nscript:alert(1)",
            " javascript:alert(1)",
            "data:text/html,<script>alert(1)</script>",
            "vbscript:x",
            "file:///etc/passwd",
            "//evil.example",
            "\\\\server\\share",
            "https:\\\\evil.example",
            "https://",
            "https://a.example/ javascript:alert(1)",
            "https://a.example\njavascript:alert(1)",
            "https://a.example\n",
            "portfolio.pdf",
            "",
        ],
    )
    def test_anything_else_is_not(self, link: str) -> None:
        assert not is_web_address(link)
        pair = [piece(link=link, task="Letter"), piece(link=link, task="Letter", assessor="Reed")]
        assert [it.versions[0].link for it in listed(work(*pair), work(piece(link=link)))] == ["", ""]

    def test_of_two_readers_links_the_first_that_leads_somewhere_is_taken(self) -> None:
        pair = [piece(link="javascript:x", task="Letter"), piece(link="https://a.example/", task="Letter")]
        assert listed(work(*pair))[0].versions[0].link == "https://a.example/"
