"""A text as it lies in a file, and as YAML sees it: ends of lines are plain there, and what nobody sees is left out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from site_builder.sources.clean import HIDDEN

_LEFT_OUT = re.compile(f"\r(?=\n)|[{HIDDEN}]")
_OTHER = str.maketrans({"\r": "\n", "\u2028": " ", "\u2029": " "})


@dataclass(frozen=True, slots=True)
class Edit:
    """What stands between two places of the plain text is to be something else."""

    start: int
    end: int
    text: str


class Page:
    """Places are found in `plain`; all that is not edited keeps the letters of the file."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._left_out = [it.start() - number for number, it in enumerate(_LEFT_OUT.finditer(text))]
        self.plain = _LEFT_OUT.sub("", text).translate(_OTHER)
        self.line_end = "\r\n" if text.count("\r\n") * 2 > text.count("\n") else "\n"

    def line_after(self, place: int) -> int:
        """Where the line after the one of this place begins."""
        found = self.plain.find("\n", place)
        return len(self.plain) if found < 0 else found + 1

    def line_of(self, place: int) -> int:
        """Where the line of this place begins."""
        return self.plain.rfind("\n", 0, place) + 1

    def edited(self, edits: Iterable[Edit]) -> str:
        """The file's text with these edits, none of which overlap; of two at one place, what is put in comes first."""
        pieces: list[str] = []
        done = 0
        for it in sorted(edits, key=lambda it: (it.start, it.end != it.start)):
            pieces += (self._text[self._at(done) : self._at(it.start)], it.text.replace("\n", self.line_end))
            done = it.end
        return "".join((*pieces, self._text[self._at(done) :]))

    def _at(self, place: int) -> int:
        """Where a place of the plain text is in the file's text."""
        return place + bisect_left(self._left_out, place)
