"""A tree of HTML written as Markdown: what has a sign there gets it, and of all else the words stay."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from html import escape as html_escape
from itertools import zip_longest

from site_builder.exchange.html.tree import BLOCKS, Element, Node, named, tree_of, words_of
from site_builder.sources import markdown

_SPACES = re.compile(r"[ \t\r\n\f\xa0]+")
_SIGNS = re.compile(r"[\\`*_\[\]<>~]|&(?=#?\w{1,32};)")
_AT_START = re.compile(r"^(?:[#>+\-=:~|!?]|\d+(?=[.)]))", re.MULTILINE)
_ADDRESS = re.compile(r"(?:https?://|mailto:|tel:)[^\s<>]+", re.IGNORECASE)
_MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*", "s": "~~", "del": "~~", "strike": "~~"}
_RAISED = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_BREAK = "\\\n"

Escape = Callable[[str], str]


def markdown_of_nodes(nodes: Sequence[Node]) -> str:
    """The blocks of a tree as Markdown."""
    return "\n\n".join(_blocks(nodes))


def markdown_of_words(text: str) -> str:
    """Words in one line as Markdown that says just these: with as few signs before signs as it can be."""
    return text if _reads_as(text, [text]) else _started(_escaped(text))


def _blocks(nodes: Iterable[Node]) -> list[str]:
    found: list[str] = []
    run: list[Node] = []
    before = ""
    for node in nodes:
        if not _holds_blocks(node):
            run.append(node)
            continue
        assert isinstance(node, Element)
        paragraph = _paragraph(run)
        found += paragraph
        run = []
        if node.name in ("ul", "ol"):
            # Two lists side by side would be one, were their marks the same.
            is_other = before == node.name and not paragraph
            found += _list(node, is_other=is_other)
            before = "" if is_other else node.name
        else:
            found += _WRITTEN.get(node.name, _inner)(node)
            before = ""
    return found + _paragraph(run)


def _holds_blocks(node: Node) -> bool:
    waiting = [node]
    while waiting:
        it = waiting.pop()
        if isinstance(it, Element):
            if it.name in BLOCKS:
                return True
            waiting += it.inside
    return False


def _inner(node: Element) -> list[str]:
    return _blocks(node.inside)


def _paragraph(run: Sequence[Node]) -> list[str]:
    """A run of words and emphasis as one paragraph, if anything stands in it."""
    shown = _lines(_inline(run, str))
    if not shown:
        return []
    if _reads_as(shown, run):
        return [shown]
    shown = _started(_lines(_inline(run, _escaped)))
    # Markdown cannot emphasise everything that HTML can, as a part of a word: then no sign for it may be left over.
    is_clear = _signs_in(words_of(tree_of(markdown.block(shown)))) == _signs_in(words_of(Element("", {}, list(run))))
    return [shown if is_clear else _started(_lines(_inline(map(_unmarked, run), _escaped)))]


def _reads_as(text: str, run: Sequence[Node]) -> bool:
    """Whether Markdown says the same as these nodes, in one paragraph."""
    html = markdown.block(text)
    if len(run) == 1 and html == f"<p>{html_escape(text)}</p>" and run[0] == text:
        return True  # the usual case, told without reading it once more
    made = tree_of(html).inside
    return (
        len(made) == 1
        and isinstance(made[0], Element)
        and made[0].name == "p"
        and _shape(made[0].inside) == _shape(run)
    )


def _signs_in(words: str) -> int:
    return words.count("*") + words.count("~~")


def _unmarked(node: Node) -> Node:
    """The same without any emphasis."""
    if isinstance(node, str):
        return node
    name = "span" if node.name in _MARKS else node.name
    return Element(name, node.attributes, list(map(_unmarked, node.inside)))


def _shape(nodes: Sequence[Node]) -> list[str]:
    """What is said and how, without anything that makes no difference."""
    pieces = list(_pieces(nodes))
    joined = _SPACES.sub(" ", "\0".join(pieces))
    return joined.replace("\0", "").strip().split("\1")


def _pieces(nodes: Sequence[Node]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, str):
            yield node
        elif node.name in _MARKS or node.name in ("code", "a", "br", "sup", "sub", "img"):
            href = node.attributes.get("href", "")
            yield f"\1{_MARKS.get(node.name, node.name)}{href}\1"
            yield from _pieces(node.inside)
            yield f"\1/{_MARKS.get(node.name, node.name)}\1"
        else:
            yield from _pieces(node.inside)


def _lines(text: str) -> str:
    lines = [_SPACES.sub(" ", it).strip(" ") for it in text.split(_BREAK)]
    while lines and not lines[-1]:
        lines.pop()
    return _BREAK.join(it for it in lines if it)


def _inline(nodes: Iterable[Node], escape: Escape) -> str:
    return "".join(escape(_SPACES.sub(" ", it)) if isinstance(it, str) else _element(it, escape) for it in nodes)


def _element(node: Element, escape: Escape) -> str:
    if node.name == "br":
        return _BREAK
    if node.name == "code":
        return _code(_SPACES.sub(" ", "".join(_texts(node))))
    if node.name == "img":
        return _linked(escape(node.attributes.get("alt", "")) or "picture", node.attributes.get("src", ""))
    if "footnote-backref" in node.attributes.get("class", ""):
        return ""
    inside = _inline(node.inside, escape)
    if node.name in _MARKS:
        return _marked(inside, _MARKS[node.name])
    if node.name == "a":
        return _linked(inside, node.attributes.get("href", ""))
    return _raised(node, inside) if node.name in ("sup", "sub") else inside


def _marked(text: str, mark: str) -> str:
    """Emphasis around words, with the blanks outside of it."""
    words = text.strip(" ")
    if not words or _BREAK in words or words.startswith(mark[0]) or words.endswith(mark[0]):
        return text
    before, _, after = text.partition(words)
    return f"{before}{mark}{words}{mark}{after}"


def _code(words: str) -> str:
    if not words:
        return ""
    longest = max((len(it) for it in re.findall("`+", words)), default=0)
    fence = "`" * (longest + 1)
    is_padded = words.startswith(" ") and words.endswith(" ") and words.strip(" ")
    gap = " " if is_padded or words.startswith("`") or words.endswith("`") else ""
    return f"{fence}{gap}{words}{gap}{fence}"


def _linked(words: str, address: str) -> str:
    """A link to an address on the web; any other address means nothing outside of its system."""
    address = address.strip()
    if not _ADDRESS.fullmatch(address):
        return words if address or words != "picture" else ""
    safe = address.replace("\\", "%5C").replace("(", "%28").replace(")", "%29")
    return f"[{words.strip() or safe}]({safe})"


def _raised(node: Element, text: str) -> str:
    small = text.translate(_RAISED if node.name == "sup" else _LOWERED)
    if all(one != other for one, other in zip(small, text, strict=True)) or "footnote" in str(node.attributes):
        return small
    return f"{'^' if node.name == 'sup' else '~'}{text}" if len(text) < 20 else text


def _escaped(text: str) -> str:
    return _SIGNS.sub(r"\\\g<0>", text)


def _started(text: str) -> str:
    """A paragraph that begins no list, heading or the like in any of its lines."""
    return _AT_START.sub(lambda at: f"{at[0]}\\" if at[0].isdigit() else f"\\{at[0]}", text)


def _heading(node: Element) -> list[str]:
    words = _lines(_inline(node.inside, _escaped)).replace(_BREAK, " ")
    return [f"{'#' * int(node.name[1])} {words}"] if words else []


def _rule(node: Element) -> list[str]:
    return ["---"]


def _quoted(node: Element) -> list[str]:
    return ["\n".join(f"> {it}".rstrip() for it in "\n\n".join(_inner(node)).split("\n"))] if _inner(node) else []


def _preformatted(node: Element) -> list[str]:
    text = "".join(_texts(node)).strip("\n")
    fence = "`" * max(3, 1 + max((len(it) for it in re.findall("`+", text)), default=0))
    code = next((it for it in node.inside if named(it, "code")), node)
    language = re.search(r"language-([\w+#.-]{1,30})", code.attributes.get("class", ""))  # type: ignore[union-attr]
    return [f"{fence}{language[1] if language else ''}\n{text}\n{fence}"]


def _texts(node: Element) -> Iterator[str]:
    for it in node.inside:
        if isinstance(it, str):
            yield it
        else:
            yield from ("\n",) if it.name == "br" else _texts(it)


def _list(node: Element, *, is_other: bool) -> list[str]:
    items = _items(node)
    start = node.attributes.get("start", "1")
    first = int(start) if start.isascii() and start.isdigit() and len(start) < 9 else 1
    is_loose = any(named(inner, "p") for it in items for inner in it.inside)
    between = "\n\n" if is_loose else "\n"
    made = []
    for number, it in enumerate(items, first):
        mark = f"{number}{')' if is_other else '.'}" if node.name == "ol" else "*" if is_other else "-"
        made.append(_hung(mark, between.join(_inner(it)), len(mark) + 1))
    return [between.join(made)] if made else []


def _items(node: Element) -> list[Element]:
    """The items of a list; what stands between them belongs to the one before."""
    items: list[Element] = []
    for it in node.inside:
        if named(it, "li"):
            items.append(it)  # type: ignore[arg-type]
        elif words_of(it):
            if not items:
                items.append(Element("li"))
            items[-1] = Element("li", {}, [*items[-1].inside, it])
    return items


def _hung(mark: str, text: str, width: int) -> str:
    """Lines behind a mark, all beginning at the same place."""
    first, *more = text.split("\n")
    lines = [f"{mark}{' ' * (width - len(mark))}{first}".rstrip()]
    return "\n".join([*lines, *(f"{' ' * width}{it}" if it else "" for it in more)])


def _defined(node: Element) -> list[str]:
    is_loose = any(named(inner, "p") for it in node.inside if named(it, "dd") for inner in it.inside)  # type: ignore[union-attr]
    made: list[str] = []
    term = ""
    for it in node.inside:
        if named(it, "dt"):
            term = _started(_lines(_inline(it.inside, _escaped)).replace(_BREAK, " "))  # type: ignore[union-attr]
            made.append(f"\n{term}" if made else term)
        elif named(it, "dd"):
            text = _hung(":", "\n\n".join(_inner(it)), 4)  # type: ignore[arg-type]
            made.append(f"\n{text}" if is_loose else text)
    return ["\n".join(made)] if term else _inner(node)


def _table(node: Element) -> list[str]:
    rows = [[_cell(it) for it in row.inside if named(it, "td", "th")] for row in _rows(node)]  # type: ignore[arg-type]
    rows = [it for it in rows if any(it)]
    if not rows:
        return _blocks(it for it in node.inside if not named(it, "thead", "tbody", "tfoot", "tr"))
    columns = list(zip_longest(*rows, fillvalue=""))
    even = list(zip(*columns, strict=True))
    lines = [even[0], ("---",) * len(columns), *even[1:]]
    return ["\n".join(f"| {' | '.join(it)} |" for it in lines)]


def _rows(node: Element) -> Iterator[Element]:
    for it in node.inside:
        if named(it, "tr"):
            yield it  # type: ignore[misc]
        elif named(it, "thead", "tbody", "tfoot"):
            yield from _rows(it)  # type: ignore[arg-type]


def _cell(node: Element) -> str:
    words = (
        _lines(_inline(node.inside, _escaped)) if not any(map(_holds_blocks, node.inside)) else _escaped(words_of(node))
    )
    return words.replace(_BREAK, " ").replace("|", "\\|")


_WRITTEN: Mapping[str, Callable[[Element], list[str]]] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _heading),
    "hr": _rule,
    "blockquote": _quoted,
    "pre": _preformatted,
    "dl": _defined,
    "table": _table,
}
