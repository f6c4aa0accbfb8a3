"""A page to be."""

from __future__ import annotations

import pytest

from site_builder.site.plan import Plan, digest_of
from tests.site.continua import area, competency, small_outline


@pytest.mark.parametrize(
    ("address", "file"),
    [("", "index.html"), ("literacy/argue/", "literacy/argue/index.html"), ("404.html", "404.html")],
)
def test_a_folder_address_is_a_file_within_it(address: str, file: str) -> None:
    assert Plan(address, "page", "", "").file == file


def test_a_card_answers_with_the_digest_it_carries() -> None:
    cards = [*small_outline([competency()]).competencies.values()]
    other = [*small_outline([competency(why="Because.")]).competencies.values()]
    assert cards[0].source_digest != other[0].source_digest
    assert digest_of(cards) == digest_of(other)


def test_a_value_without_a_digest_answers_with_all_it_says() -> None:
    assert digest_of([area()]) == digest_of([area()])
    assert digest_of([area()]) != digest_of([area(about="Reading.")])


def test_the_order_of_things_matters() -> None:
    assert digest_of([area(), area("science")]) != digest_of([area("science"), area()])
