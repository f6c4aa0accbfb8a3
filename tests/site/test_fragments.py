"""What is kept between builds of what competencies gave to the files of the whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.site.fragments import Fragments

MADE = [("one", ("a/1", "a/2"), b"first"), ("two", (), b""), ("three", ("a/3",), b"third")]


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A folder in which three fragments are kept."""
    fragments = Fragments(tmp_path, "case")
    fragments.add(MADE)
    fragments.save(["one", "two", "three"])
    return tmp_path


def test_fragments_come_in_the_order_that_is_asked_for(kept: Path) -> None:
    fragments = Fragments(kept, "case")
    assert list(fragments.in_order(["three", "one", "two"])) == [b"third", b"first", b""]
    assert fragments.kept["one"].files == ("a/1", "a/2")


def test_they_can_be_gone_through_more_than_once(kept: Path) -> None:
    found = Fragments(kept, "case").in_order(["one", "three"])
    assert [list(found), list(found)] == [[b"first", b"third"]] * 2


def test_two_publications_have_their_own(kept: Path) -> None:
    assert Fragments(kept, "api").kept == {}


def test_what_is_no_longer_wanted_is_forgotten(kept: Path) -> None:
    fragments = Fragments(kept, "case")
    fragments.add([("four", ("a/4",), b"fourth")])
    fragments.save(["four", "one"])
    again = Fragments(kept, "case")
    assert set(again.kept) == {"four", "one"}
    assert list(again.in_order(["one", "four"])) == [b"first", b"fourth"]


def test_room_that_nobody_needs_is_given_back(kept: Path) -> None:
    fragments = Fragments(kept, "case")
    fragments.add([(f"large-{it}", (), b"x" * 600_000) for it in range(4)])
    fragments.save(["one", "large-3"])
    assert (kept / "case").stat().st_size == 600_005
    assert list(Fragments(kept, "case").in_order(["large-3", "one"])) == [b"x" * 600_000, b"first"]


@pytest.mark.parametrize(
    ("file", "data"),
    [
        ("case", b"firstthirD!"),
        ("case", b""),
        ("case.json", b""),
        ("case.json", b"{}"),
        ("case.json", b"\xff\n[]"),
    ],
)
def test_what_is_damaged_is_made_again(kept: Path, file: str, data: bytes) -> None:
    (kept / file).write_bytes(data)
    fragments = Fragments(kept, "case")
    assert fragments.kept == {}
    fragments.add(MADE[:1])
    assert list(fragments.in_order(["one"])) == [b"first"]


def test_a_build_that_was_cut_off_leaves_nothing_to_trust(kept: Path) -> None:
    Fragments(kept, "case").add([("four", (), b"fourth")])
    assert Fragments(kept, "case").kept == {}
