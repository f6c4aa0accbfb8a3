"""A folder of private pages, written whole or not at all.

The pages are written into a hidden folder beside, and then the two change names. A run that is cut off leaves the
earlier pages as they were, and the next one clears away what it left.
"""

# ruff: noqa: PTH102, PTH123 - of thousands of files each is made, and text is quicker than a Path.

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

MARKER = ".continuum-private"
NEXT, OLD = "next", "old"
_MARK = b"Made by continuum progress. Everything in this folder is replaced by the next run.\n"
_IGNORED = b"*\n"  # wherever a run is cut off, “git add” takes none of its plain pages
_WAY = re.compile(r"(?!\.\.?(?:/|\Z))[^/\\\x00]+(?:/(?!\.\.?(?:/|\Z))[^/\\\x00]+)*")


def beside(out: Path, which: str) -> Path:
    """The hidden folder next to an output folder: its next state, or its old one while the two change names."""
    return out.with_name(f".{out.name}.{which}")


def begin(out: Path, *, is_plain: bool = False) -> Path:
    """An empty hidden folder to write the next pages into; plain ones can be seen by their owner alone."""
    mend(out)
    folder = beside(out, NEXT)
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(mode=_modes(is_plain)[0])
    write_files(folder, [(MARKER, _MARK), *([(".gitignore", _IGNORED)] if is_plain else [])], is_plain=is_plain)
    return folder


def write_files(folder: Path, files: Iterable[tuple[str, bytes]], *, is_plain: bool = False) -> int:
    """Write files by their ways from the folder, one after the other as they come, and say how many they were."""
    top, count = f"{folder}{os.sep}", 0
    for way, data in files:
        if not _WAY.fullmatch(way):
            raise ValueError("this way leaves the folder")
        _write(top, way, data, _modes(is_plain))
        count += 1
    return count


def finish(out: Path) -> None:
    """Let what was written take the place of the earlier pages, which are deleted."""
    old, folder = beside(out, OLD), beside(out, NEXT)
    try:
        if out.exists():
            out.rename(old)
        folder.rename(out)
    except BaseException:  # whatever it was, the earlier pages go back to their place
        if old.exists() and not out.exists():
            old.rename(out)
        raise
    shutil.rmtree(old, ignore_errors=True)


def mend(out: Path) -> None:
    """Clear away what a run left that was cut off; earlier pages that it had set aside go back to their place."""
    old, folder = beside(out, OLD), beside(out, NEXT)
    if old.exists() and not out.exists():
        old.rename(out)
    for left in (old, folder):
        if left.exists():
            shutil.rmtree(left)


def write_tree(out: Path, files: Iterable[tuple[str, bytes]], *, is_plain: bool = False) -> int:
    """Have exactly these files in the folder, and say how many; when anything goes wrong, all is as it was."""
    folder = begin(out, is_plain=is_plain)
    try:
        count = write_files(folder, files, is_plain=is_plain)
        finish(out)
    except BaseException:  # no page of anybody is left lying about
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return count


def _modes(is_plain: bool) -> tuple[int, int]:
    return (0o700, 0o600) if is_plain else (0o777, 0o666)  # the second pair is what the machine's umask makes of it


def _write(top: str, way: str, data: bytes, modes: tuple[int, int]) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    try:
        number = os.open(top + way, flags, modes[1])
    except FileNotFoundError:
        _have_folder(top, way.rpartition("/")[0], modes[0])
        number = os.open(top + way, flags, modes[1])
    with open(number, "wb") as sink:
        sink.write(data)


def _have_folder(top: str, folder: str, mode: int) -> None:
    with suppress(FileExistsError):
        try:
            os.mkdir(top + folder, mode)
        except FileNotFoundError:  # only the first page of many has to make the folder that holds them all
            _have_folder(top, folder.rpartition("/")[0], mode)
            os.mkdir(top + folder, mode)
