"""What has come in and the school that is there become one framework.

By id. What the files cannot say stays as the school has it; what they do not name stays, whole. Files keep their
places and names, and a competency moves only when the files say that its area is another one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any, TypeVar

from site_builder.exchange.fields import FIELDS
from site_builder.exchange.format import Aside, Remark, Taken
from site_builder.exchange.framework import Framework
from site_builder.exchange.into.derived import identifiers_in, without_derived
from site_builder.exchange.into.fitted import fitted
from site_builder.exchange.into.merge_scales import merged_scales, scales_in
from site_builder.exchange.into.merge_skills import Skills, as_its_own_skill
from site_builder.identifiers import area_identifier
from site_builder.model import Area, Competency, Kind, Pathway, Scale, Settings, Term
from site_builder.sources.folder import SETTINGS

N = TypeVar("N", Settings, Area, Competency)
# Ids are what things are found by; what a thing is called elsewhere is never taken from it.
_KEPT = frozenset({"id", "identifier", "was", "source", "slug", "area", "scale", "skills", "areas", "scales"})


@dataclass(frozen=True, slots=True)
class Merged:
    """The framework to be; `was_at` names the old file of each competency whose file is to move, by the new one."""

    framework: Framework
    was_at: Mapping[str, str] = field(default_factory=dict)
    aside: tuple[Aside, ...] = ()
    remarks: tuple[Remark, ...] = ()


def begun(coming: Framework, identifier: str) -> Merged:
    """A new school's framework: what has come in, with an identifier of its own where it came with none."""
    settings = replace(
        coming.settings,
        source=SETTINGS,
        identifier=coming.settings.identifier or identifier,
        areas=tuple(it.slug for it in coming.areas),
        scales=scales_in(coming),
    )
    competencies = tuple(map(as_its_own_skill, coming.competencies))
    whole = replace(coming, settings=settings, competencies=competencies, exemplars=())
    return _finished(without_derived(whole), {}, (), ())


def merged(taken: Taken, there: Framework, others: Iterable[str] = ()) -> Merged:
    """The framework of a school after files have come in; `others` are names that no new area may have."""
    assert taken.framework is not None
    return _Merging(taken.framework, taken.carries, there, others).done()


