"""The measured comparison: python -m bench --counts 1000 5000 --repeat 5 [--quick] [--write bench/README.md]."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bench import lighthouse, private, staticrypt
from bench.builds import Setting, against_mkdocs, cold, growth, memory, rebuild, set_up, writing
from bench.commands import Commands
from bench.evidence import reading
from bench.exchange import importing
from bench.languages import in_three_languages
from bench.machine import machine
from bench.measure import BuildError, Timing, timed
from bench.pages import (
    a_competency,
    build_copy,
    built_with_search,
    first_result,
    lighthouse_says,
    other_languages,
    weight,
)
from bench.published import outgoing
from bench.school import write_school
from bench.table import Row, markdown, text

ROOT = Path(__file__).parent.parent
PARTS = (
    *("cold", "mkdocs", "rebuild", "memory", "floor", "weight", "search", "lighthouse"),
    *("languages", "evidence", "private", "exchange"),
)
_BUILDS = frozenset(PARTS[:5])
_LAST = "## Last measured\n"


def main() -> None:
    """Measure, print, and write the table where somebody asked for it."""
    wish = _wish()
    about = machine()
    rows: list[Row] = []
    failure = ""
    with tempfile.TemporaryDirectory(prefix="continuum-bench-", dir=wish.work) as folder:
        try:
            rows.extend(_rows(wish, Path(folder)))
        except BuildError as error:
            failure = str(error)
    print(f"{about}\n{text(rows)}")
    if failure:
        sys.exit(failure)
    if wish.write:
        _write(wish.write, about, rows)


def _rows(wish: argparse.Namespace, work: Path) -> Iterator[Row]:
    parts = frozenset(wish.only)
    counts = sorted(set(wish.counts))
    if parts & _BUILDS:
        yield from _all_builds([set_up(work, count) for count in counts], parts, wish)
    if parts & {"weight", "search"}:
        yield from _generated(work, counts[0], parts, wish)
    if parts & {"weight", "lighthouse"}:
        yield from _demonstration(work, parts, wish)
    if "languages" in parts:
        yield from in_three_languages(work, counts[0], wish.repeat)
    if parts & {"evidence", "private"}:
        yield from _school(work, parts, wish)
    if "exchange" in parts:
        yield from importing(work, min(wish.repeat, 3))
        yield from outgoing(work, min(wish.repeat, 3))


def _all_builds(settings: list[Setting], parts: frozenset[str], wish: argparse.Namespace) -> Iterator[Row]:
    timings: dict[int, Timing] = {}
    for setting in settings:
        timings[setting.count], rows = cold(setting, wish.repeat)
        yield from rows
        is_smallest = setting is settings[0]
        if "mkdocs" in parts and (is_smallest or not wish.quick):
            yield from against_mkdocs(setting, timings[setting.count], all_in_navigation=False)
        if "mkdocs" in parts and is_smallest and not wish.quick:
            yield from against_mkdocs(setting, timings[setting.count], all_in_navigation=True)
        if "rebuild" in parts:
            yield from rebuild(setting, timings[setting.count], wish.repeat)
    largest = settings[-1]
    if len(settings) > 1:
        yield from growth((settings[0].count, timings[settings[0].count]), (largest.count, timings[largest.count]))
    if "memory" in parts:
        yield from memory(largest)
    if "floor" in parts:
        for setting in settings:
            yield from writing(setting, timings[setting.count], wish.repeat)


def _generated(work: Path, count: int, parts: frozenset[str], wish: argparse.Namespace) -> Iterator[Row]:
    project = work / str(count) / "project"
    if not project.is_dir():
        set_up(work, count)
    site = built_with_search(project)
    page = a_competency(project, site)
    yield Row(f"Weight with gzip, {count:,} competencies")
    if "weight" in parts:
        yield from weight("First view of a competency, 5 skills x 6 levels", site, page)
    if "search" in parts:
        yield first_result(f"From there to the first result for “{wish.word}”", site, page, wish.word)


def _demonstration(work: Path, parts: frozenset[str], wish: argparse.Namespace) -> Iterator[Row]:
    site = build_copy(wish.demonstration, work)
    page = a_competency(wish.demonstration, site)
    if "weight" in parts:
        yield Row("Weight with gzip, demonstration")
        yield from weight("First view of a competency", site, page)
        for language in other_languages(site, page):
            yield from weight(f"The same in {language}", site, f"{language}/{page}")
    if "lighthouse" in parts:
        yield from lighthouse_says(site, {"A competency": page, "The home page": ""}, wish.lighthouse)


def _school(work: Path, parts: frozenset[str], wish: argparse.Namespace) -> Iterator[Row]:
    school = write_school(work / "school", wish.students, wish.pieces)
    repeat = min(wish.repeat, 3)
    if "evidence" in parts:
        yield from reading(school, repeat)
    else:
        timed(Commands(school).read, school.folder)
    if "private" in parts:
        yield from private.pages(school, repeat, wish.staticrypt)


def _write(path: Path, about: str, rows: list[Row]) -> None:
    """Put the table at the end of the page that explains it."""
    head = path.read_text(encoding="utf-8").partition(_LAST)[0] if path.is_file() else ""
    packages = about.replace("\n", "  \n")
    path.write_text(f"{head}{_LAST}\n{date.today()}: {packages}\n\n{markdown(rows)}", encoding="utf-8")


def _wish() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure builds and pages.")
    add = parser.add_argument
    add("--counts", type=int, nargs="+", default=[1000, 5000], help="how many competencies (default: 1000 5000)")
    add("--students", type=int, default=10_000, help="how many students the school has (default: 10000)")
    add("--pieces", type=int, default=100, help="how many pieces of evidence each of them has (default: 100)")
    add("--repeat", type=int, default=5, help="how often each build is measured (default: 5)")
    add("--quick", action="store_true", help="MkDocs only with the smallest count")
    add(
        "--only",
        nargs="+",
        choices=PARTS,
        default=PARTS,
        help="only these parts (a cold build goes with all other builds)",
    )
    add("--write", type=Path, metavar="FILE", help="also put the table at the end of this Markdown file")
    add("--word", default="evidence", help="what is searched for (default: evidence)")
    add(
        "--demonstration",
        type=Path,
        default=ROOT,
        metavar="FOLDER",
        help="what Lighthouse sees (default: this repository)",
    )
    add("--work", type=Path, metavar="FOLDER", help="where to build (default: a temporary folder)")
    add("--lighthouse", type=Path, default=lighthouse.CACHE, metavar="FOLDER", help="where Lighthouse is kept")
    add("--staticrypt", type=Path, default=staticrypt.CACHE, metavar="FOLDER", help="where StatiCrypt is kept")
    return parser.parse_args()


if __name__ == "__main__":
    main()
