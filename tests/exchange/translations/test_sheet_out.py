"""Texts as a table that people open in a spreadsheet."""

from __future__ import annotations

from pathlib import Path

from site_builder.exchange.translations.entry import Entry
from site_builder.exchange.translations.sheet_in import read_sheet_file
from site_builder.exchange.translations.sheet_out import csv_of

ODD = [
    Entry("a.yml#title", "A title", "=SUM(A1)", "@hola"),
    Entry("a.yml#about", "About", 'two\nlines, "quoted"', "", is_stale=True),
    Entry("a.yml#why", "Why", "'already", "-1"),
]


def test_a_spreadsheet_knows_its_letters_and_takes_no_text_for_a_formula() -> None:
    text = csv_of(ODD).decode("utf-8")
    assert text.startswith("\ufefflocation,context,source,target\r\n")
    assert "a.yml#title,A title,'=SUM(A1),'@hola\r\n" in text


def test_a_text_that_has_changed_says_so() -> None:
    assert b"The source has changed since it was translated. About" in csv_of(ODD)


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "es.csv"
    path.write_bytes(csv_of(ODD))
    found = read_sheet_file(path)
    assert [(it.names[0], it.source, it.target) for it in found.rows] == [
        (it.location, it.source, it.target) for it in ODD
    ]
