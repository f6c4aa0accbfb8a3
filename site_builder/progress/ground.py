"""What judging stands on: the continuum whole, with the rule and the targets found once for all students."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from site_builder.make import make_of
from site_builder.model import Area, Competency, Judging, Pathway, Settings, Skill
from site_builder.outline import Outline
from site_builder.problems import Problem, stops
from site_builder.progress.measures import Asked, Measure, Whole, asked_of, whole
from site_builder.progress.skills import SkillRecord
from site_builder.sources.crew import Crew
from site_builder.sources.load import Loaded, load, read_in


@dataclass(frozen=True, slots=True)
class Ground:
    """The current competencies in the order of the continuum, whole; retired ones are left out.

    `areas` are by slug. `targets` are places on the scale by competency id (0 where nobody has said one). `wholes` are
    what competencies are read against, by id, and `measures` what skills are. `unseen` are the records of the skills
    of a competency without evidence, and `asked` is what each pathway asks for.
    """

    settings: Settings
    areas: Mapping[str, Area]
    competencies: Mapping[str, Competency]
    targets: Mapping[str, int]
    pathways: tuple[Pathway, ...]
    wholes: Mapping[str, Whole] = field(init=False, repr=False, compare=False)
    measures: Mapping[str, Measure] = field(init=False, repr=False, compare=False)
    unseen: Mapping[str, Sequence[SkillRecord]] = field(init=False, repr=False, compare=False)
    asked: Sequence[Sequence[Asked]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        wholes = {it.id: self._whole(it) for it in self.competencies.values()}
        found = {
            "wholes": wholes,
            "measures": {measure.skill.id: measure for it in wholes.values() for measure in it.measures},
            "unseen": {id: [SkillRecord(at, at.blank) for at in it.measures] for id, it in wholes.items()},
            "asked": [[asked_of(it, wholes) for it in pathway.requires] for pathway in self.pathways],
        }
        for name, value in found.items():
            object.__setattr__(self, name, value)

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

    def _whole(self, it: Competency) -> Whole:
        area = self.areas[it.area]
        before = tuple(id for id in dict.fromkeys(it.prerequisites) if self._is_beside(id, area))
        return whole(it, area, self.judging, self.targets.get(it.id, 0), before)

    def _is_beside(self, id: str, area: Area) -> bool:
        """Whether a prerequisite is current and of the same side: habits move nothing in another area."""
        other = self.competencies.get(id)
        return other is not None and self.areas[other.area].scale.is_habit == area.scale.is_habit


def ground_of(
    settings: Settings,
    areas: Mapping[str, Area],
    competencies: Iterable[Competency],
    pathways: Iterable[Pathway] = (),
) -> Ground:
    """The ground of these competencies, in their order; `areas` are by slug."""
    current = {it.id: it for it in competencies if it.retired is None and it.area in areas}
    targets = {id: _target(it, areas[it.area]) for id, it in current.items()}
    return Ground(settings, areas, current, targets, tuple(pathways))


def ground_from(loaded: Loaded, crew: Crew, told: Outline | None = None) -> Ground | None:
    """The ground of a continuum that has been loaded; nothing where it could not be read.

    `told` is its outline in another of its languages, and then the ground is in that one.
    """
    outline, setting = told or loaded.outline, loaded.setting
    if outline is None or setting is None or stops(loaded.problems):
        return None
    cards = (it for it in outline.competencies.values() if not it.retired)
    things = (read_in(crew.memory, setting, card.source, outline.spoken) for card in cards)
    competencies = (it for it in things if isinstance(it, Competency))
    return ground_of(outline.settings, outline.areas, competencies, outline.pathways)


def read_ground(root: Path, cache: Path, today: date) -> tuple[Ground | None, list[Problem]]:
    """The ground of a school's folder, with all that is wrong in it; nothing where that forbids a build."""
    cache.mkdir(exist_ok=True)
    crew = Crew(1)
    loaded = load(root, cache, crew, today, make_of())
    return ground_from(loaded, crew), list(loaded.problems)


def _target(it: Competency, area: Area) -> int:
    """The competency's own target, or its scale's; 0 where neither says one."""
    levels = area.scale.levels
    own = next((level.position for level in levels if level.id == it.target), 0)
    return own or next((level.position for level in levels if level.is_target), 0)
