"""Pages as tests read them: elements, what they say, and where they lead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_ALONE = frozenset({"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
_UNSAID = frozenset({"script", "style", "template"})
_APART = frozenset({"p", "li", "td", "th", "tr", "div", "dt", "dd", "h1", "h2", "h3", "h4", "label", "summary", "br"})


@dataclass(slots=True, eq=False)
class Element:
    """An element of a page; `it["href"]` is an attribute, empty where there is none."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    inside: list[Element | str] = field(default_factory=list)
    parent: Element | None = None

    def __getitem__(self, name: str) -> str:
        return self.attributes.get(name, "")

    @property
    def classes(self) -> set[str]:
        """The classes of the element."""
        return set(self["class"].split())

    @property
    def words(self) -> str:
        """What the element says, with single spaces."""
        return " ".join("".join(self._texts()).split())

    def walk(self) -> Iterator[Element]:
        """Every element within, in the order of the page."""
        for it in self.inside:
            if isinstance(it, Element):
                yield it
                yield from it.walk()

    def all(self, tag: str = "", css: str = "", **attributes: str) -> list[Element]:
        """The elements within of this tag, with these classes and attributes (`_` stands for `-`)."""
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
        return [it for it in self.walk() if it._is(tag, set(css.split()), wanted)]

    def one(self, tag: str = "", css: str = "", **attributes: str) -> Element:
        """The only element within that is so."""
        found = self.all(tag, css, **attributes)
        assert len(found) == 1, f"{len(found)} elements are {tag} .{css} {attributes}"
        return found[0]

    def links(self) -> dict[str, str]:
        """Where each link within leads, by its words."""
        return {it.words: it["href"] for it in self.all("a")}

    def around(self, tag: str) -> Element:
        """The nearest element of this tag that holds this one."""
        at = self.parent
        while at is not None and at.tag != tag:
            at = at.parent
        assert at is not None, f"no {tag} holds this {self.tag}"
        return at

    def next(self) -> Element:
        """The element that follows within the same parent."""
        assert self.parent is not None
        beside = [it for it in self.parent.inside if isinstance(it, Element)]
        return beside[beside.index(self) + 1]

    def _is(self, tag: str, css: set[str], attributes: dict[str, str]) -> bool:
        same = all(name in self.attributes and self[name] == value for name, value in attributes.items())
        return tag in ("", self.tag) and css <= self.classes and same

    def _texts(self) -> Iterator[str]:
        for it in self.inside:
            if isinstance(it, str):
                yield it
            elif it.tag not in _UNSAID:
                apart = " " if it.tag in _APART else ""
                yield from (apart, *it._texts(), apart)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.top = Element("")
        self.open = [self.top]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_startendtag(tag, attrs)
        if tag not in _ALONE:
            last = self.open[-1].inside[-1]
            assert isinstance(last, Element)
            self.open.append(last)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> says something twice: {attrs}"
        parent = self.open[-1]
        parent.inside.append(Element(tag, {name: value or "" for name, value in attrs}, [], parent))

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> where </{self.open[-1].tag}> is expected, line {self.getpos()[0]}"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)


def read(html: str) -> Element:
    """A page or a part of one; tags that do not nest, or an attribute said twice, are refused."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == [reader.top], f"<{reader.open[-1].tag}> is never closed"
    return reader.top
