"""Standings made by hand, and all that drawing them needs; everybody here is invented."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import Any

from jinja2 import Environment

from site_builder.evidence.piece import Piece
from site_builder.evidence.student import Student
from site_builder.look.po_words import NO_WORDS
from site_builder.look.templates import environment
from site_builder.look.words import Words
from site_builder.model import Area, Competency, Exemplar, Pathway, Requirement, Skill
from site_builder.progress.desk import Desk, desk_for
from site_builder.progress.ground import ground_of
from site_builder.progress.guide import Guide, guide_for
from site_builder.progress.page import student_page
from site_builder.progress.standing import (
    Change,
    CompetencyStanding,
    PathwayStanding,
    RequirementStanding,
    SkillStanding,
    Standing,
    State,
    Step,
    Work,
)
from site_builder.progress.telling import as_written
from site_builder.progress.voice import Voice
from site_builder.resources import templates
from tests.site.continua import CLAIM, area, competency, habits, small_outline
from tests.site.markup import Element, read

AS_OF = date(2026, 6, 1)
SITE = "https://riverbend.example/"
ADA = Student("s-1", "Ada Brook", "Ada", "Brook, Ada")
ARGUE = competency()
RETELL = competency("LIT.RET", title="Retell", skills=(Skill("LIT.RET.1", "Order", CLAIM),))
HABITS = area("agency", habits())
HABIT = competency(
    "AGE.GOA",
    area="agency",
    title="Set goals",
    skills=(Skill("AGE.GOA.1", "Plan", {it.id: (f"I plan {it.name}.",) for it in habits().levels}),),
)
# What tries to leave the place of a text, as attack 32 has it, with marks that turn the reading direction.
NASTY = (
    "<script>alert(1)</script> </script> <!-- ]]> \u2028 \u202etxt.exe\u202c \"'> <img src=x onerror=x> &amp; %(day)s"
)
NASTY_IN_WORDS = "<script>alert(1)</script> </script> <!-- ]]> txt.exe \"'> <img src=x onerror=x> &amp; %(day)s"
VOICE = Voice("I like to *argue*.", AS_OF - timedelta(days=14), ("To ask before I answer",), ("Finding sources",))
# Words that no page says of a student.
DEFICIT = re.compile(
    r"\b(below|weak\w*|fail\w*|behind|miss(?:ing|ed)|only|poor\w*|lack\w*|deficit\w*)\b", re.IGNORECASE
)


class Marked(Words):
    """Says every text of the catalogue between brackets, and remembers it."""

    def __init__(self) -> None:
        super().__init__("en", NO_WORDS.compiled, "")
        self.said: set[str] = set()

    def gettext(self, message: str) -> str:
        self.said.add(message)
        return f"⟦{message}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        assert isinstance(n, int), f"“{msgid1}” is counted by {n!r}"
        self.said.add(msgid1)
        return f"⟦{msgid1 if n == 1 else msgid2}⟧"


def day(before: int) -> date:
    """So many days before the day of the page."""
    return AS_OF - timedelta(days=before)


def desk(
    competencies: Iterable[Competency] = (ARGUE,),
    *,
    areas: Iterable[Area] = (area(),),
    exemplars: Iterable[Exemplar] = (),
    pathways: Iterable[Pathway] = (),
    site_url: str = "",
    words: Words | None = None,
    language: str = "",
    **settings: Any,
) -> Desk:
    """A desk over these things, in these words; `settings` are changes to the school's settings."""
    whole = small_outline(competencies, exemplars, areas, pathways, **settings)
    ground = ground_of(whole.settings, whole.areas, competencies, whole.pathways)
    known = as_written(ground, whole)
    told = replace(known, language=language or known.language, words=words or known.words)
    made = desk_for(told, site_url, AS_OF)
    return made if words or language else replace(made, templates=_templates())


@cache
def _templates() -> Environment:
    return environment(templates())


def guide(competencies: Iterable[Competency] = (ARGUE,), **changes: Any) -> Guide:
    """A guide to the skills of these competencies; `changes` are to its desk."""
    return guide_for(desk(tuple(competencies), **changes))


def piece(level: str = "3", before: int = 10, **changes: Any) -> Piece:
    """A piece of the first skill, so many days before the day of the page."""
    return Piece("s-1", "LIT.ARG.1", level, day(before))._replace(**changes)


def work(*versions: Piece, **changes: Any) -> Work:
    """One task with these versions, oldest first."""
    newest = versions[-1]
    position = int(newest.level) if newest.level.isdigit() else 0
    return Work(versions, position, newest.on, newest.kind, newest.is_formative)._replace(**changes)


def at(position: int, it: Skill = ARGUE.skills[0], *, target: int = 3, **changes: Any) -> SkillStanding:
    """A skill at a level, for 20 days, with the last piece 10 days old; 0 for one that nobody has looked at."""
    if not position:
        return SkillStanding(it, State.NONE, 0, target)._replace(**changes)
    state = State.NOT_YET if position < target else State.AT if position == target else State.BEYOND
    made = SkillStanding(it, state, position, target, pieces=2, since=day(20), last=day(10))
    return made._replace(**changes)


def early(position: int = 2, it: Skill = ARGUE.skills[0], **changes: Any) -> SkillStanding:
    """A skill with less evidence than is asked for."""
    return at(position or 1, it)._replace(state=State.EARLY, position=position, pieces=1, **changes)


def stands(*skills: SkillStanding, it: Competency = ARGUE, place: Area | None = None, **changes: Any) -> Any:
    """A competency whose skills stand so; it stands as the first of them does."""
    first = skills[0]
    made = CompetencyStanding(
        it, place or area(), first.state, first.position, first.target, skills, first.since, first.last
    )
    return made._replace(**changes)


