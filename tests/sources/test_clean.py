"""Hidden characters, joiners and towers of marks."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.sources.clean import clean

HIDDEN = {
    "right to left override": "\u202e",
    "left to right isolate": "\u2066",
    "zero-width space": "\u200b",
    "word joiner": "\u2060",
    "byte order mark": "\ufeff",
    "tag letter": "\U000e0041",
    "half of a character": "\ud800",
}


@pytest.mark.parametrize("sign", HIDDEN.values(), ids=HIDDEN)
def test_what_nobody_sees_is_left_out(sign: str) -> None:
    assert clean(f"pay{sign}pal{sign}") == "paypal"


@pytest.mark.parametrize(
    "text",
    ["می\u200cخواهم", "क्\u200dष", "👩\u200d👩\u200d👧", "❤\ufe0f\u200d🔥"],
    ids=["Persian", "Hindi", "a family", "a heart on fire"],
)
def test_a_joiner_stays_where_it_changes_what_is_seen(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    ("text", "seen"),
    [("a\u200db", "ab"), ("\u200cstart", "start"), ("end \u200d", "end "), ("👧\u200d\u200d", "👧\u200d")],
)
def test_a_joiner_goes_where_it_joins_nothing(text: str, seen: str) -> None:
    assert clean(text) == seen


@pytest.mark.parametrize("mark", ["\u0301", "\u0e49", "\u0651", "\u20dd", "\u0307\u0323"])
def test_a_tower_of_marks_is_cut_to_five(mark: str) -> None:
    assert clean(f"Z{mark * 40}oe") == f"Z{(mark * 5)[:5]}oe"


def test_a_mark_cannot_hide_between_hidden_signs() -> None:
    assert clean("Z" + "\u0301\u200b" * 40) == "Z" + "\u0301" * 5


@pytest.mark.parametrize("text", ["Zoë", "Zoe\u0308", "ệ", "e\u0323\u0302", "שָׁלוֹם", "مُدَرِّسٌ", "น้ำ", "བསྒྲུབས"])
def test_letters_of_every_script_stay_as_they_are(text: str) -> None:
    assert clean(text) == text


@given(st.text())
@settings(deadline=None)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text(st.characters(max_codepoint=0x2FF)))
@settings(deadline=None)
def test_latin_text_is_never_changed(text: str) -> None:
    assert clean(text) == text
