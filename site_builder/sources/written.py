"""A value as a careful person writes it in a source: the opposite of `read_yaml`, which gives the same value again.

What can stand plainly does. Short lists and groups stand in brackets on one line, a text that is too long for its line
is folded, and a text of several lines keeps them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from site_builder.sources.clean import HIDDEN
from site_builder.sources.yaml import Value

WIDTH = 120
_LONGEST_KEY = 1000
_NARROWEST = 40
_EMPTY = frozenset({"", "~", "null"})
# What no text holds as it is: ends of lines that editors do not know, signs that nobody sees.
_UNSEEN = f"\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff{HIDDEN}"
_NO_BLOCK = re.compile(f"[{_UNSEEN}]")
_ESCAPED = re.compile(f'["\\\\\t\n{_UNSEEN}]')
_SPOKEN = {'"': '\\"', "\\": "\\\\", "\t": "\\t", "\n": "\\n"}
_FIRST = r"(?:[^ \t\n\-?:,\[\]{}#&*!|>'\"%@`.]|\.(?!\.\.)"
_FIRST_ALONE = r"|[-?:](?=[^ \t\n,\[\]{}])(?!--)"
_REST = r"(?:[^ \t\n:#%s]++|(?<! )#| ++(?=[^ \t\n#])%s)*+"
_PLAIN = re.compile(f"(?![{_UNSEEN}]){_FIRST}{_FIRST_ALONE})" + _REST % (_UNSEEN, r"|:(?=[^ \t\n])"))
_PLAIN_IN_BRACKETS = re.compile(f"(?![{_UNSEEN}]){_FIRST})" + _REST % (rf",\[\]{{}}{_UNSEEN}", ""))


def written(value: Value, spread: frozenset[str] = frozenset()) -> str:
    """The YAML of a value; entries of lists whose name is among `spread` never stand on one line in brackets."""
    return "\n".join(_Writer(spread).lines(value, 0)) + "\n"


def named_lines(name: str, value: Value, indent: int, spread: frozenset[str] = frozenset()) -> list[str]:
    """The lines of one name and its value, in a group that is indented so far."""
    return list(_Writer(spread).named(name, value, indent))


def entry_lines(value: Value, indent: int, *, is_spread: bool = False) -> list[str]:
    """The lines of one entry, in a list whose dashes are indented so far."""
    return list(_Writer(frozenset()).entry(value, indent, is_spread=is_spread))


def in_brackets(value: Value) -> str:
    """A value on one line, however long that is."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{name_in_brackets(name)}: {in_brackets(it)}' for name, it in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(in_brackets, value))}]"
    return written_scalar(value, in_brackets=True)


def name_in_brackets(name: str) -> str:
    """A name within brackets, up to its colon."""
    said = written_scalar(name, in_brackets=True)
    return said if len(said) <= _LONGEST_KEY else f"? {said} "


def written_scalar(text: str | None, *, in_brackets: bool = False) -> str:
    """A text on one line, in quotes where it would not read back without them."""
    if text is None:
        return "null"
    plain = _PLAIN_IN_BRACKETS if in_brackets else _PLAIN
    return text if text not in _EMPTY and plain.fullmatch(text) else quoted(text)


def quoted(text: str) -> str:
    """A text in double quotes."""
    return f'"{_ESCAPED.sub(_escape, text)}"'


def _escape(found: re.Match[str]) -> str:
    letter = found[0]
    return _SPOKEN.get(letter) or (f"\\u{ord(letter):04x}" if letter <= "\uffff" else f"\\U{ord(letter):08x}")


