"""Associations, sorted by what becomes of them: places in the tree, orders, replacements, links to other frameworks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from site_builder.exchange.case.items import BOOKKEEPING, Items, is_left, key_of
from site_builder.exchange.case.package import Package
from site_builder.exchange.case.texts import line
from site_builder.exchange.format import Aside

_WITHIN = frozenset({"isChildOf", "precedes", "replacedBy", "hasSkillLevel"})
# How close another framework's item is, in the words that a standard's `match` has.
MATCHES: Mapping[str, str] = {
    "exactMatchOf": "exact",
    "isPeerOf": "peer",
    "isPartOf": "part",
    "isRelatedTo": "related",
}
_TAKEN = BOOKKEEPING | {"associationType", "originNodeURI", "destinationNodeURI", "sequenceNumber"}
_NO_PLACE: Mapping[str, str] = {
    "exemplar": "an exemplar is a page of its own, with the work itself and permission to show it",
    "isTranslationOf": "a continuum is written in one language, and has no place for translations yet",
}
_NO_RELATION = "competencies are related by what helps to have first, and by nothing else"
_HIGHEST = 1e15
ELSEWHERE = "it begins or ends at something that is not in these files"


@dataclass(slots=True, eq=False)
class Link:
    """An association whose ends have been looked up."""

    type: str
    origin: str
    destination: str
    file: str
    raw: Mapping[str, Any]

    @property
    def title(self) -> str:
        """What the destination is called."""
        end = self.raw.get("destinationNodeURI")
        return line(end.get("title")) if isinstance(end, dict) else ""

    @property
    def uri(self) -> str:
        """The address of the destination."""
        end = self.raw.get("destinationNodeURI")
        return line(end.get("uri") if isinstance(end, dict) else end)

    @property
    def sequence(self) -> float | None:
        """Its place among its like, also where that was written as a text."""
        value = self.raw.get("sequenceNumber")
        try:
            number = float(value) if isinstance(value, int | float | str) and not isinstance(value, bool) else None
        except (ValueError, OverflowError):
            return None
        return number if number is not None and abs(number) < _HIGHEST else None


@dataclass(slots=True)
class Links:
    """Associations by their type, in the order of the files."""

    by_type: dict[str, list[Link]] = field(default_factory=dict)
    aside: list[Aside] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def of(self, type: str) -> list[Link]:
        """The associations of a type."""
        return self.by_type.get(type, [])

    def keep_details(self, it: Link) -> None:
        """Set aside what an association that has a place says besides."""
        if it.raw.keys() <= _TAKEN:
            return
        left = {name: value for name, value in it.raw.items() if is_left(name, value, _TAKEN)}
        if left:
            why = "a relation has no place for more than its two ends"
            self.aside.append(Aside("further details of associations", _name(it.raw), it.file, 0, left, why))

    def set_aside(self, it: Link, why: str) -> None:
        """Keep an association that has no place."""
        content = {name: value for name, value in it.raw.items() if name not in ("CFDocumentURI", "uri")}
        self.aside.append(Aside(f"associations of the type {it.type}", _name(it.raw), it.file, 0, content, why))


def read_links(packages: list[Package], items: Items) -> Links:
    """The associations of these packages, whose own lists are emptied meanwhile."""
    links = Links()
    for package in packages:
        for place, value in enumerate(package.associations, 1):
            links.counts["associations"] += 1
            if not isinstance(value, dict):
                why = "an association is a group of names and values"
                links.aside.append(
                    Aside("associations that cannot be read", f"number {place}", package.file, 0, value, why)
                )
                continue
            _sort(_link(value, package.file, items), items, links)
        package.associations = []
    return links


def _sort(it: Link, items: Items, links: Links) -> None:
    links.counts[f"associations of the type {it.type}"] += 1
    is_inside = it.destination in items.by_key or (it.type == "isChildOf" and it.destination in items.document_keys)
    has_place = it.type in _WITHIN if is_inside else it.type in MATCHES
    if has_place and it.origin in items.by_key:
        links.by_type.setdefault(it.type, []).append(it)
        links.keep_details(it)
    else:
        links.set_aside(it, _why(it, is_inside=is_inside and it.origin in items.by_key))


def _why(it: Link, *, is_inside: bool) -> str:
    if it.type in _NO_PLACE:
        return _NO_PLACE[it.type]
    if it.type not in _WITHIN and it.type not in MATCHES:
        return "CASE does not say what this type means"
    return _NO_RELATION if is_inside else ELSEWHERE


def _link(value: Mapping[str, Any], file: str, items: Items) -> Link:
    origin = _end(value.get("originNodeURI"), items)
    destination = _end(value.get("destinationNodeURI"), items)
    type = line(value.get("associationType"))[:60] or "unknown"
    return Link(type, origin, destination, file, value)


def _end(value: object, items: Items) -> str:
    """The key of what an association begins or ends at, by its identifier or by the end of its address."""
    identifier, uri = (value.get("identifier"), value.get("uri")) if isinstance(value, dict) else (None, value)
    if isinstance(identifier, str) and identifier in items.by_key:
        return identifier
    key, address = key_of(identifier), line(uri)
    if _is_known(key, items):
        return key
    last = key_of(address.rstrip("/").rpartition("/")[2].rpartition(":")[2])
    return last if _is_known(last, items) else key or address


def _is_known(key: str, items: Items) -> bool:
    return key in items.by_key or key in items.document_keys


def _name(raw: Mapping[str, Any]) -> str:
    ends = (raw.get(f"{end}NodeURI") for end in ("origin", "destination"))
    return " → ".join(
        line(it.get("title"))[:80] or line(it.get("identifier"))[:80] if isinstance(it, dict) else "?" for it in ends
    )
