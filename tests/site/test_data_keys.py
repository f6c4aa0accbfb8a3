"""Keys of published data: where bytes change, the key changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from site_builder.exchange.data.publication import View, joined
from site_builder.exchange.data.publications import PUBLICATIONS
from site_builder.exchange.data.published import outline_of
from site_builder.exchange.framework import Framework
from site_builder.model import Pathway, Requirement, Retired, Standard
from site_builder.outline import Outline
from site_builder.site.data_keys import Keys
from tests.exchange.demonstration import SITE, framework
from tests.site.continua import area, competency, exemplar

ARG, DEB = competency(), competency("LIT.DEB", prerequisites=("LIT.ARG",))
BEFORE = framework([ARG, DEB, competency("LIT.ZEN")])
LATER = datetime(2026, 11, 20, tzinfo=UTC)


def changed(it: Framework, place: int, **changes: object) -> Framework:
    """The framework with another competency at a place."""
    competencies = list(it.competencies)
    competencies[place] = replace(competencies[place], **changes)  # type: ignore[arg-type]
    return replace(it, competencies=tuple(competencies))


def everybody_asks(it: Framework) -> Framework:
    return replace(
        it, pathways=(Pathway("P", "p", "P", "P", (Requirement("LIT.ARG", "2"),), "continuum/pathways/p.yml"),)
    )


CHANGES: dict[str, Callable[[Framework], Framework]] = {
    "its own words": lambda it: changed(it, 0, why="Because."),
    "its title": lambda it: changed(it, 0, title="Argue well"),
    "a title of what comes after": lambda it: changed(it, 1, title="Debate well"),
    "what comes after, no longer": lambda it: changed(it, 1, prerequisites=()),
    "a standard": lambda it: changed(it, 0, standards=(Standard("W", "C", "https://standards.example/W"),)),
    "an heir": lambda it: changed(it, 2, retired=Retired(date(2026, 8, 1), "LIT.ARG")),
    "another address": lambda it: changed(it, 0, slug="elsewhere"),
    "a UUID": lambda it: changed(it, 1, identifier="3a6f6f2c-0000-4000-8000-000000000001"),
    "one before it": lambda it: replace(it, competencies=(competency("LIT.AAA"), *it.competencies)),
    "student work": lambda it: replace(it, exemplars=(exemplar("lunch", level="2"),)),
    "a pathway": everybody_asks,
    "the area's title": lambda it: replace(it, areas=(replace(it.areas[0], title="Letters"),)),
    "another area": lambda it: framework(it.competencies, (*it.areas, replace(area("habits"), id="HAB"))),
    "the title of the whole": lambda it: replace(it, settings=replace(it.settings, title="Hillside")),
    "the version": lambda it: replace(it, settings=replace(it.settings, version="2027")),
}


def outline(it: Framework) -> Outline:
    """The outline of a framework, in which each competency has a digest of its own words, as sources have."""
    found = outline_of(it)
    cards = {id: replace(card, source_digest=repr(it.by_id[id])) for id, card in found.competencies.items()}
    areas = {slug: tuple(cards[card.id] for card in group) for slug, group in found.in_area.items()}
    return replace(found, competencies=cards, in_area=areas)


def made(it: Framework, view: View) -> dict[str, dict[str, bytes]]:
    """The files of each publication for each competency, and of the whole."""
    files: dict[str, dict[str, bytes]] = {}
    for one in PUBLICATIONS:
        portions = {id: one.portion(it.by_id[id], view) for id in view.outline.competencies}
        for id, portion in portions.items():
            files[f"{one.name} {id}"] = {**portion.files, "": portion.fragment}
        whole = one.whole(view, [portion.fragment for portion in portions.values()])
        files[one.name] = {file: joined(content) for file, content in whole.items()}
    return files


def keys(view: View) -> dict[str, str]:
    found = Keys(view)
    own = {f"{one.name} {id}": key for one in PUBLICATIONS for id, key in found.of(one.name).items()}
    return own | {one.name: found.of_the_whole(one.name) for one in PUBLICATIONS}


def compared(first: tuple[Framework, View], second: tuple[Framework, View]) -> list[str]:
    """What has other bytes now; each of these must have another key."""
    was, now = made(*first), made(*second)
    old, new = keys(first[1]), keys(second[1])
    different = [name for name in now if name in was and now[name] != was[name]]
    assert [name for name in different if old[name] == new[name]] == []
    return different


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_has_other_bytes_has_another_key(change: Callable[[Framework], Framework]) -> None:
    after = change(BEFORE)
    assert compared((BEFORE, View(outline(BEFORE), SITE)), (after, View(outline(after), SITE)))


@pytest.mark.parametrize(
    "view",
    [
        View(outline(BEFORE), "https://new.example/"),
        View(outline(BEFORE), SITE, {ARG.source: LATER}),
        View(outline(BEFORE), SITE, {DEB.source: LATER}),
        View(outline(BEFORE), SITE, {BEFORE.settings.source: LATER}),
        View(outline(BEFORE), SITE, rights="CC BY"),
        View(outline(BEFORE), SITE, published=("api", "case")),
    ],
    ids=["address", "day", "day of another", "day of the whole", "rights", "what is published"],
)
def test_what_is_said_of_the_site_counts_too(view: View) -> None:
    assert compared((BEFORE, View(outline(BEFORE), SITE)), (BEFORE, view))


def test_the_same_view_has_the_same_keys() -> None:
    assert keys(View(outline(BEFORE), SITE)) == keys(View(outline(BEFORE), SITE))


def test_a_competency_keeps_its_key_when_one_changes_that_it_has_nothing_to_do_with() -> None:
    after = changed(BEFORE, 2, title="Calm")
    old, new = keys(View(outline(BEFORE), SITE)), keys(View(outline(after), SITE))
    assert {name for name in old if old[name] != new[name]} == {
        name for one in PUBLICATIONS for name in (one.name, f"{one.name} LIT.ZEN")
    }
