"""An exemplar's file becomes a piece of work and its card."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from site_builder.model import Annotation, Exemplar, Medium, Mode, Moderation
from site_builder.problems import Spot
from site_builder.sources.exemplar import exemplar_card, read_exemplar
from site_builder.sources.folder import source_at
from site_builder.sources.front_matter import Halves

SOURCE = source_at("exemplars/literacy/lunch/index.md")
BRIEF: dict[str, Any] = {
    "title": "Lunch",
    "competency": "LIT.ARG",
    "level": "2",
    "mode": "writing",
    "consent": {"record": "2026-014", "until": "2028-06-30"},
    "work": {"licence": "CC BY 4.0"},
}
NOTE = {"skill": "LIT.ARG.1", "level": "2", "note": "A fact."}


def read(body: str = "Lunch is short.", **changes: Any) -> tuple[Exemplar | None, list[Any]]:
    """What comes of a file that says this."""
    return read_exemplar(SOURCE, {**BRIEF, **changes}, Halves("", body, body_line=12))


def made(body: str = "Lunch is short.", **changes: Any) -> Exemplar:
    """A piece of work from what its file says."""
    exemplar, problems = read(body, **changes)
    assert problems == []
    assert exemplar is not None
    return exemplar


def test_a_piece_of_work_knows_its_place_and_its_permission() -> None:
    exemplar = made()
    assert (exemplar.id, exemplar.slug, exemplar.area) == ("literacy/lunch", "lunch", "literacy")
    assert (exemplar.consent_record, exemplar.consent_until) == ("2026-014", date(2028, 6, 30))
    assert (exemplar.mode, exemplar.licence, exemplar.is_invented) == (Mode.WRITING, "CC BY 4.0", False)
    assert (exemplar.body, exemplar.body_line) == ("Lunch is short.", 12)


def test_without_a_word_on_moderation_a_piece_is_a_draft() -> None:
    assert made().moderation == Moderation(is_moderated=False)
    given = {"status": "moderated", "panel": "4", "on": "2026-05-12", "note": "After a talk."}
    assert made(moderation=given).moderation == Moderation(True, 4, date(2026, 5, 12), "After a talk.")


def test_notes_point_at_a_quote_a_region_or_a_time() -> None:
    notes = [
        {**NOTE, "quote": "short", "occurrence": "2"},
        {**NOTE, "image": "a.png", "region": ["10", "42.5", "30", "0"]},
        {**NOTE, "audio": "a.mp3", "time": ["12", "30"]},
    ]
    assert made(annotations=notes).annotations == (
        Annotation("LIT.ARG.1", "2", "A fact.", quote="short", occurrence=2),
        Annotation("LIT.ARG.1", "2", "A fact.", image="a.png", region=(10, 42.5, 30, 0)),
        Annotation("LIT.ARG.1", "2", "A fact.", audio="a.mp3", time=(12, 30)),
    )


@pytest.mark.parametrize(
    "place",
    [
        {},
        {"image": "a.png"},
        {"region": ["1", "2", "3", "4"]},
        {"audio": "a.mp3"},
        {"time": ["1", "2"]},
        {"quote": "short", "image": "a.png"},
        {"quote": "short", "time": ["1", "2"]},
        {"quote": "short", "image": "a.png", "region": ["1", "2", "3", "4"]},
        {"image": "a.png", "region": ["1", "2", "3", "4"], "audio": "a.mp3"},
    ],
)
def test_a_note_points_at_exactly_one_place(place: dict[str, object]) -> None:
    exemplar, [problem] = read(annotations=[{**NOTE, **place}])
    assert exemplar is None
    assert problem.at == Spot(SOURCE.file, ("annotations", 0))
    assert "a note points at one place" in problem.message


@pytest.mark.parametrize(
    ("note", "key"),
    [
        ({"image": "a.png", "region": ["1", "2", "3"]}, "region"),
        ({"image": "a.png", "region": ["1", "2", "3", "101"]}, "region"),
        ({"image": "a.png", "region": ["1", "2", "3", "nan"]}, "region"),
        ({"audio": "a.mp3", "time": ["12"]}, "time"),
        ({"audio": "a.mp3", "time": ["0", "inf"]}, "time"),
        ({"quote": "short", "occurrence": "0"}, "occurrence"),
    ],
)
def test_a_place_is_given_in_numbers_that_can_be_drawn(note: dict[str, object], key: str) -> None:
    exemplar, [problem] = read(annotations=[{**NOTE, **note}])
    assert exemplar is None
    assert problem.at.path[:3] == ("annotations", 0, key)


def test_media_have_their_words() -> None:
    given = {"file": "a.png", "alt": "A table.", "title": "Table", "words": "9", "transcript": "None."}
    assert made(media=[given]).media == (Medium("a.png", "A table.", "Table", "9", "None."),)


def test_the_card_has_a_line_of_the_work() -> None:
    def peek(exemplar: Exemplar) -> str:
        return exemplar_card(exemplar, (), "source").peek

    assert peek(made("It is *nine* minutes.")) == "It is nine minutes."
    assert peek(made(annotations=[{**NOTE, "quote": "Lunch is"}])) == "Lunch is"
    assert peek(made("", media=[{"file": "a.mp3", "transcript": "Hello\nyou."}])) == "Hello you."
    assert peek(made("word " * 100)) == "word " * 31 + "word …"
    assert peek(made("", media=[])) == ""


def test_the_card_knows_what_its_notes_speak_of_and_how_its_first_picture_looks() -> None:
    note = {**NOTE, "quote": "short"}
    media = [{"file": "a.mp3", "alt": "no"}, {"file": "b.png", "alt": "A table."}]
    card = exemplar_card(made(annotations=[note], media=media, skills={"LIT.ARG.1": "2"}), (), "source")
    assert card.annotated == (("LIT.ARG.1", "2"),)
    assert card.skills == (("LIT.ARG.1", "2"),)
    assert card.alt == "A table."
    assert card.source_digest == "source"


def test_the_digest_of_a_card_changes_with_what_other_pages_show() -> None:
    exemplar = made()
    card = exemplar_card(exemplar, (), "one")
    assert exemplar_card(replace(exemplar, why="It can be tested."), (), "other").digest == card.digest
    assert exemplar_card(replace(exemplar, title="Supper"), (), "one").digest != card.digest
    assert exemplar_card(replace(exemplar, level="1"), (), "one").digest != card.digest
