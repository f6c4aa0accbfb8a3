"""“continuum import”, “export” and “formats”, as a school uses them."""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from site_builder.exchange.formats import formats
from tests.schoolroom import tree
from tests.shell import Shell

LONG = """Area,Competency,Title,Skill,Skill title,Level,Descriptor
Writing,WRI.DIR,Give directions,WRI.DIR.1,Order,1,I can say where to begin.
Writing,WRI.DIR,Give directions,WRI.DIR.1,Order,2,I can put the steps in order.
"""


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """Somebody in an empty folder."""
    return Shell(tmp_path)


@pytest.fixture
def school(shell: Shell) -> Shell:
    """Somebody with the smallest continuum in “school”."""
    assert shell.run("new", "school", "--minimal").code == 0
    return shell


# Formats


def test_every_format_is_listed_with_its_ways_and_variants(shell: Shell) -> None:
    assert shell.run("formats").code == 0
    for it in formats().values():
        [line] = [line for line in shell.printed.splitlines() if line.startswith(f"{it.name} ")]
        assert it.says in line
        assert ("in" in line.split()[1]) == (it.read is not None)
        assert all(f"--as {name}: " in shell.printed for name in it.variants if len(it.variants) > 1)


def test_the_list_can_be_had_as_json(shell: Shell) -> None:
    shell.run("formats", "--json")
    rows = {it["name"]: it for it in json.loads(shell.printed)}
    assert set(rows) == set(formats())
    assert rows["case"]["ways"] == ["in", "out"]
    assert rows["clr"]["ways"] == ["out"]
    assert list(rows["case"]["variants"]) == ["1.1", "1.0"]


# In


def test_a_sheet_becomes_a_new_school_that_can_be_checked_and_built(shell: Shell) -> None:
    shell.write("levels.csv", LONG)
    assert shell.run("import", "sheet", "levels.csv", "-o", "school").code == 0, shell.output
    assert "Came in: 1 area, 1 competency" in shell.output
    assert (shell.folder / "school/continuum/writing/give-directions.yml").is_file()
    assert (shell.folder / "school/mkdocs.yml").is_file()
    assert (shell.folder / "school/imported/report.md").is_file()
    assert shell.run("check", "-C", "school").code == 0, shell.output
    assert shell.run("build", "-C", "school", "--no-search").code == 0, shell.output


def test_a_dry_run_says_what_would_come_in_and_writes_nothing(shell: Shell) -> None:
    shell.write("levels.csv", LONG)
    assert shell.run("import", "sheet", "levels.csv", "-o", "school", "--dry-run").code == 0
    assert "Came in: 1 area, 1 competency" in shell.output
    assert "Nothing was written." in shell.output
    assert not (shell.folder / "school").exists()


def test_what_is_wrong_with_a_file_is_said_with_its_place_and_nothing_is_written(shell: Shell) -> None:
    shell.write("case.json", '{"CFDocument": {"title": NaN}}')
    assert shell.run("import", "case", "case.json", "-o", "school").code == 1
    assert "case.json:1:1: error[json-unreadable]" in shell.output
    assert not (shell.folder / "school").exists()


def test_an_import_leaves_alone_what_its_file_does_not_say(school: Shell) -> None:
    before = tree(school.folder / "school/continuum")
    assert school.run("export", "sheet", "-C", "school", "-o", "sheets").code == 0, school.output
    sheets = sorted((school.folder / "sheets").iterdir())
    assert school.run("import", "sheet", *sheets, "-o", "school").code == 0, school.output
    assert tree(school.folder / "school/continuum") == before


def test_an_edit_in_the_sheet_changes_that_line_and_no_other(school: Shell) -> None:
    source = school.folder / "school/continuum/writing/give-directions.yml"
    source.write_bytes(b"# Ours, since 2019.\n" + source.read_bytes())
    before = tree(school.folder / "school/continuum")
    school.run("export", "sheet", "-C", "school", "-o", "sheets")
    [sheet] = [it for it in (school.folder / "sheets").iterdir() if "Skill title" in it.read_text("utf-8-sig")]
    text = sheet.read_text("utf-8-sig")
    said = [cell for row in csv.reader(text.splitlines()) for cell in row if cell.startswith("I can")][-1]
    sheet.write_text(text.replace(said, "I can draw the way."), encoding="utf-8", newline="")
    assert school.run("import", "sheet", sheet, "-o", "school").code == 0, school.output
    after = tree(school.folder / "school/continuum")
    assert [it for it in after if after[it] != before.get(it)] == ["writing/give-directions.yml"]
    old, new = before["writing/give-directions.yml"].splitlines(), source.read_bytes().splitlines()
    assert sum(a != b for a, b in zip(old, new, strict=True)) == 1
    assert b"I can draw the way." in source.read_bytes()


