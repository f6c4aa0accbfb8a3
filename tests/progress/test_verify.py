"""Every page opened with its key."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.private.envelope import Press, seal
from site_builder.private.register import Entry, Register, retired
from site_builder.private.secret import Secret, new_secret
from site_builder.problems import Severity
from site_builder.progress.run import page_file
from site_builder.progress.verify import Verified, text_of, verify
from tests.private.browsing import MOULD, sealed
from tests.schoolroom import TODAY

SECRETS = {"S1": Secret(bytes(range(16))), "S2": Secret(bytes(range(16, 32)))}
GROUP = Secret(bytes(range(32, 48)))
REGISTER = Register({id: Entry(it, TODAY) for id, it in SECRETS.items()}, {"Heron": Entry(GROUP, TODAY)})


@pytest.fixture
def private(tmp_path: Path) -> Path:
    """Three pages: of two students and a group."""
    for secret in (*SECRETS.values(), GROUP):
        put(tmp_path, secret, sealed(secret=secret))
    return tmp_path


def put(private: Path, secret: Secret, page: bytes) -> Path:
    """A file in the place of a page."""
    file = private / page_file(secret)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(page)
    return file


def messages(found: Verified) -> list[str]:
    """What it says."""
    return [it.message for it in found.problems]


def test_pages_that_open_are_counted(private: Path) -> None:
    assert verify(private, REGISTER) == Verified((), 3)


def test_a_page_that_is_not_there_is_named_with_whose_it_is(private: Path) -> None:
    (private / page_file(GROUP)).unlink()
    found = verify(private, REGISTER)
    assert (messages(found), found.opened) == (["“group Heron” has no page here"], 2)


@pytest.mark.parametrize(
    "page",
    [
        b"",
        b"<!doctype html>",
        sealed(secret=SECRETS["S2"]),
        sealed(secret=SECRETS["S1"])[: sealed().index(b'"ct"') + 99],
        MOULD.page(b"{}"),
        MOULD.page(seal(Press("").packed("x"), new_secret())),
    ],
    ids=["empty", "another file", "another's page", "cut off", "no envelope", "a decoy"],
)
def test_a_page_that_is_another_file_is_named(private: Path, page: bytes) -> None:
    put(private, SECRETS["S1"], page)
    found = verify(private, REGISTER)
    assert (messages(found), found.opened) == (["the page of “S1” does not open with its key"], 2)
    assert found.problems[0].code == "page-unopened"


def test_a_page_of_a_key_that_was_taken_away_is_a_warning(private: Path) -> None:
    found = verify(private, retired(REGISTER, students=["S1"]))
    assert [(it.code, it.severity) for it in found.problems] == [("page-left", Severity.WARNING)]
    assert found.opened == 2


def test_pages_that_nobody_can_open_are_nothing_to_speak_of(private: Path) -> None:
    for _ in range(3):
        secret = new_secret()
        put(private, secret, sealed(secret=new_secret()))
    assert verify(private, REGISTER) == Verified((), 3)


def test_what_a_page_says_is_read_with_its_key_alone(private: Path) -> None:
    file = private / page_file(SECRETS["S1"])
    assert "Noor, who is invented" in (text_of(file, SECRETS["S1"]) or "")
    assert text_of(file, SECRETS["S2"]) is None
    assert text_of(private / "nowhere", SECRETS["S1"]) is None
