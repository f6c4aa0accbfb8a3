"""Ids and file names for what comes in: those it has, made fit; never one that something else has already."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from site_builder.exchange.framework import Framework
from site_builder.identifiers import area_identifier, competency_identifier, skill_identifier
from site_builder.sources.slugs import unfit

_LONGEST_ID = 64
_LONGEST_SLUG = 60
# Folders of the site, and of a school's own folder, that an area must not be called.
_KEPT = frozenset(
    {"api", "assets", "exemplars", "find", "ims", "levels", "map", "pagefind", "pages", "pathways", "standards"}
)
# The name of an area's own file within its folder.
_KEPT_IN_AREA = frozenset({"area"})
_NO_ID = re.compile(r"[^A-Za-z0-9._-]+")
_NO_SLUG = re.compile(r"[^a-z0-9]+")


class Names:
    """Gives out ids and slugs, each once; what a school has already keeps its own."""

    def __init__(self, existing: Framework | None = None) -> None:
        self._ids: set[str] = set()
        self._slugs: set[tuple[str, str]] = set()
        # Up to which number a name is given out, so that the next of many alike is found at once.
        self._id_numbers: dict[str, int] = {}
        self._slug_numbers: dict[tuple[str, str], int] = {}
        self._by_identifier = _by_identifier(existing) if existing else {}

    def reserve(self, ids: Iterable[str]) -> None:
        """Give these ids to nobody: they belong to other things."""
        self._ids |= {it.casefold() for it in ids}

    def id(self, wanted: str, otherwise: str, identifier: str = "") -> str:
        """The id that a school has for this UUID; else what the file calls it, or something made of `otherwise`."""
        known = self._by_identifier.get(identifier, "") if identifier else ""
        base = known or as_id(wanted) or as_id(otherwise) or "item"
        return self._once(base)

    def slug(self, title: str, area: str = "") -> str:
        """A file name made of a title, for a competency in an area or for an area itself."""
        base = as_slug(title) or "item"
        if unfit(base) or base in (_KEPT_IN_AREA if area else _KEPT):
            base = f"the-{base}"
        found, number = base, self._slug_numbers.get((area, base), 1)
        while (area, found) in self._slugs:
            number += 1
            found = f"{base}-{number}"
        self._slugs.add((area, found))
        self._slug_numbers[area, base] = number
        return found

    def _once(self, base: str) -> str:
        key = _folded(base)
        found, number = base, self._id_numbers.get(key, 1)
        while found.casefold() in self._ids:
            number += 1
            ending = f"-{number}"
            found = base[: _LONGEST_ID - len(ending)] + ending
        self._ids.add(_folded(found))
        if number > 1:
            self._id_numbers[key] = number
        return found


def as_id(text: str) -> str:
    """A text as an id of a source: letters, digits, dots and dashes; empty where it has none."""
    return _NO_ID.sub("-", _plain(text)).strip("._-")[:_LONGEST_ID].strip("._-")


def as_slug(text: str) -> str:
    """A text as the name of a file: small letters, digits and dashes; empty where it has none."""
    return _NO_SLUG.sub("-", _plain(text).lower()).strip("-")[:_LONGEST_SLUG].strip("-")


def _folded(id: str) -> str:
    """The id without regard to case; the very same text where that changes nothing, so that it is held once."""
    folded = id.casefold()
    return id if folded == id else folded


def _plain(text: str) -> str:
    """The text in letters without accents, where they have such; other scripts have none, and are left out."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()


def _by_identifier(existing: Framework) -> dict[str, str]:
    """The ids of a school by the UUIDs that other systems know, those that are made from the ids among them."""
    whole = existing.identifier
    found = {area_identifier(whole, it): it.id for it in existing.areas}
    found |= {skill_identifier(whole, skill): skill.id for _, skill in existing.skills.values()}
    return found | {competency_identifier(whole, it): it.id for it in existing.competencies}
