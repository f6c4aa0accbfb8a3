"""What tables say, as a framework: each thing in its place, and a problem where one has none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from site_builder.exchange.format import Remark
from site_builder.exchange.framework import Framework
from site_builder.exchange.names import Names, as_id
from site_builder.exchange.sheets.cells import several
from site_builder.exchange.sheets.levels import level_in
from site_builder.exchange.sheets.maps.scale import NO_TARGET, scale_of
from site_builder.exchange.sheets.maps.shape import SheetMap
from site_builder.exchange.sheets.maps.skills import is_listed, skills_by_competency
from site_builder.exchange.sheets.maps.terms import terms_of
from site_builder.exchange.sheets.maps.things import Place, Thing, Things
from site_builder.model import Area, Competency, Judging, Kind, Scale, Settings, Skill
from site_builder.problems import Problem

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Made:
    """The framework, unless a problem forbids one, and what a person should look at."""

    framework: Framework | None
    problems: tuple[Problem, ...] = ()
    remarks: tuple[Remark, ...] = ()


def framework_of(things: Things, map: SheetMap, existing: Framework | None) -> Made:
    """All things in their places."""
    title = map.shape.title or (existing.settings.title if existing else "")
    if not title:
        return Made(None, (map.problem("a new continuum needs a title", "add “title: …”"),))
    scale = scale_of(things, map, existing)
    if isinstance(scale, Problem):
        return Made(None, (scale,))
    return _Making(things, map, scale, Names(existing), title).made(existing)


@dataclass(slots=True)
class _Making:
    """Areas and competencies on their way, with the ids that what tables call them became."""

    things: Things
    map: SheetMap
    scale: Scale
    names: Names
    title: str
    ids: dict[str, str] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)
    renamed: list[str] = field(default_factory=list)

    def made(self, existing: Framework | None) -> Made:
        areas = {it.name: self._area(it) for it in self._known("area")}
        competencies = list(self._known("competency"))
        grouped: dict[str, list[Thing]] = {name: [] for name in areas}
        for it in competencies:
            grouped.setdefault(self._area_of(it, areas), []).append(it)
        for it in competencies:
            self.ids[it.name] = self._id(it, as_id(it.name) or "competency")
        skills = skills_by_competency(self.things, self.map, self.scale)
        made = tuple(self._competency(it, areas[name], skills) for name, its in grouped.items() for it in its)
        self._remark()
        if not made:
            hint = "say with “rows: competencies” which rows they are"
            return Made(None, (self.map.problem("no competency came out of these tables", hint, "tables"),))
        settings = self._settings(tuple(areas.values()), existing)
        framework = Framework(settings, tuple(areas.values()), made, glossary=terms_of(self.things))
        return Made(framework, (), tuple(self.remarks))

    def _known(self, noun: str) -> Iterator[Thing]:
        """The things of a kind; where a table or the map says which there are, a mention alone makes none."""
        for it in self.things.of(noun):
            if it.is_introduced or not is_listed(noun, self.map):
                yield it
            else:
                hint = "add it where the map says which there are, or correct the row"
                message = f"{it.place.here} speaks of “{it.name}”, and there is no such {noun}"
                self.things.odd.note(it.place, f"an unknown {noun}", message, hint)

    def _area(self, it: Thing) -> Area:
        title = it.says.get("title", it.name)
        slug = self.names.slug(title)
        kind = self._kind(it)
        return Area(
            id=self._id(it, slug),
            slug=slug,
            title=title,
            kind=kind,
            scale=replace(self.scale, is_habit=kind is Kind.LIFELONG),
            about=it.says.get("about", title),
            source=f"continuum/{slug}/area.yml",
            identifier=self._identifier(it),
        )

    def _area_of(self, it: Thing, areas: dict[str, Area]) -> str:
        """The area that rows give a competency, or the only one; else one that is called like the whole."""
        said = it.says.get("area", "")
        if said in areas:
            return said
        if areas and (said or len(areas) == 1):  # one that is said and not known is a problem already
            return next(iter(areas))
        areas[""] = self._area(Thing(("", ""), Place(self.map.file, 0), {"title": self.title}))
        return ""

    def _competency(self, it: Thing, area: Area, skills: Mapping[str, Sequence[Thing]]) -> Competency:
        title = it.says.get("title", it.name)
        id, slug, identifier = self.ids[it.name], self.names.slug(title, area.slug), self._identifier(it)
        made = Competency(
            id=id,
            slug=slug,
            area=area.slug,
            title=title,
            statement=it.says.get("statement", title),
            skills=(),
            source=f"continuum/{area.slug}/{slug}.yml",
            why=it.says.get("why", ""),
            about=it.says.get("about", ""),
            prerequisites=self._prerequisites(it),
            target=self._target(it),
            identifier=identifier,
        )
        mine = skills.get(it.name, ())
        only = [Skill(id, title, self._levels(it.texts), identifier=identifier)] if it.texts or not mine else []
        if only and mine:
            only = [replace(only[0], id=self.names.id(f"{id}.0", id), identifier="")]
        made = replace(made, skills=tuple(self._complete(one) for one in [*only, *(self._skill(one) for one in mine)]))
        self._remark_on_gaps(made)
        return made

    def _skill(self, it: Thing) -> Skill:
        title = it.says.get("title", it.name)
        id, statement = self._id(it, f"{it.key[0]}.{it.name}"), it.says.get("statement", "")
        return Skill(id, title, self._levels(it.texts), statement=statement, identifier=self._identifier(it))

    def _levels(self, texts: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
        return {it.id: tuple(texts[it.id]) for it in self.scale.levels if it.id in texts}

    def _complete(self, it: Skill) -> Skill:
        """The skill, which does not use the levels without words if it has words at others."""
        left = tuple(level.id for level in self.scale.levels if level.id not in it.levels)
        return replace(it, not_used=left) if it.levels else it

    def _remark_on_gaps(self, it: Competency) -> None:
        gaps = [f"{skill.title} ({', '.join(skill.not_used)})" for skill in it.skills if skill.not_used]
        if gaps:
            words = f"the tables have no words at some levels, which are marked as not used: {'; '.join(gaps)}"
            self.remarks.append(Remark(it.id, words))

    def _prerequisites(self, it: Thing) -> tuple[str, ...]:
        wanted = dict.fromkeys(several(it.says.get("prerequisites", "")))
        for one in wanted:
            if one not in self.ids:
                self._odd(it, "prerequisites", f"“{one}” comes before “{it.name}”, and there is no such competency")
        return tuple(self.ids[one] for one in wanted if one in self.ids)

    def _target(self, it: Thing) -> str:
        said = it.says.get("target", "")
        level = level_in(self.scale, said) if said else None
        if said and level is None:
            self._odd(it, "target", f"the target of “{it.name}” is “{said}”, and the scale has no such level")
        return level.id if level else ""

    def _kind(self, it: Thing) -> Kind:
        said = it.says.get("kind", "")
        if said and said not in {*Kind}:
            self._odd(it, "kind", f"the kind of “{it.name}” is “{said}”", f"it is one of {', '.join(Kind)}")
            return Kind.KNOWLEDGE
        return Kind(said) if said else self.map.shape.kind or Kind.KNOWLEDGE

    def _identifier(self, it: Thing) -> str:
        said = it.says.get("identifier", "").lower()
        if said and not _UUID.fullmatch(said):
            self._odd(it, "identifier", f"the identifier of “{it.name}” is “{said[:60]}”, which is no UUID")
            del it.says["identifier"]  # it is told once
            return ""
        return said

    def _odd(self, it: Thing, attribute: str, message: str, hint: str = "correct the row, or the map") -> None:
        self.things.odd.note(it.places.get(attribute, it.place), f"a {attribute} that is none", message, hint)

    def _id(self, it: Thing, otherwise: str) -> str:
        id = self.names.id(it.name, otherwise, self._identifier(it))
        if it.name not in (id, it.says.get("title", it.name)):
            self.renamed.append(f"“{it.name}” → {id}")
        return id

    def _remark(self) -> None:
        if self.renamed:
            shown = ", ".join(self.renamed[:_MOST_NAMED])
            self.remarks.append(Remark(self.title, f"{len(self.renamed)} names could not be ids as they are: {shown}"))
        if not (self.map.shape.kind or any("kind" in it.says for it in self.things.of("area"))):
            self.remarks.append(Remark(self.title, "nothing says of which kind the areas are, so they are “knowledge”"))
        if self.map.shape.levels and not any(it.is_target for it in self.scale.levels):
            self.remarks.append(NO_TARGET)

    def _settings(self, areas: Sequence[Area], existing: Framework | None) -> Settings:
        said = self.map.shape
        settings = existing.settings if existing else None
        return Settings(
            title=self.title,
            description=said.description or (settings.description if settings else self.title),
            version=said.version or (settings.version if settings else ""),
            languages=(said.language,) if said.language else settings.languages if settings else ("en",),
            scales={self.scale.id: self.scale},
            areas=tuple(it.slug for it in areas),
            judging=settings.judging if settings else Judging(),
            identifier=said.identifier or (settings.identifier if settings else ""),
        )
