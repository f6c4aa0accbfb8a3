"""What is noted while a sheet becomes a framework: odd rows, remarks, what has no place."""

from __future__ import annotations

from dataclasses import dataclass, field

from site_builder.exchange.format import Aside, Remark
from site_builder.exchange.sheets.oddities import odd
from site_builder.exchange.sheets.own.drafts import CompetencyDraft, SkillDraft
from site_builder.problems import Problem


@dataclass(slots=True)
class Notes:
    """Lists that fill while a framework is made."""

    problems: list[Problem] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    aside: list[Aside] = field(default_factory=list)

    def odd(self, draft: SkillDraft | CompetencyDraft, message: str, hint: str) -> None:
        """Note what is wrong with the row that a draft began with."""
        self.problems.append(odd(draft.table, draft.line, message, hint))

    def remark(self, about: str, words: str) -> None:
        """Note what a person should look at."""
        self.remarks.append(Remark(about, words))
