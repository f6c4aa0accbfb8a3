"""What a link may lead to: every page of the site by all the names that authors call it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from site_builder import addresses
from site_builder.outline import Outline

_OUTWARD = ("https://", "http://", "mailto:", "tel:")


@dataclass(frozen=True, slots=True)
class Target:
    """A page: where it stands, what writes it (nothing for the site's own pages), and what links call it."""

    address: str
    file: str
    names: tuple[str, ...]


def targets(outline: Outline) -> Iterator[Target]:
    """Every page of the site; the site's own pages first, so that nothing takes their place."""
    for address in (addresses.HOME, addresses.LEVELS, addresses.EXEMPLARS, addresses.FINDER, addresses.MAP,
                    addresses.STANDARDS, addresses.PATHWAYS):
        yield Target(address, "", (f"/{address}",))
    for scale in outline.settings.scales.values():
        for level in scale.levels:
            address = addresses.level(scale, level)
            yield Target(address, outline.settings.source, (f"/{address}",))
    for area in outline.areas.values():
        yield _of(addresses.area(area), area.source, area.id)
    for card in outline.competencies.values():
        yield _of(addresses.competency(card), card.source, card.id)
    for work in outline.exemplars.values():
        yield _of(addresses.exemplar(work), work.source, work.id)
    for route in outline.pathways:
        yield _of(addresses.pathway(route), route.source, route.id)
    for page in outline.pages:
        if page.slug != "index":
            yield _of(f"{page.slug}/", page.source, page.slug)
    for card in outline.competencies.values():
        for old in card.was:
            yield Target(addresses.formerly(card, old), card.source, ())


def addresses_by_name(outline: Outline) -> dict[str, str]:
    """Each name that a link may use, and the address it stands for."""
    names: dict[str, str] = {}
    for target in targets(outline):
        for name in target.names:
            names.setdefault(name, target.address)
    for card in outline.competencies.values():
        for skill, _ in card.skills:
            names.setdefault(skill, f"{addresses.competency(card)}#{addresses.anchor(skill)}")
            names.update((addresses.cell(skill, level), f"{addresses.competency(card)}#{addresses.cell(skill, level)}") for level in card.levels)
    return names


def find_target(link: str, file: str, known: Mapping[str, str]) -> str | None:
    """The address that an author's link stands for: as it is when it leads outward or stays on the page, None when it leads nowhere."""
    if link.lower().startswith(_OUTWARD) or link.startswith("#"):
        return link
    name, _, anchor = link.partition("#")
    suffix = f"#{anchor}" if anchor else ""
    for candidate in (name, f"{name.rstrip('/')}/", posixpath.normpath(posixpath.join(posixpath.dirname(file), name))):
        if candidate in known:
            return known[candidate] + suffix
    return None


def _of(address: str, file: str, id: str) -> Target:
    return Target(address, file, (id, f"/{address}", file))
