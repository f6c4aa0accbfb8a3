"""What a translator is told of each text: what kind of text it is, and whose."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from site_builder.exchange.translations.school_texts import SchoolTexts, Spoken
from site_builder.model import Area, Competency, Exemplar, Glossary, Page, Pathway, Scale, Settings
from site_builder.sources.languages import name_in

_MARKDOWN = "Markdown: keep its signs, and the addresses of links"
_PLAIN = "no Markdown"
_LONGEST = 50
_OWN_WORDS = re.compile(r"body|annotations/\d+/quote")
# Of each kind of thing, what a place in it is; a word in braces stands for what the thing or its place is called.
_NOTES: Mapping[type, Mapping[str, str]] = MappingProxyType(
    {
        Settings: {
            r"title": "Title of the continuum, on every page",
            r"description": "The continuum in one sentence, on the home page and in search engines",
            r"scales/(?P<scale>.+)/(?P<level>.+)/name": "Name of level {position} of {count}, first to furthest",
            r"scales/(?P<scale>.+)/(?P<level>.+)/means": "What the level {level} means, in the words of a student",
            r"school/name": f"Name of the school, on private pages and letters; {_PLAIN}",
            r"school/place": f"Address of the school, in the head of letters; {_PLAIN}",
            r"school/ask": f"Whom families may ask, and how, on private pages and letters; {_PLAIN}",
            r"school/lost": f"What to do when a letter is lost; {_PLAIN}",
        },
        Area: {
            r"title": "Title of an area of learning",
            r"about": f"About the area {{title}}; {_MARKDOWN}",
        },
        Competency: {
            r"title": "Title of a competency, in the area {area}",
            r"statement": "The competency {title} in one sentence, which a learner says",
            r"why": f"What the competency {{title}} is good for; {_MARKDOWN}",
            r"about": f"More about the competency {{title}}; {_MARKDOWN}",
            r"skills/(?P<skill>.+)/title": "Title of a skill of the competency {title}",
            r"skills/(?P<skill>.+)/statement": "The skill {skill} in one sentence; competency {title}",
            r"(skills/(?P<skill>.+)/)?levels/(?P<level>[^/]+)(/\d+)?": (
                "What a learner can do at the level {level}; {of}competency {title}"
            ),
            r"(skills/(?P<skill>.+)/)?supports/(?P<level>[^/]+)(/\d+)?": (
                "What helps to reach the level {level}; {of}competency {title}"
            ),
            r"standards/\d+/match": "How much of a standard the competency {title} covers, and what it adds",
            r"(skills/(?P<skill>.+)/)?at_home": "What a family can ask or do at home; {of}competency {title}",
        },
        Exemplar: {
            r"title": "Title of a piece of student work, in the area {area}",
            r"summary": "The student work {title} in one sentence",
            r"task": "What was asked for; student work {title}",
            r"support": "Which help the writer had; student work {title}",
            r"time": "How long it took; student work {title}",
            r"writer": "Who made it, without a name; student work {title}",
            r"why": "Why the work shows its level; student work {title}",
            r"not_yet_next": "What the next level would ask for; student work {title}",
            r"moderation/note": "How teachers agreed on the level; student work {title}",
            r"annotations/\d+/quote": (
                "Words of the student work {title}: letter by letter as they stand in the translated work"
            ),
            r"annotations/\d+/note": "A teacher’s note on a place of the student work {title}",
            r"media/(?P<file>.+)/title": "Name of the picture or recording {file}; student work {title}",
            r"media/(?P<file>.+)/alt": "What the picture {file} shows, for those who cannot see; student work {title}",
            r"media/(?P<file>.+)/words": "The words that stand in the picture {file}; student work {title}",
            r"media/(?P<file>.+)/transcript": "Every word that the recording {file} says; student work {title}",
            r"body": f"The student work {{title}} itself, in the voice of its writer; {_MARKDOWN}",
            r"work/licence": "How the work may be used; student work {title}",
        },
        Glossary: {
            r"terms/(?P<term>.+)/term": (
                "A word of the glossary as readers look it up; its other forms go into the file itself, under “also”"
            ),
            r"terms/(?P<term>.+)/means": f"What the word {{term}} means here; {_MARKDOWN}",
        },
        Pathway: {
            r"title": "Title of a pathway through the continuum",
            r"about": f"About the pathway {{title}}; {_MARKDOWN}",
            r"credit": "What the pathway {title} gives",
        },
        Page: {
            r"title": "Title of a page",
            r"description": "The page {title} in one sentence, for lists of pages and search engines",
            r"body": f"The page {{title}}; {_MARKDOWN}",
        },
    }
)


def note_of(thing: Spoken, place: str, school: SchoolTexts) -> str:
    """What a translator is told of the text at a place of a thing; in English, with the names that the sources use."""
    for pattern, words in _NOTES[type(thing)].items():
        if found := re.fullmatch(pattern, place):
            return words.format(**_names(thing, found.groupdict(), school)) + _tongue(thing, place)
    raise KeyError(place)


def _names(thing: Spoken, ids: Mapping[str, str | None], school: SchoolTexts) -> dict[str, str]:
    """What the words in braces stand for."""
    scale = _scale(thing, ids.get("scale"), school)
    position = next((it.position for it in scale.levels if it.id == ids.get("level")), 0) if scale else 0
    skills = {it.id: it.title for it in thing.skills} if isinstance(thing, Competency) else {}
    terms = {it.id: it.term for it in thing.terms} if isinstance(thing, Glossary) else {}
    skill = _quoted(skills.get(ids.get("skill") or "", ""))
    area = school.areas.get(thing.area) if isinstance(thing, Competency | Exemplar) else None
    return {
        "title": "" if isinstance(thing, Glossary) else _quoted(thing.title),
        "term": _quoted(terms.get(ids.get("term") or "", "")),
        "area": _quoted(area.title) if area else "",
        "skill": skill,
        "of": f"skill {skill}; " if ids.get("skill") else "",
        "file": ids.get("file") or "",
        "level": _level(ids.get("level") or "", scale),
        "position": str(position),
        "count": str(len(scale.levels)) if scale else "",
    }


def _tongue(thing: Spoken, place: str) -> str:
    """Which language a student's own words are in, where it is said."""
    if not isinstance(thing, Exemplar) or not thing.language or not _OWN_WORDS.fullmatch(place):
        return ""
    return f"; in {name_in(thing.language, 'en')}"


def _scale(thing: Spoken, id: str | None, school: SchoolTexts) -> Scale | None:
    if isinstance(thing, Competency) and thing.area in school.areas:
        return school.areas[thing.area].scale
    return school.settings.scales.get(id or "")


def _level(id: str, scale: Scale | None) -> str:
    """A level as pages call it, and its place among the others."""
    name = next((it.name for it in scale.levels if it.id == id), "") if scale else ""
    return f"{id}, {_quoted(name)}" if name else id


def _quoted(name: str) -> str:
    return f"“{_short(name)}”"


def _short(name: str) -> str:
    """A name on one line, which leaves room for the rest of the note."""
    words = " ".join(name.split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
