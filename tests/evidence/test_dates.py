"""Days as exports write them."""

from __future__ import annotations

from datetime import date

import duckdb
import pytest

from site_builder.evidence.dates import day_sql, pattern


def day(text: str, *patterns: str) -> date | None:
    """The day that SQL finds in a text."""
    found = duckdb.execute(f"SELECT {day_sql('t', patterns)} FROM (SELECT ? AS t)", [text]).fetchone()  # noqa: S608
    assert found is not None
    day: date | None = found[0]
    return day


@pytest.mark.parametrize(
    "text", ["2026-03-01", " 2026-03-01 ", "2026-03-01T23:59:59-11:00", "2026-03-01 08:00", "2026-03-01T00:00:00.000Z"]
)
def test_a_day_is_taken_as_it_is_written(text: str) -> None:
    assert day(text) == date(2026, 3, 1)


@pytest.mark.parametrize(
    "text", ["", "2026-02-29", "2026-13-01", "20260301", "03/01/2026", "2026-03-01x", "0000-00-00"]
)
def test_what_is_no_day_is_not_guessed(text: str) -> None:
    assert day(text) is None


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("DD.MM.YYYY", "1.3.2026"),
        ("MM/DD/YYYY hh:mm:ss", "03/01/2026 10:11:12 -05:00"),
        ("%d %b %Y", "1 Mar 2026"),
        ("%m/%d/%Y %H:%M:%S %z", "03/01/2026 23:11:12 +00:00"),
    ],
)
def test_patterns_are_written_in_letters_or_in_signs(written: str, text: str) -> None:
    found = pattern(written)
    assert found is not None
    assert day(text, found) == date(2026, 3, 1)


@pytest.mark.parametrize("written", ["", "DD.MM", "YYYY", "%d", "day", "%d.%m.%Q"])
def test_what_names_no_whole_day_is_no_pattern(written: str) -> None:
    assert pattern(written) is None
