"""Promises between sources: prerequisites, replacements, exemplars and what they show."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from site_builder.model import Competency
from site_builder.outline import CompetencyCard, ExemplarCard, Outline
from site_builder.problems import Problem, Severity, Span, Spot
from site_builder.sources.checks.whole import Whole
from site_builder.sources.digest import digest
from site_builder.sources.names import close_to, spoken

_FINGERPRINT = re.compile("[0-9a-f]{8}")


def prerequisites_exist(whole: Whole) -> Iterator[Problem]:
    """What helps to have first is in the continuum."""
    known = whole.outline.competencies
    for card in known.values():
        for number, before in enumerate(card.prerequisites):
            if before not in known:
                message = f"“{card.title}” builds on {before}, and there is no competency with that id"
                yield Problem(
                    Spot(card.source, ("prerequisites", number)),
                    "prerequisite-missing",
                    message,
                    hint=close_to(before, known),
                )


def prerequisites_have_no_cycle(whole: Whole) -> Iterator[Problem]:
    """Nothing builds on itself, however many steps away."""
    known = whole.outline.competencies
    steps = {id: [it for it in dict.fromkeys(card.prerequisites) if it in known] for id, card in known.items()}
    while circle := _circle(steps):
        before, after = circle[0], circle[1]
        at = Spot(known[after].source, ("prerequisites", known[after].prerequisites.index(before)))
        message = f"these build on one another in a circle: {' → '.join(circle)}"
        yield Problem(at, "prerequisite-cycle", message, hint="take one of the steps out")
        steps[after].remove(before)


def _circle(steps: Mapping[str, list[str]]) -> list[str]:
    """Ids that lead round to the first of them, or nothing."""
    try:
        TopologicalSorter(steps).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def replacements_exist(whole: Whole) -> Iterator[Problem]:
    """What took the place of a retired competency is there."""
    known = whole.outline.competencies
    for card in known.values():
        if card.retired and card.retired.replaced_by and card.retired.replaced_by not in known:
            message = (
                f"“{card.title}” is replaced by {card.retired.replaced_by}, and there is no competency with that id"
            )
            at = Spot(card.source, ("retired", "replaced_by"))
            yield Problem(at, "replacement-missing", message, hint=close_to(card.retired.replaced_by, known))


def exemplars_belong_to_a_competency(whole: Whole) -> Iterator[Problem]:
    """A piece of work shows a competency of its own area."""
    outline = whole.outline
    for work in outline.exemplars.values():
        card = outline.competencies.get(work.competency)
        at = Spot(work.source, ("competency",))
        if card is None:
            message = f"“{work.title}” shows {work.competency}, and there is no competency with that id"
            yield Problem(at, "competency-missing", message, hint=close_to(work.competency, outline.competencies))
        elif card.area != work.area:
            message = f"“{work.title}” lies in exemplars/{work.area}/, and {card.id} belongs to {card.area}"
            yield Problem(at, "exemplar-astray", message, hint=f"move its folder to exemplars/{card.area}/")


def exemplars_are_on_the_scale(whole: Whole) -> Iterator[Problem]:
    """Levels and skills that a piece of work names are those of its competency."""
    for work in whole.outline.exemplars.values():
        card = whole.outline.competencies.get(work.competency)
        if card and card.area == work.area:
            yield from _off_scale(work, card, whole.outline)


def _off_scale(work: ExemplarCard, card: CompetencyCard, outline: Outline) -> Iterator[Problem]:
    levels = [level.id for level in outline.areas[card.area].scale.levels]
    skills = [skill for skill, _ in card.skills]
    named: list[tuple[str, tuple[str | int, ...]]] = [(work.level, ("level",))]
    named += [(level, ("skills", skill)) for skill, level in work.skills]
    named += [(level, ("annotations", number, "level")) for number, (_, level) in enumerate(work.annotated)]
    for level, path in named:
        if level not in levels:
            message = f"“{work.title}” names level “{level}”, which is not on its scale"
            yield Problem(Spot(work.source, path), "level-unknown", message, hint=f"it has {', '.join(levels)}")
    asked: list[tuple[str, tuple[str | int, ...], bool]] = [
        (skill, ("skills", skill), True) for skill, _ in work.skills
    ]
    asked += [(skill, ("annotations", number, "skill"), False) for number, (skill, _) in enumerate(work.annotated)]
    for skill, path, on_key in asked:
        if skill not in skills:
            message = f"“{work.title}” names the skill {skill}, which “{card.title}” does not have"
            yield Problem(Spot(work.source, path, on_key), "skill-unknown", message, hint=close_to(skill, skills))


def wording_is_unchanged(whole: Whole) -> Iterator[Problem]:
    """The descriptors that a piece's notes speak of still say what they said."""
    for work in whole.outline.exemplars.values():
        card = whole.outline.competencies.get(work.competency)
        if not work.wording or not card:
            continue
        now = wording_of(work, whole.competency(card.source))
        if now != work.wording:
            message = f"descriptors that the notes of “{work.title}” speak of have changed since they were written"
            if not _FINGERPRINT.fullmatch(work.wording):
                message = f"“{work.title}” does not say yet which wording its notes speak of"
            hint = f"read the notes again; when they hold, write “wording: {now}”"
            yield Problem(Spot(work.source, ("wording",)), "wording-changed", message, Severity.WARNING, hint)


