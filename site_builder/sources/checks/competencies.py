"""Promises of a competency's own file."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import shorten

from site_builder.model import Area, Competency, Evidence, Settings, Skill
from site_builder.problems import Problem, Severity, Spot
from site_builder.sources.checks.words import close_pairs, lookout, unkind
from site_builder.sources.names import spoken
from site_builder.sources.slugs import unfit

# A title that is a whole standard is told by its beginning.
_BRIEF = 60


def levels_are_wanted(competency: Competency, area: Area, settings: Settings) -> Iterator[Problem]:
    """Each skill is described at its levels; where some are not, the first is pointed at, and all are counted."""
    bare = [number for number, skill in enumerate(competency.skills) if not skill.levels]
    if not bare or competency.retired:
        return
    title = f"“{shorten(competency.title, _BRIEF, placeholder='…')}”"
    count = len(competency.skills)
    if _is_its_own_skill(competency, competency.skills[0]):
        message = f"no level of {title} is described yet"
    elif len(bare) == count:
        message = f"{title} has {count} skill{'s' if count > 1 else ''}, and no level is described yet"
    else:
        message = f"no level of {len(bare)} of the {count} skills of {title} is described yet"
    yield Problem(_at(competency, bare[0], "id"), "levels-wanted", message, Severity.WARNING, _begin(competency, area))


def _begin(competency: Competency, area: Area) -> str:
    """Where to start describing: at the goal, where there is one."""
    goal = competency.target or next((it.id for it in area.scale.levels if it.is_target), "")
    return "write what each level looks like under “levels”" + (f", beginning with {goal}, the goal" if goal else "")


def skill_ids_are_unique(competency: Competency, area: Area, settings: Settings) -> Iterator[Problem]:
    """No two skills of a competency share an id, nor has one that of the competency."""
    seen = {competency.id.casefold(): competency.title} if len(competency.skills) > 1 else {}
    for number, skill in enumerate(competency.skills):
        if skill.id.casefold() in seen:
            message = f"“{skill.title}” has the id {skill.id}, as “{seen[skill.id.casefold()]}” has"
            yield Problem(_at(competency, number, "id"), "id-repeated", message, hint="give it an id of its own")
        seen[skill.id.casefold()] = skill.title


def levels_are_on_the_scale(competency: Competency, area: Area, settings: Settings) -> Iterator[Problem]:
    """Each level that is named is one of the area's scale."""
    known = [level.id for level in area.scale.levels]
    for number, skill in enumerate(competency.skills):
        for key, named in (("levels", skill.levels), ("supports", skill.supports), ("not_used", skill.not_used)):
            for level in named:
                if level not in known:
                    path = (
                        _path(competency, number, key) if key == "not_used" else _path(competency, number, key, level)
                    )
                    yield _unknown_level(competency.source, path, level, known, area)
    for path, asked in _asked(competency):
        for level, _ in asked.at:
            if level not in known:
                yield _unknown_level(competency.source, (*path, "at", level), level, known, area)
    if competency.target and competency.target not in known:
        yield _unknown_level(competency.source, ("target",), competency.target, known, area)


def levels_are_complete(competency: Competency, area: Area, settings: Settings) -> Iterator[Problem]:
    """A skill that is described is so at each level, or says which levels it does not use."""
    for number, skill in enumerate(competency.skills):
        lacking = [it.id for it in area.scale.levels if it.id not in skill.levels and it.id not in skill.not_used]
        if lacking and skill.levels:
            has = [it.id for it in area.scale.levels if it.id in skill.levels]
            word = "level" if len(has) == 1 else "levels"
            message = f"“{skill.title}” has {word} {spoken(has) or 'of no kind'} but no {spoken(lacking)}"
            hint = f"describe {spoken(lacking)}, or say “not_used: [{', '.join(lacking)}]” and why in “about”"
            yield Problem(_at(competency, number, "levels", on_key=True), "level-missing", message, hint=hint)


