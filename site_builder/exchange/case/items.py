"""The documents and items of packages, each taken apart: what has a place in a continuum, and the rest."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from datetime import date
from typing import Any, cast

from site_builder.exchange.case.extension import Noun, taken_from
from site_builder.exchange.case.package import Package
from site_builder.exchange.case.texts import all_said, has_control, has_html, line, said, without_html
from site_builder.exchange.format import Aside, Remark
from site_builder.exchange.names import as_id
from site_builder.identifiers import as_uuid

_DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:T.*)?")
_ROLES = frozenset({"area", "competency", "skill"})
# Where a thing is found in the system that it comes from, and when it was changed there: its own bookkeeping.
BOOKKEEPING = frozenset(
    {"identifier", "uri", "lastChangeDateTime", "CFDocumentURI", "CFPackageURI", "CFItemAssociationURI"}
)
_OF_ITEM = frozenset({"fullStatement", "abbreviatedStatement", "humanCodingScheme", "listEnumeration"})
_OF_DOCUMENT = frozenset({"title", "description", "version", "caseVersion"})
_TEXTS = _OF_ITEM | _OF_DOCUMENT | {"quality", "language"}


@dataclass(slots=True, eq=False)
class Item:
    """An item; `key` tells it from all others, `enumeration` orders it among its like, `rest` has no place."""

    key: str
    identifier: str
    package: int
    title: str
    statement: str
    code: str
    enumeration: str
    kind: str
    ended: date | None
    language: str
    extension: Mapping[str, Any] | None = None
    noun: str = ""
    own_skill: Mapping[str, Any] | None = None
    raw_extension: object = None
    rest: Mapping[str, Any] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What a person may know it by."""
        return self.code or self.title or self.statement[:80] or self.key