class _Writer:
    """Writes groups and lists line by line; they are no deeper than the reader allows, so it may call itself."""

    def __init__(self, spread: frozenset[str]) -> None:
        self.spread = spread

    def lines(self, value: Value, indent: int) -> Iterator[str]:
        """The lines of a value that stands for itself, each with its indentation."""
        if isinstance(value, dict) and value:
            for key, inner in value.items():
                yield from self.named(key, inner, indent)
        elif isinstance(value, list) and value:
            for inner in value:
                yield from self.entry(inner, indent)
        else:
            yield from _beginning(" " * indent, value, indent)

    def named(self, key: str, value: Value, indent: int) -> Iterator[str]:
        """The lines of a name and its value."""
        margin = " " * indent
        name = written_scalar(key, in_brackets=True)
        if len(name) > _LONGEST_KEY:  # the parser looks no further for the colon
            yield f"{margin}? {name}"
            name = ""
        start = f"{margin}{name}:"
        brackets = _bracketed(value, WIDTH - len(start) - 1) if _is_brief(value) else None
        if brackets is not None:
            yield f"{start} {brackets}"
        elif isinstance(value, dict) and value:
            yield start
            yield from self.lines(value, indent + 2)
        elif isinstance(value, list) and value:
            yield start
            for inner in value:
                yield from self.entry(inner, indent + 2, is_spread=key in self.spread)
        else:
            yield from _beginning(f"{start} ", value, indent)

    def entry(self, value: Value, indent: int, *, is_spread: bool = False) -> Iterator[str]:
        """The lines of one entry of a list."""
        start = f"{' ' * indent}- "
        if not isinstance(value, dict | list):
            yield from _beginning(start, value, indent)
            return
        brackets = None if is_spread and value else _bracketed(value, WIDTH - len(start))
        if brackets is not None:
            yield start + brackets
            return
        first, *others = self.lines(value, indent + 2)
        yield start + first[indent + 2 :]
        yield from others


def _beginning(start: str, value: Value, indent: int) -> Iterator[str]:
    """A text after what begins its line: on the same line, or below it."""
    if isinstance(value, dict | list):
        yield start + ("{}" if isinstance(value, dict) else "[]")
        return
    sign, lines = _block(value, len(start), WIDTH - indent - 2) if value else ("", ())
    if not sign:
        yield start + written_scalar(value)
        return
    yield start + sign
    margin = " " * (indent + 2)
    yield from (margin + line if line else "" for line in lines)


def _block(text: str, before: int, width: int) -> tuple[str, Sequence[str]]:
    """A text below its name: the sign for how it is to be read, and its lines; no sign where it stands on one line."""
    has_lines = "\n" in text
    if not has_lines and before + len(text) <= WIDTH:
        return "", ()
    if text[0].isspace() or text[-1].isspace() or _NO_BLOCK.search(text):
        return "", ()
    if has_lines:
        return "|-", text.split("\n")
    lines = _folded(text, max(width, _NARROWEST))
    return (">-", lines) if len(lines) > 1 else ("", ())


def _folded(text: str, width: int) -> list[str]:
    """A text of one line as several that read as one: parted at single blanks only."""
    lines: list[str] = []
    start = 0
    while len(text) - start > width and (at := _parting(text, start, width)) > 0:
        lines.append(text[start:at])
        start = at + 1
    return [*lines, text[start:]]


def _parting(text: str, start: int, width: int) -> int:
    """Where a line may end: at the last blank that fits, else at the first one after it; -1 where there is none."""
    at = text.rfind(" ", start + 1, start + width + 1)
    while at > 0 and not _is_single(text, at):
        at = text.rfind(" ", start + 1, at)
    if at > 0:
        return at
    at = text.find(" ", start + width + 1)
    while at > 0 and not _is_single(text, at):
        at = text.find(" ", at + 1)
    return at


def _is_single(text: str, at: int) -> bool:
    return not text[at - 1].isspace() and not text[at + 1].isspace()


def _is_brief(value: Value) -> bool:
    """Whether a value is a list of single words, or a group of such words, lists and groups."""
    if isinstance(value, dict):
        return all(_is_word(it) or (isinstance(it, dict | list) and _is_brief(it)) for it in value.values())
    return isinstance(value, list) and all(map(_is_word, value))


def _is_word(value: Value) -> bool:
    return value is None or (isinstance(value, str) and len(value.split()) < 2)


def _bracketed(value: Value, room: int) -> str | None:
    """A group or list in brackets on one line, or nothing where it does not fit or holds more than a list of words."""
    if isinstance(value, list | dict) and len(value) * 3 > room + 1:
        return None
    text: str | None = None
    if isinstance(value, dict):
        parts = [(key, _bracketed(it, room)) for key, it in value.items() if not isinstance(it, dict) or _is_brief(it)]
        whole = [f"{name_in_brackets(key)}: {said}" for key, said in parts if said is not None]
        text = f"{{{', '.join(whole)}}}" if len(whole) == len(value) else None
    elif isinstance(value, list):
        entries = [_bracketed(it, room) for it in value] if _is_brief(value) else [None]
        text = None if None in entries else f"[{', '.join(it for it in entries if it)}]"
    elif value is None or (len(value) <= room and "\n" not in value):
        text = written_scalar(value, in_brackets=True)
    return text if text is not None and len(text) <= room else None
