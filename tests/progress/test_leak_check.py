"""The leak check with a roster and a register."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from site_builder.private.code import code
from site_builder.progress.leak_check import leak_check
from tests.schoolroom import Schoolroom


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Schoolroom:
    """A school with keys."""
    made = Schoolroom(tmp_path_factory.mktemp("pattern"))
    assert made.keys().code == 0, made.output
    return made


@pytest.fixture
def room(pattern: Schoolroom, tmp_path: Path) -> Schoolroom:
    """A copy of it."""
    return pattern.copy(tmp_path)


def found(
    room: Schoolroom, text: str, *, has_keys: bool = True, allow: Path | None = None, **more: Any
) -> Sequence[str]:
    """The codes of what is found in a site that says this."""
    site = room.write("site/index.html", f"<!doctype html><p>{text}</p>").parent
    result = leak_check([site], [room.roster], room.register if has_keys else None, "", allow, **more)
    return [it.code for it in result.problems]


@pytest.mark.parametrize(
    "text",
    [
        "Noor Haddad",
        "Haddad, Noor Layla",
        "ليلى المنصوري",
        "zquill@students.example.org",
        "quillon-814206",
        "Zoë Quillfeather",
    ],
)
def test_whoever_is_on_the_roster_is_found_by_all_that_it_says_of_them(room: Schoolroom, text: str) -> None:
    assert set(found(room, text)) == {"leak"}
    assert set(found(room, text, has_keys=False)) == {"leak"}


def test_who_is_not_on_it_is_not(room: Schoolroom) -> None:
    assert found(room, "Isak Fernbrook met a heron and an otter.") == []


def test_keys_of_students_and_groups_are_found_when_there_is_a_register(room: Schoolroom) -> None:
    for secret in (room.secret("S1"), *room.known().group_secrets().values()):
        for text in (secret.link, code(secret), f"/p/{secret.page_id}/"):
            assert found(room, text) == ["leak"]
            assert found(room, text, has_keys=False) == []


def test_addresses_of_sealed_pages_may_stand_where_those_are_published(room: Schoolroom) -> None:
    secret = room.secret("S1")
    assert found(room, f"/p/{secret.page_id}/", are_sealed=True) == []
    assert found(room, f"/p/{secret.page_id}/#{secret.link}", are_sealed=True) == ["leak"]


def test_without_a_roster_or_a_register_that_can_be_read_nothing_passes_for_clean(room: Schoolroom) -> None:
    room.register.write_bytes(b"{")
    assert found(room, "nobody") == ["key-file-damaged"]
    room.roster.write_bytes(b"id,name\n")
    assert found(room, "nobody", has_keys=False) == ["roster-empty"]


def test_a_list_of_allowed_texts_is_read(room: Schoolroom) -> None:
    allow = room.write("allow.txt", "Tomasz Haddad  # a poet of that name\n")
    assert found(room, "Tomasz Haddad", allow=allow) == []
    assert found(room, "Tomasz Haddad and Noor Haddad", allow=allow) == ["leak"]
