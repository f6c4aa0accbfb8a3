"""Small continua for tests, each with one thing to look at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any

from jinja2 import Environment

from site_builder.look.templates import environment
from site_builder.look.terms import terms_of
from site_builder.look.words import catalogue
from site_builder.model import (
    Area,
    Competency,
    Exemplar,
    Glossary,
    Judging,
    Kind,
    Level,
    Mode,
    Moderation,
    Page,
    Pathway,
    PublishedMedium,
    Scale,
    Settings,
    Skill,
    Version,
)
from site_builder.outline import Outline, outline
from site_builder.resources import templates
from site_builder.site.desk import Desk, Poured
from site_builder.site.pages import PAGES
from site_builder.site.plan import Plan
from site_builder.site.tree import Tree
from site_builder.sources.competency import competency_card
from site_builder.sources.exemplar import exemplar_card
from site_builder.sources.media.kind import is_picture
from site_builder.sources.targets import known_targets
from site_builder.sources.translated import outline_in
from site_builder.sources.translation import Translation, in_language
from tests.site.markup import Element, read

NAMES = ("Emerging", "Developing", "Proficient", "Extending")
CLAIM = {
    "1": ("With help, I can say what I think about a topic.",),
    "2": ("I can say what I think in a claim that someone could disagree with.",),
    "3": ("I can state a precise claim that someone could disagree with, and say what it does not cover.",),
    "4": ("I can take on the strongest opposing view.", "I can change my claim when the evidence does."),
}


def learning(count: int = 4, target: str = "3") -> Scale:
    """A scale of so many levels with numbers for ids."""
    names = NAMES if count == 4 else tuple(f"Step {number}" for number in range(1, count + 1))
    levels = (
        Level(str(number), name, f"This is what {name} means.", number, str(number) == target)
        for number, name in enumerate(names, 1)
    )
    return Scale("learning", tuple(levels))


def habits() -> Scale:
    """A scale of habits, with names for ids."""
    names = ("Together", "Reminded", "Alone")
    levels = (Level(it.lower(), it, "", place, it == "Alone") for place, it in enumerate(names, 1))
    return Scale("habits", tuple(levels), is_habit=True)


def area(slug: str = "literacy", scale: Scale | None = None, **changes: Any) -> Area:
    """An area of knowledge."""
    source = f"continuum/{slug}/area.yml"
    made = Area(slug[:3].upper(), slug, slug.title(), Kind.KNOWLEDGE, scale or learning(), "", source)
    return replace(made, **changes)


def competency(id: str = "LIT.ARG", **changes: Any) -> Competency:
    """A competency with one skill at four levels."""
    slug = changes.get("slug", id.lower().replace(".", "-"))
    made = Competency(
        id=id,
        slug=slug,
        area="literacy",
        title="Argue from evidence",
        statement="I can build a claim that others can test.",
        skills=(Skill(f"{id}.1", "Claim", CLAIM),),
        source=f"continuum/{changes.get('area', 'literacy')}/{slug}.yml",
    )
    return replace(made, **changes)


def exemplar(slug: str = "lunch", **changes: Any) -> Exemplar:
    """A letter at level 3."""
    place = changes.get("area", "literacy")
    made = Exemplar(
        id=f"{place}/{slug}",
        slug=slug,
        area=place,
        title="Should lunch be longer?",
        competency="LIT.ARG",
        level="3",
        mode=Mode.WRITING,
        body="Lunch is nine minutes by the time we sit down.",
        source=f"exemplars/{place}/{slug}/index.md",
        moderation=Moderation(is_moderated=True, panel=4, on=date(2026, 5, 12)),
        consent_until=date(2030, 6, 30),
        consent_record="2026-014",
    )
    return replace(made, **changes)


def small_outline(
    competencies: Iterable[Competency] = (competency(),),
    exemplars: Iterable[Exemplar] = (),
    areas: Iterable[Area] = (area(),),
    pathways: Iterable[Pathway] = (),
    pages: Iterable[Page] = (),
    glossary: Glossary | None = None,
    **changes: Any,
) -> Outline:
    """An outline of these things; `changes` are to its settings."""
    by_slug = {it.slug: it for it in areas}
    settings = replace(
        Settings(
            title="Riverbend",
            description="What we learn here.",
            version="",
            languages=("en",),
            scales={it.scale.id: it.scale for it in by_slug.values()},
            areas=tuple(by_slug),
            judging=Judging(),
        ),
        **changes,
    )
    cards = [competency_card(it, by_slug[it.area], repr(it)) for it in competencies]
    work = [exemplar_card(it, published(it), repr(it)) for it in exemplars]
    return outline(settings, by_slug.values(), cards, work, pathways, pages, glossary)


def published(it: Exemplar) -> tuple[PublishedMedium, ...]:
    """The pictures and recordings of a piece of work as if they had been made safe."""
    return tuple(_published(medium.file) for medium in it.media)


def desk_with(
    whole: Outline,
    competencies: Iterable[Competency] = (competency(),),
    exemplars: Iterable[Exemplar] = (),
    **changes: Any,
) -> Desk:
    """All that rendering a page of this outline needs; a competency's page has been written when it is asked for."""
    desk = Desk(
        whole,
        _templates(),
        _by_source(competencies),
        _by_source(exemplars),
        lambda: known_targets(whole),
        catalogue(),
        Tree(whole.spoken, "", whole),
        **{"page": lambda _: b"", "terms": terms_of(whole.glossary, whole.spoken), **changes},
    )
    return _writing(desk)


