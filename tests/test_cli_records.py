"""“continuum export clr”: drafts of records, private, not signed, and valid."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft201909Validator

from tests.private.repository import needs_git, repository
from tests.schoolroom import DAY, Schoolroom, tree

SHARED = Path(os.environ.get("CONTINUUM_SHARED") or Path(__file__).parents[2] / "shared")
SCHEMAS = SHARED / "schemas"
WHY_ABSENT = "the schemas of CLR 2.0 and Open Badges 3.0 are not there (shared/schemas), so nothing is checked by them"
SHOWN = ("S1", "S2", "S3")


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Schoolroom:
    """A school with evidence, and the drafts of its students."""
    room = Schoolroom(tmp_path_factory.mktemp("pattern")).ready()
    assert drafts(room).code == 0, room.output
    return room


@pytest.fixture
def room(pattern: Schoolroom, tmp_path: Path) -> Schoolroom:
    """A copy of it to work with."""
    return pattern.copy(tmp_path)


def drafts(room: Schoolroom, *more: str | Path) -> Schoolroom:
    """Run “continuum export clr”."""
    who = ("-C", room.school.root, "--roster", room.roster, "--evidence", room.store, "--as-of", DAY)
    return room.run("export", "clr", *who, "-o", room.office / "drafts", *more)


def draft(room: Schoolroom, student: str) -> dict[str, Any]:
    """The draft of a student."""
    found: dict[str, Any] = json.loads((room.office / f"drafts/records/{student}.json").read_bytes())
    return found


def statements(room: Schoolroom, student: str) -> dict[str, dict[str, Any]]:
    """What a draft says, by the id of the competency."""
    said = draft(room, student)["credentialSubject"]["verifiableCredential"]
    return {it["credentialSubject"]["achievement"]["humanCode"]: it for it in said}


def levels(statement: dict[str, Any]) -> dict[str, tuple[str, str]]:
    """The level and the status of each skill that a statement has a result for, by the skill's name."""
    subject = statement["credentialSubject"]
    described = {it["id"]: it for it in subject["achievement"]["resultDescription"]}
    found = {}
    for it in subject["result"]:
        skill = described[it["resultDescription"]]
        [level] = [one for one in skill["rubricCriterionLevel"] if one["id"] == it["achievedLevel"]]
        assert level["name"] == it["value"]
        found[skill["name"]] = (level["name"], it["status"])
    return found


def test_every_student_with_evidence_has_a_draft(room: Schoolroom) -> None:
    assert drafts(room).code == 0
    assert "3 drafts in" in room.output and "not signed" in room.output
    files = [it for it in tree(room.office / "drafts") if it.endswith(".json")]
    assert files == [f"records/{id}.json" for id in SHOWN]
    assert room.printed == ""
    assert room.is_discreet()


def test_a_draft_says_where_the_student_stands_skill_by_skill(room: Schoolroom) -> None:
    said = statements(room, "S1")
    assert set(said) == {"LIT.ARG", "AGE.GOA"}
    assert levels(said["LIT.ARG"]) == {"Claim": ("Steady", "Completed")}
    assert levels(statements(room, "S2")["LIT.ARG"]) == {"Claim": ("Starting", "InProgress")}


def test_a_competency_that_nobody_has_looked_at_is_not_in_it(room: Schoolroom) -> None:
    assert set(statements(room, "S3")) == {"LIT.RET", "LIT.ARG"}


def test_it_names_the_works_and_keeps_what_was_said_to_the_student_out(room: Schoolroom) -> None:
    statement = statements(room, "S1")["LIT.ARG"]
    assert [it["name"] for it in statement["evidence"]] == ["A talk about bells", "Should lunch be longer?"]
    text = json.dumps(draft(room, "S1"))
    assert "You waited for the objection" not in text and "I changed my mind" not in text and "Lindg" not in text


def test_it_says_in_each_name_that_it_is_a_draft_and_has_no_signature(room: Schoolroom) -> None:
    made = draft(room, "S1")
    for it in (made, *made["credentialSubject"]["verifiableCredential"]):
        assert it["name"].startswith("Draft, not signed: ")
        assert "Nobody has signed it" in it["description"]
        assert "proof" not in it
    assert made["validFrom"] == f"{DAY}T00:00:00Z"


def test_it_speaks_the_language_that_the_family_reads(room: Schoolroom) -> None:
    made = draft(room, "S3")
    assert made["name"] == "مسوّدة غير موقّعة: ليلى المنصوري"
    for it in made["credentialSubject"]["verifiableCredential"]:
        assert it["name"].startswith("مسوّدة غير موقّعة: ")
        assert it["evidence"][0]["description"] in ("أُنجز في 2 أكتوبر 2026", "أُنجز في 6 نوفمبر 2026")


def test_nothing_in_it_speaks_of_failure_grades_or_others(room: Schoolroom) -> None:
    for student in SHOWN:
        text = json.dumps(draft(room, student), ensure_ascii=False)
        assert not any(word in text for word in ("Failed", "GradePointAverage", "LetterGrade", "Percent", "rank"))
        others = [it for it in ("Noor", "Quillfeather", "المنصوري", "Tomasz") if it not in text]
        assert len(others) == 3


@pytest.mark.parametrize("student", SHOWN)
def test_it_is_valid_by_the_official_schemas(room: Schoolroom, student: str) -> None:
    if not SCHEMAS.is_dir():
        pytest.skip(WHY_ABSENT)
    record = json.loads((SCHEMAS / "clr2/official/clr_v2p0_clrcredential_schema.json").read_bytes())
    one = json.loads((SCHEMAS / "openbadges3/official/ob_v3p0_achievementcredential_schema.json").read_bytes())
    made = draft(room, student)
    Draft201909Validator(record, format_checker=Draft201909Validator.FORMAT_CHECKER).validate(made)
    for it in made["credentialSubject"]["verifiableCredential"]:
        Draft201909Validator(one, format_checker=Draft201909Validator.FORMAT_CHECKER).validate(it)


def test_drafts_are_the_same_at_every_run(room: Schoolroom) -> None:
    before = tree(room.office / "drafts")
    assert drafts(room).code == 0
    assert tree(room.office / "drafts") == before


def test_only_their_owner_can_read_them(room: Schoolroom) -> None:
    for path in (room.office / "drafts").rglob("*.json"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


@needs_git
def test_they_do_not_go_where_git_would_keep_them(room: Schoolroom, tmp_path: Path) -> None:
    shared = repository(tmp_path / "repository")
    assert drafts(room, "-o", shared / "drafts").code == 1
    assert "error[private-tracked]" in room.output
    assert not (shared / "drafts").exists()
    assert room.is_discreet()


def test_they_do_not_go_into_the_public_site(room: Schoolroom) -> None:
    assert drafts(room, "-o", room.school.root / "site" / "drafts").code == 1
    assert "error[private-in-site]" in room.output


@pytest.mark.parametrize("lacking", ["--roster", "--evidence"])
def test_without_evidence_and_roster_there_is_nobody_to_write_of(room: Schoolroom, lacking: str) -> None:
    said = {"--roster": room.roster, "--evidence": room.store}
    more = [part for name, value in said.items() if name != lacking for part in (name, value)]
    room.run("export", "clr", "-C", room.school.root, *more, "-o", room.office / "other")
    assert room.code == 2
    assert lacking in room.output
