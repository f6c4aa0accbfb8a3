"""DigComp 3.0, the European framework of digital competence, turned into a school's folder.

The data stays where it lies (shared/data/digcomp3) and is never copied into the project. Its words come from the CSV
tables, its keys from the JSON-LD. Each statement (CS1.1.01) and each outcome (LO1.1.01) belongs to one competence and
to one of the four levels Basic, Intermediate, Advanced and Highly advanced, and each outcome is also Knowledge, Skill
or Attitude. Each of the four levels is a pair of the eight, and nothing in the data says which of a pair a text is
meant for. So a text stands once, at the upper of the two, where the framework's own words for the level ask for all
of it; the lower one is `not_used`, and each competency says so. What the framework does say of all eight levels is a
skill of its own, “Proficiency”.

The framework sets no goal, and our format asks for one: level 4, the first at which everything is done autonomously.
"""

from __future__ import annotations

import csv
import json
import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

SCALE = "proficiency"
TARGET = "4"
SKILLS = {"CS": "Competence statements", "K": "Knowledge", "S": "Skills", "A": "Attitudes"}
COLUMNS = ["location", "context", "source", "target"]
WHY_NOT_ALL = (
    "DigComp gives its statements and outcomes to four levels: {bands}. Each of these is two of the eight levels here, "
    "and each text stands at the upper of the two. The lower one asks for the same with more guidance or less "
    "complexity, as the skill “Proficiency” says."
)
SOURCE = "https://publications.jrc.ec.europa.eu/repository/handle/JRC144121"
CREDIT = "© European Union, 2025 (JRC144121), CC BY 4.0"


@dataclass(frozen=True, slots=True)
class Counts:
    """How much of the framework was written."""

    areas: int
    competences: int
    levels: int
    statements: int
    outcomes: int


@dataclass(frozen=True, slots=True)
class Placed:
    """A statement or an outcome, under its code, in its competence's skill, at its level."""

    code: str
    text: str
    competence: str
    kind: str
    level: str

    @property
    def skill(self) -> str:
        """The id of its skill: 1.1.CS, 1.1.K."""
        return f"{self.competence}.{self.kind}"

    @property
    def markdown(self) -> str:
        """What its source says: the code, then the words."""
        return f"`{self.code}` {self.text}"


class Framework:
    """The words of the CSV tables, and the keys of the JSON-LD."""

    def __init__(self, data: Path) -> None:
        self.core = _table(data / "core-framework-en.csv")
        self.levels = _table(data / "levels-en.csv")
        self.statements = _table(data / "statements-en.csv")
        self.outcomes = _table(data / "outcomes-en.csv")
        self.graph = _graph(data)

    @cached_property
    def areas(self) -> list[str]:
        """The numbers of the areas: 1, 2, …"""
        return [found[1] for key in self.core if (found := re.fullmatch(r"digcomp\.area\.(\d)\.label", key))]

    @cached_property
    def competences(self) -> list[str]:
        """The numbers of the competences: 1.1, 1.2, …"""
        return [found[1] for key in self.core if (found := re.fullmatch(r"digcomp\.competence\.(\d\.\d)\.label", key))]

    @cached_property
    def steps(self) -> list[str]:
        """The numbers of the eight levels."""
        return [found[1] for key in self.levels if (found := re.fullmatch(r"digcomp\.level\.(\d)\.applies_to", key))]

    @cached_property
    def bands(self) -> dict[str, str]:
        """The four levels, and of each the upper of its two among the eight."""
        return {self.level(step, "four_level_name"): step for step in self.steps}

    @cached_property
    def texts(self) -> list[Placed]:
        """Every statement and outcome, in the order of the tables."""
        tables = self.statements | self.outcomes
        if {_code(key) for key in tables} != set(self.graph):
            raise ValueError("the tables and the JSON-LD do not hold the same statements and outcomes")
        return [self._placed(_code(key), text) for key, text in tables.items()]

    def level(self, step: str, what: str) -> str:
        """What the framework says of one of the eight levels."""
        return self.levels[f"digcomp.level.{step}.{what}"]

    def of_core(self, kind: str, number: str, what: str) -> str:
        """The label or description of an area or a competence."""
        return self.core[f"digcomp.{kind}.{number}.{what}"]

    def _placed(self, code: str, text: str) -> Placed:
        node = self.graph[code]
        if node["description"] != text:
            raise ValueError(f"{code} says one thing in the table and another in the JSON-LD")
        competence = _last(node["competence_id"])
        kind = node["type"][0] if "type" in node else "CS"
        return Placed(code, text, competence, kind, self.bands[_last(node["four_levels_proficiency_name"])])


def digcomp_data() -> Path:
    """Where the data lies: in the folder that CONTINUUM_SHARED names, or in `shared` beside the checkout."""
    shared = os.environ.get("CONTINUUM_SHARED") or Path(__file__).parents[2] / "shared"
    return Path(shared) / "data" / "digcomp3"


