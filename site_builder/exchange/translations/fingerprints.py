"""What texts were made from, as a translation keeps it: behind all else, and each in a line of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from site_builder.exchange.into.page import Edit, Page
from site_builder.exchange.into.yaml_nodes import nodes_of
from site_builder.exchange.translations.layout import inserted
from site_builder.sources.translation import MADE_FROM
from site_builder.sources.written import named_lines
from site_builder.sources.yaml import Value


def with_fingerprints(said: Value, made: Mapping[str, str], order: Sequence[str]) -> Value:
    """What a translation says, with these fingerprints by their places in the order of its texts."""
    there = dict(said) if isinstance(said, dict) else {}
    before = there.get(MADE_FROM)
    kept = dict(before) if isinstance(before, dict) else {}
    names = list(kept)
    for place in order:
        if place in made and place not in names:
            inserted(place, names, order)
    names += [place for place in made if place not in names]
    return {**there, MADE_FROM: {place: made.get(place, kept.get(place)) for place in names}}


def line_by_line(text: str) -> str:
    """The same YAML with its fingerprints below each other: in brackets, each change would be one of a long line."""
    page = Page(text)
    root = nodes_of(page.plain)
    if root is None or not root.is_group or not root.is_block:
        return text
    pairs = zip(root.keys, root.values, strict=True)
    node = next((value for key, value in pairs if key.text == MADE_FROM), None)
    if node is None or not node.values or node.is_block or "#" in page.plain[node.start : node.end]:
        return text
    told = ((key.text, value.text) for key, value in zip(node.keys, node.values, strict=True))
    lines = [line for name, it in told for line in named_lines(name, it, root.column + 2)]
    start = len(page.plain[: node.start].rstrip(" "))
    return page.edited([Edit(start, node.end, "\n" + "\n".join(lines))])
