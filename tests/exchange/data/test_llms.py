"""llms.txt: what the site is and where everything stands, in plain text."""

from __future__ import annotations

import re
from datetime import date

import pytest

from site_builder.exchange.data.llms import MOST, llms
from site_builder.exchange.data.publication import View
from site_builder.exchange.data.publications import PUBLICATIONS
from site_builder.exchange.data.published import outline_of
from site_builder.exchange.framework import Framework
from site_builder.model import Retired
from site_builder.site.render import plans
from site_builder.site.tree import Tree
from tests.exchange.demonstration import FRAMEWORK, SITE, demonstration, framework
from tests.site.continua import competency

ALL = tuple(it.name for it in PUBLICATIONS)
LINK = re.compile(r"^- \[([^\[\]]+)\]\(([^()\s]+)\): (.+)$", re.MULTILINE)


def said(it: Framework, site_url: str = SITE, published: tuple[str, ...] = ALL, rights: str = "") -> str:
    return llms(View(outline_of(it), site_url, rights=rights, published=published))


def test_it_begins_with_the_title_and_what_the_continuum_is() -> None:
    assert said(framework()).startswith("# Riverbend\n\n> What we learn here.\n")


def test_every_line_of_a_list_is_a_link_that_says_what_is_there() -> None:
    text = said(demonstration())
    lines = [line for line in text.splitlines() if line.startswith("-")]
    assert len(lines) == len(LINK.findall(text)) > 25


def test_every_link_leads_to_a_page_or_to_published_data() -> None:
    outline = outline_of(demonstration())
    view = View(outline, SITE, published=ALL)
    there = {SITE + plan.address for plan in plans(Tree(outline.spoken, "", outline), "")}
    for it in PUBLICATIONS:
        there |= {SITE + file for card in outline.competencies.values() for file in it.files_of(card, view)}
        there |= {SITE + file for file in it.whole_files(view)}
    assert {address for _, address, _ in LINK.findall(llms(view))} <= there


def test_every_competency_is_listed_under_its_area_but_for_retired_ones() -> None:
    gone = competency("LIT.OLD", title="Old", slug="old", retired=Retired(date(2026, 8, 1)))
    text = said(framework([competency(), gone]))
    assert f"## Literacy\n\n- [Argue from evidence]({SITE}literacy/lit-arg/): I can build a claim" in text
    assert "Old" not in text


def test_of_many_competencies_it_lists_the_areas_alone() -> None:
    text = said(framework([competency(f"LIT.{number:04}") for number in range(1000)]))
    assert f"## Areas\n\n- [Literacy]({SITE}literacy/): 1000 competencies" in text
    assert f"{SITE}api/v1/competencies.json" in text
    assert len(text) < 3000


@pytest.mark.parametrize(("count", "is_listed"), [(MOST, True), (MOST + 1, False)])
def test_so_many_are_listed_and_no_more(count: int, is_listed: bool) -> None:
    text = said(framework([competency(f"LIT.{number:04}") for number in range(count)]))
    assert ("Argue from evidence" in text) is is_listed


def test_it_leads_only_to_data_that_is_published() -> None:
    alone = said(framework(), published=("llms",))
    assert "## Data" not in alone
    assert "api/v1" not in alone
    assert "ims/" not in alone
    text = said(framework(), published=("case", "llms"))
    assert f"{SITE}ims/case/v1p1/CFPackages/{FRAMEWORK}" in text
    assert "api/v1" not in text


def test_rights_are_said_where_the_school_says_them() -> None:
    assert said(framework(), rights="© Riverbend, CC BY 4.0").endswith("\n## Rights\n\n© Riverbend, CC BY 4.0\n")
    assert "Rights" not in said(framework())


def test_a_site_without_an_address_has_links_from_its_root() -> None:
    assert "- [Levels](levels/): " in said(framework(), site_url="")


@pytest.mark.parametrize("odd", ["a](https://elsewhere.example)", "two\n\n# lines", "[x][y]", "a\u2028b"])
def test_no_title_ends_its_line_or_its_link(odd: str) -> None:
    text = said(framework([competency(title=odd)], title=odd))
    assert len(text.splitlines()) == len(said(framework()).splitlines())
    assert len(LINK.findall(text)) == len(LINK.findall(said(framework())))
    assert "](https://elsewhere.example" not in text
