"""The page of a competency."""

from __future__ import annotations

import gc
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from jinja2.runtime import Context

from site_builder.model import Annotation, Competency, Evidence, Kind, Pathway, Requirement, Retired, Skill, Standard
from site_builder.site.pages import PAGES
from tests.site.continua import (
    CLAIM,
    area,
    competency,
    desk_with,
    exemplar,
    habits,
    learning,
    page,
    page_in,
    plans,
    small_outline,
)
from tests.site.markup import Element

EVIDENCE = {"1": ("I can point to something I saw.",), "2": ("I can choose evidence that fits.",)}


def skill(**changes: Any) -> Skill:
    return replace(Skill("LIT.ARG.1", "Claim", CLAIM), **changes)


def shown(it: Competency | None = None, *others: Competency, **changes: Any) -> Element:
    it = it or competency()
    return page("competency", [it, *others], subject=it.id, **changes)


def cells(it: Element) -> dict[str, Element]:
    return {cell["id"]: cell for cell in it.one("table", "lg").one("tbody").all("td")}


def section(it: Element, id: str) -> Element:
    return it.one("section", aria_labelledby=id)


class TestLevels:
    """The grid of skills and levels."""

    def test_every_cell_has_its_descriptor_and_a_link_to_itself(self) -> None:
        found = cells(shown())
        assert list(found) == ["LIT.ARG.1-1", "LIT.ARG.1-2", "LIT.ARG.1-3", "LIT.ARG.1-4"]
        for level, cell in enumerate(found.values(), 1):
            for text in CLAIM[str(level)]:
                assert text in cell.words
            assert cell.one("a", "cell")["href"] == f"#LIT.ARG.1-{level}"

    def test_the_link_of_a_cell_says_where_it_leads_by_its_code(self) -> None:
        assert cells(shown())["LIT.ARG.1-3"].one("a", "cell").words == "Link to ARG.1-3"

    def test_several_statements_are_a_list(self) -> None:
        assert len(cells(shown())["LIT.ARG.1-4"].all("li")) == 2

    def test_skills_are_rows_with_an_anchor_of_their_own(self) -> None:
        table = shown(competency(skills=(skill(), skill(id="LIT.ARG.2", title="Evidence")))).one("table", "lg")
        rows = table.all("th", scope="row")
        assert [it["id"] for it in rows] == ["LIT.ARG.1", "LIT.ARG.2"]
        assert all(it.words.startswith(name) for it, name in zip(rows, ("Claim", "Evidence"), strict=True))

    def test_columns_are_named_by_their_level_and_what_it_means(self) -> None:
        heads = shown().one("table", "lg").one("thead").all("th", scope="col")
        assert [it.one("span", "lv").words for it in heads] == ["1Emerging", "2Developing", "3Proficient", "4Extending"]
        assert "This is what Emerging means." in heads[0].words

    def test_the_target_level_is_flagged_in_words_and_marked_in_its_column(self) -> None:
        it = shown()
        heads = it.one("table", "lg").all("th", scope="col")
        assert [bool(head.all("span", "goal")) for head in heads] == [False, False, True, False]
        assert it.one("table", "lg").one("span", "goal").words == "goal"
        assert ["tg" in cell.classes for cell in cells(it).values()] == [False, False, True, False]

    def test_a_goal_of_its_own_stands_in_for_that_of_the_scale(self) -> None:
        assert "tg" in cells(shown(competency(target="2")))["LIT.ARG.1-2"].classes

    def test_the_level_that_a_narrow_screen_begins_with_is_the_target(self) -> None:
        radios = shown().all("input", name="lv")
        assert [it["id"] for it in radios if "checked" in it.attributes] == ["lv3"]

    def test_a_level_that_a_skill_does_not_use_says_so(self) -> None:
        both = (skill(), skill(id="LIT.ARG.2", levels=EVIDENCE, not_used=("3", "4")))
        found = cells(shown(competency(skills=both)))
        assert "This skill is not described at this level." in found["LIT.ARG.2-3"].words
        assert found["LIT.ARG.2-3"].one("a", "cell")["href"] == "#LIT.ARG.2-3"

    def test_levels_that_no_skill_uses_are_not_shown(self) -> None:
        assert list(cells(shown(competency(skills=(skill(levels=EVIDENCE),))))) == ["LIT.ARG.1-1", "LIT.ARG.1-2"]

    def test_a_competency_without_descriptors_says_that_they_are_being_written(self) -> None:
        it = shown(competency(skills=()))
        assert "The levels of this competency are still being written." in section(it, "levels").words
        assert not it.all("table", "lg")

    def test_a_cell_leads_to_the_first_work_that_was_noted_there(self) -> None:
        note = Annotation("LIT.ARG.1", "3", "A note.", quote="nine minutes")
        found = cells(shown(exemplars=[exemplar(annotations=(note,)), exemplar("second", annotations=(note,))]))
        assert found["LIT.ARG.1-3"].one("a", "seen")["href"] == "../../exemplars/literacy/lunch/"
        assert not found["LIT.ARG.1-2"].all("a", "seen")

    @pytest.mark.parametrize(
        ("count", "is_crowded", "is_long"), [(4, False, False), (6, True, False), (12, True, True)]
    )
    def test_a_long_scale_stands_a_few_levels_at_a_time(self, count: int, is_crowded: bool, is_long: bool) -> None:
        levels = {str(number): (f"I can do step {number}.",) for number in range(1, count + 1)}
        it = shown(competency(skills=(skill(levels=levels),)), areas=[area(scale=learning(count))])
        steps = it.one("div", "steps")
        assert len(cells(it)) == count
        assert ("crowd" in steps.classes, "long" in steps.classes) == (is_crowded, is_long)

    def test_habits_are_read_on_their_own_scale(self) -> None:
        goal = competency(
            "AGE.GOA", area="agency", skills=(Skill("AGE.GOA", "Goal", {"together": ("a",), "alone": ("b",)}),)
        )
        found = cells(shown(goal, areas=[area("agency", habits(), kind=Kind.LIFELONG)]))
        assert list(found) == ["AGE.GOA-together", "AGE.GOA-alone"]
        assert found["AGE.GOA-alone"].classes >= {"e3", "k3", "tg"}


