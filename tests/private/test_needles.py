"""What must never be found, and how it is looked for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.private.code import code
from site_builder.private.leaks import find
from site_builder.private.needles import Kind, Manner, Needle, Person, names, needles
from tests.private.people import JIN, NOOR, PEOPLE, SECRET, WILL, ZOE, all_needles


def kinds(text: str, *people: Person) -> list[Kind]:
    """What of these people is found in a text."""
    return sorted({it.needle.kind for it in find(text.encode(), needles(people))})


def test_a_person_has_each_name_first_with_and_without_the_middle() -> None:
    assert {"Noor Layla Haddad", "Haddad Noor Layla", "Noor Haddad", "Haddad Noor"} <= set(names(NOOR))
    assert {"Zoë Müller", "Müller Zoë", "Zoe Muller", "Muller Zoe"} <= set(names(ZOE))


def test_each_of_two_family_names_counts_and_small_words_do_not() -> None:
    two = set(names(Person("1", "Ana García Márquez", "Ana", "García Márquez, Ana")))
    assert {"Ana García", "Ana Márquez", "Ana García Márquez", "Garcia Ana"} <= two
    small = set(names(Person("1", "Anna van der Berg", "Anna", "van der Berg, Anna")))
    assert "Anna Berg" in small
    assert "Anna van" not in small


def test_a_name_without_a_sort_name_is_taken_apart() -> None:
    assert set(names(Person("1", "Noor Layla Haddad"))) >= {"Noor Haddad", "Haddad Noor"}
    assert names(Person("1", "Suharto")) == ["Suharto"]


@pytest.mark.parametrize(
    "text",
    [
        "noor haddad",
        "NOOR HADDAD",
        "Haddad, Noor",
        "Haddad; Noor Layla",
        "img/noor-haddad.jpg",
        "noor_haddad",
        "NoorHaddad.png",
        "haddadnoor",
        "Noor\n   Haddad",
        "Noor Haddad's page",
        "Noor Haddads Seite",
        "<b>Noor</b> <i class=x>Haddad</i>",
        '{"given": "Noor", "family": "Haddad"}',
        "given: Noor\nfamily: Haddad",
        "a\\nNoor Haddad",
        "C:\\\\noor haddad",
    ],
)
def test_a_name_is_found_however_it_is_written(text: str) -> None:
    assert kinds(text, NOOR) == [Kind.NAME]


@pytest.mark.parametrize("text", ["noor", "Haddad", "Noor and Ada Haddad", "Noora Haddad", "Noor Haddadin-Berg Hall"])
def test_half_a_name_or_another_one_is_not_found(text: str) -> None:
    assert kinds(text.replace("Haddadin", "Haddadsson"), NOOR) == []


def test_names_of_tags_are_nobody_s() -> None:
    mark = Person("ST-9", "Mark Wood", "Mark", "Wood, Mark")
    assert kinds("metal than on wood</mark>", mark) == []
    assert kinds("<mark>wood</mark>", mark) == []
    assert kinds("<mark>Mark Wood</mark>", mark) == [Kind.NAME]


@pytest.mark.parametrize("text", ["我和王小明一起", "王 小明", "&#29579;小明", "王\u200b小明"])
def test_a_name_in_a_script_without_spaces_is_found_amid_others(text: str) -> None:
    assert kinds(text, JIN) == [Kind.NAME]
    assert kinds("王大明和小明", JIN) == []


def test_a_very_short_name_is_found_in_capitals_alone() -> None:
    short = Person("ST-9", "Jo Li", "Jo", "Li, Jo")
    assert kinds("Jo Li", short) == [Kind.NAME]
    assert kinds("jo<li>, jo li", short) == []


@pytest.mark.parametrize("text", ["strasse", "Straße", "STRASSE"])
def test_letters_that_are_the_same_in_capitals_are_the_same(text: str) -> None:
    assert kinds(f"Ada {text}", Person("1", "Ada Straße", "Ada", "Straße, Ada")) == [Kind.NAME]
    assert kinds(f"Ada {text}", Person("1", "Ada Strasse", "Ada", "Strasse, Ada")) == [Kind.NAME]


def test_ids_and_addresses_are_found_as_they_are_written() -> None:
    assert kinds("x ST-2031-017 x", NOOR) == [Kind.ID]
    assert kinds("x st-2031-017,", NOOR) == [Kind.ID]
    assert kinds("2031 017, st 2031 017, ST-2031-0171", NOOR) == []
    assert kinds("mailto:NHaddad%40school.example", NOOR) == [Kind.EMAIL]
    assert kinds('{"user":"zmueller9"}', ZOE) == [Kind.ID]


def test_a_number_is_found_unless_it_is_part_of_another() -> None:
    assert kinds("number 814203.", NOOR) == [Kind.ID]
    assert kinds("0.814203, 814203.5, 8142030, a814203, .814203", NOOR) == []


@pytest.mark.parametrize(("id", "alone", "amid"), [("s17", '"s17"', "s17 is"), ("12345", ">12345<", "x 12345 x")])
def test_a_short_id_is_found_where_it_stands_alone(id: str, alone: str, amid: str) -> None:
    person = Person(id, "Noor Haddad")
    assert kinds(alone, person) == [Kind.ID]
    assert kinds(id, person) == [Kind.ID]
    assert kinds(amid, person) == []
    assert any("stand alone" in note for note in needles([person]).notes)


@pytest.mark.parametrize("id", ["7", "a1", "1024", "ann"])
def test_an_id_that_anything_may_hold_is_not_searched_and_this_is_said(id: str) -> None:
    person = Person(id, "Noor Haddad")
    assert kinds(f'"{id}" {id}', person) == []
    (note,) = needles([person]).notes
    assert note.startswith("not searched, since other texts hold them by chance: 1 ")


def test_a_user_name_that_is_a_given_name_is_found_where_it_stands_alone() -> None:
    people = [Person("ST-1", "Maximilian Berg", "Maximilian", "Berg, Maximilian", other_ids=("maximilian",))]
    assert kinds("Maximilian said", *people) == []
    assert kinds('<a href="/maximilian/">', *people) == [Kind.ID]


def test_a_key_is_found_in_every_form() -> None:
    typed = code(SECRET)
    for form in (SECRET.value, SECRET.value.hex(), SECRET.value.hex().upper(), SECRET.link):
        data = form if isinstance(form, bytes) else form.encode()
        for before in range(9):
            assert [it.needle.kind for it in find(b"x" * before + data + b"xyz", all_needles())] == [Kind.KEY]
    for form in (typed, typed.lower(), typed.replace(" ", "-"), typed.replace(" ", "")):
        assert {it.needle.kind for it in find(f"code: {form}.".encode(), all_needles())} == {Kind.CODE}


def test_the_address_of_a_page_stands_in_the_private_site_alone() -> None:
    link = f"/p/{SECRET.page_id}/".encode()
    assert [it.needle.kind for it in find(link, all_needles())] == [Kind.ADDRESS]
    assert list(find(link, needles(PEOPLE, [SECRET], with_addresses=False))) == []


def test_a_needle_shows_no_more_than_first_letters() -> None:
    assert Needle(Kind.NAME, "Noor Haddad").shown == "N… H…"
    assert Needle(Kind.CODE, "ABC DEF").shown == ""
    assert "Haddad" not in repr(Needle(Kind.NAME, "Noor Haddad", Manner.WORDS))


def test_nobody_is_nothing_to_search() -> None:
    nobody = needles([Person("", "")])
    assert nobody.count == 0
    assert list(find(b"any text at all", nobody)) == []
    assert needles([NOOR, NOOR]).count == needles([NOOR]).count
    assert kinds("will march", WILL) == []


@pytest.mark.parametrize(
    "name", ["नूर हद्दाद", "نور حداد", "Нур Хаддад", "김민준", "ณัฐ วงศ์", "Ōta Ümit", "O’Neil Ann-Mary", "Nǃxau Kxau"]
)
def test_a_name_in_any_script_is_found_amid_words_of_its_own(name: str) -> None:
    for text in (name, f"<p>{name}</p>", f"x {name.upper()}, x", f"{name}"):
        assert kinds(text, Person("ST-2031-1", name)) == [Kind.NAME]


@given(st.builds(Person, st.text(), st.text(), st.text(), st.text(), st.text(), st.tuples(st.text())))
def test_any_roster_can_be_searched_for(person: Person) -> None:
    held = needles([person])
    for text in (person.name, person.id, f"x {person.email} x", "nothing"):
        assert all(it.line >= 1 for it in find(text.encode("utf-8", "replace"), held))
