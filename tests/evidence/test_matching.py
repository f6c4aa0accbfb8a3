"""Whom and what a row means."""

from __future__ import annotations

from site_builder.evidence.matching import Match, Skills, Students, aliases
from tests.evidence.school import COMPETENCIES, ROSTER

STUDENTS, SKILLS = Students(ROSTER), Skills(COMPETENCIES)


def test_keys_are_compared_without_case_blanks_and_composition() -> None:
    assert STUDENTS.match(["  S\u00d8REN\u200b ", "", "", "", ""], {}) == Match(("søren",))
    assert SKILLS.match(["wri.dir.1 ", "", ""], {}) == Match(("WRI.DIR.1",))


def test_a_number_of_the_other_system_is_found_among_other_ids_only() -> None:
    assert STUDENTS.match(["", "", "", "S1", ""], {}) == Match(reason="student-unknown")
    assert STUDENTS.match(["", "", "", "901", ""], {}) == Match(("S1",))
    assert SKILLS.match(["", "", "WRI.SIG.1"], {}) == Match(reason="outcome-unmatched")


def test_two_keys_of_one_student_agree() -> None:
    assert STUDENTS.match(["S1", "ada", "ADA@school.example", "901", ""], {}) == Match(("S1",))


def test_what_a_map_says_comes_first() -> None:
    said = aliases({"Old turns": "WRI.DIR.2", "5001": "WRI.DIR.1"})
    assert SKILLS.match(["WRI.SIG.1", "old  TURNS", ""], said) == Match(("WRI.DIR.2",))
    assert SKILLS.match(["WRI.SIG.1", "", "5001"], said) == Match(("WRI.DIR.1",))
    assert SKILLS.match(["Old turns", "", "5001"], said) == Match(reason="outcome-unclear")
    assert STUDENTS.match(["S1", "", "", "", ""], aliases({"s1": "S2"})) == Match(("S2",))


def test_a_competency_means_its_skill_if_it_has_only_one() -> None:
    assert SKILLS.match(["WRI.SIG", "", ""], {}) == Match(("WRI.SIG.1",))
    assert SKILLS.match(["WRI.DIR", "", ""], {}) == Match(reason="outcome-broad")
    assert SKILLS.match(["WRI.DIR", "", ""], {}, for_all=True) == Match(("WRI.DIR.1", "WRI.DIR.2"))
