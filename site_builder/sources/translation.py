"""A translation of a source: a file beside it with the same shape and the translated texts only.

argue.es.yml says in Spanish what argue.yml says; of a Markdown source the translation may be Markdown as well.
`made_from` in it is kept by “continuum translate”: what each text said, as a digest, when it was translated.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import Any, TypeVar

from site_builder.model import Annotation, Exemplar, SourceText
from site_builder.problems import Problem, Severity, Spot
from site_builder.sources.digest import digest
from site_builder.sources.texts import retold, texts_of

T = TypeVar("T")
MADE_FROM = "made_from"
# What tells members of a list apart is the source's to say.
_NAMES = frozenset({"id", "file"})


@dataclass(frozen=True, slots=True)
class Translation:
    """What a source says in another language, by the places of its texts.

    `spots` say where in the file each text stands; `made_from` has the fingerprints that the file keeps. `stale` are the
    places whose source has changed since, `unmarked` those of which nobody has written down what they were made from,
    `lacking` those that nobody has translated.
    """

    language: str
    source_language: str
    file: str
    texts: Mapping[str, str]
    digest: str
    spots: Mapping[str, Spot] = field(default_factory=dict)
    stale: tuple[str, ...] = ()
    unmarked: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    made_from: Mapping[str, str] = field(default_factory=dict)


def fingerprint(text: str) -> str:
    """What `made_from` says of a text: eight letters that change with its words, and not with its spaces."""
    return digest(" ".join(text.split()))[:8]


def read_translation(
    thing: object, languages: tuple[str, str], file: str, value: object, body: str
) -> tuple[Translation, list[Problem]]:
    """What a translation says, as far as its source has such texts, and what does not fit.

    `languages` are that of the source and that of the translation; `value` is the YAML in the file, and `body` its
    Markdown.
    """
    source = texts_of(thing)
    said = dict(value) if isinstance(value, Mapping) else {}
    made_from = said.pop(MADE_FROM, None)
    found = {place: (path, text) for place, path, text in _flat(said, "", ())}
    if body.strip():
        found["body" if "body" in source else "about"] = ((), body)
    problems = [] if isinstance(value, Mapping) or value is None else [_not_named(file)]
    problems += [_surplus(file, place, path, source) for place, (path, _) in found.items() if place not in source]
    texts = {place: text for place in source if (text := found.get(place, ((), ""))[1])}
    kept = made_from.items() if isinstance(made_from, Mapping) else ()
    made = {place: it for place, it in kept if isinstance(it, str)}
    stale = tuple(it for it in texts if it in made and made[it] != fingerprint(source[it]))
    translation = Translation(
        languages[1],
        languages[0],
        file,
        texts,
        digest(*languages, *(f"{place}\n{text}" for place, text in texts.items())),
        {place: Spot(file, path) for place, (path, _) in found.items()},
        stale,
        tuple(it for it in texts if it not in made),
        tuple(it for it in source if it not in texts),
        made,
    )
    return translation, problems + [_is_stale(translation, place) for place in stale]


def in_language(thing: T, translation: Translation) -> T:
    """The thing as the translation says it; what it does not say stays in the source's words, which know that."""
    texts = translation.texts
    told = retold(thing, lambda place, text: texts.get(place) or SourceText(text, translation.source_language))
    if isinstance(told, Exemplar) and isinstance(thing, Exemplar):
        is_translated = "body" in texts
        beside = zip(told.annotations, thing.annotations, strict=True)
        notes = tuple(_quoting(note, was, is_translated) for note, was in beside)
        return replace(told, annotations=notes, language="" if is_translated else thing.language)
    return told


def _quoting(note: Annotation, was: Annotation, is_translated: bool) -> Annotation:
    """A quote is found in the work as the page shows it: in its translation where there is one."""
    return replace(note, occurrence=0) if is_translated else replace(note, quote=was.quote)


def _flat(value: Any, place: str, path: tuple[str | int, ...]) -> Iterator[tuple[str, tuple[str | int, ...], str]]:
    """Every text in plain data: its place, its path in the file, and itself."""
    if isinstance(value, str):
        yield place, path, value.strip()
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            if key not in _NAMES:
                yield from _flat(inner, f"{place}/{key}" if place else key, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            name = _name(inner, number, len(value))
            yield from _flat(inner, f"{place}/{name}" if name else place, (*path, number))


def _name(inner: Any, number: int, count: int) -> str:
    if isinstance(inner, str) and count == 1:
        return ""
    named = next((inner[it] for it in _NAMES if it in inner), None) if isinstance(inner, Mapping) else None
    return named if isinstance(named, str) else str(number + 1)


def _not_named(file: str) -> Problem:
    hint = "it has the shape of its source, with the translated texts alone"
    return Problem(Spot(file), "shape", "named values are expected in this translation", Severity.WARNING, hint)


def _surplus(file: str, place: str, path: tuple[str | int, ...], source: Mapping[str, str]) -> Problem:
    close = get_close_matches(place, source, n=1, cutoff=0.5)
    hint = f"did you mean “{close[0]}”?" if close else "take it out, or look up what it is called in the source"
    message = f"the source has no text “{place}” that could be translated"
    return Problem(Spot(file, path, on_key=bool(path)), "translation-surplus", message, Severity.WARNING, hint)


def _is_stale(it: Translation, place: str) -> Problem:
    message = f"“{place}” was translated from other words than its source says now"
    hint = "look at it again, and then run “continuum translate mark”"
    return Problem(it.spots[place], "translation-stale", message, Severity.WARNING, hint)
