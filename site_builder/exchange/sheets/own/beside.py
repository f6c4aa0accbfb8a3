"""The small tables beside a sheet: Levels, Areas, Standards, Continuum. Each may be missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from site_builder.exchange.fields import carried
from site_builder.exchange.format import Aside
from site_builder.exchange.framework import Framework
from site_builder.exchange.names import as_id
from site_builder.exchange.sheets.cells import is_yes, said, several
from site_builder.exchange.sheets.columns import set_aside, spelled
from site_builder.exchange.sheets.layout import Sheet
from site_builder.exchange.sheets.levels import MOST_LEVELS
from site_builder.exchange.sheets.oddities import odd
from site_builder.model import Kind, Level, Scale, Standard
from site_builder.problems import Problem
from site_builder.tables.held import HeldTable

HELP = "How to fill this in"
LEVELS = ("Scale", "Level", "Name", "Means", "Target")
AREAS = ("Area", "Title", "Kind", "Scale", "About")
STANDARDS = ("Competency", "Code", "Framework", "Web address", "Match")
CONTINUUM = ("Continuum", "Description", "Version", "Languages")
CARRIED = carried("level") | {
    "area.kind",
    "area.about",
    "competency.standards",
    "settings.title",
    "settings.description",
    "settings.version",
    "settings.languages",
}
_KNOWN_BY: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "levels": (LEVELS, ("Level", "Name")),
    "areas": (AREAS, ("Area", "Kind")),
    "standards": (STANDARDS, ("Competency", "Code", "Framework")),
    "continuum": (CONTINUUM, ("Continuum", "Description")),
    "help": ((HELP,), (HELP,)),
}
_OF_OTHERS = frozenset({"skill", "skill title", "descriptor"})
_NO_PLACE = "this table has no place for this column"


@dataclass(frozen=True, slots=True)
class SaidArea:
    """An area as its own table says it; `scale` is empty where it says none."""

    id: str
    title: str
    kind: Kind
    scale: str
    about: str
    table: HeldTable
    line: int


@dataclass(slots=True)
class Beside:
    """What the small tables say, and what is wrong with them; `carries` are the names in exchange.fields they say."""

    scales: dict[str, Scale] = field(default_factory=dict)
    areas: list[SaidArea] = field(default_factory=list)
    standards: dict[str, list[Standard]] = field(default_factory=dict)
    standard_places: dict[str, tuple[HeldTable, int]] = field(default_factory=dict)
    continuum: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    aside: list[Aside] = field(default_factory=list)
    carries: set[str] = field(default_factory=set)


def small_table(table: HeldTable) -> str:
    """Which of the small tables this is; empty for every other one."""
    names = {spelled(it) for it in table.header}
    if names & _OF_OTHERS:
        return ""
    return next((kind for kind, (_, by) in _KNOWN_BY.items() if {spelled(it) for it in by} <= names), "")


def read_beside(tables: Sequence[HeldTable]) -> Beside:
    """What these small tables say."""
    found = Beside()
    for table in tables:
        kind = small_table(table)
        places = _places(table, _KNOWN_BY[kind][0])
        rest = [it for it in range(len(table.header)) if it not in places.values()]
        found.aside += set_aside(table, rest, _NO_PLACE)
        _READERS[kind](found, table, places)
    return found


def beside(framework: Framework) -> tuple[Sheet, ...]:
    """The small tables of a framework; standards only where there are any."""
    standards = [(it.id, *_standard(one)) for it in framework.competencies for one in it.standards]
    sheets = [
        Sheet("Levels", LEVELS, tuple(_levels(framework)), frozenset({3})),
        Sheet("Areas", AREAS, tuple(_areas(framework)), frozenset({4})),
        *([Sheet("Standards", STANDARDS, tuple(standards))] if standards else []),
        Sheet("Continuum", CONTINUUM, (_continuum(framework),), frozenset({1})),
    ]
    return tuple(sheets)


def _levels(framework: Framework) -> Iterator[tuple[str, ...]]:
    for scale in framework.settings.scales.values():
        for it in scale.levels:
            yield scale.id, it.id, it.name, it.means, "yes" if it.is_target else ""


def _areas(framework: Framework) -> Iterator[tuple[str, ...]]:
    return ((it.id, it.title, it.kind.value, it.scale.id, it.about) for it in framework.areas)


def _standard(it: Standard) -> tuple[str, str, str, str]:
    return it.code, it.framework, it.uri, it.match


def _continuum(framework: Framework) -> tuple[str, ...]:
    it = framework.settings
    return it.title, it.description, it.version, ", ".join(it.languages)


def _places(table: HeldTable, header: Sequence[str]) -> dict[str, int]:
    names = [spelled(it) for it in table.header]
    return {it: names.index(spelled(it)) for it in header if spelled(it) in names}


def _rows(table: HeldTable, places: Mapping[str, int]) -> Iterator[tuple[int, dict[str, str]]]:
    for number, cells in table.rows:
        row = {name: said(cells[place]) for name, place in places.items()}
        if any(row.values()):
            yield number, row


def _read_levels(found: Beside, table: HeldTable, places: Mapping[str, int]) -> None:
    found.carries |= {"level.id", "level.name"}
    found.carries |= {f"level.{ours}" for it, ours in (("Means", "means"), ("Target", "is_target")) if it in places}
    current = ""
    for number, row in _rows(table, places):
        current = as_id(row.get("Scale", "")) or current or "learning"
        scale = found.scales.setdefault(current, Scale(current, ()))
        id = as_id(row["Level"]) or str(len(scale.levels) + 1)
        trouble = _trouble(scale, id, row)
        if trouble:
            found.problems.append(odd(table, number, *trouble))
            continue
        target = is_yes(row.get("Target", ""))
        level = Level(id, row["Name"] or row["Level"], row.get("Means", ""), len(scale.levels) + 1, target)
        found.scales[current] = replace(scale, levels=(*scale.levels, level))


def _trouble(scale: Scale, id: str, row: Mapping[str, str]) -> tuple[str, str] | None:
    if not (row["Level"] or row["Name"]):
        return "a level has neither an id nor a name", "write both, as in “3” and “Proficient”"
    if any(it.id.casefold() == id.casefold() for it in scale.levels):
        return f"the scale “{scale.id}” has a level “{id}” already", "give each level an id of its own"
    if len(scale.levels) == MOST_LEVELS:
        return f"the scale “{scale.id}” has more than {MOST_LEVELS} levels", f"a scale has at most {MOST_LEVELS}"
    return None


def _read_areas(found: Beside, table: HeldTable, places: Mapping[str, int]) -> None:
    found.carries |= {"area.kind"} | ({"area.about"} if "About" in places else set())
    known = [it.value for it in Kind]
    for number, row in _rows(table, places):
        kind = row["Kind"].casefold() or Kind.KNOWLEDGE.value
        title = row.get("Title", "") or row["Area"]
        if kind not in known:
            said_kind = f"“{row['Kind'][:40]}” is no kind of area"
            found.problems.append(odd(table, number, said_kind, f"it is one of {', '.join(known)}"))
        elif not title:
            found.problems.append(odd(table, number, "an area has neither an id nor a title", "write its title"))
        else:
            scale, about = as_id(row.get("Scale", "")), row.get("About", "") or title
            found.areas.append(SaidArea(row["Area"], title, Kind(kind), scale, about, table, number))


def _read_standards(found: Beside, table: HeldTable, places: Mapping[str, int]) -> None:
    found.carries.add("competency.standards")
    current = ""
    for number, row in _rows(table, places):
        current = row["Competency"] or current
        if not (current and row["Code"] and row["Framework"]):
            hint = "write the id of the competency, the code of the standard and the name of its framework"
            found.problems.append(odd(table, number, "a standard is not complete", hint))
            continue
        standard = Standard(row["Code"], row["Framework"], row.get("Web address", ""), row.get("Match", ""))
        found.standards.setdefault(current.casefold(), []).append(standard)
        found.standard_places.setdefault(current.casefold(), (table, number))


def _read_continuum(found: Beside, table: HeldTable, places: Mapping[str, int]) -> None:
    names = {"Continuum": "title", "Description": "description", "Version": "version", "Languages": "languages"}
    for number, row in _rows(table, places):
        if found.continuum:
            found.problems.append(odd(table, number, "a continuum has one title", "leave one row in this table"))
            return
        found.continuum = {names[name]: text for name, text in row.items()}
        found.carries |= {f"settings.{name}" for name, text in found.continuum.items() if text or name == "version"}


def _read_help(found: Beside, table: HeldTable, places: Mapping[str, int]) -> None:
    """What is written for those who fill in a form is not for us."""


def languages(found: Beside) -> tuple[str, ...]:
    """The codes of languages that the table of the continuum names; English where it names none."""
    return several(found.continuum.get("languages", "")) or ("en",)


_READERS: Mapping[str, Callable[[Beside, HeldTable, Mapping[str, int]], None]] = {
    "levels": _read_levels,
    "areas": _read_areas,
    "standards": _read_standards,
    "continuum": _read_continuum,
    "help": _read_help,
}
