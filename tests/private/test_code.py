"""The code of a letter: easy to type, and no single slip goes unnoticed."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from site_builder.private.code import LETTERS, code, read_code
from site_builder.private.secret import Secret

SECRETS = st.binary(min_size=16, max_size=16).map(Secret)
SOME = Secret(bytes.fromhex("00112233445566778899aabbccddeeff"))


@given(SECRETS)
def test_a_code_is_read_as_it_is_printed(secret: Secret) -> None:
    groups = code(secret).split(" ")
    assert [len(group) for group in groups] == [3] * 9
    assert set("".join(groups)) <= set(LETTERS)
    assert read_code(code(secret)) == secret


@given(SECRETS)
def test_a_code_in_lower_case_with_letters_that_look_alike_is_read(secret: Secret) -> None:
    typed = code(secret).lower().replace("0", "o").replace("1", "l").replace(" ", "–")
    assert read_code(typed) == secret


def test_every_single_wrong_letter_is_noticed() -> None:
    letters = code(SOME).replace(" ", "")
    for place, right in enumerate(letters):
        for wrong in set(LETTERS) - {right}:
            assert read_code(letters[:place] + wrong + letters[place + 1 :]) is None


@given(SECRETS)
def test_any_two_letters_that_changed_places_are_noticed(secret: Secret) -> None:
    letters = code(secret).replace(" ", "")
    for one, other in combinations(range(len(letters)), 2):
        swapped = list(letters)
        swapped[one], swapped[other] = swapped[other], swapped[one]
        assert letters[one] == letters[other] or read_code("".join(swapped)) is None


@given(st.text(max_size=40))
def test_no_text_upsets_the_reader(text: str) -> None:
    found = read_code(text)
    assert found is None or read_code(code(found)) == found


def test_letters_that_only_look_like_latin_ones_are_refused() -> None:
    letters = code(SOME)
    for alike in ("ı", "ſ", "Ａ", "А", "٠", "U", "u"):
        assert read_code(alike + letters[1:]) is None
