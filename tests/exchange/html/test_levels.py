"""Levels and descriptors stand below a description as a list, and are read back from there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from site_builder.exchange.html.levels import descriptors_in, levels_in, with_descriptors, with_levels
from site_builder.model import Level, Scale, Skill
from tests.exchange.frameworks import LINES, scales
from tests.site.continua import CLAIM, habits, learning


def test_an_area_lists_its_levels_and_the_one_to_reach_stands_out() -> None:
    html = with_levels("What we read.", learning())
    assert html.startswith("<p>What we read.</p>\n<dl>\n<dt>1 · Emerging</dt>\n<dd>This is what Emerging means.</dd>")
    assert "<dt><strong>3 · Proficient</strong></dt>" in html
    assert levels_in(html) == ("What we read.", learning().levels)


def test_levels_may_mean_nothing_more_than_their_names() -> None:
    assert levels_in(with_levels("", habits())) == ("", habits().levels)


@settings(deadline=None)
@given(scales("learning"), LINES)
def test_the_names_of_levels_are_read_back_whatever_they_are(scale: Scale, text: str) -> None:
    bare = replace(scale, levels=tuple(replace(it, means="") for it in scale.levels))
    assert levels_in(with_levels(text, bare))[1] == bare.levels


@pytest.mark.parametrize(
    "html",
    [
        "<p>Text</p>",
        "",
        "<dl><dt>Word</dt><dd>Meaning</dd></dl>",
        "<dl><dt>1 · One</dt><dt>Word</dt></dl>",
        "<dl><dt>1 · One</dt><dt>1 · Other</dt></dl>",
        "<dl><dt>1 · One</dt></dl><p>More</p>",
        "<dl></dl>",
    ],
)
def test_another_list_is_text(html: str) -> None:
    text, levels = levels_in(html)
    assert levels == ()
    assert ("Meaning" in text) == ("Meaning" in html)


def test_a_skill_lists_its_descriptors_by_the_names_of_levels() -> None:
    skill = Skill("LIT.ARG.1", "Claim", CLAIM, statement="How well?")
    html = with_descriptors(skill.statement, skill, learning())
    assert html.count("<dd>") == 5 and html.count("<dt>") == 4
    assert descriptors_in(html, learning().levels) == ("How well?", CLAIM)


def test_a_skill_without_descriptors_has_no_list() -> None:
    assert with_descriptors("How well?", Skill("A", "a", {}), learning()) == "<p>How well?</p>"
    assert descriptors_in("<p>How well?</p>", learning().levels) == ("How well?", {})


def test_descriptors_are_given_in_the_order_of_growth() -> None:
    html = "<dl><dt>Proficient</dt><dd>b</dd><dt>Emerging</dt><dd>a</dd></dl>"
    assert list(descriptors_in(html, learning().levels)[1].items()) == [("1", ("a",)), ("3", ("b",))]


@pytest.mark.parametrize("html", ["<dl><dt>Splendid</dt><dd>a</dd></dl>", "<dl><dt>Emerging</dt></dl>"])
def test_a_list_that_is_not_of_levels_stays_in_the_text(html: str) -> None:
    text, levels = descriptors_in(html, learning().levels)
    assert levels == {}
    assert text.split("\n")[0] in ("Splendid", "Emerging")


def test_levels_of_one_name_are_listed_with_their_ids() -> None:
    twins = Scale("twins", (Level("1", "Same", "", 1, False), Level("2", "Same", "", 2, False)))
    html = with_descriptors("", Skill("A", "a", {"1": ("x",), "2": ("y",)}), twins)
    assert "<dt>1 · Same</dt>" in html
    assert descriptors_in(html, twins.levels)[1] == {"1": ("x",), "2": ("y",)}
