"""Builds against the clock: ours, Hugo's and MkDocs', cold and after an edit, and what memory and the disk say."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.builder import Builder, continuum, edit, size_of
from bench.content import write_continuum
from bench.hugo import hugo
from bench.measure import BuildError, Run, Timing, floor, peak, timed
from bench.mkdocs_site import mkdocs
from bench.table import Row, at_most, megabytes, seconds, took

# The most of Hugo's time that a cold build may take, by the number of competencies.
OF_HUGO: Mapping[int, float] = {1000: 1.0, 5000: 0.8}
FASTER_THAN_MKDOCS = 10.0
REBUILD_OF_COLD = 0.15
REBUILD_SECONDS: Mapping[int, float] = {5000: 1.0}
GROWTH = 5.5
MEMORY = 600e6


@dataclass(frozen=True, slots=True)
class Setting:
    """The content in one size, and our own builder over it."""

    count: int
    folder: Path
    ours: Builder

    @property
    def project(self) -> Path:
        """Where the sources are."""
        return self.ours.folder


def set_up(work: Path, count: int) -> Setting:
    """Write the content and build it once, so that nothing is read for the first time while the clock runs."""
    folder = work / str(count)
    write_continuum(folder / "project", count)
    setting = Setting(count, folder, continuum(folder / "project"))
    timed(setting.ours.command, setting.ours.folder)
    return setting


def cold(setting: Setting, repeat: int) -> tuple[Timing, list[Row]]:
    """Our cold build and Hugo's in turn."""
    peer = hugo(setting.project, setting.folder / "hugo")
    title = Row(f"Cold build without search, {setting.count:,} competencies")
    if isinstance(peer, str):
        ours = _in_turn([setting.ours], repeat)[0]
        return ours, [title, _row(setting.ours, ours), Row("Hugo", peer)]
    timed(peer.command, peer.folder)
    ours, theirs = _in_turn([setting.ours, peer], repeat)
    return ours, [title, _row(setting.ours, ours), _row(peer, theirs), _against_hugo(setting.count, ours, theirs)]


def against_mkdocs(setting: Setting, ours: Timing, *, all_in_navigation: bool) -> list[Row]:
    """MkDocs with Material, once, as it takes long; with all pages in its navigation it is only told, not judged."""
    peer = mkdocs(setting.project, setting.folder / f"mkdocs-{all_in_navigation}", all_in_navigation=all_in_navigation)
    if isinstance(peer, str):
        return [Row("MkDocs + Material", peer)]
    timing = Timing((_once(peer),))
    ratio = timing.median / ours.median
    row = Row(f"{peer.name} / ours", f"{ratio:.1f} times as long")
    if all_in_navigation:
        return [_row(peer, timing), row]
    return [_row(peer, timing), Row(row.what, row.found, f">= {FASTER_THAN_MKDOCS:.0f}", ratio >= FASTER_THAN_MKDOCS)]


def rebuild(setting: Setting, cold: Timing, repeat: int) -> list[Row]:
    """Our build after one edit: the first one, which has no spare folder to work in, and later ones."""
    _once(setting.ours)
    first, *later = [_rebuilt(setting, number) for number in range(1, repeat + 2)]
    rows = [Row(f"Rebuild after one edit, {setting.count:,} competencies")]
    for what, timing in (("First edit after a cold build", Timing((first,))), ("Later edits", Timing(tuple(later)))):
        rows += _rebuild_rows(setting.count, what, timing, cold)
    return rows


def growth(small: tuple[int, Timing], large: tuple[int, Timing]) -> list[Row]:
    """How much longer more content takes."""
    (few, quick), (many, slow) = small, large
    ratio = slow.median / quick.median
    limit = GROWTH * many / few / 5
    return [
        Row("Growth"),
        at_most(f"Cold build, {many:,} / {few:,}", ratio, limit, f"{ratio:.2f} times as long", f"<= {limit:.1f}"),
    ]


def memory(setting: Setting) -> list[Row]:
    """The most memory that our cold build and all its processes hold."""
    setting.ours.forget()
    found = peak(setting.ours.command, setting.ours.folder)
    rows = [Row("Memory")]
    what = f"Peak of all processes, {setting.count:,}"
    if isinstance(found, str):
        return [*rows, Row(what, found)]
    said = f"{megabytes(found.bytes)} ({found.kind})"
    return [*rows, at_most(what, found.bytes, MEMORY, said, f"< {MEMORY / 1e6:.0f} MB")]


def writing(setting: Setting, cold: Timing, repeat: int) -> list[Row]:
    """The time that writing the same files takes, and nothing else."""
    times = [floor(setting.ours.site, setting.folder / f"floor-{number}") for number in range(repeat)]
    best = min(times)
    rows = [Row(f"Floor, {setting.count:,} competencies")]
    rows.append(Row("Merely writing the same files", f"{seconds(best)} best of {repeat}"))
    return [*rows, Row("Cold build / merely writing", f"{cold.best / best:.1f} times as long")]


def _in_turn(builders: Sequence[Builder], repeat: int) -> list[Timing]:
    """All builders once, then all again, so that a busy moment of the machine meets them alike."""
    rounds = [[_once(builder) for builder in builders] for _ in range(repeat)]
    return [Timing(tuple(runs)) for runs in zip(*rounds, strict=True)]


def _once(builder: Builder) -> Run:
    builder.forget()
    run = timed(builder.command, builder.folder, builder.environment)
    print(f"{builder.name}: {run.seconds:.2f} s", file=sys.stderr)
    return run


def _rebuilt(setting: Setting, number: int) -> Run:
    page, words = edit(setting.project, number)
    run = timed(setting.ours.command, setting.ours.folder)
    if words not in (setting.ours.site / page).read_text(encoding="utf-8"):
        raise BuildError(f"the rebuild did not bring “{words}” into {page}")
    print(f"rebuild: {run.seconds:.2f} s", file=sys.stderr)
    return run


def _row(builder: Builder, timing: Timing) -> Row:
    size = size_of(builder.site)
    holds = f"{size.pages:,} pages, {size.files:,} files, {megabytes(size.bytes)}"
    return Row(builder.name, f"{took(timing)}, {seconds(timing.cpu)} CPU; {holds}")


def _against_hugo(count: int, ours: Timing, theirs: Timing) -> Row:
    ratio = ours.ratio(theirs)
    found = f"{ratio:.2f} (best / best {ours.best / theirs.best:.2f}, CPU / CPU {ours.cpu / theirs.cpu:.2f})"
    limit = OF_HUGO.get(count)
    return at_most("Ours / Hugo", ratio, limit, found, f"<= {limit}") if limit else Row("Ours / Hugo", found)


def _rebuild_rows(count: int, what: str, timing: Timing, cold: Timing) -> Iterator[Row]:
    found = took(timing)
    limit = REBUILD_SECONDS.get(count)
    yield at_most(what, timing.median, limit, found, f"< {limit:.0f} s") if limit else Row(what, found)
    ratio = timing.median / cold.median
    yield at_most(f"{what} / cold build", ratio, REBUILD_OF_COLD, f"{ratio:.2f}", f"<= {REBUILD_OF_COLD}")
