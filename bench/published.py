"""What goes out against the clock: the export of a CASE package, and what published data adds to a build."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from bench.builder import Builder, continuum, edit, size_of
from bench.content import write_continuum
from bench.measure import BuildError, Run, Timing, set_aside, timed
from bench.table import Row, at_most, megabytes, seconds, took

COUNT = 1000
OF_COLD = 1.4
OF_EDIT = 1.3
_CONFIGS: Mapping[str, str] = {"pages alone": "extra:\n  publish: []\n", "pages and data": ""}


def outgoing(work: Path, repeat: int) -> Iterator[Row]:
    """An export, then builds with and without data in turns, so that a busy moment of the machine meets both."""
    builders = {name: _set_up(work / name.replace(" ", "-"), said) for name, said in _CONFIGS.items()}
    yield Row(f"Data of {COUNT:,} competencies")
    yield _export(builders["pages alone"].folder, repeat)
    rounds = [{name: _cold_and_edit(it, number) for name, it in builders.items()} for number in range(1, repeat + 1)]
    for place, (what, limit) in enumerate((("Cold build", OF_COLD), ("Build after one edit", OF_EDIT))):
        alone, both = (Timing(tuple(it[name][place] for it in rounds)) for name in _CONFIGS)
        yield Row(f"{what}, pages alone", f"{took(alone)}, {seconds(alone.cpu)} CPU")
        yield Row(f"{what}, pages and data", f"{took(both)}, {seconds(both.cpu)} CPU")
        ratio = both.ratio(alone)
        said = f"{ratio:.2f} times as long (CPU / CPU {both.cpu / alone.cpu:.2f})"
        yield at_most(f"{what}, with data / without", ratio, limit, said, f"<= {limit}")
    for name, it in builders.items():
        size = size_of(it.site)
        yield Row(f"The site, {name}", f"{size.files:,} files, {megabytes(size.bytes)}")


def _set_up(folder: Path, said: str) -> Builder:
    write_continuum(folder, COUNT)
    (folder / "mkdocs.yml").write_text(f"site_url: https://school.example/continuum/\n{said}", encoding="utf-8")
    return continuum(folder)


def _cold_and_edit(it: Builder, number: int) -> tuple[Run, Run]:
    it.forget()
    cold = timed(it.command, it.folder)
    edit(it.folder, number)
    after = timed(it.command, it.folder)
    print(f"build: {cold.seconds:.2f} s, after an edit {after.seconds:.2f} s", file=sys.stderr)
    return cold, after


def _export(folder: Path, repeat: int) -> Row:
    out = folder / "export"
    command = (continuum(folder).command[0], "export", "case", "-o", str(out), "--replace")
    timing = Timing(tuple(timed(command, folder) for _ in range(repeat)))
    package = out / "case.json"
    if not package.is_file():
        raise BuildError("no package was written")
    said = f"{took(timing)}, {seconds(timing.cpu)} CPU; {megabytes(package.stat().st_size)}"
    set_aside([out], folder.with_name(f"{folder.name}-aside"))
    return Row("continuum export case", said)
