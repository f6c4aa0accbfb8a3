"""The pages where the code of a letter is typed: one in each language that we or the school speak.

They are the same whoever is on the roster, so that they tell nothing of what families read.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from site_builder.look.words import SOURCE_LANGUAGE, catalogue, is_spoken, spoken_languages
from site_builder.private.open_page import Way, open_page
from site_builder.sources.languages import direction, nearest, own_name

FOLDER = "open/"


def code_pages(languages: Sequence[str], root: Path | None = None) -> dict[str, bytes]:
    """Each page by where it stands among the private ones; `languages` are those of the site, its own first."""
    folders = _folders(languages, root)
    return {f"{FOLDER}{folder}index.html": _page(it, folders, root) for it, folder in folders.items()}


def folder_for(language: str, languages: Sequence[str], root: Path | None = None) -> str:
    """Where a reader of a language types a code, within the folder of these pages; its root where nobody speaks it."""
    folders = _folders(languages, root)
    return folders.get(nearest(language, folders) or "", "")


def _folders(languages: Sequence[str], root: Path | None) -> dict[str, str]:
    """The languages of the site that somebody speaks, then all others; the first one has the root."""
    spoken = [it for it in languages if is_spoken(it, root)]
    own = languages[0] if languages[0] in spoken else SOURCE_LANGUAGE
    known = [own]
    for it in (*spoken, *sorted(spoken_languages(root), key=own_name)):
        if nearest(it, known) is None:
            known.append(it)
    return {own: "", **{it: f"{it}/" for it in known[1:]}}


def _page(language: str, folders: dict[str, str], root: Path | None) -> bytes:
    up = "../" if folders[language] else ""
    ways = [Way(up + folder or "./", it, own_name(it), direction(it), it == language) for it, folder in folders.items()]
    return open_page(catalogue(language, root), language, direction(language), pages=f"{up}../p/", ways=ways)
