"""Competencies as achievements of Open Badges 3.0: what somebody could be recognised for, and never that anybody was.

The addresses of results and levels are UUIDs made of ids alone, so that a record can name them wherever the site is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from site_builder import addresses
from site_builder.exchange.data.api_competency import target_of
from site_builder.exchange.data.json_text import json_file
from site_builder.exchange.data.places import absolute, achievement_file, card_identifier, is_on_the_web, publisher
from site_builder.exchange.data.plain_words import plain_words
from site_builder.exchange.data.publication import Portion, Publication, View
from site_builder.exchange.data.sentences import sentences
from site_builder.identifiers import competency_identifier, framework_identifier, identifier
from site_builder.model import Area, Competency, Level, Skill, Standard
from site_builder.outline import CompetencyCard, Outline

Json: TypeAlias = dict[str, Any]
CONTEXTS = (
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
)
_LANGUAGE = re.compile(r"[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")


def achievement(it: Competency, outline: Outline, site_url: str = "") -> Json:
    """A competency at the level to reach, with the levels of each skill; without a context of its own."""
    settings = outline.settings
    framework = framework_identifier(settings)
    uuid = competency_identifier(framework, it)
    card, area = outline.competencies[it.id], outline.areas[it.area]
    said: Json = {
        "id": absolute(site_url, achievement_file(uuid)) if site_url else f"urn:uuid:{uuid}",
        "type": ["Achievement"],
        "achievementType": "Competency",
        "name": plain_words(it.title),
        "description": plain_words(it.statement),
        "humanCode": it.id,
        "otherIdentifier": [{"type": "IdentifierEntry", "identifier": uuid, "identifierType": "identifier"}],
        "fieldOfStudy": plain_words(area.title),
        "criteria": _criteria(it, card, outline, site_url),
        "alignment": [_alignment(one) for one in it.standards if is_on_the_web(one.uri)],
        "resultDescription": [_result(skill, framework, area, target_of(card, area)) for skill in it.skills],
    }
    language = outline.spoken
    if _LANGUAGE.fullmatch(language):
        said["inLanguage"] = language
    if site_url:
        said["creator"] = {"id": site_url, "type": ["Profile"], "name": publisher(settings), "url": site_url}
    return said | ({"version": plain_words(settings.version)} if settings.version else {})


def result_address(framework: str, skill: Skill) -> str:
    """The URI of the result that somebody can have in a skill."""
    return f"urn:uuid:{identifier(framework, 'result', skill.id)}"


def level_address(framework: str, skill: Skill, level: Level) -> str:
    """The URI of a level of a skill."""
    return f"urn:uuid:{identifier(framework, 'result-level', skill.id, level.id)}"


def _criteria(it: Competency, card: CompetencyCard, outline: Outline, site_url: str) -> Json:
    page = {"id": absolute(site_url, addresses.competency(card))} if site_url else {}
    return page | {"narrative": "\n\n".join(_narrative(it, card, outline))}


def _narrative(it: Competency, card: CompetencyCard, outline: Outline) -> Iterator[str]:
    """What is asked for, in Markdown: the level to reach, its descriptors, and how a level is decided."""
    say = sentences(outline.spoken)
    area = outline.areas[card.area]
    target = next((level for level in area.scale.levels if level.id == target_of(card, area)), None)
    if target:
        yield say.aimed_at(f"**{target.name}**")
        described = [line for skill in it.skills for line in _lines(skill, target, it)]
        yield "\n".join(described) or say.undescribed()
    yield say.judged(outline.settings)


def _lines(skill: Skill, level: Level, owner: Competency) -> Iterator[str]:
    title = f"**{plain_words(skill.title)}:** " if skill.id != owner.id else ""
    yield from (f"- {title}{plain_words(text)}" for text in skill.levels.get(level.id, ()))


def _alignment(it: Standard) -> Json:
    said = {
        "type": ["Alignment"],
        "targetName": f"{plain_words(it.framework)} {it.code}",
        "targetCode": it.code,
        "targetFramework": plain_words(it.framework),
        "targetUrl": it.uri,
    }
    return said | ({"targetType": "CFItem"} if "/CFItems/" in it.uri else {})


def _result(it: Skill, framework: str, area: Area, target: str) -> Json:
    used = [level for level in area.scale.levels if it.uses(level.id)]
    said: Json = {
        "id": result_address(framework, it),
        "type": ["ResultDescription"],
        "name": plain_words(it.title),
        "resultType": "RubricCriterionLevel",
        "rubricCriterionLevel": [_level(level, it, framework) for level in used],
    }
    required = next((level for level in used if level.id == target), None)
    return said | ({"requiredLevel": level_address(framework, it, required)} if required else {})


def _level(it: Level, skill: Skill, framework: str) -> Json:
    said = {
        "id": level_address(framework, skill, it),
        "type": ["RubricCriterionLevel"],
        "name": plain_words(it.name),
        "level": it.id,
    }
    texts = skill.levels.get(it.id, ())
    return said | ({"description": "\n".join(map(plain_words, texts))} if texts else {})


def _files_of(card: CompetencyCard, view: View) -> tuple[str, ...]:
    framework = framework_identifier(view.outline.settings)
    return (achievement_file(card_identifier(framework, card)),)


def _portion(it: Competency, view: View) -> Portion:
    """One file, which says for itself what it is and is not."""
    outline = view.outline
    said = achievement(it, outline, view.site_url)
    note = sentences(outline.settings.languages[0]).no_credential()
    whole = {"@context": list(CONTEXTS), **said, "description": f"{said['description']}\n\n{note}"}
    uuid = competency_identifier(framework_identifier(outline.settings), it)
    return Portion({achievement_file(uuid): json_file(whole)}, b"")


def _no_files(view: View) -> tuple[str, ...]:
    return ()


def _nothing(view: View, fragments: Iterable[bytes]) -> Mapping[str, bytes]:
    return {}


OPENBADGES = Publication("openbadges", _files_of, _portion, _no_files, _nothing)
