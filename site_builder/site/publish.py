"""Bringing a folder to a state, without anybody seeing the state between.

The live folder has a spare beside it. A build brings the spare up to date - what it or the live folder holds under the
same key stays or is linked, the rest is made anew - and then the two change names. Files are never written in place, so
a link that both share, and a build that stops midway, leave the live folder as it was.
"""

# ruff: noqa: PTH102, PTH108, PTH114 - of thousands of files each is looked at, and text is quicker than a Path.

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, TypeAlias

from site_builder.problems import Problem, Span
from site_builder.sources.digest import digest

MARKER = ".continuum-site"
_MARK = b"Made by continuum build. Everything in this folder is replaced by the next build.\n"
_SOURCES = ("continuum", "exemplars")
Make: TypeAlias = Callable[[list[str], Path], None]


class Entry(NamedTuple):
    """What a tree is known to hold in one file: its key, and the size and time by which a change would be noticed."""

    key: str
    size: int
    changed: int


@dataclass(frozen=True, slots=True)
class Counts:
    """How many files a build left as they were, made, and took away."""

    kept: int = 0
    made: int = 0
    removed: int = 0


@dataclass(slots=True)
class Staging:
    """The spare of an output folder, on its way to become the live one."""

    out: Path
    cache: Path
    live: dict[str, Entry] = field(default_factory=dict)
    spare: dict[str, Entry] = field(default_factory=dict)
    wanted: dict[str, Entry] = field(default_factory=dict)
    made: int = 0
    is_tidy: bool = False

    @property
    def folder(self) -> Path:
        """Where the next state is being put together."""
        return _beside(self.out, "spare")

    def bring(self, keys: Mapping[str, str], make: Make) -> None:
        """Have these files in the spare, each under its key; `make` writes those that no tree holds."""
        self.is_tidy = False
        spare, live = f"{self.folder}{os.sep}", f"{self.out}{os.sep}"
        lacking = [file for file, key in keys.items() if not self._have(file, key, spare, live)]
        folders = _Folders(spare)
        for file in lacking:
            folders.make(file.rpartition("/")[0])
            _unlink(spare + file)
        make(lacking, self.folder)
        self.wanted.update((file, _entry(spare + file, keys[file])) for file in lacking)
        self.made += len(lacking)

    def tidy(self, keep: str = "") -> None:
        """Take away what nobody wants, whoever put it there; nothing under `keep`, where that is said."""
        surplus = [it for it in _files(self.folder) if it not in self.wanted and not (keep and it.startswith(keep))]
        for file in surplus:
            _unlink(f"{self.folder}{os.sep}{file}")
        _prune(self.folder, surplus)
        self.is_tidy = not keep

    def exchange(self) -> Counts:
        """Take away what nobody wants, and let live and spare change names."""
        if not self.is_tidy:
            self.tidy()
        removed = len([file for file in self.live if file not in self.wanted])
        old = _beside(self.out, "old")
        try:
            if self.out.exists():
                self.out.rename(old)
            self.folder.rename(self.out)
        except BaseException:  # whatever it was, the last good site goes back to its place
            if old.exists() and not self.out.exists():
                old.rename(self.out)
            raise
        _save(self.cache, self.out, "live", self.wanted)
        if old.exists():
            old.rename(self.folder)
            _save(self.cache, self.out, "spare", self.live)
        else:
            self._copy()
        return Counts(len(self.wanted) - self.made, self.made, removed)

    def _copy(self) -> None:
        """A first spare, with links to what is live, so that the first change costs no more than those after it."""
        spare, live = f"{self.folder}{os.sep}", f"{self.out}{os.sep}"
        folders = _Folders(spare)
        with suppress(
            OSError
        ):  # not every disk has links; the site is there already, and the next build can do without
            self.folder.mkdir()
            for file in self.wanted:
                folders.make(file.rpartition("/")[0])
                os.link(live + file, spare + file)
            _save(self.cache, self.out, "spare", self.wanted)

    def _have(self, file: str, key: str, spare: str, live: str) -> bool:
        mine = self.spare.get(file)
        if mine and mine.key == key and _holds(spare + file, mine):
            self.wanted[file] = mine
            return True
        theirs = self.live.get(file)
        if theirs and theirs.key == key and _holds(live + file, theirs):
            _Folders(spare).make(file.rpartition("/")[0])
            _link(live + file, spare + file)
            self.wanted[file] = theirs
            return True
        return False


def staging(out: Path, cache: Path) -> Staging:
    """A spare for the output folder, mended where an earlier build was cut off."""
    stage = Staging(out, cache)
    old = _beside(out, "old")
    if old.exists() and out.exists():
        shutil.rmtree(old)
    elif old.exists():  # cut off between the two renames: the last good site goes back to its place
        old.rename(out)
    stage.live = _load(cache, out, "live") if out.is_dir() else {}
    stage.spare = _load(cache, out, "spare") if stage.folder.is_dir() else {}
    if not stage.spare:
        shutil.rmtree(stage.folder, ignore_errors=True)
    _list(cache, out, "spare").unlink(missing_ok=True)  # from here on, only an exchange says what the spare holds
    stage.folder.mkdir(parents=True, exist_ok=True)
    stage.bring({MARKER: "1"}, lambda files, folder: write_all({MARKER: _MARK}, files, folder))
    stage.made = 0
    return stage


