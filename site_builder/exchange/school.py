"""A school's folder as a framework, whole."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from site_builder.exchange.framework import Framework
from site_builder.model import Competency, Exemplar
from site_builder.problems import Problem, stops
from site_builder.sources.crew import Crew
from site_builder.sources.load import Loaded, load, read_again


def read_school(root: Path, cache: Path, today: date, make: str) -> tuple[Framework | None, list[Problem]]:
    """The framework in a folder, with all that is wrong in it; nothing where that forbids a build."""
    crew = Crew(1)
    loaded = load(root, cache, crew, today, make)
    return framework_of(loaded, crew), list(loaded.problems)


def framework_of(loaded: Loaded, crew: Crew) -> Framework | None:
    """The framework that has been loaded; nothing where it could not be read."""
    outline, setting = loaded.outline, loaded.setting
    if outline is None or setting is None or stops(loaded.problems):
        return None
    files = [it.source for it in outline.competencies.values()] + [it.source for it in outline.exemplars.values()]
    things = [read_again(crew.memory, setting, file) for file in files]
    return Framework(
        outline.settings,
        tuple(outline.areas.values()),
        tuple(it for it in things if isinstance(it, Competency)),
        tuple(it for it in things if isinstance(it, Exemplar)),
        outline.pathways,
        outline.glossary.terms if outline.glossary else (),
    )
