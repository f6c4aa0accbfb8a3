"""A leaf of a booklet, cut out of a page."""

from __future__ import annotations

from typing import Any

import pytest
from markupsafe import Markup

from site_builder import addresses
from site_builder.model import Area, Skill
from site_builder.site.leaf import leaf, marked
from tests.site.continua import CLAIM, area, competency, exemplar, learning, poured
from tests.site.markup import Element, read

TWO = (Skill("LIT.ARG.1", "Claim", CLAIM, at_home="Ask *why*."), Skill("LIT.ARG.2", "Evidence", CLAIM))
ELSEWHERE = "../../literacy/lit-arg/"
FLAG = Markup("<b>asked for</b> ")


def leaf_of(
    number: int = 1, root: str = "../../", desk: Any = None, areas: tuple[Area, ...] = (area(),), **changes: Any
) -> Markup:
    """The leaf of a competency like this one."""
    it = competency(**{"skills": TWO, "why": "Because.", **changes})
    page = poured("competency", [it], desk=desk, areas=areas).article.encode()
    return leaf(page, number, f"{root}literacy/lit-arg/", root=root, there="../../")


def shown(*rest: Any, **changes: Any) -> Element:
    return read(leaf_of(*rest, **changes))


def test_a_leaf_says_what_it_is_why_each_level_and_what_to_do_at_home() -> None:
    it = shown()
    assert it.one("h2").words == "Argue from evidence"
    assert it.one("p", "lead").words == "I can build a claim that others can test."
    assert "Because." in it.words
    assert [row.one("th").words for row in it.one("tbody").all("tr")] == ["Claim LIT.ARG.1", "Evidence LIT.ARG.2"]
    assert len(it.one("tbody").all("td")) == 8
    assert "Claim. Ask why." in it.words


def test_what_is_of_use_on_a_screen_alone_is_left_out() -> None:
    page = competency(skills=TWO)
    it = shown(desk={"edit_uri": "https://git.example/edit/"})
    assert not it.all("input")
    assert not it.all("a")
    whole = poured("competency", [page], [exemplar()], desk={"edit_uri": "https://git.example/edit/"})
    assert read(whole.article).all("input")
    assert len(read(whole.article).all("a")) > 12


def test_skills_that_are_not_described_yet_are_in_it_without_the_way_to_their_source() -> None:
    bare = (Skill("LIT.ARG.1", "Claim", {}), Skill("LIT.ARG.2", "Evidence", {}, statement="I can *choose* it."))
    it = shown(skills=bare, desk={"edit_uri": "https://git.example/edit/"})
    assert [one.words for one in it.one("ul", "bare").all("li")] == [
        "Claim LIT.ARG.1",
        "Evidence LIT.ARG.2 I can choose it.",
    ]
    assert not it.all("a")


def test_headings_are_one_rank_lower() -> None:
    assert [heading.words for heading in shown().all("h3")] == ["Levels", "At home"]
    assert not shown().all("h1")
    text = shown(why="Words.\n\n## More\n\nMore words.")
    assert "More" in [heading.words for heading in text.all("h3")]


def test_a_heading_of_the_lowest_rank_stays_one() -> None:
    it = shown(why="\n\n".join(f"{'#' * rank} Rank {rank}" for rank in range(1, 6)))
    ranks = [one.tag for one in it.walk() if one.words.startswith("Rank")]
    assert ranks == ["h3", "h4", "h5", "h6", "h6"]


def test_each_leaf_has_names_of_its_own() -> None:
    both = read(leaf_of(1) + leaf_of(2))
    ids = [it["id"] for it in both.walk() if it["id"]]
    assert len(ids) == len(set(ids)) > 2
    assert {it["aria-labelledby"] for it in both.all("table")} <= set(ids)


def test_regions_are_not_named_alike_as_there_are_many_leaves() -> None:
    assert not [it for it in shown().all("section") if it["aria-labelledby"]]


def test_a_footnote_leads_to_its_note_on_the_same_leaf() -> None:
    it = shown(2, why="Words.[^1]\n\n[^1]: And a note.")
    ids = {one["id"] for one in it.walk()}
    led = [one["href"] for one in it.all("a")]
    assert len(led) == 2
    assert {href.removeprefix("#") for href in led} <= ids


def test_a_place_that_is_on_no_leaf_is_looked_for_on_the_page_itself() -> None:
    it = shown(statement="See [the steps](#steps), [the levels](#levels).")
    assert [one["href"] for one in it.all("a")] == [f"{ELSEWHERE}#steps", "#1~levels"]


@pytest.mark.parametrize("root", ["../../", "../../../"])
def test_links_lead_where_they_led_from_any_depth(root: str) -> None:
    it = shown(root=root, statement="See [levels](/levels/) and [them](https://other.example/).")
    assert [one["href"] for one in it.all("a")] == [f"{root}{addresses.LEVELS}", "https://other.example/"]


def test_what_looks_like_markup_stays_text() -> None:
    nasty = '<!--/leaf--> <h1 id="x"> ="../../'
    assert nasty in shown(root="../../../", statement=f"I can {nasty}.", why="").one("p", "lead").words


def test_skills_that_nobody_has_described_yet_are_named_below_the_levels() -> None:
    bare = (Skill("LIT.ARG.1", "Claim", {}), Skill("LIT.ARG.2", "Evidence", {}))
    it = read(marked(leaf_of(skills=bare), ["n4 k3"], FLAG))
    assert [one.words for one in it.one("ul", "bare").all("li")] == ["Claim LIT.ARG.1", "Evidence LIT.ARG.2"]
    assert not [one for one in it.one("ul", "bare").walk() if one.tag == "span" and one["id"]]
    (asked,) = [one for one in it.walk() if "asked" in one.classes]
    assert (asked.tag, asked.words) == ("li", "asked for 3Proficient goal This is what Proficient means.")


def test_the_level_that_is_asked_for_has_a_flag_in_its_head_and_in_each_of_its_cells() -> None:
    html = marked(leaf_of(), ["n4 k3"], FLAG)
    asked = [it for it in read(html).walk() if "asked" in it.classes]
    assert [it.tag for it in asked] == ["th", "td", "td"]
    assert all("k3" in it.classes and it.words.startswith("asked for") for it in asked)


def test_levels_whose_names_begin_alike_are_told_apart() -> None:
    scale = learning(12, target="10")
    every = {str(number): (f"I can do {number}.",) for number in range(1, 13)}
    html = leaf_of(areas=(area(scale=scale),), skills=(Skill("LIT.ARG.1", "Claim", every),))
    asked = [it for it in read(marked(html, ["n12 k1"], FLAG)).walk() if "asked" in it.classes]
    assert {next(one for one in it.classes if one.startswith("k")) for it in asked} == {"k1"}
    assert len(asked) == 2


def test_cells_keep_their_addresses_on_the_competency_page_alone() -> None:
    assert not [it for it in shown().walk() if it.tag in ("td", "th", "tr") and it["id"]]
