"""A continuum that goes out as a sheet never becomes a formula or a link in anybody's spreadsheet program."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from site_builder.exchange.format import WriteWish
from site_builder.exchange.formats import sheet
from site_builder.exchange.framework import Framework
from site_builder.model import Level, Scale
from site_builder.tables.spreadsheet import spreadsheet_safe
from tests.attacks.test_25_formulas import FORMULAS
from tests.exchange.sheets.sheeted import csv_file, framework_of, saved

TEXTS = tuple(it.strip() for it in FORMULAS if it.strip() not in ("plain", ""))


@pytest.fixture
def framework(tmp_path: Path) -> Framework:
    """A continuum whose every text is a formula."""
    cells = ("LIT", "A", *["x"] * 9)
    header = (
        "Area",
        "Competency",
        "Title",
        "Statement",
        "Why",
        "About",
        "Skill",
        "Skill title",
        "1 x",
        "2 x",
        "At home",
    )
    plain = framework_of(csv_file(tmp_path / "plain.csv", [header, cells]))
    return plain


def poisoned(framework: Framework, text: str) -> Framework:
    scale = Scale("learning", (Level("1", text, text, 1, False), Level("2", f"{text} ", text, 2, True)))
    [area], [it] = framework.areas, framework.competencies
    [skill] = it.skills
    skill = replace(skill, title=text, levels={"1": (text,), "2": (text, text)}, at_home=text, statement=text)
    it = replace(it, title=text, statement=text, why=text, about=text, skills=(skill,))
    settings = replace(framework.settings, title=text, description=text, version=text, scales={"learning": scale})
    return Framework(settings, (replace(area, title=text, about=text, scale=scale),), (it,))


@pytest.mark.parametrize("variant", ["grid", "long", "slate", "opensalt"])
@pytest.mark.parametrize("text", TEXTS)
def test_no_cell_of_a_csv_file_is_a_formula(framework: Framework, variant: str, text: str) -> None:
    for name, data in sheet.write(poisoned(framework, text), WriteWish(variant)).files.items():
        for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")):
            assert [it for it in row if spreadsheet_safe(it) != it] == [], name


@pytest.mark.parametrize("variant", ["grid", "long", "slate", "opensalt"])
@pytest.mark.parametrize("text", [*TEXTS, "https://example.org", "mailto:a@example.org", "internal:Sheet1!A1", "{=1}"])
def test_no_cell_of_a_workbook_is_a_formula_or_a_link(framework: Framework, variant: str, text: str) -> None:
    written = sheet.write(poisoned(framework, text), WriteWish(variant, as_workbook=True))
    with zipfile.ZipFile(io.BytesIO(written.files["continuum.xlsx"])) as archive:
        for name in archive.namelist():
            part = archive.read(name).decode()
            if "/worksheets/" in name:
                assert not re.search(r"<f[ >/]|<hyperlink", part)
                assert set(re.findall(r"<c [^>]*?t=\"(\w+)\"", part)) <= {"s"}
            assert "TargetMode" not in part, "nothing leads out of the workbook"


@pytest.mark.parametrize("as_workbook", [False, True])
@pytest.mark.parametrize("text", TEXTS)
def test_and_the_text_comes_in_again_as_it_was(
    tmp_path: Path, framework: Framework, text: str, as_workbook: bool
) -> None:
    written = sheet.write(poisoned(framework, text), WriteWish("grid", as_workbook))
    [it] = framework_of(*saved(tmp_path / "out", written)).competencies
    assert (it.title, it.why, it.skills[0].levels) == (text, text, {"1": (text,), "2": (text, text)})
