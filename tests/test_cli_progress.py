"""“continuum progress” as a school uses it, and what it refuses."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from site_builder.private.output import MARKER
from tests.private.repository import needs_git, repository
from tests.schoolroom import HEADER, IDS, ROWS, Schoolroom, tree

# What is imported when a command needs it.
_LATE = ("site_builder.evidence", "site_builder.p", "site_builder.tables")
PRIVATE = ("private-in-site", "private-refused", "private-tracked")


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Schoolroom:
    """A school with evidence, keys, sealed and plain pages, letters and a public site."""
    return Schoolroom(tmp_path_factory.mktemp("pattern")).published()


@pytest.fixture
def room(pattern: Schoolroom, tmp_path: Path) -> Schoolroom:
    """A copy of it to work with."""
    return pattern.copy(tmp_path)


# Sealed pages


def test_every_student_and_group_has_a_sealed_page_that_their_key_opens(room: Schoolroom) -> None:
    assert room.progress().code == 0
    assert f"4 sealed pages of students and 2 of groups in {room.private}." in room.output
    assert "Tomasz" in room.text("S4")
    assert "Now one could disagree." in room.text("S1")
    assert room.printed == ""
    assert room.is_discreet()


def test_nothing_in_the_folder_of_sealed_pages_can_be_read(room: Schoolroom) -> None:
    everything = b"".join([*tree(room.private).values(), "".join(tree(room.private)).encode()])
    assert [it for it in room.private_texts() if it.encode() in everything] == []
    assert not any(f">{it}<".encode() in everything for it in IDS)


def test_every_page_is_sealed_anew_and_stands_where_it_stood(room: Schoolroom) -> None:
    before, said = tree(room.private), [room.text(it) for it in IDS]
    room.progress()
    after = tree(room.private)
    assert after.keys() == before.keys()
    assert [it for it in after if it.startswith("p/") and after[it] == before[it]] == []
    assert [room.text(it) for it in IDS] == said


def test_decoys_fill_the_number_of_pages_up(room: Schoolroom) -> None:
    room.progress("--decoys", "10")
    assert "4 sealed pages of students and 2 of groups" in room.output
    assert "and 4 that nobody can open" in room.output
    pages = list((room.private / "p").glob("*/index.html"))
    assert len(pages) == 10
    sizes = sorted(it.stat().st_size for it in pages)
    assert sizes[-1] - sizes[0] < sizes[0]
    assert room.verify().code == 0, room.output
    assert room.progress("--decoys", "2").code == 0
    assert len(list((room.private / "p").iterdir())) == 6


def test_a_student_without_a_key_is_named_by_id_and_nothing_is_written(room: Schoolroom) -> None:
    before = tree(room.private)
    room.write("roster.csv", room.roster.read_text(encoding="utf-8") + "S5,Isak Fernbrook,,,,,,,\n")
    room.progress()
    assert room.code == 1
    assert "error[key-lacking]: the student “S5” has no key" in room.output
    assert "“continuum keys new”" in room.output
    assert tree(room.private) == before
    assert room.is_discreet()


def test_the_result_as_json_holds_numbers_and_nobody(room: Schoolroom) -> None:
    found = json.loads(room.progress("--json", "--decoys", "10", GITHUB_ACTIONS="true").printed)
    assert {it: found[it] for it in ("students", "groups", "decoys")} == {"students": 4, "groups": 2, "decoys": 4}
    assert room.is_discreet()


def test_what_forbids_to_go_on_is_json_too(room: Schoolroom) -> None:
    room.write("roster.csv", room.roster.read_text(encoding="utf-8") + "S5,Isak Fernbrook,,,,,,,\n")
    room.progress("--json")
    assert room.code == 1
    assert [it["code"] for it in json.loads(room.printed)["problems"]] == ["key-lacking"]


def test_a_comment_that_names_another_child_is_a_warning_by_ids(room: Schoolroom) -> None:
    room.write(
        "export.csv", "\n".join((HEADER, *ROWS, "S2,LIT.ARG.1,2,2026-10-30,,,,,,Better than Tomasz Haddad.,,", ""))
    )
    room.read().progress(GITHUB_ACTIONS="true")
    assert room.code == 0
    assert "warning[comment-names-other]: what is said to S2 seems to name somebody else: S4" in room.output
    assert "::warning file=" in room.printed
    assert room.is_discreet()


def test_words_of_students_are_on_their_pages_and_words_of_nobody_are_told(room: Schoolroom) -> None:
    room.write(
        "words/S1.md", "---\nsaid: 2026-11-12\ngoals: [Ask before I argue.]\n---\nI wait for the other side now.\n"
    )
    room.write("words/S77.md", "Who am I?\n")
    assert room.progress("--words", room.office / "words").code == 0, room.output
    assert "I wait for the other side now." in room.text("S1")
    assert "warning[words-of-nobody]" in room.output
    assert room.verify("--words", room.office / "words").code == 0, room.output
    assert room.verify().code == 1


# Plain pages, and the day


def test_plain_pages_can_be_read_and_are_listed(room: Schoolroom) -> None:
    room.plain()
    plain = room.office / "plain"
    assert f"4 readable pages of students and 2 of groups in {plain}." in room.output
    index = (plain / "index.html").read_text(encoding="utf-8")
    assert "Noor Layla Haddad" in index
    assert 'href="students/S1.html"' in index
    assert "Now one could disagree." in (plain / "students/S1.html").read_text(encoding="utf-8")
    assert plain.stat().st_mode & 0o077 == 0
    assert room.is_discreet()


def test_a_page_of_a_day_knows_nothing_that_came_later(room: Schoolroom) -> None:
    room.plain(day="2026-09-10")
    page = (room.office / "plain/students/S1.html").read_text(encoding="utf-8")
    assert "Say who disagrees." in page
    assert "Now one could disagree." not in page
    assert "10 September 2026" in page or "2026-09-10" in page or "Sep" in page


def test_the_same_twice_is_the_same_plain_pages(room: Schoolroom) -> None:
    before = tree(room.office / "plain")
    room.plain()
    assert tree(room.office / "plain") == before


@pytest.mark.parametrize("zone", ["UTC", "Pacific/Kiritimati", "America/Adak"])
def test_whoever_makes_them_wherever_the_plain_pages_are_the_same(room: Schoolroom, zone: str) -> None:
    before = tree(room.office / "plain")
    words = [
        "progress",
        "-C",
        room.school.root,
        "--roster",
        room.roster,
        "--evidence",
        room.store,
        "--as-of",
        "2026-11-20",
    ]
    env = {**os.environ, "TZ": zone, "PYTHONHASHSEED": str(len(zone)), "LC_ALL": "C"}
    command = [
        sys.executable,
        "-c",
        "from site_builder.cli import main; main()",
        *words,
        "--plain",
        room.office / "again",
    ]
    done = subprocess.run(list(map(str, command)), env=env, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert tree(room.office / "again") == before


# Where private things may lie


@needs_git
@pytest.mark.parametrize("what", ["roster.csv", "evidence.parquet", "keys.json"])
def test_what_git_keeps_is_not_read(room: Schoolroom, tmp_path: Path, what: str) -> None:
    kept = repository(tmp_path / "kept")
    (kept / "kept" / what).write_bytes((room.office / what).read_bytes())
    (kept / "kept" / what).chmod(0o600)
    subprocess.run(["git", "-C", str(kept), "add", "--force", "."], check=True)
    at = {
        it: kept / "kept" / it if it == what else room.office / it
        for it in ("roster.csv", "evidence.parquet", "keys.json")
    }
    before = tree(room.private)
    room.run(
        *("progress", "-C", room.school.root, "--roster", at["roster.csv"], "--evidence", at["evidence.parquet"]),
        *("--keys", at["keys.json"], "-o", room.private),
    )
    assert room.code == 1
    assert "error[private-tracked]: git keeps the" in room.output
    assert tree(room.private) == before
    assert room.is_discreet()


@pytest.mark.parametrize(
    "folder", ["site", "site/private", ".site.spare", ".site.spare/p", ".", "continuum/pages", "exemplars"]
)
@pytest.mark.parametrize("option", ["--plain", "-o"])
def test_private_pages_are_kept_out_of_the_public_site_and_the_sources(
    room: Schoolroom, folder: str, option: str
) -> None:
    room.school.write("continuum/pages/more.md", "---\ntitle: More\n---\nMore.\n").build()
    assert (room.school.root / ".site.spare").is_dir()
    before = {way: data for way, data in tree(room.school.root).items() if not way.startswith(".continuum/")}
    room.progress(option, room.school.root / folder)
    assert room.code == 1
    assert any(f"error[{it}]" in room.output for it in PRIVATE)
    assert {way: data for way, data in tree(room.school.root).items() if not way.startswith(".continuum/")} == before


@pytest.mark.parametrize("folder", ["site", ".site.spare"])
def test_letters_are_kept_out_of_the_public_site(room: Schoolroom, folder: str) -> None:
    room.school.write("continuum/pages/more.md", "---\ntitle: More\n---\nMore.\n").build()
    assert room.letters("-o", room.school.root / folder / "letters").code == 1
    assert "error[private-in-site]" in room.output


@pytest.mark.parametrize("name", ["private", "private/public", "plain", "letters"])
def test_the_public_site_is_kept_out_of_private_pages(room: Schoolroom, name: str) -> None:
    before = tree(room.office)
    room.school.build("-o", str(room.office / name))
    assert room.school.code == 1
    assert "-refused]" in room.school.output
    assert tree(room.office) == before


@needs_git
def test_readable_pages_and_letters_are_not_written_where_git_would_keep_them(room: Schoolroom, tmp_path: Path) -> None:
    kept = repository(tmp_path / "kept")
    assert room.progress("--plain", kept / "plain").code == 1
    assert "error[private-tracked]" in room.output
    assert room.letters("-o", kept / "letters").code == 1
    assert "error[private-tracked]" in room.output
    assert not (kept / "plain").exists()
    assert not (kept / "letters").exists()
    assert room.progress("--plain", kept / "private/plain").code == 0, room.output


def test_a_folder_with_other_files_is_left_alone(room: Schoolroom) -> None:
    mine = room.write("mine/thesis.txt", "years of work")
    room.progress("-o", mine.parent)
    assert room.code == 1
    assert "error[private-refused]" in room.output
    assert tree(mine.parent) == {"thesis.txt": b"years of work"}


def test_what_is_no_store_is_said_to_be_none(room: Schoolroom) -> None:
    room.store.write_bytes(b"PAR1 and nothing more")
    assert room.progress().code == 1
    assert "error[store-foreign]: evidence.parquet is not a store of evidence, or it is damaged" in room.output


def test_a_folder_without_a_continuum_is_left_as_it_is(room: Schoolroom, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for run in (room.progress, room.letters, room.verify):
        assert run("-C", tmp_path / "empty").code == 1
        assert "error[settings-missing]" in room.output
    assert list((tmp_path / "empty").iterdir()) == []


# Usage, and what is not installed


WRONG = {
    "neither keys nor plain": lambda it: it.run(
        "progress", "-C", it.school.root, "--roster", it.roster, "--evidence", it.store
    ),
    "a day that is none": lambda it: it.progress(day="20 November"),
    "a day that does not exist": lambda it: it.progress(day="2026-02-29"),
    "no roster": lambda it: it.run("progress", "-C", it.school.root, "--evidence", it.store, "--keys", it.register),
    "a roster that is not there": lambda it: it.progress("--roster", it.office / "nobody.csv"),
    "fewer than no decoys": lambda it: it.progress("--decoys", "-1"),
    "an address that is none": lambda it: it.letters("--at", "private.school.example"),
    "evidence without a roster": lambda it: it.run("verify", it.private, "--keys", it.register, "--evidence", it.store),
    "a site that is not there": lambda it: it.audit(it.office / "nowhere"),
}


@pytest.mark.parametrize("what", WRONG)
def test_a_command_that_is_given_wrongly_has_code_2(room: Schoolroom, what: str) -> None:
    before = tree(room.private)
    WRONG[what](room)
    assert room.code == 2
    assert tree(room.private) == before
    assert room.is_discreet()


COMMANDS = {
    "duckdb": lambda it: it.progress(),
    "cryptography": lambda it: it.keys("verify"),
    "segno": lambda it: it.letters(),
    "python_calamine": lambda it: it.read(),
    "distributed": lambda it: it.progress("--dask", "tcp://127.0.0.1:1"),
}


@pytest.mark.parametrize("library", COMMANDS)
def test_what_is_not_installed_is_said_in_one_line(
    room: Schoolroom, monkeypatch: pytest.MonkeyPatch, library: str
) -> None:
    for name in [it for it in sys.modules if it.startswith((*_LATE, library))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, library, None)
    COMMANDS[library](room)
    extra = "dask" if library == "distributed" else "progress"
    assert room.code == 2
    assert room.output == f'This needs {library}, which is not installed: pip install "transparent-continuum[{extra}]"'


def test_a_bug_of_ours_says_where_and_nothing_of_what_it_met(room: Schoolroom) -> None:
    broken = (
        "import site_builder.progress.run as run\n"
        "def fail(*more): raise ValueError('Noor Layla Haddad')\n"
        "run.Workshop = fail\n"
        "from site_builder.cli import main\nmain()\n"
    )
    words = [
        "progress",
        "-C",
        room.school.root,
        "--roster",
        room.roster,
        "--evidence",
        room.store,
        "--keys",
        room.register,
    ]
    before = tree(room.private)
    command = [sys.executable, "-c", broken, *words, "-o", room.private]
    done = subprocess.run(list(map(str, command)), capture_output=True, check=False)
    said = done.stderr.decode()
    assert done.returncode == 3
    assert "This is a bug of ours, not a mistake of yours: ValueError at <string>:2" in said
    assert "Noor" not in said
    assert "Traceback" not in said
    assert tree(room.private) == before
    assert (room.private / MARKER).is_file()
