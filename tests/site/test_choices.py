"""What a reader may choose from."""

from __future__ import annotations

from datetime import date

from site_builder.model import Kind, Retired
from site_builder.site.choices import area_choices, choice_styles, css_for, level_choices
from tests.site.continua import area, competency, habits, learning, small_outline

WHOLE = small_outline(
    [competency(), competency("AGE.GOA", area="agency")],
    areas=[area(), area("science"), area("agency", habits(), kind=Kind.LIFELONG)],
)


def test_areas_with_something_in_them_can_be_chosen() -> None:
    assert [(it.key, it.name) for it in area_choices(WHOLE)] == [("literacy", "Literacy"), ("agency", "Agency")]


def test_an_area_of_retired_competencies_alone_is_no_choice() -> None:
    assert area_choices(small_outline([competency(retired=Retired(date(2026, 8, 1)))])) == []


def test_levels_of_every_scale_can_be_chosen_each_once() -> None:
    outline = small_outline((), areas=[area(), area("science"), area("agency", habits())])
    assert [it.name for it in level_choices(outline)] == [
        *("Emerging", "Developing", "Proficient", "Extending"),
        *("Together", "Reminded", "Alone"),
    ]


def test_no_two_choices_share_a_class_or_a_key() -> None:
    choices = [*area_choices(WHOLE), *level_choices(WHOLE)]
    assert len({it.css for it in choices}) == len({it.key for it in choices}) == len(choices)


def test_areas_of_the_same_title_stay_apart() -> None:
    outline = small_outline(
        [competency(), competency("LIT.RET", area="reading")],
        areas=[area(title="Language"), area("reading", title="Language")],
    )
    choices = area_choices(outline)
    assert css_for("literacy", choices) != css_for("reading", choices)


def test_what_is_no_choice_has_no_class() -> None:
    assert css_for("writing", area_choices(WHOLE)) == ""


def test_each_choice_hides_what_does_not_belong_to_it_and_nothing_where_that_cannot_be_told() -> None:
    rules = choice_styles(WHOLE)
    assert rules.startswith("@supports selector(:has(*)){")
    assert rules.count("{") == rules.count("}")
    for name in [it.css for it in (*area_choices(WHOLE), *level_choices(WHOLE))] + ["m1", "m6", "p1", "p2"]:
        assert f".finder:has(#f-{name}:checked) li:not(.{name})" in rules


def test_a_long_scale_has_a_choice_for_each_level() -> None:
    assert len(level_choices(small_outline(areas=[area(scale=learning(12))]))) == 12
