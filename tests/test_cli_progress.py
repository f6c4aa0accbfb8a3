"""“continuum progress”, “letters”, “verify”, “audit” and “build --roster” as a school uses them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from site_builder.private.output import MARKER
from tests.private.repository import needs_git, repository
from tests.schoolroom import AT, HEADER, IDS, ROWS, Schoolroom, tree, typed_codes

PRIVATE = ("private-in-site", "private-refused", "private-tracked")


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Schoolroom:
    """A school with evidence, keys, sealed and plain pages, letters and a public site."""
    room = Schoolroom(tmp_path_factory.mktemp("pattern")).ready()
    assert room.progress().code == 0, room.output
    assert room.plain().code == 0, room.output
    assert room.letters().code == 0, room.output
    assert room.school.build().code == 0, room.school.output
    return room


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


# Letters


def test_each_household_has_a_letter_with_the_codes_of_its_children(room: Schoolroom) -> None:
    room.letters()
    assert room.code == 0
    assert "3 letters and 2 sheets for staff in" in room.output
    assert "Print them; do not mail them." in room.output
    letters = room.office / "letters"
    codes = typed_codes(letters / "families.html")
    assert len(codes) == 4
    assert typed_codes(letters / "staff.html").keys() == {"Open the page of Heron", "Open the page of Otter"}
    assert f"{AT}/open/" in (letters / "families.html").read_text(encoding="utf-8")
    assert letters.stat().st_mode & 0o077 == 0
    assert room.is_discreet()


def test_one_students_letter_is_theirs_alone(room: Schoolroom) -> None:
    assert room.letters("--only", "S2").code == 0
    assert room.output.splitlines() == [
        f"1 letters and 0 sheets for staff in {room.office / 'letters'}. Print them; do not mail them."
    ]
    assert list(typed_codes(room.office / "letters/families.html")) == ["Open the page of Zoë Quillfeather"]
    assert not (room.office / "letters/staff.html").exists()


def test_a_letter_for_nobody_is_not_written(room: Schoolroom) -> None:
    before = tree(room.office / "letters")
    room.letters("--only", "S2", "--only", "S99")
    assert room.code == 1
    assert "error[letter-unknown]: no student on the roster has the id “S99”" in room.output
    assert tree(room.office / "letters") == before


def test_letters_need_a_key_for_everybody_that_they_are_for(room: Schoolroom) -> None:
    room.keys("retire", "S4")
    assert room.letters().code == 1
    assert "error[key-lacking]: the student “S4” has no key" in room.output
    assert room.letters("--only", "S4").code == 1
    assert room.letters("--only", "S2").code == 0, room.output


# Verify


def test_pages_that_are_as_they_should_be_are_said_to_be(room: Schoolroom) -> None:
    assert room.verify().code == 0
    assert "6 pages open with their keys. 4 say what the evidence gives." in room.output
    assert room.is_discreet()


def test_two_pages_that_have_changed_places_are_noticed(room: Schoolroom) -> None:
    first, second = room.page("S1"), room.page("S2")
    data = first.read_bytes()
    first.write_bytes(second.read_bytes())
    second.write_bytes(data)
    assert room.verify().code == 1
    for student in ("S1", "S2"):
        assert f"error[page-unopened]: the page of “{student}” does not open with its key" in room.output
    assert "4 pages open with their keys." in room.output
    assert room.is_discreet()


def test_a_page_in_which_one_letter_was_changed_is_noticed(room: Schoolroom) -> None:
    page = room.page("S3")
    data = bytearray(page.read_bytes())
    place = data.index(b'"ct":"') + 100
    data[place] = ord("A") if data[place] != ord("A") else ord("B")
    page.write_bytes(data)
    assert room.verify().code == 1
    assert "the page of “S3” does not open with its key" in room.output


def test_a_page_that_is_missing_or_empty_is_noticed(room: Schoolroom) -> None:
    room.page("S1").unlink()
    room.page("S2").write_bytes(b"")
    assert room.verify().code == 1
    assert "“S1” has no page here" in room.output
    assert "the page of “S2” does not open with its key" in room.output


def test_an_earlier_page_that_was_put_back_is_noticed(room: Schoolroom) -> None:
    room.progress(day="2026-09-10")
    earlier = room.page("S1").read_bytes()
    room.progress()
    room.page("S1").write_bytes(earlier)
    assert room.verify().code == 1
    assert "error[page-differs]: the page of “S1” says something else than the evidence gives" in room.output
    assert "3 say what the evidence gives." in room.output


def test_a_page_whose_key_was_exchanged_and_that_was_put_back_is_noticed(room: Schoolroom) -> None:
    place, data = room.page("S1"), room.page("S1").read_bytes()
    room.keys("rotate", "S1")
    room.progress()
    place.parent.mkdir()
    place.write_bytes(data)
    assert room.verify().code == 0
    assert "warning[page-left]: a page is still here whose key was exchanged or retired" in room.output
    assert "6 pages open with their keys." in room.output


@pytest.mark.parametrize("which", ["student", "group", "decoy", "open"])
def test_a_page_in_which_another_script_would_run_is_noticed(room: Schoolroom, which: str) -> None:
    assert room.progress("--decoys", "7").verify().code == 0, room.output
    ours = {it.page_id for it in (*room.known().student_secrets().values(), *room.known().group_secrets().values())}
    decoy = next(it.name for it in (room.private / "p").iterdir() if it.name not in ours)
    group = next(iter(room.known().group_secrets().values())).page_id
    ids = {"student": room.secret("S1").page_id, "group": group, "decoy": decoy}
    page = room.private / (f"p/{ids[which]}/index.html" if which in ids else "open/index.html")
    page.write_bytes(page.read_bytes().replace(b"</body>", b"<script src=//example.org></script></body>"))
    assert room.verify().code == 1
    assert room.output.count("error[page-changed]") == 1
    assert "4 say what the evidence gives." in room.output


def test_a_missing_page_for_codes_is_noticed(room: Schoolroom) -> None:
    (room.private / "open/index.html").unlink()
    assert room.verify().code == 1
    assert "open/index.html:1:1: error[page-changed]" in room.output


def test_verify_without_evidence_opens_and_does_not_compare(room: Schoolroom) -> None:
    room.run("verify", room.private, "--keys", room.register)
    assert room.code == 0
    assert room.output == "6 pages open with their keys.\n"


# The leak check


def test_the_public_site_holds_nobody(room: Schoolroom) -> None:
    assert room.audit().code == 0
    assert "searched " in room.output
    assert room.is_discreet()


def test_sealed_pages_hold_nobody_but_their_own_addresses(room: Schoolroom) -> None:
    assert room.audit(room.private, more=["--sealed"]).code == 0, room.output
    assert room.audit(room.private).code == 1


def test_plain_pages_and_letters_are_found_out(room: Schoolroom) -> None:
    for folder in ("plain", "letters"):
        assert room.audit(room.office / folder).code == 1
        assert "error[leak]" in room.output
        assert room.is_discreet()


@pytest.mark.parametrize("env", [{}, {"GITHUB_ACTIONS": "true"}])
@pytest.mark.parametrize("more", [[], ["--json"]])
def test_what_was_found_is_told_by_place_and_never_in_words(
    room: Schoolroom, env: dict[str, str], more: list[str]
) -> None:
    page = room.school.root / "site/literacy/argue/index.html"
    page.write_text(
        page.read_text(encoding="utf-8") + f"\n<p>Noor Haddad</p>{room.secret('S1').link}", encoding="utf-8"
    )
    room.audit(more=more, **env)
    assert room.code == 1
    assert "site/literacy/argue/index.html" in room.output
    assert room.is_discreet()
    assert "Haddad" not in room.output


LEAK = "\nNoor Layla Haddad wrote this.\n"


@pytest.mark.parametrize("env", [{}, {"GITHUB_ACTIONS": "true"}])
@pytest.mark.parametrize("more", [[], ["--json"]])
def test_a_build_that_can_see_a_leak_leaves_the_last_good_site(
    room: Schoolroom, env: dict[str, str], more: list[str]
) -> None:
    site = room.school.root / "site"
    before = tree(site)
    welcome = room.school.root / "continuum/pages/index.md"
    welcome.write_text(welcome.read_text(encoding="utf-8") + LEAK, encoding="utf-8")
    room.run(
        "build", "--no-search", "-C", room.school.root, "--roster", room.roster, "--keys", room.register, *more, env=env
    )
    assert room.code == 1
    assert "leak" in room.output
    assert tree(site) == before
    assert "Haddad" not in room.output
    assert room.is_discreet()


def test_a_build_without_a_leak_says_what_it_searched(room: Schoolroom) -> None:
    room.school.write("continuum/pages/more.md", "---\ntitle: More\n---\nMore.\n")
    room.run("build", "--no-search", "-C", room.school.root, "--roster", room.roster)
    assert room.code == 0, room.output
    assert "Leak check: searched " in room.output
    assert (room.school.root / "site/more/index.html").is_file()


def test_a_text_that_only_looks_like_a_name_can_be_allowed(room: Schoolroom) -> None:
    page = room.school.root / "site/literacy/argue/index.html"
    page.write_text(page.read_text(encoding="utf-8") + "<p>Tomasz Haddad</p>", encoding="utf-8")
    allow = room.write("allow.txt", "Tomasz Haddad  # a poet of that name\n")
    assert room.audit().code == 1
    assert room.audit(more=["--allow", allow]).code == 0, room.output


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
    for name in [it for it in sys.modules if it.startswith(("site_builder.evidence", "site_builder.p", library))]:
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
