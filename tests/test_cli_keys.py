"""“continuum keys” as a school uses it."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from tests.private.repository import git, needs_git, repository
from tests.schoolroom import IDS, Schoolroom, tree

LOCK = "an invented passphrase"


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Schoolroom:
    """A school whose students and groups have keys."""
    made = Schoolroom(tmp_path_factory.mktemp("pattern"))
    assert made.keys().code == 0, made.output
    return made


@pytest.fixture
def room(pattern: Schoolroom, tmp_path: Path) -> Schoolroom:
    """A copy of it."""
    return pattern.copy(tmp_path)


@pytest.fixture
def sealed(room: Schoolroom) -> Schoolroom:
    """The same with sealed pages."""
    assert room.read().progress().code == 0, room.output
    return room


def test_everybody_gets_a_key_and_only_its_owner_can_read_the_register(tmp_path: Path) -> None:
    room = Schoolroom(tmp_path).keys()
    assert room.code == 0
    assert "4 keys made for students, 2 for groups." in room.output
    assert stat.S_IMODE(room.register.stat().st_mode) == 0o600
    assert set(room.known().student_secrets()) == set(IDS)
    assert room.is_discreet()


def test_who_has_a_key_keeps_it(room: Schoolroom) -> None:
    before = room.register.read_bytes()
    assert "0 keys made for students, 0 for groups." in room.keys().output
    assert room.register.read_bytes() == before


def test_a_newcomer_gets_one_and_nobody_elses_changes(room: Schoolroom) -> None:
    before = room.known().student_secrets()
    room.write("roster.csv", room.roster.read_text(encoding="utf-8") + "S5,Isak Fernbrook,,,,,,,\n")
    assert "1 key made for students, 0 for groups." in room.keys().output
    after = room.known().student_secrets()
    assert {it: after[it] for it in before} == before
    assert after.keys() - before.keys() == {"S5"}


def test_a_key_that_is_exchanged_has_another_address_and_the_old_one_opens_nothing(sealed: Schoolroom) -> None:
    old, place = sealed.secret("S1"), sealed.page("S1")
    assert sealed.keys("rotate", "S1").code == 0
    assert "1 key exchanged. Print new letters" in sealed.output
    assert place.is_file()
    sealed.verify()
    assert sealed.code == 1
    assert "error[page-unopened]: “S1” has no page here" in sealed.output
    assert "warning[page-left]: a page is still here whose key was exchanged or retired" in sealed.output
    assert sealed.progress().verify().code == 0, sealed.output
    assert not place.exists()
    assert old.link not in json.dumps(sealed.known().students["S1"].retired)
    assert sealed.is_discreet()


def test_a_group_is_exchanged_by_its_id(room: Schoolroom) -> None:
    before = room.known().group_secrets()
    group = next(iter(before))
    assert room.keys("rotate", group).code == 0
    assert room.known().group_secrets()[group] != before[group]
    assert room.known().student_secrets().keys() == set(IDS)


def test_a_key_that_is_taken_away_leaves_no_page_at_the_next_run(sealed: Schoolroom) -> None:
    place, text = sealed.page("S4"), sealed.roster.read_text(encoding="utf-8")
    sealed.plain()
    sealed.keys(
        "retire",
        "S4",
        more=["--private", sealed.private, "--plain", sealed.office / "plain", "--at", "https://p.example/"],
    )
    assert sealed.code == 0
    assert f"page: {place.parent}" in sealed.printed
    assert f"page, as published: https://p.example/p/{place.parent.name}/" in sealed.printed
    assert f"plain page: {sealed.office / 'plain/students/S4.html'}" in sealed.printed
    assert (
        "rows of S4 in the roster, in the exports and in the evidence: they stay where you keep them" in sealed.printed
    )
    assert sealed.is_discreet()
    sealed.write("roster.csv", "".join(it for it in text.splitlines(keepends=True) if not it.startswith("S4")))
    assert sealed.progress().code == 0, sealed.output
    assert not place.exists()
    assert len(list((sealed.private / "p").iterdir())) == 5


def test_a_student_on_the_roster_whose_key_was_taken_away_is_named(sealed: Schoolroom) -> None:
    before = tree(sealed.private)
    sealed.keys("retire", "S4")
    sealed.progress()
    assert sealed.code == 1
    assert "error[key-lacking]: the student “S4” has no key, so no page can be sealed for them" in sealed.output
    assert tree(sealed.private) == before


@pytest.mark.parametrize("command", ["rotate", "retire"])
def test_who_is_not_in_the_register_is_said_and_nothing_changes(room: Schoolroom, command: str) -> None:
    before = room.register.read_bytes()
    room.keys(command, "S1", "S99")
    assert room.code == 1
    assert "error[key-nobodys]: the register has no key for “S99”" in room.output
    assert room.register.read_bytes() == before


def test_a_locked_register_opens_with_its_passphrase_alone(room: Schoolroom) -> None:
    known = room.known()
    assert room.keys("wrap", CONTINUUM_NEW_PASSPHRASE=LOCK).code == 0
    for secret in known.student_secrets().values():
        assert secret.link.encode() not in room.register.read_bytes()
    for env in ({}, {"CONTINUUM_PASSPHRASE": "another"}):
        assert room.keys("verify", **env).code == 1
        assert "error[key-file-locked]" in room.output
    assert room.keys("verify", CONTINUUM_PASSPHRASE=LOCK).code == 0
    assert LOCK not in room.output
    assert room.known(LOCK) == known


def test_a_locked_register_stays_locked_when_it_changes(room: Schoolroom) -> None:
    room.keys("wrap", CONTINUUM_NEW_PASSPHRASE=LOCK)
    assert room.keys("rotate", "S1", CONTINUUM_PASSPHRASE=LOCK).code == 0
    assert b"secret" not in room.register.read_bytes()
    assert len(room.known(LOCK).students["S1"].retired) == 1


def test_the_passphrase_is_asked_for_twice_and_never_shown(room: Schoolroom) -> None:
    room.run("keys", "wrap", "--keys", room.register, answers=f"{LOCK}\n{LOCK}\n")
    assert room.code == 0
    assert LOCK not in room.output
    assert room.known(LOCK).students


def test_pages_are_sealed_with_a_locked_register(room: Schoolroom) -> None:
    room.keys("wrap", CONTINUUM_NEW_PASSPHRASE=LOCK)
    assert room.read().progress(CONTINUUM_PASSPHRASE=LOCK).code == 0, room.output
    assert room.progress().code == 1
    assert room.letters(CONTINUUM_PASSPHRASE=LOCK).code == 0, room.output
    assert room.verify(CONTINUUM_PASSPHRASE=LOCK).code == 0, room.output


def test_verify_says_who_has_no_key_and_whose_key_is_nobodys(room: Schoolroom) -> None:
    assert "6 keys, 4 students, 2 groups." in room.keys("verify").output
    assert room.code == 0
    text = room.roster.read_text(encoding="utf-8")
    room.write("roster.csv", text.replace("S4,", "S5,"))
    assert room.keys("verify").code == 1
    assert "error[key-lacking]: the student “S5” has no key" in room.output
    assert "[key-unused]: the student “S4” has a key but is not on the roster" in room.output
    assert room.is_discreet()


@pytest.mark.skipif("sys.platform == 'win32'", reason="these bits say nothing on Windows")
def test_a_register_that_others_can_read_is_refused(room: Schoolroom) -> None:
    room.register.chmod(0o644)
    assert room.keys("verify").code == 1
    assert "error[key-file-open]" in room.output
    room.register.chmod(0o600)
    assert room.is_discreet()


def test_a_damaged_register_is_refused_and_stays_as_it_is(room: Schoolroom) -> None:
    damaged = room.register.read_bytes()[:-30]
    room.register.write_bytes(damaged)
    for command in ("new", "verify"):
        assert room.keys(command).code == 1
        assert "error[key-file-damaged]" in room.output
    assert room.register.read_bytes() == damaged


@needs_git
def test_keys_are_neither_written_nor_read_where_git_keeps_them(tmp_path: Path) -> None:
    room, kept = Schoolroom(tmp_path), repository(tmp_path / "kept")
    new = ("keys", "new", "--roster", room.roster, "--keys")
    assert room.run(*new, kept / "keys.json").code == 1
    assert "error[private-tracked]" in room.output
    assert not (kept / "keys.json").exists()
    assert room.run(*new, kept / "private/keys.json").code == 0, room.output
    git(kept, "add", "--force", "private/keys.json")
    for command in ("verify", "new"):
        room.run("keys", command, "--roster", room.roster, "--keys", kept / "private/keys.json")
        assert room.code == 1
        assert "error[private-tracked]: git keeps the register of keys" in room.output


@needs_git
def test_a_roster_that_git_keeps_gets_no_keys(tmp_path: Path) -> None:
    room, kept = Schoolroom(tmp_path), repository(tmp_path / "kept")
    (kept / "roster.csv").write_bytes(room.roster.read_bytes())
    assert room.run("keys", "new", "--roster", kept / "roster.csv", "--keys", room.register).code == 1
    assert not room.register.exists()


@pytest.mark.parametrize("command", ["rotate", "retire", "wrap", "verify"])
def test_without_a_register_there_is_nothing_to_work_on(tmp_path: Path, command: str) -> None:
    who = ["S1"] if command in ("rotate", "retire") else []
    room = Schoolroom(tmp_path).keys(command, *who, CONTINUUM_NEW_PASSPHRASE=LOCK)
    assert room.code == 1
    assert "error[key-file-missing]" in room.output
    assert not room.register.exists()


@pytest.mark.parametrize("words", [["new"], ["rotate", "--keys", "k.json"], ["rotate", "S1"], ["lend", "S1"]])
def test_a_command_that_is_given_wrongly_has_code_2(tmp_path: Path, words: list[str]) -> None:
    assert Schoolroom(tmp_path).run("keys", *words).code == 2
