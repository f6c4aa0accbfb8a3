"""Which letters the bytes of a text file stand for."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from site_builder.tables.findings import Findings

WINDOWS = "cp1252"
"""What a spreadsheet on Windows in western Europe or America writes when nobody asks for UTF-8."""
_TEXTS = re.compile(r"ascii|utf-(8(-sig)?|16(-[bl]e)?)|cp\d+|iso8859-\d+|mac-.*|koi8-[ru]|shift_jis|euc_.*|gb.*|big5.*")
_STAND_INS = re.compile("[\udc80-\udcff]")
_SAVE_AGAIN = "export the file as UTF-8, or say its encoding in the mapping"


@dataclass(frozen=True, slots=True)
class Encoding:
    """A way to read bytes; `is_assumed` where UTF-8 is likely and a row may turn out to be something else."""

    name: str
    is_assumed: bool = False


def encoding_of(head: bytes, declared: str) -> Encoding | None:
    """The encoding that is declared, or that the file says by its first bytes, or UTF-8; None if nobody knows it."""
    if declared:
        name = _known(declared)
        return Encoding("utf-8-sig" if name == "utf-8" else name) if name else None
    if head[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return Encoding("utf-16")
    return Encoding("utf-8-sig", is_assumed=True)


def opened(path: Path, encoding: Encoding) -> TextIO:
    """The file as text with its own line ends; what cannot be read has a stand-in that `Letters` finds."""
    errors = "replace" if encoding.name.startswith("utf-16") else "surrogateescape"
    return path.open(encoding=encoding.name, errors=errors, newline="")


class Letters:
    """What becomes of letters that are not what was assumed, row by row."""

    def __init__(self, encoding: Encoding, found: Findings) -> None:
        self.encoding = encoding
        self.found = found
        self.utf_8_row = 0
        self.windows_row = 0

    def read(self, number: int, cells: list[str], joined: str) -> list[str] | None:
        """The cells of a row that is not all ASCII, with their letters right; None when the row is refused."""
        if self.encoding.name == "utf-16" and "\ufffd" in joined:
            return self._refused(number, f"row {number} has letters that cannot be read as UTF-16")
        if not _STAND_INS.search(joined):
            self.utf_8_row = self.utf_8_row or number
            return cells if self._agrees(number) else None
        if not self.encoding.is_assumed:
            return self._refused(number, f"row {number} has letters that cannot be read as {self.encoding.name}")
        return self._as_windows(number, cells, joined)

    def notices(self) -> list[str]:
        """What to tell about the encoding, if it is not UTF-8."""
        if self.windows_row:
            said = f"from row {self.windows_row} on"
            return [f"the file is not UTF-8, so it was read as Windows-1252 ({said}): check letters with accents"]
        if not self.encoding.name.startswith("utf-8"):
            return [f"the file was read as {self.encoding.name.upper()}"]
        return []

    def _as_windows(self, number: int, cells: list[str], joined: str) -> list[str] | None:
        self.windows_row = self.windows_row or number
        if not _STAND_INS.sub("", joined).isascii():
            self.utf_8_row = self.utf_8_row or number
        if not self._agrees(number):
            return None
        try:
            return [it.encode("utf-8", "surrogateescape").decode(WINDOWS) for it in cells]
        except UnicodeDecodeError:
            return self._refused(number, f"row {number} has letters that are neither UTF-8 nor Windows-1252")

    def _agrees(self, number: int) -> bool:
        if not (self.utf_8_row and self.windows_row):
            return True
        rows = f"row {self.utf_8_row} is UTF-8, and row {self.windows_row} is not"
        if self.utf_8_row == self.windows_row:
            rows = f"row {number} has letters of both kinds"
        self._refused(number, f"the letters of this file are written in two ways: {rows}")
        return False

    def _refused(self, number: int, message: str) -> list[str] | None:
        self.found.refuse_letters(number, message, _SAVE_AGAIN)
        return None


def _known(declared: str) -> str:
    try:
        name = codecs.lookup(declared).name
    except (LookupError, ValueError):
        return ""
    return name if _TEXTS.fullmatch(name) else ""
