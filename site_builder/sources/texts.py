"""The texts of a thing that families read, each with its place: what can be said in another language.

A place is the way to a text through its source, as in skills/LIT.ARG.1/levels/3: things with an id or a file stand
under that, others under their number, counted from 1. A statement that stands alone at its level has no number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, TypeAlias, TypeVar

from site_builder.model import (
    MATCHES,
    Annotation,
    Area,
    Competency,
    Exemplar,
    Glossary,
    Level,
    Medium,
    Moderation,
    Page,
    Pathway,
    Scale,
    School,
    Settings,
    Skill,
    Standard,
    Term,
)
from site_builder.sources.yaml import Value

T = TypeVar("T")
Say: TypeAlias = Callable[[str, str], str]

# Of each noun, the fields that hold texts or things with texts, and what a source calls them; "" adds no step.
_READ: Mapping[type, Mapping[str, str]] = MappingProxyType(
    {
        Settings: {it: it for it in ("title", "description", "scales", "school")},
        School: {it: it for it in ("name", "place", "ask", "lost")},
        Scale: {"levels": ""},
        Level: {it: it for it in ("name", "means")},
        Area: {it: it for it in ("title", "about")},
        Competency: {it: it for it in ("title", "statement", "why", "about", "skills", "standards")},
        Standard: {"match": "match"},
        Skill: {it: it for it in ("title", "statement", "levels", "supports", "at_home")},
        Exemplar: {
            **{it: it for it in ("title", "summary", "task", "support", "time", "writer", "why", "not_yet_next")},
            **{it: it for it in ("moderation", "annotations", "media", "body")},
            "licence": "work/licence",
        },
        Moderation: {"note": "note"},
        Annotation: {it: it for it in ("quote", "note")},
        Medium: {it: it for it in ("title", "alt", "words", "transcript")},
        Pathway: {it: it for it in ("title", "about", "credit")},
        Page: {it: it for it in ("title", "description", "body")},
        Glossary: {"terms": "terms"},
        Term: {it: it for it in ("term", "means")},
    }
)


def texts_of(thing: object) -> dict[str, str]:
    """Every text of a thing that can be translated, by its place, in the order in which people read it."""
    found: dict[str, str] = {}

    def noted(place: str, text: str) -> str:
        found[place] = text
        return text

    retold(thing, noted)
    return found


def retold(thing: T, say: Say) -> T:
    """The thing with what `say` gives for each of its texts, asked with the text's place; empty texts stay empty."""
    told: T = _retold(thing, "", say)
    return told


def shape_of(thing: object) -> dict[str, Value]:
    """What a translation of a thing may hold, laid out as in a source, with the place of each text in its stead."""
    shape = _shaped(retold(thing, lambda place, _: place))
    assert isinstance(shape, dict)
    return shape


def nouns() -> tuple[type, ...]:
    """Every kind of thing that has texts."""
    return tuple(_READ)


def names_in_source(noun: type) -> frozenset[str]:
    """What a source calls the texts of a noun, and the things in it that have texts."""
    return frozenset(key.partition("/")[0] for key in _READ[noun].values())


def _retold(value: Any, place: str, say: Say) -> Any:
    if isinstance(value, str):
        return say(place, value) if value.strip() else value
    if isinstance(value, tuple):
        if len(value) == 1 and isinstance(value[0], str):  # the words of a level, of which there are most
            return (say(place, value[0]),) if value[0].strip() else value
        return tuple(_retold(it, _step(place, key), say) for key, it in zip(_keys(value), value, strict=True))
    if isinstance(value, Mapping):
        return {key: _retold(it, _step(place, key), say) for key, it in value.items()}
    if _is_one_of_ours(value):
        return value
    told = {name: _field(value, name, _step(place, key), place, say) for name, key in _READ[type(value)].items()}
    return replace(value, **told)


def _field(value: Any, name: str, there: str, place: str, say: Say) -> Any:
    inner = getattr(value, name)
    if name == "skills" and _is_its_own_skill(value):
        return (_retold(inner[0], place, say),)
    return _retold(inner, there, say)


def _is_one_of_ours(value: object) -> bool:
    """Whether how close a standard is has been said in a word that pages know in every language."""
    return isinstance(value, Standard) and value.match.lower() in MATCHES


def _is_its_own_skill(it: Competency) -> bool:
    """Whether its levels stand in the source without any skill around them."""
    return len(it.skills) == 1 and it.skills[0].id == it.id


def _shaped(value: Any) -> Value:
    """A thing as plain data; None where nothing is said. Members of a list keep their names, and so their number."""
    if isinstance(value, str):
        return value if value.strip() else None
    if isinstance(value, tuple):
        return [_member(it) for it in value] if len(value) != 1 or not isinstance(value[0], str) else value[0]
    if isinstance(value, Mapping):
        return _said((key, _shaped(it)) for key, it in value.items())
    if "" in _READ[type(value)].values():
        return _shaped(value.levels)
    return {} if _is_one_of_ours(value) else _said(_fields(value))


def _member(value: Any) -> Value:
    name = next((it for it in ("id", "file") if hasattr(value, it)), "")
    inner = _shaped(value)
    return {name: getattr(value, name), **inner} if name and isinstance(inner, dict) else inner


def _fields(value: Any) -> Iterator[tuple[str, Value]]:
    for name, key in _READ[type(value)].items():
        inner = getattr(value, name)
        if name == "skills" and _is_its_own_skill(value):
            yield from _fields(inner[0])
        elif key:
            first, _, rest = key.partition("/")
            yield first, _said([(rest, _shaped(inner))]) if rest else _shaped(inner)


def _said(pairs: Iterable[tuple[str, Value]]) -> dict[str, Value]:
    return {key: it for key, it in pairs if it}


def _step(place: str, key: str) -> str:
    return f"{place}/{key}" if place and key else place or key


def _keys(values: tuple[Any, ...]) -> list[str]:
    """What the members of a list are called: by id, by file, or by number; one statement alone by nothing."""
    if len(values) == 1 and isinstance(values[0], str):
        return [""]
    return [str(getattr(it, "id", "") or getattr(it, "file", "") or number) for number, it in enumerate(values, 1)]
