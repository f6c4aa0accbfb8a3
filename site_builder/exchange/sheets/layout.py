"""What a layout of a sheet is: the headers by which it is known, and the way in and out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from site_builder.exchange.format import ReadWish, Taken, WriteWish
from site_builder.exchange.framework import Framework
from site_builder.tables.held import HeldTable


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table to be written: its name (of a file or of a sheet in a workbook), its header, its rows.

    `wide` are the columns, by their place, that hold long texts.
    """

    name: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    wide: frozenset[int] = frozenset()


Fits: TypeAlias = Callable[[Sequence[HeldTable]], bool]
ReadSheets: TypeAlias = Callable[[Sequence[HeldTable], ReadWish], Taken]
WriteSheets: TypeAlias = Callable[[Framework, WriteWish], tuple[Sheet, ...]]


@dataclass(frozen=True, slots=True)
class Layout:
    """One layout: its name, one line on what it is, what it carries, how it is known, and its ways in and out."""

    name: str
    says: str
    carries: frozenset[str]
    fits: Fits
    read: ReadSheets
    write: WriteSheets | None = None
