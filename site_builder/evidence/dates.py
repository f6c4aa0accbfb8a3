"""Days as exports write them: taken as they are written, in the school's own time, and never guessed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_builder.evidence.observation import text_sql

EARLIEST = 1950
_WORDS = (("YYYY", "%Y"), ("MM", "%m"), ("DD", "%d"), ("hh", "%H"), ("mm", "%M"), ("ss", "%S"), ("AM", "%p"))
_PARTS = re.compile(r"%[YmdHMSpbBy]|%-[mdHMS]")
_ZONE = r"\s*(Z|UTC|[+-][0-9]{2}:?[0-9]{2})$"


def pattern(text: str) -> str | None:
    """A pattern such as DD.MM.YYYY or %d.%m.%Y as DuckDB reads it; None where it names no day, month and year."""
    for word, sign in _WORDS if "%" not in text else ():
        text = text.replace(word, sign)
    text = re.sub(r"\s*%z$", "", text)
    parts = {it[-1].lower() for it in _PARTS.findall(text)}
    is_whole = {"d", "y"} <= parts and parts & {"m", "b"}
    return text if is_whole and "%" not in _PARTS.sub("", text) else None


def day_sql(text: str, patterns: Sequence[str]) -> str:
    """SQL for the day in a text: 2026-09-01 with or without a time, or one of these patterns; NULL where it is none."""
    iso = f"CASE WHEN regexp_matches({text}, '^\\s*[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}([T ]|\\s*$)')"
    iso += f" THEN try_cast(left(ltrim({text}), 10) AS DATE) END"
    if text == "''":
        return "NULL::DATE"
    if not patterns:
        return iso
    listed = ", ".join(map(text_sql, patterns))
    bare = f"regexp_replace(trim({text}), {text_sql(_ZONE)}, '')"
    return f"coalesce({iso}, try_cast(try_strptime({bare}, [{listed}]) AS DATE))"