class TestNotDescribedYet:
    """Skills of which nobody has said yet what each level looks like."""

    BARE = (skill(levels={}, statement="I can *make* a claim."), skill(id="LIT.ARG.2", title="Evidence", levels={}))

    def test_the_levels_are_shown_with_what_they_mean_and_one_sentence_says_the_rest(self) -> None:
        it = section(shown(competency(skills=self.BARE)), "levels")
        assert not it.all("table", "lg")
        assert [card.one("span", "lv").words for card in it.all("li", "card")] == [
            *("1Emerging", "2Developing", "3Proficient", "4Extending")
        ]
        assert "This is what Proficient means." in it.words
        assert it.one("span", "goal").words == "goal"
        assert [quiet.words for quiet in it.all("p", "unused")] == [
            "What each level looks like here is not described yet."
        ]

    def test_each_skill_stands_there_once_with_its_code_and_what_it_is(self) -> None:
        rows = section(shown(competency(skills=self.BARE)), "levels").one("ul", "bare").all("li")
        assert [row.words for row in rows] == ["Claim LIT.ARG.1 I can make a claim.", "Evidence LIT.ARG.2"]
        assert [row["id"] for row in rows] == ["LIT.ARG.1", "LIT.ARG.2"]

    def test_the_addresses_of_its_levels_are_there_already(self) -> None:
        ids = [
            it["id"] for it in section(shown(competency(skills=self.BARE)), "levels").walk() if "id" in it.attributes
        ]
        assert {f"LIT.ARG.{number}-{level}" for number in "12" for level in "1234"} <= set(ids)
        assert len(ids) == len(set(ids))

    def test_there_are_no_steps_between_levels_and_no_descriptors_to_look_at(self) -> None:
        it = shown(competency(skills=self.BARE))
        assert not it.all("section", "cmp")
        assert "Step by step" not in it.links()
        assert "descriptors" not in it.words
        assert "2 skills" in it.words

    def test_a_competency_that_is_its_own_skill_is_not_named_twice(self) -> None:
        it = section(shown(competency(skills=(Skill("LIT.ARG", "Argue from evidence", {}),))), "levels")
        assert "Argue from evidence" not in it.words
        ids = [at["id"] for at in it.all("span") if "id" in at.attributes]
        assert ids == ["LIT.ARG", *(f"LIT.ARG-{level}" for level in "1234")]

    def test_beside_skills_that_are_described_the_others_stand_below(self) -> None:
        it = section(shown(competency(skills=(skill(), self.BARE[1]))), "levels")
        assert len(it.one("table", "lg").one("tbody").all("tr")) == 1
        assert it.one("p", "unused").words == "Skills whose levels are not described here yet:"
        assert it.one("ul", "bare").words == "Evidence LIT.ARG.2"
        assert not it.all("li", "card")

    def test_skills_that_leave_out_every_level_are_still_named(self) -> None:
        it = section(shown(competency(skills=(skill(levels={}, not_used=tuple("1234")),))), "levels")
        assert "The levels of this competency are still being written." in it.words
        assert it.one("ul", "bare").words == "Claim LIT.ARG.1"

    def test_a_level_that_is_left_out_is_not_shown(self) -> None:
        it = section(shown(competency(skills=(skill(levels={}, not_used=("1",)),))), "levels")
        assert [card.one("span", "lv").words[0] for card in it.all("li", "card")] == ["2", "3", "4"]

    def test_a_skill_that_asks_for_more_work_says_so(self) -> None:
        bare = replace(self.BARE[0], evidence=Evidence(3))
        it = shown(competency(skills=(bare, self.BARE[1]), evidence=Evidence(1)))
        assert it.one("small", "ask-for").words == "3 pieces of work"

    def test_a_change_to_it_can_be_suggested_on_its_line(self) -> None:
        bare = replace(self.BARE[0], line=7)
        it = section(shown(competency(skills=(bare,)), desk={"edit_uri": "https://git.example/edit/main/"}), "levels")
        assert it.links()["Suggest a change: Claim"].startswith("https://git.example/edit/main/continuum/literacy/")

    def test_help_and_work_are_shown_all_the_same(self) -> None:
        bare = replace(self.BARE[0], supports={"2": ("Begin with: I say",)}, at_home="Ask why.")
        it = shown(competency(skills=(bare,)), exemplars=[exemplar()])
        assert "Begin with: I say" in section(it, "help").words
        assert "Ask why." in section(it, "home").words
        assert "Should lunch be longer?" in section(it, "work").links()


