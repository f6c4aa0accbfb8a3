"""CASE packages become a framework: documents, items, associations and rubrics, in this order."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from site_builder.exchange.case.associations import read_links
from site_builder.exchange.case.forest import grown_from
from site_builder.exchange.case.items import Document, Items, languages_of, read_items
from site_builder.exchange.case.levels import describe
from site_builder.exchange.case.levels_in_items import take_levels
from site_builder.exchange.case.nodes import nodes_of
from site_builder.exchange.case.notes import with_notes
from site_builder.exchange.case.package import Package, packages_in
from site_builder.exchange.case.relations_in import Related, related
from site_builder.exchange.case.rubrics import read_rubrics
from site_builder.exchange.fields import FIELDS, NEEDED, WHOLE
from site_builder.exchange.format import Aside, ReadWish, Remark, Taken
from site_builder.exchange.framework import Framework
from site_builder.exchange.names import Names, as_id
from site_builder.exchange.stand_in import stand_in
from site_builder.exchange.tree import Grown, grown
from site_builder.identifiers import area_identifier, competency_identifier, framework_identifier, skill_identifier
from site_builder.model import Area, Competency, Judging, School, Settings, Skill
from site_builder.problems import Problem, Span

T = TypeVar("T", Area, Competency, Skill)
# What this builder writes into a document by itself.
_OF_WRITER = frozenset({"creator", "adoptionStatus", "officialSourceURL"})


def read_case(paths: Sequence[Path], wish: ReadWish) -> Taken:
    """The framework in CASE packages of version 1.0 or 1.1, several of them as one."""
    with _undisturbed():
        return _taken(paths, wish)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """While much is made and all of it stays, to look for garbage takes a fifth of the time and finds none."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _taken(paths: Sequence[Path], wish: ReadWish) -> Taken:
    packages: list[Package] = []
    aside: list[Aside] = []
    problems: list[Problem] = []
    for path in paths:
        found, odd, wrong = packages_in(path)
        packages += found
        aside += odd
        problems += wrong
    if problems:
        return Taken(None, tuple(problems))
    if not any(it.items or it.rubrics for it in packages):
        return Taken(None, (_empty(packages),))
    return _Reading(packages, wish, aside).done()


def _empty(packages: Sequence[Package]) -> Problem:
    message = "this file names a framework and holds none of its items"
    hint = "export the whole package: in most systems its address ends in /CFPackages/ and a number"
    return Problem(Span(packages[0].file), "import-unreadable", message, hint=hint)


