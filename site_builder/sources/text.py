"""The text of a source file, decoded without guessing."""

from __future__ import annotations

import re

from site_builder.problems import Problem, Severity, Span

LARGEST = 1_000_000
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]")
_HIDDEN = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]|\u200b")


def decoded(file: str, data: bytes) -> tuple[str, list[Problem]]:
    """The text of `data` with `\\n` line ends, or what is wrong with it; UTF-8, or UTF-16 that says so at its start."""
    if len(data) > LARGEST:
        size = f"{len(data) / 1_000_000:.1f} MB"
        return "", [_refused(file, f"this file is {size}, larger than a text of this kind can be (1 MB)", "split it up")]
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        message = "this file is not saved as UTF-8, so some letters cannot be read"
        return "", [_refused(file, message, "save it again with the encoding UTF-8", line, column)]
    return _checked(file, text.replace("\r\n", "\n").replace("\r", "\n"))


def _checked(file: str, text: str) -> tuple[str, list[Problem]]:
    control = _CONTROL.search(text)
    if control:
        message = f"there is a control character here (U+{ord(control[0]):04X}), which no text should hold"
        return "", [_refused(file, message, "delete it", *line_and_column(text, control.start()))]
    hidden = _HIDDEN.search(text)
    if not hidden:
        return text, []
    place = Span(file, *line_and_column(text, hidden.start()))
    message = f"an invisible character that can change how text reads was left out (U+{ord(hidden[0]):04X})"
    note = Problem(place, "hidden-character", message, Severity.WARNING, "type this line again by hand")
    return _HIDDEN.sub("", text), [note]


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Where an offset stands in a text, counted from 1."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _refused(file: str, message: str, hint: str, line: int = 1, column: int = 1) -> Problem:
    return Problem(Span(file, line, column), "text-unreadable", message, hint=hint)
