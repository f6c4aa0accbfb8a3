"""What somebody may have meant."""

from __future__ import annotations

import pytest

from site_builder.sources.names import close_to, spoken


def test_a_name_that_is_close_is_offered() -> None:
    assert close_to("LIT.AGR", ["MAT.NUM", "LIT.ARG"]) == "did you mean LIT.ARG?"


def test_where_nothing_is_close_the_way_on_is_said() -> None:
    assert close_to("LIT.ARG", []) == "check the id, or add what it names"
    assert close_to("LIT.ARG", ["xyz"]) == "check the id, or add what it names"


@pytest.mark.parametrize(
    ("words", "text"), [([], ""), (["1"], "1"), (["1", "2"], "1 and 2"), (["1", "2", "4"], "1, 2 and 4")]
)
def test_several_words_are_listed_as_people_say_them(words: list[str], text: str) -> None:
    assert spoken(words) == text
    assert spoken(words, "or") == text.replace("and", "or")