def descriptors_differ(competency: Competency, area: Area, settings: Settings) -> Iterator[Problem]:
    """No two levels of a skill say the same, or almost the same."""
    for number, skill in enumerate(competency.skills):
        levels = list(skill.levels)
        texts = [" ".join(statements) for statements in skill.levels.values()]
        for one, other in close_pairs(texts, settings.languages[0]):
            at = _at(competency, number, "levels", levels[other])
            between = f"at levels {levels[one]} and {levels[other]}"
            if texts[one] == texts[other]:
                yield Problem(
                    at,
                    "descriptor-repeated",
                    f"“{skill.title}” says the same {between}",
                    hint="say what is new at the higher level",
                )
            else:
                message = f"“{skill.title}” says almost the same {between}"
                yield Problem(at, "descriptor-close", message, Severity.WARNING, "let the change stand out")


def descriptors_are_kind(competency: Competency, area: Area, settings: Settings) -> Iterator[Problem]:
    """Descriptors say what a learner does, not what is lacking."""
    texts = (text for skill in competency.skills for statements in skill.levels.values() for text in statements)
    words = lookout(settings, settings.languages[0])
    if not words or not words.may_find(texts):
        return
    for number, skill in enumerate(competency.skills):
        for level, statements in skill.levels.items():
            for place, text in enumerate(statements):
                path = ("levels", level, place) if len(statements) > 1 else ("levels", level)
                yield from unkind(text, _at(competency, number, *path), words)


def standards_have_web_addresses(competency: Competency, area: Area, settings: Settings) -> Iterator[Problem]:
    """The address of a standard is one that a browser opens."""
    for number, standard in enumerate(competency.standards):
        if standard.uri and not standard.uri.startswith(("https://", "http://")):
            message = f"“{standard.uri}” is not a web address"
            yield Problem(
                Spot(competency.source, ("standards", number, "uri")),
                "link-unsafe",
                message,
                hint="write it with https:// at its start, or leave it out",
            )


def former_names_are_addresses(competency: Competency, area: Area, settings: Settings) -> Iterator[Problem]:
    """A former name is one that the file could have had, in this area or in another."""
    for number, old in enumerate(competency.was):
        names = old.strip("/").split("/")
        no = unfit(names[-1]) or unfit(names[0])
        if no or len(names) > 2:
            message = no[0] if no else f"“{old}” has more parts than an area and a name"
            hint = "write the file's old name without its ending, as in old-name or old-area/old-name"
            yield Problem(Spot(competency.source, ("was", number)), "former-name", message, hint=hint)


def _asked(competency: Competency) -> Iterator[tuple[tuple[str | int, ...], Evidence]]:
    """What is asked for, with its place in the file; what a competency without skills asks for stands there once."""
    if competency.evidence:
        yield ("evidence",), competency.evidence
    for number, skill in enumerate(competency.skills):
        if skill.evidence and not _is_its_own_skill(competency, skill):
            yield ("skills", number, "evidence"), skill.evidence


def _is_its_own_skill(competency: Competency, skill: Skill) -> bool:
    return len(competency.skills) == 1 and skill.id == competency.id


def _path(competency: Competency, number: int, *rest: str | int) -> tuple[str | int, ...]:
    """Where a skill's value stands in the file; a competency without skills carries its levels itself."""
    return rest if _is_its_own_skill(competency, competency.skills[number]) else ("skills", number, *rest)


def _at(competency: Competency, number: int, *rest: str | int, on_key: bool = False) -> Spot:
    return Spot(competency.source, _path(competency, number, *rest), on_key)


def _unknown_level(file: str, path: tuple[str | int, ...], level: str, known: list[str], area: Area) -> Problem:
    message = f"there is no level “{level}” on the scale “{area.scale.id}” of “{area.title}”"
    return Problem(Spot(file, path, on_key=True), "level-unknown", message, hint=f"it has {spoken(known)}")
