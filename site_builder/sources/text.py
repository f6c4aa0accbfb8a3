"""The text of a source file, decoded without guessing."""

from __future__ import annotations

import re

from site_builder.problems import Problem, Severity, Span
from site_builder.sources.clean import HIDDEN

LARGEST = 1_000_000
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_HIDDEN = re.compile(f"[{HIDDEN}]")
# YAML counts these as ends of lines, and editors do not.
_SEPARATORS = ("\u2028", "\u2029")
_NOT_UTF_8 = "this file is not saved as UTF-8, so some letters cannot be read"
_SAVE_AGAIN = "save it again with the encoding UTF-8"


def decoded(file: str, data: bytes) -> tuple[str, list[Problem]]:
    """The text of `data` with `\\n` line ends, or what is wrong with it; UTF-8, or UTF-16 that says so at its start."""
    if len(data) > LARGEST:
        message = f"this file is {len(data) / 1_000_000:.1f} MB, larger than a text of this kind can be (1 MB)"
        return "", [_refused(file, message, "split it up")]
    try:
        text = data.decode(_encoding(data))
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(_encoding(data), "ignore")
        return "", [_refused(file, _NOT_UTF_8, _SAVE_AGAIN, *line_and_column(_with_plain_ends(before)))]
    return _checked(file, _with_plain_ends(text))


def legible(data: bytes) -> str:
    """The same text as `decoded` gives, with a mark in place of what cannot be read: to be shown, not used."""
    return _with_plain_ends(data.decode(_encoding(data), "replace"))


def line_and_column(text: str, offset: int | None = None) -> tuple[int, int]:
    """Where an offset stands in a text (its end without one), counted from 1."""
    end = len(text) if offset is None else offset
    return text.count("\n", 0, end) + 1, end - text.rfind("\n", 0, end)


def _encoding(data: bytes) -> str:
    return "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"


def _with_plain_ends(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for separator in _SEPARATORS:
        text = text.replace(separator, " ")
    return text


def _checked(file: str, text: str) -> tuple[str, list[Problem]]:
    control = CONTROL.search(text)
    if control:
        place = line_and_column(text, control.start())
        if control[0] == "\x00":  # every other byte of UTF-16, when the file does not say that it is
            return "", [_refused(file, _NOT_UTF_8, _SAVE_AGAIN, *place)]
        message = f"there is a control character here (U+{ord(control[0]):04X}), which no text should hold"
        return "", [_refused(file, message, "delete it", *place)]
    hidden = _HIDDEN.search(text)
    if not hidden:
        return text, []
    at = Span(file, *line_and_column(text, hidden.start()))
    message = f"an invisible character that can change how text reads was left out (U+{ord(hidden[0]):04X})"
    note = Problem(at, "hidden-character", message, Severity.WARNING, "type this line again by hand")
    return _HIDDEN.sub("", text), [note]


def _refused(file: str, message: str, hint: str, line: int = 1, column: int = 1) -> Problem:
    return Problem(Span(file, line, column), "text-unreadable", message, hint=hint)
