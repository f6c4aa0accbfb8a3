"""Translations out of gettext PO, as translators' tools write it: in any order, folded anyhow, with headers of all kinds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, PoFileParser

from site_builder.exchange.into.said_safely import one_line
from site_builder.exchange.translations.incoming import Received, Row
from site_builder.problems import Problem, Span
from site_builder.tables.held import too_large

_CHARSET = re.compile(rb"charset=([\w.:-]+)")
_HEAD = 8192
_NO_CHARSET = "CHARSET"
_HINT = "open it with a translator’s tool, and save it there as PO in UTF-8"
# What Babel says of texts that are no PO is not of one kind.
_ODD = (AssertionError, AttributeError, IndexError, LookupError, TypeError, ValueError)


class _Catalog(Catalog):
    """A catalogue that keeps its header as it stands: dates and plurals of all kinds, none of which are needed here."""

    def __init__(self) -> None:
        super().__init__()
        self.headers: dict[str, str] = {}
        self._num_plurals = 10

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """The header, by lower-case names."""
        return list(self.headers.items())

    @mime_headers.setter
    def mime_headers(self, value: Iterable[tuple[str, str]]) -> None:
        self.headers = {str(name).lower(): str(said) for name, said in value}


def read_po_file(path: Path) -> Received:
    """What a PO file holds, or why it cannot be read."""
    try:
        if refused := too_large(path):
            return Received(path.name, problems=(refused,))
        data = path.read_bytes()
    except OSError as error:
        return _unreadable(path, 1, f"{path.name} cannot be read: {error.strerror or error}", "check its permissions")
    named = _CHARSET.search(data[:_HEAD])
    charset = named[1].decode() if named and named[1].decode() != _NO_CHARSET else "utf-8"
    try:
        text = data.decode("utf-8-sig" if charset.lower() in ("utf-8", "utf8") else charset)
    except (UnicodeDecodeError, LookupError):
        return _unreadable(path, 1, f"{path.name} is not saved in {charset}, as its header says", _HINT)
    return _parsed(path, text)


def _parsed(path: Path, text: str) -> Received:
    catalog = _Catalog()
    try:
        PoFileParser(catalog, abort_invalid=True).parse(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    except PoFileError as error:
        message = f"this line does not belong into a PO file: {one_line(error.line) or 'it ends too early'}"
        return _unreadable(path, error.lineno + 1, message, _HINT)
    except _ODD:
        return _unreadable(path, 1, f"{path.name} is no PO file that can be read", _HINT)
    rows = tuple(_row(path, it) for it in catalog if it.id and not it.pluralizable)
    return Received(path.name, catalog.headers.get("language", "").strip(), rows, len(catalog.obsolete))


def _row(path: Path, it: Message) -> Row:
    at = Span(path.name, it.lineno or 1)
    names = (it.context or "", *(name for name, _ in it.locations))
    return Row(at, names, str(it.id), str(it.string or ""), it.fuzzy, is_answer=True)


def _unreadable(path: Path, line: int, message: str, hint: str) -> Received:
    return Received(path.name, problems=(Problem(Span(path.name, line), "translation-unreadable", message, hint=hint),))
