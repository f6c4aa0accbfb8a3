"""A continuum with every kind of page, in which each text of each noun is what a test says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from datetime import date
from typing import Any, TypeVar

from site_builder.model import (
    Annotation,
    Area,
    Competency,
    Evidence,
    Exemplar,
    Glossary,
    Kind,
    Level,
    Medium,
    Mode,
    Moderation,
    Page,
    Pathway,
    Requirement,
    Retired,
    Scale,
    Settings,
    Skill,
    Standard,
    Term,
)
from site_builder.outline import Outline
from site_builder.site.desk import Desk, Poured
from site_builder.site.pages import PAGES
from site_builder.site.plan import Plan
from tests.site.continua import area, competency, desk_with, exemplar, small_outline

T = TypeVar("T")
Texts = Callable[[str], str]
# What holds a continuum together, and what nobody reads: all other texts are a school's own words.
_NOT_WORDS = frozenset({"id", "slug", "area", "source", "competency", "level", "skill", "image", "audio", "file"}) | {
    *("target", "consent_record", "wording", "language"),
}
SKILL = "LIT.ARG.1"


class Filled:
    """The nouns of a small continuum; `texts` is asked for each text by its name, as in "Skill.title"."""

    def __init__(self, texts: Texts) -> None:
        self.texts = texts
        names = (("1", False), ("2", True), ("3", False))
        levels = tuple(self.said(Level(id, "", "", place, is_target)) for place, (id, is_target) in enumerate(names, 1))
        self.scales = (Scale("learning", levels), Scale("habits", levels, is_habit=True))
        self.areas = [self.said(area("literacy", self.scales[0])), self.said(_agency(self.scales[1]))]
        self.competencies = list(self._competencies())
        self.exemplars = list(self._exemplars())
        ask = Requirement("LIT.ARG", "2")
        requires = (ask, Requirement(any_of=1, of=(ask, Requirement("AGE.GOA", "2"))))
        self.pathways = [self.said(Pathway("first", "first", "", "", requires, "continuum/pathways/first.yml"))]
        pages = (("index", "continuum/pages/index.md"), ("families", "continuum/pages/families.md"))
        self.pages = [self.said(Page(slug, "", "", source)) for slug, source in pages]
        self.glossary = Glossary((replace(self.said(Term("claim", "", "")), also=(texts("Term.also"),)),))

    def said(self, thing: T) -> T:
        """The same thing, saying what the test wants in each of its texts."""
        return replace(thing, **{name: self.texts(name_of(thing, name)) for name in words_of(thing)})  # type: ignore[type-var]

    def outline(self) -> Outline:
        """All of it in outline."""
        empty = Settings("", "", "", ("en",), {}, (), judging=None)  # type: ignore[arg-type]
        settings = {name: self.texts(name_of(empty, name)) for name in words_of(empty)}
        return small_outline(
            self.competencies, self.exemplars, self.areas, self.pathways, self.pages, self.glossary, **settings
        )

    def desk(self, **changes: Any) -> Desk:
        """What rendering its pages needs."""
        return desk_with(self.outline(), self.competencies, self.exemplars, **changes)

    def rendered(self, shared: str = "") -> dict[str, tuple[Plan, Poured]]:
        """Every page by its address."""
        desk = self.desk(edit_uri="https://git.example/edit/")
        found = ((kind, plan) for kind in PAGES.values() for plan in kind.plans(desk.outline, shared))
        return {plan.address: (plan, kind.render(plan, desk)) for kind, plan in found}

    def _competencies(self) -> Iterator[Competency]:
        said, text = self.said, self.texts
        statements = {level: (text("Skill.levels"), f"{text('Skill.levels')} {level}") for level in ("1", "2")}
        skill = replace(said(Skill(SKILL, "", statements)), supports={"2": (text("Skill.supports"),)})
        other = Skill(
            "LIT.ARG.2", "Evidence", {"1": ("One.",), "3": ("Three.",)}, not_used=("2",), evidence=Evidence(2, 2)
        )
        standard = said(Standard("", ""))
        yield said(competency("LIT.ARG", skills=(skill, other), standards=(standard,), was=("old",)))
        yield said(competency("LIT.DEB", prerequisites=("LIT.ARG",), skills=(replace(skill, id="LIT.DEB.1"),)))
        yield said(competency("LIT.OLD", retired=Retired(date(2026, 8, 1), "LIT.ARG"), skills=()))
        yield said(competency("AGE.GOA", area="agency", skills=(replace(skill, id="AGE.GOA"),)))

    def _exemplars(self) -> Iterator[Exemplar]:
        said = self.said
        quote = said(Annotation(SKILL, "2", ""))
        place = replace(said(Annotation(SKILL, "2", "")), quote="", image="table.png", region=(1, 2, 3, 4))
        moment = replace(said(Annotation(SKILL, "1", "")), quote="", audio="talk.mp3", time=(1, 2))
        media = (said(Medium("table.png")), said(Medium("talk.mp3")), said(Medium("talk.mp4")))
        work = replace(
            said(exemplar("lunch", level="2", annotations=(quote, place, moment), media=media, skills={SKILL: "2"})),
            body=f"So {quote.quote} it is.\n\n{self.texts('Exemplar.body')}",
            moderation=said(Moderation(is_moderated=True, panel=3, on=date(2026, 5, 12))),
        )
        yield work
        yield replace(said(exemplar("dog", level="1", mode=Mode.AUDIO)), body=self.texts("Exemplar.body"))


def words_of(thing: object) -> list[str]:
    """The names of the texts that a noun has."""
    return [it.name for it in fields(thing) if it.type == "str" and it.name not in _NOT_WORDS]  # type: ignore[arg-type]


def name_of(thing: object, field: str) -> str:
    """How a text is called in a test: Skill.title."""
    return f"{type(thing).__name__}.{field}"


def _agency(scale: Scale) -> Area:
    return area("agency", scale, kind=Kind.LIFELONG)
