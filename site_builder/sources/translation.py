"""A translation of a source: a file beside it with the same shape and the translated texts only.

argue.es.yml says in Spanish what argue.yml says; of a Markdown source the translation may be Markdown as well.
`made_from` in it is kept by “continuum translate”: what each text said, as a digest, when it was translated.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import Any, TypeVar, cast

from site_builder.model import Exemplar, Glossary, Page, SourceText
from site_builder.problems import Problem, Severity, Span, Spot
from site_builder.sources.digest import digest
from site_builder.sources.markdown import anchors_in
from site_builder.sources.texts import retold, texts_of

T = TypeVar("T")
_FORM = re.compile(r"terms/(?P<id>[^/]+)/also(?:/[0-9]+)?")
MADE_FROM = "made_from"
# What tells members of a list apart is the source's to say.
NAMES = frozenset({"id", "file"})


@dataclass(frozen=True, slots=True)
class Translation:
    """What a source says in another language, by the places of its texts.

    `spots` say where in the file each text stands, and `body_line` where the text below its head begins. `made_from`
    has the fingerprints that the file keeps. `stale` are the places whose source has changed since, `unmarked` those of
    which nobody has written down what they were made from, `lacking` those that nobody has translated. `forms` are the
    other forms of a glossary's terms, by their ids.
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
    body_line: int = 1
    forms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def at(self, place: str, line: int = 1) -> Span | Spot:
        """Where a text stands; of the text below a head, where its lines do."""
        spot = self.spots[place]
        return spot if spot.path else Span(self.file, self.body_line + line - 1)


def fingerprint(text: str) -> str:
    """What `made_from` says of a text: eight letters that change with its words, and not with its spaces."""
    return digest(" ".join(text.split()))[:8]


def read_translation(
    thing: object,
    languages: tuple[str, str],
    file: str,
    value: object,
    body: str,
    *,
    body_line: int = 1,
    source: Mapping[str, str] | None = None,
) -> tuple[Translation, list[Problem]]:
    """What a translation says, as far as its source has such texts, and what does not fit.

    `languages` are that of the source and that of the translation; `value` is the YAML in the file, and `body` its
    Markdown. `source` are the texts of the thing, where they are known.
    """
    source = texts_of(thing) if source is None else source
    said = dict(value) if isinstance(value, Mapping) else {}
    made_from = said.pop(MADE_FROM, None)
    found = {place: (path, text) for place, path, text in _flat(said, "", ())}
    forms = _forms(thing, found)
    if body.strip():
        found["body" if "body" in source else "about"] = ((), body)
    problems = [] if isinstance(value, Mapping) or value is None else [_not_named(file)]
    problems += [_surplus(file, place, path, source) for place, (path, _) in found.items() if place not in source]
    texts = {place: text for place in source if (text := found.get(place, ((), ""))[1])}
    kept = made_from.items() if isinstance(made_from, Mapping) else ()
    spoken = _spoken(thing, languages[1])
    made = {place: it for place, it in kept if isinstance(it, str)}
    stale = tuple(it for it in texts if it in made and made[it] != fingerprint(source[it]))
    translation = Translation(
        languages[1],
        languages[0],
        file,
        texts,
        digest(*languages, *(f"{place}\n{text}" for place, text in texts.items()), *map(repr, forms.items())),
        {place: Spot(file, path) for place, (path, _) in found.items()},
        stale,
        tuple(it for it in texts if it not in made),
        tuple(it for it in source if it not in texts and it not in spoken),
        made,
        body_line,
        forms,
    )
    return translation, problems + [_is_stale(translation, place) for place in stale]


def in_language(thing: T, translation: Translation) -> T:
    """The thing as the translation says it; what it does not say stays in the source's words, which know that."""
    texts = translation.texts
    told = retold(thing, lambda place, text: texts.get(place) or SourceText(text, translation.source_language))
    if isinstance(told, Exemplar) and isinstance(thing, Exemplar):
        return cast(T, _work_in(told, thing, translation))
    if isinstance(told, Glossary):
        terms = tuple(replace(it, also=translation.forms.get(it.id, ())) for it in told.terms)
        return cast(T, replace(told, terms=terms))
    if isinstance(told, Page) and isinstance(thing, Page) and "body" in texts:
        return replace(told, anchors=anchors_in(thing.body))
    return told


def _work_in(told: Exemplar, work: Exemplar, translation: Translation) -> Exemplar:
    """A student's own words stay as they are until they are translated, and quotes are those of what the page shows."""
    if "body" in translation.texts:
        return replace(told, language="", annotations=tuple(replace(it, occurrence=0) for it in told.annotations))
    if not work.body.strip():
        return told
    tongue = work.language or translation.source_language

    def untold(text: str) -> str:
        return text if tongue == translation.language or not text else SourceText(text, tongue)

    beside = zip(told.annotations, work.annotations, strict=True)
    notes = tuple(replace(note, quote=untold(was.quote)) for note, was in beside)
    return replace(told, body=untold(work.body), annotations=notes)


def _forms(thing: object, found: dict[str, tuple[tuple[str | int, ...], str]]) -> dict[str, tuple[str, ...]]:
    """Other forms of terms, taken out of what is found: each language has as many as it needs."""
    known = {it.id for it in thing.terms} if isinstance(thing, Glossary) else set()
    forms: dict[str, list[str]] = defaultdict(list)
    for place in list(found):
        said = _FORM.fullmatch(place)
        if said and said["id"] in known:
            forms[said["id"]].append(found.pop(place)[1])
    return {id: tuple(filter(None, those)) for id, those in forms.items()}


def _spoken(thing: object, language: str) -> frozenset[str]:
    """The places of texts that are in a language without being translated: of work that a student made in it."""
    if not isinstance(thing, Exemplar) or thing.language != language:
        return frozenset()
    return frozenset({"body", *(f"annotations/{number}/quote" for number in range(1, len(thing.annotations) + 1))})


def _flat(value: Any, place: str, path: tuple[str | int, ...]) -> Iterator[tuple[str, tuple[str | int, ...], str]]:
    """Every text in plain data: its place, its path in the file, and itself."""
    if isinstance(value, str):
        yield place, path, value.strip()
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            if key not in NAMES:
                yield from _flat(inner, f"{place}/{key}" if place else key, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            name = _name(inner, number, len(value))
            yield from _flat(inner, f"{place}/{name}" if name else place, (*path, number))


def _name(inner: Any, number: int, count: int) -> str:
    if isinstance(inner, str) and count == 1:
        return ""
    named = next((inner[it] for it in NAMES if it in inner), None) if isinstance(inner, Mapping) else None
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
    return Problem(it.at(place), "translation-stale", message, Severity.WARNING, hint)
