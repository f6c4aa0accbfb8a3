"""Every framework file of other systems that is at hand comes in with one command, passes the check, and builds.

The files are no part of the project: where they are absent these tests are skipped, and say so.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.schoolroom import tree
from tests.shell import Shell

DATA = Path(os.environ.get("CONTINUUM_SHARED") or Path(__file__).parents[3] / "shared") / "data"
MAPS = Path(__file__).parent / "maps"
ALONE = {
    "case/ItemTypeTestFramework.json": "case",
    "case/MarkdownFramework.json": "case",
    "case/Ordering.json": "case",
    "case/SmartLevelFramework.json": "case",
    "case/mockELAPackage.json": "case",
    "case/mockMATHPackage.json": "case",
    "sheets/ccsso_ela_item.csv": "sheet",
    "sheets/spreadsheet_import_sample.xlsx": "sheet",
    "slate-cbl/slate-framework.csv": "sheet",
    "moodle/example.csv": "moodle",
    "moodle/moodle-core-header-and-first-rows.csv": "moodle",
    "canvas/demo.csv": "canvas",
    "canvas/nor.csv": "canvas",
    "canvas/scoring.csv": "canvas",
}
DIGCOMP = {"digcomp-xlsx.yml": "*.xlsx", "digcomp-jsonld.yml": "*.jsonld", "digcomp-csv.yml": "*.[cj]s*"}


def files_of(pattern: str) -> list[Path]:
    """Files of the shared data."""
    found = sorted(DATA.glob(pattern))
    if not found:
        pytest.skip(f"there is no shared/data/{pattern}, so nothing can come in from there")
    return found


def taken_in(folder: Path, *words: str | Path) -> Shell:
    """A school made of files, checked and built."""
    shell = Shell(folder)
    assert shell.run("import", *words, "-o", "school").code == 0, shell.output
    assert "Came in: " in shell.output
    assert shell.run("check", "-C", "school").code == 0, shell.output
    assert shell.run("build", "-C", "school", "--no-search").code == 0, shell.output
    return shell


@pytest.mark.parametrize("file", ALONE)
def test_a_file_comes_in_passes_the_check_and_builds(tmp_path: Path, file: str) -> None:
    [path] = files_of(file)
    shell = taken_in(tmp_path, ALONE[file], path)
    assert (tmp_path / "school/site/index.html").is_file()
    before = tree(tmp_path / "school/continuum")
    assert shell.run("import", ALONE[file], path, "-o", "school").code == 0, shell.output
    assert tree(tmp_path / "school/continuum") == before, "coming in a second time changes something"


@pytest.mark.parametrize("map_file", DIGCOMP)
def test_digcomp_comes_in_by_a_map_passes_the_check_and_builds(tmp_path: Path, map_file: str) -> None:
    files = files_of(f"digcomp3/{DIGCOMP[map_file]}")
    taken_in(tmp_path, "sheet", *files, "--map", MAPS / map_file)


def test_no_framework_file_is_forgotten() -> None:
    folders = ("case", "sheets", "moodle", "canvas")
    there = {path.relative_to(DATA).as_posix() for name in folders for path in files_of(f"{name}/*")}
    evidence = {it for it in there if "outcome_results" in it or "student_competency" in it}
    assert there - evidence == set(ALONE) - {"slate-cbl/slate-framework.csv"}
    covered = {path for pattern in DIGCOMP.values() for path in files_of(f"digcomp3/{pattern}")}
    assert covered == set(files_of("digcomp3/*"))
