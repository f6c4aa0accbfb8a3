"""All pathways."""

from __future__ import annotations

from site_builder.model import Pathway, Requirement
from tests.site.continua import page

ASKED = (Requirement("LIT.ARG", "2"),)
TWO = [
    Pathway("b-second", "second", "Second", "About *it*.", ASKED, "continuum/pathways/second.yml"),
    Pathway("a-first", "first", "First", "About it.", ASKED, "continuum/pathways/first.yml", "One credit"),
]


def test_pathways_stand_in_the_order_of_their_ids_with_what_they_give() -> None:
    cards = page("pathways", pathways=TWO).all("article")
    assert [card.words for card in cards] == ["First One credit About it.", "Second About it."]
    assert cards[0].one("a")["href"] == "../pathways/first/"


def test_a_continuum_without_pathways_says_so() -> None:
    it = page("pathways")
    assert "Until then, every competency can be shown by itself." in it.words


def test_the_map_and_the_standards_are_found_from_here() -> None:
    assert {"../map/", "../standards/"} <= set(page("pathways").links().values())
