"""What a pathway asks for."""

from __future__ import annotations

from site_builder.model import Pathway, Requirement
from site_builder.site.routes import route
from tests.site.continua import area, competency, habits, small_outline

OUTLINE = small_outline(
    [competency(), competency("LIT.RET", title="Retell"), competency("AGE.GOA", area="agency", title="Set a goal")],
    areas=[area(), area("agency", habits())],
)
RETELL = Requirement("LIT.RET", "2")
GOAL = Requirement("AGE.GOA", "alone")


def pathway(*requires: Requirement) -> Pathway:
    return Pathway("first", "first", "First credit", "Show two things.", requires, "continuum/pathways/first.yml")


def test_a_requirement_leads_to_its_competency_and_names_the_level_on_its_own_scale() -> None:
    asks = route(pathway(RETELL, GOAL), OUTLINE, "../").asks
    assert [(it.title, it.href) for it in asks] == [
        ("Retell", "../literacy/lit-ret/"),
        ("Set a goal", "../agency/age-goa/"),
    ]
    assert [it.badge.name for it in asks if it.badge] == ["Developing", "Alone"]


def test_any_of_several_says_how_many() -> None:
    (asked,) = route(pathway(Requirement(any_of=1, of=(RETELL, GOAL))), OUTLINE, "").asks
    assert (asked.count, asked.is_all, [it.title for it in asked.of]) == (1, False, ["Retell", "Set a goal"])


def test_as_many_as_there_are_is_all_of_them() -> None:
    (asked,) = route(pathway(Requirement(any_of=2, of=(RETELL, GOAL))), OUTLINE, "").asks
    assert asked.is_all


def test_requirements_within_requirements_are_followed() -> None:
    inner = Requirement(any_of=1, of=(GOAL,))
    (asked,) = route(pathway(Requirement(any_of=1, of=(RETELL, inner))), OUTLINE, "").asks
    assert asked.of[1].of[0].href == "agency/age-goa/"


def test_a_pathway_has_its_own_page() -> None:
    assert route(pathway(RETELL), OUTLINE, "../").href == "../pathways/first/"
