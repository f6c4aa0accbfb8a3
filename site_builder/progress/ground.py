"""What judging stands on: the continuum whole, with the rule and the targets found once for all students."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from site_builder.model import Area, Competency, Judging, Pathway, Settings, Skill


@dataclass(frozen=True, slots=True)
class Ground:
    """The current competencies in the order of the continuum, whole; retired ones are left out.

    `areas` are by slug. `targets` are places on the scale by competency id (0 where nobody has said one).
    """

    settings: Settings
    areas: Mapping[str, Area]
    competencies: Mapping[str, Competency]
    targets: Mapping[str, int]
    pathways: tuple[Pathway, ...]

    @property
    def judging(self) -> Judging:
        """The rule."""
        return self.settings.judging

    def skills(self) -> dict[str, tuple[Skill, Competency]]:
        """Each skill by id, with its competency."""
        return {skill.id: (skill, it) for it in self.competencies.values() for skill in it.skills}

    def position(self, area: str, level: str) -> int:
        """A level's place on the scale of an area; 0 where the scale has none of that id."""
        return next((it.position for it in self.areas[area].scale.levels if it.id == level), 0)
