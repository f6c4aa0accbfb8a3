"""The sections of the site, as every page offers them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from site_builder import addresses
from site_builder.outline import Outline
from site_builder.site.desk import Desk
from site_builder.sources.markdown import plain

FRONT = "index"


@dataclass(frozen=True, slots=True)
class Entry:
    """A section: where it is from the page that shows it, what it is called, and whether the page belongs to it."""

    href: str
    title: str
    is_here: bool


def tabs(desk: Desk, tab: str, root: str) -> str:
    """The list of tabs, with `tab` marked."""
    return str(_parts(desk).tabs(entries(desk, tab, root)))


def drawer(desk: Desk, tab: str, root: str) -> str:
    """The same for the menu of a narrow screen and for the foot of the page, and what tabs have no room for."""
    return str(_parts(desk).drawer([*entries(desk, tab, root), *_beside(desk, tab, root)]))


def search_box(desk: Desk, root: str) -> str:
    """The search of the header; nothing where the site has no index."""
    if not desk.has_search:
        return ""
    module: Any = desk.templates.get_template("parts/search_box.html").module
    return str(module.search_box(desk.site(root), root + addresses.FINDER))


def entries(desk: Desk, tab: str, root: str) -> list[Entry]:
    """The sections in order: those that every site has, then the hand-written pages."""
    title = _parts(desk).title
    known = [Entry(root + address, str(title(name)), name == tab) for name, address in _sections(desk.outline)]
    pages = [it for it in desk.outline.pages if it.slug != FRONT]
    written = [Entry(root + addresses.page(it), plain(it.title), it.slug == tab) for it in pages]
    return known + written


def _beside(desk: Desk, tab: str, root: str) -> Iterator[Entry]:
    if desk.outline.glossary:
        yield Entry(root + addresses.GLOSSARY, str(_parts(desk).title("glossary")), tab == "glossary")


def _sections(outline: Outline) -> Iterator[tuple[str, str]]:
    yield "home", addresses.HOME
    yield "competencies", addresses.FINDER
    yield "work", addresses.EXEMPLARS
    yield ("pathways", addresses.PATHWAYS) if outline.pathways else ("map", addresses.MAP)
    yield "levels", addresses.LEVELS


def _parts(desk: Desk) -> Any:
    return desk.templates.get_template("parts/nav.html").module
