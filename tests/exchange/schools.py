"""Frameworks and folders for tests of what comes in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

from site_builder.exchange.fields import FIELDS
from site_builder.exchange.format import ReadWish, Taken
from site_builder.exchange.framework import Framework
from site_builder.exchange.into.take import Into, take_into
from site_builder.exchange.school import read_school
from site_builder.model import Area, Competency, Judging, Kind, Level, Scale, Settings, Skill
from tests.exchange.frameworks import seeded

TODAY = date(2026, 9, 1)
SMALL = "5f0b7a52-9c1e-4d36-a8b4-27d1e06c3f98"
LEARNING = Scale("learning", (Level("1", "Starting", "", 1, False), Level("2", "Steady", "", 2, True)))
LITERACY = Area("LIT", "literacy", "Literacy", Kind.KNOWLEDGE, LEARNING, "Reading.", "continuum/literacy/area.yml")


def skill(id: str, title: str = "A skill", **more: object) -> Skill:
    """A skill that is described at both levels."""
    return replace(Skill(id, title, {"1": ("I can begin.",), "2": ("I can go on.",)}), **more)  # type: ignore[arg-type]


def competency(id: str, *skills: Skill, area: Area = LITERACY, slug: str = "", **more: object) -> Competency:
    """A competency with these skills, or one that is its own."""
    title = f"About {id}"
    slug = slug or id.lower().replace(".", "-")
    source = f"continuum/{area.slug}/{slug}.yml"
    made = Competency(id, slug, area.slug, title, "I can do it.", skills or (Skill(id, title, {}),), source)
    return replace(made, **more)  # type: ignore[arg-type]


def framework(*competencies: Competency, areas: tuple[Area, ...] = (LITERACY,), identifier: str = "") -> Framework:
    """A framework with these competencies."""
    scales = {it.scale.id: replace(it.scale, is_habit=False) for it in areas}
    slugs = tuple(it.slug for it in areas)
    settings = Settings("Theirs", "What they do.", "", ("en",), scales, slugs, Judging(), identifier=identifier)
    return Framework(settings, areas, competencies)


def into(
    root: Path,
    coming: Framework,
    existing: Framework | None = None,
    carries: frozenset[str] = FIELDS,
    *,
    dry_run: bool = False,
) -> Into:
    """The framework taken into a folder."""
    taken = Taken(coming, carries=carries)
    return take_into(root, taken, existing, dry_run=dry_run, fresh=lambda: UUID(seeded(1)))


def school_at(root: Path) -> Framework:
    """What a folder holds; it must be sound."""
    cache = root / ".continuum"
    cache.mkdir(exist_ok=True)
    found, problems = read_school(root, cache, TODAY, "a test")
    assert found is not None, problems
    return found


def coming_again(root: Path, read: Callable[[ReadWish], Taken]) -> Into:
    """What becomes of a folder when the files that it was made of come in once more; they come in both times."""
    first = take_into(root, read(ReadWish()), None, fresh=lambda: UUID(seeded(1)))
    assert first.framework is not None, first.problems
    there = school_at(root)
    again = take_into(root, read(ReadWish(existing=there)), there)
    assert again.framework is not None, again.problems
    return again
