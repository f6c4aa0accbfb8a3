"""Attack 34: the same export twice, its rows in another order: the same pages, byte by byte."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from random import Random

import pytest

from tests.schoolroom import HEADER, ROSTER, ROWS, Schoolroom, tree

# What is alike but for one column has to find its place too.
TWINS = (
    "S1,LIT.ARG.2,1,2026-10-09,A talk about bells,bells,1,talk,Mr Tsosie,First remark.,,",
    "S1,LIT.ARG.2,1,2026-10-09,A talk about bells,bells,1,talk,Mr Tsosie,Second remark.,,",
    "S1,LIT.ARG.2,2,2026-10-09,A talk about bells,bells,1,talk,Ms Lindgård,First remark.,,",
    "S1,LIT.ARG.2,2,2026-10-09,A talk about stones,stones,1,talk,Ms Lindgård,First remark.,,",
    "S1,LIT.RET,,2026-10-09,,,,,Ms Lindgård,,,missed",
    "S1,LIT.RET,1,2026-10-09,,,,,Ms Lindgård,,,baseline",
)
ALL = (*ROWS, *TWINS)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """The readable pages of the rows as they stand."""
    room = Schoolroom(tmp_path_factory.mktemp("school"))
    room.write("export.csv", "\n".join((HEADER, *ALL, "")))
    return pages(room.read())


def pages(room: Schoolroom) -> Mapping[str, bytes]:
    """The readable pages of a school that has read its exports."""
    assert room.code == 0, room.output
    assert room.plain().code == 0, room.output
    return tree(room.office / "plain")


@pytest.mark.parametrize("seed", range(4))
def test_rows_in_another_order_are_the_same_pages(tmp_path: Path, first: Mapping[str, bytes], seed: int) -> None:
    room = Schoolroom(tmp_path)
    mixed = Random(seed).sample(ALL, len(ALL))  # noqa: S311  not for secrets
    room.write("export.csv", "\n".join((HEADER, *mixed, "")))
    assert pages(room.read()) == first


def test_the_same_export_twice_is_the_same_pages(tmp_path: Path, first: Mapping[str, bytes]) -> None:
    room = Schoolroom(tmp_path)
    half = room.write("half.csv", "\n".join((HEADER, *ALL[::2], "")))
    whole = room.write("export.csv", "\n".join((HEADER, *ALL, "")))
    again = room.write("again.csv", "\n".join((HEADER, *reversed(ALL), *ALL, "")))
    assert pages(room.read(whole, half, whole, again)) == first
    assert pages(room.read(again, half)) == first


def test_columns_in_another_order_are_the_same_pages(tmp_path: Path, first: Mapping[str, bytes]) -> None:
    room = Schoolroom(tmp_path)
    rows = [",".join(reversed(it.split(","))) for it in (HEADER, *ALL)]
    room.write("export.csv", "\n".join((*rows, "")))
    assert pages(room.read()) == first


def test_a_roster_in_another_order_is_the_same_pages(tmp_path: Path) -> None:
    room = Schoolroom(tmp_path)
    before = pages(room.read())
    head, *students = ROSTER.splitlines()
    room.write("roster.csv", "\n".join((head, *reversed(students), "")))
    assert pages(room.read()) == before
