"""Gettext's PO files, read with care: each message with its line, or the line on which the file is no PO."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from site_builder.problems import Problem, Span
from site_builder.sources.languages import wider

_LINE = re.compile(
    r'(?:(?P<key>msgctxt|msgid|msgid_plural|msgstr|msgstr\[(?P<form>[0-5])\])[ \t]*)?"(?P<text>(?:[^"\\]|\\.)*)"'
)
_ESCAPE = re.compile(r"\\(.)")
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r", "a": "", "b": "", "f": "", "v": ""}
_HINT = 'each message has a line msgid "…" and a line msgstr "…", with \\ before each quotation mark within'


@dataclass(frozen=True, slots=True)
class Message:
    """A text and its translation; `forms` has one text, or one for each plural where `many` says the plural.

    A fuzzy one is a guess that somebody still has to look at.
    """

    line: int
    one: str
    many: str = ""
    forms: tuple[str, ...] = ()
    context: str = ""
    is_fuzzy: bool = False


@dataclass(slots=True)
class _Entry:
    """A message while its lines are read: its texts by their keywords."""

    line: int = 0
    is_fuzzy: bool = False
    texts: dict[str, str] = field(default_factory=dict)
    last: str = ""

    def begins(self, key: str) -> bool:
        """Whether a line with this keyword belongs to the next message."""
        return key in ("msgctxt", "msgid") and bool(self.texts.keys() - {"msgctxt"})


def read_po(file: str, text: str) -> tuple[list[Message], list[Problem]]:
    """Every message of a file, that without a text too, which is its head; none where something is no PO."""
    found = [it if isinstance(it, int) else _message(it) for it in _entries(text)]
    line = next((it for it in found if isinstance(it, int)), 0)
    if line:
        message = "this line is not as gettext writes a file of words, so none of them is used"
        return [], [Problem(Span(file, line), "words-unreadable", message, hint=_HINT)]
    return [it for it in found if isinstance(it, Message)], []


def _entries(text: str) -> Iterator[_Entry | int]:
    """Each message as it stands there; a number is the line at which reading ends."""
    entry = _Entry()
    for number, line in enumerate(text.split("\n"), 1):
        line = line.strip()
        if not line or line.startswith("#"):
            if line and entry.texts:
                yield entry
                entry = _Entry()
            entry.is_fuzzy |= line.startswith("#,") and "fuzzy" in line
            continue
        read = _LINE.fullmatch(line)
        key = (read["key"] or entry.last) if read else ""
        if read is None or not key or (read["key"] and key in entry.texts and not entry.begins(key)):
            yield number
            return
        if read["key"] and entry.begins(key):
            yield entry
            entry = _Entry()
        if key == "msgid" and read["key"]:
            entry.line = number
        entry.last = key
        entry.texts[key] = entry.texts.get(key, "") + _ESCAPE.sub(_unescaped, read["text"])
    if entry.texts:
        yield entry


def _unescaped(found: re.Match[str]) -> str:
    return _ESCAPED.get(found[1], found[1])


def _message(entry: _Entry) -> Message | int:
    """A message whose parts are all there; else the line of it."""
    texts = entry.texts
    many = texts.get("msgid_plural", "")
    names = [f"msgstr[{number}]" for number in range(6) if f"msgstr[{number}]" in texts] if many else ["msgstr"]
    forms = tuple(texts[it] for it in names if it in texts)
    parts = {"msgctxt", "msgid", "msgid_plural", *names}
    in_order = names == [f"msgstr[{number}]" for number in range(len(names))] if many else True
    if "msgid" not in texts or not forms or texts.keys() - parts or not in_order:
        return max(entry.line, 1)
    return Message(entry.line, texts["msgid"], many, forms, texts.get("msgctxt", ""), entry.is_fuzzy)


def po_for(folder: Path, language: str) -> Path | None:
    """The file in a folder that has the words of a language, or of the language without its region."""
    found = (folder / f"{it}.po" for it in wider(language))
    return next((it for it in found if it.is_file()), None)
