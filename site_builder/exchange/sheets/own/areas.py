"""The areas that a sheet means: those in its table of areas, those of the school, and new ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from site_builder.exchange.format import Remark
from site_builder.exchange.framework import Framework
from site_builder.exchange.sheets.ids import Ids
from site_builder.exchange.sheets.oddities import odd
from site_builder.exchange.sheets.own.beside import Beside, SaidArea
from site_builder.exchange.sheets.own.drafts import CompetencyDraft
from site_builder.exchange.sheets.own.scales import Scales
from site_builder.model import Area, Kind, Scale
from site_builder.problems import Problem


@dataclass(slots=True)
class Plan:
    """An area in the making: what is known of it, and the competencies that name it."""

    title: str
    drafts: list[CompetencyDraft]
    said: SaidArea | None = None
    existing: Area | None = None
    id: str = ""


class Areas:
    """Finds the area that each competency names, and makes the areas in their order."""

    def __init__(self, beside: Beside, existing: Framework | None, whole: str) -> None:
        self.existing = existing
        self.whole = whole
        self.plans: list[Plan] = [Plan(it.title, [], it) for it in beside.areas]
        self.remarks: list[Remark] = []
        self.problems: list[Problem] = []
        self._by_words: dict[str, Plan] = {}
        for plan in self.plans:
            assert plan.said is not None
            self._by_words.setdefault(plan.title.casefold(), plan)
        for plan in self.plans:
            assert plan.said is not None
            if plan.said.id:
                self._by_words[plan.said.id.casefold()] = plan

    def take(self, draft: CompetencyDraft) -> None:
        """Put a competency into the area that it names; else into that of the school, or of the whole sheet."""
        words = draft.area or self._at_school(draft.said.get("competency", ""))
        if not words and not self.existing and len(self.plans) == 1:
            words = self.plans[0].title
        if not words:
            words = self.whole
        key = words.casefold()
        if key not in self._by_words:
            plan = Plan(words, [], existing=self._existing(key))
            self.plans.append(plan)
            self._by_words[key] = plan
        self._by_words[key].drafts.append(draft)

    def give_ids(self, ids: Ids) -> None:
        """Ids that are said or that the school has; the others come when all of those are known."""
        for plan in self.plans:
            said = plan.said.id if plan.said else ""
            known = plan.existing.id if plan.existing else ""
            if said or known:
                plan.id = ids.given(said or known)

    def made(self, ids: Ids, scales: Scales, words: Mapping[int, Sequence[str]]) -> list[tuple[Area, Plan]]:
        """The areas, with the competencies that belong to them; `words` has a table's words for levels."""
        return [(self._made(it, ids, scales, words), it) for it in self.plans]

    def _made(self, plan: Plan, ids: Ids, scales: Scales, words: Mapping[int, Sequence[str]]) -> Area:
        scale = self._scale(plan, scales, words)
        slug = ids.names.slug(plan.existing.title if plan.existing else plan.title)
        id = plan.id or ids.made(plan.title)
        said = plan.said
        if said is None and plan.existing:
            return replace(plan.existing, slug=slug, id=id)
        kind = said.kind if said else Kind.KNOWLEDGE
        about = said.about if said else plan.title
        source = f"continuum/{slug}/area.yml"
        return Area(id, slug, plan.title, kind, replace(scale, is_habit=kind is Kind.LIFELONG), about, source)

    def _scale(self, plan: Plan, scales: Scales, words: Mapping[int, Sequence[str]]) -> Scale:
        """The scale of an area: as it says, as the school has it, or the one that its competencies' words mean."""
        if plan.said and plan.said.scale in scales.known():
            return scales.known()[plan.said.scale]
        if plan.said and plan.said.scale:
            message = f"there is no scale “{plan.said.scale}” in the table of levels"
            self.problems.append(self._odd(plan, message, "write its levels there, or correct the name"))
        if plan.existing:
            return plan.existing.scale
        used = list(dict.fromkeys(it for draft in plan.drafts for it in _words_of(draft)))
        table = plan.drafts[0].table if plan.drafts else None
        every = words.get(id(table), ()) if table else ()
        found = scales.meant(used, every or used, table.sheet if table else "")
        if found is None:
            message = f"the levels {', '.join(every or used)} are those of none of the scales in the table of levels"
            at = plan.drafts[0]
            self.problems.append(odd(at.table, at.line, message, "name them as one of the scales does"))
            return next(iter(scales.known().values()))
        return found

    def _odd(self, plan: Plan, message: str, hint: str) -> Problem:
        at = plan.said or plan.drafts[0]
        return odd(at.table, at.line, message, hint)

    def _at_school(self, competency: str) -> str:
        it = self.existing.by_id.get(competency) if self.existing and competency else None
        return self.existing.by_slug[it.area].id if it and self.existing else ""

    def _existing(self, words: str) -> Area | None:
        areas = self.existing.areas if self.existing else ()
        return next((it for it in areas if words in (it.id.casefold(), it.title.casefold(), it.slug)), None)


def _words_of(draft: CompetencyDraft) -> list[str]:
    skills = [*draft.skills.values(), *([draft.own] if draft.own else [])]
    return [words for it in skills for words in (*it.levels, *it.supports)]