class TestStatements:
    """What a skill is in one sentence."""

    def test_it_stands_below_the_title_of_the_skill(self) -> None:
        row = (
            shown(competency(skills=(skill(statement="I can *make* a claim."),)))
            .one("table", "lg")
            .one("tbody")
            .one("th")
        )
        assert row.one("small", "more-of").words == "I can make a claim."

    def test_what_only_repeats_a_title_is_left_out(self) -> None:
        it = shown(competency(statement="Argue from evidence", skills=(skill(statement="Claim"),)))
        assert not it.all("small", "more-of")
        assert not it.all("p", "lead")


class TestEvidence:
    """How much work is asked for."""

    def test_what_all_skills_ask_for_is_said_once(self) -> None:
        asks = (skill(evidence=Evidence(2, 2)), skill(id="LIT.ARG.2", evidence=Evidence(2, 2)))
        it = shown(competency(skills=asks))
        assert "2 pieces of work, of 2 kinds" in it.words
        assert not it.all("small", "ask-for")

    def test_a_skill_that_asks_for_something_else_says_so_in_its_row(self) -> None:
        both = (skill(), skill(id="LIT.ARG.2", evidence=Evidence(3, 1, (("4", Evidence(5, 2)), ("9", Evidence(7))))))
        it = shown(competency(skills=both, evidence=Evidence(1)))
        assert [small.words for small in it.all("small", "ask-for")] == [
            "3 pieces of work; at Extending: 5 pieces of work, of 2 kinds"
        ]
        assert "to show a level: 1 piece of work" in it.words


