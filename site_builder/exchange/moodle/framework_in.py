"""Frameworks of Moodle as items."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from html import unescape
from pathlib import Path

from site_builder.exchange.as_typed import as_typed
from site_builder.exchange.format import Aside, ReadWish, Remark, Taken
from site_builder.exchange.html_levels import levels_in
from site_builder.exchange.html_text import html_of, markdown_of, markdown_of_plain
from site_builder.exchange.items import Whole, planted
from site_builder.exchange.items_scale import Scales, Step
from site_builder.exchange.items_tree import Item
from site_builder.exchange.moodle import columns as at
from site_builder.exchange.moodle.scale import spelled, steps_of, target_of
from site_builder.exchange.names import Names
from site_builder.exchange.ragged import RaggedTable, ragged_table
from site_builder.exchange.sheets.oddities import few
from site_builder.problems import Problem, Span

_PLAIN, _MARKDOWN = "2", "4"
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_WHOLE_TITLE = re.compile(r"<p><strong>([^<]+)</strong></p>\s*")
_CUT = ("…", "...")
Cells = Sequence[str]


def read_moodle(paths: Sequence[Path], wish: ReadWish, carries: frozenset[str]) -> Taken:
    """The framework in a file, and in further ones all that stands in them too."""
    rows = MoodleRows()
    problems: list[Problem] = []
    for path in paths:
        table, refused = ragged_table(path)
        problems += refused or rows.read(table) if table else refused
    problems += few(rows.problems)
    if problems:
        return Taken(None, tuple(problems), rows.counts)
    made = planted(rows.items, rows.whole, spelled, Names(wish.existing), Scales(wish.existing))
    framework = replace(made.framework, settings=replace(made.framework.settings, identifier=rows.whole.identifier))
    lacks = frozenset() if made.says_levels else frozenset({"level.means", "level.id"} - {"level.id"})
    return Taken(
        as_typed(framework, wish.existing),
        (),
        rows.counts,
        (*rows.aside, *made.aside),
        (*rows.remarks, *made.remarks),
        carries - lacks,
    )


class MoodleRows:
    """The rows of files as items, and what there is to tell of them."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self.whole = Whole("")
        self.counts: Counter[str] = Counter()
        self.problems: list[Problem] = []
        self.aside: list[Aside] = []
        self.remarks: list[Remark] = []
        self.seen: dict[str, str] = {}
