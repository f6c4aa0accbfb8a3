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


def place_headings(
    tokens: Sequence[Token], headings_from: int, prefix: str, names: Sequence[str] = ()
) -> list[Heading]:
    """Give headings their level (the largest becomes `headings_from`) and, with a prefix, an id; list them.

    An id is made of the heading's own words, or of `names` where these are as many as the headings.
    """
    opened = _opened(tokens)
    shift = headings_from - min((int(token.tag[1]) for token, _ in opened), default=0)
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(int(token.tag[1]) + shift, 6)}"
    texts = _texts(opened)
    slugs = names if len(names) == len(texts) else tuple(_slugs(texts))
    found = []
    for (token, _), text, slug in zip(opened, texts, slugs, strict=True):
        found.append(Heading(int(token.tag[1]), prefix + slug if prefix else "", text))
        if prefix:
            token.attrSet("id", prefix + slug)
    return found


def names_of_headings(tokens: Sequence[Token]) -> tuple[str, ...]:
    """What links call each heading, in their order."""
    return tuple(_slugs(_texts(_opened(tokens))))


def lead_to_headings(tokens: Sequence[Token], found: Sequence[Heading], prefix: str) -> None:
    """A link to `#how-it-works` finds the heading, though its id has a prefix."""
    ids = {heading.id for heading in found}
    for token in tokens:
        for child in token.children or ():
            href = str(child.attrGet("href") or "")
            # Letters beyond ASCII are percent-encoded in an address, and not in an id.
            if href.startswith("#") and prefix + unquote(href[1:]) in ids:
                child.attrs["href"] = f"#{prefix}{href[1:]}"


def _opened(tokens: Sequence[Token]) -> list[tuple[Token, Token]]:
    """Where each heading begins, and what is in it."""
    return [(token, tokens[number + 1]) for number, token in enumerate(tokens) if token.type == "heading_open"]


def _texts(opened: Sequence[tuple[Token, Token]]) -> list[str]:
    return [" ".join(words(inside.children or ()).split()) for _, inside in opened]


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
