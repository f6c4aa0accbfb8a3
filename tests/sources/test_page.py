"""A Markdown file becomes a page."""

from __future__ import annotations

import pytest

from site_builder.model import Page
from site_builder.problems import Spot
from site_builder.sources.folder import source_at
from site_builder.sources.front_matter import Halves
from site_builder.sources.page import read_page

SOURCE = source_at("continuum/pages/help/reading.md")
HALVES = Halves("", "Text", body_line=4)


def test_a_page_has_a_title_and_a_text() -> None:
    value = {"title": "Reading", "description": "How to read.", "order": "3"}
    assert read_page(SOURCE, value, HALVES) == (
        Page("help/reading", "Reading", "Text", SOURCE.file, "How to read.", 3, body_line=4),
        [],
    )


def test_a_page_without_an_order_comes_after_those_that_have_one() -> None:
    page, _ = read_page(SOURCE, {"title": "Reading"}, HALVES)
    assert page is not None
    assert page.order == 100


@pytest.mark.parametrize("order", ["-1", "1001", "first", "1.5", "007"])
def test_an_order_is_a_number(order: str) -> None:
    page, [problem] = read_page(SOURCE, {"title": "Reading", "order": order}, HALVES)
    assert page is None
    assert problem.at == Spot(SOURCE.file, ("order",))
