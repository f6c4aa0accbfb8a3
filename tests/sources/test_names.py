"""What somebody may have meant."""

from __future__ import annotations

from site_builder.sources.names import close_to


def test_a_name_that_is_close_is_offered() -> None:
    assert close_to("LIT.AGR", ["MAT.NUM", "LIT.ARG"]) == "did you mean LIT.ARG?"


def test_where_nothing_is_close_the_way_on_is_said() -> None:
    assert close_to("LIT.ARG", []) == "check the id, or add what it names"
    assert close_to("LIT.ARG", ["xyz"]) == "check the id, or add what it names"
