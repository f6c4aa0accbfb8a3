"""A pathway on a student's page."""

from __future__ import annotations

from typing import Any

from site_builder.progress.routes import Ask, Route, route
from site_builder.progress.standing import RequirementStanding
from tests.progress.standings import (
    ARGUE,
    RETELL,
    SITE,
    asked,
    choice,
    day,
    guide,
    page,
    pathway,
    piece,
    standing,
    work,
)
from tests.site.continua import learning

SHOWN = asked(is_met=True, on=day(10), position=3, works=(work(piece(task="Letter")), work(piece(task="Debate"))))
OPEN = asked("LIT.RET", "4")


def told(*asks: RequirementStanding, site_url: str = "", **changes: Any) -> Route:
    """A pathway that asks for these."""
    it = pathway(*asks, **changes)
    return route(it, standing(pathways=[it]), guide((ARGUE, RETELL), pathways=[it.pathway], site_url=site_url))


def ask(it: RequirementStanding) -> Ask:
    (made,) = told(it).asks
    return made


def test_what_is_shown_says_on_which_day_and_by_which_works() -> None:
    it = ask(SHOWN)
    assert (it.title, it.label.striptags()) == ("Argue from evidence", "3Proficient")
    assert it.is_met
    assert it.says == "22 May 2026, by Letter, Debate"


def test_a_task_that_counts_for_several_skills_is_named_once() -> None:
    works = (work(piece(task="Letter")), work(piece(task="Letter", skill="LIT.ARG.2")), work(piece()))
    assert ask(asked(is_met=True, on=day(10), works=works)).says == "22 May 2026, by Letter"


def test_a_revised_task_is_named_as_its_newest_version_is() -> None:
    works = (work(piece(task="Leter"), piece(task="Letter")),)
    assert ask(asked(is_met=True, on=day(10), works=works)).says == "22 May 2026, by Letter"


def test_works_without_names_leave_the_day() -> None:
    assert ask(asked(is_met=True, on=day(10), works=(work(piece()),))).says == "22 May 2026"


def test_what_is_open_says_how_far_it_is() -> None:
    assert ask(OPEN).says == "open"
    assert ask(asked("LIT.RET", "4", position=2)).says == "now at 2"
    assert not ask(OPEN).is_met


def test_any_of_several_and_all_of_them_are_told_apart() -> None:
    assert ask(choice(1, SHOWN, OPEN)).title == "Any 1 of these"
    assert ask(choice(2, SHOWN, OPEN)).title == "All of these"
    assert ask(choice(2, SHOWN, OPEN, OPEN)).title == "Any 2 of these"


def test_a_choice_that_is_made_has_its_day_and_keeps_what_it_was_made_from() -> None:
    it = ask(choice(1, SHOWN, OPEN, is_met=True, on=day(10)))
    assert it.says == "22 May 2026"
    assert [inner.is_met for inner in it.within] == [True, False]


def test_choices_stand_within_choices() -> None:
    it = ask(choice(1, choice(2, SHOWN, OPEN), OPEN))
    assert [inner.title for inner in it.within] == ["All of these", "Retell"]
    assert len(it.within[0].within) == 2


def test_what_is_earned_has_its_day() -> None:
    assert told(SHOWN, earned_on=day(10)).earned == "22 May 2026"
    assert told(OPEN).earned == ""


def test_it_leads_to_the_public_site_where_there_is_one() -> None:
    it = told(SHOWN, site_url=SITE)
    assert it.href == "https://riverbend.example/pathways/first/"
    assert it.asks[0].href == "https://riverbend.example/literacy/lit-arg/"
    assert (told(SHOWN).href, told(SHOWN).asks[0].href) == ("", "")


def test_a_competency_that_has_left_the_continuum_is_named_by_its_code() -> None:
    it = ask(asked("LIT.OLD", is_met=True, on=day(10)))
    assert (it.title, it.href, it.is_met) == ("LIT.OLD", "", True)


def test_a_level_that_the_scale_does_not_have_does_not_stop_the_page() -> None:
    assert ask(asked(level="9")).label.striptags() == "1" + learning().levels[0].name


class TestOnThePage:
    """What a family reads."""

    def shown(self, *asks: RequirementStanding, **changes: Any) -> str:
        it = pathway(*asks, **changes)
        by = guide((ARGUE, RETELL), pathways=[it.pathway])
        return page(standing(pathways=[it]), by).one("section", aria_labelledby="pathways").words

    def test_shown_and_open_are_told_in_words(self) -> None:
        words = self.shown(SHOWN, OPEN)
        assert "Shown: Argue from evidence 3Proficient 22 May 2026, by Letter, Debate" in words
        assert "Still to show: Retell 4Extending open" in words

    def test_the_credit_is_named_and_nobody_is_hurried(self) -> None:
        assert "First credit One credit. There is no deadline." in self.shown(OPEN)

    def test_an_earned_one_says_since_when(self) -> None:
        assert "First credit · earned 22 May 2026" in self.shown(SHOWN, earned_on=day(10))

    def test_without_pathways_the_page_does_not_speak_of_them(self) -> None:
        assert "Pathways" not in page().words
