"""Files for other systems, put into a folder; what somebody may have worked on is not written over unasked."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from site_builder.problems import Problem, Span
from site_builder.sources.folder import OutsideProject, inside


def put(out: Path, files: Mapping[str, bytes], *, replace: bool = False) -> list[Problem]:
    """Write these files by their paths within a folder, or none of them and why."""
    places = {name: _place(out, name) for name in files}
    refused = [it for it in places.values() if isinstance(it, Problem)]
    taken = [] if replace else [name for name, it in places.items() if _differs(it, files[name])]
    if refused or taken:
        return refused or [_taken(out, taken)]
    try:
        for name, place in places.items():
            assert isinstance(place, Path)
            _write(place, files[name])
    except OSError as error:
        message = f"{out} cannot be written: {error.strerror or error}"
        return [Problem(Span(out.as_posix()), "folder-unwritable", message, hint="choose a folder of your own")]
    return []


def _place(out: Path, name: str) -> Path | Problem:
    try:
        return inside(out, name)
    except OutsideProject:
        message = f"{name} would be written outside of {out}"
        return Problem(Span(out.as_posix()), "output-refused", message, hint="choose a folder without links in it")


def _differs(place: Path | Problem, data: bytes) -> bool:
    """Whether something else stands there already."""
    if isinstance(place, Problem) or not place.exists():
        return False
    return not place.is_file() or place.read_bytes() != data


def _taken(out: Path, taken: list[str]) -> Problem:
    more = f" and {len(taken) - 1} more" if len(taken) > 1 else ""
    message = f"{out} holds another {taken[0]}{more} already, and somebody may have worked on it"
    hint = "choose another folder with -o, or say --replace"
    return Problem(Span((out / taken[0]).as_posix()), "folder-taken", message, hint=hint)


def _write(place: Path, data: bytes) -> None:
    """Write beside, then change names: whoever reads the file meanwhile sees the old one whole."""
    place.parent.mkdir(parents=True, exist_ok=True)
    beside = place.with_name(f".{place.name}.new")
    beside.write_bytes(data)
    beside.replace(place)
