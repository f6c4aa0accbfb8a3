"""The skills of each competency with their descriptors, found by the names that tables call them by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from site_builder.exchange.sheets.levels import level_in
from site_builder.exchange.sheets.maps.shape import SheetMap
from site_builder.exchange.sheets.maps.things import Descriptor, Key, Place, Thing, Things
from site_builder.exchange.sheets.maps.values import made_of
from site_builder.model import Level, Scale

_ROWS = {"area": "areas", "competency": "competencies", "skill": "skills"}
_CORRECT = "correct the row, or the map"


def skills_by_competency(things: Things, map: SheetMap, scale: Scale) -> Mapping[str, Sequence[Thing]]:
    """The skills of each competency by its name, in their order; every descriptor stands at its level."""
    finding = _Finding(things, scale)
    finding.join()
    if is_listed("skill", map):
        finding.leave_out_unlisted()
    for it in things.descriptors():
        finding.put(it)
    found: dict[str, list[Thing]] = {}
    for (competency, _), skill in finding.skills.items():
        found.setdefault(competency, []).append(skill)
    return {name: _ordered(its, map, name) for name, its in found.items()}


def is_listed(noun: str, map: SheetMap) -> bool:
    """Whether the map says where all things of this kind are listed."""
    written = {"area": map.shape.areas, "skill": map.shape.skills}
    return bool(written.get(noun)) or any(it.rows == _ROWS[noun] for it in map.shape.tables)


def _ordered(skills: Sequence[Thing], map: SheetMap, competency: str) -> list[Thing]:
    """Those that every competency has come first, in the map's own order."""
    ranks = {made_of(it.id, {"competency": competency}): rank for rank, it in enumerate(map.shape.skills)}
    return sorted(skills, key=lambda it: ranks.get(it.name, len(ranks)))


class _Finding:
    """Finds skills and competencies by name; what cannot be found is told."""

    def __init__(self, things: Things, scale: Scale) -> None:
        self.things = things
        self.scale = scale
        self.competencies = {it.name: it for it in things.of("competency")}
        self.skills = {it.key: it for it in things.of("skill") if it.key[0]}
        self.unlisted: set[Key] = set()
        self.unclear: set[str] = set()
        self.levels: dict[str, Level | None] = {}
        self.owners: dict[str, list[Thing]] = {}
        for it in self.skills.values():
            self.owners.setdefault(it.name, []).append(it)

    def join(self) -> None:
        """Give what rows without a competency say of a skill to that skill."""
        for it in self.things.of("skill"):
            if not it.key[0] and (owner := self._named(it.name, it.place)):
                owner.is_introduced |= it.is_introduced
                for attribute, value in it.says.items():
                    self.things.say(owner, attribute, value, it.places[attribute])

    def leave_out_unlisted(self) -> None:
        """Tell of skills that are mentioned only, where it is said which skills there are."""
        for key, it in self.skills.items():
            if not it.is_introduced:
                message = f"{it.place.here} speaks of “{it.name}”, and “{key[0]}” has no such skill"
                self._odd(it.place, "an unknown skill", message)
                self.unlisted.add(key)
        self.skills = {key: it for key, it in self.skills.items() if key not in self.unlisted}

    def put(self, it: Descriptor) -> None:
        """Put a descriptor to its skill, at its level."""
        text, said = it.text, it.level
        if not text or not said:
            missing = "text" if not text else "level"
            self._odd(it.place, f"a descriptor without a {missing}", f"{_called(it)} has no {missing} in any table")
            return
        if said not in self.levels:
            self.levels[said] = level_in(self.scale, said)
        level, skill = self.levels[said], self._skill(it)
        if level is None:
            known = ", ".join(f"“{one.id}”" for one in self.scale.levels)
            self._odd(it.place, "an unknown level", f"{_called(it)} is at the level “{said}”, and there is none", known)
        elif skill is not None:
            skill.texts.setdefault(level.id, []).append(text)

    def _skill(self, it: Descriptor) -> Thing | None:
        """The skill of a descriptor; the competency itself, where it names no skill."""
        key = (it.competency, it.skill)
        if key in self.skills or key in self.unlisted:
            return self.skills.get(key)
        if it.skill:
            return self._fitting(it)
        if it.competency not in self.competencies:
            self._odd(it.place, "no skill", f"{_called(it)} belongs to no competency or skill")
        return self.competencies.get(it.competency)

    def _fitting(self, it: Descriptor) -> Thing | None:
        """The skill that a name means, unless it is in another competency than the descriptor."""
        found = self._named(it.skill, it.place)
        if found is None or it.competency in ("", found.key[0] or found.name):
            return found
        self._odd(
            it.place, "an unknown skill", f"{_called(it)} is of “{it.skill}”, which “{it.competency}” does not have"
        )
        return None

    def _named(self, name: str, place: Place) -> Thing | None:
        """The only skill of this name, or the competency that is its own only skill."""
        owners = self.owners.get(name, [])
        if not owners and name in self.competencies:
            return self.competencies[name]
        if len(owners) == 1:
            return owners[0]
        if name in self.unclear:
            return None
        self.unclear.add(name)
        many = "there is no such skill" if not owners else f"{len(owners)} competencies have a skill of this name"
        self._odd(place, "an unclear skill", f"{place.here} speaks of “{name}”, and {many}")
        return None

    def _odd(self, place: Place, kind: str, message: str, known: str = "") -> None:
        self.things.odd.note(place, kind, message, f"the levels are {known}" if known else _CORRECT)


def _called(it: Descriptor) -> str:
    """A descriptor by its id, or by its row."""
    return f"“{it.name}”" if it.name else f"the descriptor in {it.place.here}"
