"""A framework out of drafts and the small tables beside them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from site_builder.exchange.fields import NEEDED
from site_builder.exchange.format import Taken
from site_builder.exchange.framework import Framework
from site_builder.exchange.names import Names
from site_builder.exchange.sheets.cells import several
from site_builder.exchange.sheets.ids import Ids
from site_builder.exchange.sheets.oddities import few
from site_builder.exchange.sheets.own.areas import Areas
from site_builder.exchange.sheets.own.beside import Beside, languages
from site_builder.exchange.sheets.own.drafts import CompetencyDraft, Drafted, SkillDraft
from site_builder.exchange.sheets.own.links import Links, standards_of_nobody
from site_builder.exchange.sheets.own.notes import Notes
from site_builder.exchange.sheets.own.scales import Scales
from site_builder.exchange.sheets.own.skills import SkillMaker
from site_builder.exchange.tree import short
from site_builder.model import Area, Competency, Judging, Retired, Scale, Settings, Skill
from site_builder.problems import Problem, Span

Words = Mapping[int, Sequence[str]]
"""The words for levels of each table, in their order, by the identity of the table."""


class Build:
    """Makes areas, competencies and skills in the order of the drafts; notes all that is odd."""

    def __init__(self, drafts: Drafted, beside: Beside, existing: Framework | None, whole: str, words: Words) -> None:
        self.drafts = drafts
        self.beside = beside
        self.existing = existing
        self.whole = whole
        self.words = words
        self.notes = Notes(list(drafts.problems), aside=list(beside.aside))
        self.ids = Ids(Names(existing), existing)
        self.scales = Scales(beside.scales, existing)
        self.areas = Areas(beside, existing, whole)
        self.skills = SkillMaker(self.scales, self.notes)
        self.given: dict[int, str] = {}

    def taken(self, file: str, counts: Mapping[str, int], carries: Iterable[str]) -> Taken:
        """What came in, or why nothing did."""
        if self.beside.problems:  # others would follow from these
            return Taken(None, few(self.beside.problems), counts)
        self._give_ids()
        made = self.areas.made(self.ids, self.scales, self.words)
        if self.areas.problems:
            return Taken(None, few(self.areas.problems), counts)
        pairs = [(self._competency(area, it, n), it) for area, plan in made for n, it in enumerate(plan.drafts, 1)]
        links = Links([it for it, _ in pairs], self.ids.known, self.existing)
        competencies = tuple(links.linked(it, draft) for it, draft in pairs)
        problems = self.notes.problems
        if not (made or problems):
            hint = "fill in a row for each skill, and bring it in again"
            problems.append(Problem(Span(file), "import-unreadable", "nothing is filled in here yet", hint=hint))
        if problems:
            return Taken(None, few(problems), counts)
        areas = tuple(area for area, _ in made)
        aside = (*self.notes.aside, *links.aside, *standards_of_nobody(self.beside))
        remarks = (*self.scales.remarks, *self.ids.remarks, *self.notes.remarks)
        framework = Framework(self._settings(areas), areas, competencies)
        return Taken(framework, (), counts, aside, remarks, NEEDED | self.beside.carries | frozenset(carries))

    def _give_ids(self) -> None:
        """What says an id gets it, before anything else could."""
        for draft in self.drafts.competencies:
            self.areas.take(draft)
        self.areas.give_ids(self.ids)
        for draft in self.drafts.competencies:
            if said := draft.said.get("competency"):
                self.given[id(draft)] = self.ids.given(said)
        for skill in (skill for draft in self.drafts.competencies for skill in draft.skills.values()):
            if said := skill.said.get("skill"):
                self.given[id(skill)] = self.ids.given(said)

    def _competency(self, area: Area, draft: CompetencyDraft, number: int) -> Competency:
        said = draft.said
        found = self.given.get(id(draft)) or self.ids.of_competency(said["title"])
        found = found or self.ids.made(f"{area.id}.{number}")
        known = self.existing.by_id.get(found) if self.existing else None
        title = said.get("title") or self._title(found, known)
        slug = self.ids.names.slug(title, area.slug)
        skills = self._skills(area.scale, draft, found, title)
        asked = said.get("competency_pieces", ""), said.get("competency_kinds", "")
        evidence = self.skills.evidence(draft, area.scale, *asked)
        return Competency(
            id=found,
            slug=slug,
            area=area.slug,
            title=title,
            statement=said.get("statement") or title,
            skills=skills,
            source=f"continuum/{area.slug}/{slug}.yml",
            why=said.get("why", ""),
            about=said.get("about", ""),
            prerequisites=several(said.get("prerequisites", "")),
            standards=tuple(self.beside.standards.pop(said.get("competency", found).casefold(), ())),
            evidence=skills[0].evidence if skills[0].id == found else evidence,
            target=self.skills.level(draft, area.scale, said.get("target", "")),
            retired=self._retired(draft),
        )

    def _skills(self, scale: Scale, draft: CompetencyDraft, owner: str, title: str) -> tuple[Skill, ...]:
        """The skills of a competency; without any, it is its own only one."""
        own = draft.own or SkillDraft(draft.table, draft.line)
        if not draft.skills:
            return (self.skills.made(scale, own, owner, title),)
        made = [self._named_skill(scale, it, owner, number) for number, it in enumerate(draft.skills.values(), 1)]
        draft.skills.clear()  # a large sheet need not be held twice
        if draft.own:
            self.notes.remark(owner, "its own row describes levels too; they became a skill of the same title")
            made.insert(0, self.skills.made(scale, own, self.ids.made(f"{owner}.0"), title))
        return tuple(made)

    def _named_skill(self, scale: Scale, draft: SkillDraft, owner: str, number: int) -> Skill:
        said = draft.said.get("skill_title", "")
        found = self.given.pop(id(draft), "") or self.ids.of_skill(owner, said) or self.ids.made(f"{owner}.{number}")
        _, known = (self.existing.skills if self.existing else {}).get(found, (None, None))
        title = said or short(draft.said.get("skill_statement", "")) or self._title(found, known)
        return self.skills.made(scale, draft, found, title)

    def _retired(self, draft: CompetencyDraft) -> Retired | None:
        on, by = draft.said.get("retired_on", ""), draft.said.get("replaced_by", "")
        if not (on or by):
            return None
        try:
            return Retired(date.fromisoformat(on.partition("T")[0]), by)
        except ValueError:
            message = f"“{on[:40]}” is not the day on which this competency was retired"
            self.notes.odd(draft, message, "write the day as in 2026-08-01")
            return None

    def _title(self, id: str, known: Competency | Skill | None) -> str:
        if known:
            return known.title
        self.notes.remark(id, "the sheet gives it no title, so its id stands there")
        return id

    def _settings(self, areas: Sequence[Area]) -> Settings:
        used = {it.scale.id: replace(it.scale, is_habit=False) for it in areas}
        said = self.beside.continuum
        title = said.get("title") or self.whole
        return Settings(
            title=title,
            description=said.get("description") or title,
            version=said.get("version", ""),
            languages=languages(self.beside),
            scales=self.beside.scales or used,
            areas=tuple(it.slug for it in areas),
            judging=Judging(),
        )
