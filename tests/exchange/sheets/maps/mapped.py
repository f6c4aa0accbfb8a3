"""Tables and a map in a folder, read as a command reads them."""

from __future__ import annotations

import json
import textwrap
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from site_builder.exchange.format import ReadWish, Taken
from site_builder.exchange.framework import Framework
from site_builder.exchange.sheets.maps.reading import read_declared
from site_builder.model import Competency
from site_builder.problems import Problem

SIMPLE = """
title: Our continuum
levels: [Emerging, Proficient]
tables:
  - rows: descriptors
    columns: {area: Subject, competency: Code, competency.title: Title, skill: Skill, level: Level, text: Text}
"""
ROWS = """
Subject,Code,Title,Skill,Level,Text
English,E1,Reading,Meaning,1,I find what a text says.
English,E1,Reading,Meaning,Proficient,I say what a text means.
English,E1,Reading,Evidence,2,I show where a text says it.
Music,M1,Listening,Rhythm,1,I clap along.
"""


class Trial:
    """A folder with tables and a map, read as a command would read them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.paths: list[Path] = []
        self.map_file = folder / "map.yml"

    def table(self, text: str, name: str = "table.csv", encoding: str = "utf-8") -> Trial:
        return self.file(name, textwrap.dedent(text).lstrip().encode(encoding))

    def file(self, name: str, data: bytes) -> Trial:
        path = self.folder / name
        path.write_bytes(data)
        self.paths.append(path)
        return self

    def json(self, value: object, name: str = "table.json") -> Trial:
        return self.file(name, json.dumps(value).encode())

    def workbook(self, sheets: Mapping[str, Sequence[Sequence[Any]]], *, hidden: Sequence[str] = ()) -> Trial:
        book = Workbook()
        del book["Sheet"]
        for title, rows in sheets.items():
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append(row)
            sheet.sheet_state = "hidden" if title in hidden else "visible"
        path = self.folder / "table.xlsx"
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", EncodingWarning)  # openpyxl's own, which this run asks for
            book.save(path)
        self.paths.append(path)
        return self

    def map(self, text: str) -> Trial:
        self.map_file.write_text(textwrap.dedent(text).lstrip(), encoding="utf-8")
        return self

    def read(self, existing: Framework | None = None) -> Taken:
        return read_declared(self.paths, ReadWish(map_file=self.map_file, existing=existing))

    def framework(self, existing: Framework | None = None) -> Framework:
        taken = self.read(existing)
        assert taken.framework is not None, taken.problems
        return taken.framework

    def problem(self) -> Problem:
        """The only problem, which forbids a framework."""
        taken = self.read()
        assert taken.framework is None
        [problem] = taken.problems
        return problem


def said(problem: Problem) -> str:
    """A problem as a person reads it."""
    return f"{problem.at}: {problem.severity}[{problem.code}]: {problem.message} ({problem.hint})"


def words_of(it: Competency) -> dict[str, dict[str, list[str]]]:
    return {skill.title: {level: list(texts) for level, texts in skill.levels.items()} for skill in it.skills}
