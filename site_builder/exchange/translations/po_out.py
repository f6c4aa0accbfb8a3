"""Texts for translators as gettext PO, the format that their tools read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from babel.messages.pofile import escape

from site_builder.exchange.into.said_safely import one_line
from site_builder.exchange.translations.entry import Entry
from site_builder.exchange.translations.school_texts import SchoolTexts

# As wide as gettext's own tools write, so that a file changes little when one of them saves it.
_WIDTH = 77


def po_bytes(school: SchoolTexts, language: str, entries: Iterable[Entry]) -> bytes:
    """The texts as a PO file: the same bytes for the same texts."""
    header = {
        "Project-Id-Version": one_line(school.settings.title),
        "Language": language.replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "X-Source-Language": school.own.replace("-", "_"),
    }
    said = "".join(f"{name}: {value}\n" for name, value in header.items())
    blocks = ["\n".join(_string("", "msgid", "") + _string("", "msgstr", said))]
    blocks += ["\n".join(_block(it)) for it in entries]
    return ("\n\n".join(blocks) + "\n").encode()


def _block(it: Entry) -> Iterator[str]:
    yield f"#. {one_line(it.note)}"
    if it.is_stale:
        yield "#, fuzzy"
    if it.before:
        yield from _string("#| ", "msgctxt", it.location)
        yield from _string("#| ", "msgid", it.before)
    yield from _string("", "msgctxt", it.location)
    yield from _string("", "msgid", it.source)
    yield from _string("", "msgstr", it.target)


def _string(prefix: str, name: str, text: str) -> list[str]:
    """The lines of a string: one, or several below its name where it is long or has lines itself."""
    pieces = [piece for line in text.splitlines(keepends=True) for piece in _folded(escape(line)[1:-1])]
    if len(pieces) < 2 and len(f"{prefix}{name} {text}") < _WIDTH:
        return [f'{prefix}{name} "{"".join(pieces)}"']
    return [f'{prefix}{name} ""', *(f'{prefix}"{piece}"' for piece in pieces)]


def _folded(line: str) -> Iterator[str]:
    """A line as several, each with the blank that ends it."""
    while len(line) > _WIDTH:
        at = line.rfind(" ", 1, _WIDTH) + 1 or line.find(" ", _WIDTH) + 1 or len(line)
        yield line[:at]
        line = line[at:]
    if line:
        yield line
