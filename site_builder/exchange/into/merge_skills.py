"""Skills that come in and skills that are there, by id."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

from site_builder.exchange.fields import FIELDS
from site_builder.exchange.format import Aside, Remark
from site_builder.exchange.framework import Framework
from site_builder.exchange.into.laid_out import skill_value
from site_builder.model import Competency, Skill

_KEPT = frozenset({"id", "identifier", "line"})
_LEFT_OUT = "the files name its competency, and leave it out"


class Skills:
    """The skills that competencies will have; remarks say which of the school's own are gone or stay, and why."""

    def __init__(self, coming: Framework, carries: frozenset[str], there: Framework) -> None:
        self.there = there
        self.owner = {id: it.id for id, (it, _) in coming.skills.items()} if "skill.id" in carries else {}
        names = [it.name for it in fields(Skill) if it.name not in _KEPT]
        self.named = [it for it in names if f"skill.{it}" in carries & FIELDS]
        self.carries = carries
        self.shown = {skill for work in there.exemplars for skill in _spoken_of(work.skills, work.annotations)}
        self.remarks: list[Remark] = []
        self.aside: list[Aside] = []

    def of(self, old: Competency | None, new: Competency) -> tuple[Skill, ...]:
        """The skills of a competency that the files name."""
        if old is None:
            return tuple(self._skill(it) for it in new.skills)
        if "skill.id" not in self.carries or _says_nothing_of_skills(old, new):
            return old.skills
        named = {it.id for it in new.skills}
        left = [it for it in old.skills if it.id not in named and self._stays(old, it)]
        return tuple([self._skill(it) for it in new.skills] + left)

    def without_moved(self, it: Competency) -> Competency:
        """A competency without those skills that the files give to another one."""
        left = tuple(skill for skill in it.skills if self.owner.get(skill.id, it.id) == it.id)
        if len(left) == len(it.skills):
            return it
        return replace(it, skills=left or (Skill(it.id, it.title, {}, evidence=it.evidence, identifier=it.identifier),))

    def _stays(self, owner: Competency, skill: Skill) -> bool:
        """Whether a skill that the files leave out of a competency is one of it all the same."""
        if skill.id != owner.id and skill.id in self.owner:  # another one has it now
            return False
        if skill.id in self.shown and skill.id != owner.id:
            self.remarks.append(Remark(skill.id, "is not in the files; it stays, as student work speaks of it"))
            return True
        if skill.id != owner.id or skill.levels:
            self.remarks.append(Remark(skill.id, f"is not in the files, so it is no skill of {owner.id} any more"))
            self.aside.append(Aside("skills that were there", skill.id, "", 0, skill_value(skill), _LEFT_OUT))
        return False

    def _skill(self, new: Skill) -> Skill:
        """A skill as the school has it, wherever it was, with what the files say instead."""
        _, old = self.there.skills.get(new.id, (None, None))
        if old is None:
            return new
        said: dict[str, Any] = {name: getattr(new, name) for name in self.named}
        if old.levels and not new.levels and said.pop("levels", None) is not None:
            said.pop("not_used", None)
            self.remarks.append(Remark(new.id, "has no descriptors in the files; the school's own stay"))
        if "skill.identifier" in self.carries and not old.identifier:
            said["identifier"] = new.identifier
        return replace(old, **said)


def as_its_own_skill(it: Competency) -> Competency:
    """A competency whose only skill is itself says its title, its evidence and its identifier once."""
    if len(it.skills) != 1 or it.skills[0].id != it.id:
        return it
    [skill] = it.skills
    statement = "" if skill.statement in (it.statement, it.title) else skill.statement
    evidence = it.evidence or skill.evidence
    own = replace(skill, title=it.title, statement=statement, evidence=evidence, identifier=it.identifier)
    return replace(it, skills=(own,), evidence=evidence)


def _says_nothing_of_skills(old: Competency, new: Competency) -> bool:
    """Whether files name a competency alone, without levels, where the school has skills."""
    has_skills = any(it.id != old.id for it in old.skills)
    return has_skills and all(it.id == new.id and not it.levels for it in new.skills)


def _spoken_of(skills: Any, annotations: Any) -> Iterator[str]:
    yield from skills
    yield from (it.skill for it in annotations)
