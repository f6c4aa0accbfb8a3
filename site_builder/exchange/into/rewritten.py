"""A source that is there, changed so that it says something else: YAML, or Markdown with its head."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable
from dataclasses import dataclass

from site_builder.exchange.into.amend import amended
from site_builder.exchange.into.laid_out import source_text
from site_builder.exchange.into.page import Page
from site_builder.exchange.into.patched import patched
from site_builder.sources.front_matter import RULE, Halves
from site_builder.sources.reading import read_parts
from site_builder.sources.text import decoded
from site_builder.sources.yaml import Value

_LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)")
_MARKS = {BOM_UTF8: "utf-8", BOM_UTF16_LE: "utf-16-le", BOM_UTF16_BE: "utf-16-be"}


@dataclass(frozen=True, slots=True)
class Rewritten:
    """The bytes of a source afterwards, and its comments that had to go."""

    data: bytes
    lost: tuple[str, ...] = ()


def rewritten(file: str, data: bytes, before: Value, after: Value) -> Rewritten:
    """A source that was read as `before` and is to be read as `after`, with the least of it changed."""
    return in_its_letters(data, lambda text: _text(file, text, before, after))


def in_its_letters(data: bytes, change: Callable[[str], tuple[str, tuple[str, ...]]]) -> Rewritten:
    """The bytes of a file whose text is changed, in the encoding that it has; `change` tells lost comments too."""
    mark = next((it for it in _MARKS if data.startswith(it)), b"")
    encoding = _MARKS.get(mark, "utf-8")
    new, lost = change(data[len(mark) :].decode(encoding, "replace"))
    return Rewritten(mark + new.encode(encoding), lost)


def _text(file: str, text: str, before: Value, after: Value) -> tuple[str, tuple[str, ...]]:
    said, parts, problems = read_parts(file, Page(text).plain)
    if problems or not isinstance(before, dict) or not isinstance(after, dict):
        return source_text(file, after), ()
    if not file.endswith(".md"):
        new = amended(text, patched(said, before, after), lambda: source_text(file, after))
        return new.text, new.lost
    return _markdown(file, text, said, parts, before, after)


def _markdown(
    file: str, text: str, said: Value, parts: Halves, before: dict[str, Value], after: dict[str, Value]
) -> tuple[str, tuple[str, ...]]:
    """A Markdown source: what it says about itself is its body, unless its head says it."""
    start, end = head_of(text, parts)
    body = text[end:]
    if before.get("about") != after.get("about"):
        if isinstance(said, dict):
            said = {name: it for name, it in said.items() if name != "about"}
        body = with_body(text[end:], str(after.get("about") or ""), Page(text).line_end)
    rest = ({name: it for name, it in value.items() if name != "about"} for value in (before, after))
    wanted = patched(said, *rest)
    anew = "".join(source_text(file, wanted).split("\n", 1)[1].rpartition(f"\n{RULE}\n")[:1]) + "\n"
    new = amended(text[start:end], wanted, lambda: anew)
    return text[:start] + new.text + body, new.lost


def head_of(text: str, parts: Halves) -> tuple[int, int]:
    """From where to where the head reaches in a file's own text, without its rules."""
    lines = _LINES.findall(text)
    start = len(lines[0])
    return start, start + sum(map(len, lines[1 : parts.body_line - 2]))


def with_body(old: str, about: str, line_end: str) -> str:
    """The rule that ends the head, and another text below it; blanks around the old text stay."""
    rule, _, rest = old.partition("\n")
    is_empty = not rest.strip()
    before = len(rest) - len(rest.lstrip())
    blank = line_end if is_empty else rest[: rest.rfind("\n", 0, before) + 1]
    end = line_end if is_empty else rest[len(rest.rstrip()) :]
    return f"{rule}\n{blank}{about.replace(chr(10), line_end)}{end}" if about else f"{rule}\n"


def reads_as(file: str, data: bytes) -> tuple[Value, Halves]:
    """What a source says, and its halves."""
    text, _ = decoded(file, data)
    value, parts, _ = read_parts(file, text)
    return value, parts
