"""Files of Canvas as a framework: outcomes, rubrics, or both together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from site_builder.exchange.canvas.outcomes_in import NEEDED, Outcomes, column_names
from site_builder.exchange.canvas.outcomes_out import method_of
from site_builder.exchange.canvas.points import spelled, steps_of
from site_builder.exchange.canvas.rubric import Rubric
from site_builder.exchange.canvas.rubrics_fill import Filling
from site_builder.exchange.canvas.rubrics_in import Rubrics, has_rubrics
from site_builder.exchange.format import ReadWish, Remark, Taken
from site_builder.exchange.framework import Framework
from site_builder.exchange.items.as_typed import as_typed
from site_builder.exchange.items.planted import Planted, Whole, planted
from site_builder.exchange.items.ragged import RaggedTable, ragged_table
from site_builder.exchange.items.scale import Scales
from site_builder.exchange.items.tree import Item, listed
from site_builder.exchange.names import Names
from site_builder.exchange.sheets.oddities import few
from site_builder.model import Judging
from site_builder.problems import Problem, Span, stops


def read_canvas(paths: Sequence[Path], wish: ReadWish, carries: Mapping[str, frozenset[str]]) -> Taken:
    """The framework in outcomes, whose levels rubrics fill; `carries` is what each of the two can say."""
    return _Reading(wish, carries).of(paths)


class _Reading:
    """Files being read, one after the other."""

    def __init__(self, wish: ReadWish, carries: Mapping[str, frozenset[str]]) -> None:
        self.existing = wish.existing
        self.variant = wish.variant
        self.carries = carries
        self.outcomes = Outcomes()
        self.rubrics = Rubrics()
        self.names = Names(wish.existing)
        self.scales = Scales(wish.existing)
        self.problems: list[Problem] = []
        self.remarks: list[Remark] = []

    def of(self, paths: Sequence[Path]) -> Taken:
        for path in paths:
            self._file(path)
        odd = few([*self.outcomes.problems, *self.rubrics.problems])
        problems = (*self.problems, *odd)
        counts = {**self._counts(self.outcomes), **self._counts(self.rubrics)}
        if stops(problems):
            return Taken(None, problems, counts)
        judging = self.existing.settings.judging if self.existing else Judging()
        self.outcomes.tell(method_of(judging))
        self.rubrics.tell()
        return replace(self._taken(paths[0].stem), problems=problems, counts=counts)

    def _file(self, path: Path) -> None:
        table, problems = ragged_table(path)
        self.problems += problems
        if table is None:
            return
        self.remarks += [Remark(table.file, it) for it in table.notices]
        if has_rubrics(table) and self.variant in ("", "rubric"):
            self.rubrics.read(table)
        elif set(column_names(table)) >= NEEDED and self.variant in ("", "outcomes"):
            self.outcomes.read(table)
        else:
            self.problems.append(_unknown(table))

    def _counts(self, read: Outcomes | Rubrics) -> Mapping[str, int]:
        """What the files hold, of the kinds that are among them."""
        if isinstance(read, Rubrics) and self.outcomes.items:
            return {"rubrics": read.counts["rubrics"], "criteria": read.counts["criteria"]} if read.by_name else {}
        return dict(read.counts) if any(read.counts.values()) else {}

    def _taken(self, title: str) -> Taken:
        whole = Whole(" ".join(title.replace("_", " ").split()) or title)
        first = planted(self.outcomes.items, whole, spelled, self.names, self.scales)
        aside = [*self.outcomes.aside, *first.aside]
        remarks = [*self.remarks, *self.outcomes.remarks, *first.remarks]
        if not self.rubrics.by_name:
            framework = as_typed(first.framework, self.existing)
            return Taken(framework, aside=tuple(aside), remarks=tuple(remarks), carries=self._carried(first))
        framework, more = self._with_rubrics(first, whole)
        carries = self.carries["rubric"] | (self._carried(first) if self.outcomes.items else frozenset())
        both = (*remarks, *self.rubrics.remarks, *more.remarks)
        return Taken(as_typed(framework, self.existing), aside=(*aside, *more.aside), remarks=both, carries=carries)

    def _carried(self, made: Planted) -> frozenset[str]:
        """What these outcomes can say: others than this builder's do not say what levels mean, or know none."""
        found = self.carries["outcomes"]
        if not made.says_levels:
            found -= {"level.means"}
        return found if made.has_levels else frozenset(it for it in found if not it.startswith("level."))

    def _with_rubrics(self, first: Planted, whole: Whole) -> tuple[Framework, Taken]:
        """The framework with what rubrics say, and what they leave."""
        base = first.framework
        if not self.outcomes.items and self.existing:
            base = self.existing
            self.names.reserve([*(it.id for it in base.areas), *base.by_id, *base.skills])
        filling = Filling(base, self.names)
        filling.fill(self.rubrics.by_name.values())
        new = planted(list(_items(filling.left)), whole, spelled, self.names, self.scales)
        described = Filling(new.framework, self.names)
        for number, it in enumerate(filling.left):
            skills = [(new.ids[f"{number}/{line}"], criterion) for line, criterion in enumerate(it.criteria)]
            described.describe(new.ids[f"{number}"], skills)
        both = [filling.made.get(it.id, it) for it in base.competencies if self.outcomes.items or it.id in filling.made]
        used = {it.area for it in both}
        areas = [it for it in base.areas if self.outcomes.items or it.slug in used]
        settings = replace(
            base.settings,
            areas=tuple(it.slug for it in (*areas, *new.framework.areas)),
            scales={**base.settings.scales, **new.framework.settings.scales},
        )
        competencies = [*both, *(described.made[it.id] for it in new.framework.competencies)]
        framework = Framework(settings, (*areas, *new.framework.areas), tuple(competencies))
        remarks = [*new.remarks, *_made_up(filling.left)]
        return framework, Taken(None, aside=(*filling.aside, *new.aside, *described.aside), remarks=tuple(remarks))


def _items(rubrics: Sequence[Rubric]) -> list[Item]:
    """Rubrics that nothing is called like, as competencies with skills."""
    found: list[Item] = []
    for number, rubric in enumerate(rubrics):
        first = rubric.criteria[0]
        found.append(Item(f"{number}", rubric.name, is_group=True, file=first.file, line=first.line))
        for line, it in enumerate(rubric.criteria):
            rated = tuple((one.points, one.name) for one in it.ratings if one.points is not None)
            steps = steps_of(rated) if len({at for at, _ in rated}) == len(it.ratings) else ()
            found.append(Item(f"{number}/{line}", it.name, f"{number}", steps=steps, file=it.file, line=it.line))
    return found


def _made_up(rubrics: Sequence[Rubric]) -> list[Remark]:
    if not rubrics:
        return []
    words = "are called like no competency that is there; they are new, with ids that were made up"
    return [Remark(listed([it.name for it in rubrics]), words)]


def _unknown(table: RaggedTable) -> Problem:
    shown = ", ".join(table.header[:8])[:200]
    message = f"the columns are not those of Canvas' outcomes or rubrics ({shown})"
    hint = "outcomes have vendor_guid, object_type and title; rubrics begin with Rubric Name and Criteria Name"
    return Problem(Span(table.file), "import-unreadable", message, hint=hint)
