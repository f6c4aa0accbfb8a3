"""A piece of work with the places marked that its notes speak of."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice
from typing import TypeAlias

from markdown_it.common.utils import escapeHtml
from markdown_it.token import Token

from site_builder.sources.clean import clean
from site_builder.sources.markdown_headings import place_headings
from site_builder.sources.markdown_links import Resolve, keep, resolve_links
from site_builder.sources.markdown_tokens import parse, render, spoken

_HEADINGS_FROM = 3
_CODE = ("fence", "code_block")
# Stands in no text that was parsed, and is no space: no quote reaches across it.
_BETWEEN = "\x00"


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the work that a note speaks of; `label` is read aloud where the note's number stands."""

    number: int
    text: str
    occurrence: int = 1
    label: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """One block of the work as HTML, and the numbers of the notes that belong beside it, in reading order."""

    html: str
    notes: tuple[int, ...] = ()


MarkedWork: TypeAlias = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class _Mark:
    """A quote's place in the words of one passage."""

    start: int
    end: int
    quote: Quote


def marked(text: str, quotes: Sequence[Quote], resolve: Resolve = keep) -> MarkedWork:
    """The blocks of a work, each quote marked where it stands; a quote that is not found is left out."""
    tokens = parse(text)
    resolve_links(tokens, resolve)
    place_headings(tokens, _HEADINGS_FROM, "")
    places = _places(_passages(tokens), quotes)
    return tuple(_block(part, places) for part in _parts(tokens))


def find_quotes(text: str, quotes: Sequence[Quote]) -> list[int]:
    """How often each quote stands in the work, read as the page shows it; never across two paragraphs."""
    said = _BETWEEN.join(map(_said, _passages(parse(text))))
    return [sum(1 for _ in _words(quote).finditer(said)) for quote in quotes]


def _block(tokens: Sequence[Token], places: dict[int, list[_Mark]]) -> Block:
    notes: list[int] = []
    for token in tokens:
        marks = places.get(id(token))
        if marks:
            token.children = list(_with_marks(_children(token), marks))
            notes += [mark.quote.number for mark in marks]
    return Block(render(tokens), tuple(notes))


def _places(passages: Sequence[Token], quotes: Sequence[Quote]) -> dict[int, list[_Mark]]:
    """The marks of each passage, by the passage's identity, in reading order."""
    texts = [_said(passage) for passage in passages]
    starts = list(accumulate((len(text) + len(_BETWEEN) for text in texts), initial=0))
    said = _BETWEEN.join(texts)
    places: dict[int, list[_Mark]] = {}
    for quote in quotes:
        found = next(islice(_words(quote).finditer(said), max(quote.occurrence, 1) - 1, None), None)
        if found:
            number = bisect(starts, found.start()) - 1
            start, end = found.start() - starts[number], found.end() - starts[number]
            places.setdefault(id(passages[number]), []).append(_Mark(start, end, quote))
    return {key: sorted(marks, key=lambda mark: (mark.start, -mark.end)) for key, marks in places.items()}


def _words(quote: Quote) -> re.Pattern[str]:
    """The quote's words, whatever spaces and line ends lie between them; without words nothing is found."""
    words = clean(quote.text).replace(_BETWEEN, "").split()
    return re.compile(r"\s+".join(map(re.escape, words)) or r"(?!)")


def _parts(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    part: list[Token] = []
    depth = 0
    for token in tokens:
        part.append(token)
        depth += token.nesting
        if depth == 0:
            yield part
            part = []


def _passages(tokens: Sequence[Token]) -> list[Token]:
    return [token for token in tokens if token.type in ("inline", *_CODE)]


def _said(passage: Token) -> str:
    return "".join(spoken(child) for child in _children(passage))


def _children(passage: Token) -> list[Token]:
    if passage.type in _CODE:
        return [Token("text", "", 0, content=passage.content)]
    return list(passage.children or ())


def _with_marks(children: Sequence[Token], marks: Sequence[_Mark]) -> Iterator[Token]:
    """The same tokens with marks around the quotes: closed before each inner element and opened again within it."""
    current: tuple[_Mark, ...] = ()
    begun: set[int] = set()
    ended: set[int] = set()
    links = 0
    for start, piece in _pieces(children, marks):
        wanted = () if piece.nesting else tuple(mark for mark in marks if mark.start <= start < mark.end)
        opens = wanted if wanted != current else ()
        if wanted != current:
            yield from (_html("</mark>") for _ in current)
        if not links:
            yield from _numbers(marks, start, ended)
        yield from (_html(_opening(mark, begun)) for mark in opens)
        current = wanted
        yield piece
        links += {"link_open": 1, "link_close": -1}.get(piece.type, 0)
    yield from (_html("</mark>") for _ in current)
    yield from _numbers(marks, max(mark.end for mark in marks), ended)


def _pieces(children: Sequence[Token], marks: Sequence[_Mark]) -> Iterator[tuple[int, Token]]:
    """Each token with its place in the words, texts cut where a quote begins or ends."""
    cuts = sorted({place for mark in marks for place in (mark.start, mark.end)})
    start = 0
    for child in children:
        length = len(spoken(child))
        inner = [cut - start for cut in cuts if start < cut < start + length]
        if not inner:
            yield start, child
        else:
            for begin, end in zip([0, *inner], [*inner, length], strict=True):
                yield start + begin, child.copy(content=child.content[begin:end])
        start += length


def _opening(mark: _Mark, begun: set[int]) -> str:
    if mark.quote.number in begun:
        return "<mark>"
    begun.add(mark.quote.number)
    return f'<mark id="q{mark.quote.number}">'


def _numbers(marks: Sequence[_Mark], place: int, ended: set[int]) -> Iterator[Token]:
    """The numbers of the notes whose quotes have ended here, each a link to its note; never within another link."""
    for mark in marks:
        number = mark.quote.number
        if mark.end <= place and number not in ended:
            ended.add(number)
            label = f' aria-label="{escapeHtml(clean(mark.quote.label))}"' if mark.quote.label else ""
            yield _html(f'<a class="n" href="#n{number}"{label}>{number}</a>')


def _html(content: str) -> Token:
    return Token("html_inline", "", 0, content=content)
