"""What links may lead to, by every name that authors use."""

from __future__ import annotations

import pytest

from site_builder import addresses
from site_builder.sources.targets import Known, find_target, known_targets, targets
from tests.project import Project
from tests.sources.findings import loaded

FAMILIES = "continuum/pages/families.md"


@pytest.fixture
def known(project: Project) -> Known:
    """All names of the small folder's pages."""
    outline = loaded(project).outline
    assert outline is not None
    return known_targets(outline)


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("LIT", "literacy/"),
        ("LIT.ARG", "literacy/argue/"),
        ("LIT.ARG.2", "literacy/argue/#LIT.ARG.2"),
        ("LIT.ARG.2-1", "literacy/argue/#LIT.ARG.2-1"),
        ("AGE.GOA-self", "agency/set-a-goal/#AGE.GOA-self"),
        ("first", "pathways/first/"),
        ("families", "families/"),
        ("literacy/lunch", "exemplars/literacy/lunch/"),
        ("/map/", "map/"),
        ("/map", "map/"),
        ("/", ""),
        ("/levels/habits/self/", "levels/habits/self/"),
        ("../literacy/argue.yml", "literacy/argue/"),
        ("../literacy/argue.yml#at-home", "literacy/argue/#at-home"),
        ("../../exemplars/agency/alone/index.md", "exemplars/agency/alone/"),
        ("continuum/agency/area.yml", "agency/"),
        ("../agency/area.yml", "agency/"),
        ("families.md", "families/"),
        ("index.md", ""),
        ("families.md#what-a-level-is", "families/#s-what-a-level-is"),
        ("/families/#what-a-level-is", "families/#s-what-a-level-is"),
        ("families#s-what-a-level-is", "families/#s-what-a-level-is"),
        ("#what-a-level-is", "#what-a-level-is"),
        ("https://example.org/a#b", "https://example.org/a#b"),
        ("HTTP://example.org", "HTTP://example.org"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("tel:123", "tel:123"),
    ],
)
def test_a_link_by_any_name_finds_its_page(known: Known, link: str, address: str) -> None:
    assert find_target(link, FAMILIES, known) == address


@pytest.mark.parametrize(
    "link",
    [
        "LIT.AGR",
        "LIT.ARG.2-7",
        "LIT.ARG-1",
        "lunch",
        "../../../etc/passwd",
        "//example.org",
        "javascript:alert(1)",
        "data:text/html,x",
        "argue.yml",
        "families.md#what",
        "/families/#s-what",
        "#what",
        "/argue-with-evidence/",
    ],
)
def test_a_link_that_leads_nowhere_finds_nothing(known: Known, link: str) -> None:
    assert find_target(link, FAMILIES, known) is None


def test_headings_in_other_scripts_are_found_however_they_are_written(project: Project) -> None:
    project.change(FAMILIES, "## What a level is", "## Qué es un nivel\n\n## S-curves")
    outline = loaded(project).outline
    assert outline is not None
    known = known_targets(outline)
    assert find_target("families#qué-es-un-nivel", "a.md", known) == "families/#s-qué-es-un-nivel"
    assert find_target("families#qu%C3%A9-es-un-nivel", "a.md", known) == "families/#s-qué-es-un-nivel"
    assert find_target("families#s-curves", "a.md", known) == "families/#s-s-curves"


def test_every_page_is_a_target_and_the_site_itself_comes_first(project: Project) -> None:
    outline = loaded(project).outline
    assert outline is not None
    found = list(targets(outline))
    assert [it.address for it in found[:7]] == [
        addresses.HOME,
        addresses.LEVELS,
        addresses.EXEMPLARS,
        addresses.FINDER,
        addresses.MAP,
        addresses.STANDARDS,
        addresses.PATHWAYS,
    ]
    assert {it.file for it in found[:7]} == {""}
    assert found[-1].address == "literacy/argue-with-evidence/"
    assert found[-1].names == ()


def test_addresses_of_the_small_folder_are_those_that_a_build_writes(project: Project) -> None:
    outline = loaded(project).outline
    assert outline is not None
    project.build()
    written = {it.removesuffix("index.html") for it in project.tree() if it.endswith("index.html")}
    assert {it.address for it in targets(outline)} == written


def test_a_link_to_a_heading_of_another_page_arrives(project: Project) -> None:
    project.change("continuum/pages/index.md", "We are", "[What?](families.md#what-a-level-is) We are")
    project.build()
    assert 'href="./families/#s-what-a-level-is"' in project.page()
    assert 'id="s-what-a-level-is"' in project.page("families/")
