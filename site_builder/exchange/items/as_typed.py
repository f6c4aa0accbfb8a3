"""Texts that come back from another system saying the same stay as a school has typed them."""

from __future__ import annotations

from dataclasses import replace

from site_builder.exchange.framework import Framework
from site_builder.exchange.html.text import html_of, markdown_of
from site_builder.model import Area, Competency, Scale, Skill


def as_typed(coming: Framework, there: Framework | None) -> Framework:
    """What has come in, with a school's own words and its own goals wherever they mean the same."""
    if there is None:
        return coming
    areas = {it.id: it for it in there.areas}
    scales = {id: _scale(it, there.settings.scales.get(id)) for id, it in coming.settings.scales.items()}
    coming = replace(coming, settings=replace(coming.settings, scales=scales))
    return replace(
        coming,
        areas=tuple(_area(it, areas.get(it.id), scales[it.scale.id]) for it in coming.areas),
        competencies=tuple(_competency(it, coming, there) for it in coming.competencies),
    )


def _scale(it: Scale, mine: Scale | None) -> Scale:
    if mine is None or [level.id for level in mine.levels] != [level.id for level in it.levels]:
        return it
    pairs = zip(it.levels, mine.levels, strict=True)
    return replace(it, levels=tuple(replace(new, means=_text(new.means, old.means)) for new, old in pairs))


def _area(it: Area, mine: Area | None, scale: Scale) -> Area:
    return replace(it, about=_text(it.about, mine.about) if mine else it.about, scale=scale)


def _competency(it: Competency, coming: Framework, there: Framework) -> Competency:
    skills = tuple(_skill(skill, there) for skill in it.skills)
    mine = there.by_id.get(it.id)
    if mine is None:
        return replace(it, skills=skills)
    # Of a single level it makes no difference whether it is the one to reach.
    is_same = coming.target(it) == there.target(mine) or len(coming.by_slug[it.area].scale.levels) == 1
    target = mine.target if is_same else it.target
    return replace(it, skills=skills, statement=_text(it.statement, mine.statement), target=target)


def _skill(it: Skill, there: Framework) -> Skill:
    _, mine = there.skills.get(it.id, (None, None))
    if mine is None:
        return it
    levels = {level: _texts(texts, mine.levels.get(level, ())) for level, texts in it.levels.items()}
    return replace(it, levels=levels, statement=_text(it.statement, mine.statement))


def _texts(new: tuple[str, ...], mine: tuple[str, ...]) -> tuple[str, ...]:
    # What shows nothing, such as a lone “>”, cannot come back.
    seen = mine if len(new) == len(mine) else tuple(it for it in mine if markdown_of(html_of(it)))
    if len(new) != len(seen):
        return new
    typed = tuple(map(_text, new, seen))
    return mine if typed == seen else typed


def _text(new: str, mine: str) -> str:
    """The school's own text where it says the same, or is what would come back of it."""
    if new == mine:
        return mine
    html = html_of(mine)
    return mine if html_of(new) == html or markdown_of(html) == new else new
