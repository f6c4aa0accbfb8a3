"""A student's private page: the family summary first, then everything it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup

from site_builder import addresses
from site_builder.evidence.student import Student
from site_builder.progress.entries import entries
from site_builder.progress.frame import Axis, axis
from site_builder.progress.guide import Guide
from site_builder.progress.ready import is_for_a_fresh_look, is_near, nearest_first
from site_builder.progress.routes import Route, route
from site_builder.progress.standing import CompetencyStanding, SkillStanding, Standing, State
from site_builder.progress.summary import Line, by_area, lines, spread
from site_builder.progress.timeline import frames, timeline
from site_builder.progress.voice import Voice
from site_builder.sources.languages import nearest
from site_builder.sources.markdown import plain

# So many competencies that are nearly there stand in the summary; what else is open stands in a list below.
_NEAREST = 3


class Part(NamedTuple):
    """An area with its competencies, each in a fold."""

    title: str
    folds: Markup


class Ready(NamedTuple):
    """A competency that can be demonstrated now."""

    title: str
    href: str


def student_page(standing: Standing, student: Student, voice: Voice | None, guide: Guide, *, is_sealed: bool) -> str:
    """The whole page as HTML, without the document around it."""
    days = [step.on for it in standing.competencies for skill in it.skills for step in skill.steps]
    over = axis(days, standing.as_of, is_to_left=guide.desk.hand.is_to_left)
    parts = by_area(standing, guide)
    ready = nearest_first(standing.competencies)
    near = [it for it in ready if is_near(it)][:_NEAREST]
    summary = lines(standing, guide)
    return guide.desk.render(
        "page",
        student=student,
        standing=standing,
        settings=guide.desk.ground.settings,
        voice=voice,
        tongue=_tongue(voice, guide),
        resolve=lambda target: None,
        lines=summary,
        goals=_goals(summary, guide),
        ready=[_ready(it, guide) for it in near],
        more_ready=[_ready(it, guide) for it in ready if it not in near],
        fresh=guide.desk.listed(plain(it.competency.title) for it in standing.competencies if is_for_a_fresh_look(it)),
        parts=[_part(area.title, found, guide, over) for area, found in parts if not area.scale.is_habit],
        habits=[_part(area.title, found, guide, over) for area, found in parts if area.scale.is_habit],
        routes=list(_routes(standing, guide)),
        has_goal=any(it.target for it in standing.competencies),
        rule_href=guide.desk.public(f"{addresses.LEVELS}#rule"),
        words_href=guide.desk.public(addresses.GLOSSARY) if guide.desk.outline.glossary else "",
        frames=frames(guide.frames(), over, guide.desk),
        is_sealed=is_sealed,
    )


def _tongue(voice: Voice | None, guide: Guide) -> str:
    """The language of the student's own words, where it is not that of the page; the school's own if nobody said."""
    said = (voice.language if voice else "") or guide.desk.own
    return "" if nearest(said, [guide.desk.language]) else said


def _part(title: str, found: Iterable[CompetencyStanding], guide: Guide, over: Axis) -> Part:
    folds = "".join([_fold(it, guide, over) for it in found])
    return Part(plain(title), Markup(folds))  # noqa: S704  safe, each of them


def _fold(it: CompetencyStanding, guide: Guide, over: Axis) -> str:
    """A competency with its skills and all its evidence, as safe HTML."""
    return guide.fold(
        it.competency,
        spread(it.skills, guide),
        _says_of_competency(it, guide),
        "".join([_skill(skill, guide, over) for skill in it.skills]),
        "".join(map(guide.listing.drawn, entries(it, guide))),
    )


def _skill(it: SkillStanding, guide: Guide, over: Axis) -> str:
    if it.state is State.NONE and not it.steps:
        return guide.unseen(it)
    drawing = timeline(it, guide.skills[it.skill.id].frame, over, guide.desk)
    says = _says(it, guide)
    if it.is_shown_in_practice:
        says = guide.desk.say("%(standing)s; practice shows more already", standing=says)
    return guide.row(it, says, _reason(it, guide), drawing)


def _says(it: SkillStanding, guide: Guide) -> Markup:
    """One line on where a skill stands."""
    desk = guide.desk
    if it.state is State.NONE:
        return desk.say("nobody has looked so far")
    last = desk.recently(it.last) if it.last else ""
    if it.state is State.EARLY:
        return desk.counted(
            "early evidence, %(num)d piece, %(day)s", "early evidence, %(num)d pieces, %(day)s", it.pieces, day=last
        )
    if it.is_for_a_fresh_look:
        return desk.say("ready for a fresh look, last piece %(day)s", day=last)
    if not it.target:
        return desk.say("last piece %(day)s", day=last)
    if it.state is State.NOT_YET:
        return desk.say("not yet at our goal, last piece %(day)s", day=last)
    since = desk.recently(it.since) if it.since else last
    if it.state is State.BEYOND:
        return desk.say("beyond our goal, since %(day)s", day=since)
    return desk.say("at our goal since %(day)s", day=since)


def _reason(it: SkillStanding, guide: Guide) -> str:
    """A teacher's recorded judgement, with who decided and why."""
    if it.decision is None:
        return ""
    day, hand = guide.desk.recently(it.decision.on), guide.desk.hand
    who, why = hand.name(it.decision.assessor), hand.text(it.decision.comment)
    if not why:
        return guide.desk.say("%(who)s decided on %(day)s.", who=who, day=day) if who else ""
    if not who:
        return guide.desk.say("Decided on %(day)s: %(why)s", day=day, why=why)
    return guide.desk.say("%(who)s decided on %(day)s: %(why)s", who=who, day=day, why=why)


def _says_of_competency(it: CompetencyStanding, guide: Guide) -> Markup | str:
    desk = guide.desk
    lacking = [id for id in it.lacking if id in desk.ground.competencies]
    if it.state is State.AT and it.since and it.target:
        return desk.say("At our goal since %(day)s.", day=desk.recently(it.since))
    if it.state is State.BEYOND and it.since:
        return desk.say("Beyond our goal, since %(day)s.", day=desk.recently(it.since))
    if it.is_ready:
        return desk.say("Nothing has to come first: this can be shown whenever there is work for it.")
    if lacking:
        return desk.say("It helps to have first: %(titles)s.", titles=desk.listed(map(desk.title, lacking)))
    return ""


def _ready(it: CompetencyStanding, guide: Guide) -> Ready:
    return Ready(plain(it.competency.title), guide.desk.competency(it.competency.id))


def _goals(summary: Sequence[Line], guide: Guide) -> list[Markup]:
    """The level that is the goal, once for each way in which academic areas of this page show it."""
    areas = [area for area in guide.desk.ground.areas.values() if not area.scale.is_habit]
    shown = {
        f'<i class="{badge.css}">{badge.mark}</i>': None
        for area in areas
        for badge in guide.desk.badges(area)
        if badge.is_target
    }
    return [Markup(f'<span class="spread">{stone}</span>') for stone in shown] if summary else []  # noqa: S704


def _routes(standing: Standing, guide: Guide) -> Iterator[Route]:
    for it in standing.pathways:
        yield route(it, standing, guide)
