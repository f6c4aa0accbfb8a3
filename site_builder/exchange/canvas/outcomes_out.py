"""A framework as Canvas' outcomes: groups for areas and competencies, an outcome for each skill."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from site_builder.exchange.canvas.points import points_of
from site_builder.exchange.framework import Framework
from site_builder.exchange.html.levels import with_descriptors, with_levels
from site_builder.exchange.html.text import html_of
from site_builder.exchange.sheets.write import is_own_only
from site_builder.model import Competency, Judging, Scale, Skill

HEADER = (
    "vendor_guid,object_type,title,description,display_name,calculation_method,calculation_int,parent_guids,"
    "workflow_state,mastery_points,ratings"
)
_LONGEST_TITLE = 255
# Canvas counts up to so many pieces of work that must reach the level.
_MOST_PIECES = 5


def outcome_rows(framework: Framework) -> Iterator[Sequence[str]]:
    """The rows of the file, its header first, what holds others before what it holds."""
    yield HEADER.split(",")
    for area in framework.areas:
        yield _group(area.id, area.title, with_levels(area.about, area.scale), "", "active")
        for it in framework.of_area(area):
            yield from _competency(framework, it, area.id, area.scale)


def method_of(judging: Judging) -> tuple[str, str]:
    """The way in which Canvas comes closest to how levels are decided; it never is an average."""
    if judging.rule in ("sustained", "best_evidence"):
        return "n_mastery", str(min(judging.pieces, _MOST_PIECES))
    return ("highest", "") if judging.rule == "highest" else ("latest", "")


def _competency(framework: Framework, it: Competency, area: str, scale: Scale) -> Iterator[Sequence[str]]:
    if is_own_only(it):
        yield _outcome(framework, it, it.skills[0], it.statement, area, scale)
        return
    yield _group(it.id, it.title, html_of(it.statement), area, _state(it))
    for skill in it.skills:
        yield _outcome(framework, it, skill, skill.statement, it.id, scale)


def _group(guid: str, title: str, description: str, parent: str, state: str) -> Sequence[str]:
    return guid, "group", _cut(title), description, "", "", "", parent, state, ""


def _outcome(
    framework: Framework, owner: Competency, skill: Skill, text: str, parent: str, scale: Scale
) -> Sequence[str]:
    """Reports of Canvas call an outcome by its title and its friendly name, so the title is the id."""
    points = dict(zip((it.id for it in scale.levels), points_of(scale.levels), strict=True))
    method, count = method_of(framework.settings.judging)
    target = points.get(framework.target(owner), "")
    description = with_descriptors(text, skill, scale)
    row = skill.id, "outcome", skill.id, description, _cut(skill.title), method, count, parent, _state(owner), target
    ratings = ((points[it.id], it.name) for it in reversed(scale.levels) if skill.uses(it.id))
    return *row, *(cell for rating in ratings for cell in rating)


def _state(it: Competency) -> str:
    return "deleted" if it.retired else "active"


def _cut(title: str) -> str:
    return title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 2].rstrip()} …"
