"""A framework that is written into five tables comes in again by a map."""

from __future__ import annotations

import csv
from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings

from site_builder.exchange.framework import Framework
from site_builder.exchange.sheets.cells import guarded
from tests.exchange.frameworks import frameworks
from tests.exchange.sheets.maps.mapped import Trial

LONG_MAP = """
title: T
tables:
  - {file: levels.csv, rows: levels, columns: {level: id, level.name: name}}
  - {file: areas.csv, rows: areas, columns: {area: id, area.title: title, area.about: about, area.kind: kind}}
  - file: competencies.csv
    rows: competencies
    columns:
      competency: id
      area: area
      competency.title: title
      competency.statement: statement
      competency.why: why
      competency.prerequisites: before
      competency.target: target
  - {file: skills.csv, rows: skills, columns: {skill: id, competency: of, skill.title: title, skill.statement: says}}
  - {file: texts.csv, rows: descriptors, columns: {competency: of, skill: skill, level: level, text: text}}
"""


def long_tables(framework: Framework) -> dict[str, list[Sequence[str]]]:
    """A framework of one scale as five tables."""
    own = [(it, one) for it in framework.competencies for one in it.skills]
    return {
        "levels.csv": [("id", "name"), *((it.id, it.name) for it in framework.areas[0].scale.levels)],
        "areas.csv": [
            ("id", "title", "about", "kind"),
            *((it.id, it.title, it.about, it.kind) for it in framework.areas),
        ],
        "competencies.csv": [
            ("id", "area", "title", "statement", "why", "before", "target"),
            *(
                (
                    it.id,
                    framework.by_slug[it.area].id,
                    it.title,
                    it.statement,
                    it.why,
                    " ; ".join(it.prerequisites),
                    it.target,
                )
                for it in framework.competencies
            ),
        ],
        "skills.csv": [
            ("id", "of", "title", "says"),
            *((one.id, it.id, one.title, one.statement) for it, one in own if one.id != it.id),
        ],
        "texts.csv": [
            ("of", "skill", "level", "text"),
            *(
                (it.id, one.id if one.id != it.id else "", level, text)
                for it, one in own
                for level, texts in one.levels.items()
                for text in texts
            ),
        ],
    }


def told(framework: Framework) -> list[object]:
    """What the five tables say of a framework."""
    return [
        [(it.id, it.title, it.about, it.kind) for it in framework.areas],
        [(it.id, it.title, it.statement, it.why, it.prerequisites, it.target) for it in framework.competencies],
        [
            (one.id, one.title, one.statement, dict(one.levels), one.not_used)
            for it in framework.competencies
            for one in it.skills
        ],
    ]


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=40)
@given(frameworks().filter(lambda it: len({area.scale.id for area in it.areas}) == 1 and it.competencies))
def test_what_tables_say_comes_in(tmp_path_factory: pytest.TempPathFactory, framework: Framework) -> None:
    trial = Trial(tmp_path_factory.mktemp("map")).map(LONG_MAP)
    for name, rows in long_tables(framework).items():
        path = trial.folder / name
        with path.open("w", encoding="utf-8", newline="") as lines:
            csv.writer(lines).writerows([guarded(cell) for cell in row] for row in rows)
        trial.paths.append(path)
    assert told(trial.framework()) == told(framework)
