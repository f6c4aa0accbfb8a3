"""Which scales are in use, and by whom."""

from __future__ import annotations

from dataclasses import replace

from site_builder.look.scales import areas_on, scales_in_use
from site_builder.model import Kind
from tests.site.continua import area, habits, learning, small_outline


def test_academic_scales_stand_before_habits() -> None:
    agency = area("agency", habits(), kind=Kind.LIFELONG)
    outline = small_outline((), areas=[agency, area()])
    assert [it.id for it in scales_in_use(outline)] == ["learning", "habits"]


def test_a_scale_of_habits_knows_it_from_its_area() -> None:
    plain = replace(habits(), is_habit=False)
    outline = small_outline((), areas=[area("agency", habits())], scales={"habits": plain})
    assert [it.is_habit for it in scales_in_use(outline)] == [True]


def test_a_scale_that_no_area_uses_is_shown_too() -> None:
    outline = small_outline((), scales={"learning": learning(), "spare": replace(learning(), id="spare")})
    assert [it.id for it in scales_in_use(outline)] == ["learning", "spare"]


def test_areas_are_found_by_their_scale() -> None:
    outline = small_outline((), areas=[area(), area("science"), area("agency", habits())])
    assert [it.slug for it in areas_on(learning(), outline)] == ["literacy", "science"]
