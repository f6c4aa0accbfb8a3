"""Large exports of Canvas and Moodle take a few times as much memory as they are large."""

from __future__ import annotations

import csv
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="the peak of memory is counted in other units elsewhere"
)
PEAK = """
import resource, sys
from pathlib import Path
import site_builder.exchange.formats.canvas, site_builder.exchange.formats.moodle
from site_builder.exchange.format import ReadWish
name, path = sys.argv[1], Path(sys.argv[2])
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
found = sys.modules[f"site_builder.exchange.formats.{name}"].read((path,), ReadWish())
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
print(len(found.framework.skills), *(it.message for it in found.problems))
"""
WORDS = "I can compare two accounts of the same event and say which words show where each writer stood"
ITEMS = 20_000
FEW = 20


def text(number: int) -> str:
    """About 120 letters, in no two rows the same."""
    return f"{WORDS}, as in number {number:09} of these."


def outcomes() -> Iterator[Sequence[str]]:
    yield [
        "vendor_guid",
        "object_type",
        "title",
        "description",
        "display_name",
        "parent_guids",
        "mastery_points",
        "ratings",
    ]
    ratings = ["4", "Extending", "3", "Proficient", "2", "Developing", "1", "Emerging"]
    for number in range(ITEMS):
        group = f"G{number // FEW}"
        if number % FEW == 0:
            yield [group, "group", f"Group {number}", text(number)]
        yield [f"O{number}", "outcome", f"{WORDS[:40]} {number}", text(number), group, "3", *ratings]


def rubrics() -> Iterator[Sequence[str]]:
    rating = ["Rating Name", "Rating Description", "Rating Points"]
    yield ["Rubric Name", "Criteria Name", "Criteria Description", "Criteria Enable Range", *rating * 4]
    for number in range(ITEMS // 3):
        levels = (it for points in "4321" for it in (f"Level {points}", text(number * 10 + int(points)), points))
        yield [f"Rubric {number // FEW}", f"{WORDS[:40]} {number}", text(number * 10), "false", *levels]


def competencies() -> Iterator[Sequence[str]]:
    yield [f"column {it}" for it in range(14)]
    yield ["", "whole", "The whole", "", "1", "Not yet,Good", "", "", "", "", "", "", "1", ""]
    for number in range(ITEMS):
        group = f"G{number // FEW}"
        if number % FEW == 0:
            yield ["", group, f"Group {number}", text(number), "1", *[""] * 6, f"{number}a", "", ""]
        row = [group, f"C{number}", f"{WORDS[:40]} {number}", f"<p>{text(number)}</p>"]
        yield [*row, "1", "", "", "", "0", "null", "", f"{number}", "", ""]


@pytest.mark.parametrize(("name", "rows"), [("canvas", outcomes), ("canvas", rubrics), ("moodle", competencies)])
def test_a_large_file_takes_less_than_six_times_its_size(tmp_path: Path, name: str, rows: object) -> None:
    assert callable(rows)
    path = tmp_path / "large.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows())
    command = [sys.executable, "-c", PEAK, name, str(path)]
    peak, said = subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", check=True
    ).stdout.splitlines()
    assert said in (f"{ITEMS}", f"{ITEMS // 3}")
    assert int(peak) * 1024 < 6 * path.stat().st_size