class _Reading:
    """Packages, step by step on their way into a framework; what has been read of them is let go."""

    def __init__(self, packages: list[Package], wish: ReadWish, aside: list[Aside]) -> None:
        self.wish = wish
        self.aside = aside
        self.aside += [it for package in packages for it in _rest_of(package)]
        self.items = read_items(packages)
        self.links = read_links(packages, self.items)
        self.forest = grown_from(self.items, self.links)
        levels = take_levels(self.items, self.links, self.forest)
        self.rubrics = read_rubrics(packages, self.items, self.forest)
        self.settings = _settings(self.items, wish)
        self.nodes = nodes_of(self.items, self.forest, levels, self.rubrics, self._own())

    def done(self) -> Taken:
        described = describe(self.nodes, self.items, self.wish.existing)
        has_levels = described.is_said
        scale = next(iter(described.scales.values()))
        tree = grown(self.nodes.areas, self.settings.title, scale, self._names())
        relations = related(tree, self.items, self.links)
        settings = replace(self.settings, scales=described.scales, areas=tuple(it.slug for it in tree.areas))
        there = None if self._is_all_said() else self.wish.existing
        competencies = with_notes(relations.competencies, tree.ids, self.items, there)
        framework = _without_derived(Framework(settings, tree.areas, competencies))
        aside = [*self._all_aside(tree, relations), *described.aside]
        remarks = (*self._remarks(), *described.remarks, *tree.remarks, *relations.remarks)
        counts = self._counts(tree)
        carries = self._carries(framework, has_levels=has_levels)
        return Taken(framework, (), counts, tuple(aside), remarks, carries)

    def _own(self) -> str:
        """The identifier that the framework itself has, which is no area's."""
        documents = self.items.documents
        existing = self.wish.existing
        is_whole = len(documents) == 1 and (existing is None or existing.identifier == documents[0].identifier)
        return documents[0].identifier if is_whole else ""

    def _names(self) -> Names:
        """Ids as the school has them; one that is that of something else there is given to nobody."""
        names = Names(self.wish.existing)
        if self.wish.existing:
            coming = {it.identifier for it in self.items.by_key.values() if it.identifier}
            is_other = self._is_all_said() and self.wish.existing.identifier != self.settings.identifier
            names.reserve(_ids_of_others(self.wish.existing, coming, is_other=is_other))
        return names

    def _is_all_said(self) -> bool:
        """Whether this builder wrote the packages, with all that a school has said."""
        return all(it.extension is not None for it in self.items.documents)

    def _all_aside(self, tree: Grown, relations: Related) -> Iterator[Aside]:
        yield from self.aside
        yield from (_document_aside(it) for it in self.items.documents if _left(it))
        yield from self.items.aside
        why = "a continuum has no place for these"
        for it in self.items.by_key.values():
            other = {"language": it.language} if it.language not in ("", self.settings.languages[0]) else {}
            if it.rest or other:
                yield Aside("further details of items", it.name, self.items.file(it), 0, {**it.rest, **other}, why)
        yield from self.nodes.aside
        yield from tree.aside
        yield from self.links.aside
        yield from self.rubrics.aside
        yield from relations.aside

    def _remarks(self) -> Iterator[Remark]:
        documents = self.items.documents
        if len(documents) > 1:
            words = f"is the title of the first of {len(documents)} documents, and has become that of the whole"
            yield Remark(documents[0].title, words)
        if self.items.with_html:
            words = f"{self.items.with_html} texts held HTML; it is Markdown now where Markdown has a simple form of it"
            yield Remark(documents[0].title, words)
        if self.items.with_control:
            count = self.items.with_control
            words = f"{count} texts held control characters, which were left out; look at formulas in them"
            yield Remark(documents[0].title, words)
        yield from self.items.remarks
        yield from self.forest.remarks

    def _counts(self, tree: Grown) -> dict[str, int]:
        """How much the files hold, and what the items became; these add up."""
        counts = Counter({"documents": len(self.items.documents), "items": 0, "associations": 0})
        counts.update(self.items.counts)
        nouns = {it.id: "items as areas" for it in tree.areas}
        nouns |= {skill.id: "items as skills" for it in tree.competencies for skill in it.skills}
        nouns |= {it.id: "items as competencies" for it in tree.competencies}
        counts.update(nouns[tree.ids[key]] for key in self.items.by_key if key in tree.ids)
        rest = counts["items"] - sum(count for name, count in counts.items() if name.startswith("items "))
        counts["items as groups, set aside"] = rest
        counts.update(dict(sorted(self.links.counts.items())))
        counts.update(self.rubrics.counts)
        return {name: count for name, count in counts.items() if count or name in ("items", "associations")}

    def _carries(self, framework: Framework, *, has_levels: bool) -> frozenset[str]:
        """What these files can say: all that this builder wrote, or what their fields say of anything in them."""
        if self._is_all_said():
            return FIELDS - WHOLE - _kept_back(framework.settings)
        names = set(NEEDED | {"settings.title", "area.about", "competency.statement", "skill.statement"})
        names |= {f"{noun}.identifier" for noun in ("settings", "area", "competency", "skill")}
        first = self.items.documents[0]
        names |= {f"settings.{name}" for name in ("description", "version") if getattr(first, name)}
        names |= {"settings.languages"} if any(languages_of(self.items)) else set()
        if has_levels:
            names |= {"level.id", "level.name", "skill.levels", "skill.not_used"}
        for name in ("prerequisites", "retired", "standards"):
            if any(getattr(it, name) for it in framework.competencies):
                names.add(f"competency.{name}")
        return frozenset(names)


