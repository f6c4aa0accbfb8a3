"""What must never be found in anything public: names, ids, e-mail addresses, keys; and how to look for each."""

from __future__ import annotations

import re
import sys
import unicodedata
from base64 import b64encode
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import product

from site_builder.private.code import code
from site_builder.private.plain import is_unspaced, normal, pairs, sequence, words
from site_builder.private.secret import Secret

WINDOW = 8
# Small words of names, which say nothing of whose name it is.
_SMALL = frozenset(
    "al bin da das de del den der di do dos du el ibn la le mac st ten ter van von y".split()  # noqa: SIM905
)


class Kind(StrEnum):
    """What a needle is, in words for a report."""

    NAME = "the name of somebody on the roster"
    ID = "the id of somebody on the roster"
    EMAIL = "the e-mail address of somebody on the roster"
    KEY = "the key of a private page"
    CODE = "the typed code of a private page"
    ADDRESS = "the address of a private page"


class Manner(StrEnum):
    """How a needle is looked for: as words with anything but letters between, as it is written, or standing alone."""

    WORDS = "words"
    EXACT = "exact"
    ALONE = "alone"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who must not be found: the names and ids by which systems may call them."""

    id: str
    name: str
    given: str = ""
    sort_name: str = ""
    email: str = ""
    other_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Needle:
    """One text to look for; `row` is its words, and `shown` is all of it that a report may say."""

    kind: Kind
    text: str = field(repr=False)
    manner: Manner = Manner.WORDS
    is_cased: bool = False

    @property
    def row(self) -> bytes:
        """Its words in a row."""
        return sequence(words(normal(self.text)))[1:-1]

    @property
    def shown(self) -> str:
        """Its first letters, enough to recognise it with the roster at hand; nothing of a key."""
        if self.kind in (Kind.KEY, Kind.CODE, Kind.ADDRESS) or is_unspaced(self.text):
            return ""
        return " ".join(f"{word[0]}…" for word in self.text.split())


@dataclass(frozen=True, slots=True)
class Needles:
    """All needles by their first two words, two letters or eight bytes of them; built once, used for every file.

    A needle of a single word stands under that word and no second one.
    """

    by_word: Mapping[bytes, Mapping[bytes, tuple[tuple[tuple[bytes, ...], Needle], ...]]]
    by_pair: Mapping[bytes, tuple[tuple[bytes, Needle], ...]]
    by_window: Mapping[int, tuple[tuple[bytes, Needle], ...]]
    windows: frozenset[int]
    is_ascii: bool
    count: int
    notes: tuple[str, ...] = ()


def needles(people: Iterable[Person], secrets: Iterable[Secret] = (), *, with_addresses: bool = True) -> Needles:
    """What must not be found of these people and keys; the addresses of private pages stand in the private site."""
    people = list(people)
    given = {word for person in people for word in words(normal(person.given))}
    skipped: Counter[str] = Counter()
    found = {it: None for person in people for it in _of_person(person, given, skipped)}
    raw: dict[bytes, Needle] = {}
    for secret in secrets:
        found |= dict.fromkeys(_of_secret(secret, with_addresses))
        raw |= {form: Needle(Kind.KEY, "", Manner.EXACT) for form in _written(secret)}
    return _indexed(found, raw, tuple(_notes(skipped)))


def _of_person(person: Person, given: set[bytes], skipped: Counter[str]) -> Iterator[Needle]:
    for name in names(person):
        yield from _of_name(name, given, skipped)
    for id in dict.fromkeys((person.id, *person.other_ids)):
        kind = Kind.EMAIL if "@" in id else Kind.ID
        yield from _of_word(kind, normal(id).strip(), given, skipped)
    if person.email:
        yield Needle(Kind.EMAIL, normal(person.email).strip(), Manner.EXACT)


def names(person: Person) -> list[str]:
    """The ways in which somebody may be called in full: either name first, with and without what is in the middle."""
    family, comma, first = person.sort_name.partition(",")
    if not comma:
        *_, family = person.name.split() or [""]
        first = person.given or person.name.partition(" ")[0]
    telling = [word for word in family.split() if word.casefold() not in _SMALL and len(word) > 2]
    families = dict.fromkeys([family, *telling[:1], *telling[-1:]])
    calls = dict.fromkeys([person.given, first, first.strip().partition(" ")[0]])
    ways = [person.name, person.sort_name.replace(",", " ")]
    for one, other in product(calls, families):
        if one.strip() and other.strip() and one.strip().casefold() != other.strip().casefold():
            ways += [f"{one} {other}", f"{other} {one}"]
    ways += [plainer for way in ways if (plainer := _without_accents(way)) != way]
    return list(dict.fromkeys(" ".join(normal(way).split()) for way in ways if way.strip()))


def _without_accents(text: str) -> str:
    apart = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", re.sub("[\u0300-\u036f]", "", apart))


def _of_name(name: str, given: set[bytes], skipped: Counter[str]) -> Iterator[Needle]:
    parts = words(name)
    if len(parts) == 1 and not is_unspaced(name):
        yield from _of_word(Kind.NAME, name, given, skipped)
        return
    if not parts:
        return
    letters = sum(map(len, parts))
    yield Needle(Kind.NAME, name, Manner.WORDS, is_cased=letters < 6)
    if letters >= WINDOW and len(parts) > 1:
        yield Needle(Kind.NAME, "".join(re.split(r"[\W_]+", name)), Manner.WORDS)


def _of_word(kind: Kind, text: str, given: set[bytes], skipped: Counter[str]) -> Iterator[Needle]:
    """A single word, as far as it is one that no other text would have by chance."""
    parts = words(text)
    size = len(re.sub(r"[\W_]", "", text))
    least = 5 if text.isdecimal() else 4 if text.isalpha() and text.isascii() else 3
    if size < least:
        what = "numbers" if text.isdecimal() else "ids or names"
        skipped[f"not searched, since other texts hold them by chance: {{}} {what} of fewer than {least} signs"] += (
            size > 0
        )
        return
    is_usual = len(parts) == 1 and (size == least or (text.isalpha() and size < 6) or parts[0] in given)
    if is_usual or (size < 5 and text.isascii()):
        skipped["searched only where they stand alone, between quotes or tags: {} short ids or names"] += 1
        yield Needle(kind, text, Manner.ALONE)
    else:
        yield Needle(kind, text, Manner.EXACT)


def _of_secret(secret: Secret, with_addresses: bool) -> Iterator[Needle]:
    typed = code(secret)
    yield Needle(Kind.CODE, typed)
    yield Needle(Kind.CODE, typed.replace(" ", ""))
    if with_addresses:
        yield Needle(Kind.ADDRESS, secret.page_id)


def _written(secret: Secret) -> Iterator[bytes]:
    """A key in every form in which a program may write it."""
    value = secret.value
    yield value
    yield value.hex().encode("ascii")
    yield value.hex().upper().encode("ascii")
    yield secret.link.encode("ascii")
    yield b64encode(value).rstrip(b"=")


def _indexed(found: Iterable[Needle], raw: Mapping[bytes, Needle], notes: tuple[str, ...]) -> Needles:
    spaced, unspaced = _parted(found)
    windows: defaultdict[int, list[tuple[bytes, Needle]]] = defaultdict(list)
    for form, needle in raw.items():
        for at in range(WINDOW):
            windows[int.from_bytes(form[at : at + WINDOW], sys.byteorder)].append((form, needle))
    by_window = {number: tuple(held) for number, held in windows.items()}
    is_ascii = not unspaced and all(needle.row.isascii() for needle in spaced)
    count = len(spaced) + len(unspaced) + len(raw)
    return Needles(_by_word(spaced), _by_pair(unspaced), by_window, frozenset(by_window), is_ascii, count, notes)


def _parted(found: Iterable[Needle]) -> tuple[list[Needle], list[Needle]]:
    """Needles of scripts that put spaces between words, and of those that do not; each row of words once."""
    rows: dict[tuple[bytes, Manner], Needle] = {}
    for needle in found:
        if needle.row:
            rows.setdefault((needle.row, needle.manner), needle)
    spaced = [needle for needle in rows.values() if not is_unspaced(needle.text)]
    return spaced, [needle for needle in rows.values() if is_unspaced(needle.text)]


def _by_word(found: Iterable[Needle]) -> Mapping[bytes, Mapping[bytes, tuple[tuple[tuple[bytes, ...], Needle], ...]]]:
    tree: dict[bytes, dict[bytes, tuple[tuple[tuple[bytes, ...], Needle], ...]]] = {}
    for needle in found:
        first, *rest = needle.row.split()
        under = tree.setdefault(first, {})
        second = rest[0] if rest else b""
        under[second] = (*under.get(second, ()), (tuple(rest), needle))
    return tree


def _by_pair(found: Iterable[Needle]) -> Mapping[bytes, tuple[tuple[bytes, Needle], ...]]:
    held: defaultdict[bytes, list[tuple[bytes, Needle]]] = defaultdict(list)
    for needle in found:
        held[next(pairs(needle.text.casefold()))].append((needle.row.replace(b" ", b""), needle))
    return {pair: tuple(those) for pair, those in held.items()}


def _notes(skipped: Counter[str]) -> Iterator[str]:
    yield from (what.format(count) for what, count in sorted(skipped.items()) if count)
