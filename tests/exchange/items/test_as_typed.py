"""Texts that come back saying the same stay as the school has typed them."""

from __future__ import annotations

from dataclasses import replace

from site_builder.exchange.framework import Framework
from site_builder.exchange.items.as_typed import as_typed
from site_builder.model import Level, Scale, Skill
from tests.exchange.demonstration import framework
from tests.site.continua import area, competency

SCALE = Scale("learning", (Level("1", "One", "It is __so__.", 1, False), Level("2", "Two", "", 2, True)))


def school() -> Framework:
    skill = Skill("LIT.ARG.1", "Claim", {"1": ("I __can__.",), "2": ("* a\n* b", "c")}, statement="How _well_?")
    mine = competency(skills=(skill,), statement="I *can*\nargue.", target="2")
    return framework([mine], [area(scale=SCALE, about="We __read__.")])


def test_what_reads_the_same_is_as_it_was_typed() -> None:
    mine = school()
    skill = Skill("LIT.ARG.1", "Claim", {"1": ("I **can**.",), "2": ("- a\n- b", "c")}, statement="How *well*?")
    levels = (replace(SCALE.levels[0], means="It is **so**."), SCALE.levels[1])
    coming = framework(
        [competency(skills=(skill,), statement="I _can_\nargue.")],
        [area(scale=replace(SCALE, levels=levels), about="We **read**.")],
    )
    back = as_typed(coming, mine)
    assert back.by_id["LIT.ARG"] == mine.by_id["LIT.ARG"]
    assert back.areas == mine.areas
    assert back.settings.scales == mine.settings.scales


def test_what_reads_differently_is_new() -> None:
    skill = Skill("LIT.ARG.1", "Claim", {"1": ("I *can*.",), "2": ("a",)}, statement="How?")
    coming = framework(
        [competency(skills=(skill,), statement="I can.", target="1")], [area(scale=SCALE, about="We write.")]
    )
    back = as_typed(coming, school())
    assert back.by_id["LIT.ARG"] == coming.by_id["LIT.ARG"]
    assert back.areas[0].about == "We write."


def test_what_the_school_does_not_have_stays_as_it_comes() -> None:
    other = Scale("other", (Level("a", "A", "", 1, False),))
    coming = framework([competency("NEW.ONE", area="novel")], [area("novel", other)])
    assert as_typed(coming, school()) == coming
    assert as_typed(coming, None) is coming


def test_whether_a_single_level_is_the_one_to_reach_makes_no_difference() -> None:
    single = Scale("single", (Level("1", "One", "", 1, False),))
    mine = framework([competency()], [area(scale=single)])
    coming = framework([competency(target="1")], [area(scale=single)])
    assert as_typed(coming, mine).by_id["LIT.ARG"].target == ""


def test_a_statement_that_shows_nothing_stays_beside_those_that_come_back() -> None:
    def said(*texts: str) -> Framework:
        return framework([competency(skills=(Skill("LIT.ARG.1", "Claim", {"1": texts}),))])

    back = as_typed(said("One."), said("One.", ">"))
    assert back.skills["LIT.ARG.1"][1].levels == {"1": ("One.", ">")}