def poured(
    kind: str,
    competencies: Iterable[Competency] = (competency(),),
    exemplars: Iterable[Exemplar] = (),
    subject: str = "",
    desk: Mapping[str, Any] | None = None,
    **changes: Any,
) -> Poured:
    """The page of this kind about `subject`, the first one when nothing is said."""
    competencies, exemplars = tuple(competencies), tuple(exemplars)
    whole = small_outline(competencies, exemplars, **changes)
    found = next(it for it in plans(kind, whole) if subject in ("", it.subject))
    return PAGES[kind].render(found, desk_with(whole, competencies, exemplars, **(desk or {})))


def page(kind: str, *things: Any, **changes: Any) -> Element:
    """What such a page shows, to be looked at."""
    return read(poured(kind, *things, **changes).article)


def desk_in(
    language: str,
    whole: Outline,
    competencies: Iterable[Competency] = (competency(),),
    exemplars: Iterable[Exemplar] = (),
    said: Mapping[str, str] = MappingProxyType({}),
) -> Desk:
    """The desk of another language of this outline.

    Nobody has translated anything into it, except what `said` has of competencies and work, by the places of texts.
    """
    told = outline_in(language, whole, {})
    translation = Translation(language, whole.spoken, "", said, "")
    desk = replace(
        desk_with(whole),
        outline=told,
        templates=environment(templates(), catalogue(language)),
        competency=_by_source(in_language(it, translation) for it in competencies),
        exemplar=_by_source(in_language(it, translation) for it in exemplars),
        words=catalogue(language),
        terms=terms_of(told.glossary, language),
        tree=Tree(language, f"{language}/", told),
    )
    return _writing(desk)


def _writing(desk: Desk) -> Desk:
    """The same desk, which has written a competency's page whenever somebody asks for it."""

    def written(address: str) -> bytes:
        found = next(it for it in plans("competency", desk.outline) if it.address == address)
        return PAGES["competency"].render(found, desk).article.encode()

    return replace(desk, page=written)


def page_in(
    language: str,
    kind: str,
    competencies: Iterable[Competency] = (competency(),),
    exemplars: Iterable[Exemplar] = (),
    said: Mapping[str, str] = MappingProxyType({}),
    **changes: Any,
) -> Element:
    """What the first page of this kind shows in another language."""
    competencies, exemplars = tuple(competencies), tuple(exemplars)
    whole = small_outline(competencies, exemplars, languages=("en", language), **changes)
    desk = desk_in(language, whole, competencies, exemplars, said)
    return read(PAGES[kind].render(plans(kind, desk.outline)[0], desk).article)


def plans(kind: str, whole: Outline, shared: str = "") -> list[Plan]:
    """The pages of this kind that an outline asks for."""
    return list(PAGES[kind].plans(whole, shared))


@cache
def _templates() -> Environment:
    return environment(templates())


def _published(file: str) -> PublishedMedium:
    stem, _, suffix = file.rpartition(".")
    if not is_picture(file):
        return PublishedMedium(file, False, (Version(f"{stem}-0.{suffix}", 0, 0, f"{file} 0"),), 90.0)
    sizes = ((480, "webp"), (1200, "webp"), (1200, "jpg"))
    versions = (
        Version(f"{stem}-{place}.{ending}", width, width // 2, f"{file} {place}")
        for place, (width, ending) in enumerate(sizes)
    )
    return PublishedMedium(file, True, tuple(versions))


def _by_source(things: Iterable[Any]) -> Callable[[str], Any]:
    known = {it.source: it for it in things}
    return lambda source: known[source]
