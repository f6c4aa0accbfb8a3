"""Entries of evidence as HTML: most are a single look at a single skill, and differ in their words alone."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeAlias

from markupsafe import Markup

from site_builder.look.templates import escaped
from site_builder.progress.desk import Desk
from site_builder.progress.entry import Entry, Shown, Version
from site_builder.progress.mould import Mould, mould, place

# Addresses of tasks come again for every student who was given them.
_again = lru_cache(maxsize=10_000)(escaped)
Kind: TypeAlias = tuple[bool, bool, bool, bool, int, int]


@dataclass(slots=True)
class Listing:
    """Draws entries, with a mould for each kind of simple entry that it has met."""

    desk: Desk
    moulds: dict[Kind, Mould] = field(default_factory=dict)

    def drawn(self, it: Entry) -> str:
        """One entry as safe HTML."""
        if len(it.versions) > 1 or it.is_read_twice or len(it.versions[0].shown) > 1:
            return self._rendered(it)
        version = it.versions[0]
        kind = _kind(it)
        if kind not in self.moulds:
            self.moulds[kind] = mould(self._rendered(_like(it)))
        return self.moulds[kind].filled(_texts(it, version))

    def _rendered(self, it: Entry) -> str:
        return self.desk.render("entry", it=it)


def _kind(it: Entry) -> Kind:
    """What of a simple entry decides on its template's ways."""
    [version] = it.versions
    return (
        bool(version.link),
        bool(it.kind),
        version.is_formative,
        bool(version.by),
        len(version.comments),
        len(version.reflections),
    )


def _like(it: Entry) -> Entry:
    """An entry of the same kind with places instead of words."""
    [version] = it.versions
    return Entry(
        place("task"),
        place("kind") if it.kind else Markup(""),
        [
            Version(
                place("day"),
                [Shown(place("label"), place("skills"))],
                place("by") if version.by else Markup(""),
                [place(f"comment {number}") for number in range(len(version.comments))],
                [place(f"reflection {number}") for number in range(len(version.reflections))],
                place("link") if version.link else "",
                version.is_formative,
            )
        ],
        it.is_formative,
        is_read_twice=False,
    )


def _texts(it: Entry, version: Version) -> dict[str, str]:
    [(label, skills)] = version.shown
    texts = {
        "task": it.task,
        "kind": it.kind,
        "day": _again(version.day),
        "label": label,
        "skills": skills,
        "by": version.by,
        "link": _again(version.link),
    }
    for number, words in enumerate(version.comments):
        texts[f"comment {number}"] = escaped(words)
    for number, words in enumerate(version.reflections):
        texts[f"reflection {number}"] = escaped(words)
    return texts
