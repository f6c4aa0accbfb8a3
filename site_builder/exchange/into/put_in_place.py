"""Sources are written all together: each beside its place first, and only when all are there do they take it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from site_builder.problems import Problem, Span
from site_builder.sources.folder import OutsideProject, inside


def put_in_place(root: Path, files: Mapping[str, bytes], gone: Iterable[str]) -> list[Problem]:
    """Write these files by their paths in a folder and take away those that are gone, or say why not."""
    gone = list(gone)
    refused = [it for it in (_refusal(root, file) for file in (*files, *gone)) if it]
    if refused:
        return refused
    beside: dict[Path, Path] = {}
    try:
        for file, data in files.items():
            place = root / file
            place.parent.mkdir(parents=True, exist_ok=True)
            beside[place] = place.with_name(f".{place.name}.new")
            beside[place].write_bytes(data)
        for place, new in beside.items():
            new.replace(place)
        for file in gone:
            (root / file).unlink(missing_ok=True)
    except OSError as error:
        for new in beside.values():
            new.unlink(missing_ok=True)
        message = f"{root} cannot be written: {error.strerror or error}"
        return [Problem(Span(root.as_posix()), "folder-unwritable", message, hint="choose a folder of your own")]
    return []


def _refusal(root: Path, file: str) -> Problem | None:
    """Why nothing is written to this place: it is not in the folder, or is not where it seems to be."""
    try:
        is_here = inside(root, file) == root.resolve() / file
    except OutsideProject:
        is_here = False
    if is_here and not (root / file).is_dir():
        return None
    message = f"{file} is a folder or a link, or lies behind one, so nothing is written there"
    return Problem(Span(file), "output-refused", message, hint="put files and folders themselves in their places")
