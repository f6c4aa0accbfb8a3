"""The rows of Slate's map, and the framework that they make."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from site_builder.exchange.fields import NEEDED
from site_builder.exchange.format import Aside, Remark, Taken
from site_builder.exchange.framework import Framework
from site_builder.exchange.names import Names
from site_builder.exchange.sheets.ids import Ids
from site_builder.exchange.sheets.oddities import few, odd
from site_builder.exchange.sheets.own.read import title_of
from site_builder.exchange.sheets.slate.ratings import HIGHEST, SCALE
from site_builder.model import Area, Competency, Evidence, Judging, Kind, Scale, Settings, Skill
from site_builder.problems import Problem, Span
from site_builder.tables.held import HeldTable


@dataclass(frozen=True, slots=True)
class Row:
    """A competency or a skill of Slate's map."""

    table: HeldTable
    line: int
    code: str
    title: str
    statement: str
    evidence: Evidence | None


@dataclass(slots=True)
class SlateRows:
    """The rows, in their order; `skills_of` has the skills of each competency by its code, once they are joined."""

    competencies: dict[str, Row] = field(default_factory=dict)
    skills: list[Row] = field(default_factory=list)
    skills_of: dict[str, list[Row]] = field(default_factory=dict)
    seen: dict[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    aside: list[Aside] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    def add(self, row: Row, *, is_skill: bool) -> None:
        """Take in a row that no other has the code of."""
        key = row.code.casefold()
        self.seen[key] = row.line
        if is_skill:
            self.skills.append(row)
        else:
            self.competencies[key] = row

    def join(self) -> None:
        """Give each skill to the competency with whose code its own begins; the longest such code counts."""
        for row in self.skills:
            owner = row.code.casefold()
            while owner not in self.competencies and "." in owner:
                owner = owner.rpartition(".")[0]
            if owner in self.competencies:
                self.skills_of.setdefault(owner, []).append(row)
            else:
                message = f"no competency has a code with which “{row.code[:60]}” begins"
                hint = "give its competency a row of its own, as ELA.1 is for ELA.1.2"
                self.problems.append(odd(row.table, row.line, message, hint))


def taken(rows: SlateRows, file: str, existing: Framework | None) -> Taken:
    """The framework that rows make, or why they make none."""
    counts = {"competencies": len(rows.competencies), "standards": len(rows.skills)}
    if not (rows.competencies or rows.problems):
        hint = "give each competency a row of the type “Competency Statement”"
        rows.problems.append(
            Problem(Span(file), "import-unreadable", "no row of this sheet is a competency", hint=hint)
        )
    if rows.problems:
        return Taken(None, few(rows.problems), counts)
    maker = _Maker(rows, Ids(Names(existing), existing), existing)
    framework = maker.framework(title_of(file))
    has_evidence = any(it.evidence for it in (*rows.competencies.values(), *rows.skills))
    carries = NEEDED | {"competency.statement", "skill.statement"} | ({"skill.evidence"} if has_evidence else set())
    remarks = (*rows.remarks, *maker.ids.remarks, *maker.remarks)
    return Taken(framework, (), counts, tuple(rows.aside), remarks, frozenset(carries))


class _Maker:
    """Makes areas, competencies and skills of rows."""

    def __init__(self, rows: SlateRows, ids: Ids, existing: Framework | None) -> None:
        self.rows = rows
        self.ids = ids
        self.existing = existing
        self.remarks: list[Remark] = []
        self.by_code = {it.code: ids.given(it.code) for it in (*rows.competencies.values(), *rows.skills)}
        self.scale = next((it for it in _scales(existing) if _has_levels_of_slate(it)), SCALE)
        self.areas: dict[str, Area] = {}

    def framework(self, title: str) -> Framework:
        """All of it, area by area in the order in which rows first name them."""
        made = [self._competency(it, title) for it in self.rows.competencies.values()]
        areas = tuple(self.areas.values())
        places = {it.slug: number for number, it in enumerate(areas)}
        scales = {it.scale.id: replace(it.scale, is_habit=False) for it in areas}
        settings = Settings(title, title, "", ("en",), scales, tuple(places), Judging())
        if self.scale is SCALE:
            words = (
                f"Slate rates from 1 to {HIGHEST} and names no level: say what each is called, and which is the goal"
            )
            self.remarks.append(Remark(SCALE.id, words))
        return Framework(settings, areas, tuple(sorted(made, key=lambda it: places[it.area])))

    def _competency(self, row: Row, whole: str) -> Competency:
        area = self._area(row.code, whole)
        id = self.by_code[row.code]
        slug = self.ids.names.slug(row.title, area.slug)
        skills = tuple(self._skill(it, area.scale) for it in self.rows.skills_of.get(row.code.casefold(), ()))
        evidence = self._evidence(row, area.scale)
        return Competency(
            id=id,
            slug=slug,
            area=area.slug,
            title=row.title,
            statement=row.statement or row.title,
            skills=skills or (Skill(id, row.title, {}, evidence=evidence),),
            source=f"continuum/{area.slug}/{slug}.yml",
            evidence=evidence,
        )

    def _skill(self, row: Row, scale: Scale) -> Skill:
        evidence = self._evidence(row, scale)
        return Skill(self.by_code[row.code], row.title, {}, evidence=evidence, statement=row.statement)

    def _evidence(self, row: Row, scale: Scale) -> Evidence | None:
        """How much is asked for, at the levels that the scale of the area has; others are set aside."""
        if row.evidence is None:
            return None
        levels = {it.id for it in scale.levels}
        beyond = {level: it.pieces for level, it in row.evidence.at if level not in levels}
        if beyond:
            why = f"the scale “{scale.id}” of this area has no such levels"
            self.rows.aside.append(Aside("numbers of ratings", row.code, row.table.file, row.line, beyond, why))
        return replace(row.evidence, at=tuple(it for it in row.evidence.at if it[0] in levels))

    def _area(self, code: str, whole: str) -> Area:
        """The area that the beginning of a code names; that of the whole file for a code in one part."""
        name, dot, _ = code.partition(".")
        key = name.casefold() if dot else ""
        if key not in self.areas:
            self.areas[key] = self._known(key) or self._new(name if dot else whole)
        return self.areas[key]

    def _known(self, words: str) -> Area | None:
        """The area of this id at the school that the map is read into."""
        areas = self.existing.areas if self.existing else ()
        found = next((it for it in areas if words and it.id.casefold() == words), None)
        return replace(found, slug=self.ids.names.slug(found.title), id=self.ids.given(found.id)) if found else None

    def _new(self, title: str) -> Area:
        slug = self.ids.names.slug(title)
        self.remarks.append(Remark(title, "the area is called as its codes begin: give it a title, and say its kind"))
        source = f"continuum/{slug}/area.yml"
        return Area(self.ids.made(title), slug, title, Kind.KNOWLEDGE, self.scale, title, source)


def _scales(existing: Framework | None) -> tuple[Scale, ...]:
    return tuple(existing.settings.scales.values()) if existing else ()


def _has_levels_of_slate(scale: Scale) -> bool:
    return {it.id for it in SCALE.levels} <= {it.id for it in scale.levels}
