"""Places are found in plain text, and edited in the file's own."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from site_builder.exchange.into.page import Edit, Page
from site_builder.sources.text import decoded

LETTERS = st.text(st.sampled_from("ab \n\r\u200b\u2028é🙂"))


@given(LETTERS)
def test_the_plain_text_is_that_which_a_reader_sees(text: str) -> None:
    assert Page(text).plain == decoded("a.yml", text.encode())[0].removeprefix("\ufeff")


@given(LETTERS, st.data())
def test_all_that_is_not_edited_keeps_its_letters(text: str, data: st.DataObject) -> None:
    page = Page(text)
    assert page.edited([]) == text
    start = data.draw(st.integers(0, len(page.plain)))
    end = data.draw(st.integers(start, len(page.plain)))
    new = Page(page.edited([Edit(start, end, "X")])).plain
    assert new == f"{page.plain[:start]}X{page.plain[end:]}"


def test_of_two_edits_at_one_place_what_is_put_in_comes_first() -> None:
    assert Page("abc").edited([Edit(1, 2, ""), Edit(1, 1, "X"), Edit(1, 1, "Y")]) == "aXYc"


def test_ends_of_lines_are_those_of_the_file() -> None:
    assert Page("a\r\nb\r\n").edited([Edit(2, 2, "x\n")]) == "a\r\nx\r\nb\r\n"
    assert Page("a\nb\r\nc\n").edited([Edit(2, 2, "x\n")]) == "a\nx\nb\r\nc\n"
    assert (Page("a\nbc\n").line_of(3), Page("a\nbc\n").line_after(0), Page("a").line_after(0)) == (2, 2, 1)
