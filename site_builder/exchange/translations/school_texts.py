"""A school's texts, source by source in the order of reading, with what is said of them in other languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TypeAlias

from site_builder.model import Area, Competency, Exemplar, Glossary, Page, Pathway, Settings
from site_builder.problems import Problem, stops
from site_builder.sources.folder import Source, find_sources
from site_builder.sources.load import no_continuum, read_setting
from site_builder.sources.reading import Thing, read_alone, read_bytes, translations_at
from site_builder.sources.sidecars import language_in, translated_by
from site_builder.sources.texts import texts_of
from site_builder.sources.translation import Translation

Spoken: TypeAlias = "Settings | Area | Competency | Exemplar | Glossary | Pathway | Page"
_BLANK_LINES = re.compile(r"\A(?:[^\S\n]*\n)+")


@dataclass(frozen=True)
class SourceTexts:
    """The texts of one source by their places, and its translations by language."""

    thing: Spoken
    translations: Mapping[str, Translation] = field(default_factory=dict)

    @property
    def file(self) -> str:
        """Where the source lies."""
        return self.thing.source

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """Every text that can be translated, without blank lines around it."""
        return {place: trimmed(text) for place, text in texts_of(self.thing).items()}

    def said(self, language: str) -> Mapping[str, str]:
        """What is said in another language, without blank lines around it."""
        return self._said.get(language, {})

    @cached_property
    def _said(self) -> Mapping[str, Mapping[str, str]]:
        told = self.translations.items()
        return {name: {place: trimmed(text) for place, text in it.texts.items()} for name, it in told}


@dataclass(frozen=True)
class SchoolTexts:
    """All that families read in a continuum, in the order in which they come upon it."""

    root: Path
    settings: Settings
    areas: Mapping[str, Area]
    sources: tuple[SourceTexts, ...]

    @property
    def own(self) -> str:
        """The language of the sources."""
        return self.settings.languages[0]

    def among(self, files: Iterable[str]) -> tuple[tuple[SourceTexts, ...], list[str]]:
        """The sources that these names mean, and names that mean none; without any names, all sources.

        A name is that of a source, of one of its translations, or of a folder with sources in it.
        """
        wanted = [it.rstrip("/") for it in files]
        if not wanted:
            return self.sources, []
        found = tuple(it for it in self.sources if any(_means(name, it.file) for name in wanted))
        return found, [name for name in wanted if not any(_means(name, it.file) for it in self.sources)]


def read_texts(
    root: Path, today: date, languages: Sequence[str] | None = None
) -> tuple[SchoolTexts | None, list[Problem]]:
    """The texts of the continuum in a folder, with their translations into these languages, or into all of them.

    Where a file cannot be read, there are only problems. Work whose permission has ended is not among the texts.
    """
    found, problems = find_sources(root)
    setting, more = read_setting(root, found)
    problems += more
    if setting is None or stops(problems):
        return None, [it for it in problems if stops([it])] or [no_continuum()]
    settings, areas = setting.settings, setting.areas
    heard = settings.languages if languages is None else (settings.languages[0], *languages)
    sources: list[SourceTexts] = []
    for thing in (settings, *areas.values(), *_things(root, found, problems)):
        if isinstance(thing, Exemplar) and thing.consent_until < today:
            continue
        translations, more = translations_at(root, thing.source, thing, heard)
        problems += more
        sources.append(SourceTexts(thing, translations))
    if stops(problems):
        return None, [it for it in problems if stops([it])]
    order = _Order(settings, areas)
    return SchoolTexts(root, settings, areas, tuple(sorted(sources, key=lambda it: order.of(it.thing)))), []


def trimmed(text: str) -> str:
    """A text without blank lines before it and blanks behind it; blanks that begin its first line mean something."""
    text = text.rstrip()
    return _BLANK_LINES.sub("", text) if text[:1].isspace() else text


def _things(root: Path, sources: Iterable[Source], problems: list[Problem]) -> Iterator[Spoken]:
    for it in sources:
        if it.kind not in ("settings", "area"):
            thing, more = _thing(root, it)
            problems += more
            if thing is not None:
                yield thing


def _thing(root: Path, source: Source) -> tuple[Thing, list[Problem]]:
    data, problems = read_bytes(root / source.file, source.file)
    if problems:
        return None, problems
    thing, _, _, problems = read_alone(source, data)
    return thing, problems


def _means(name: str, file: str) -> bool:
    """Whether a name that somebody gives means this source."""
    return file == name or file.startswith(f"{name}/") or (bool(language_in(name)) and file in translated_by(name))


class _Order:
    """Where each thing comes when a continuum is read from its first page to its last."""

    def __init__(self, settings: Settings, areas: Mapping[str, Area]) -> None:
        places = {slug: number for number, slug in enumerate(settings.areas)}
        self.places = {slug: places.get(slug, len(places)) for slug in areas}
        self.areas = areas

    def of(self, it: Spoken) -> tuple[int, int, str, int, int, str]:
        """What things are sorted by; areas that are not listed come behind the others."""
        match it:
            case Settings():
                return (0, 0, "", 0, 0, "")
            case Area(slug=slug):
                return (1, self.places[slug], slug, 0, 0, "")
            case Competency(area=slug):
                return (1, self.places.get(slug, len(self.places)), slug, 1, 0, it.id)
            case Exemplar(area=slug):
                return (1, self.places.get(slug, len(self.places)), slug, 2, self._position(it), it.title)
            case Pathway():
                return (2, 0, "", 0, 0, it.id)
            case Glossary():
                return (4, 0, "", 0, 0, "")
        return (3, it.order, it.slug, 0, 0, "")

    def _position(self, it: Exemplar) -> int:
        levels = self.areas[it.area].scale.levels if it.area in self.areas else ()
        return next((level.position for level in levels if level.id == it.level), 0)
