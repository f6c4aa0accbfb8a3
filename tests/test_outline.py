"""The continuum in outline: everything in its order, and who stands beside whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from site_builder.model import Competency, Exemplar, Kind, Page, Pathway, PublishedMedium, Requirement, Retired, Version
from site_builder.outline import Outline, outline
from site_builder.sources.competency import competency_card
from site_builder.sources.exemplar import exemplar_card
from tests.site.continua import area, competency, exemplar, habits, small_outline

LITERACY, AGENCY = area("literacy"), area("agency", habits(), kind=Kind.LIFELONG)
ARGUE, RETELL = competency("LIT.ARG"), competency("LIT.RET", prerequisites=("LIT.ARG", "LIT.ARG"))


def whole_of(competencies: Iterable[Competency], exemplars: Iterable[Exemplar] = (), **settings: Any) -> Outline:
    """An outline of two areas; `settings` may give them another order."""
    areas = {it.slug: it for it in (LITERACY, AGENCY)}
    cards = [competency_card(it, areas[it.area], "source") for it in competencies]
    work = [exemplar_card(it, (), "source") for it in exemplars]
    made = replace(small_outline(areas=areas.values()).settings, **settings)
    return outline(made, areas.values(), cards, work)


def test_areas_come_in_the_order_of_the_settings() -> None:
    assert list(whole_of([]).areas) == ["literacy", "agency"]
    assert list(whole_of([], areas=("agency", "science", "literacy")).areas) == ["agency", "literacy"]


def test_what_lies_in_an_area_that_is_not_listed_is_left_out() -> None:
    whole = whole_of([ARGUE, competency("AGE.GOA", area="agency")], [exemplar("lunch")], areas=("agency",))
    assert list(whole.competencies) == ["AGE.GOA"]
    assert whole.exemplars == {}
    assert whole.doubles == ()


def test_competencies_come_by_area_and_then_by_id() -> None:
    given = [RETELL, competency("AGE.GOA", area="agency"), ARGUE]
    assert list(whole_of(given).competencies) == ["LIT.ARG", "LIT.RET", "AGE.GOA"]


def test_work_comes_by_area_level_and_title() -> None:
    given = [
        exemplar("a", level="3", title="B"),
        exemplar("b", level="3", title="A"),
        exemplar("c", level="1", title="Z"),
        exemplar("d", level="7", title="Off the scale"),
        exemplar("e", level="alone", title="A", area="agency", competency="AGE.GOA"),
    ]
    expected = ["literacy/d", "literacy/c", "literacy/b", "literacy/a", "agency/e"]
    assert list(whole_of([ARGUE], given).exemplars) == expected


def test_what_has_left_is_known_and_leads_nowhere() -> None:
    left = replace(RETELL, retired=Retired(date(2026, 8, 1)))
    whole = whole_of([ARGUE, left])
    assert list(whole.competencies) == ["LIT.ARG", "LIT.RET"]
    assert [it.id for it in whole.in_area["literacy"]] == ["LIT.ARG"]
    assert whole.leads_to == {}


def test_what_leads_to_what_is_told_once() -> None:
    whole = whole_of([ARGUE, RETELL])
    assert {id: [it.id for it in cards] for id, cards in whole.leads_to.items()} == {"LIT.ARG": ["LIT.RET"]}


def test_work_stands_with_its_competency() -> None:
    whole = whole_of([ARGUE], [exemplar("a", level="3"), exemplar("b", level="1")])
    assert [it.slug for it in whole.work_for["LIT.ARG"]] == ["b", "a"]


def test_a_card_whose_id_is_taken_is_kept_apart() -> None:
    twin = replace(ARGUE, source="continuum/literacy/twin.yml", slug="twin")
    other = replace(exemplar("a"), source="exemplars/literacy/A/index.md")
    whole = whole_of([ARGUE, twin], [exemplar("a"), other])
    assert whole.competencies["LIT.ARG"].slug == "lit-arg"
    assert [it.source for it in whole.doubles] == [twin.source, other.source]
    assert [it.slug for it in whole.in_area["literacy"]] == ["lit-arg"]
    assert len(whole.work_for["LIT.ARG"]) == 1


def test_pages_come_by_their_order_and_pathways_by_id() -> None:
    pages = [
        Page("b", "B", "", "b.md", order=2),
        Page("c", "C", "", "c.md", order=1),
        Page("a", "A", "", "a.md", order=2),
    ]
    routes = [Pathway(id, id, id, "", (), f"{id}.yml") for id in ("P2", "P1")]
    whole = small_outline(pages=pages, pathways=routes)
    assert [it.slug for it in whole.pages] == ["c", "a", "b"]
    assert [it.id for it in whole.pathways] == ["P1", "P2"]


def test_a_competency_knows_the_pathways_that_ask_for_it_however_deep() -> None:
    deep = Requirement(
        any_of=1, of=(Requirement(any_of=1, of=(Requirement("LIT.ARG", "2"), Requirement("LIT.RET", "1"))),)
    )
    routes = [
        Pathway("P1", "p1", "P1", "", (deep, Requirement("LIT.ARG", "3")), "p1.yml"),
        Pathway("P2", "p2", "P2", "", (Requirement("LIT.RET", "3"),), "p2.yml"),
    ]
    found = small_outline(pathways=routes).pathways_with
    assert {id: [it.id for it in asked] for id, asked in found.items()} == {"LIT.ARG": ["P1"], "LIT.RET": ["P1", "P2"]}


def test_a_skill_has_an_owner() -> None:
    assert {skill: card.id for skill, card in whole_of([ARGUE, RETELL]).skill_owner().items()} == {
        "LIT.ARG.1": "LIT.ARG",
        "LIT.RET.1": "LIT.RET",
    }


def test_an_area_without_competencies_has_no_cards() -> None:
    assert whole_of([ARGUE]).in_area.get("agency", ()) == ()


def test_a_film_is_a_recording_that_can_be_seen() -> None:
    film = PublishedMedium("a.mp4", False, (Version("a-0.mp4", 0, 0, "d"),))
    talk = PublishedMedium("a.mp3", False, (Version("a-0.mp3", 0, 0, "d"),))
    picture = PublishedMedium("a.png", True, (Version("a-0.png", 9, 9, "d"),))
    assert (film.is_film, talk.is_film, picture.is_film) == (True, False, False)
