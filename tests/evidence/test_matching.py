"""Whom and what a row means."""

from __future__ import annotations

from dataclasses import replace

from site_builder.evidence.matching import Match, Skills, Students, aliases
from site_builder.identifiers import competency_identifier, skill_identifier
from site_builder.model import Competency, Skill
from tests.evidence.school import COMPETENCIES, FRAMEWORK, ROSTER

STUDENTS, SKILLS = Students(ROSTER), Skills(COMPETENCIES, FRAMEWORK)
DIRECT, SIGN, GOAL = COMPETENCIES
GIVEN = "a1b2c3d4-0000-4000-8000-00000000abcd"


def meant(key: str, *competencies: Competency) -> Match:
    """What a row with this key alone means."""
    return Skills(competencies or COMPETENCIES, FRAMEWORK).match([key, "", ""], {})


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


def test_a_skill_is_found_by_the_uuid_that_is_made_from_its_id() -> None:
    assert meant(skill_identifier(FRAMEWORK, DIRECT.skills[1])) == Match(("WRI.DIR.2",))


def test_a_uuid_is_compared_without_case() -> None:
    assert meant(f" {skill_identifier(FRAMEWORK, DIRECT.skills[0]).upper()} ") == Match(("WRI.DIR.1",))


def test_a_skill_that_came_with_a_uuid_is_found_by_that_and_by_no_other() -> None:
    skill = replace(DIRECT.skills[0], identifier=GIVEN)
    it = replace(DIRECT, skills=(skill, DIRECT.skills[1]))
    assert meant(GIVEN, it) == Match(("WRI.DIR.1",))
    assert meant(skill_identifier(FRAMEWORK, DIRECT.skills[0]), it) == Match(reason="outcome-unmatched")


def test_a_competency_without_skills_is_found_by_its_uuid() -> None:
    assert meant(competency_identifier(FRAMEWORK, GOAL)) == Match(("AGE.GOA",))
    assert meant(skill_identifier(FRAMEWORK, GOAL.skills[0])) == Match(("AGE.GOA",))
    given = replace(GOAL, identifier=GIVEN, skills=(replace(GOAL.skills[0], identifier=GIVEN),))
    assert meant(GIVEN, given) == Match(("AGE.GOA",))


def test_the_uuid_of_a_competency_with_several_skills_means_none_of_them() -> None:
    assert meant(competency_identifier(FRAMEWORK, DIRECT)) == Match(reason="outcome-broad")


def test_another_framework_has_other_uuids() -> None:
    key = skill_identifier(FRAMEWORK, DIRECT.skills[0])
    assert Skills(COMPETENCIES, GIVEN).match([key, "", ""], {}) == Match(reason="outcome-unmatched")


def test_an_id_comes_before_a_uuid_that_looks_the_same() -> None:
    by_id = Competency("WRI.ODD", "odd", "writing", "Odd", "", (Skill(GIVEN, "Odd", {}),), "")
    by_identifier = replace(SIGN, identifier=GIVEN)
    for known in ((by_id, by_identifier), (by_identifier, by_id)):
        assert meant(GIVEN, *known) == Match((GIVEN,))


def test_a_uuid_that_a_map_names_means_what_the_map_says() -> None:
    key = skill_identifier(FRAMEWORK, DIRECT.skills[0])
    assert SKILLS.match([key, "", ""], aliases({key.upper(): "WRI.SIG.1"})) == Match(("WRI.SIG.1",))
