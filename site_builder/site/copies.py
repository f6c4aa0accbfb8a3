"""Copies for reading offline: which files a family gets that keeps the site in one language."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple
from urllib.parse import quote

from site_builder import addresses
from site_builder.model import PublishedMedium
from site_builder.outline import Outline
from site_builder.site.finished import Finished
from site_builder.site.plan import Plan
from site_builder.site.search import FOLDER as SEARCH
from site_builder.site.search import asked_for
from site_builder.site.tree import Tongue, tongues

ASSETS = "assets/"
# One of the sizes of a picture stands for all of them: the largest that is no wider than this.
_WIDE = 1000
# An address that is the same in any writing.
_PLAIN = re.compile(r"[a-z0-9/.-]*")
# Wrong addresses have no page offline; booklets repeat what stands on other pages, and so do those on which teachers
# place a piece of work.
_LEFT_OUT = frozenset({"not_found", "booklet", "calibrate"})


class Sizes(NamedTuple):
    """How much a copy holds: pages, pictures, and the bytes of either, where those of pages have styles and search."""

    pages: int = 0
    page_bytes: int = 0
    pictures: int = 0
    picture_bytes: int = 0


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy in one language: files that it always has, and pictures that a family may leave out.

    `same` has the other sizes of pictures, each with the one that is kept.
    """

    tongue: Tongue
    pages: tuple[str, ...]
    others: tuple[str, ...]
    pictures: tuple[str, ...]
    same: Mapping[str, str]

    def sizes(self, known: Finished) -> Sizes:
        """How much it is; the page that says so is not counted, as it would have to know its own size."""
        pages = [it for it in self.pages if it != own_page(self.tongue)]
        page_bytes = sum(known.of(it).size for it in (*pages, *self.others))
        return Sizes(len(pages), page_bytes, len(self.pictures), sum(known.of(it).size for it in self.pictures))

    def listed(self, known: Finished) -> bytes:
        """The list by which a browser fetches the copy, and compares what it got."""
        files = [_row(it, known) for it in sorted((*self.pages, *self.others))]
        pictures = [_row(it, known) for it in sorted(self.pictures)]
        same = {_address(one): _address(other) for one, other in sorted(self.same.items())}
        folder = _address(self.tongue.folder)
        return packed({
            "language": self.tongue.code, "folder": folder, "files": files, "pictures": pictures, "same": same
        })  # fmt: skip


def copies(outline: Outline, plans: Sequence[Plan], files: Iterable[str], index: Mapping[str, Any]) -> list[Copy]:
    """A copy for each language; `files` are those of the whole site, and `index` is what the search says of itself."""
    pictures, same = _pictures(outline)
    names = sorted(files)
    return [
        Copy(
            tongue,
            tuple(it.file for it in plans if it.language == tongue.code and it.kind not in _LEFT_OUT),
            (*(it for it in names if it.startswith(ASSETS)), *asked_for(names, tongue.code, index)),
            tuple(pictures),
            same,
        )
        for tongue in tongues(outline)
    ]


def site(outline: Outline, plans: Sequence[Plan], downloads: Iterable[str]) -> dict[str, Any]:
    """Every address of the site that its worker may answer for; all others are not its business."""
    pictures, same = _pictures(outline)
    recordings = (
        folder + it.name for folder, medium in _media(outline) if not medium.is_picture for it in medium.versions
    )
    own = tongues(outline)[0]
    return {
        "languages": [{"language": it.code, "folder": _address(it.folder)} for it in tongues(outline)],
        "pages": sorted(_address(it.file) for it in plans if it.language == own.code and it.kind != "not_found"),
        "folders": [ASSETS, f"{SEARCH}/"],
        "files": sorted(_address(it) for it in (*pictures, *same)),
        "aside": sorted(_address(it) for it in (*recordings, *downloads)),
    }


def packed(value: object) -> bytes:
    """A value as JSON, the same bytes each time."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def own_page(tongue: Tongue) -> str:
    """The file of the page on which a copy in this language is kept."""
    return f"{tongue.folder}{addresses.OFFLINE}index.html"


def list_file(tongue: Tongue) -> str:
    """offline/es.json"""
    return f"{addresses.OFFLINE}{tongue.code}.json"


def _pictures(outline: Outline) -> tuple[list[str], dict[str, str]]:
    """The picture that is kept of each, and which others it stands for."""
    kept: list[str] = []
    same: dict[str, str] = {}
    for folder, medium in _media(outline):
        if not medium.is_picture:
            continue
        # The last version is for old browsers, which cannot keep a copy either.
        modern = medium.versions[:-1] or medium.versions
        one = next((it for it in reversed(modern) if it.width <= _WIDE), modern[0])
        kept.append(folder + one.name)
        same.update((folder + it.name, kept[-1]) for it in medium.versions if it != one)
    return kept, same


def _media(outline: Outline) -> Iterator[tuple[str, PublishedMedium]]:
    for card in outline.exemplars.values():
        yield from ((addresses.exemplar(card), medium) for medium in card.media)
    for page in outline.pages:
        yield from ((addresses.page(page), medium) for medium in page.media)


def _row(file: str, known: Finished) -> list[str | int]:
    return [_address(file), *known.of(file)]


def _address(file: str) -> str:
    """A file as browsers ask for it: a page by its folder, and other letters than those of ASCII with their bytes."""
    folder, _, name = file.rpartition("/")
    place = (f"{folder}/" if folder else "") if name == "index.html" else file
    return place if _PLAIN.fullmatch(place) else quote(place)
