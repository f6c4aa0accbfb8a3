"""What rendering a page needs within reach."""

from __future__ import annotations

from gettext import NullTranslations

import pytest

from tests.site.continua import competency, desk_with, exemplar, small_outline


@pytest.mark.parametrize(
    ("source", "line", "address"),
    [
        ("continuum/literacy/argue.yml", 0, "https://git.example/edit/main/continuum/literacy/argue.yml"),
        ("continuum/literacy/argue.yml", 12, "https://git.example/edit/main/continuum/literacy/argue.yml#L12"),
        (
            "continuum/lengua/añadir más.yml",
            0,
            "https://git.example/edit/main/continuum/lengua/a%C3%B1adir%20m%C3%A1s.yml",
        ),
        ('continuum/a"b#c.yml', 0, "https://git.example/edit/main/continuum/a%22b%23c.yml"),
    ],
)
def test_a_source_is_edited_at_its_place(source: str, line: int, address: str) -> None:
    assert desk_with(small_outline(), edit_uri="https://git.example/edit/main/").edit(source, line) == address


def test_sources_that_are_not_public_cannot_be_edited() -> None:
    assert desk_with(small_outline()).edit("continuum/literacy/argue.yml") == ""


def test_full_values_are_found_by_their_source() -> None:
    desk = desk_with(small_outline([competency()], [exemplar()]), [competency(why="Because.")], [exemplar()])
    assert desk.competency("continuum/literacy/lit-arg.yml").why == "Because."
    assert desk.exemplar("exemplars/literacy/lunch/index.md").title == "Should lunch be longer?"


def test_our_own_texts_are_said_in_the_language_of_the_page() -> None:
    class Words(NullTranslations):
        def gettext(self, message: str) -> str:
            return {"Note %(number)s": "Nota %(number)s", "100%": "100 %"}[message]

    desk = desk_with(small_outline())
    object.__setattr__(desk, "words", Words())
    assert desk.say("Note %(number)s", number=3) == "Nota 3"
    assert desk.say("100%") == "100 %"


def test_links_are_those_of_the_source_and_the_page() -> None:
    resolve = desk_with(small_outline()).resolver("continuum/literacy/other.yml", "../../")
    assert resolve("lit-arg.yml") == "../../literacy/lit-arg/"
