"""Letters: a printed sheet for each household, with the code that opens a child's page and nothing about progress."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st

from site_builder.evidence.student import Roster, Student
from site_builder.model import School, SourceText
from site_builder.progress.desk import Desk
from site_builder.progress.letters import Key, households, letters, square, staff_letters
from tests.progress.standings import ADA, NASTY, Marked, desk, said
from tests.site.markup import Element, read

OPEN_AT = "https://private.riverbend.example/open/"
TODAY = date(2026, 6, 1)
DESK = desk()
BEN = replace(ADA, id="s-2", name="Ben Brook", given="Ben", sort_name="Brook, Ben")
CY = Student("s-3", "Cy Moss", "Cy", "Moss, Cy", household="h-9", language="es")
DI = replace(CY, id="s-4", given="Di", name="Di Moss", sort_name="Moss, Di")
QUIET = 4


def key(student: str) -> Key:
    return Key(f"https://private.riverbend.example/p/abcd/#{student:x<22}", ("A1B", "2C3", "D4E"))


def sheets(
    *students: Student, keys: Mapping[str, Key] | None = None, desks: Mapping[str, Desk] | None = None, **changes: Any
) -> list[Element]:
    """The sheets of a letter run."""
    roster = Roster({it.id: it for it in students})
    keys = {it.id: key(it.id) for it in students} if keys is None else keys
    desks = desks or {"": desk(**changes) if changes else DESK}
    html = letters(roster, keys, OPEN_AT, TODAY, desks)
    return read(html.removeprefix("<!doctype html>")).all("article", "letter")


def dark(drawing: Element) -> list[list[int]]:
    """The modules of a drawn code, row by row, without the quiet zone around them."""
    size = int(drawing["viewbox"].split()[2])
    rows = [[0] * size for _ in range(size)]
    path = drawing.one("path")["d"]
    runs = re.findall(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z", path)
    assert "".join(f"M{x} {y}h{there}v1h-{back}z" for x, y, there, back in runs) == path
    for x, y, there, back in runs:
        assert there == back
        for place in range(int(x), int(x) + int(there)):
            rows[int(y)][place] = 1
    edge = [*rows[:QUIET], *rows[-QUIET:], *([*row[:QUIET], *row[-QUIET:]] for row in rows)]
    assert not any(any(row) for row in edge), "something stands in the quiet zone"
    return [row[QUIET:-QUIET] for row in rows[QUIET:-QUIET]]


def known(link: str) -> list[list[int]]:
    """The modules of the code of a link, as the standard has them."""
    return [list(row) for row in segno.make(link, micro=False, error="m", boost_error=False).matrix]


class TestHouseholds:
    """Who shares a letter."""

    def test_brothers_and_sisters_share_one(self) -> None:
        assert households([CY, ADA, DI]) == [(CY, DI), (ADA,)]

    def test_who_has_no_household_has_a_letter_of_their_own(self) -> None:
        assert households([ADA, BEN]) == [(ADA,), (BEN,)]

    @given(st.lists(st.sampled_from(["", "h-1", "h-2", "s-1"]), max_size=12))
    def test_everybody_gets_exactly_one(self, homes: list[str]) -> None:
        students = [replace(ADA, id=f"s-{number}", household=home) for number, home in enumerate(homes)]
        found = [it for home in households(students) for it in home]
        assert sorted(it.id for it in found) == sorted(it.id for it in students)


class TestSheets:
    """One sheet a household."""

    def test_a_household_has_one_sheet_with_each_childs_code(self) -> None:
        ada, moss = sheets(ADA, CY, DI)
        assert "Dear family of Ada Brook," in ada.words
        assert "Dear family of Cy Moss, Di Moss," in moss.words
        assert [it.words for it in moss.all("h2")[:2]] == ["Open the page of Cy Moss", "Open the page of Di Moss"]
        assert [len(it.all("section", "key")) for it in (ada, moss)] == [1, 2]

    def test_it_says_where_to_type_what(self) -> None:
        (it,) = sheets(ADA)
        assert it.one("p", "url").words == OPEN_AT
        assert [group.words for group in it.one("p", "typed").all("span")] == ["A1B", "2C3", "D4E"]

    def test_more_than_six_children_have_a_second_sheet_that_says_all_of_it_again(self) -> None:
        many = [replace(CY, id=f"s-{number}", name=f"Moss {number}", household="h-9") for number in range(8)]
        first, second = sheets(*many)
        assert [len(it.all("section", "key")) for it in (first, second)] == [6, 2]
        assert "Dear family of Moss 6, Moss 7," in second.words
        assert second.one("p", "url").words == OPEN_AT

    def test_who_has_no_key_gets_no_letter(self) -> None:
        (it,) = sheets(ADA, BEN, CY, DI, keys={"s-4": key("s-4")})
        assert "Dear family of Di Moss," in it.words
        assert len(it.all("section", "key")) == 1
        assert sheets(ADA, keys={}) == []

    def test_it_says_what_to_do_when_it_is_lost_and_whom_to_ask(self) -> None:
        school = School("Riverbend School", "Elm Street", "Ask Ms Reed", "Call the office.")
        (it,) = sheets(ADA, school=school)
        assert "Riverbend School, Elm Street" in it.words
        assert "Ask Ms Reed. We are glad to read it with you." in it.words
        assert "Call the office. We print a new one" in it.words
        assert "Tell the school. We print a new one" in sheets(ADA)[0].words

    def test_nothing_on_it_tells_of_progress(self) -> None:
        (it,) = sheets(ADA)
        assert it.all(css="lv") + it.all(css="spread") + it.all(css="track") == []
        assert not re.search(r"Emerging|Developing|Proficient|Extending|Argue|evidence|level|goal", said(it))
        assert not re.search(r"\d", said(it).replace("1 June 2026", "").replace("A1B2C3D4E", ""))

    def test_nothing_of_the_roster_but_names_stands_on_it(self) -> None:
        whole = replace(ADA, email="ada@riverbend.example", groups=("otters",), other_ids=("00123",))
        text = said(sheets(whole)[0])
        assert not [it for it in ("s-1", "ada@", "otters", "00123") if it in text]

    def test_the_link_itself_stands_on_it_as_a_square_alone(self) -> None:
        html = letters(Roster({"s-1": ADA}), {"s-1": key("s-1")}, OPEN_AT, TODAY, {"": DESK})
        assert key("s-1").link not in html
        assert key("s-1").link.partition("#")[2] not in html

    def test_names_are_text(self) -> None:
        (it,) = sheets(replace(ADA, name=NASTY))
        assert it.words.count("<script>alert(1)</script>") == 2
        assert it.all("script") + it.all("img") + it.all("a") == []
        assert "\u202e" not in it.words

    def test_no_students_need_no_letters(self) -> None:
        assert sheets() == []


class TestLanguages:
    """Each household reads its own language."""

    def test_a_household_is_spoken_to_in_its_language_and_everybody_else_in_the_schools(self) -> None:
        spanish = desk(words=Marked(), language="es")
        ada, moss = sheets(ADA, CY, desks={"": DESK, "es": spanish})
        assert (ada["lang"], moss["lang"]) == ("en", "es")
        assert moss.one("h1").words == "⟦A private page for your family⟧"
        assert ada.one("h1").words == "A private page for your family"

    def test_a_language_that_the_school_does_not_have_becomes_its_own(self) -> None:
        (it,) = sheets(replace(ADA, language="tlh"))
        assert (it["lang"], it.one("h1").words) == ("en", "A private page for your family")

    def test_arabic_is_written_from_right_to_left(self) -> None:
        (it,) = sheets(replace(ADA, language="ar"), desks={"": DESK, "ar": desk(language="ar")})
        assert (it["lang"], it["dir"]) == ("ar", "rtl")

    def test_it_leads_to_where_the_code_is_typed_in_its_language(self) -> None:
        arabic = replace(desk(language="ar"), typing="ar/")
        english, other = sheets(ADA, replace(BEN, language="ar"), desks={"": DESK, "ar": arabic})
        assert english.one("p", "url").words == OPEN_AT
        assert other.one("p", "url").words == f"{OPEN_AT}ar/"

    def test_addresses_and_codes_are_read_from_left_to_right(self) -> None:
        (it,) = sheets(replace(ADA, language="ar"), desks={"": DESK, "ar": desk(language="ar")})
        assert (it.one("p", "url")["dir"], it.one("p", "typed")["dir"]) == ("ltr", "ltr")

    def test_names_in_its_sentences_are_isolated(self) -> None:
        (it,) = sheets(CY, DI, desks={"": desk(language="ar")})
        assert [name.words for name in it.all("strong")[0].all("bdi")] == ["Cy Moss", "Di Moss"]
        assert [name.words for name in it.all("h2")[0].all("bdi")] == ["Cy Moss"]

    def test_what_the_school_has_not_translated_says_so(self) -> None:
        school = School(ask=SourceText("Ms Reed, 555-0142", "en"), lost=SourceText("Call 555-0140.", "en"))
        (it,) = sheets(ADA, desks={"": desk(language="ar", school=school)})
        assert [text["lang"] for text in it.all("span", "src")] == ["en", "en"]

    def test_all_that_it_says_comes_from_the_catalogue(self) -> None:
        words = Marked()
        (it,) = sheets(replace(ADA, name=""), desks={"": desk(words=words, title="")})
        text = re.sub(r"\b(A1B|2C3|D4E)\b", "", it.words.replace(OPEN_AT, ""))
        while "⟦" in text:
            text = re.sub(r"⟦[^⟦⟧]*⟧", "", text)
        assert not re.search(r"[^\W\d_]{2,}", text), text


class TestSquare:
    """The code that a telephone reads."""

    @pytest.mark.parametrize(
        "link",
        [
            key("s-1").link,
            "https://a.example/p/abcdefghijklmnop/#AAAAAAAAAAAAAAAAAAAAAA",
            "https://" + "long." * 30 + "example/p/abcdefghijklmnop/#____________________-A",
        ],
    )
    def test_it_holds_the_link_and_nothing_around_it(self, link: str) -> None:
        assert dark(read(square(link, DESK)).one("svg")) == known(link)

    @given(st.text("abcdefXYZ0123456789-_/#.:", min_size=1, max_size=120))
    def test_it_holds_any_link(self, link: str) -> None:
        assert dark(read(square(link, DESK)).one("svg")) == known(link)

    def test_another_link_is_another_square(self) -> None:
        assert square(key("s-1").link, DESK) != square(key("s-2").link, DESK)

    def test_it_is_read_also_with_a_stain(self) -> None:
        assert segno.make_qr(key("s-1").link, error="m", boost_error=False).error == "M"

    def test_the_sheet_shows_it_beside_whom_it_is_for(self) -> None:
        (moss,) = sheets(CY, DI)
        found = {it.one("h2").words: dark(it.one("svg")) for it in moss.all("section", "key")}
        assert found == {
            "Open the page of Cy Moss": known(key("s-3").link),
            "Open the page of Di Moss": known(key("s-4").link),
        }

    def test_ears_hear_what_it_is_and_not_what_it_holds(self) -> None:
        it = read(square(key("s-1").link, DESK)).one("svg", role="img")
        assert it["aria-label"] == "Square code for a telephone's camera"

    def test_it_is_black_and_nothing_else(self) -> None:
        assert {name for part in read(square("https://a.example/", DESK)).walk() for name in part.attributes} == {
            "viewbox",
            "role",
            "aria-label",
            "shape-rendering",
            "d",
        }


class TestStaff:
    """Letters for those who teach a group."""

    def staff(self, titles: Iterable[str]) -> list[Element]:
        html = staff_letters([(it, key("g")) for it in titles], OPEN_AT, TODAY, DESK)
        return read(html.removeprefix("<!doctype html>")).all("article", "letter")

    def test_each_group_has_a_sheet_by_its_title(self) -> None:
        otters, swifts = self.staff(["Otters", "Swifts"])
        assert "For the teachers of Otters." in otters.words
        assert "Open the page of Swifts" in swifts.words

    def test_it_speaks_to_teachers_and_not_to_families(self) -> None:
        (it,) = self.staff(["Otters"])
        assert it.one("h1").words == "A private page for staff"
        assert not re.search(r"your child|family", it.words)


def test_the_document_around_them_may_load_nothing() -> None:
    html = letters(Roster({"s-1": ADA}), {"s-1": key("s-1")}, OPEN_AT, TODAY, {"": DESK})
    assert "<title>Private letters</title>" in html
    assert "default-src &#39;none&#39;" in html
