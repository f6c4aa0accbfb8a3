"""A translation's file: written anew, laid out as its source is, or with the least of it changed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from site_builder.exchange.into.amend import amended
from site_builder.exchange.into.laid_out import SPREAD
from site_builder.exchange.into.page import Page
from site_builder.exchange.into.rewritten import Rewritten, head_of, in_its_letters, reads_as, with_body
from site_builder.exchange.translations.fingerprints import line_by_line, with_fingerprints
from site_builder.exchange.translations.layout import filled, ordered
from site_builder.exchange.translations.school_texts import SchoolTexts, SourceTexts, trimmed
from site_builder.sources.front_matter import RULE
from site_builder.sources.reading import read_parts
from site_builder.sources.sidecars import translations_of
from site_builder.sources.texts import shape_of
from site_builder.sources.translation import Translation, read_translation
from site_builder.sources.written import written
from site_builder.sources.yaml import Value

_SCHEMA = re.compile(r"(?:---\r?\n)?(# yaml-language-server: \$schema=(?:[^\s]*/)?)([\w-]+\.json)")


@dataclass(frozen=True, slots=True)
class Words:
    """What is to be said in another language, by places: texts, and the fingerprints of what they were made from."""

    texts: Mapping[str, str]
    made: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sidecar:
    """A translation's file as it is to be, what it says then, and its comments that had to go."""

    data: bytes
    translation: Translation
    lost: tuple[str, ...] = ()

    @property
    def file(self) -> str:
        """Where it belongs."""
        return self.translation.file


def sidecar(school: SchoolTexts, source: SourceTexts, language: str, words: Words) -> Sidecar | None:
    """The translation of a source with these words in it; nothing where no file could say them."""
    was = source.translations[language]
    whole = Words({**source.said(language), **words.texts}, {**was.made_from, **words.made})
    file = was.file or _new_name(school, source, language)
    if was.file:
        data = (school.root / file).read_bytes()
        new = in_its_letters(data, lambda text: _changed(text, source, file, words))
    else:
        new = Rewritten(_anew(school, source, file, whole))
    made = _read(school, source, file, language, new)
    return made if _says(made.translation, whole) else None


def _new_name(school: SchoolTexts, source: SourceTexts, language: str) -> str:
    """A Markdown source has a Markdown translation where it has a body to translate."""
    names = translations_of(source.file, language)
    _, parts = reads_as(source.file, (school.root / source.file).read_bytes())
    return names[0] if not source.file.endswith(".md") or parts.body.strip() else names[1]


def _changed(text: str, source: SourceTexts, file: str, words: Words) -> tuple[str, tuple[str, ...]]:
    """The text of a file that is there with other words in it, and its lost comments."""
    page = Page(text)
    said, parts, _ = read_parts(file, page.plain)
    start, end = head_of(text, parts) if file.endswith(".md") else (0, len(text))
    after = text[end:]
    texts = dict(words.texts)
    place = _body_place(source)
    if place in texts and file.endswith(".md") and (parts.body.strip() or not _has(said, place)):
        after = with_body(after, texts.pop(place), page.line_end)
    wanted = filled(shape_of(source.thing), said, texts)
    if words.made:
        wanted = with_fingerprints(wanted, words.made, list(source.texts))
    head = text[start:end]
    new = amended(head, wanted, lambda: (Page(head).plain if said is None else "") + written(wanted, SPREAD))
    return text[:start] + (line_by_line(new.text) if words.made else new.text) + after, new.lost


def _anew(school: SchoolTexts, source: SourceTexts, file: str, words: Words) -> bytes:
    """A new file, in the order in which the source says things."""
    data = (school.root / source.file).read_bytes()
    like, parts = reads_as(source.file, data)
    texts = dict(words.texts)
    place = _body_place(source)
    body = texts.pop(place, "") if file.endswith(".md") and parts.body.strip() else ""
    value = ordered(filled(shape_of(source.thing), None, texts), like)
    value = with_fingerprints(value, words.made, list(source.texts)) if words.made else value
    head = _schema(data) + (line_by_line(written(value, SPREAD)) if value else "")
    if not file.endswith(".md"):
        return head.encode()
    return f"{RULE}\n{head}{RULE}\n{f'{chr(10)}{body}{chr(10)}' if body else ''}".encode()


def _schema(data: bytes) -> str:
    """The line by which editors know the shape of a translation, where its source has one of its own."""
    found = _SCHEMA.match(data.decode("utf-8-sig", "replace"))
    return f"{found[1]}translated-{found[2]}\n" if found else ""


def _body_place(source: SourceTexts) -> str:
    """What the body of a Markdown file says: a page or a piece of work itself, or more about a competency."""
    return "body" if "body" in source.texts else "about"


def _has(said: Value, name: str) -> bool:
    return isinstance(said, dict) and name in said


def _read(school: SchoolTexts, source: SourceTexts, file: str, language: str, new: Rewritten) -> Sidecar:
    value, parts = reads_as(file, new.data)
    languages = (school.own, language)
    translation, _ = read_translation(source.thing, languages, file, value, parts.body, body_line=parts.body_line)
    return Sidecar(new.data, translation, new.lost)


def _says(translation: Translation, words: Words) -> bool:
    """Whether a file says exactly these words."""
    said = {place: trimmed(text) for place, text in translation.texts.items()}
    return said == dict(words.texts) and translation.made_from == dict(words.made)
