"""The texts of a thing, each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pytest
from hypothesis import given, settings

from site_builder.model import Area, Competency, Exemplar, Page, Pathway, School, Settings, Skill
from site_builder.sources.texts import names_in_source, retold, shape_of, texts_of
from site_builder.sources.translation import read_translation
from tests.site.continua import area, competency, exemplar, learning, small_outline
from tests.site.filled import Filled
from tests.sources.things import THINGS


@settings(max_examples=50, deadline=None)
@given(THINGS)
def test_a_thing_told_in_its_own_words_is_the_same(thing: object) -> None:
    assert retold(thing, lambda _, text: text) == thing


@settings(max_examples=50, deadline=None)
@given(THINGS)
def test_each_place_has_one_text_and_no_text_is_empty(thing: object) -> None:
    found: dict[str, str] = {}

    def noted(place: str, text: str) -> str:
        assert found.setdefault(place, text) == text, f"two texts stand at {place}"
        return text

    retold(thing, noted)
    assert found == texts_of(thing)
    assert all(place and text.strip() for place, text in found.items())


@settings(max_examples=50, deadline=None)
@given(THINGS)
def test_a_thing_can_be_told_in_other_words_at_each_place(thing: object) -> None:
    told = retold(thing, lambda place, _: f"[{place}]")
    assert texts_of(told) == {place: f"[{place}]" for place in texts_of(thing)}
    assert type(told) is type(thing)


@settings(max_examples=50, deadline=None)
@given(THINGS)
def test_what_is_laid_out_as_a_source_has_every_text_in_its_place(thing: object) -> None:
    """What `shape_of` lays out, a translation is read from: all places are found, and no other."""
    body = texts_of(thing).get("body")
    shape = {key: it for key, it in shape_of(thing).items() if key != "body"}
    translation, problems = read_translation(thing, ("en", "es"), "it.es.yml", shape, "body" if body else "")
    assert problems == []
    assert translation.lacking == ()
    assert translation.texts == {place: place for place in texts_of(thing)}


def test_texts_stand_under_ids_or_files_or_numbers() -> None:
    skill = Skill("LIT.ARG.1", "Claim", {"1": ("One.",), "2": ("Two.", "Three.")}, supports={"2": ("Help.",)})
    assert list(texts_of(competency(skills=(skill,), why="Because."))) == [
        "title",
        "statement",
        "why",
        "skills/LIT.ARG.1/title",
        "skills/LIT.ARG.1/levels/1",
        "skills/LIT.ARG.1/levels/2/1",
        "skills/LIT.ARG.1/levels/2/2",
        "skills/LIT.ARG.1/supports/2",
    ]


def test_a_competency_without_skills_has_its_levels_itself() -> None:
    skill = Skill("AGE.GOA", "Set a goal", {"1": ("One.",)}, at_home="Ask.")
    assert texts_of(competency("AGE.GOA", title="Set a goal", skills=(skill,))) == {
        "title": "Set a goal",
        "statement": "I can build a claim that others can test.",
        "levels/1": "One.",
        "at_home": "Ask.",
    }


def test_texts_of_the_whole_are_names_levels_and_the_school() -> None:
    whole = small_outline(areas=[area(scale=learning(2))], school=School(name="Mill Road")).settings
    assert list(texts_of(whole)) == [
        "title",
        "description",
        *(f"scales/learning/{level}/{name}" for level in (1, 2) for name in ("name", "means")),
        "school/name",
    ]


def test_texts_of_a_piece_of_work_are_all_that_is_said_of_it_and_the_work() -> None:
    work = Filled(lambda name: name).exemplars[0]
    places = texts_of(work)
    assert {"work/licence", "moderation/note", "annotations/1/quote", "media/table.png/alt", "body"} <= set(places)
    assert places["annotations/2/note"] == "Annotation.note"
    assert not [it for it in places if "consent" in it or it == "level"]


# What holds a thing together, or is said elsewhere; all other texts are families' to read.
NOT_READ = {
    *("id", "slug", "area", "source", "competency", "level", "skill", "image", "audio", "file", "kind", "mode"),
    *("identifier", "version", "target", "wording", "language", "consent_record", "code", "framework", "uri", "match"),
}


def said(value: Any, name: str = "") -> Iterator[str]:
    """Every text within a thing that a school writes for readers."""
    if isinstance(value, str) and name not in NOT_READ:
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from said(inner, name)
    elif isinstance(value, tuple):
        for inner in value:
            yield from said(inner, name)
    elif is_dataclass(value):
        for it in fields(value):
            if it.name not in ("prerequisites", "standards", "languages", "requires", "was", "skills_at", "scale"):
                yield from said(getattr(value, it.name), it.name)


@pytest.mark.parametrize(
    "thing",
    [
        *(lambda it: (*it.competencies[:3], *it.areas, *it.pathways, *it.pages))(Filled(lambda name: f"{name} said")),
        exemplar(summary="A said", why="B said", licence="C said"),
    ],
    ids=lambda it: type(it).__name__,
)
def test_no_text_that_a_school_writes_for_readers_is_left_out(thing: object) -> None:
    assert {it for it in said(thing) if it.endswith("said")} <= set(texts_of(thing).values())


@pytest.mark.parametrize(
    ("noun", "name"),
    [
        (Settings, "school"),
        (Area, "about"),
        (Competency, "skills"),
        (Skill, "at_home"),
        (Exemplar, "work"),
        (Pathway, "credit"),
        (Page, "body"),
    ],
)
def test_a_source_names_its_texts_and_what_holds_them(noun: type, name: str) -> None:
    assert name in names_in_source(noun)
    assert "id" not in names_in_source(noun)
