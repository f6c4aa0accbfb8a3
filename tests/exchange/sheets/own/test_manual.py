"""What the manual says of sheets is so: its examples come in, its columns are known, its steps work."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from site_builder.cli import cli
from site_builder.exchange.format import WriteWish
from site_builder.exchange.formats import sheet
from site_builder.exchange.sheets.columns import AFTER_LEVELS, OF_COMPETENCY, OF_SKILL, spelled
from site_builder.model import Evidence
from tests.exchange.sheets.sheeted import framework_of, saved, taken
from tests.manual import coded, fences, manual, rows, sections

REFERENCE = manual("reference/formats/sheet.md")
STEPS = manual("how-to/come-from-a-spreadsheet.md")


def example(tmp_path: Path, text: str, title: str) -> Path:
    """The file that a page shows."""
    [fence] = [it for it in fences(text) if it.title == title]
    path = tmp_path / title
    path.write_text(fence.text, encoding="utf-8")
    return path


def test_the_grid_of_the_reference_comes_in_and_goes_out_as_it_is(tmp_path: Path) -> None:
    path = example(tmp_path, REFERENCE, "writing.csv")
    framework = framework_of(path)
    assert framework.skills["LIT.ARG.2"][1].levels["3"] == ("I can give reasons that fit.", "I can say why they fit.")
    written = sheet.write(framework, WriteWish()).files["learning.csv"]
    assert written.decode("utf-8-sig").replace("\r\n", "\n") == path.read_text(encoding="utf-8")


def test_the_other_examples_of_the_reference_come_in(tmp_path: Path) -> None:
    long = framework_of(example(tmp_path, REFERENCE, "descriptors.csv"))
    assert long.skills["LIT.ARG.1"][1].supports == {"1": ("A list of openings.",)}
    slate = framework_of(example(tmp_path, REFERENCE, "slate.csv"))
    assert slate.skills["ELA.1.1"][1].evidence == Evidence(1, 1, (("9", Evidence(3)),))


def test_the_reference_names_every_column_and_other_names_that_are_known() -> None:
    table = rows(sections(REFERENCE, "##")["The grid"])
    columns = (*OF_COMPETENCY, *OF_SKILL, *AFTER_LEVELS)
    assert [name for row in table for name in coded(row[0])] == [it.header for it in columns]
    known = {name for it in columns for name in (*it.others, *it.sure)}
    assert {spelled(it) for row in table for it in row[2].split(",") if it} <= known


def test_the_reference_names_every_layout() -> None:
    assert [coded(row[0])[0] for row in rows(REFERENCE.partition("\n## ")[0])] == list(sheet.LAYOUTS)


def test_the_sheet_of_the_steps_comes_in_with_what_it_says(tmp_path: Path) -> None:
    found = taken(example(tmp_path, STEPS, "words.csv"))
    assert found.framework is not None
    assert [it.title for it in found.framework.competencies] == ["Give directions"]
    assert [(it.name, it.content) for it in found.aside] == [("Notes", {"3": "ask Ana"})]


def test_the_steps_work_one_after_the_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    example(tmp_path, STEPS, "words.csv")
    monkeypatch.chdir(tmp_path)
    lines = [line for it in fences(STEPS) for line in it.text.splitlines() if line.startswith("continuum ")]
    lines += [line.strip() for line in STEPS.splitlines() if line.startswith("    continuum ")]
    assert len(lines) == 5
    first = ["continuum import sheet words.csv -o school --dry-run", "continuum import sheet words.csv -o school"]
    for line in [*first, *(it for it in lines if it not in first)]:
        said = CliRunner().invoke(cli, shlex.split(line)[1:], standalone_mode=False)
        assert said.exception is None, (line, said.exception)
        assert not said.return_value, (line, said.output)
    assert (tmp_path / "form" / "continuum.xlsx").is_file()
    [school] = (tmp_path / "school" / "continuum").glob("*/give-directions.yml")
    assert "I can put two steps in order." in school.read_text(encoding="utf-8")


def test_a_form_that_went_out_is_known_as_the_page_says(tmp_path: Path) -> None:
    found = taken(*saved(tmp_path, sheet.template(None, WriteWish(as_workbook=True))))
    assert [it.message for it in found.problems] == ["nothing is filled in here yet"]
