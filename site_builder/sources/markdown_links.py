"""Links and pictures in Markdown: which addresses a page may lead to or show."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from markdown_it.common.normalize_url import normalizeLink
from markdown_it.common.utils import escapeHtml
from markdown_it.token import Token

from site_builder.sources.markdown_tokens import words

Resolve: TypeAlias = Callable[[str], str | None]

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_FOLLOWED = frozenset({"http", "https", "mailto", "tel"})


@dataclass(frozen=True, slots=True)
class Link:
    """What a link or picture points at, as the author wrote it, and its line, counted from 1."""

    target: str
    line: int
    is_picture: bool = field(default=False, compare=False)


def keep(target: str) -> str:
    """The target as it is: for texts whose links need no translation."""
    return target


def links_in(tokens: Sequence[Token]) -> Iterator[Link]:
    """Every link and picture target, in the order of the text."""
    line = 0
    for token in tokens:
        if token.map:
            line = token.map[0]
        below = 0
        for child in token.children or ():
            below += child.type in ("softbreak", "hardbreak")
            target = child.attrGet("href") or child.attrGet("src")
            if target:
                yield Link(str(target), line + below + 1, child.type == "image")


def resolve_links(tokens: Sequence[Token], resolve: Resolve) -> None:
    """Give links and pictures their addresses for this page; one without an address leaves its words."""
    for token in tokens:
        if token.children and token.type == "inline":
            token.children = list(_resolved(token.children, resolve))


def _resolved(children: Sequence[Token], resolve: Resolve) -> Iterator[Token]:
    is_dropped: list[bool] = []
    for child in children:
        if child.type == "image":
            yield _picture(child, resolve)
        elif child.type == "link_open":
            address = _address(child.attrGet("href"), resolve)
            is_dropped.append(address is None)
            child.attrs["href"] = address or ""
            if address:
                yield child
        elif child.type != "link_close" or not is_dropped.pop():
            yield child


def _picture(image: Token, resolve: Resolve) -> Token:
    """The picture when it lies on this site, else its words."""
    address = _address(image.attrGet("src"), resolve)
    if address is None or _SCHEME.match(address) or address.startswith("//"):
        # Not a text: a quote is never found in it, whether the picture is shown or not.
        return Token("html_inline", "", 0, content=escapeHtml(words(image.children or ())))
    image.attrs["src"] = address
    return image


def _address(target: object, resolve: Resolve) -> str | None:
    found = resolve(str(target)) if target else None
    if not found:
        return None
    # Percent-encoding first: then no space or control character is left that could hide a scheme.
    address = normalizeLink(found)
    scheme = _SCHEME.match(address)
    is_followed = not scheme or scheme[1].lower() in _FOLLOWED
    return address if address and is_followed else None
