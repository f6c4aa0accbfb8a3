"""OpenSALT's sheets: a document, its items with their place in the hierarchy, and the associations between items."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from site_builder.exchange.fields import NEEDED
from site_builder.exchange.format import Aside, ReadWish, Remark, Taken
from site_builder.exchange.framework import Framework
from site_builder.exchange.names import Names
from site_builder.exchange.sheets.illegible import illegible_remarks
from site_builder.exchange.sheets.layout import Layout
from site_builder.exchange.sheets.opensalt.aside import columns_aside, table_aside
from site_builder.exchange.sheets.opensalt.associations import Links, links_of
from site_builder.exchange.sheets.opensalt.items import Items, items_of
from site_builder.exchange.sheets.opensalt.tables import SaltTables, illegible_in, is_items, salt_tables
from site_builder.exchange.sheets.opensalt.writing import write_opensalt
from site_builder.exchange.stand_in import stand_in
from site_builder.exchange.tree import Grown, grown
from site_builder.identifiers import (
    area_identifier,
    as_uuid,
    competency_identifier,
    framework_identifier,
    skill_identifier,
)
from site_builder.model import Area, Competency, Judging, Settings, Skill
from site_builder.tables.held import HeldTable

_OF_ITEMS = NEEDED | {
    "area.about",
    "area.identifier",
    "competency.statement",
    "competency.about",
    "competency.identifier",
    "skill.statement",
    "skill.identifier",
}
_OF_DOCUMENT = frozenset({"settings.title", "settings.description", "settings.version", "settings.identifier"})
_OF_ASSOCIATIONS = frozenset({"competency.prerequisites", "competency.retired"})
_OF_SETTINGS = frozenset({"identifier", "title", "description", "version", "language"})
_NO_LEVELS = "these sheets have no levels, so the usual four stand in: say in continuum.yml what the school's own are"
_NO_KINDS = "these sheets do not say of which kind the areas are, so they are “knowledge”"
_UNTITLED = "A framework"

N = TypeVar("N", Area, Competency, Skill)


def read_opensalt(tables: Sequence[HeldTable], wish: ReadWish) -> Taken:
    """The framework in OpenSALT's sheets, or in its table of items alone."""
    sorted_out = salt_tables(tables)
    items = items_of(sorted_out)
    counts = {"items": len(items.items), "associations": sum(len(it.rows) for it in sorted_out.associations)}
    if items.is_wrong:
        return Taken(None, tuple(items.problems), counts)
    settings = _settings(sorted_out, items, wish.existing)
    scale = next(iter(settings.scales.values()))
    tree = grown(items.roots, settings.title, scale, Names(wish.existing))
    links = links_of(sorted_out, items, tree)
    framework = _framework(settings, tree, items, links)
    made = tuple(_remarks(settings, items, tree, wish.existing))
    items.nodes.clear()  # a large tree need not be held beside what became of it
    items.roots.clear()
    aside = (*tree.aside, *links.aside, *columns_aside(items, tree, links, settings.languages[0]))
    aside = (*aside, *_documents_aside(sorted_out), *(table_aside(it) for it in sorted_out.others))
    unread = tuple(illegible_in(tables))
    remarks = (*items.remarks, *tree.remarks, *links.remarks, *made)
    remarks = (*remarks, *illegible_remarks(unread))
    return Taken(framework, tuple(items.problems), counts, (*aside, *unread), remarks, _carries(sorted_out))


def _settings(tables: SaltTables, items: Items, existing: Framework | None) -> Settings:
    """What the document says of the whole; the school's own levels, where there is a school."""
    said = tables.document()
    known = existing.settings if existing else None
    title = said.get("title") or (known.title if known else _UNTITLED)
    scales = known.scales if known else {"learning": stand_in(None)}
    settings = Settings(
        title=title,
        description=said.get("description") or title,
        version=said.get("version", ""),
        languages=(said.get("language") or items.language or (known.languages[0] if known else "en"),),
        scales=scales,
        areas=(),
        judging=known.judging if known else Judging(),
    )
    given = as_uuid(said.get("identifier", ""))
    return replace(settings, identifier="" if given == framework_identifier(settings) else given)


def _framework(settings: Settings, tree: Grown, items: Items, links: Links) -> Framework:
    """Areas and competencies with what stands beside the tree; identifiers that follow from ids are left out."""
    whole = framework_identifier(settings)
    titles = {tree.ids[key]: " ".join(it.title.split()) for key, it in items.nodes.items() if key in tree.ids}
    areas = tuple(_titled(it, titles, area_identifier(whole, replace(it, identifier=""))) for it in tree.areas)
    competencies = tuple(_competency(it, titles, links, whole) for it in tree.competencies)
    return Framework(replace(settings, areas=tuple(it.slug for it in areas)), areas, competencies)


def _competency(it: Competency, titles: Mapping[str, str], links: Links, whole: str) -> Competency:
    derived = competency_identifier(whole, replace(it, identifier=""))
    made = _titled(it, titles, derived)
    about = "\n\n".join(text for text in (links.notes.get(it.id, ""), it.about) if text)
    skills = tuple(_skill(one, it, titles, derived, whole) for one in it.skills)
    prerequisites = tuple(links.prerequisites.get(it.id, ()))
    return replace(made, about=about, skills=skills, prerequisites=prerequisites, retired=links.retired.get(it.id))


def _skill(it: Skill, of: Competency, titles: Mapping[str, str], derived: str, whole: str) -> Skill:
    own = derived if it.id == of.id else skill_identifier(whole, replace(it, identifier=""))
    return _titled(it, titles, own)


def _titled(it: N, titles: Mapping[str, str], derived: str) -> N:
    """The thing with its title whole, as the tree shortens what is long."""
    identifier = "" if it.identifier == derived else it.identifier
    title = titles.get(it.id) or it.title
    if (title, identifier) == (it.title, it.identifier):
        return it
    return replace(it, title=title, identifier=identifier)


def _documents_aside(tables: SaltTables) -> Iterator[Aside]:
    """What documents say besides, and all of a second document."""
    for number, (table, row, cells) in enumerate(tables.documents()):
        left = {name: it for name, it in cells.items() if it and (number or name.casefold() not in _OF_SETTINGS)}
        if left:
            why = "a continuum does not say this of itself" if not number else "a continuum is one framework"
            yield Aside("documents", cells.get("title", ""), table.file, row, left, why)


def _remarks(settings: Settings, items: Items, tree: Grown, existing: Framework | None) -> Iterator[Remark]:
    if existing is None:
        yield Remark(settings.title, _NO_LEVELS)
        yield Remark(settings.title, _NO_KINDS)
    changed = [it.code for key, it in items.nodes.items() if it.code and tree.ids.get(key, it.code) != it.code]
    if changed:
        words = f"{len(changed)} codes could not be ids as they are, or stand twice: {', '.join(changed[:5])}"
        yield Remark(settings.title, words)


def _carries(tables: SaltTables) -> frozenset[str]:
    document = _OF_DOCUMENT if any(tables.documents()) else frozenset()
    return _OF_ITEMS | document | (_OF_ASSOCIATIONS if tables.associations else frozenset())


def _fits(tables: Sequence[HeldTable]) -> bool:
    return any(is_items(it) for it in tables)


LAYOUT = Layout(
    name="opensalt",
    says="OpenSALT's sheets of a document, its items and their associations",
    carries=_OF_ITEMS | _OF_DOCUMENT | _OF_ASSOCIATIONS,
    fits=_fits,
    read=read_opensalt,
    write=write_opensalt,
)