@dataclass(slots=True)
class Document:
    """What a package says of the whole."""

    file: str
    identifier: str
    title: str
    description: str
    version: str
    language: str
    extension: Mapping[str, Any] | None = None
    rest: Mapping[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Items:
    """All documents and items of some packages, and what was odd about them."""

    documents: list[Document] = field(default_factory=list)
    document_keys: dict[str, int] = field(default_factory=dict)
    by_key: dict[str, Item] = field(default_factory=dict)
    aside: list[Aside] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    with_html: int = 0
    with_control: int = 0

    def file(self, it: Item) -> str:
        """The file that an item is from."""
        return self.documents[it.package].file

    def markdown(self, value: object, *, is_own: bool) -> str:
        """A text as Markdown; what this builder has written itself is Markdown already."""
        text = said(value)
        self.with_control += has_control(value)
        if is_own or not has_html(text):
            return text
        self.with_html += 1
        return without_html(text)


def uuid_of(value: object) -> str:
    """A UUID in small letters; empty where the value is none."""
    return as_uuid(said(value))


def key_of(value: object) -> str:
    """What a thing is told by in links: its UUID however it is written, else its identifier letter by letter."""
    return uuid_of(value) or said(value)


def read_items(packages: list[Package]) -> Items:
    """The documents and items of these packages, whose own lists are emptied meanwhile."""
    found = Items()
    for number, package in enumerate(packages):
        found.documents.append(_document(package, found))
        key = key_of(package.document.get("identifier"))
        if key:
            found.document_keys.setdefault(key, number)
        package.document = {}
        _take_items(package, number, found)
        package.items = []
    return found


def _document(package: Package, found: Items) -> Document:
    said_of_it = package.document
    extension, rest = _extension("settings", said_of_it)
    language = line(said_of_it.get("language"))
    known = _OF_DOCUMENT | BOOKKEEPING | {"extensions"} | ({"language"} if as_id(language) == language else set())
    rest |= {name: it for name, it in said_of_it.items() if is_left(name, it, known)}
    title = line(said_of_it.get("title"))
    if not title:
        title = package.file.rpartition(".")[0] or package.file
        found.remarks.append(Remark(title, "is the name of the file, as the package has no title"))
    return Document(
        file=package.file,
        identifier=uuid_of(said_of_it.get("identifier")),
        title=title,
        description=found.markdown(said_of_it.get("description"), is_own=extension is not None),
        version=line(said_of_it.get("version")),
        language=language if as_id(language) == language else "",
        extension=extension,
        rest=rest,
    )


def _take_items(package: Package, number: int, found: Items) -> None:
    for place, value in enumerate(package.items, 1):
        found.counts["items"] += 1
        name = f"number {place}"
        if not isinstance(value, dict):
            why = "an item is a group of names and values"
            found.counts["items set aside"] += 1
            found.aside.append(Aside("items that cannot be read", name, package.file, 0, value, why))
            continue
        it = _item(value, number, place, found)
        if it.key in found.by_key:
            why = "another item has the same identifier, and came first"
            found.counts["items set aside"] += 1
            found.aside.append(Aside("items that are there twice", it.name, package.file, 0, value, why))
            continue
        found.by_key[it.key] = it


def _item(value: Mapping[str, Any], package: int, place: int, found: Items) -> Item:
    noun, extension, own_skill, rest = _own(value)
    kind = line(value.get("CFItemType")) or _title_of_link(value.get("CFItemTypeURI"))
    day = _day(value.get("statusEndDate"))
    known = _OF_ITEM | BOOKKEEPING | {"language", "extensions"} | ({"statusEndDate"} if day else set())
    known |= {"CFItemType", "CFItemTypeURI"} if noun else {"CFItemTypeURI"} if value.get("CFItemType") else set()
    rest |= {name: it for name, it in value.items() if is_left(name, it, known)}
    is_own = bool(noun)
    return Item(
        key=key_of(value.get("identifier")) or f"item {package + 1}.{place}",
        identifier=uuid_of(value.get("identifier")),
        package=package,
        title=line(found.markdown(value.get("abbreviatedStatement"), is_own=is_own)),
        statement=found.markdown(value.get("fullStatement"), is_own=is_own),
        code=line(value.get("humanCodingScheme")),
        enumeration=line(value.get("listEnumeration")),
        kind=kind,
        ended=day,
        language=line(value.get("language")),
        extension=extension,
        noun=noun or (kind.lower() if kind.lower() in _ROLES else ""),
        own_skill=own_skill,
        raw_extension=value.get("extensions") if extension else None,
        rest=rest,
    )


def _own(value: Mapping[str, Any]) -> tuple[str, dict[str, Any] | None, dict[str, Any] | None, dict[str, Any]]:
    """What this builder wrote of an item: its noun, its attributes, those of its only skill, and what is left."""
    there = value.get("extensions")
    said_of_it = there.get("continuum") if isinstance(there, dict) else None
    noun = said_of_it.get("noun") if isinstance(said_of_it, dict) else None
    if not isinstance(noun, str) or noun not in _ROLES:
        return "", None, None, {}
    extension, rest = _extension(cast(Noun, noun), value)
    if extension is None:
        return "", None, None, rest
    assert isinstance(said_of_it, dict)
    own = taken_from("skill", all_said(said_of_it["skill"])) if isinstance(said_of_it.get("skill"), dict) else None
    return noun, extension, own, rest


def _extension(noun: Noun, value: Mapping[str, Any]) -> tuple[dict[str, Any] | None, dict[str, Any]]:
    """The attributes in an extension of this builder; extensions of others, or one that does not fit, are left."""
    there = value.get("extensions")
    if not isinstance(there, dict) or not isinstance(there.get("continuum"), dict):
        return None, {"extensions": there} if there else {}
    taken = taken_from(noun, all_said(there["continuum"]))
    left = {name: it for name, it in there.items() if name != "continuum" or taken is None}
    return taken, {"extensions": left} if left else {}


def is_left(name: str, value: object, known: Set[str]) -> bool:
    """Whether nothing has come of a value; one that is known is left too where it should be a text and is none."""
    if value is None or value in ("", [], {}):
        return False
    is_text = isinstance(value, str | int | float) and not isinstance(value, bool)
    return name not in known or (name in _TEXTS and not is_text)


def _title_of_link(value: object) -> str:
    return line(value.get("title")) if isinstance(value, dict) else ""


def _day(value: object) -> date | None:
    found = _DAY.fullmatch(said(value))
    try:
        return date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None


def languages_of(found: Items) -> Iterator[str]:
    """The languages that documents name, then that of most items."""
    yield from (it.language for it in found.documents if it.language)
    said_by_items = Counter(it.language for it in found.by_key.values() if it.language)
    yield from (language for language, _ in said_by_items.most_common(1))
