"""Skills out of their drafts: descriptors at the levels of a scale, what is not used, how much is asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from site_builder.exchange.sheets.cells import OddCell, evidence_of, several
from site_builder.exchange.sheets.levels import level_in
from site_builder.exchange.sheets.own.drafts import CompetencyDraft, SkillDraft
from site_builder.exchange.sheets.own.notes import Notes
from site_builder.exchange.sheets.own.scales import Scales
from site_builder.model import Evidence, Scale, Skill

Texts = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class SkillMaker:
    """Makes skills of drafts that have their ids and titles."""

    scales: Scales
    notes: Notes

    def made(self, scale: Scale, draft: SkillDraft, id: str, title: str) -> Skill:
        """The skill of a draft; what is odd in it is noted."""
        said = draft.said
        levels = self._texts(draft, scale, draft.levels)
        return Skill(
            id=id,
            title=title,
            levels=levels,
            not_used=self._not_used(draft, scale, levels, id),
            evidence=self.evidence(draft, scale, said.get("pieces", ""), said.get("kinds", "")),
            supports=self._texts(draft, scale, draft.supports),
            at_home=said.get("at_home", ""),
            statement=said.get("skill_statement", ""),
        )

    def evidence(self, draft: SkillDraft | CompetencyDraft, scale: Scale, pieces: str, kinds: str) -> Evidence | None:
        """How much two cells ask for."""
        try:
            found = evidence_of(pieces, kinds)
        except OddCell as error:
            self.notes.odd(draft, str(error), "write a number, as in 2, or also by level, as in “2; 4: 3”")
            return None
        if found is None:
            return None
        at = tuple((self.level(draft, scale, level), it) for level, it in found.at)
        return Evidence(found.pieces, found.kinds, at)

    def level(self, draft: SkillDraft | CompetencyDraft, scale: Scale, words: str) -> str:
        """The id of the level that words mean; empty where they are empty or mean none, which is noted."""
        found = level_in(scale, words) if words else None
        if words and found is None:
            self._no_level(draft, scale, words)
        return found.id if found else ""

    def _texts(self, draft: SkillDraft, scale: Scale, by_words: Mapping[str, Sequence[str]]) -> Texts:
        """Texts by the ids of levels, in the order of the scale."""
        ids = self.scales.level_ids(scale, tuple(by_words))
        found: dict[str, tuple[str, ...]] = {}
        for words, texts in by_words.items():
            if words not in ids:
                self._no_level(draft, scale, words)
            else:
                found[ids[words]] = (*found[ids[words]], *texts) if ids[words] in found else tuple(texts)
        return {it.id: found[it.id] for it in scale.levels if it.id in found}

    def _not_used(self, draft: SkillDraft, scale: Scale, levels: Texts, id: str) -> tuple[str, ...]:
        """The levels that a skill says it does not use, and those without words where others have some."""
        said = tuple(self.level(draft, scale, it) for it in several(draft.said.get("not_used", "")))
        both = [it for it in said if it in levels]
        if both:
            self.notes.odd(draft, f"level {both[0]} is described and not used at once", "take one of the two away")
        empty = tuple(it.id for it in scale.levels if levels and it.id not in levels and it.id not in said)
        if empty:
            words = f"it has no words at level {', '.join(empty)}, so it is taken not to use what is empty there"
            self.notes.remark(id, words)
        return said + empty

    def _no_level(self, draft: SkillDraft | CompetencyDraft, scale: Scale, words: str) -> None:
        names = ", ".join(f"{it.id} ({it.name})" for it in scale.levels)
        message = f"“{words[:40]}” is not a level of its scale" if words else "a text at a level does not say which"
        self.notes.odd(draft, message, f"the levels are {names}")
