"""Competencies on the scale of their area: what names a level that is not there has no place, and is kept aside.

A skill that is described at some levels says which ones it does not use, so that a source is complete.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from site_builder.exchange.format import Aside, Remark
from site_builder.exchange.framework import Framework
from site_builder.exchange.into.circles import closing_steps
from site_builder.model import Competency, Evidence, Scale, Skill

_UNKNOWN = "there is no competency with that id"
_WHY = "the scale of its area has no such level"


@dataclass(frozen=True, slots=True)
class Fitted:
    """A framework whose levels and ids all lead somewhere, and what had no place in it."""

    framework: Framework
    aside: tuple[Aside, ...] = ()
    remarks: tuple[Remark, ...] = ()


def fitted(framework: Framework) -> Fitted:
    """The framework with only such levels, prerequisites and replacements as there are."""
    known = framework.by_id
    round_about: dict[str, set[str]] = defaultdict(set)
    for id, before in closing_steps({it.id: it.prerequisites for it in framework.competencies}):
        round_about[id].add(before)
    none: set[str] = set()
    fits = [
        _Fit(it, framework.by_slug[it.area].scale, known, round_about.get(it.id, none)) for it in framework.competencies
    ]
    return Fitted(
        replace(framework, competencies=tuple(it.done() for it in fits)),
        tuple(one for it in fits for one in it.aside),
        tuple(one for it in fits for one in it.remarks),
    )


class _Fit:
    """One competency, made to fit."""

    def __init__(self, it: Competency, scale: Scale, known: Mapping[str, Competency], closing: set[str]) -> None:
        self.it = it
        self.levels = [level.id for level in scale.levels]
        self.known = known
        self.closing = closing
        self.aside: list[Aside] = []
        self.remarks: list[Remark] = []

    def done(self) -> Competency:
        it = self.it
        changes: dict[str, object] = {}
        if it.target and it.target not in self.levels:
            self._set_aside("goals", it.id, it.target, _WHY)
            changes["target"] = ""
        lost = [before for before in it.prerequisites if before not in self.known]
        if lost:
            self._set_aside("prerequisites", it.id, lost, _UNKNOWN)
        if self.closing:
            self._set_aside("prerequisites", it.id, sorted(self.closing), "they would lead round in a circle")
        if lost or self.closing:
            kept = [before for before in it.prerequisites if before in self.known and before not in self.closing]
            changes["prerequisites"] = tuple(kept)
        unsafe = [one for one in it.standards if one.uri and not one.uri.startswith(("https://", "http://"))]
        if unsafe:
            self._set_aside("addresses of standards", it.id, [one.uri for one in unsafe], "they are no web addresses")
            changes["standards"] = tuple(replace(one, uri="") if one in unsafe else one for one in it.standards)
        if it.retired and it.retired.replaced_by and it.retired.replaced_by not in self.known:
            self._set_aside("replacements", it.id, it.retired.replaced_by, _UNKNOWN)
            changes["retired"] = replace(it.retired, replaced_by="")
        if self._is_off(it.evidence):
            changes["evidence"] = self._evidence(it.id, it.evidence)
        skills = tuple(map(self._skill, it.skills))
        if any(one is not other for one, other in zip(skills, it.skills, strict=True)):
            changes["skills"] = skills
        return replace(it, **changes) if changes else it  # type: ignore[arg-type]  # names and values belong together

    def _skill(self, skill: Skill) -> Skill:
        levels = self._on_scale("descriptors", skill.id, skill.levels)
        supports = self._on_scale("supports", skill.id, skill.supports)
        not_used = self._not_used(skill, levels)
        own = "" if skill.id == self.it.id else skill.id  # what a competency says of itself is told of it once
        evidence = self._evidence(own, skill.evidence) if self._is_off(skill.evidence) else skill.evidence
        if levels is skill.levels and supports is skill.supports and not_used == skill.not_used:
            return skill if evidence is skill.evidence else replace(skill, evidence=evidence)
        return replace(skill, levels=levels, supports=supports, not_used=not_used, evidence=evidence)

    def _not_used(self, skill: Skill, levels: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
        said = [it for it in skill.not_used if it in self.levels and it not in levels]
        lacking = [it for it in self.levels if levels and it not in levels and it not in said]
        if lacking:
            words = f"has no words for {_spoken(lacking)}; it is written as a level that it does not use"
            self.remarks.append(Remark(skill.id, words))
        both = {*said, *lacking}
        return tuple(said) if not lacking else tuple(it for it in self.levels if it in both)

    def _on_scale(self, kind: str, id: str, by_level: Mapping[str, tuple[str, ...]]) -> Mapping[str, tuple[str, ...]]:
        """What is said of levels, in the order of growth."""
        if list(by_level) == [it for it in self.levels if it in by_level]:
            return by_level
        for level in by_level:
            if level not in self.levels:
                self._set_aside(f"{kind} of other levels", f"{id}, level {level}", list(by_level[level]), _WHY)
        return {it: by_level[it] for it in self.levels if it in by_level}

    def _is_off(self, evidence: Evidence | None) -> bool:
        return evidence is not None and any(level not in self.levels for level, _ in evidence.at)

    def _evidence(self, id: str, evidence: Evidence | None) -> Evidence | None:
        assert evidence is not None
        off = {level: {"pieces": it.pieces, "kinds": it.kinds} for level, it in evidence.at if level not in self.levels}
        if id:
            self._set_aside("evidence that is asked for at other levels", id, off, _WHY)
        return replace(evidence, at=tuple((level, it) for level, it in evidence.at if level in self.levels))

    def _set_aside(self, kind: str, name: str, content: object, why: str) -> None:
        self.aside.append(Aside(kind, name, "", 0, content, why))


def _spoken(levels: Iterable[str]) -> str:
    named = list(levels)
    return f"level {named[0]}" if len(named) == 1 else f"levels {', '.join(named)}"
