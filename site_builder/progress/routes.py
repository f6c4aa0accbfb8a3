"""A pathway on a student's page: what is shown already, on which day and by which works, and what is still to show."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup, escape

from site_builder import addresses
from site_builder.progress.guide import Guide
from site_builder.progress.standing import PathwayStanding, RequirementStanding, Standing
from site_builder.sources.markdown import plain


class Ask(NamedTuple):
    """One requirement: `says` tells by what it is met, or how far it is."""

    title: str
    href: str
    label: Markup
    is_met: bool
    says: Markup
    within: list[Ask]


class Route(NamedTuple):
    """A pathway with its requirements; `earned` is the day of the credit, as text."""

    title: str
    href: str
    credit: str
    earned: str
    asks: list[Ask]


def route(it: PathwayStanding, standing: Standing, guide: Guide) -> Route:
    """A pathway as the page of this student shows it."""
    asks = [_ask(asked, guide) for asked in it.requirements]
    return Route(
        plain(it.pathway.title),
        guide.desk.public(addresses.pathway(it.pathway)),
        plain(it.pathway.credit),
        guide.desk.day(it.earned_on) if it.earned_on else "",
        asks,
    )


def _ask(it: RequirementStanding, guide: Guide) -> Ask:
    if it.within:
        return _choice(it, guide)
    competency = guide.desk.ground.competencies.get(it.requirement.competency)
    if competency is None:
        return Ask(it.requirement.competency, "", Markup(""), it.is_met, Markup(""), [])
    levels = guide.desk.badges(guide.desk.ground.areas[competency.area], competency.target)
    badge = next((level for level in levels if level.id == it.requirement.level), levels[0])
    return Ask(
        plain(competency.title),
        guide.desk.competency(competency.id),
        guide.desk.label(badge),
        it.is_met,
        _says(it, guide.desk.hand.mark(levels[it.position - 1].mark) if it.position else "", guide),
        [],
    )


def _choice(it: RequirementStanding, guide: Guide) -> Ask:
    within = [_ask(inner, guide) for inner in it.within]
    number = it.requirement.any_of
    title = (
        guide.desk.say("All of these")
        if number >= len(within)
        else guide.desk.counted("Any %(num)d of these", "Any %(num)d of these", number)
    )
    return Ask(title, "", Markup(""), it.is_met, escape(guide.desk.day(it.on) if it.is_met and it.on else ""), within)


def _says(it: RequirementStanding, mark: str, guide: Guide) -> Markup:
    desk = guide.desk
    if it.is_met and it.on:
        tasks = list(dict.fromkeys(work.newest.task for work in it.works if work.newest.task))
        if tasks:
            named = desk.listed(map(desk.hand.text, tasks))
            return desk.say("%(day)s, by %(tasks)s", day=desk.day(it.on), tasks=named)
        return escape(desk.day(it.on))
    return desk.say("now at %(level)s", level=mark) if mark else desk.say("open")
