"""Texts put into their places: in a translation that is there, however it is written, or in none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.exchange.translations.layout import filled, inserted, ordered
from site_builder.sources.texts import shape_of, texts_of
from site_builder.sources.translation import read_translation
from site_builder.sources.yaml import Value
from tests.sources.things import THINGS

SKILLS: Value = {
    "title": "title",
    "skills": [
        {"id": "A.1", "title": "skills/A.1/title", "levels": {"1": "skills/A.1/levels/1", "2": "skills/A.1/levels/2"}},
        {"id": "A.2", "title": "skills/A.2/title", "levels": {"1": ["skills/A.2/levels/1/1", "skills/A.2/levels/1/2"]}},
    ],
}
NOTES: Value = {"annotations": [{"note": "annotations/1/note"}, {"note": "annotations/2/note"}]}


@settings(max_examples=100, deadline=None)
@given(THINGS, st.data())
def test_whatever_is_laid_out_is_read_from_its_place(thing: object, data: st.DataObject) -> None:
    shape, places = shape_of(thing), list(texts_of(thing))
    some = {it: f"some {it}" for it in places if data.draw(st.booleans())}
    more = {it: f"more {it}" for it in places if data.draw(st.booleans())}
    value = filled(shape, filled(shape, None, some), more)
    translation, problems = read_translation(thing, ("en", "es"), "it.es.yml", value, "")
    assert (translation.texts, problems) == ({it: (some | more)[it] for it in places if it in some | more}, [])


def test_nothing_is_laid_out_but_what_is_said() -> None:
    said = filled(SKILLS, None, {"skills/A.2/title": "Dos"})
    assert said == {"skills": [{"id": "A.2", "title": "Dos"}]}


def test_what_nobody_speaks_of_stays_as_it_is() -> None:
    there: Value = {"skills": "odd", "more": ["x"]}
    assert filled(SKILLS, there, {}) is there
    assert filled(SKILLS, there, {"title": "T"}) == {"title": "T", "skills": "odd", "more": ["x"]}


def test_members_are_known_by_their_names_in_any_order() -> None:
    there: Value = {"skills": [{"id": "A.2", "title": "Dos"}, {"id": "B", "title": "?"}]}
    said = filled(SKILLS, there, {"skills/A.2/title": "Segundo", "skills/A.1/title": "Uno"})
    titles = [{"id": "A.1", "title": "Uno"}, {"id": "A.2", "title": "Segundo"}, {"id": "B", "title": "?"}]
    assert said == {"skills": titles}


def test_a_list_that_is_written_as_a_group_stays_one() -> None:
    there: Value = {"skills": {"A.1": {"title": "Uno"}}}
    said = filled(SKILLS, there, {"skills/A.1/levels/2": "Puedo.", "skills/A.2/levels/1/2": "También."})
    second: Value = {"levels": {"1": ["", "También."]}}
    assert said == {"skills": {"A.1": {"title": "Uno", "levels": {"2": "Puedo."}}, "A.2": second}}


@pytest.mark.parametrize(
    ("there", "expected"),
    [
        (None, ["", "Dos"]),
        (["Uno", "x"], ["Uno", "Dos"]),
        (["Uno", "x", "3"], ["Uno", "Dos", "3"]),
        (["Uno"], ["Uno", "Dos"]),
        ("Uno", ["Uno", "Dos"]),
        ({"1": "Uno"}, {"1": "Uno", "2": "Dos"}),
    ],
)
def test_statements_keep_their_number(there: Value, expected: Value) -> None:
    assert filled(["levels/1/1", "levels/1/2"], there, {"levels/1/2": "Dos"}) == expected


def test_a_statement_alone_may_stand_in_a_list_of_one() -> None:
    assert filled("levels/1", ["Uno"], {"levels/1": "Otro"}) == ["Otro"]
    assert filled("levels/1", ["Uno", "Dos"], {"levels/1": "Otro"}) == "Otro"


def test_notes_keep_their_number_also_before_the_first_that_is_translated() -> None:
    assert filled(NOTES, None, {"annotations/2/note": "Dos"}) == {"annotations": [{}, {"note": "Dos"}]}
    assert filled(NOTES, None, {"annotations/1/note": "Uno"}) == {"annotations": [{"note": "Uno"}]}


def test_a_new_name_stands_behind_the_one_that_it_follows() -> None:
    names = ["b", "x", "d"]
    assert inserted("c", names, "abcd") == 1
    assert inserted("a", names, "abcd") == 0
    assert names == ["a", "b", "c", "x", "d"]


def test_a_new_file_says_things_in_the_order_of_its_source() -> None:
    like: Value = {"title": "T", "skills": [{"id": "A", "levels": {"2": "", "1": ""}, "title": ""}], "about": ""}
    said: Value = {"made_from": {}, "about": "a", "skills": [{"id": "A", "title": "t", "levels": {"1": "1", "2": "2"}}]}
    found = ordered(said, like)
    assert found == said
    assert isinstance(found, dict) and list(found) == ["skills", "about", "made_from"]
    [skill] = found["skills"] if isinstance(found["skills"], list) else []
    assert isinstance(skill, dict) and list(skill) == ["id", "levels", "title"]
    assert isinstance(skill["levels"], dict) and list(skill["levels"]) == ["2", "1"]