def _kept_back(settings: Settings) -> frozenset[str]:
    """What a site does not publish with its framework: a package without it takes nothing of it away."""
    said = {
        "settings.school": settings.school != School(settings.school.name),
        "settings.deficit_words": settings.deficit_words is not None,
    }
    return frozenset(name for name, is_said in said.items() if not is_said)


def _settings(items: Items, wish: ReadWish) -> Settings:
    """What the first document says of the whole."""
    first = items.documents[0]
    existing = wish.existing
    languages = [it for it in languages_of(items) if it and as_id(it) == it]
    said: Mapping[str, Any] = first.extension or {}
    return Settings(
        title=first.title,
        description=first.description or first.title,
        version=first.version,
        languages=said.get("languages")
        or tuple(languages[:1])
        or (existing.settings.languages if existing else ("en",)),
        scales={"learning": stand_in(existing)},
        areas=(),
        judging=said.get("judging", Judging()),
        deficit_words=said.get("deficit_words"),
        school=said.get("school", School()),
        identifier=first.identifier if len(items.documents) == 1 else "",
    )


def _ids_of_others(existing: Framework, coming: set[str], *, is_other: bool) -> Iterator[str]:
    """Ids in a school of things that came from elsewhere, or of all where another school's continuum comes in."""
    things: list[tuple[str, str, str]] = []
    whole = existing.identifier
    things += [(it.id, it.identifier, area_identifier(whole, it)) for it in existing.areas]
    things += [(it.id, it.identifier, competency_identifier(whole, it)) for it in existing.competencies]
    things += [(it.id, it.identifier, skill_identifier(whole, it)) for _, it in existing.skills.values()]
    for id, given, known in things:
        if known not in coming and (given or is_other):
            yield id


def _without_derived(framework: Framework) -> Framework:
    """The framework without the identifiers that follow from ids, which nobody has to write down."""
    settings = framework.settings
    if settings.identifier == framework_identifier(replace(settings, identifier="")):
        settings = replace(settings, identifier="")
    whole = framework_identifier(settings)
    areas = tuple(_plain(it, area_identifier(whole, replace(it, identifier=""))) for it in framework.areas)
    competencies = tuple(_plain_competency(it, whole) for it in framework.competencies)
    return Framework(settings, areas, competencies)


def _plain_competency(it: Competency, whole: str) -> Competency:
    made = _plain(it, competency_identifier(whole, replace(it, identifier="")))
    skills = tuple(
        replace(skill, identifier=made.identifier)
        if skill.id == it.id
        else _plain(skill, skill_identifier(whole, replace(skill, identifier="")))
        for skill in it.skills
    )
    return replace(made, skills=skills)


def _plain(it: T, derived: str) -> T:
    return replace(it, identifier="") if it.identifier == derived else it


def _left(it: Document) -> dict[str, Any]:
    return {name: value for name, value in it.rest.items() if it.extension is None or name not in _OF_WRITER}


def _document_aside(it: Document) -> Aside:
    return Aside("details of documents", it.title, it.file, 0, _left(it), "a continuum has no place for these")


def _rest_of(package: Package) -> Iterator[Aside]:
    """Definitions, and what stands beside the parts of a package."""
    definitions, package.definitions = package.definitions, None
    parts: Mapping[str, object] = definitions if isinstance(definitions, dict) else {"CFDefinitions": definitions}
    is_own = "extensions" in package.document
    for name, there in parts.items():
        if there and not (is_own and name == "CFItemTypes"):
            why = "types, subjects, concepts, licences and groupings have no place in a continuum"
            yield Aside("definitions", name, package.file, 0, there, why)
    for name, there in package.more.items():
        yield Aside("other parts of packages", name, package.file, 0, there, "it is no part of a CASE package")
