"""“continuum new”: the files that a school starts from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from uuid import uuid4

from site_builder.problems import Problem, Span
from site_builder.resources import demonstration, starter
from site_builder.sources.folder import SETTINGS, inside
from site_builder.sources.schema import schemas

# Names that would mean something here already stand in the starter without their dot.
_DOTTED = {"gitignore": ".gitignore", "github": ".github"}

_IDENTIFIER = re.compile(rb"(?m)^identifier: .*$")


def new(folder: Path, *, minimal: bool = False, identifier: str = "") -> list[str] | Problem:
    """Write a new continuum into a folder and list its files; nothing is written where something would be replaced.

    Its `identifier` is a fresh one when none is given, so that no two schools share theirs.
    """
    files = starting_files(identifier or str(uuid4()), minimal=minimal)
    taken = [file for file in files if (folder / file).exists()]
    if taken:
        message = f"{folder} already holds {taken[0]}, and nothing there is replaced"
        return Problem(
            Span((folder / taken[0]).as_posix()), "folder-taken", message, hint="choose an empty or a new folder"
        )
    try:
        for file, data in files.items():
            path = folder / file
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as sink:
                sink.write(data)
    except OSError as error:
        message = f"{folder} cannot be written: {error.strerror}"
        return Problem(Span(folder.as_posix()), "folder-unwritable", message, hint="choose a folder of your own")
    return sorted(files)


def starting_files(identifier: str, *, minimal: bool) -> Mapping[str, bytes]:
    """Each file of a new continuum by its place: the whole demonstration, or one competency with one piece of work."""
    files = dict(surroundings())
    if minimal:
        files |= _below(starter() / "minimal")
    else:
        for top in ("continuum", "exemplars"):
            files |= {f"{top}/{file}": data for file, data in _below(demonstration() / top).items()}
    files[SETTINGS] = _IDENTIFIER.sub(f"identifier: {identifier}".encode(), files[SETTINGS])
    return files


def surroundings() -> Mapping[str, bytes]:
    """Each file that a continuum needs around it to be published and edited, whatever it is about."""
    return _below(starter() / "common") | {f"schemas/{name}": text.encode() for name, text in schemas().items()}


def surround(folder: Path) -> list[str]:
    """Write what a continuum in a folder lacks around it, leave alone what is there, and list what was written."""
    lacking = {file: data for file, data in surroundings().items() if not (folder / file).exists()}
    for file, data in lacking.items():
        path = inside(folder, file)
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as sink:
            sink.write(data)
    return sorted(lacking)


def _below(folder: Path) -> dict[str, bytes]:
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {_name(path.relative_to(folder)): path.read_bytes() for path in paths}


def _name(path: Path) -> str:
    first, *rest = path.parts
    return "/".join((_DOTTED.get(first, first), *rest))
