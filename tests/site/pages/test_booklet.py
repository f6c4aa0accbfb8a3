"""A booklet of an area or of a pathway."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from site_builder import outline as outlines
from site_builder.model import Kind, Pathway, Requirement, Retired
from site_builder.outline import Outline
from site_builder.site.pages import booklet
from site_builder.sources.targets import targets
from tests.site.continua import area, competency, desk_with, habits, page, plans, poured, small_outline
from tests.site.markup import Element

ARGUE = competency("LIT.ARG", why="Because others may see it in another way.")
RETELL = competency("LIT.RET", title="Retell", statement="I can *retell*.")
GOAL = competency("AGE.GOA", area="agency", title="Set a goal")
AREAS = (area(about="Reading *and* writing."), area("agency", habits(), kind=Kind.LIFELONG))
ALL = (RETELL, ARGUE, GOAL)
SITE = "https://school.example/continuum/"


def pathway(*requires: Requirement, **changes: Any) -> Pathway:
    made = Pathway(
        "PTH.ONE", "first", "First credit", "Show *two*.", requires, "continuum/pathways/first.yml", "One credit"
    )
    return replace(made, **changes)


def of_area(competencies: tuple[Any, ...] = ALL, **changes: Any) -> Element:
    return page("booklet", competencies, subject="LIT", **{"areas": AREAS, **changes})


def of_pathway(*requires: Requirement, **changes: Any) -> Element:
    return page("booklet", ALL, subject="PTH.ONE", areas=AREAS, pathways=[pathway(*requires)], **changes)


def leaves(it: Element) -> list[Element]:
    return it.all("section", "leaf")


def titles(it: Element) -> list[str]:
    return [leaf.one("h2").words for leaf in leaves(it)]


class TestOfAnArea:
    """Everything of an area, to be printed at once."""

    def test_the_cover_says_what_it_is_about_whose_it_is_and_what_each_level_means(self) -> None:
        cover = of_area(version="2026-27").one("header", "cover")
        assert cover.one("h1").words == "Literacy"
        assert cover.one("div", "lead").words == "Reading and writing."
        assert cover.one("p", "school").words == "Riverbend · 2026-27"
        assert [card.one("span", "lv").words for card in cover.all("li", "card")] == [
            *("1Emerging", "2Developing", "3Proficient", "4Extending")
        ]
        assert "This is what Proficient means." in cover.words
        assert [bool(card.all("span", "goal")) for card in cover.all("li", "card")] == [False, False, True, False]

    def test_competencies_follow_in_the_order_of_their_area(self) -> None:
        it = of_area()
        assert titles(it) == ["Argue from evidence", "Retell"]
        assert [one.words for one in it.one("nav", "within").all("li")] == [
            "Argue from evidence LIT.ARG",
            "Retell LIT.RET",
        ]

    def test_the_contents_lead_to_each_leaf(self) -> None:
        it = of_area()
        led = [one["href"] for one in it.one("nav", "within").all("a")]
        assert led == [f"#{leaf['id']}" for leaf in leaves(it)] == ["#LIT.ARG", "#LIT.RET"]

    def test_a_leaf_has_the_statement_the_reason_the_levels_and_where_its_page_is(self) -> None:
        leaf = leaves(of_area(desk={"site_url": SITE}))[0]
        assert leaf.one("p", "lead").words == "I can build a claim that others can test."
        assert "Because others may see it in another way." in leaf.words
        assert len(leaf.one("table", "lg").all("td")) == 5
        link = leaf.one("p", "from").one("a")
        assert (link.words, link["href"]) == (f"{SITE}literacy/lit-arg/", "../../literacy/lit-arg/")

    def test_where_the_site_has_no_address_the_page_is_called_by_its_title(self) -> None:
        assert leaves(of_area())[1].one("p", "from").links() == {"Retell": "../../literacy/lit-ret/"}

    def test_headings_go_down_from_one_title(self) -> None:
        it = of_area()
        assert [one.words for one in it.all("h1")] == ["Literacy"]
        ranks = [int(one.tag[1]) for one in it.walk() if one.tag in ("h1", "h2", "h3", "h4")]
        assert all(after <= before + 1 for before, after in pairwise(ranks))

    def test_nothing_is_asked_for_by_an_area(self) -> None:
        it = of_area()
        assert not it.all("", "asked")
        assert not it.all("p", "wanted")

    def test_what_is_retired_is_not_printed(self) -> None:
        gone = competency("LIT.OLD", title="Old", retired=Retired(date(2026, 8, 1)))
        assert titles(of_area((*ALL, gone))) == ["Argue from evidence", "Retell"]

    def test_the_way_back_leads_to_the_area(self) -> None:
        assert of_area().one("ol", "crumb").links() == {"Knowledge": "../../#knowledge", "Literacy": "../../literacy/"}

    def test_it_can_be_printed_at_once(self) -> None:
        assert [one.words for one in of_area().all("button", data_do="print")] == ["Print this booklet"]

    def test_its_title_says_that_it_is_a_booklet(self) -> None:
        found = poured("booklet", ALL, subject="LIT", areas=AREAS)
        assert (found.title, found.description, found.kind) == (
            "Literacy as a booklet",
            "Reading and writing.",
            "booklet",
        )


class TestOfAPathway:
    """All that a pathway asks for."""

    ARGUE = Requirement("LIT.ARG", "2")
    MORE = Requirement("LIT.ARG", "4")
    RETELL = Requirement("LIT.RET", "3")
    GOAL = Requirement("AGE.GOA", "alone")

    def test_the_cover_says_what_it_gives_and_each_scale_that_it_needs(self) -> None:
        cover = of_pathway(self.ARGUE, self.GOAL).one("header", "cover")
        assert cover.one("h1").words == "First credit"
        assert [one.words for one in cover.all("", "lead")] == ["One credit", "Show two."]
        assert [len(scale.all("li")) for scale in cover.all("ol", "grid4")] == [4, 3]
        assert len(of_pathway(self.ARGUE).one("header", "cover").all("ol", "grid4")) == 1

    def test_the_contents_follow_its_structure_and_lead_to_the_leaves(self) -> None:
        choice = Requirement(any_of=1, of=(self.RETELL, Requirement(any_of=2, of=(self.MORE, self.GOAL))))
        contents = of_pathway(self.ARGUE, choice).one("nav", "within")
        assert [one.words for one in contents.all("strong")] == ["Any 1 of these 2", "All of these"]
        assert [one["href"] for one in contents.all("a")] == ["#LIT.ARG", "#LIT.RET", "#LIT.ARG", "#AGE.GOA"]
        assert "I can retell." not in contents.words

    def test_each_competency_has_one_leaf_in_the_order_in_which_it_is_first_asked_for(self) -> None:
        it = of_pathway(self.GOAL, Requirement(any_of=1, of=(self.RETELL, self.ARGUE)), self.MORE)
        assert titles(it) == ["Set a goal", "Retell", "Argue from evidence"]

    def test_a_leaf_says_at_which_level_it_is_asked_for_and_within_which_choice(self) -> None:
        pair = Requirement(any_of=2, of=(self.MORE, self.GOAL))
        it = of_pathway(self.ARGUE, Requirement(any_of=1, of=(self.RETELL, pair)))
        said = {leaf.one("h2").words: [one.words for one in leaf.all("p", "wanted")] for leaf in leaves(it)}
        assert said == {
            "Argue from evidence": ["Asked for here: 2Developing", "Asked for here: 4Extending · Any 1 of these 2"],
            "Retell": ["Asked for here: 3Proficient · Any 1 of these 2"],
            "Set a goal": ["Asked for here: 3Alone · Any 1 of these 2"],
        }

    @pytest.mark.parametrize(("requires", "columns"), [((ARGUE,), {"k2"}), ((ARGUE, MORE), {"k2", "k4"})])
    def test_the_levels_that_are_asked_for_are_marked_with_a_word(
        self, requires: tuple[Requirement, ...], columns: set[str]
    ) -> None:
        asked = of_pathway(*requires).all("", "asked")
        assert {css for one in asked for css in one.classes if css.startswith("k")} == columns
        assert all("asked for" in one.words for one in asked)
        assert {one.tag for one in asked} == {"th", "td"}

    def test_links_are_right_one_folder_further_down(self) -> None:
        leaf = leaves(of_pathway(self.RETELL))[0]
        assert leaf.one("p", "from").links() == {"Retell": "../../../literacy/lit-ret/"}

    def test_a_competency_that_was_retired_since_says_so(self) -> None:
        old = replace(RETELL, retired=Retired(date(2026, 8, 1), "LIT.ARG"))
        route = [pathway(self.RETELL)]
        it = page("booklet", (ARGUE, old), subject="PTH.ONE", areas=AREAS[:1], pathways=route)
        assert "Retired since 1 August 2026." in leaves(it)[0].words


class TestWhereThereIsOne:
    """What gets a booklet, and where that stands."""

    def outline(self) -> Outline:
        asked = pathway(Requirement("LIT.ARG", "2"))
        return small_outline(ALL, areas=(*AREAS, area("science")), pathways=[asked])

    def test_each_area_in_which_something_is_written_and_each_pathway_has_one(self) -> None:
        found = ["booklets/literacy/", "booklets/agency/", "booklets/pathways/first/"]
        assert [plan.address for plan in plans("booklet", self.outline())] == found
        assert [it.address for it in targets(self.outline()) if it.address.startswith("booklets/")] == found

    def test_an_area_of_which_nobody_would_print_everything_has_none(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(outlines, "MOST_IN_A_BOOKLET", 1)
        assert [it.address for it in plans("booklet", self.outline())] == [
            "booklets/agency/",
            "booklets/pathways/first/",
        ]
        assert "Print this area as a booklet" not in page("area", ALL, areas=AREAS).links()

    def test_the_pages_that_it_is_about_lead_there(self) -> None:
        assert page("area", ALL, areas=AREAS).links()["Print this area as a booklet"] == "../booklets/literacy/"
        route = page("pathway", ALL, areas=AREAS, pathways=[pathway(Requirement("LIT.ARG", "2"))])
        assert route.links()["Print this pathway as a booklet"] == "../../booklets/pathways/first/"

    def test_an_empty_area_offers_none(self) -> None:
        assert "Print this area as a booklet" not in page("area", ()).links()

    def test_its_key_follows_what_its_leaves_show_and_nothing_else(self) -> None:
        before, after = (
            {plan.address: plan.key for plan in plans("booklet", small_outline(them, areas=AREAS))}
            for them in (ALL, (replace(RETELL, why="To know."), ARGUE, GOAL))
        )
        assert {address for address in before if before[address] != after[address]} == {"booklets/literacy/"}

    def test_it_is_made_from_pages_that_are_written_already(self) -> None:
        whole = small_outline(ALL, areas=AREAS)
        asked: list[str] = []
        desk = desk_with(whole, ALL)

        def watched(address: str) -> bytes:
            asked.append(address)
            return desk.page(address)

        booklet.render(plans("booklet", whole)[0], replace(desk, page=watched))
        assert asked == ["literacy/lit-arg/", "literacy/lit-ret/"]
