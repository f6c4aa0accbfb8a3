"""Translations out of gettext PO, as translators' tools write it: in any order, folded anyhow, with any header."""

from __future__ import annotations

import re
from pathlib import Path

from site_builder.exchange.translations.incoming import Received, Row
from site_builder.look.po_text import Message, read_po
from site_builder.problems import Problem, Span
from site_builder.tables.held import too_large

_CHARSET = re.compile(rb"charset=([\w.:-]+)")
_HEAD = 8192
# What stands in forms that nobody has filled in.
_NO_CHARSET = "charset"
_LANGUAGE = re.compile(r"^language:[ \t]*([\w@.-]+)", re.IGNORECASE | re.MULTILINE)
_OBSOLETE = re.compile(r"^#~[ \t]*msgid[ \t]", re.MULTILINE)
_HINT = "open it with a translator’s tool, and save it there as PO in UTF-8"


def read_po_file(path: Path) -> Received:
    """What a PO file holds, or why it cannot be read."""
    try:
        if refused := too_large(path):
            return Received(path.name, problems=(refused,))
        data = path.read_bytes()
    except OSError as error:
        return _unreadable(path, 1, f"{path.name} cannot be read: {error.strerror or error}", "check its permissions")
    named = _CHARSET.search(data[:_HEAD])
    charset = named[1].decode().lower() if named else _NO_CHARSET
    try:
        text = data.decode("utf-8-sig" if charset in ("utf-8", "utf8", _NO_CHARSET) else charset)
    except (UnicodeDecodeError, LookupError):
        return _unreadable(path, 1, f"{path.name} is not saved with the letters that it names, or names none", _HINT)
    return _parsed(path, text.replace("\r\n", "\n").replace("\r", "\n"))


def _parsed(path: Path, text: str) -> Received:
    messages, problems = read_po(path.name, text)
    if problems:
        line = next((it.at.line for it in problems if isinstance(it.at, Span)), 1)
        return _unreadable(path, line, "this line is not as gettext writes a PO file, so nothing is read", _HINT)
    head = next((it.forms[0] for it in messages if not it.one), "")
    language = _LANGUAGE.search(head)
    rows = tuple(_row(path, it) for it in messages if it.one and not it.many)
    return Received(path.name, language[1] if language else "", rows, len(_OBSOLETE.findall(text)))


def _row(path: Path, it: Message) -> Row:
    return Row(Span(path.name, it.line), (it.context,), it.one, it.forms[0], it.is_fuzzy, is_answer=True)


def _unreadable(path: Path, line: int, message: str, hint: str) -> Received:
    return Received(path.name, problems=(Problem(Span(path.name, line), "translation-unreadable", message, hint=hint),))
