"""The smallest change of a source's text that makes it say something else.

Comments, the order of names, quotes, ends of lines and all that nobody changes stay byte for byte. What came out is
read again, and where it does not say what it should, the whole is written anew.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from site_builder.exchange.into.amend_blocks import NotPossible, edits_of
from site_builder.exchange.into.page import Page
from site_builder.exchange.into.yaml_nodes import leaves, nodes_of
from site_builder.sources.yaml import Value, read_yaml

_COMMENT = re.compile(r"(?:(?<=\s)|(?<![^\n]))#[^\n]*")


@dataclass(frozen=True, slots=True)
class Amended:
    """A text that says what it should; `lost` are the comments of the old text that are not in it."""

    text: str
    lost: tuple[str, ...] = ()


def amended(text: str, wanted: Value, anew: Callable[[], str]) -> Amended:
    """The text with the least of it changed; `anew` writes it where that cannot be done."""
    page = Page(text)
    said, problems = read_yaml("", page.plain)
    if said == wanted and not problems:
        return Amended(text)
    changed = _changed(text, said, wanted)
    if changed is None or read_yaml("", Page(changed).plain) != (wanted, []):
        changed = anew().replace("\n", page.line_end)
    return Amended(changed, _lost(page.plain, Page(changed).plain))


def _changed(text: str, said: Value, wanted: Value) -> str | None:
    """The text with edits, or nothing where no edits would do."""
    page = Page(text)
    if not page.plain.endswith("\n"):  # so that every value has a line of its own, with an end
        page = Page(text + page.line_end)
    try:
        root = nodes_of(page.plain)
        return page.edited(edits_of(page, root, said, wanted)) if root else None
    except (NotPossible, ValueError):
        return None


def _lost(before: str, after: str) -> tuple[str, ...]:
    return tuple((Counter(_comments(before)) - Counter(_comments(after))).elements())


def _comments(text: str) -> list[str]:
    """The comments of a text: what follows a “#” where no value stands."""
    try:
        root = nodes_of(text)
    except ValueError:
        return []
    found: list[str] = []
    done = 0
    for leaf in leaves(root) if root else ():
        found += _COMMENT.findall(text, done, leaf.start)
        done = leaf.end
    return found + _COMMENT.findall(text, done)