def wording_of(work: ExemplarCard, competency: Competency) -> str:
    """A fingerprint of the descriptors that a piece of work's notes speak of."""
    said = {skill.id: skill.levels for skill in competency.skills}
    cells = sorted({*work.skills, *work.annotated})
    return digest(*(f"{skill}-{level}={said.get(skill, {}).get(level)}" for skill, level in cells))[:8]


def consent_is_in_force(whole: Whole) -> Iterator[Problem]:
    """No piece of work is shown past the day its permission ends: it is left out, and that is said."""
    for work in whole.ended:
        message = f"“{work.title}” is not published any more: permission to show it ended on {work.consent_until}"
        hint = "ask again and write the new date, or delete its folder"
        yield Problem(Spot(work.source, ("consent", "until")), "consent-ended", message, Severity.WARNING, hint)


def levels_have_an_exemplar(whole: Whole) -> Iterator[Problem]:
    """Each level of an area is shown by a piece of work; of each competency, what is still to be shown is noted."""
    outline = whole.outline
    for slug, area in outline.areas.items():
        cards = outline.in_area.get(slug, ())
        shown = {work.level for work in outline.exemplars.values() if work.area == slug}
        lacking = [level.name for level in area.scale.levels if level.id not in shown]
        hint = f"add one in exemplars/{slug}/"
        if cards and not shown:  # whoever has just brought a framework in knows that there is no work yet
            message = f"“{area.title}” has no piece of work yet"
            yield Problem(Spot(area.source), "exemplar-wanted", message, Severity.NOTE, hint)
            continue
        if cards and lacking:
            message = f"no piece of work in “{area.title}” shows {spoken(lacking, 'or')} yet"
            yield Problem(Spot(area.source), "anchor-missing", message, Severity.WARNING, hint)
        for card in cards:
            yield from _unshown(card, outline)


def competencies_have_a_target(whole: Whole) -> Iterator[Problem]:
    """The scale of an area has a goal, or each of its competencies names its own."""
    for slug, area in whole.outline.areas.items():
        aimless = [card for card in whole.outline.in_area.get(slug, ()) if not card.target]
        if aimless and area.scale.levels and not any(level.is_target for level in area.scale.levels):
            message = f"“{aimless[0].title}” and its scale “{area.scale.id}” name no goal"
            if len(aimless) > 1:
                message = (
                    f"{len(aimless)} competencies of “{area.title}” and their scale “{area.scale.id}” name no goal"
                )
            hint = "mark one level of the scale with “target: true”, or give “target: …” in each competency"
            yield Problem(Spot(area.source, ("scale",)), "target-missing", message, Severity.WARNING, hint)


def _unshown(card: CompetencyCard, outline: Outline) -> Iterator[Problem]:
    shown = {work.level for work in outline.work_for.get(card.id, ())}
    lacking = [level for level in card.levels if level not in shown]
    if lacking and card.is_described:  # without words for a level nobody can tell what shows it
        message = f"“{card.title}” has no piece of work yet at {', '.join(lacking)}"
        yield Problem(
            Span(card.source), "exemplar-wanted", message, Severity.NOTE, "look for one that teachers agree on"
        )


def anchors_are_moderated(whole: Whole) -> Iterator[Problem]:
    """Teachers have agreed on each piece that stands for a level."""
    for work in whole.outline.exemplars.values():
        if not work.is_moderated:
            message = f"“{work.title}” is a draft: teachers have not yet agreed on its level together"
            yield Problem(Spot(work.source, ("moderation",)), "moderation-open", message, Severity.NOTE, "moderate it")
