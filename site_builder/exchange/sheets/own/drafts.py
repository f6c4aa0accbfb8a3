"""Competencies and skills as the rows of a sheet name them, before they have ids, areas and levels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from site_builder.exchange.sheets.cells import statements
from site_builder.exchange.sheets.columns import OF_COMPETENCY
from site_builder.exchange.sheets.oddities import odd
from site_builder.problems import Problem
from site_builder.tables.held import HeldTable

_OF_COMPETENCY = frozenset(it.noun for it in OF_COMPETENCY) - {"area"}
_OF_SKILL = ("skill", "skill_title", "skill_statement", "not_used", "at_home", "pieces", "kinds")


@dataclass(frozen=True, slots=True)
class Entry:
    """A row: what it says by its columns, and what it says at levels, by the words for these."""

    table: HeldTable
    line: int
    said: Mapping[str, str]
    levels: Mapping[str, str] = field(default_factory=dict)
    supports: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class SkillDraft:
    """A skill in the making: what rows say of it, and its texts by the words for levels."""

    table: HeldTable
    line: int
    said: dict[str, str] = field(default_factory=dict)
    levels: dict[str, Sequence[str]] = field(default_factory=dict)
    supports: dict[str, Sequence[str]] = field(default_factory=dict)


@dataclass(slots=True)
class CompetencyDraft:
    """A competency in the making; `own` is what its rows say at levels without naming a skill."""

    table: HeldTable
    line: int
    area: str
    said: dict[str, str] = field(default_factory=dict)
    own: SkillDraft | None = None
    skills: dict[str, SkillDraft] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Drafted:
    """What rows have become: competencies, what is odd, and the rows that only name an area."""

    competencies: Sequence[CompetencyDraft]
    problems: Sequence[Problem]
    headings: Sequence[Entry]


class Drafts:
    """Gathers rows in their order; what is blank in a row is as in the row above.

    With `a_row_a_skill`, a skill that comes twice is refused; else its rows add to each other.
    """

    def __init__(self, *, a_row_a_skill: bool) -> None:
        self.a_row_a_skill = a_row_a_skill
        self.competencies: list[CompetencyDraft] = []
        self.problems: list[Problem] = []
        self.unnamed: dict[tuple[str, str], CompetencyDraft] = {}
        self.headings: list[Entry] = []
        self._by_id: dict[str, CompetencyDraft] = {}
        self._by_title: dict[tuple[str, str], CompetencyDraft] = {}
        self._skills: dict[str, tuple[CompetencyDraft, SkillDraft]] = {}
        self._area = ""
        self._competency: CompetencyDraft | None = None
        self._skill: SkillDraft | None = None

    def begin_table(self) -> None:
        """Forget the row above: a new table begins."""
        self._area = ""
        self._competency = self._skill = None

    def add(self, entry: Entry, whole: str) -> None:
        """Take in a row; `whole` names the competency of skills that name none."""
        area = entry.said.get("area", "")
        if area and area != self._area:
            self._area = area
            self._competency = self._competency if _names_competency(entry) else None
        if not _says_more_than_its_area(entry):
            self.headings.append(entry)
            return
        competency = self._found(entry, whole)
        self._fill(entry, competency.said, [it for it in entry.said if it in _OF_COMPETENCY])
        self._take_area(entry, competency)
        skill = self._skill_of(entry, competency)
        if skill:
            self._fill(entry, skill.said, _OF_SKILL)
            _take_texts(entry, skill)

    def drafted(self) -> Drafted:
        """What all rows have become."""
        return Drafted(self.competencies, self.problems, self.headings)

    def _found(self, entry: Entry, whole: str) -> CompetencyDraft:
        """The competency of a row: the one that it names, or that of the row above."""
        id, title = entry.said.get("competency", ""), entry.said.get("title", "")
        current = self._competency
        if not (id or title):
            self._competency = current or self._unnamed(entry, whole)
            return self._competency
        by_title = (self._area.casefold(), title.casefold())
        known = self._by_id.get(id.casefold()) if id else self._by_title.get(by_title)
        found = known or self._new(entry, id, title)
        if found is not current:
            self._skill = None
        self._competency = found
        return found

    def _unnamed(self, entry: Entry, whole: str) -> CompetencyDraft:
        key = self._area, whole
        if key not in self.unnamed:
            self.unnamed[key] = self._new(entry, title=whole)
        return self.unnamed[key]

    def _new(self, entry: Entry, id: str = "", title: str = "") -> CompetencyDraft:
        made = CompetencyDraft(entry.table, entry.line, self._area, {"title": title} if title else {})
        self.competencies.append(made)
        if id:
            self._by_id[id.casefold()] = made
        if title:
            self._by_title.setdefault((self._area.casefold(), title.casefold()), made)
        return made

    def _take_area(self, entry: Entry, competency: CompetencyDraft) -> None:
        area = entry.said.get("area", "")
        competency.area = competency.area or area
        if area and area != competency.area:
            name = competency.said.get("competency") or competency.said.get("title", "")
            message = f"“{name}” stands in the area “{area[:40]}”, and in “{competency.area[:40]}” further up"
            self.problems.append(odd(entry.table, entry.line, message, "a competency has one area"))

    def _skill_of(self, entry: Entry, competency: CompetencyDraft) -> SkillDraft | None:
        """The skill of a row; nothing for a row that only says something of its competency."""
        id, title = entry.said.get("skill", ""), entry.said.get("skill_title", "")
        if id or title:
            self._skill = self._named_skill(entry, competency, id, title)
        elif not (entry.levels or entry.supports or any(entry.said.get(it) for it in _OF_SKILL)):
            return None
        elif self.a_row_a_skill or self._skill is None:
            self._skill = self._own(entry, competency)
        return self._skill

    def _own(self, entry: Entry, competency: CompetencyDraft) -> SkillDraft | None:
        if competency.own and self.a_row_a_skill:
            hint = "write the skill that this row is about, or put both rows together"
            message = f"a second row describes levels without a skill, as row {competency.own.line} does"
            self.problems.append(odd(entry.table, entry.line, message, hint))
            return None
        competency.own = competency.own or SkillDraft(entry.table, entry.line)
        return competency.own

    def _named_skill(self, entry: Entry, competency: CompetencyDraft, id: str, title: str) -> SkillDraft | None:
        key = id.casefold() or f"{title.casefold()} (title)"
        owner, known = self._skills.get(id.casefold(), (None, None)) if id else (competency, competency.skills.get(key))
        if known is None:
            made = competency.skills.setdefault(key, SkillDraft(entry.table, entry.line))
            if id:
                self._skills[key] = competency, made
            return made
        if owner is competency and not self.a_row_a_skill:
            return known
        message = f"the skill “{id or title}” is in row {known.line} already"
        hint = "give each skill an id of its own; 1.10 typed as a number becomes 1.1"
        self.problems.append(odd(entry.table, entry.line, message, hint))
        return None

    def _fill(self, entry: Entry, into: dict[str, str], nouns: Sequence[str]) -> None:
        for noun in nouns:
            text = entry.said.get(noun, "")
            if text and into.setdefault(noun, text) != text:
                message = f"“{text[:40]}” stands here, and a row further up says “{into[noun][:40]}” for the same"
                hint = "say it once, in the first row; what is blank is as above"
                self.problems.append(odd(entry.table, entry.line, message, hint))


def _names_competency(entry: Entry) -> bool:
    return bool(entry.said.get("competency") or entry.said.get("title"))


def _says_more_than_its_area(entry: Entry) -> bool:
    return bool(entry.levels or entry.supports) or any(text for noun, text in entry.said.items() if noun != "area")


def _take_texts(entry: Entry, skill: SkillDraft) -> None:
    for texts, cells in ((skill.levels, entry.levels), (skill.supports, entry.supports)):
        for words, cell in cells.items():
            _add(texts, words, statements(cell))


def _add(texts: dict[str, Sequence[str]], words: str, more: tuple[str, ...]) -> None:
    """Most cells are the only one at their level, and need no list."""
    known = texts.setdefault(words, more)
    if isinstance(known, list):
        known.extend(more)
    elif known is not more:
        texts[words] = [*known, *more]