class TestSteps:
    """What changes from a level to the next."""

    def test_there_is_a_pair_for_each_step(self) -> None:
        pairs = shown().all("div", "pair")
        assert [[badge.words for badge in pair.all("span", "lv")] for pair in pairs] == [
            ["1Emerging", "2Developing"],
            ["2Developing", "3Proficient"],
            ["3Proficient", "4Extending"],
        ]

    def test_only_words_that_change_are_marked(self) -> None:
        levels = {"1": ("I can say what I think.",), "2": ("I can say what I think with reasons.",)}
        (pair,) = shown(competency(skills=(skill(levels=levels),))).all("div", "pair")
        assert [it.words for it in pair.all("ins")] == ["with reasons"]
        assert pair.all("del") == []

    def test_the_step_to_the_goal_is_shown_first(self) -> None:
        radios = shown().all("input", name="pr")
        assert [it["id"] for it in radios if "checked" in it.attributes] == ["pr2"]

    def test_a_single_step_needs_no_choice(self) -> None:
        assert not shown(competency(skills=(skill(levels=EVIDENCE),))).all("input", name="pr")

    def test_a_single_level_has_no_steps(self) -> None:
        it = shown(competency(skills=(skill(levels={"3": ("I can.",)}),)))
        assert not it.all("section", aria_labelledby="steps")
        assert "#steps" not in it.links().values()

    def test_descriptors_that_nobody_has_translated_are_compared_in_their_own_direction(self) -> None:
        (first, *_) = page_in("ar", "competency").all("div", "pair")
        before, after = (it.one("span", "src") for it in first.all("p"))
        assert (before["lang"], before["dir"]) == (after["lang"], after["dir"]) == ("en", "ltr")
        assert before.all("del") and after.all("ins")


class TestWork:
    """Student work, and where there is none."""

    def test_work_stands_at_its_level(self) -> None:
        it = shown(exemplars=[exemplar(), exemplar("dog", title="My dog", level="1")])
        places = section(it, "work").one("ol").all("li")
        assert [[a.words for a in place.all("a")] for place in places] == [
            ["My dog"],
            [],
            ["Should lunch be longer?"],
            [],
        ]

    def test_a_level_without_work_says_so_kindly(self) -> None:
        places = section(shown(exemplars=[exemplar()]), "work").one("ol").all("li")
        assert places[0].words.endswith("No piece at this level yet.")

    def test_a_competency_without_work_says_what_to_look_at_instead(self) -> None:
        words = section(shown(), "work").words
        assert "Until then, the descriptors above say what to look for." in words

    def test_help_and_ideas_for_home_stand_with_their_skill(self) -> None:
        helped = skill(at_home="Ask why.", supports={"2": ("Begin with: I say that",)})
        it = shown(competency(skills=(helped, skill(id="LIT.ARG.2", title="Evidence"))))
        assert "Claim. Ask why." in section(it, "home").words
        fold = section(it, "help").one("details")
        assert fold.one("summary").words == "2Developing"
        assert fold.one("li").words == "Claim. Begin with: I say that"

    def test_ideas_for_home_that_nobody_has_translated_keep_their_direction_whole(self) -> None:
        it = page_in("ar", "competency", [competency(skills=(skill(at_home="Ask why."),))])
        idea = section(it, "home").one("li").all("span")[0]
        assert (idea["lang"], idea["dir"], idea.words) == ("en", "ltr", "Claim. Ask why.")

    def test_where_there_is_no_help_yet_the_page_says_so_kindly(self) -> None:
        assert (
            "Ideas for home, and help along the way, will stand here once teachers have written them." in shown().words
        )


class TestBeforeAndAfter:
    """What helps to have first, and what it leads to."""

    def test_prerequisites_and_what_it_leads_to_are_linked(self) -> None:
        it = shown(
            competency(prerequisites=("LIT.INF",)),
            competency("LIT.INF", title="Infer"),
            competency("LIT.DEB", title="Debate", prerequisites=("LIT.ARG",)),
        )
        cards = {card.one("a").words: card for card in section(it, "leads").all("div", "card link")}
        assert cards["Infer"].words.startswith("Helps to have first")
        assert cards["Debate"].words.startswith("Leads to")
        assert cards["Debate"].one("a")["href"] == "../../literacy/lit-deb/"

    def test_where_nothing_comes_before_or_after_the_page_says_so(self) -> None:
        words = section(shown(), "leads").words
        assert "You can start here. Nothing has to come first." in words
        assert "Nothing builds on this yet." in words

    def test_what_is_retired_is_no_step_of_the_way(self) -> None:
        gone = Retired(date(2026, 8, 1))
        it = shown(
            competency(prerequisites=("LIT.INF",)),
            competency("LIT.INF", title="Infer", retired=gone),
            competency("LIT.DEB", title="Debate", retired=gone, prerequisites=("LIT.ARG",)),
        )
        assert not {"Infer", "Debate"} & set(section(it, "leads").links())

    def test_pathways_that_ask_for_it_are_named(self) -> None:
        first = Pathway(
            "first", "first", "First credit", "", (Requirement("LIT.ARG", "2"),), "continuum/pathways/first.yml"
        )
        assert section(shown(pathways=[first]), "leads").links()["First credit"] == "../../pathways/first/"


