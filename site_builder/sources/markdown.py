"""Markdown as this product reads it: one renderer for every text that a school writes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from zlib import crc32

from site_builder.model import PublishedMedium, SourceText, like
from site_builder.sources.clean import HIDDEN, JOINERS, MARKS
from site_builder.sources.languages import direction
from site_builder.sources.markdown_headings import Heading, lead_to_headings, names_of_headings, place_headings
from site_builder.sources.markdown_links import Link, Resolve, keep, links_in, resolve_links
from site_builder.sources.markdown_pictures import NO_PICTURES, PictureUse, pictures_in, show_pictures
from site_builder.sources.markdown_terms import Mark, Marks, mark_terms, marked_text, spoken_pieces
from site_builder.sources.markdown_tokens import parse, parse_line, render, words
from site_builder.sources.marked import Block, MarkedWork, Quote, find_quotes, marked

__all__ = [
    "SET_APART",
    "Block",
    "Heading",
    "Link",
    "Mark",
    "MarkedWork",
    "Marks",
    "PictureUse",
    "Quote",
    "Resolve",
    "anchors_in",
    "block",
    "find_quotes",
    "headings",
    "inline",
    "keep",
    "links",
    "marked",
    "passages",
    "pictures",
    "pieces",
    "plain",
    "set_apart",
]

_SIGNS = rf"\x00-\x1f\x7f\\`*_\[\]<>&~{HIDDEN}{JOINERS}{MARKS}"
_BARE_LINE = re.compile(rf"[^\s{_SIGNS}](?:[^{_SIGNS}]*[^\s{_SIGNS}])?")
# At the start of a block a digit, dash or the like can begin a list, a rule, a heading or an admonition.
_BARE_BLOCK = re.compile(rf"(?![-+=#!?:|0-9]){_BARE_LINE.pattern}")
_SPACES = re.compile(r"[ \t\n]+")


def block(
    text: str,
    resolve: Resolve = keep,
    *,
    headings_from: int = 2,
    prefix: str = "",
    anchors: Sequence[str] = (),
    pictures: Mapping[str, PublishedMedium] = NO_PICTURES,
    marks: Marks | None = None,
) -> str:
    """Safe HTML; the largest heading becomes `headings_from`, and headings have ids where there is a `prefix`.

    `anchors` are what links call the headings, where it is not their own words. `pictures` are those that are published
    beside the page, by what the text calls them. `marks` says which words of it explain themselves.
    """
    mark = marks(text) if marks else None
    if _BARE_BLOCK.fullmatch(text):
        html = f"<p>{marked_text(text, mark) if mark else _escaped(text)}</p>"
    else:
        html = _block(text, resolve, headings_from, prefix, anchors, pictures, mark)
    return set_apart(html, text.language, "div") if isinstance(text, SourceText) else html


def inline(text: str, resolve: Resolve = keep, marks: Marks | None = None) -> str:
    """Safe HTML of a text read as one line: for titles, statements and cells; `marks` as for a block."""
    mark = marks(text) if marks else None
    if _BARE_LINE.fullmatch(text):
        html = marked_text(text, mark) if mark else _escaped(text)
    else:
        html = _inline(text, resolve, mark)
    return set_apart(html, text.language) if isinstance(text, SourceText) else html


# What every such text has and no other, as quotation marks that somebody wrote are escaped.
SET_APART = ' class="src" lang="'


def set_apart(html: str, language: str, element: str = "span") -> str:
    """Safe HTML in another language than the page's, which says so to those who see it and to those who hear it."""
    return f'<{element}{SET_APART}{language}" dir="{direction(language)}">{html}</{element}>'


def plain(text: str) -> str:
    """The words alone, in the language that they are in: for titles, descriptions and cards."""
    if _BARE_LINE.fullmatch(text):
        # Most texts stand on one line, with single spaces.
        return like(text, _SPACES.sub(" ", text)) if "\n" in text or "  " in text or "\t" in text else text
    return like(text, _plain(text))


def passages(text: str) -> list[tuple[int, str]]:
    """The words of each paragraph, heading and entry of a list by itself, with the line on which it begins."""
    if _BARE_BLOCK.fullmatch(text):
        return [(1, text)]
    tokens = [it for it in parse(text) if it.type == "inline" and it.children]
    return [((it.map or [0])[0] + 1, words(it.children or ())) for it in tokens]


def pieces(text: str) -> list[str]:
    """The pieces of a text in which words may explain themselves: not its headings, links and code."""
    if _BARE_LINE.fullmatch(text):
        return [text]
    return spoken_pieces(parse(text) if "\n" in text.strip() else parse_line(text))


def links(text: str) -> list[Link]:
    """Every link and picture target in a text, with its line."""
    return list(links_in(parse(text)))


def pictures(text: str) -> list[PictureUse]:
    """Every picture in a text, with its words and its line."""
    return list(pictures_in(parse(text))) if "![" in text else []


def headings(text: str, prefix: str = "", anchors: Sequence[str] = ()) -> list[Heading]:
    """The headings of a text as `block` shows them with the same prefix and anchors."""
    return place_headings(parse(text), 2, prefix, anchors)


def anchors_in(text: str) -> tuple[str, ...]:
    """What links call the headings of a text, by their own words."""
    return names_of_headings(parse(text))


def _block(
    text: str,
    resolve: Resolve,
    headings_from: int,
    prefix: str,
    anchors: Sequence[str] = (),
    pictures: Mapping[str, PublishedMedium] = NO_PICTURES,
    mark: Mark | None = None,
) -> str:
    tokens = parse(text)
    found = place_headings(tokens, headings_from, prefix, anchors)
    show_pictures(tokens, pictures)
    resolve_links(tokens, resolve)
    if mark:
        mark_terms(tokens, mark)
    if prefix:
        lead_to_headings(tokens, found, prefix)
    # Texts without a prefix share pages with others: their footnotes need ids of their own.
    return render(tokens, prefix or f"{crc32(text.encode('utf-8', 'replace')):x}-")


def _inline(text: str, resolve: Resolve, mark: Mark | None = None) -> str:
    tokens = parse_line(text)
    resolve_links(tokens, resolve)
    if mark:
        mark_terms(tokens, mark)
    return render(tokens)


def _plain(text: str) -> str:
    # A title may begin like a list ("1. Settling in"), so a text on one line has no blocks.
    tokens = parse(text) if "\n" in text.strip() else parse_line(text)
    said = (words(token.children) if token.children else _code(token.content, token.type) for token in tokens)
    return _SPACES.sub(" ", " ".join(said)).strip(" ")


def _code(content: str, kind: str) -> str:
    return content if kind in ("fence", "code_block") else ""


def _escaped(text: str) -> str:
    """Escapes what a bare text can hold: the other signs are not in it."""
    return text.replace('"', "&quot;")
