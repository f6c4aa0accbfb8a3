"""Pages as they come out of a printer: Chromium's own PDF, read sheet by sheet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from unicodedata import normalize

from playwright.sync_api import Page
from pypdf import PdfReader

FORMATS = ("A4", "Letter")
# The width in pixels that a text has on a sheet, within the margins.
WIDTH = {"A4": 703, "Letter": 725}
# How far a text is pushed down, in pixels, and where from.
PUSHED = (0, 170, 330, 500, 660)
PUSHING = "h1, .leaf > h2 { margin-top: var(--room, 0) !important }"
SIGNS = (Path(__file__).parent / "on_paper.js").read_text(encoding="utf-8")
# What must not be torn apart, leaves of booklets, which may be, and headings, which must not be left behind.
WHOLE = {
    "cells": ".lg td",
    "heads": ".lg tbody th",
    "notes": ".an, .note",
    "cards": ".card",
    "lines": ".asks li:not(:has(ul)), .t tbody tr, .lines > li, dd",
    "leaves": ".leaf",
    "headings": ":is(h1, h2, h3, h4):not(table *, .card *)",
}


@dataclass(frozen=True)
class Print:
    """What was printed: the text of each sheet, and the signs of each kind of thing that is on them."""

    sheets: tuple[str, ...]
    signs: Mapping[str, list[int]]

    @property
    def text(self) -> str:
        """All that the sheets say, letter by letter."""
        return normalize("NFKC", "".join(self.sheets))

    def torn(self, kind: str) -> Iterator[int]:
        """The things of a kind that begin on one sheet and end on another."""
        return (it for it in self.signs[kind] if self.begins(it) != self.ends(it))

    def begins(self, it: int) -> int:
        """The sheet on which a thing begins, by its number."""
        return self.sheets_with("b", it)[0]

    def ends(self, it: int) -> int:
        """The sheet on which it ends."""
        return self.sheets_with("e", it)[0]

    def sheets_with(self, letter: str, it: int) -> list[int]:
        """Where the sign stands; on several sheets, where the heads of a table are said again."""
        sign = f"q{letter}" + "".join("abcdefghij"[int(digit)] for digit in f"{it:04}")
        return [number for number, text in enumerate(self.sheets) if sign in text]


def printed(page: Page, format: str, whole: Mapping[str, str] = WHOLE) -> Print:
    """Print a page that is open, with signs at all that has to stay whole."""
    signs = signed(page, whole)
    return Print(sheets(page, format), signs)


def signed(page: Page, whole: Mapping[str, str] = WHOLE) -> Mapping[str, list[int]]:
    """Make a page ready for paper, and put signs at all that has to stay whole; each is called by its number."""
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    page.add_style_tag(content=PUSHING)
    signs: Mapping[str, list[int]] = page.evaluate(SIGNS, dict(whole))
    return signs


def sheets(page: Page, format: str) -> tuple[str, ...]:
    """The text of each sheet, without spaces, as lines end anywhere."""
    pdf = page.pdf(format=format, print_background=True)
    return tuple(re.sub(r"\s", "", it.extract_text()) for it in PdfReader(BytesIO(pdf)).pages)


def pushed(page: Page, format: str, signs: Mapping[str, list[int]], rooms: Iterable[int] = PUSHED) -> Iterator[Print]:
    """The same page several times, each time further down, so that the ends of sheets fall at other places."""
    for room in rooms:
        page.evaluate("room => document.documentElement.style.setProperty('--room', room)", f"{room}px")
        yield Print(sheets(page, format), signs)
