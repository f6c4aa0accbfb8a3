"""Frameworks as somebody could have written them, for property tests: texts of any letters, any number of levels.

Everything in them keeps what sources promise: ids are unique and fit, levels are on the scale, a skill is described at
each level, says which it does not use, or is not described at all. Competencies are in the order of their ids.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from hypothesis import strategies as st

from site_builder.exchange.framework import Framework
from site_builder.model import (
    Area,
    Competency,
    Evidence,
    Judging,
    Kind,
    Level,
    Retired,
    Scale,
    Settings,
    Skill,
    Standard,
)

# Letters that have something to say to a spreadsheet, to YAML, to HTML, to JSON, or to nobody.
_LETTERS = st.characters(
    codec="utf-8",
    exclude_categories=("Cc", "Cs", "Cn", "Co", "Cf", "Zl", "Zp"),
)
_ODD = st.sampled_from(
    [
        "=1+1",
        "+3",
        "-",
        "@home",
        "'quoted'",
        '"',
        "a: b",
        "# no comment",
        "null",
        "• point",
        "1.",
        "é",
        "e\u0301",
        f"{'words ' * 40}end",
    ]
)
_LINE = (st.text(_LETTERS, min_size=1, max_size=30) | _ODD).map(lambda it: " ".join(it.split())).filter(bool)
LINES = _LINE
"""A text of one line, without blanks at its ends."""
TEXTS = st.lists(_LINE, min_size=1, max_size=3).map("\n\n".join)
"""A text of one to three paragraphs."""
UUIDS = st.uuids(version=4).map(str)
_IDS = st.from_regex(r"[A-Z][A-Za-z0-9]{0,6}(\.[A-Z0-9]{1,4}){0,2}", fullmatch=True)


@st.composite
def scales(draw: st.DrawFn, id: str) -> Scale:
    """A scale of one to six levels, numbered or named, with one target or none."""
    count = draw(st.integers(1, 6))
    words = draw(st.booleans())
    ids = [f"step-{it}" if words else str(it) for it in range(1, count + 1)]
    names = draw(st.lists(_LINE, min_size=count, max_size=count, unique_by=str.casefold))
    target = draw(st.integers(0, count))
    return Scale(
        id,
        tuple(
            Level(it, name, draw(st.just("") | TEXTS), place, place == target)
            for place, (it, name) in enumerate(zip(ids, names, strict=True), 1)
        ),
    )


@st.composite
def frameworks(draw: st.DrawFn) -> Framework:
    """A whole framework of up to three areas, two scales and six competencies."""
    known = {id: draw(scales(id)) for id in draw(st.sampled_from([("learning",), ("learning", "habits")]))}
    count = draw(st.integers(1, 3))
    taken: set[str] = set()
    areas = tuple(draw(_areas(number, known, taken)) for number in range(1, count + 1))
    competencies = [it for area in areas for it in draw(_competencies(area, taken))]
    ids = [it.id for it in competencies]
    linked = tuple(draw(_linked(it, ids[:place])) for place, it in enumerate(competencies))
    settings = Settings(
        title=draw(_LINE),
        description=draw(TEXTS),
        version=draw(st.just("") | _LINE),
        languages=draw(st.sampled_from([("en",), ("es", "en"), ("nl",)])),
        scales=known,
        areas=tuple(it.slug for it in areas),
        judging=draw(st.sampled_from([Judging(), Judging("latest"), Judging("sustained", 3, 4)])),
        identifier=draw(UUIDS),
    )
    return Framework(settings, areas, linked)


@st.composite
def _areas(draw: st.DrawFn, number: int, known: dict[str, Scale], taken: set[str]) -> Area:
    kind = draw(st.sampled_from(Kind))
    slug = f"area-{number}"
    scale = known[draw(st.sampled_from(sorted(known)))]
    scale = Scale(scale.id, scale.levels, kind is Kind.LIFELONG)
    id, title, about = draw(_fresh(taken)), draw(_LINE), draw(TEXTS)
    return Area(id, slug, title, kind, scale, about, f"continuum/{slug}/area.yml", draw(st.just("") | UUIDS))


@st.composite
def _competencies(draw: st.DrawFn, area: Area, taken: set[str]) -> Sequence[Competency]:
    made = [draw(_competency(area, number, taken)) for number in range(draw(st.integers(0, 3)))]
    return sorted(made, key=lambda it: it.id)


@st.composite
def _competency(draw: st.DrawFn, area: Area, number: int, taken: set[str]) -> Competency:
    id, title, slug = draw(_fresh(taken)), draw(_LINE), f"it-{number}"
    levels = [it.id for it in area.scale.levels]
    evidence = draw(st.none() | _evidence(levels))
    identifier = draw(st.just("") | UUIDS)
    skills = tuple(draw(_skill(draw(_fresh(taken)), levels)) for _ in range(draw(st.integers(0, 3))))
    own = draw(_skill(id, levels))
    only = Skill(
        id, title, own.levels, own.not_used, evidence, own.supports, own.at_home, statement="", identifier=identifier
    )
    return Competency(
        id=id,
        slug=slug,
        area=area.slug,
        title=title,
        statement=draw(TEXTS),
        skills=skills or (only,),
        source=f"continuum/{area.slug}/{slug}.yml",
        why=draw(st.just("") | TEXTS),
        about=draw(st.just("") | TEXTS),
        standards=tuple(draw(st.lists(_standards, max_size=2))),
        evidence=evidence,
        target=draw(st.sampled_from(["", *levels])),
        was=tuple(draw(st.sampled_from([(), ("old-name",)]))),
        identifier=identifier,
    )


@st.composite
def _linked(draw: st.DrawFn, it: Competency, before: Sequence[str]) -> Competency:
    """The competency with prerequisites among those before it, so that they make no circle."""
    earlier = draw(st.lists(st.sampled_from(before), max_size=2, unique=True)) if before else []
    retired = draw(st.none() | st.none() | _retired(before))
    return replace(it, prerequisites=tuple(earlier), retired=retired)


@st.composite
def _retired(draw: st.DrawFn, before: Sequence[str]) -> Retired:
    on = date(2024, 1, 1) + timedelta(days=draw(st.integers(0, 900)))
    return Retired(on, draw(st.sampled_from(["", *before])))


@st.composite
def _skill(draw: st.DrawFn, id: str, levels: Sequence[str]) -> Skill:
    described = draw(st.sampled_from(["all", "some", "none"]))
    used = list(levels) if described == "all" else []
    if described == "some":
        used = [it for it in levels if draw(st.booleans())] or [levels[0]]
    return Skill(
        id=id,
        title=draw(_LINE),
        levels={it: tuple(draw(st.lists(TEXTS, min_size=1, max_size=3, unique=True))) for it in used},
        not_used=tuple(it for it in levels if it not in used) if used else (),
        evidence=draw(st.none() | _evidence(levels)),
        supports={it: (draw(TEXTS),) for it in levels if draw(st.booleans())},
        at_home=draw(st.just("") | TEXTS),
        statement=draw(st.just("") | TEXTS),
        identifier=draw(st.just("") | UUIDS),
    )


@st.composite
def _evidence(draw: st.DrawFn, levels: Sequence[str]) -> Evidence:
    at = tuple((it, Evidence(draw(st.integers(1, 5)), draw(st.integers(1, 3)))) for it in levels if draw(st.booleans()))
    return Evidence(draw(st.integers(1, 5)), draw(st.integers(1, 3)), at)


_standards = st.builds(
    Standard,
    code=_LINE,
    framework=_LINE,
    uri=st.sampled_from(["", "https://standards.example/W.8.1"]),
    match=st.just("") | _LINE,
)


@st.composite
def _fresh(draw: st.DrawFn, taken: set[str]) -> str:
    id = draw(_IDS.filter(lambda it: it.casefold() not in taken))
    taken.add(id.casefold())
    return id


def seeded(number: int) -> str:
    """A UUID that stands for a random one in a test."""
    return str(UUID(int=number, version=4))
