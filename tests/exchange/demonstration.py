"""The demonstration as a framework, and small frameworks with one thing to look at."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from site_builder.exchange.format import Written
from site_builder.exchange.framework import Framework
from site_builder.exchange.school import read_school
from site_builder.model import Area, Competency, Exemplar, Judging, Pathway, Settings
from site_builder.resources import demonstration as folder
from tests.site.continua import area, competency

FRAMEWORK = "3f1c2a64-5d0e-4b8b-9a55-0c1d2e3f4a5b"
SITE = "https://school.example/continuum/"


@cache
def demonstration() -> Framework:
    """All that the demonstration says."""
    with TemporaryDirectory() as cache_folder:
        framework, problems = read_school(folder(), Path(cache_folder), date(2026, 11, 1), "test")
    assert framework is not None, problems
    return framework


def framework(
    competencies: Iterable[Competency] = (competency(),),
    areas: Iterable[Area] = (area(),),
    exemplars: Iterable[Exemplar] = (),
    pathways: Iterable[Pathway] = (),
    **changes: Any,
) -> Framework:
    """A framework of these things; `changes` are to its settings."""
    areas = tuple(areas)
    settings = Settings(
        title="Riverbend",
        description="What we learn here.",
        version="",
        languages=("en",),
        scales={it.scale.id: it.scale for it in areas},
        areas=tuple(it.slug for it in areas),
        judging=Judging(),
        identifier=FRAMEWORK,
    )
    return Framework(replace(settings, **changes), areas, tuple(competencies), tuple(exemplars), tuple(pathways))


def json_of(written: Written, file: str) -> Any:
    """What one of the written files says."""
    return json.loads(written.files[file])
