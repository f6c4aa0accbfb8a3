"""Nouns of a continuum with any texts, as a property test needs them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import strategies as st

from site_builder.model import (
    Annotation,
    Area,
    Competency,
    Exemplar,
    Glossary,
    Judging,
    Kind,
    Level,
    Medium,
    Mode,
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

TEXTS = st.text(st.sampled_from("aé中ا -\n*"), max_size=12)
# Of a list in a source no member is empty.
_SAID = st.text(st.sampled_from("aé中\n*"), min_size=1, max_size=12).filter(str.strip)
_IDS = st.lists(st.sampled_from([*"123456789", "A", "A.1", "A.2", "b-c", "levels", "title"]), unique=True, max_size=4)
_FILES = st.lists(st.sampled_from(["1", "map.png", "talk.mp3", "title", "a b.jpg"]), unique=True, max_size=3)


def _statements(draw: Any) -> dict[str, tuple[str, ...]]:
    return {id: tuple(draw(st.lists(_SAID, min_size=1, max_size=3))) for id in draw(_IDS)}


@st.composite
def skills(draw: Any, id: str = "A.1", title: str | None = None, statement: str | None = None) -> Skill:
    """A skill; its levels are any, as many as there are."""
    return Skill(
        id,
        draw(TEXTS) if title is None else title,
        _statements(draw),
        supports=_statements(draw),
        at_home=draw(TEXTS),
        statement=draw(TEXTS) if statement is None else statement,
    )


@st.composite
def competencies(draw: Any) -> Competency:
    """A competency with skills, or one that is its own only skill."""
    title = draw(TEXTS)
    is_its_own = draw(st.booleans())
    found = [draw(skills("A", title, ""))] if is_its_own else [draw(skills(f"A.{it}")) for it in draw(_IDS)]
    texts = [draw(TEXTS) for _ in range(3)]
    made = Competency("A", "a", "lit", title, texts[0], tuple(found), "continuum/lit/a.yml", texts[1], texts[2])
    matches = draw(st.lists(TEXTS | st.sampled_from(["close", "Exact"]), max_size=3))
    return replace(made, standards=tuple(Standard("W.8", "A framework", match=it) for it in matches))


@st.composite
def scales(draw: Any, id: str) -> Scale:
    """A scale of levels with different ids."""
    ids = draw(_IDS)
    return Scale(id, tuple(Level(it, draw(TEXTS), draw(TEXTS), place, False) for place, it in enumerate(ids, 1)))


@st.composite
def settings_of_all(draw: Any) -> Settings:
    """What continuum.yml says."""
    scale = {id: draw(scales(id)) for id in draw(_IDS)}
    school = School(*(draw(TEXTS) for _ in range(4)))
    return Settings(draw(TEXTS), draw(TEXTS), "2026", ("en", "es"), scale, (), Judging(), school=school)


@st.composite
def exemplars(draw: Any) -> Exemplar:
    """A piece of student work with notes and media."""
    notes = draw(st.lists(st.builds(Annotation, st.just("A.1"), st.just("1"), TEXTS, TEXTS), max_size=3))
    media = [Medium(file, *(draw(TEXTS) for _ in range(4))) for file in draw(_FILES)]
    texts = {name: draw(TEXTS) for name in ("summary", "task", "support", "time", "writer", "licence", "why")}
    return Exemplar(
        id="lit/work",
        slug="work",
        area="lit",
        title=draw(TEXTS),
        competency="A",
        level="1",
        mode=Mode.WRITING,
        body=draw(TEXTS),
        source="exemplars/lit/work/index.md",
        moderation=Moderation(True, note=draw(TEXTS)),
        consent_until=date(2030, 1, 1),
        consent_record="1",
        annotations=tuple(notes),
        media=tuple(media),
        not_yet_next=draw(TEXTS),
        **texts,
    )


AREAS = st.builds(
    lambda title, about: Area("LIT", "lit", title, Kind.KNOWLEDGE, Scale("s", ()), about, "continuum/lit/area.yml"),
    TEXTS,
    TEXTS,
)
PATHWAYS = st.builds(
    lambda title, about, credit: Pathway("P", "p", title, about, (), "continuum/pathways/p.yml", credit),
    TEXTS,
    TEXTS,
    TEXTS,
)
PAGES = st.builds(lambda title, body, about: Page("p", title, body, "continuum/pages/p.md", about), TEXTS, TEXTS, TEXTS)
GLOSSARIES = st.builds(
    lambda ids, term, means: Glossary(tuple(Term(id, term, means) for id in ids)), _IDS, TEXTS, TEXTS
)
THINGS = st.one_of(competencies(), exemplars(), settings_of_all(), AREAS, PATHWAYS, PAGES, GLOSSARIES)
