"""A school's folder: which sources it holds, and the one door through which paths go."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from operator import attrgetter
from pathlib import Path, PurePosixPath
from typing import NamedTuple
from urllib.parse import unquote

from site_builder.problems import Problem, Severity, Span
from site_builder.sources.digest import digest
from site_builder.sources.languages import locale_of
from site_builder.sources.sidecars import language_in, translated_by
from site_builder.sources.slugs import normal, unfit

SETTINGS = "continuum/continuum.yml"
GLOSSARY = "continuum/glossary.yml"
_SUFFIXES = (".yml", ".yaml", ".md")


class OutsideProject(ValueError):  # noqa: N818  it says where the path leads
    """A path that leaves the folder it was meant to stay in."""


class Source(NamedTuple):
    """A file to read: `kind` says what it holds, `area` and `slug` what its place says of it.

    `stamp` has the size and time of change of the file and of all beside it that belong to it: it differs when they do.
    `translations` are files beside it that say it in other languages.
    """

    file: str
    kind: str
    area: str
    slug: str
    stamp: str
    translations: tuple[str, ...] = ()


def inside(root: Path, candidate: str) -> Path:
    """Resolve `candidate` under `root`, following links, or refuse it; also where it would leave once it is decoded."""
    resolved = _inside(root, candidate)
    while (plainer := unquote(candidate)) != candidate:
        candidate = plainer
        _inside(root, candidate)
    return resolved


def _inside(root: Path, candidate: str) -> Path:
    if "\x00" in candidate or PurePosixPath(candidate).is_absolute() or re.match(r"[A-Za-z]:|\\\\", candidate):
        raise OutsideProject(f"{candidate!r} is not a path within {root.name}/")
    try:
        resolved = (root / candidate.replace("\\", "/")).resolve()
    except (RuntimeError, OSError) as error:  # what older Pythons say of a link that leads back to itself
        raise OutsideProject(f"{candidate!r} leads nowhere") from error
    if any(it.is_symlink() for it in (resolved, *resolved.parents)):
        raise OutsideProject(f"{candidate!r} leads nowhere")
    if not resolved.is_relative_to(root.resolve()):
        raise OutsideProject(f"{candidate!r} leaves {root.name}/")
    return resolved


def find_sources(root: Path) -> tuple[list[Source], list[Problem]]:
    """Every source of the continuum in the folder, in the order of their names, and what cannot be one."""
    sources: list[Source] = []
    problems: list[Problem] = []
    entries = list(_entries(root))
    beside = _stamps(entries)
    files = {entry.file for entry in entries}
    sidecars: dict[str, list[_Entry]] = defaultdict(list)
    others: list[_Entry] = []
    for entry in entries:
        owner = _translated(entry.file, files)
        (sidecars[owner] if owner else others).append(entry)
    for entry in others:
        found = _alone(entry) or _source(entry, beside, sidecars.get(entry.file, ()))
        if isinstance(found, Problem):
            problems.append(found)
        elif found:
            sources.append(found)
    return sorted(sources, key=attrgetter("file")), problems


def source_at(file: str) -> Source:
    """A source by the place of its file alone."""
    kind = _kind(file)
    return Source(file, kind, *_place(file, kind), stamp="")


class _Entry(NamedTuple):
    file: str
    stat: os.stat_result
    is_link: bool

    @property
    def stamp(self) -> str:
        return f"{self.stat.st_size:x}.{self.stat.st_mtime_ns:x}"


def _entries(root: Path) -> Iterator[_Entry]:
    for top in ("continuum", "exemplars"):
        if (root / top).is_dir():
            yield from _walk(root / top, top)


def _walk(folder: Path, name: str) -> Iterator[_Entry]:
    if folder.is_symlink():
        yield _Entry(name, folder.lstat(), is_link=True)
        return
    with os.scandir(folder) as entries:
        for entry in entries:
            file = f"{name}/{entry.name}"
            if entry.name.startswith((".", "_")) or entry.name.endswith("~"):
                continue
            if entry.is_symlink():
                yield _Entry(file, entry.stat(follow_symlinks=False), is_link=True)
            elif entry.is_dir():
                yield from _walk(Path(entry.path), file)
            elif entry.is_file():
                yield _Entry(file, entry.stat(), is_link=False)


def _stamps(entries: Iterable[_Entry]) -> Mapping[str, str]:
    """The stamps of all files in an exemplar's folder together: its media belong to it."""
    folders: dict[str, list[str]] = defaultdict(list)
    for entry in entries:
        if entry.file.startswith("exemplars/"):
            folder, _, name = entry.file.rpartition("/")
            folders[folder].append(f"{name} {entry.stamp}")
    return {folder: digest(*sorted(stamps)) for folder, stamps in folders.items()}