def habit(position: int = 2, **changes: Any) -> Any:
    """The habit, at a level of its own scale."""
    return stands(at(position, HABIT.skills[0], **changes), it=HABIT, place=HABITS)


def standing(*found: CompetencyStanding, pathways: Iterable[PathwayStanding] = (), pieces: int = 2) -> Standing:
    """Everything that a page says, on the day of the page."""
    return Standing("s-1", AS_OF, found or (stands(at(2)),), tuple(pathways), pieces)


def page(
    it: Standing | None = None,
    by: Guide | None = None,
    student: Student = ADA,
    voice: Voice | None = None,
    *,
    is_sealed: bool = True,
) -> Element:
    """What a student's page shows, to be looked at."""
    return read(student_page(it or standing(), student, voice, by or guide(), is_sealed=is_sealed))


def grown(*positions: int, settled: Sequence[int] = ()) -> tuple[Step, ...]:
    """A step every ten days, the last one ten days ago; each settles at its own level where nothing else is said."""
    places = list(zip(positions, settled or positions, strict=True))
    return tuple(Step(day(10 * (len(places) - number)), shown, after) for number, (shown, after) in enumerate(places))


def asked(id: str = "LIT.ARG", level: str = "3", *, is_met: bool = False, **changes: Any) -> RequirementStanding:
    """A requirement of one competency."""
    return replace(RequirementStanding(Requirement(id, level), is_met), **changes)


def choice(number: int, *within: RequirementStanding, is_met: bool = False, **changes: Any) -> RequirementStanding:
    """A requirement of so many of several."""
    wanted = Requirement(any_of=number, of=tuple(it.requirement for it in within))
    return replace(RequirementStanding(wanted, is_met, within=within), **changes)


def pathway(*asks: RequirementStanding, **changes: Any) -> PathwayStanding:
    """A pathway that asks for these."""
    requires = tuple(it.requirement for it in asks)
    path = Pathway("first", "first", "First credit", "", requires, "continuum/pathways/first.yml", "One credit")
    return replace(PathwayStanding(path, asks), **changes)


def everything(words: Words | None = None, text: str = "", site_url: str = SITE) -> tuple[Standing, Guide]:
    """A standing with something of everything; `text` stands behind every text of an export."""
    several = competency(skills=tuple(Skill(f"LIT.ARG.{at}", f"Skill {at}", CLAIM) for at in range(1, 6)))
    one, two, three, four, five = several.skills
    tries = work(
        piece("2", 40, task=f"Letter{text}", attempt=1, comment=f"Try again{text}", link="https://work.example/1"),
        piece("3", 10, task=f"Letter{text}", attempt=2, reflection=f"I took it on{text}", assessor=f"Reed{text}"),
    )
    practice = work(piece("3", 15, skill=two.id, task=f"Quick write{text}", kind=f"writing{text}", is_formative=True))
    twice = work(piece("2", 12, skill=three.id, task=f"Debate{text}", assessor="Reed"), is_read_twice=True)
    decided = piece("4", 9, skill=four.id, comment=f"She explained it to the class{text}", assessor=f"Reed{text}")
    found = stands(
        at(3, one, works=(tries,), steps=grown(1, 2, 3), change=Change(day(10), 2, 3)),
        early(2, two, works=(practice,), steps=tuple(it._replace(is_formative=True) for it in grown(1, 2))),
        at(2, three, works=(twice,), steps=tuple(it._replace(is_baseline=True) for it in grown(1, 2))),
        at(4, four, decision=decided),
        at(0, five),
        it=several,
        state=State.NOT_YET,
        is_ready=True,
    )
    later = stands(at(2, RETELL.skills[0], is_for_a_fresh_look=True, last=day(200)), it=RETELL, lacking=("LIT.ARG",))
    path = pathway(
        asked(is_met=True, on=day(10), position=3, works=(tries,)),
        choice(1, asked("LIT.RET", position=2), asked("LIT.RET", "4")),
        choice(2, asked("LIT.RET"), asked("LIT.RET", "2", is_met=True, on=day(9))),
    )
    earned = replace(pathway(asked(is_met=True, on=day(10), position=3)), earned_on=day(10))
    by = guide(
        (several, RETELL, HABIT), areas=(area(), HABITS), pathways=(path.pathway,), words=words, site_url=site_url
    )
    return standing(found, later, habit(), pathways=(path, earned), pieces=7), by


@cache
def full() -> Element:
    """A page with something of everything."""
    it, by = everything()
    return page(it, by, voice=VOICE)


def details(page: Element, title: str) -> Element:
    """The fold, or the skill, whose summary begins with this title."""
    found = [it for it in page.all("details") if it.all("summary")[0].words.startswith(title)]
    assert found, f"nothing folds under {title}"
    return found[0]


def line_of(title: str, page: Element) -> str:
    """What the line of a skill says beside its title."""
    return details(page, title).one("summary").words.removeprefix(title).strip()


def said(page: Element) -> str:
    """All that a page says to eyes and to ears."""
    heard = [it[name] for it in page.walk() for name in ("aria-label", "alt", "title", "data-for")]
    return " ".join([page.words, *heard])


def outside(page: Element) -> set[str]:
    """Where the links of a page lead, but for places on the page itself."""
    return {it["href"] for it in page.all("a") if not it["href"].startswith("#")}


def only_own(test: Callable[[str], bool], page: Element) -> list[str]:
    """Attributes of a page whose names pass a test."""
    return [f"{it.tag} {name}" for it in page.walk() for name in it.attributes if test(name)]
