"""One source file, read: its value, its card, its problems and the links written in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeAlias, TypeVar

from site_builder.model import Area, Competency, Exemplar, Glossary, Page, Pathway, Settings
from site_builder.outline import CompetencyCard, ExemplarCard
from site_builder.problems import Problem, Severity, Span, Spot, stops
from site_builder.sources import checks
from site_builder.sources.checks.whole import LinkUse
from site_builder.sources.competency import competency_card, read_competency
from site_builder.sources.digest import digest_of_bytes
from site_builder.sources.ease import Count
from site_builder.sources.exemplar import exemplar_card, read_exemplar
from site_builder.sources.folder import Source
from site_builder.sources.front_matter import Halves, halves
from site_builder.sources.glossary import read_glossary
from site_builder.sources.markdown import links
from site_builder.sources.page import read_page
from site_builder.sources.pathway import read_pathway
from site_builder.sources.places import placed_in
from site_builder.sources.prose import lengths
from site_builder.sources.published import Shelf, published_media, published_pictures
from site_builder.sources.sidecars import translations_of
from site_builder.sources.text import decoded
from site_builder.sources.texts import texts_of
from site_builder.sources.translated import Translations, competency_texts, exemplar_texts
from site_builder.sources.translation import Translation, in_language, read_translation
from site_builder.sources.yaml import Value, read_yaml

Thing: TypeAlias = "Competency | Exemplar | Glossary | Page | Pathway | None"
Card: TypeAlias = "CompetencyCard | ExemplarCard | Glossary | Page | Pathway | None"
T = TypeVar("T")
NOTHING = Halves("", "", 1)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a source file gave: `thing` whole, `card` in brief, and what is said of it in other languages.

    `told` is the thing in each of these, as far as it is translated. `lengths` says by language how much of it families
    read, and `line` how the index keeps all this, where it comes from there.
    """

    source: Source
    thing: Thing
    card: Card
    problems: tuple[Problem, ...]
    links: tuple[LinkUse, ...]
    translations: Mapping[str, Translation] = field(default_factory=dict)
    told: Mapping[str, Thing] = field(default_factory=dict)
    lengths: Mapping[str, Count] = field(default_factory=dict)
    line: bytes = field(default=b"", compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Setting:
    """What must be known before a source can be read: the settings and the areas.

    `translations` are those of things that stand in the outline whole, by their file and by language.
    """

    root: Path
    settings: Settings
    areas: Mapping[str, Area]
    shelf: Shelf = field(default_factory=Shelf)
    translations: Translations = field(default_factory=dict)


class Translated(NamedTuple, Generic[T]):
    """A thing in other languages: the translations as they stand in files, and what they make of the thing."""

    translations: dict[str, Translation]
    told: dict[str, T]
    problems: list[Problem]


def read_source(source: Source, setting: Setting) -> Reading:
    """Read, shape and check one file."""
    data, unread = read_bytes(setting.root / source.file, source.file)
    thing, text, parts, problems = read_alone(source, data) if not unread else (None, "", NOTHING, unread)
    if thing is None:
        return Reading(source, None, None, tuple(problems), ())
    problems += placed_in(_checked(thing, setting), parts.head, parts.head_line)
    translations, told, unfit = read_translations(setting.root, source.file, thing, setting.settings)
    card, refused = _card(thing, setting, data, translations, told)
    problems += placed_in(refused, parts.head, parts.head_line)
    shown = {medium.file for medium in card.media} if isinstance(card, Page) else set()
    links = _links(source.file, thing, parts) if "](" in text or "]:" in text else ()
    others = (use for it in translations.values() for use in links_of_translation(source.file, it))
    uses = tuple(use for use in (*links, *others) if not use.is_picture or use.target not in shown)
    read = lengths(thing, setting.settings.languages[0], translations)
    return Reading(source, thing, card, (*problems, *unfit), uses, translations, told, read)


def read_alone(source: Source, data: bytes) -> tuple[Thing, str, Halves, list[Problem]]:
    """What a file says by itself, its text and its halves; without settings, area and media around it."""
    text, problems = decoded(source.file, data)
    if stops(problems):
        return None, text, NOTHING, problems
    value, parts, more = read_parts(source.file, text)
    if more:
        return None, text, parts, problems + more
    thing, misfits = _READERS[source.kind](source, value, parts)
    return thing, text, parts, problems + placed_in(misfits, parts.head, parts.head_line)


def read_translations(root: Path, file: str, thing: T, settings: Settings) -> Translated[T]:
    """What is said of a source in each of the other languages, also where that is nothing yet; read and checked."""
    found, problems = translations_at(root, file, thing, settings.languages)
    told = {language: in_language(thing, it) for language, it in found.items()}
    for language, translation in found.items():
        problems += checked_translation(thing, told[language], translation, settings)
    return Translated(found, told, problems)


def checked_translation(thing: T, told: T, translation: Translation, settings: Settings) -> list[Problem]:
    """What may be wrong with a thing as a translation tells it."""
    return [it for check in checks.OF_TRANSLATIONS for it in check(thing, told, translation, settings)]


def translations_at(
    root: Path, file: str, thing: object, languages: tuple[str, ...]
) -> tuple[dict[str, Translation], list[Problem]]:
    """What is said of a source in all but the first of these languages, as it stands in the files."""
    found: dict[str, Translation] = {}
    problems: list[Problem] = []
    own, *others = languages
    source = texts_of(thing) if others else {}
    for language in others:
        there = [it for it in translations_of(file, language) if (root / it).is_file()]
        value, parts, unread = _said(root, there[0]) if there else (None, NOTHING, [])
        sidecar = there[0] if there else ""
        found[language], misfits = read_translation(
            thing, (own, language), sidecar, value, parts.body, body_line=parts.body_line, source=source
        )
        problems += unread if stops(unread) else [*unread, *misfits]
        problems += [_twice(other, there[0]) for other in there[1:]]
    return found, problems


def _said(root: Path, file: str) -> tuple[Value, Halves, list[Problem]]:
    data, problems = read_bytes(root / file, file)
    text, more = decoded(file, data)
    problems += more
    if stops(problems):
        return None, NOTHING, problems
    value, parts, more = read_parts(file, text)
    return value, parts, problems + more


def _twice(file: str, other: str) -> Problem:
    message = f"{other} translates the same source, so this file is not read"
    return Problem(Span(file), "translation-twice", message, Severity.WARNING, "put both into one of the two")


def links_of_translation(file: str, translation: Translation) -> Iterator[LinkUse]:
    """The links in a translation, which lead where the same links of its source would."""
    for place, text in translation.texts.items():
        if "](" in text or "]:" in text:
            yield from (LinkUse(translation.at(place, it.line), file, it.target, it.is_picture) for it in links(text))


def read_bytes(path: Path, file: str) -> tuple[bytes, list[Problem]]:
    """A file's bytes, or why they cannot be had."""
    try:
        return path.read_bytes(), []
    except OSError as error:
        return b"", [
            Problem(
                Span(file), "file-unreadable", f"{file} cannot be read: {error.strerror}", hint="check its permissions"
            )
        ]


def read_parts(file: str, text: str) -> tuple[Value, Halves, list[Problem]]:
    """The YAML value of a source, and its head and body where it is Markdown."""
    parts: Halves | None = Halves(text, "", 1, 1)
    if file.endswith(".md"):
        parts, problems = halves(file, text)
        if parts is None:
            return None, Halves("", "", 1), problems
    assert parts is not None
    value, problems = read_yaml(file, parts.head, parts.head_line)
    return value, parts, problems


def _glossary(source: Source, value: Value, parts: Halves) -> tuple[Thing, list[Problem]]:
    return read_glossary(source, value)


def _pathway(source: Source, value: Value, parts: Halves) -> tuple[Thing, list[Problem]]:
    return read_pathway(source, value)


_READERS: Mapping[str, Any] = {
    "competency": read_competency,
    "exemplar": read_exemplar,
    "glossary": _glossary,
    "pathway": _pathway,
    "page": read_page,
}


def _checked(thing: Thing, setting: Setting) -> list[Problem]:
    texts = [problem for check in checks.OF_TEXTS for problem in check(thing, setting.settings)]
    return _checked_by_kind(thing, setting) + texts


def _checked_by_kind(thing: Thing, setting: Setting) -> list[Problem]:
    if isinstance(thing, Competency):
        area = setting.areas.get(thing.area)
        found = checks.OF_COMPETENCIES if area else ()
        return [problem for check in found if area for problem in check(thing, area, setting.settings)]
    if isinstance(thing, Exemplar):
        folder = (setting.root / thing.source).parent
        files = frozenset(it.name for it in folder.iterdir() if not it.name.startswith("."))
        return [problem for check in checks.OF_EXEMPLARS for problem in check(thing, files)]
    return []


def _card(
    thing: Thing, setting: Setting, data: bytes, translations: Mapping[str, Translation], told: Mapping[str, Any]
) -> tuple[Card, list[Problem]]:
    if isinstance(thing, Competency):
        area = setting.areas.get(thing.area)
        if area is None:
            return None, []
        said = {language: competency_texts(told[language], it) for language, it in translations.items()}
        return replace(competency_card(thing, area, digest_of_bytes(data)), translations=said), []
    if isinstance(thing, Exemplar):
        media, problems = published_media(thing, setting.root, setting.shelf)
        texts = {language: exemplar_texts(told[language], it) for language, it in translations.items()}
        return replace(exemplar_card(thing, media, digest_of_bytes(data)), translations=texts), problems
    if isinstance(thing, Page):
        return _with_pictures(thing, setting, translations)
    return thing, []


def _with_pictures(page: Page, setting: Setting, translations: Mapping[str, Translation]) -> tuple[Page, list[Problem]]:
    """A page with all pictures that it shows in any of its languages."""
    pages = [page, *(_as_page(page, it) for it in translations.values() if "body" in it.texts)]
    shown = [published_pictures(it, setting.root, setting.shelf) for it in pages]
    media = {medium.file: medium for found, _ in shown for medium in found}
    return replace(page, media=tuple(media.values())), [problem for _, found in shown for problem in found]


def _as_page(page: Page, translation: Translation) -> Page:
    """A page with the text of a translation, and with the place of that."""
    return replace(page, body=translation.texts["body"], source=translation.file, body_line=translation.body_line)


def _links(file: str, thing: Thing, parts: Halves) -> Iterator[LinkUse]:
    body = ("about",) if isinstance(thing, Competency) else ("body",)
    for path, text in _texts(thing, ()):
        if path == body and parts.body.strip():
            places = ((Span(file, parts.body_line + link.line - 1), link) for link in links(parts.body))
            yield from (LinkUse(at, file, link.target, link.is_picture) for at, link in places)
        else:
            yield from links_at(Spot(file, _path_in_file(thing, path)), text)


def links_at(at: Spot, text: str) -> Iterator[LinkUse]:
    """The links of a text that stands at a place."""
    return (LinkUse(at, at.file, link.target, link.is_picture) for link in links(text))


def _path_in_file(thing: Thing, path: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """Where the file has what the thing has at a path: a competency without skills carries its levels itself."""
    if path == ("licence",):
        return ("work", "licence")
    is_its_own_skill = isinstance(thing, Competency) and len(thing.skills) == 1 and thing.skills[0].id == thing.id
    return path[2:] if is_its_own_skill and path[:1] == ("skills",) else path


def _texts(value: object, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _texts(inner, (*path, key))
    elif isinstance(value, tuple):
        for number, inner in enumerate(value):
            yield from _texts(inner, (*path, number))
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name), (*path, field.name))
