"""Frameworks of other systems against the clock: a CASE package that comes into a new folder, and goes out again."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from bench.measure import BuildError, Timing, peak, set_aside, timed
from bench.table import Row, at_most, megabytes, seconds, took

ASSOCIATIONS = 60_000
LOOKED = 8.0
CAME_IN = 20.0
WENT_OUT = 10.0
MEMORY_OF_FILE = 6.0
_CONTINUUM = str(Path(sys.executable).with_name("continuum"))
_AREAS, _COMPETENCIES, _SKILLS = 10, 199, 9
_SPACE = UUID("3f1d7f0e-6c5e-4c53-9a8e-2f6a4f0b9d21")
_BASE = "https://standards.example/ims/case/v1p1/"
_THEN = "2026-01-01T00:00:00+00:00"
_SAYS = (
    "Explain how the parts of a whole relate to one another, choose a way to show it that fits the purpose and those "
    "who read it, and say why another way would have served them less well than this one. "
)


@dataclass(slots=True)
class _Package:
    """A package in the making; the same names give the same UUIDs at every run."""

    items: list[dict[str, Any]] = field(default_factory=list)
    associations: list[dict[str, Any]] = field(default_factory=list)

    def item(self, code: str, parent: str, place: int) -> None:
        """An item below another one."""
        said = {"fullStatement": f"{code}: {_SAYS * 2}", "humanCodingScheme": code, "educationLevel": ["03", "04"]}
        self.items.append({**_named("CFItems", code), **_DOCUMENT, **said, "language": "en", "CFItemType": "Standard"})
        self.relate("isChildOf", code, parent, sequenceNumber=place)

    def relate(self, type: str, origin: str, destination: str, **more: int) -> None:
        """An association between two items."""
        name = f"{type} {len(self.associations)}"
        ends = {"originNodeURI": _link(origin), "destinationNodeURI": _link(destination)}
        self.associations.append(
            {**_named("CFAssociations", name), **_DOCUMENT, **ends, "associationType": type} | more
        )


def importing(work: Path, repeat: int) -> Iterator[Row]:
    """The command in a fresh process, into an empty folder each time; then its memory in a run of its own."""
    path = work / "package.json"
    items = write_package(path)
    size = path.stat().st_size
    yield Row(f"A CASE package of {items:,} items and {ASSOCIATIONS:,} associations, {megabytes(size)}")
    looked = Timing(tuple(timed(_command(path, work / "looked", "--dry-run"), work) for _ in range(repeat)))
    what = "continuum import case --dry-run"
    yield _row(what, looked, LOOKED)
    runs = []
    for _ in range(repeat):
        set_aside([work / "school"], work / "aside")
        runs.append(timed(_command(path, work / "school"), work))
    whole = Timing(tuple(runs))
    _refuse_loss(work / "school")
    yield _row("continuum import case, into a new folder", whole, CAME_IN)
    export = (_CONTINUUM, "export", "case", "-C", str(work / "school"), "-o", str(work / "out"), "--replace")
    out = Timing(tuple(timed(export, work) for _ in range(repeat)))
    _refuse_less(work / "out" / "case.json", items)
    yield _row("continuum export case, from that folder", out, WENT_OUT)
    set_aside([work / "school"], work / "aside")
    yield _memory(path, work, size)


def _row(what: str, timing: Timing, limit: float) -> Row:
    return at_most(what, timing.median, limit, f"{took(timing)}, {seconds(timing.cpu)} CPU", f"< {limit:.0f} s")


def _refuse_less(package: Path, items: int) -> None:
    """An export that leaves items out is none that can be measured."""
    written = len(json.loads(package.read_bytes())["CFItems"])
    if written != items:
        raise BuildError(f"{written:,} of {items:,} items went out")


def write_package(path: Path) -> int:
    """Write the package, and say how many items it holds."""
    made = _Package()
    codes = [f"A{area}.{it}" for area in range(_AREAS) for it in range(_COMPETENCIES)]
    for area in range(_AREAS):
        made.item(f"A{area}", _WHOLE, area + 1)
    for place, code in enumerate(codes):
        made.item(code, code.partition(".")[0], place + 1)
        for skill in range(1, _SKILLS + 1):
            made.item(f"{code}.{skill}", code, skill)
    number = 0
    while len(made.associations) < ASSOCIATIONS:
        number += 1
        before, after = codes[number % len(codes)], codes[(number * 7 + number // 1000) % len(codes)]
        made.relate("precedes" if number % 2 else "isRelatedTo", before, after)
    document = {**_named("CFDocuments", _WHOLE), "creator": "Nobody", "title": _WHOLE}
    package = {"CFDocument": document, "CFItems": made.items, "CFAssociations": made.associations}
    path.write_text(json.dumps(package), encoding="utf-8")
    return len(made.items)


def _command(path: Path, out: Path, *options: str) -> tuple[str, ...]:
    return (_CONTINUUM, "import", "case", str(path), "-o", str(out), *options)


def _memory(path: Path, work: Path, size: int) -> Row:
    found = peak(_command(path, work / "school"), work)
    what = "Peak of continuum import case / size of the file"
    if isinstance(found, str):
        return Row(what, found)
    ratio = found.bytes / size
    said = f"{ratio:.1f} ({megabytes(found.bytes)}, {found.kind})"
    return at_most(what, ratio, MEMORY_OF_FILE, said, f"< {MEMORY_OF_FILE:.0f}")


def _refuse_loss(school: Path) -> None:
    """An import that leaves competencies out is none that can be measured."""
    written = sum(1 for it in (school / "continuum").glob("*/*.yml") if it.name != "area.yml")
    if written != _AREAS * _COMPETENCIES:
        raise BuildError(f"{written:,} of {_AREAS * _COMPETENCIES:,} competencies were written")


def _uuid(name: str) -> str:
    return str(uuid5(_SPACE, name))


def _link(name: str) -> dict[str, str]:
    return {"title": name, "identifier": _uuid(name), "uri": f"{_BASE}CFItems/{_uuid(name)}"}


def _named(kind: str, name: str) -> dict[str, Any]:
    return {"identifier": _uuid(name), "uri": f"{_BASE}{kind}/{_uuid(name)}", "lastChangeDateTime": _THEN}


_WHOLE = "A framework of twenty thousand items"
_DOCUMENT: dict[str, Any] = {"CFDocumentURI": _link(_WHOLE)}
