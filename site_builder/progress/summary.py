"""The family summary: for each area a few lines on where, what is new and what is next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from markupsafe import Markup, escape

from site_builder.look.badges import Badge
from site_builder.look.templates import safe
from site_builder.model import Area
from site_builder.progress.guide import Guide, SkillGuide
from site_builder.progress.standing import CompetencyStanding, SkillStanding, Standing, State
from site_builder.sources.markdown import plain

# More skills than this are counted by level instead of being shown one by one.
_STONES = 8
_NOBODY = date.min
_NEARNESS = {State.NOT_YET: 0, State.EARLY: 1, State.NONE: 2, State.AT: 3, State.BEYOND: 4}


class Line(NamedTuple):
    """One area: how its skills spread over the levels, what is new, what is next."""

    title: str
    spread: Markup
    new: Markup
    next: Markup


def lines(standing: Standing, guide: Guide) -> list[Line]:
    """A line for each academic area, in the order of the continuum."""
    return [_line(area, found, guide) for area, found in by_area(standing, guide) if not area.scale.is_habit]


def by_area(standing: Standing, guide: Guide) -> list[tuple[Area, list[CompetencyStanding]]]:
    """Competencies under their areas."""
    areas: dict[str, list[CompetencyStanding]] = {slug: [] for slug in guide.desk.ground.areas}
    for it in standing.competencies:
        areas[it.area.slug].append(it)
    return [(guide.desk.ground.areas[slug], found) for slug, found in areas.items() if found]


def _line(area: Area, found: Sequence[CompetencyStanding], guide: Guide) -> Line:
    skills = [skill for it in found for skill in it.skills]
    return Line(plain(area.title), spread(skills, guide), _new(skills, guide), _next(skills, guide))


def spread(skills: Sequence[SkillStanding], guide: Guide) -> Markup:
    """How many skills stand at each level: a stone a skill, or a stone a level with a number where they are many."""
    one = guide.skills[skills[0].skill.id]
    positions = tuple(sorted([skill.position for skill in skills]))
    if len(positions) > _STONES:
        return _spread(positions, one, guide)
    key = (one.area.slug, one.competency.target, positions)
    if key not in guide.spreads:  # a few skills stand on a few levels: there are not many ways
        guide.spreads[key] = _spread(positions, one, guide)
    return guide.spreads[key]


def _spread(positions: Sequence[int], one: SkillGuide, guide: Guide) -> Markup:
    counts = Counter(positions)
    places = sorted(counts, key=lambda place: place or 99)
    if len(positions) > _STONES:
        stones = "".join(f"{_stone(one.levels, place)}<b>{_times(counts[place], guide)}</b>" for place in places)
    else:
        stones = "".join(_stone(one.levels, place) * counts[place] for place in places)
    said = guide.desk.listed(_counted(one.levels, place, counts[place], guide) for place in places)
    return safe(f'<span class="spread" role="img" aria-label="{said}">{stones}</span>')


def _stone(levels: Sequence[Badge], place: int) -> str:
    if not place:
        return '<i class="z">&#8211;</i>'
    badge = levels[place - 1]
    return f'<i class="{badge.css}">{escape(badge.mark)}</i>'


def _times(count: int, guide: Guide) -> str:
    return f'<bdi dir="ltr">&#215;{count}</bdi>' if guide.desk.hand.is_to_left else f"&#215;{count}"


def _counted(levels: Sequence[Badge], place: int, count: int, guide: Guide) -> Markup:
    if not place:
        return guide.desk.counted("%(num)d skill without a level yet", "%(num)d skills without a level yet", count)
    level = levels[place - 1].mark
    return guide.desk.counted("%(num)d skill at %(level)s", "%(num)d skills at %(level)s", count, level=level)


def _new(skills: Iterable[SkillStanding], guide: Guide) -> Markup:
    """The latest change of a level, or else the latest piece."""
    changed = [it for it in skills if it.change]
    if changed:
        return _change(max(changed, key=lambda it: it.change.on if it.change else _NOBODY), guide)
    seen = [it.last for it in skills if it.last]
    return guide.desk.say("a piece of work, %(day)s", day=guide.desk.recently(max(seen))) if seen else Markup("")


def _change(it: SkillStanding, guide: Guide) -> Markup:
    change, skill = it.change, guide.skills[it.skill.id]
    assert change is not None
    after = skill.marks[change.after - 1]
    values = {"skill": skill.called, "after": after, "day": guide.desk.recently(change.on)}
    if not change.before:
        return guide.desk.say("%(skill)s, first at %(after)s, %(day)s", **values)
    before = skill.marks[change.before - 1]
    return guide.desk.say("%(skill)s, %(before)s to %(after)s, %(day)s", before=before, **values)


def _next(skills: Iterable[SkillStanding], guide: Guide) -> Markup:
    """The skill that has the next step nearest: not yet at its goal, and looked at most recently."""
    open_ones = [it for it in skills if guide.skills[it.skill.id].next(it.position)]
    if not open_ones:
        return guide.desk.say("carrying it into new settings")
    it = min(open_ones, key=_distance)
    skill = guide.skills[it.skill.id]
    level = skill.marks[skill.next(it.position) - 1]
    return guide.desk.say("%(skill)s, towards %(level)s", skill=skill.called, level=level)


def _distance(it: SkillStanding) -> tuple[int, int]:
    """Nearest first: on the way to the goal, then without evidence, then at the goal; recent work before older."""
    return _NEARNESS[it.state], -(it.last or _NOBODY).toordinal()
