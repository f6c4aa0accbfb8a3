"""The manual tells all that a map can say, and its examples work as they stand."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import pytest

from site_builder.exchange.sheets.maps.shape import MapShape, TableShape, Target, ValueShape, read_map
from site_builder.sources.shape import Shape
from tests.exchange.sheets.maps.mapped import Trial, words_of
from tests.manual import coded, fences, manual, rows, sections

REFERENCE = "reference/formats/sheet-maps.md"
STEPS = "how-to/import-with-a-map.md"
SIX_COLUMNS = "Subject,Code,Title,Skill,Level,Text\nEnglish,RD,Reading,Meaning,Extending,I say what a text means.\n"


def chapter(heading: str) -> str:
    return sections(manual(REFERENCE), "##")[heading]


@pytest.fixture
def trial(tmp_path: Path) -> Trial:
    """The tables of the steps in a folder."""
    made = Trial(tmp_path)
    for it in fences(manual(STEPS)):
        if it.title:
            (tmp_path / it.title).write_text(it.text, encoding="utf-8")
    return made


def given(trial: Trial, map: str, *tables: str) -> Trial:
    trial.map_file = trial.folder / map
    trial.paths = [trial.folder / it for it in tables]
    return trial


@pytest.mark.parametrize(
    ("heading", "shape"),
    [("The whole", MapShape), ("A table", TableShape), ("Where a value comes from", ValueShape)],
)
def test_each_key_of_a_map_is_in_the_manual_and_no_other(heading: str, shape: type[Shape]) -> None:
    said = {coded(row[0])[0]: row[1] for row in rows(chapter(heading))}
    assert said == {name: "yes" if field.is_required() else "no" for name, field in shape.model_fields.items()}


def test_all_that_a_row_can_be_is_in_the_manual() -> None:
    [row] = [row for row in rows(chapter("A table")) if coded(row[0]) == ["rows"]]
    words: Any = TableShape.model_fields["rows"].annotation
    assert coded(row[2]) == [word for it in get_args(words) for word in get_args(it)]


def test_each_thing_that_a_column_can_say_is_in_the_manual_and_no_other() -> None:
    said = [name for row in rows(chapter("What a column can say")) for name in coded(row[0])]
    assert sorted(said) == sorted(get_args(Target))


def test_the_map_of_the_reference_reads_a_table_of_six_columns(trial: Trial) -> None:
    [map] = [it.text for it in fences(manual(REFERENCE)) if it.language == "yaml"]
    [only] = trial.table(SIX_COLUMNS).map(map).framework().competencies
    assert words_of(only) == {"Meaning": {"4": ["I say what a text means."]}}


def test_one_table_comes_in_as_the_steps_say(trial: Trial) -> None:
    framework = given(trial, "map.yml", "reading.csv").framework()
    assert words_of(framework.by_id["RD"]) == {
        "Meaning": {"1": ["I can find what a text says."], "2": ["I can say what a text means."]},
        "Evidence": {"2": ["I can show where a text says it."]},
    }
    assert framework.target(framework.by_id["RD"]) == "2"


def test_several_tables_come_in_as_the_steps_say(trial: Trial) -> None:
    taken = given(trial, "map-of-pieces.yml", "names.csv", "sentences.csv").read()
    assert taken.framework is not None, taken.problems
    assert words_of(taken.framework.by_id["1.1"]) == {
        "Knowledge": {"1": ["`S1.1.01` I know what a search engine is."]},
        "Skills": {"2": ["`S1.1.02` I search with several words."]},
    }
    assert [it.title for it in taken.framework.areas] == ["Information"]
    assert (taken.counts["rows"], taken.counts["rows set aside"]) == (7, 1)


def test_the_glossary_comes_in_with_one_entry_more(trial: Trial) -> None:
    [entry] = [it.text for it in fences(manual(STEPS)) if it.title == "one-more-entry.yml"]
    pieces = given(trial, "map-of-pieces.yml", "names.csv", "sentences.csv", "words.csv")
    trial.map_file.write_text(trial.map_file.read_text(encoding="utf-8") + entry, encoding="utf-8")
    assert [(it.id, it.also) for it in pieces.framework().glossary] == [
        ("search-engine", ("search engines",)),
        ("page", ("pages", "web page")),
    ]


def test_the_maps_of_the_tests_are_maps() -> None:
    files = sorted((Path(__file__).parents[2] / "maps").glob("*.yml"))
    assert len(files) == 3
    assert [read_map(it)[1] for it in files] == [[], [], []]
