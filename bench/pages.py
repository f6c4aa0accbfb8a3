"""What a reader gets: the weight of a page, the weight of a search, and what Lighthouse says."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from bench.builder import continuum
from bench.lighthouse import CATEGORIES, Scores, accessibility, lighthouse, scores, version
from bench.measure import timed
from bench.server import served
from bench.table import Row, at_most, kilobytes, seconds
from bench.weight import cannot, first_view, search

FIRST_VIEW = 150e3
FIRST_RESULT = 150e3
FULL = 100
PERFORMANCE = 95
_KIND = re.compile(r'<html lang="([^"]+)".*? data-kind="([^"]+)"', re.DOTALL)
_SOURCES = ("continuum", "exemplars")


def build_copy(project: Path, work: Path) -> Path:
    """A project built with search in a folder of its own; the original stays as it is."""
    copy = work / "demonstration"
    copy.mkdir()
    for name in _SOURCES:
        if (project / name).is_dir():
            shutil.copytree(project / name, copy / name)
    shutil.copyfile(project / "mkdocs.yml", copy / "mkdocs.yml")
    return built_with_search(copy)


def built_with_search(project: Path) -> Path:
    """The site of a project, brought up to date with its search index."""
    builder = continuum(project)
    timed([part for part in builder.command if part != "--no-search"], project)
    return builder.site


def a_competency(project: Path, site: Path) -> str:
    """The address of the page of a project's first competency."""
    sources = sorted(path for path in project.glob("continuum/*/*.yml") if path.stem != "area")
    addresses = (f"{path.parent.name}/{path.stem}/" for path in sources)
    return next(address for address in addresses if (site / address / "index.html").is_file())


def other_languages(site: Path, address: str) -> list[str]:
    """The languages in which a site has this page as well, by their folders."""
    return sorted(path.name for path in site.iterdir() if (path / address / "index.html").is_file())


def weight(what: str, site: Path, address: str) -> list[Row]:
    """The first view of a page."""
    missing = cannot()
    if missing:
        return [Row(what, missing)]
    view = first_view(site, address)
    kinds = ", ".join(f"{kind} {kilobytes(size)}" for kind, size in view.by_kind().items())
    found = f"{kilobytes(view.bytes)} in {len(view.answers)} requests ({kinds})"
    other = f"{view.fonts} fonts; other hosts asked: {', '.join(sorted(view.elsewhere)) or 'none'}"
    return [
        at_most(what, view.bytes, FIRST_VIEW, found, f"< {FIRST_VIEW / 1e3:.0f} KB"),
        at_most("Fonts and other hosts", view.fonts + len(view.elsewhere), 0, other, "none"),
    ]


def first_result(what: str, site: Path, address: str, word: str) -> Row:
    """What a search transfers until its first result stands there."""
    missing = cannot()
    if missing:
        return Row(what, missing)
    found = search(site, address, word)
    if isinstance(found, str):
        return Row(what, found)
    said = f"{kilobytes(found.bytes)}, {seconds(found.seconds)} after the first key"
    said += f"; {kilobytes(found.all_bytes)} with the others that are shown"
    return at_most(what, found.bytes, FIRST_RESULT, said, f"< {FIRST_RESULT / 1e3:.0f} KB")


def lighthouse_says(site: Path, pages: dict[str, str], cache: Path) -> Iterator[Row]:
    """Lighthouse's scores of some pages, named by what they are."""
    program = lighthouse(cache)
    if isinstance(program, str):
        yield Row("Lighthouse", program)
        return
    yield Row(f"Lighthouse {version(program)}, as a phone")
    for what, address in pages.items():
        opinion = scores(program, site, address)
        yield Row(what, opinion) if isinstance(opinion, str) else _scored(what, opinion)
    yield _every_kind(site, program)


def each_kind(site: Path) -> dict[str, str]:
    """The address of the first page of each kind in each language, by both."""
    found: dict[str, str] = {}
    for path in sorted(site.rglob("*.html")):
        said = _KIND.search(path.read_text(encoding="utf-8"))
        if said:
            found.setdefault(f"{said[2]} ({said[1]})", path.relative_to(site).as_posix().removesuffix("index.html"))
    return found


def _every_kind(site: Path, program: Path) -> Row:
    what = "Accessibility of every kind of page in every language"
    pages = each_kind(site)
    with served(site) as known:
        said = accessibility(program, [known.url + address for address in pages.values()])
    if isinstance(said, str):
        return Row(what, said)
    points = {name: it.points["accessibility"] for name, it in zip(pages, said.values(), strict=True)}
    low = [f"{name} {score}" for name, score in points.items() if score < FULL]
    found = f"{len(points)} pages, " + (f"{FULL} on each" if not low else f"less than {FULL}: {', '.join(low)}")
    return Row(what, found, f"{FULL} on each", not low)


def _scored(what: str, opinion: Scores) -> Row:
    limits = {name: PERFORMANCE if name == "performance" else FULL for name in CATEGORIES}
    found = ", ".join(f"{name} {opinion.points[name]}" for name in CATEGORIES)
    lacking = f" (lacking: {', '.join(opinion.lacking)})" if opinion.lacking else ""
    is_met = all(opinion.points[name] >= limit for name, limit in limits.items())
    return Row(what, found + lacking, f"{FULL}, {FULL}, {FULL}, >= {PERFORMANCE}", is_met)
