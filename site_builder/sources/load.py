"""A school's folder becomes an outline: find, read, check, put in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeAlias
from zlib import crc32

from site_builder.model import Area, Competency, Glossary, Page, Pathway, Settings
from site_builder.outline import CompetencyCard, ExemplarCard, Outline, outline
from site_builder.problems import Problem, Severity, Span, Spot, stops
from site_builder.sources import checks
from site_builder.sources.area import read_area
from site_builder.sources.checks.whole import LinkUse, Whole
from site_builder.sources.crew import Crew, Memory
from site_builder.sources.digest import digest
from site_builder.sources.ease import Count, ease, together
from site_builder.sources.folder import SETTINGS, Source, find_sources, source_at
from site_builder.sources.index import load_index, save_index
from site_builder.sources.places import placed
from site_builder.sources.prose import lengths
from site_builder.sources.published import Shelf
from site_builder.sources.reading import (
    Reading,
    Setting,
    Thing,
    links_at,
    links_of_translation,
    read_bytes,
    read_parts,
    read_source,
    read_translations,
)
from site_builder.sources.settings import read_settings
from site_builder.sources.sidecars import language_in
from site_builder.sources.text import decoded
from site_builder.sources.yaml import Value

Progress: TypeAlias = Callable[[str, int, int], None]
# What the outline holds in brief; the rest stands in it whole, and so does what is said of it in other languages.
_IN_BRIEF = (CompetencyCard, ExemplarCard)


@dataclass(frozen=True, slots=True)
class Loaded:
    """A continuum in outline, all that is wrong with it, and what reading a source again needs.

    `ease` says by language how easily families read it, or None where nobody can tell.
    """

    outline: Outline | None
    problems: tuple[Problem, ...]
    setting: Setting | None = None
    ease: Mapping[str, int | None] = field(default_factory=dict)


def load(root: Path, cache: Path, crew: Crew, today: date, make: str, progress: Progress | None = None) -> Loaded:
    """Read and check the continuum in `root`; `make` names the version of the builder that reads."""
    sources, problems = find_sources(root)
    setting, more = read_setting(root, sources)
    problems += more
    if setting is None:
        return Loaded(None, tuple(placed(problems, root)))
    settled = replace(setting, shelf=Shelf(cache / "media", make))
    readings = _read_all(sources, settled, cache, crew, progress)
    translations = {it.source.file: it.translations for it in readings if not isinstance(it.card, _IN_BRIEF)}
    setting = replace(settled, translations={**settled.translations, **translations})
    problems += [problem for reading in readings for problem in reading.problems]
    ended = tuple(it.card for it in readings if isinstance(it.card, ExemplarCard) and it.card.consent_until < today)
    known = _outline(setting, [it for it in readings if it.card not in ended])
    links = (*_links(settled), *(link for reading in readings for link in reading.links))
    folders = frozenset(it.area for it in sources if it.kind == "area")
    whole = Whole(known, links, today, folders, partial(_competency, setting), ended, setting.translations)
    is_complete = all(it.card for it in readings) and len(setting.areas) == len(folders)
    promises = (*checks.OF_THE_WHOLE, *(checks.BETWEEN_SOURCES if is_complete else ()))
    problems += [problem for check in promises for problem in check(whole)]
    return Loaded(known, tuple(placed(problems, root)), setting, _ease(settled, readings))


def read_setting(root: Path, sources: Iterable[Source]) -> tuple[Setting | None, list[Problem]]:
    """Settings and areas, which all other sources refer to."""
    sources = list(sources)
    file = next((it for it in sources if it.kind == "settings"), None)
    if file is None:
        return None, [no_continuum()]
    value, problems = _value(root, file)
    settings, more = read_settings(file.file, value) if not stops(problems) else (None, [])
    problems += more
    if settings is None:
        return None, problems
    problems += [problem for check in checks.OF_SETTINGS for problem in check(settings)]
    areas, more = _areas(root, settings, [it for it in sources if it.kind == "area"])
    problems += [*more, *_homeless(sources, areas), *_unlisted(sources, settings)]
    translations = {}
    things: tuple[Settings | Area, ...] = (settings, *areas.values())
    for it in things:
        found = read_translations(root, it.source, it, settings)
        translations[it.source] = found.translations
        problems += found.problems
    return Setting(root, settings, areas, translations=translations), problems


def no_continuum() -> Problem:
    """What is said in a folder that holds no continuum."""
    hint = "start a continuum with “continuum new”, or go to the folder that holds one"
    return Problem(Span(SETTINGS), "settings-missing", f"there is no {SETTINGS} here", hint=hint)


def read_again(memory: Memory, setting: Setting, file: str) -> Thing:
    """The full value of a source that was read before, from memory or from its file."""
    return _remembered(memory, setting, file)[0]


def read_in(memory: Memory, setting: Setting, file: str, language: str) -> Thing:
    """The same in another language, as far as it is translated."""
    thing, told = _remembered(memory, setting, file)
    return thing if language == setting.settings.languages[0] else told[language]


def _remembered(memory: Memory, setting: Setting, file: str) -> tuple[Thing, Mapping[str, Thing]]:
    """What a source is, and what it is in other languages."""
    things: dict[str, tuple[Thing, Mapping[str, Thing]]] = memory.setdefault("things", {})
    if file not in things:
        reading = read_source(source_at(file), setting)
        things[file] = reading.thing, reading.told
    return things[file]


def home_of(file: str, size: int) -> int:
    """The worker that reads a source and renders its pages."""
    return crc32(file.encode()) % size


def _areas(root: Path, settings: Settings, sources: Iterable[Source]) -> tuple[dict[str, Area], list[Problem]]:
    areas: dict[str, Area] = {}
    problems: list[Problem] = []
    for source in sources:
        value, unread = _value(root, source)
        area, misfits = read_area(source, value, settings) if not stops(unread) else (None, [])
        problems += unread + misfits
        if area and area.slug in areas:
            message = f"this would write the page {area.slug}/, which {areas[area.slug].source} writes already"
            problems.append(Problem(Span(source.file), "address-repeated", message, hint="delete one of the two files"))
        elif area:
            areas[source.area] = area
    return areas, problems


def _links(setting: Setting) -> Iterator[LinkUse]:
    """The links in the texts of settings and areas."""
    settings = setting.settings
    yield from links_at(Spot(settings.source, ("description",)), settings.description)
    for scale in settings.scales.values():
        for number, level in enumerate(scale.levels):
            yield from links_at(Spot(settings.source, ("scales", scale.id, number, "means")), level.means)
    for area in setting.areas.values():
        yield from links_at(Spot(area.source, ("about",)), area.about)
    for file, translations in setting.translations.items():
        for translation in translations.values():
            yield from links_of_translation(file, translation)


def _homeless(sources: Iterable[Source], areas: Mapping[str, Area]) -> Iterator[Problem]:
    """Folders that hold competencies or work, and no area."""
    folders = {it.area for it in sources if it.kind == "area"}
    seen: set[str] = set()
    for it in sources:
        if it.kind in ("competency", "exemplar") and it.area not in folders and it.area not in seen:
            seen.add(it.area)
            message = f"there is no area “{it.area}”, so nothing in this folder is published"
            hint = f"write continuum/{it.area}/area.yml"
            yield Problem(Span(it.file), "area-missing", message, hint=hint)


def _unlisted(sources: Iterable[Source], settings: Settings) -> Iterator[Problem]:
    """Translations into a language that the site does not have; each such language is told once."""
    said = set(settings.languages)
    for file in (it for source in sources for it in source.translations):
        language = language_in(file)
        if language not in said:
            said.add(language)
            message = f"“{language}” is not one of the languages of this continuum, so this translation is not read"
            hint = f"add {language} to “languages” in continuum.yml"
            yield Problem(Span(file), "language-unlisted", message, Severity.WARNING, hint)
        elif language == settings.languages[0]:
            message = f"“{language}” is the language of the sources themselves, so this file is not read"
            yield Problem(
                Span(file), "language-unlisted", message, Severity.WARNING, "write these words into the source"
            )


def _ease(setting: Setting, readings: Iterable[Reading]) -> dict[str, int | None]:
    """How easily families read all of it, by language."""
    own = setting.settings.languages[0]
    things: tuple[Settings | Area, ...] = (setting.settings, *setting.areas.values())
    read: list[Mapping[str, Count]] = [lengths(it, own, setting.translations.get(it.source, {})) for it in things]
    read += [it.lengths for it in readings]
    whole = {it: together(one[it] for one in read if it in one) for it in dict.fromkeys(setting.settings.languages)}
    return {language: ease(count, language) if count.words else None for language, count in whole.items()}


def _value(root: Path, source: Source) -> tuple[Value, list[Problem]]:
    data, problems = read_bytes(root / source.file, source.file)
    if problems:
        return None, problems
    text, problems = decoded(source.file, data)
    if stops(problems):
        return None, problems
    value, _, more = read_parts(source.file, text)
    return value, problems + more


def _read_all(
    sources: Sequence[Source], setting: Setting, cache: Path, crew: Crew, progress: Progress | None
) -> list[Reading]:
    salt = digest(setting.shelf.make, repr(setting.settings), repr(setting.areas))
    wanted = {it.file: it for it in sources if it.kind in ("competency", "exemplar")}
    readings = load_index(cache, salt, wanted, setting.shelf.folder)
    fresh = [it for file, it in wanted.items() if file not in readings]
    for portion in crew.each(partial(_read_portion, setting), _shares(fresh, crew.size)):
        readings.update((reading.source.file, reading) for reading in portion)
        if progress:
            progress("reading", len(readings), len(wanted))
    if fresh:
        save_index(cache, salt, readings)
    others = [read_source(it, setting) for it in sources if it.kind in ("glossary", "page", "pathway")]
    return [readings[file] for file in sorted(readings)] + others


def _shares(sources: Iterable[Source], size: int) -> list[list[Source]]:
    shares: list[list[Source]] = [[] for _ in range(size)]
    for source in sources:
        shares[home_of(source.file, size)].append(source)
    return shares


def _read_portion(setting: Setting, memory: Memory, portion: list[Source]) -> list[Reading]:
    readings = [read_source(source, setting) for source in portion]
    memory.setdefault("things", {}).update((it.source.file, (it.thing, it.told)) for it in readings)
    return [replace(it, thing=None, told={}, translations={}) for it in readings]


def _outline(setting: Setting, readings: Iterable[Reading]) -> Outline:
    cards = [reading.card for reading in readings]
    return outline(
        setting.settings,
        setting.areas.values(),
        [card for card in cards if isinstance(card, CompetencyCard)],
        [card for card in cards if isinstance(card, ExemplarCard)],
        [card for card in cards if isinstance(card, Pathway)],
        [card for card in cards if isinstance(card, Page)],
        next((card for card in cards if isinstance(card, Glossary)), None),
    )


def _competency(setting: Setting, file: str) -> Competency:
    thing = read_source(source_at(file), setting).thing
    assert isinstance(thing, Competency)
    return thing
