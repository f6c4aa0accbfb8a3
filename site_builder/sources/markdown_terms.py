"""Words of a text that explain themselves: where they may be marked, and how they are.

Never in a heading, a link, code or the title of a note: there something stands already that leads elsewhere, or nothing
may stand that does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from typing import TypeAlias

from markdown_it.token import Token

# From a piece of text to the places in it that are to be marked: from where to where, and the tag that begins there.
Mark: TypeAlias = Callable[[str], Iterable[tuple[int, int, str]]]
# What a text is to be marked with, if it is.
Marks: TypeAlias = Callable[[str], Mark | None]
_CLOSED = ("heading", "th", "dt", "admonition_title")
_END = "</a>"


def spoken_pieces(tokens: Sequence[Token]) -> list[str]:
    """The pieces of a text in which words may be marked."""
    return [child.content for token in _open(tokens) for child, is_free in _children(token) if is_free]


def mark_terms(tokens: Sequence[Token], mark: Mark) -> None:
    """Mark words where they may be."""
    for token in _open(tokens):
        children = list(_children(token))
        token.children = [it for child, is_free in children for it in (_marked(child, mark) if is_free else [child])]


def marked_text(text: str, mark: Mark) -> str:
    """Safe HTML of a text without any markup, with its words marked."""
    html, end = "", 0
    for start, stop, opening in mark(text):
        html += f"{escape(text[end:start])}{opening}{escape(text[start:stop])}{_END}"
        end = stop
    return html + escape(text[end:])


def _open(tokens: Sequence[Token]) -> Iterator[Token]:
    """The tokens with text in which words may be marked."""
    closed = 0
    for token in tokens:
        name, _, side = token.type.rpartition("_")
        if name in _CLOSED:
            closed += 1 if side == "open" else -1
        elif token.type == "inline" and token.children and not closed:
            yield token


def _children(token: Token) -> Iterator[tuple[Token, bool]]:
    """What stands in a block, and whether it is text outside of links."""
    links = 0
    for child in token.children or ():
        links += child.nesting if child.type in ("link_open", "link_close") else 0
        yield child, child.type == "text" and not links


def _marked(child: Token, mark: Mark) -> Iterator[Token]:
    places = list(mark(child.content))
    yield Token("html_inline", "", 0, content=marked_text(child.content, lambda _: places)) if places else child
