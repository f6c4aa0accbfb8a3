"""What families read in sentences: not titles, and not what a student has said or made."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from site_builder.model import Area, Competency, Exemplar, Glossary, Page, Pathway, Settings
from site_builder.problems import Span, Spot
from site_builder.sources.ease import Count, counted, formula_for
from site_builder.sources.markdown import passages
from site_builder.sources.translation import Translation

Place: TypeAlias = "tuple[str | int, ...]"
# Texts without any of these signs hold no links, no code and no second paragraph.
_MARKS = "[`<&\\~"
_BODY = ("body",)
_OF_WORK = ("summary", "task", "support", "why", "not_yet_next")
# The same, by the places in a translation.
_READ = re.compile(
    r"(?:skills/[^/]+/)?(?:statement|at_home|(?:levels|supports)/[^/]+(?:/[0-9]+)?)|about|description"
    rf"|{'|'.join(_OF_WORK)}|moderation/note|annotations/[0-9]+/note|scales/[^/]+/[^/]+/means|terms/[^/]+/means"
)


@dataclass(frozen=True, slots=True)
class Prose:
    """Texts that are read together; `stands` says where one stands, by its number and a line within it, from 1."""

    texts: Sequence[str]
    stands: Callable[[int, int], Spot | Span]

    @property
    def lines(self) -> tuple[str, ...]:
        """All of it without markup: each paragraph and each entry of a list by itself."""
        whole = "\n".join(self.texts)
        if whole.count("\n") < len(self.texts) and not any(sign in whole for sign in _MARKS):
            return tuple(self.texts)
        return tuple(" ".join(words.split()) for text in self.texts for _, words in passages(text))

    def at(self, line: int) -> Spot | Span:
        """Where one of the lines stands, counted from 0."""
        return [self.stands(number, it) for number, text in enumerate(self.texts) for it, _ in passages(text)][line]


def prose_of(thing: object) -> Prose:
    """What a source says to families."""
    texts = _of_competency(thing) if isinstance(thing, Competency) else _texts(thing)
    said = [it for it in texts if it[1]]
    source = str(getattr(thing, "source", ""))
    first = thing.body_line - 1 if isinstance(thing, Page) else 0

    def stands(number: int, line: int) -> Spot | Span:
        place = said[number][0]
        return Span(source, first + line) if place == _BODY else Spot(source, place)

    return Prose([text for _, text in said], stands)


def prose_in(thing: object, translation: Translation) -> Prose:
    """What a translation of a source says to families."""
    body = "body" if isinstance(thing, Page) else None
    said = [it for it in translation.texts.items() if _READ.fullmatch(it[0]) or it[0] == body]
    return Prose([text for _, text in said], lambda number, line: translation.at(said[number][0], line))


def lengths(thing: object, own: str, translations: Mapping[str, Translation]) -> dict[str, Count]:
    """How long what families read of a thing is, by language, in those languages that have a formula."""
    said = {own: prose_of(thing)} if formula_for(own) else {}
    said |= {language: prose_in(thing, it) for language, it in translations.items() if formula_for(language)}
    return {language: counted(it.lines, language) for language, it in said.items() if it.texts}


def _texts(thing: object) -> Iterator[tuple[Place, str]]:
    match thing:
        case Exemplar():
            yield from (((name,), getattr(thing, name)) for name in _OF_WORK)
            yield ("moderation", "note"), thing.moderation.note
            yield from ((("annotations", number, "note"), it.note) for number, it in enumerate(thing.annotations))
        case Settings():
            yield ("description",), thing.description
            for scale in thing.scales.values():
                yield from ((("scales", scale.id, n, "means"), it.means) for n, it in enumerate(scale.levels))
        case Glossary():
            yield from ((("terms", number, "means"), it.means) for number, it in enumerate(thing.terms))
        case Area() | Pathway():
            yield ("about",), thing.about
        case Page():
            yield ("description",), thing.description
            yield _BODY, thing.body


def _of_competency(it: Competency) -> list[tuple[Place, str]]:
    # Plain loops: a continuum has a thousand of these, with fifty texts each.
    said: list[tuple[Place, str]] = [(("statement",), it.statement), (("why",), it.why), (("about",), it.about)]
    is_its_own_skill = len(it.skills) == 1 and it.skills[0].id == it.id
    for number, skill in enumerate(it.skills):
        at: Place = () if is_its_own_skill else ("skills", number)
        said.append(((*at, "statement"), skill.statement))
        for key, levels in (("levels", skill.levels), ("supports", skill.supports)):
            for level, texts in levels.items():
                if len(texts) == 1:
                    said.append(((*at, key, level), texts[0]))
                else:
                    said += [((*at, key, level, place), text) for place, text in enumerate(texts)]
        said.append(((*at, "at_home"), skill.at_home))
    return said
