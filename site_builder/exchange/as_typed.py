"""Texts that come back from another system saying the same stay as a school has typed them."""

from __future__ import annotations

from dataclasses import replace

from site_builder.exchange.framework import Framework
from site_builder.exchange.html_text import html_of
from site_builder.model import Area, Competency, Skill


def as_typed(coming: Framework, there: Framework | None) -> Framework:
    """What has come in, with a school's own words and its own goals wherever they mean the same."""
    if there is None:
        return coming
    areas = {it.id: it for it in there.areas}
    return replace(
        coming,
        areas=tuple(_area(it, areas[it.id]) if it.id in areas else it for it in coming.areas),
        competencies=tuple(_competency(it, coming, there) for it in coming.competencies),
    )


def _area(it: Area, mine: Area) -> Area:
    return replace(it, about=_text(it.about, mine.about))


def _competency(it: Competency, coming: Framework, there: Framework) -> Competency:
    skills = tuple(_skill(skill, there) for skill in it.skills)
    mine = there.by_id.get(it.id)
    if mine is None:
        return replace(it, skills=skills)
    target = mine.target if coming.target(it) == there.target(mine) else it.target
    return replace(it, skills=skills, statement=_text(it.statement, mine.statement), target=target)


def _skill(it: Skill, there: Framework) -> Skill:
    _, mine = there.skills.get(it.id, (None, None))
    if mine is None:
        return it
    levels = {level: _texts(texts, mine.levels.get(level, ())) for level, texts in it.levels.items()}
    return replace(it, levels=levels, statement=_text(it.statement, mine.statement))


def _texts(new: tuple[str, ...], mine: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(_text, new, mine)) if len(new) == len(mine) else new


def _text(new: str, mine: str) -> str:
    return mine if new != mine and html_of(new) == html_of(mine) else new
