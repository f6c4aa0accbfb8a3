"""What people have written turns nothing around it, and does not pretend to be in the language of a page."""

from __future__ import annotations

import pytest

from site_builder.model import SourceText
from site_builder.progress.hand import Hand
from tests.progress.standings import NASTY
from tests.site.markup import read

OWN = Hand("ltr", is_own=True)
SPANISH = Hand("ltr", is_own=False)
ARABIC = Hand("rtl", is_own=False)
ARABIC_SCHOOL = Hand("rtl", is_own=True)


class TestNames:
    """Names in sentences."""

    def test_a_name_that_is_read_as_the_page_is_stands_as_it_is(self) -> None:
        assert OWN.name("Zoë O'Brook") == "Zoë O&#39;Brook"
        assert SPANISH.name("Lucía") == "Lucía"

    @pytest.mark.parametrize("name", ["ليلى", "Noor ليلى", "דנה", "گلناز"])
    def test_a_name_that_is_read_the_other_way_is_isolated(self, name: str) -> None:
        assert OWN.name(name) == f"<bdi>{name}</bdi>"

    @pytest.mark.parametrize("name", ["Zoë", "ليلى", "7b"])
    def test_on_a_page_from_right_to_left_each_name_is_isolated(self, name: str) -> None:
        assert ARABIC.name(name) == ARABIC_SCHOOL.name(name) == f"<bdi>{name}</bdi>"


class TestTexts:
    """Titles of tasks, words of teachers and students."""

    def test_on_a_page_in_the_schools_own_language_they_are_in_it(self) -> None:
        assert OWN.text("Letter to the bus company") == "Letter to the bus company"
        assert OWN.tongue == ARABIC_SCHOOL.tongue == ""

    @pytest.mark.parametrize("hand", [SPANISH, ARABIC])
    def test_on_a_page_in_another_one_nobody_says_in_which_they_are(self, hand: Hand) -> None:
        assert hand.text("Letter") == '<bdi lang="">Letter</bdi>'
        assert hand.tongue == ' lang=""'

    def test_of_nothing_there_is_nothing(self) -> None:
        assert [hand.text("") + hand.name("") for hand in (OWN, SPANISH, ARABIC)] == ["", "", ""]

    @pytest.mark.parametrize("hand", [OWN, SPANISH, ARABIC])
    def test_they_are_text(self, hand: Hand) -> None:
        for shown in (hand.text(NASTY), hand.name(NASTY), hand.line(NASTY), hand.mark(NASTY)):
            assert {it.tag for it in read(shown).walk()} <= {"", "bdi"}
            assert "\u202e" not in shown


class TestMarks:
    """Marks of levels within sentences."""

    def test_a_number_needs_nothing(self) -> None:
        assert [hand.mark("3") for hand in (OWN, ARABIC)] == ["3", "3"]

    def test_a_mark_with_a_letter_is_read_from_left_to_right(self) -> None:
        assert OWN.mark("L3") == "L3"
        assert ARABIC.mark("L3") == '<bdi dir="ltr">L3</bdi>'


class TestLines:
    """What a school says of itself."""

    @pytest.mark.parametrize(
        "number", ["555-0142", "+1 (510) 555-0142", "(510) 555-0142", "020 7946 0018", "٠٥٥-٥٥٥-٠١٤٢"]
    )
    @pytest.mark.parametrize("hand", [OWN, ARABIC])
    def test_a_telephone_number_stays_whole_and_is_read_from_left_to_right(self, number: str, hand: Hand) -> None:
        assert hand.line(f"السيّدة، {number}، الباب 4") == f'السيّدة، <bdi dir="ltr">{number}</bdi>، الباب 4'

    @pytest.mark.parametrize("text", ["room 4, 7:30 to 9:00", "1, 2, 3, 4, 5, 6, 7", "since 2019", "12345678", ""])
    def test_other_numbers_are_left(self, text: str) -> None:
        assert ARABIC.line(text) == text

    def test_brackets_around_two_numbers_stay_outside(self) -> None:
        said = ARABIC.line("(555-0142 أو 555-0143)")
        assert said == '(<bdi dir="ltr">555-0142</bdi> أو <bdi dir="ltr">555-0143</bdi>)'

    def test_a_line_in_the_sources_language_says_so(self) -> None:
        said = ARABIC.line(SourceText("Ask Ms Reed, 555-0142", "en"))
        assert said == '<span class="src" lang="en" dir="ltr">Ask Ms Reed, 555-0142</span>'
