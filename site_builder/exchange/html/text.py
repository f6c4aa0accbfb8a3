"""Texts between our Markdown and the HTML of other systems, there and back."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from html import escape, unescape

from site_builder.exchange.html.markdown import markdown_of_nodes, markdown_of_words
from site_builder.exchange.html.tree import Element, Node, named, tree_of, words_of
from site_builder.sources import markdown
from site_builder.sources.clean import clean
from site_builder.sources.text import CONTROL

_TAG = re.compile(r"<[A-Za-z/!]")
_ON_THE_WEB = re.compile(r"(?:https?://|mailto:|tel:)", re.IGNORECASE)
_ONE_PARAGRAPH = re.compile(r"<p>((?:(?!</?p>).)*)</p>", re.DOTALL)
_BETWEEN = re.compile(r"\n[ \t]*\n\s*")


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of a definition list: its name, whether that stands out, and what is said of it, in Markdown."""

    name: str
    stands_out: bool = False
    says: tuple[str, ...] = ()


def markdown_of(html: str) -> str:
    """HTML as Markdown; a text without any tag is taken as it is typed, with its paragraphs."""
    if not _TAG.search(html):
        return markdown_of_plain(unescape(html))
    return markdown_of_nodes(tree_of(_tidy(html)).inside)


def markdown_of_plain(text: str) -> str:
    """A text in which no sign means anything, as Markdown that reads the same."""
    paragraphs = (" ".join(it.split()) for it in _BETWEEN.split(_tidy(text)))
    return "\n\n".join(markdown_of_words(it) for it in paragraphs if it)


@lru_cache(maxsize=4096)
def html_of(text: str) -> str:
    """Markdown as safe HTML; a link that leads nowhere outside of the school's own site leaves its words."""
    return markdown.block(text, lambda target: target if _ON_THE_WEB.match(target) else None)


def with_terms(text: str, terms: Iterable[Term]) -> str:
    """Markdown as HTML, with a definition list below it."""
    entries = "\n".join(line for it in terms for line in _entry(it))
    return "\n".join(it for it in (html_of(text), f"<dl>\n{entries}\n</dl>" if entries else "") if it)


def terms_of(html: str) -> tuple[str, tuple[Term, ...]]:
    """What stands above a definition list at the very end of a text, in Markdown, and that list's entries."""
    nodes = [it for it in tree_of(_tidy(html)).inside if not isinstance(it, str) or it.strip()] if "<dl" in html else []
    if not nodes or not named(nodes[-1], "dl"):
        return markdown_of(html), ()
    return markdown_of_nodes(nodes[:-1]), tuple(_terms(nodes[-1]))  # type: ignore[arg-type]


def _entry(term: Term) -> Iterable[str]:
    name = escape(term.name, quote=False)
    yield f"<dt><strong>{name}</strong></dt>" if term.stands_out else f"<dt>{name}</dt>"
    yield from (f"<dd>{_bare(html_of(it))}</dd>" for it in term.says)


def _bare(html: str) -> str:
    """A single paragraph without its tags, as an entry of a list needs none."""
    found = _ONE_PARAGRAPH.fullmatch(html)
    return found[1] if found else html


def _terms(node: Element) -> Iterable[Term]:
    name: Node | None = None
    says: list[str] = []
    for it in node.inside:
        if named(it, "dt"):
            if name is not None:
                yield _term(name, says)
            name, says = it, []
        elif named(it, "dd"):
            says.append(markdown_of_nodes(it.inside))  # type: ignore[union-attr]
    if name is not None:
        yield _term(name, says)


def _term(node: Node, says: Iterable[str]) -> Term:
    assert isinstance(node, Element)
    stands_out = [named(it, "strong", "b") for it in node.inside if not isinstance(it, str) or it.strip()] == [True]
    return Term(words_of(node), stands_out, tuple(it for it in says if it))


def _tidy(text: str) -> str:
    return CONTROL.sub("", clean(text.replace("\r\n", "\n").replace("\r", "\n")))
