"""Reads HTML as a browser would and says what in it no author's text may bring about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser

_CLASS = frozenset({"class"})
_PLAIN = (
    "p em strong s code pre br hr ul li dl dt dd blockquote table thead tbody tr mark sup section div h1 h2 h3 h4 h5 h6"
)
# Every element that text can become, and the attributes that it may then have.
ELEMENTS: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(_PLAIN.split(), frozenset({"class", "id"})),
    "a": frozenset({"href", "title", "class", "id", "aria-label"}),
    "img": frozenset({"src", "alt", "title", "width", "height", "loading", "decoding"}),
    "picture": frozenset(),
    "source": frozenset({"type", "sizes", "srcset"}),
    "ol": frozenset({"start", "class"}),
    "th": _CLASS,
    "td": _CLASS,
    "details": frozenset({"class", "open"}),
    "summary": _CLASS,
}
VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
# A dash or a digit stands in every id: no property of a page or window in a browser has such a name.
_ID = re.compile(r"(?:fn|fnref|s)-\S+|q\d+")
_CLASSES = re.compile(r"footnote[\w-]*|language-[\w+#.-]+|at-(?:left|right|center)|admonition(?:-title)?|n|[a-z]+")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_DROPPED = re.compile(r"^[\x00-\x20]+|[\t\n\r]")
FOLLOWED = frozenset({"http", "https", "mailto", "tel"})
ADDRESSES = frozenset(
    {"href", "src", "srcset", "action", "formaction", "poster", "data", "xlink:href", "ping", "background"}
)


class Reader(HTMLParser):
    """Elements and texts in the order of the page; `unclosed` says which elements do not fit into each other."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.unclosed: list[str] = []
        self.open: list[str] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(html)
        self.close()
        self.unclosed += self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element opens."""
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """An element closes, which must be the innermost one."""
        if not self.open or self.open.pop() != tag:
            self.unclosed.append(tag)

    def handle_data(self, data: str) -> None:
        """Words, and the element that they stand in."""
        self.texts.append((self.open[-1] if self.open else "", data))


def faults(html: str) -> list[str]:
    """Everything in the HTML of an author's text that must never be there."""
    reader = Reader(html)
    found = [f"<{tag}> does not close where it should" for tag in reader.unclosed]
    ids = [attributes["id"] for _, attributes in reader.elements if "id" in attributes]
    found += [f"the id {id} stands there twice" for id in set(ids) if ids.count(id) > 1]
    for tag, attributes in reader.elements:
        found += _faults(tag, attributes)
    return found


def words(html: str) -> str:
    """What a reader reads."""
    return "".join(data for tag, data in Reader(html).texts if tag not in ("script", "style"))


def leads_astray(address: str) -> bool:
    """Whether a browser does anything but follow a link here: it drops some signs before it looks at the scheme."""
    scheme = _SCHEME.match(_DROPPED.sub("", address))
    return bool(scheme and scheme[1].lower() not in FOLLOWED)


def _faults(tag: str, attributes: Mapping[str, str]) -> Iterator[str]:
    if tag not in ELEMENTS:
        yield f"<{tag}> is not an element of a text"
    for name, value in attributes.items():
        if name not in ELEMENTS.get(tag, ()):
            yield f"<{tag}> has the attribute {name}"
        if name in ADDRESSES and leads_astray(value):
            yield f"<{tag}> has the address {value}"
        if name == "id" and not _ID.fullmatch(value):
            yield f"<{tag}> has the id {value}"
        if name == "class" and not all(map(_CLASSES.fullmatch, value.split())):
            yield f"<{tag}> has the class {value}"
    if tag == "img" and re.match(r"[a-z][a-z0-9+.-]*:|//", attributes.get("src", ""), re.IGNORECASE):
        yield f"a picture from elsewhere: {attributes['src']}"
