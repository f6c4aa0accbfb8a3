"""How a level is marked, named and coloured."""

from __future__ import annotations

import pytest

from site_builder.look.badges import badge, badges
from site_builder.model import Level, Scale
from tests.site.continua import area, habits, learning


def scale(*ids: str) -> Scale:
    return Scale("learning", tuple(Level(id, f"Level {id}", "", place, False) for place, id in enumerate(ids, 1)))


def test_badges_stand_in_the_order_of_growth() -> None:
    assert [(it.mark, it.name, it.position) for it in badges(learning())] == [
        ("1", "Emerging", 1),
        ("2", "Developing", 2),
        ("3", "Proficient", 3),
        ("4", "Extending", 4),
    ]


@pytest.mark.parametrize(
    ("ids", "marks"),
    [
        (("1", "2", "4"), ["1", "2", "4"]),
        (("K1", "K2"), ["K1", "K2"]),
        (("together", "alone"), ["1", "2"]),
        (("no", "yes"), ["1", "2"]),
        (("2026-1", "2026-2"), ["1", "2"]),
    ],
)
def test_a_short_id_with_a_number_is_its_own_mark_and_a_name_gets_its_place(
    ids: tuple[str, ...], marks: list[str]
) -> None:
    assert [it.mark for it in badges(scale(*ids))] == marks


def test_the_scale_says_which_level_is_the_goal() -> None:
    assert [it.id for it in badges(learning()) if it.is_target] == ["3"]


def test_a_competency_may_have_a_goal_of_its_own() -> None:
    assert [it.id for it in badges(learning(), "2") if it.is_target] == ["2"]


def test_habits_have_colours_of_their_own() -> None:
    assert [it.css for it in badges(habits())] == ["e3 k1", "e3 k2", "e3 k3"]
    assert [it.css for it in badges(learning(3))] == ["n3 k1", "n3 k2", "n3 k3"]


def test_a_badge_leads_to_the_page_of_its_level() -> None:
    assert badges(habits())[0].address == "levels/habits/together/"


def test_a_piece_of_work_has_the_badge_of_its_level() -> None:
    assert badge(area(), "2").name == "Developing"


def test_a_level_that_the_scale_does_not_have_is_shown_as_the_first() -> None:
    assert badge(area(), "9").name == "Emerging"