def refusal(out: Path, root: Path) -> Problem | None:
    """Why the output may not go there: it would replace something that no build made."""
    place, base = str(out), root.resolve()
    link = _link_to(Path.cwd() / out, base)
    if link:
        return _refused(str(link), f"{link} is a link to somewhere else", "name a folder that is none")
    resolved = out.resolve()
    if base.is_relative_to(resolved) or Path.home().resolve().is_relative_to(resolved):
        message = f"{place} holds your own files, and a build replaces everything in its folder"
        return _refused(place, message, "choose a folder such as site/")
    if any(resolved.is_relative_to(base / name) for name in _SOURCES):
        return _refused(place, f"{place} lies among your sources", "choose a folder such as site/")
    if out.exists() and not out.is_dir():
        return _refused(place, f"{place} is a file", "choose a folder such as site/")
    if out.is_dir() and any(out.iterdir()) and not (out / MARKER).is_file():
        return _refused(
            place, f"{place} holds files that no build made", "choose an empty folder, or empty this one yourself"
        )
    return None


def _link_to(out: Path, base: Path) -> Path | None:
    """A link by which a build would write elsewhere: the folder, one beside it, or one on its way from `base`."""
    written = [out, _beside(out, "spare"), _beside(out, "old")] if out.name else []
    on_the_way = (it for it in out.parents if it.is_symlink() and it.parent.resolve().is_relative_to(base))
    return next((it for it in written if it.is_symlink()), None) or next(on_the_way, None)


def write_all(files: Mapping[str, bytes], wanted: Iterable[str], folder: Path) -> None:
    """Write these files into a folder whose sub-folders are there."""
    for file in wanted:
        with (folder / file).open("xb") as sink:
            sink.write(files[file])


def _refused(place: str, message: str, hint: str) -> Problem:
    return Problem(Span(place), "output-refused", message, hint=hint)


def _beside(out: Path, which: str) -> Path:
    """The hidden folder next to the output folder: its spare, or its old self while the two change names."""
    return out.with_name(f".{out.name}.{which}")


def _entry(path: str, key: str) -> Entry:
    stat = os.lstat(path)
    return Entry(key, stat.st_size, stat.st_mtime_ns)


def _holds(path: str, entry: Entry) -> bool:
    try:
        stat = os.lstat(path)
    except OSError:
        return False
    return (stat.st_size, stat.st_mtime_ns) == (entry.size, entry.changed)


def _link(source: str, target: str) -> None:
    _unlink(target)
    try:
        os.link(source, target)
    except OSError:  # not every disk has links
        shutil.copy2(source, target)


class _Folders:
    """Folders within another one, each looked at once; a link that somebody put in the way is taken out."""

    def __init__(self, top: str) -> None:
        self.top = top
        self.made = {""}

    def make(self, folder: str) -> None:
        """Have this folder, and all that it lies in."""
        if folder in self.made:
            return
        self.make(folder.rpartition("/")[0])
        path = self.top + folder
        try:
            os.mkdir(path)
        except FileExistsError:
            if os.path.islink(path):
                os.unlink(path)
                os.mkdir(path)
        self.made.add(folder)


def _files(top: Path, within: str = "") -> Iterator[str]:
    """Every file of a folder by its way from there; a link counts as a file, wherever it leads."""
    with os.scandir(f"{top}{os.sep}{within}") as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(top, f"{within}{entry.name}/")
            else:
                yield within + entry.name


def _unlink(path: str) -> None:
    with suppress(FileNotFoundError):
        os.unlink(path)


def _prune(folder: Path, files: Iterable[str]) -> None:
    """Take away folders that have become empty."""
    for name in sorted({parent for file in files for parent in Path(file).parents}, key=lambda it: -len(it.parts)):
        path = folder / name
        if path != folder and path.is_dir() and not any(path.iterdir()):
            path.rmdir()


def _list(cache: Path, out: Path, which: str) -> Path:
    return cache / "trees" / f"{digest(str(out.resolve()))[:12]}-{which}.json"


def _load(cache: Path, out: Path, which: str) -> dict[str, Entry]:
    try:
        rows = json.loads(_list(cache, out, which).read_bytes())
        return {file: Entry(*row) for file, row in rows.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _save(cache: Path, out: Path, which: str, entries: Mapping[str, Entry]) -> None:
    path = _list(cache, out, which)
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(f".{os.getpid()}")
    beside.write_text(json.dumps(entries, separators=(",", ":")), encoding="utf-8")
    beside.replace(path)
