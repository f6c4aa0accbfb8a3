"""What a link may lead to: every page of the site by all the names that authors call it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

from site_builder import addresses
from site_builder.model import Page
from site_builder.outline import ExemplarCard, Outline, areas_with_booklet
from site_builder.sources.markdown import headings

_OUTWARD = ("https://", "http://", "mailto:", "tel:")


@dataclass(frozen=True, slots=True)
class Target:
    """A page: where it stands, what writes it (nothing for the site's own pages), and what links call it."""

    address: str
    file: str
    names: tuple[str, ...]


def targets(outline: Outline) -> Iterator[Target]:
    """Every page of the site; the site's own pages first, so that nothing takes their place."""
    yield Target(addresses.HOME, "", ("/", *(page.source for page in outline.pages if page.slug == "index")))
    for address in (
        addresses.LEVELS,
        addresses.EXEMPLARS,
        addresses.FINDER,
        addresses.MAP,
        addresses.STANDARDS,
        addresses.PATHWAYS,
        addresses.OFFLINE,
    ):
        yield Target(address, "", (f"/{address}",))
    for scale in outline.settings.scales.values():
        for level in scale.levels:
            address = addresses.level(scale, level)
            yield Target(address, outline.settings.source, (f"/{address}",))
    for address in _booklets(outline):
        yield Target(address, "", (f"/{address}",))
    if outline.glossary:
        yield _of(addresses.GLOSSARY, outline.glossary.source, "glossary")
    for area in outline.areas.values():
        yield _of(addresses.area(area), area.source, area.id)
    for card in outline.competencies.values():
        yield _of(addresses.competency(card), card.source, card.id)
    for work in (*outline.exemplars.values(), *(it for it in outline.doubles if isinstance(it, ExemplarCard))):
        yield _of(addresses.exemplar(work), work.source, work.id)
    for work in outline.exemplars.values():
        if work.can_be_placed:
            address = addresses.calibrate(work)
            yield Target(address, "", (f"/{address}",))
    for route in outline.pathways:
        yield _of(addresses.pathway(route), route.source, route.id)
    for page in outline.pages:
        if page.slug != "index":
            yield _of(addresses.page(page), page.source, page.slug)
    for card in outline.competencies.values():
        for old in card.was:
            yield Target(addresses.formerly(card, old), card.source, ())


@dataclass(frozen=True, slots=True)
class Known:
    """What link names stand for: pages by each of their names, and skills with their page and levels.

    `headings` are the ids of the headings of each page that was written by hand, and of the glossary's terms.
    """

    pages: Mapping[str, str]
    skills: Mapping[str, tuple[str, tuple[str, ...]]]
    headings: Mapping[str, frozenset[str]] = field(default_factory=dict)


def known_targets(outline: Outline) -> Known:
    """Every name that a link may use."""
    pages: dict[str, str] = {}
    for target in targets(outline):
        for name in target.names:
            pages.setdefault(name, target.address)
    skills = {
        skill: (addresses.competency(card), card.levels)
        for card in outline.competencies.values()
        for skill, _ in card.skills
    }
    written = (page for page in outline.pages if page.slug != "index")
    terms = outline.glossary.terms if outline.glossary else ()
    ids = {addresses.GLOSSARY: frozenset(addresses.HEADING + it.id for it in terms)} if terms else {}
    return Known(pages, skills, {**ids, **{addresses.page(it): _places(it) for it in written}})


def _places(page: Page) -> frozenset[str]:
    return frozenset(it.id for it in headings(page.body, addresses.HEADING, page.anchors))


def find_target(link: str, file: str, known: Known) -> str | None:
    """The address that an author's link stands for, None when it leads nowhere; a link outward is one already."""
    if link.lower().startswith(_OUTWARD):
        return link
    name, _, anchor = link.partition("#")
    if not name and anchor:
        return link if _anchored(known.pages.get(file, ""), anchor, known) is not None else None
    for candidate in (name, f"{name.rstrip('/')}/", posixpath.normpath(posixpath.join(posixpath.dirname(file), name))):
        if candidate in known.pages:
            return _anchored(known.pages[candidate], anchor, known)
    return _skill_or_cell(name, known)


def _anchored(address: str, anchor: str, known: Known) -> str | None:
    """A place on a page; on one that was written by hand it has to be a heading."""
    ids = known.headings.get(address)
    if not anchor or ids is None:
        return f"{address}#{anchor}" if anchor else address
    said = unquote(anchor)
    found = next((it for it in (addresses.HEADING + said, said) if it in ids), None)
    return f"{address}#{found}" if found else None


def _skill_or_cell(name: str, known: Known) -> str | None:
    if name in known.skills:
        return f"{known.skills[name][0]}#{addresses.anchor(name)}"
    skill, _, level = name.rpartition("-")
    page, levels = known.skills.get(skill, ("", ()))
    return f"{page}#{addresses.cell(skill, level)}" if level in levels else None


def names_of(work: ExemplarCard) -> tuple[str, ...]:
    """All that links may call a piece of work."""
    return _of(addresses.exemplar(work), work.source, work.id).names


def _booklets(outline: Outline) -> Iterator[str]:
    yield from (addresses.area_booklet(it) for it in areas_with_booklet(outline))
    yield from (addresses.pathway_booklet(it) for it in outline.pathways)


def _of(address: str, file: str, id: str) -> Target:
    return Target(address, file, (id, f"/{address}", file))