def _translated(file: str, files: Set[str]) -> str:
    """The source that a file translates; nothing where it is a source itself."""
    return next((it for it in translated_by(file) if it in files and _kind(it)), "")


def _alone(entry: _Entry) -> Problem | None:
    """What is said of a translation beside which there is nothing to translate."""
    if not locale_of(language_in(entry.file)):
        return None
    message = f"{entry.file} has the name of a translation, and what it translates is not there"
    hint = f"it belongs beside {' or '.join(PurePosixPath(it).name for it in translated_by(entry.file))}"
    return Problem(Span(entry.file), "translation-alone", message, Severity.WARNING, hint)


def _shared(entry: _Entry) -> Problem | None:
    """A file that is also somewhere else could say what nobody meant to publish."""
    if not entry.is_link and entry.stat.st_nlink == 1:
        return None
    name = PurePosixPath(entry.file).name
    if entry.is_link:
        return _refused(entry.file, f"{name} is a link to somewhere else", "put the file itself here")
    return _refused(entry.file, f"{name} shares its content with another file (a hard link)", "copy it")


def _source(entry: _Entry, beside: Mapping[str, str], sidecars: Sequence[_Entry]) -> Source | Problem | None:
    for it in (entry, *sidecars):
        if shared := _shared(it):
            return shared
    if not entry.file.endswith(_SUFFIXES):
        return None
    kind = _kind(entry.file)
    if not kind:
        hint = "see “Source files” in the manual for where each thing lives"
        return Problem(
            Span(entry.file), "file-unread", f"{entry.file} is not in a place where it is read", Severity.WARNING, hint
        )
    area, slug = _place(entry.file, kind)
    stamps = [entry.stamp, *(f"{it.file} {it.stamp}" for it in sidecars)]
    stamp = (
        beside[entry.file.rpartition("/")[0]] if kind == "exemplar" else digest(*stamps) if sidecars else entry.stamp
    )
    for name in (*([area] if area else []), *slug.split("/")):
        if no := unfit(name):
            return _refused(entry.file, *no)
    return Source(entry.file, kind, area, slug, stamp, tuple(it.file for it in sidecars))


def _kind(file: str) -> str:
    is_markdown = file.endswith(".md")
    match file.split("/"):
        case ["continuum", "continuum.yml"]:
            return "settings"
        case ["continuum", "glossary.yml"]:
            return "glossary"
        case ["continuum", "pages", *_] if is_markdown:
            return "page"
        case ["continuum", "pathways", _] if not is_markdown:
            return "pathway"
        case ["continuum", _, "area.yml" | "area.yaml"]:
            return "area"
        case ["continuum", area, _] if area not in ("pages", "pathways"):
            return "competency"
        case ["exemplars", _, _, "index.md"]:
            return "exemplar"
    return ""


def _place(file: str, kind: str) -> tuple[str, str]:
    _, *within, name = file.rpartition(".")[0].split("/")
    if kind == "exemplar":
        return normal(within[0]), normal(within[1])
    if kind == "page":
        return "", normal("/".join((*within[1:], name)))
    return (normal(within[0]) if kind in ("area", "competency") else ""), normal(name)


def _refused(file: str, message: str, hint: str) -> Problem:
    return Problem(Span(file), "file-name", message, hint=hint)
