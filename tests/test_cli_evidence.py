"""“continuum evidence” as a school uses it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.private.repository import git, needs_git, repository
from tests.schoolroom import HEADER, ROWS, Schoolroom

STRANGE = "S1,Speaking up,2,2026-10-02,,,,,,,,\nS1,Argue with claims,2,2026-10-03,,,,,,,,\n"


@pytest.fixture
def room(tmp_path: Path) -> Schoolroom:
    """A school that has read nothing yet."""
    return Schoolroom(tmp_path)


def test_an_export_becomes_a_store_and_the_command_says_how_much_it_took(room: Schoolroom) -> None:
    room.read()
    assert room.code == 0
    assert "export.csv: our own sheet, 8 rows, 8 of them evidence." in room.output
    assert f"8 pieces of evidence of 3 students in {room.store}." in room.output
    assert room.store.stat().st_mode & 0o077 == 0
    assert room.printed == ""
    assert room.is_discreet()


def test_what_is_no_evidence_is_set_aside_with_its_reason(room: Schoolroom) -> None:
    room.write("export.csv", "\n".join((HEADER, *ROWS, "S9,LIT.ARG.1,1,2026-09-04,,,,,,,,", "")))
    assert room.read().code == 0
    assert "1 rows set aside (student-unknown): no student on the roster has this id." in room.output
    assert "student-unknown" in (room.office / "evidence.set-aside.csv").read_text(encoding="utf-8")
    assert room.is_discreet()


def test_the_same_twice_and_in_another_order_is_the_same_store(room: Schoolroom) -> None:
    first = room.read().store.read_bytes()
    assert room.read().store.read_bytes() == first
    room.write("export.csv", "\n".join((HEADER, *reversed(ROWS), "")))
    assert room.read().store.read_bytes() == first


def test_outcomes_that_mean_nothing_are_proposed_as_a_map_on_the_standard_output(room: Schoolroom) -> None:
    file = room.write("strange.csv", f"{HEADER}\n{STRANGE}")
    room.run("evidence", "match", file, "-C", room.school.root, "--roster", room.roster)
    assert room.code == 0
    assert room.printed.startswith("# Take away the “#”")
    assert '"Argue with claims": LIT.ARG.' in room.printed
    assert "2 outcomes without a skill." in room.output
    assert not room.store.exists()


def test_a_proposal_that_a_person_confirms_is_a_map_that_is_read(room: Schoolroom) -> None:
    file = room.write("strange.csv", f"{HEADER}\n{STRANGE}")
    proposed = room.run("evidence", "match", file, "-C", room.school.root, "--roster", room.roster).printed
    kept = [it.replace("# ", "", 1) if "LIT.ARG.1 " in it else it for it in proposed.splitlines()]
    assert kept != proposed.splitlines()
    map = room.write("map.yml", "\n".join(kept) + "\n")
    assert room.read(file, more=["--map", map]).code == 0, room.output
    assert "1 of them evidence" in room.output


def test_where_everything_has_its_skill_nothing_is_proposed(room: Schoolroom) -> None:
    room.run("evidence", "match", room.export, "-C", room.school.root, "--roster", room.roster)
    assert (room.code, room.printed) == (0, "")
    assert "0 outcomes without a skill." in room.output


@pytest.mark.parametrize("what", ["roster", "export"])
@needs_git
def test_what_git_keeps_is_not_read(room: Schoolroom, tmp_path: Path, what: str) -> None:
    kept = repository(tmp_path / "kept")
    moved = getattr(room, what).rename(kept / f"{what}-of-ours.csv")
    git(kept, "add", moved.name)
    roster, export = (moved, room.export) if what == "roster" else (room.roster, moved)
    room.run("evidence", "read", export, "-C", room.school.root, "--roster", roster, "-o", room.store)
    assert room.code == 1
    assert (
        f"error[private-tracked]: git keeps the {what}, so everybody who has the repository has it too" in room.output
    )
    assert not room.store.exists()


@needs_git
def test_evidence_is_not_written_where_git_would_keep_it(room: Schoolroom, tmp_path: Path) -> None:
    kept = repository(tmp_path / "kept")
    (kept / "evidence").mkdir()
    room.read(more=["-o", kept / "evidence/ours.db"])
    assert room.code == 1
    assert "error[private-tracked]" in room.output
    assert list((kept / "evidence").iterdir()) == []


@pytest.mark.parametrize("folder", ["site", ".site.spare"])
def test_nothing_private_is_read_from_or_written_into_the_public_site(room: Schoolroom, folder: str) -> None:
    assert room.school.build().code == 0
    assert room.school.write("continuum/pages/more.md", "---\ntitle: More\n---\nMore.\n").build().code == 0
    site = room.school.root / folder
    assert site.is_dir()
    export = site / "export.csv"
    export.write_bytes(room.export.read_bytes())
    assert room.read(export).code == 1
    assert "error[private-in-site]" in room.output
    assert room.read(more=["-o", site / "evidence.parquet"]).code == 1
    assert "error[private-in-site]" in room.output
    assert not (site / "evidence.parquet").exists()


def test_a_store_that_cannot_be_written_is_a_sentence(room: Schoolroom) -> None:
    room.write("full", "a file, and no folder")
    room.read(more=["-o", room.office / "full/evidence.parquet"])
    assert room.code == 1
    assert "error[private-unwritable]" in room.output
    assert sorted(it.name for it in room.office.iterdir()) == ["export.csv", "full", "roster.csv"]


def test_a_map_that_cannot_be_read_is_pointed_at(room: Schoolroom) -> None:
    room.read(more=["--map", room.write("map.yml", "columns: [a]\n")])
    assert room.code == 1
    assert "map.yml:1:" in room.output
    assert not room.store.exists()


def test_a_folder_without_a_continuum_is_said_to_be_one_and_left_as_it_is(room: Schoolroom, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    room.run("evidence", "read", room.export, "-C", tmp_path / "empty", "--roster", room.roster, "-o", room.store)
    assert room.code == 1
    assert "error[settings-missing]" in room.output
    assert list((tmp_path / "empty").iterdir()) == []


@pytest.mark.parametrize("words", [["evidence", "read"], ["evidence", "read", "nowhere.csv"], ["evidence", "measure"]])
def test_a_command_that_is_given_wrongly_has_code_2(room: Schoolroom, words: list[str]) -> None:
    assert room.run(*words).code == 2


@pytest.mark.parametrize("env", [{}, {"GITHUB_ACTIONS": "true"}])
def test_a_roster_with_faults_is_pointed_at_by_rows_and_not_by_names(room: Schoolroom, env: dict[str, str]) -> None:
    text = room.roster.read_text(encoding="utf-8")
    room.write(
        "roster.csv", text + 'S1,Noor Layla Haddad,Noor,"Haddad, Noor Layla",English,,,,nhaddad@students.example.org\n'
    )
    room.read(**env)
    assert room.code == 1
    assert "error[roster-row]: row 6 has the id of row 2, so two students go by it" in room.output
    assert ("::error file=" in room.output) == bool(env)
    assert room.is_discreet()