def test_nothing_is_read_into_a_school_that_cannot_be_read_itself(school: Shell) -> None:
    (school.folder / "school/continuum/writing/area.yml").write_text("id: [", encoding="utf-8")
    school.write("levels.csv", LONG)
    before = tree(school.folder / "school/continuum")
    assert school.run("import", "sheet", "levels.csv", "-o", "school").code == 1
    assert "nothing is read into it before they are mended" in school.output
    assert tree(school.folder / "school/continuum") == before


# Out


@pytest.mark.parametrize("name", [name for name, it in formats().items() if it.write])
def test_the_continuum_goes_out_in_every_format_and_every_variant(school: Shell, name: str) -> None:
    for variant in formats()[name].variants:
        out = f"out-{variant}"
        code = school.run("export", name, "-C", "school", "-o", out, "--as", variant).code
        assert code == 0, school.output
        written = [it for it in (school.folder / out).rglob("*") if it.is_file()]
        assert written
        assert f"{len(written)} file" in school.output
        assert str(Path(out)) in school.printed


def test_an_export_says_what_stays_behind(school: Shell) -> None:
    school.run("export", "sheet", "-C", "school", "--as", "slate")
    assert "This format has no place for:" in school.output
    assert "student work (1)" in school.output


def test_an_export_does_not_write_over_what_somebody_has_worked_on(school: Shell) -> None:
    school.run("export", "case", "-C", "school")
    file = next((school.folder / "export").iterdir())
    file.write_text("mine", encoding="utf-8")
    assert school.run("export", "case", "-C", "school").code == 1
    assert "error[folder-taken]" in school.output
    assert file.read_text(encoding="utf-8") == "mine"
    assert school.run("export", "case", "-C", "school", "--replace").code == 0


def test_a_template_has_the_levels_of_the_school(school: Shell) -> None:
    assert school.run("export", "sheet", "--template", "-C", "school", "-o", "form").code == 0
    texts = [it.read_text("utf-8-sig") for it in (school.folder / "form").iterdir()]
    assert any("Proficient" in text for text in texts)


def test_a_template_can_be_had_before_there_is_a_school(shell: Shell) -> None:
    assert shell.run("export", "sheet", "--template", "-o", "form").code == 0, shell.output
    assert list((shell.folder / "form").iterdir())


def test_only_a_sheet_has_a_template(school: Shell) -> None:
    assert school.run("export", "case", "--template", "-C", "school").code == 2
    assert "no template" in school.output


def test_there_is_nothing_to_export_where_there_is_no_continuum(shell: Shell) -> None:
    assert shell.run("export", "case").code == 1
    assert "error[settings-missing]" in shell.output


# What is not installed


@pytest.mark.parametrize(
    ("library", "words"),
    [
        ("python_calamine", ("import", "sheet", "book.xlsx")),
        ("xlsxwriter", ("export", "sheet", "--xlsx", "-C", "school")),
    ],
)
def test_what_is_not_installed_is_said_in_one_line(
    school: Shell, monkeypatch: pytest.MonkeyPatch, library: str, words: tuple[str, ...]
) -> None:
    with ZipFile(school.folder / "book.xlsx", "w") as book:
        book.writestr("xl/workbook.xml", "<workbook/>")
    for name in [it for it in sys.modules if it.startswith(("site_builder.tables.workbook", library))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, library, None)
    assert school.run(*words).code == 2
    assert f"This needs {library}" in school.output
    assert 'pip install "transparent-continuum[sheets]"' in school.output


# Many of one kind


def test_of_many_warnings_of_one_kind_the_first_are_shown_and_the_others_counted(shell: Shell) -> None:
    rows = "".join(f"Reading,R.{it},Standard {it}\n" for it in range(1, 41))
    shell.write("standards.csv", f"Area,Competency,Title\n{rows}")
    shell.run("import", "sheet", "standards.csv", "-o", "school")
    assert shell.run("check", "-C", "school").code == 0, shell.output
    assert shell.output.count("warning[levels-wanted]") == 20
    assert "… and 20 more of levels-wanted: “--json” lists them all" in shell.output
    shell.run("check", "-C", "school", "--json")
    assert sum(it["code"] == "levels-wanted" for it in json.loads(shell.printed)["problems"]) == 40


# Wrong words


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("export", "kase"), "There is no format “kase”. Did you mean case?"),
        (("import", "mahara", "a.json"), "“mahara” goes the other way only."),
        (("export", "case", "--as", "2.0"), "“case” is not written as “2.0”: 1.1, 1.0."),
    ],
)
def test_a_wrong_word_is_answered_with_the_right_ones(school: Shell, words: tuple[str, ...], said: str) -> None:
    school.write("a.json", "{}")
    assert school.run(*words).code == 2
    assert said in school.output
