"""Rows that are no evidence, each with its reason, so that nothing is lost without a word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from site_builder.tables.spreadsheet import write_csv

REASONS: Mapping[str, str] = {
    "no-results": "the export says that it holds no results",
    "deleted": "the other system has marked this row as deleted, or a later statement takes it back",
    "exempt": "the student is exempt from this task",
    "not-submitted": "nothing was submitted or graded",
    "no-baseline": "no starting point is recorded",
    "result-unknown": "the result that this row belongs to is not in the files",
    "student-unknown": "no student on the roster has this id",
    "student-unclear": "the ids of this row belong to different students",
    "outcome-unmatched": "this outcome is the id of no skill, and no map says what it means",
    "outcome-unclear": "this outcome means different skills by its different names",
    "outcome-broad": "this is a competency with several skills: a map must say which of them is meant",
    "date-missing": "there is no day, and no map gives one",
    "date-impossible": "this is no day, or it is written in a way that no map declares",
    "date-future": "this day is after today",
    "mark-unknown": "this mark is none of missed, override, baseline and judgement",
    "level-missing": "there is neither a level nor a score",
    "level-outside": "this is no level of the skill's scale, and no map says which one it means",
    "level-other-scale": "the score counts up to more than the scale has: a map must say which level it means",
    "repeated": "the very same evidence stands in another row",
    "same-attempt": "another question of the same attempt stands for all of them",
}
HEADER = ("file", "sheet", "row", "reason", "why", "student", "skill", "level", "date")

AsideRow = tuple[str, str, int, str, str, str, str, str]


def write_set_aside(path: Path, rows: Iterator[AsideRow]) -> None:
    """Write the rows (file, sheet, row, reason, student, skill, level, date) for a spreadsheet."""
    path.unlink(missing_ok=True)
    write_csv(path, HEADER, map(_cells, rows))


def _cells(row: AsideRow) -> Sequence[str]:
    file, sheet, number, reason, student, skill, level, date = row
    return file, sheet, str(number), reason, REASONS[reason], student, skill, level, date
