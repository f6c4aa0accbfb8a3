"""Names that are addresses and folders on every system."""

from __future__ import annotations

import pytest

from site_builder.sources.slugs import is_kept_by_windows, normal, unfit


@pytest.mark.parametrize("name", ["argue", "Argue-from-evidence", "level_2", "été", "日本", "3", "a" * 100, "console"])
def test_a_plain_name_can_be_an_address(name: str) -> None:
    assert unfit(name) is None


@pytest.mark.parametrize("name", ["con", "CON", "nul", "Aux", "prn", "com1", "LPT9", "com¹", "nul.x"])
def test_a_name_that_windows_keeps_is_refused(name: str) -> None:
    found = unfit(name)
    assert found is not None
    assert "Windows" in found[0]
    assert is_kept_by_windows(name)


@pytest.mark.parametrize(
    "name", ["", "a b", "a.", "a.b", "-a", "a-", "_a", "a?", "a/b", "a\\b", "..", "a\n", "\udcff", "a\u200bb"]
)
def test_a_name_that_addresses_cannot_hold_is_refused(name: str) -> None:
    assert unfit(name) is not None


@pytest.mark.parametrize("name", ["a" * 101, "é" * 51, "a" * 300])
def test_a_name_is_measured_in_bytes(name: str) -> None:
    found = unfit(name)
    assert found is not None
    assert "too long" in found[0]


def test_a_name_has_one_spelling() -> None:
    assert normal("e\u0301te\u0301") == "été"
    assert is_kept_by_windows("3.")
    assert not is_kept_by_windows("3.5")
