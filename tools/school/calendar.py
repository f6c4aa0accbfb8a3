"""The days on which the invented school is open."""

from __future__ import annotations

from datetime import date, timedelta

FIRST = date(2025, 9, 8)
LAST = date(2026, 11, 17)
AS_OF = date(2026, 11, 20)
_HOLIDAYS = (
    (date(2025, 11, 26), date(2025, 11, 30)),
    (date(2025, 12, 20), date(2026, 1, 6)),
    (date(2026, 3, 28), date(2026, 4, 12)),
    (date(2026, 6, 20), date(2026, 8, 31)),
)


def school_days(first: date = FIRST, last: date = LAST) -> list[date]:
    """The days on which there is school, from one day to another."""
    days = (first + timedelta(days=it) for it in range((last - first).days + 1))
    return [it for it in days if it.weekday() < 5 and not _is_holiday(it)]


def school_day_after(day: date, days: int) -> date:
    """The first day of school that is at least this many days after another."""
    later = day + timedelta(days=days)
    while later.weekday() > 4 or _is_holiday(later):
        later += timedelta(days=1)
    return later


def _is_holiday(day: date) -> bool:
    return any(first <= day <= last for first, last in _HOLIDAYS)
