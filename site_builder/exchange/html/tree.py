"""HTML of other systems as a small tree: only what means something for a text, and never deep."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TypeAlias

# Deeper than this nobody writes; what lies there loses its tags and keeps its words.
DEEPEST = 40
BLOCKS = frozenset(
    {
        *("p", "div", "section", "article", "header", "footer", "aside", "main", "figure", "figcaption", "details"),
        *("summary", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "hr", "table", "thead", "tbody", "tfoot"),
        *("tr", "th", "td", "caption", "h1", "h2", "h3", "h4", "h5", "h6", "body", "html", "center", "address"),
    }
)
_EMPTY = frozenset(
    {"br", "hr", "img", "input", "wbr", "col", "area", "base", "embed", "link", "meta", "source", "track"}
)
_UNSEEN = frozenset({"script", "style", "head", "title", "template", "noscript", "object", "iframe", "svg", "math"})
# An element of the first kind ends here where one of the second begins: their end tags may be left out.
_ENDED_BY = {
    "p": BLOCKS,
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "tr": frozenset({"tr", "tbody", "tfoot"}),
    "td": frozenset({"td", "th", "tr", "tbody", "tfoot"}),
    "th": frozenset({"td", "th", "tr", "tbody", "tfoot"}),
    "thead": frozenset({"tbody", "tfoot"}),
    "tbody": frozenset({"tbody", "tfoot"}),
}
_SPACES = re.compile(r"[ \t\r\n\f]+")


@dataclass(slots=True, eq=False)
class Element:
    """An element: its name, its attributes, and what is in it."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    inside: list[Node] = field(default_factory=list)


Node: TypeAlias = "Element | str"


def tree_of(html: str) -> Element:
    """The whole as one element without a name."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.open[0]


def words_of(node: Node) -> str:
    """All words in a node, in one line."""
    return _SPACES.sub(" ", "".join(_texts(node))).strip()


def named(node: Node, *names: str) -> bool:
    """Whether a node is an element with one of these names."""
    return isinstance(node, Element) and node.name in names


def _texts(top: Node) -> Iterator[str]:
    waiting = [top]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            yield node
        elif node.name == "br":
            yield " "
        else:
            waiting += reversed(node.inside)


class _Reader(HTMLParser):
    """Builds the tree; `unseen` are the open elements of which no reader sees anything."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("")]
        self.unseen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.unseen or tag in _UNSEEN:
            if tag in _UNSEEN:
                self.unseen.append(tag)
            return
        self._end_what_ends_here(tag)
        if tag not in _EMPTY and len(self.open) > DEEPEST:
            return
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inside.append(element)
        if tag not in _EMPTY:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _UNSEEN:  # outside of XML the slash says nothing, as in “<p/>text”
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self.unseen:
            if tag == self.unseen[-1]:
                self.unseen.pop()
            return
        if any(it.name == tag for it in self.open[1:]):
            while self.open.pop().name != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.open[-1].inside.append(data)

    def _end_what_ends_here(self, tag: str) -> None:
        while tag in _ENDED_BY.get(self.open[-1].name, ()):
            self.open.pop()