class _Merging:
    """The parts of the framework to be, as they come together."""

    def __init__(self, coming: Framework, carries: frozenset[str], there: Framework, others: Iterable[str]) -> None:
        self.coming = coming
        self.carries = carries
        self.there = there
        self.is_same = _is_same(coming, there)
        self.remarks: list[Remark] = []
        self.was_at: dict[str, str] = {}
        self.scales, self.became = merged_scales(coming, there, carries, is_same=self.is_same)
        self.slugs = _slugs_in(there)
        self.slugs[""] |= {it.casefold() for it in others}
        self.skills = Skills(coming, carries, there)

    def done(self) -> Merged:
        areas, home = self._areas()
        competencies = self._competencies(home)
        used = {it.area for it in competencies} | {it.slug for it in self.there.areas}
        kept = {slug: it for slug, it in areas.items() if slug in used or "area.id" in self.carries}
        order = _in_place(self.there.settings.areas, [it for it in home.values() if it in kept])
        settings = self._settings(order, {it.scale.id for it in kept.values()})
        framework = Framework(
            settings,
            tuple(kept[it] for it in order),
            tuple(competencies),
            self.there.exemplars,
            self._pathways(),
            self._glossary(),
        )
        framework = without_derived(framework, identifiers_in(self.there))
        return _finished(framework, self.was_at, self.skills.aside, [*self.remarks, *self.skills.remarks])

    def _areas(self) -> tuple[dict[str, Area], dict[str, str]]:
        """All areas by slug, the school's own first; and which of these slugs each area that comes in has."""
        mine = {it.slug: replace(it, scale=self._scale(it.scale, it.kind)) for it in self.there.areas}
        by_id = {it.id: it.slug for it in self.there.areas}
        by_identifier = {area_identifier(self.there.identifier, it): it.slug for it in self.there.areas}
        home: dict[str, str] = {}
        for it in self.coming.areas:
            slug = by_id.get(it.id) or by_identifier.get(it.identifier) or self._free("", it.slug)
            mine[slug] = self._area(mine[slug], it) if slug in mine else self._new_area(it, slug)
            home[it.slug] = slug
        return mine, home

    def _area(self, old: Area, new: Area) -> Area:
        made = self._with("area", old, new)
        return replace(made, scale=self._scale(old.scale, made.kind))

    def _new_area(self, it: Area, slug: str) -> Area:
        scale = self._scale(self.became[it.scale.id], it.kind)
        return replace(it, slug=slug, scale=scale, source=f"continuum/{slug}/area.yml")

    def _scale(self, scale: Scale, kind: Kind) -> Scale:
        return replace(self.scales.get(scale.id, scale), is_habit=kind is Kind.LIFELONG)

    def _competencies(self, home: Mapping[str, str]) -> list[Competency]:
        made = {it.id: it for it in self.there.competencies}
        for it in self.coming.competencies:
            old = self.there.by_id.get(it.id)
            made[it.id] = self._competency(old, it, home[it.area]) if old else self._new(it, home[it.area])
        if self.is_same:
            self._remark_on_unnamed()
        return [self.skills.without_moved(it) for it in made.values()]

    def _competency(self, old: Competency, new: Competency, area: str) -> Competency:
        made = as_its_own_skill(replace(self._with("competency", old, new), skills=self.skills.of(old, new)))
        if "competency.was" in self.carries:
            made = replace(made, was=tuple(dict.fromkeys((*old.was, *new.was))))
        if area == old.area or "area.id" not in self.carries:
            return made
        if any(it.competency == old.id for it in self.there.exemplars):
            words = f"belongs to “{area}” in the files; it stays where it is, as its student work lies beside it"
            self.remarks.append(Remark(old.id, words))
            return made
        return self._moved(made, area)

    def _moved(self, it: Competency, area: str) -> Competency:
        slug = self._free(area, it.slug)
        source = f"continuum/{area}/{slug}.{it.source.rpartition('.')[2]}"
        self.was_at[source] = it.source
        self.remarks.append(Remark(it.id, f"has moved from “{it.area}” to “{area}”"))
        was = tuple(name for name in (*it.was, f"{it.area}/{it.slug}") if name not in (slug, f"{area}/{slug}"))
        return replace(it, area=area, slug=slug, source=source, was=was)

    def _new(self, it: Competency, area: str) -> Competency:
        slug = self._free(area, it.slug)
        source = f"continuum/{area}/{slug}.yml"
        return as_its_own_skill(replace(it, area=area, slug=slug, source=source, skills=self.skills.of(None, it)))

    def _remark_on_unnamed(self) -> None:
        for it in self.there.competencies:
            if it.id not in self.coming.by_id:
                self.remarks.append(Remark(it.id, "is not in the files; it stays, and can be retired by hand"))

    def _with(self, noun: str, old: N, new: N) -> N:
        """What the school has, with what the files say instead."""
        said: dict[str, Any] = {
            it.name: getattr(new, it.name)
            for it in fields(new)
            if f"{noun}.{it.name}" in self.carries & FIELDS and it.name not in _KEPT
        }
        if f"{noun}.identifier" in self.carries and not old.identifier:
            said["identifier"] = new.identifier
        return replace(old, **said)

    def _settings(self, areas: tuple[str, ...], used: set[str]) -> Settings:
        mine, new = self.there.settings, self.coming.settings
        if self.is_same:
            mine = self._with("settings", mine, new)
        elif "settings.title" in self.carries and new.title != mine.title:
            self.remarks.append(Remark(new.title, "is what the files call the whole; the school keeps its own name"))
        used = used | set(self.there.settings.scales)
        return replace(mine, areas=areas, scales={id: it for id, it in self.scales.items() if id in used})

    def _pathways(self) -> tuple[Pathway, ...]:
        mine = {it.id: it for it in self.there.pathways}
        for it in self.coming.pathways if "pathways" in self.carries else ():
            old = mine.get(it.id)
            slug = old.slug if old else self._free("pathways", it.slug)
            source = old.source if old else f"continuum/pathways/{slug}.yml"
            mine[it.id] = replace(it, slug=slug, source=source)
        return tuple(mine[id] for id in sorted(mine))

    def _glossary(self) -> tuple[Term, ...]:
        """The school's own words in their order, with what the files say of them, and then those that are new."""
        mine = {it.id: it for it in self.there.glossary}
        by_word = {it.term.casefold(): it.id for it in self.there.glossary}
        for it in self.coming.glossary if "glossary" in self.carries else ():
            old = mine.get(it.id) or mine.get(by_word.get(it.term.casefold(), ""))
            mine[old.id if old else it.id] = replace(it, id=old.id, also=it.also or old.also) if old else it
        return tuple(mine.values())

    def _free(self, area: str, slug: str) -> str:
        """A name for a file that no other has in this area, nor ever had."""
        known = self.slugs[area]
        found, number = slug, 1
        while found.casefold() in known:
            number += 1
            found = f"{slug}-{number}"
        known.add(found.casefold())
        return found


def _is_same(coming: Framework, there: Framework) -> bool:
    """Whether files are of the school's own framework: by its identifier or, without one, by most of their ids."""
    if coming.settings.identifier:
        return coming.identifier == there.identifier
    return 2 * sum(it.id in there.by_id for it in coming.competencies) > len(coming.competencies)


def _slugs_in(there: Framework) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    found[""] = {it.slug.casefold() for it in there.areas}
    found["pathways"] = {it.slug.casefold() for it in there.pathways}
    for it in there.competencies:
        found[it.area].add(it.slug.casefold())
        for old in it.was:
            area, _, name = old.strip("/").rpartition("/")
            found[area or it.area].add(name.casefold())
    return found


def _in_place(mine: Sequence[str], coming: Sequence[str]) -> tuple[str, ...]:
    """The school's order of areas, with those that are new behind the one that they come after."""
    order = list(mine)
    before = ""
    for slug in coming:
        if slug not in order:
            order.insert(order.index(before) + 1 if before else len(order), slug)
        before = slug
    return tuple(order)


def _finished(
    framework: Framework, was_at: Mapping[str, str], aside: Sequence[Aside], remarks: Sequence[Remark]
) -> Merged:
    """The framework as it will be read: levels fit, and all is in its order."""
    place = {it.slug: number for number, it in enumerate(framework.areas)}
    ordered = sorted(framework.competencies, key=lambda it: (place[it.area], it.id))
    fits = fitted(replace(framework, competencies=tuple(ordered)))
    return Merged(fits.framework, was_at, (*aside, *fits.aside), (*remarks, *fits.remarks))
