"""Rubrics of Canvas out of tables, row by row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from site_builder.exchange.canvas.points import number_of
from site_builder.exchange.canvas.rubric import HEADER, RATING, Criterion, Rating, Rubric, same
from site_builder.exchange.format import Aside, Remark
from site_builder.exchange.items.ragged import RaggedTable
from site_builder.exchange.items.tree import listed
from site_builder.problems import Problem, Span

_YES = frozenset({"true", "yes", "1"})


def has_rubrics(table: RaggedTable) -> bool:
    """Whether a table has the columns of rubrics."""
    return [same(it) for it in table.header[:2]] == [same(it) for it in HEADER[:2]]


class Rubrics:
    """Rubrics by their names as they come out of files, and what there is to tell of them."""

    def __init__(self) -> None:
        self.by_name: dict[str, Rubric] = {}
        self.counts: Counter[str] = Counter({"rubrics": 0, "criteria": 0, "ratings": 0})
        self.problems: list[Problem] = []
        self.aside: list[Aside] = []
        self.remarks: list[Remark] = []
        self.ranges: list[str] = []

    def read(self, table: RaggedTable) -> None:
        """Take in the rows of one file; a row without the name of a rubric belongs to the one above."""
        current = ""
        for number, cells in table.rows():
            texts = [*(it.strip() for it in cells), "", "", "", ""]
            current = texts[0] or current
            if not current or not texts[1]:
                words = "it has no Criteria Name" if current else "it has no Rubric Name"
                hint = "each row is one criterion of a rubric"
                self.problems.append(
                    Problem(Span(table.file, number), "import-odd", f"row {number}: {words}", hint=hint)
                )
                continue
            self._add(current, self._criterion(table.file, number, texts))

    def tell(self) -> None:
        """Say once what is so of many criteria."""
        if self.ranges:
            words = "have ranges of points in Canvas; a level here has no points, so the most of each range was read"
            self.remarks.append(Remark(listed(self.ranges), words))

    def _add(self, name: str, criterion: Criterion) -> None:
        if same(name) not in self.by_name:
            self.by_name[same(name)] = Rubric(name)
            self.counts["rubrics"] += 1
        self.by_name[same(name)].criteria.append(criterion)

    def _criterion(self, file: str, number: int, texts: Sequence[str]) -> Criterion:
        first = len(HEADER)
        triples = [tuple(texts[at : at + len(RATING)]) for at in range(first, len(texts), len(RATING))]
        ratings = tuple(Rating(it[0], it[1], number_of(it[2])) for it in triples if len(it) == len(RATING) and any(it))
        self.counts["criteria"] += 1
        self.counts["ratings"] += len(ratings)
        is_range = same(texts[3]) in _YES
        if is_range:
            self.ranges.append(texts[1])
        return Criterion(texts[1], texts[2], is_range, ratings, file, number)