def write_digcomp(data: Path, root: Path) -> Counts:
    """Write the framework to `root` as a school's sources, and say how much there is of it."""
    framework = Framework(data)
    for file, value in _sources(framework):
        path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_yaml(value), encoding="utf-8", newline="\n")
    return Counts(
        areas=len(framework.areas),
        competences=len(framework.competences),
        levels=len(framework.steps),
        statements=len(framework.statements),
        outcomes=len(framework.outcomes),
    )


def _sources(framework: Framework) -> Iterator[tuple[str, Mapping[str, Any]]]:
    yield "mkdocs.yml", {"site_name": "DigComp 3.0", "copyright": CREDIT}
    yield "continuum/continuum.yml", _settings(framework)
    for number in framework.areas:
        yield f"continuum/{_area_slug(framework, number)}/area.yml", _area(framework, number)
    for number in framework.competences:
        yield competency_file(framework, number), _competency(framework, number)


def competency_file(framework: Framework, number: str) -> str:
    """The source of a competence: continuum/<area>/<competence>.yml."""
    slug = _slug(framework.of_core("competence", number, "label"))
    return f"continuum/{_area_slug(framework, number)}/{slug}.yml"


def _settings(framework: Framework) -> dict[str, Any]:
    return {
        "title": "DigComp 3.0",
        "description": "The European Digital Competence Framework, level by level.",
        "version": "3.0",
        "languages": ["en"],
        "scales": {SCALE: [_level(framework, step) for step in framework.steps]},
        "areas": [_area_slug(framework, number) for number in framework.areas],
    }


def _level(framework: Framework, step: str) -> dict[str, Any]:
    name = f"{framework.level(step, 'four_level_name')} {step}"
    level = {"id": step, "name": name, "means": framework.level(step, "eight_level_description")}
    return level | ({"target": True} if step == TARGET else {})


def _area(framework: Framework, number: str) -> dict[str, Any]:
    return {
        "id": number,
        "title": framework.of_core("area", number, "label"),
        "kind": "transferable",
        "scale": SCALE,
        "about": framework.of_core("area", number, "description"),
    }


def _competency(framework: Framework, number: str) -> dict[str, Any]:
    return {
        "id": number,
        "title": framework.of_core("competence", number, "label"),
        "statement": framework.of_core("competence", number, "description"),
        "about": WHY_NOT_ALL.format(bands=", ".join(framework.bands)),
        "standards": [{"code": number, "framework": "DigComp 3.0", "uri": SOURCE}],
        "skills": [_proficiency(framework, number), *_skills(framework, number)],
    }


def _proficiency(framework: Framework, number: str) -> dict[str, Any]:
    """What the framework says of each of the eight levels, for every competence alike."""
    levels = {
        step: [framework.level(step, what) for what in ("eight_level_description", "applies_to")]
        for step in framework.steps
    }
    return {"id": f"{number}.P", "title": "Proficiency", "levels": levels}


def _skills(framework: Framework, number: str) -> Iterator[dict[str, Any]]:
    for kind, title in SKILLS.items():
        mine = [it for it in framework.texts if (it.competence, it.kind) == (number, kind)]
        levels = {step: _statements(it for it in mine if it.level == step) for step in framework.steps}
        yield {
            "id": f"{number}.{kind}",
            "title": title,
            "levels": {step: texts for step, texts in levels.items() if texts},
            "not_used": [step for step, texts in levels.items() if not texts],
        }


def _statements(texts: Iterable[Placed]) -> str | list[str]:
    said = [it.markdown for it in texts]
    return said[0] if len(said) == 1 else said


def _yaml(value: Mapping[str, Any]) -> str:
    """One line a text; whatever would mean something else to YAML stands in quotes."""
    text: str = yaml.safe_dump(value, width=sys.maxsize, allow_unicode=True, sort_keys=False)
    return text


def _table(file: Path) -> dict[str, str]:
    """A table's words by their location, each of which stands in it once."""
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines, strict=True))
    if rows[0] != COLUMNS or any(len(row) != len(COLUMNS) for row in rows):
        raise ValueError(f"{file.name} does not have the columns {', '.join(COLUMNS)} in every row")
    table = {row[0]: row[2] for row in rows[1:]}
    if len(table) != len(rows) - 1 or not all(table.values()):
        raise ValueError(f"{file.name} has a location twice, or one without words")
    return table


def _graph(data: Path) -> dict[str, dict[str, Any]]:
    [file] = data.glob("*.jsonld")
    nodes = json.loads(file.read_text(encoding="utf-8"))["@graph"]
    return {_last(node["@id"]): node for node in nodes if node["@type"] in ("CompetenceStatement", "LearningOutcome")}


def _area_slug(framework: Framework, number: str) -> str:
    return _slug(framework.of_core("area", number[0], "label"))


def _slug(label: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", label.lower()).strip("-")


def _code(location: str) -> str:
    """CS1.1.01, of digcomp.statement.CS1.1.01."""
    return location.split(".", 2)[2]


def _last(id: str) -> str:
    return id.rpartition("/")[2]
