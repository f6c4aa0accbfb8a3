"""What a cell of a sheet says, and how a text is written so that the cell says it: no formula, several statements."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from site_builder.model import Evidence
from site_builder.tables.spreadsheet import spreadsheet_safe

_BULLET = "•"
_LOOKS_LIKE_BULLET = re.compile(r"^(\\*•)", re.MULTILINE)
_ESCAPED_BULLET = re.compile(r"^\\(\\*•)", re.MULTILINE)
_BETWEEN = re.compile(r"[,;\n]+")
_COUNT = re.compile(r"[1-9][0-9]?|100")
_YES = frozenset({"yes", "y", "x", "true", "1", "✓", "✔"})


class OddCell(ValueError):  # noqa: N818  it says what is odd
    """A cell that does not say what its column is for, in a teacher's words."""


def guarded(text: str) -> str:
    """The text for a cell of a CSV file: with a `'` before what a spreadsheet would take for a formula."""
    return f"'{text}" if _is_formula(text) else text


def guarded_in_workbook(text: str) -> str:
    """The text for a cell that is said to be text: with a `'` more only where one would be taken off again."""
    return guarded(text) if text.startswith("'") else text


def unguarded(cell: str) -> str:
    """The text that was written as this cell."""
    return cell[1:] if cell.startswith("'") and _is_formula(cell[1:]) else cell


def said(cell: str) -> str:
    """What a cell says, without its guard and blanks around it."""
    return unguarded(cell).strip()


def as_cell(statements: Sequence[str]) -> str:
    """Statements as one cell: a single one as it is, several each on a line of its own that begins with “• ”."""
    escaped = [_LOOKS_LIKE_BULLET.sub(r"\\\1", it) for it in statements]
    return escaped[0] if len(escaped) == 1 else "\n".join(f"{_BULLET} {it}" for it in escaped)


def statements(text: str) -> tuple[str, ...]:
    """The statements of a text as `as_cell` writes them, or as people do; none where it is empty."""
    if not text.startswith(_BULLET):
        return (_unescaped(text),) if text else ()
    parts = re.split(rf"^{_BULLET}", text, flags=re.MULTILINE)
    return tuple(_unescaped(it.strip()) for it in parts if it.strip())


def several(text: str) -> tuple[str, ...]:
    """Ids or names in one cell, between commas, semicolons or on lines of their own."""
    return tuple(it for part in _BETWEEN.split(text) if (it := part.strip()))


def is_yes(text: str) -> bool:
    """Whether a cell says yes."""
    return text.casefold() in _YES


def evidence_cells(evidence: Evidence | None) -> tuple[str, str]:
    """How much is asked for as two cells: “2; 4: 3” are two pieces, and three at level 4."""
    if evidence is None:
        return "", ""
    pieces = [str(evidence.pieces), *(f"{level}: {it.pieces}" for level, it in evidence.at)]
    kinds = [f"{level}: {it.kinds}" for level, it in evidence.at if it.kinds != evidence.kinds]
    return "; ".join(pieces), "; ".join([str(evidence.kinds), *kinds])


def evidence_of(pieces: str, kinds: str) -> Evidence | None:
    """How much two cells ask for; nothing where both are empty."""
    if not (pieces or kinds):
        return None
    many, many_at = _counts(pieces)
    kind, kind_at = _counts(kinds)
    levels = dict.fromkeys((*many_at, *kind_at))
    at = tuple((it, Evidence(many_at.get(it, many), kind_at.get(it, kind))) for it in levels)
    return Evidence(many, kind, at)


def _counts(text: str) -> tuple[int, Mapping[str, int]]:
    whole, at = 1, {}
    for part in several(text):
        level, mark, number = part.rpartition(":")
        if not _COUNT.fullmatch(number.strip()):
            raise OddCell(f"“{part[:40]}” is no number of pieces or kinds from 1 to 100")
        if mark:
            at[level.strip()] = int(number)
        else:
            whole = int(number)
    return whole, at


def _is_formula(text: str) -> bool:
    """Whether a spreadsheet takes this for a formula, however many `'` stand before it."""
    bare = text.lstrip("'")
    return spreadsheet_safe(bare) != bare


def _unescaped(text: str) -> str:
    return _ESCAPED_BULLET.sub(r"\1", text)
