"""What the competencies of a sheet say of others: prerequisites, successors, standards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace

from site_builder.exchange.format import Aside
from site_builder.exchange.framework import Framework
from site_builder.exchange.sheets.own.beside import Beside
from site_builder.exchange.sheets.own.drafts import CompetencyDraft
from site_builder.model import Competency

_WHY = "nothing here has this id or this title"


class Links:
    """Finds the competencies that others name, by id or by title; names of nothing are set aside."""

    def __init__(self, made: Sequence[Competency], known: Mapping[str, str], existing: Framework | None) -> None:
        everything = [*(existing.competencies if existing else ()), *made]
        self.ids = {it.title.casefold(): it.id for it in everything}
        self.ids |= {it.id.casefold(): it.id for it in everything}
        self.ids |= {said: id for said, id in known.items() if id.casefold() in self.ids}
        self.aside: list[Aside] = []

    def linked(self, it: Competency, draft: CompetencyDraft) -> Competency:
        """The competency with the ids of those that it names."""
        before = (self._found(name, "prerequisites", it, draft) for name in it.prerequisites)
        it = replace(it, prerequisites=tuple(dict.fromkeys(id for id in before if id)))
        if it.retired and it.retired.replaced_by:
            after = self._found(it.retired.replaced_by, "successors", it, draft)
            it = replace(it, retired=replace(it.retired, replaced_by=after))
        return it

    def _found(self, name: str, kind: str, it: Competency, draft: CompetencyDraft) -> str:
        found = self.ids.get(name.casefold(), "")
        if not found:
            content = {"competency": it.id, "names": name}
            self.aside.append(Aside(kind, it.id, draft.table.file, draft.line, content, _WHY))
        return found


def standards_of_nobody(beside: Beside) -> list[Aside]:
    """The standards in their own table that belong to no competency of the sheet."""
    found = []
    for name, standards in beside.standards.items():
        table, line = beside.standard_places[name]
        found.append(Aside("standards", name, table.file, line, [asdict(it) for it in standards], _WHY))
    return found
