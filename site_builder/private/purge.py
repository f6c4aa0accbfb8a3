"""What is to be deleted when a student leaves, or asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from site_builder.private.output import NEXT, OLD, beside


@dataclass(frozen=True, slots=True)
class Pages:
    """The addresses of one student's page: the one in use, if any, and those that it had before."""

    current: str = ""
    former: tuple[str, ...] = ()


def purge_list(
    student: str, pages: Pages, private: Path, plain: Sequence[Path] = (), letters: Sequence[Path] = (), site: str = ""
) -> list[str]:
    """What is to be deleted of a student, line by line; `site` is where the private pages are published."""
    lines = list(_of_page("page", pages.current, private, site)) if pages.current else []
    for id in pages.former:
        lines += _of_page("earlier page", id, private, site)
    lines += [f"plain page: {path}" for folder in plain for path in _of(student, folder)]
    lines += [f"letter: {path}" for folder in letters for path in _of(student, folder)]
    lines.append("letter on paper, and the link in it: it opens nothing more once its page is gone; ask for it back")
    lines.append(f"rows of {student} in the roster, in the exports and in the evidence: they stay where you keep them")
    lines.append("copies that somebody has saved or printed: nobody can take them back")
    return lines


def _of_page(which: str, id: str, private: Path, site: str) -> Iterator[str]:
    yield from (f"{which}: {path}" for path in _there(private, f"p/{id}"))
    yield f"{which}, as published: {site.rstrip('/')}/p/{id}/ (gone once the private pages are published again)"


def _there(folder: Path, way: str) -> Iterator[Path]:
    """This way in a folder, and in what a run that was cut off left beside it."""
    places = (folder, beside(folder, NEXT), beside(folder, OLD)) if folder.name else (folder,)
    yield from (place / way for place in places if (place / way).exists())


def _of(student: str, folder: Path) -> Iterable[Path]:
    """The files and folders that bear a student's id as their name, as it is or as an address has it."""
    ids = {student, quote(student, safe="")}
    return sorted(it for it in folder.rglob("*") if ids & {it.name, it.stem}) if folder.is_dir() else []
