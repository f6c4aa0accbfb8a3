"""Files of Moodle as a framework."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from site_builder.exchange.format import ReadWish, Taken
from site_builder.exchange.items.as_typed import as_typed
from site_builder.exchange.items.planted import planted
from site_builder.exchange.items.ragged import ragged_table
from site_builder.exchange.items.scale import Scales
from site_builder.exchange.moodle.framework_in import MoodleRows
from site_builder.exchange.moodle.scale import spelled
from site_builder.exchange.names import Names
from site_builder.exchange.sheets.oddities import few
from site_builder.problems import Problem


def read_moodle(paths: Sequence[Path], wish: ReadWish, carries: frozenset[str]) -> Taken:
    """The framework in files, of which the first says what the whole is called."""
    rows = MoodleRows()
    problems: list[Problem] = []
    for path in paths:
        table, refused = ragged_table(path)
        problems += refused if table is None else rows.read(table)
    problems += few(rows.problems)
    if problems:
        return Taken(None, tuple(problems), dict(rows.counts))
    made = planted(rows.items, rows.whole, spelled, Names(wish.existing), Scales(wish.existing))
    if not made.says_levels:
        carries -= {"level.means"}
    if not made.has_levels:
        carries = frozenset(it for it in carries if not it.startswith("level."))
    aside, remarks = (*rows.aside, *made.aside), (*rows.remarks, *made.remarks)
    return Taken(as_typed(made.framework, wish.existing), (), dict(rows.counts), aside, remarks, carries)