class TestRetired:
    """A competency that has left the continuum keeps its page."""

    def test_a_retired_page_says_so_and_names_its_heir(self) -> None:
        it = shown(competency(retired=Retired(date(2026, 8, 1), "LIT.NEW")), competency("LIT.NEW", title="Reason"))
        note = it.all("div", "note")[0]
        assert note.words.startswith("Retired since 1 August 2026.")
        assert note.links() == {"Reason": "../../literacy/lit-new/"}

    def test_without_an_heir_it_says_why_it_stays(self) -> None:
        note = shown(competency(retired=Retired(date(2026, 8, 1)))).all("div", "note")[0]
        assert "It stays here so that older work can still be read beside it." in note.words

    def test_its_levels_are_still_there(self) -> None:
        assert len(cells(shown(competency(retired=Retired(date(2026, 8, 1)))))) == 4


class TestTheRest:
    """Crumbs, standards, the rule, and where to suggest a change."""

    def test_the_way_here_leads_by_kind_and_area(self) -> None:
        assert shown().one("ol", "crumb").links() == {"Knowledge": "../../#knowledge", "Literacy": "../../literacy/"}

    def test_standards_are_named_with_their_framework_and_linked(self) -> None:
        it = shown(
            competency(
                standards=(
                    Standard("W.8.1", "Common Core", "https://example.org/w81", "close"),
                    Standard("X.1", "Ours"),
                )
            )
        )
        rows = section(it, "standards").one("tbody").all("tr")
        assert [row.words for row in rows] == ["Common Core W.8.1 close", "Ours X.1"]
        assert rows[0].links() == {"W.8.1": "https://example.org/w81"}
        assert rows[1].links() == {}

    def test_a_standard_that_is_no_web_address_is_no_link(self) -> None:
        it = shown(competency(standards=(Standard("W.8.1", "Common Core", "javascript:alert(1)"),)))
        assert "javascript" not in str(section(it, "standards").links())

    def test_the_rule_by_which_a_level_is_decided_is_said(self) -> None:
        links = section(shown(), "standards").links()
        assert (
            links["You are at a level in a skill when 2 of your latest 3 pieces of work show it."]
            == "../../levels/#rule"
        )

    def test_a_change_can_be_suggested_where_the_sources_are_public(self) -> None:
        edit = "https://git.example/edit/main/"
        links = shown(desk={"edit_uri": edit}).links()
        assert links["Suggest a change to this page"] == f"{edit}continuum/literacy/lit-arg.yml"
        assert "Suggest a change to this page" not in shown().links()

    def test_everything_that_the_page_begins_with_is_on_it(self) -> None:
        helped = skill(at_home="Ask why.")
        it = shown(competency(skills=(helped,), standards=(Standard("W.8.1", "Common Core"),)))
        ids = {element["id"] for element in it.walk()}
        jumps = it.one("nav", aria_label="On this page").links()
        assert len(jumps) == 6
        assert {address.removeprefix("#") for address in jumps.values()} <= ids

    def test_every_competency_has_a_page_also_when_retired(self) -> None:
        outline = small_outline([competency(), competency("LIT.OLD", retired=Retired(date(2026, 8, 1)))])
        assert [plan.address for plan in plans("competency", outline)] == ["literacy/lit-arg/", "literacy/lit-old/"]


def test_a_page_leaves_nothing_behind_that_only_a_search_for_circles_would_find() -> None:
    """Builds run without one: the contexts of templates that are part of a circle stay in memory, page for page."""

    def contexts() -> int:
        return sum(isinstance(it, Context) for it in gc.get_objects())

    rubric = competency(standards=(Standard("RI.8.8", "Reading", match="as far as it goes"),))
    desk = desk_with(small_outline([rubric]), (rubric,))
    [plan] = [it for it in plans("competency", desk.outline) if it.subject == rubric.id]
    PAGES["competency"].render(plan, desk)  # from here on, every template is known
    gc.collect()
    gc.disable()
    try:
        before = contexts()
        PAGES["competency"].render(plan, desk)
        assert contexts() == before
    finally:
        gc.enable()
