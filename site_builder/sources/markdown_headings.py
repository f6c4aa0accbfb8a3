"""Headings of a text: their levels on the page and the ids that links lead to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from markdown_it.token import Token

from site_builder.sources.markdown_tokens import words

_SIGNS = re.compile(r"[^\w\- ]")
_GAPS = re.compile(r"[\s-]+")
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as the page shows it; its id begins with the page's prefix and is empty without one."""

    level: int
    id: str
    text: str


def place_headings(tokens: Sequence[Token], headings_from: int, prefix: str) -> list[Heading]:
    """Give headings their level (the largest becomes `headings_from`) and, with a prefix, an id; list them."""
    opened = [(token, tokens[number + 1]) for number, token in enumerate(tokens) if token.type == "heading_open"]
    shift = headings_from - min((int(token.tag[1]) for token, _ in opened), default=0)
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(int(token.tag[1]) + shift, 6)}"
    texts = [" ".join(words(inside.children or ()).split()) for _, inside in opened]
    found = []
    for (token, _), text, slug in zip(opened, texts, _slugs(texts), strict=True):
        found.append(Heading(int(token.tag[1]), prefix + slug if prefix else "", text))
        if prefix:
            token.attrSet("id", prefix + slug)
    return found


def lead_to_headings(tokens: Sequence[Token], found: Sequence[Heading], prefix: str) -> None:
    """A link to `#how-it-works` finds the heading, though its id has a prefix."""
    ids = {heading.id for heading in found}
    for token in tokens:
        for child in token.children or ():
            href = str(child.attrGet("href") or "")
            # Letters beyond ASCII are percent-encoded in an address, and not in an id.
            if href.startswith("#") and prefix + unquote(href[1:]) in ids:
                child.attrs["href"] = f"#{prefix}{href[1:]}"


def _slugs(texts: Sequence[str]) -> Iterator[str]:
    taken: set[str] = set()
    times: dict[str, int] = {}
    for text in texts:
        slug = base = _GAPS.sub("-", _SIGNS.sub("", text.lower()))[:_LONGEST].strip("-") or "section"
        while slug in taken:
            times[base] = times.get(base, 1) + 1
            slug = f"{base}-{times[base]}"
        taken.add(slug)
        yield slug
