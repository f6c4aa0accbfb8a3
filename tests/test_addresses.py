"""Where each page stands."""

from __future__ import annotations

import pytest

from site_builder import addresses
from site_builder.model import Level, Page, Scale
from tests.site.continua import area, competency, exemplar, small_outline

OUTLINE = small_outline([competency("LIT.ARG", slug="argue")], [exemplar("lunch")])
CARD = OUTLINE.competencies["LIT.ARG"]


def test_addresses_have_no_slash_before_them_and_one_behind() -> None:
    scale = Scale("learning", ())
    assert addresses.area(area("literacy")) == "literacy/"
    assert addresses.competency(CARD) == "literacy/argue/"
    assert addresses.exemplar(OUTLINE.exemplars["literacy/lunch"]) == "exemplars/literacy/lunch/"
    assert addresses.level(scale, Level("3", "", "", 1, is_target=True)) == "levels/learning/3/"


@pytest.mark.parametrize(
    ("slug", "address"), [("families", "families/"), ("help/reading", "help/reading/"), ("index", "")]
)
def test_the_page_called_index_is_the_home_page(slug: str, address: str) -> None:
    assert addresses.page(Page(slug, "A", "", f"continuum/pages/{slug}.md")) == address


@pytest.mark.parametrize(
    ("old", "address"),
    [
        ("old", "literacy/old/"),
        ("/old/", "literacy/old/"),
        ("writing/old", "writing/old/"),
        ("/writing/old/", "writing/old/"),
    ],
)
def test_a_former_name_may_be_of_another_area(old: str, address: str) -> None:
    assert addresses.formerly(CARD, old) == address


@pytest.mark.parametrize(
    ("address", "way"), [("", "./"), ("404.html", "./"), ("map/", "../"), ("exemplars/literacy/lunch/", "../../../")]
)
def test_the_way_back_to_the_root_has_a_step_for_each_folder(address: str, way: str) -> None:
    assert addresses.root(address) == way


@pytest.mark.parametrize(("id", "anchor"), [("LIT.ARG", "LIT.ARG"), ("a-b", "a-b"), ("body", "id-body"), ("3", "id-3")])
def test_an_anchor_is_never_the_name_of_something_in_the_browser(id: str, anchor: str) -> None:
    assert addresses.anchor(id) == anchor


def test_a_descriptor_has_an_anchor_of_its_own() -> None:
    assert addresses.cell("LIT.ARG.1", "3") == "LIT.ARG.1-3"
