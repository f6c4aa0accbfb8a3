"""The leak search: what must never be found, looked for in every byte of a folder."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from site_builder.private.allowed import Allowed
from site_builder.private.haystack import LARGEST, Part, Unread, parts
from site_builder.private.legible import Legible, legible
from site_builder.private.needles import WINDOW, Kind, Needle, Needles
from site_builder.private.places import Place, places
from site_builder.private.plain import pairs, plain, readings, without_markup, words

_OVERLAP = 4096
_LEAST_IN_NOISE = 6
# A name may carry an ending, as “Haddads” does; a short one with an ending is another name.
_ENDING, _LEAST_WITH_ENDING = 2, 4
_NOTHING = Allowed()
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, order=True)
class Leak:
    """A place where something was found that must not be there; never the thing itself, also not in the file's name."""

    file: str
    line: int
    where: str
    kind: Kind
    shown: str


@dataclass(frozen=True, slots=True)
class Unsearched:
    """Something that could not be searched, and why."""

    file: str
    where: str
    why: str


@dataclass(slots=True)
class Findings:
    """What a search has found, and how much it has looked at; `allowed` counts what the list of allowed texts has."""

    leaks: list[Leak] = field(default_factory=list)
    unsearched: list[Unsearched] = field(default_factory=list)
    allowed: int = 0
    files: int = 0
    bytes: int = 0


def leaks(folders: Iterable[Path], needles: Needles, allowed: Allowed = _NOTHING) -> Findings:
    """Everything found in these folders: in file names, in files, and in what is packed in them."""
    findings = Findings()
    for folder in folders:
        for path in files(folder):
            _search(folder, path, needles, allowed, findings)
    findings.leaks = sorted(set(findings.leaks))
    return findings


def files(folder: Path) -> Iterator[Path]:
    """Every file of a folder, also behind links, since whoever publishes the folder may follow them."""
    seen: set[str] = set()
    for top, folders, names in os.walk(folder, followlinks=True):
        real = os.path.realpath(top)
        if real in seen:
            folders.clear()
            continue
        seen.add(real)
        folders.sort()
        yield from (Path(top, name) for name in sorted(names))


def _search(folder: Path, path: Path, needles: Needles, allowed: Allowed, findings: Findings) -> None:
    relative = path.relative_to(folder).as_posix()
    name, in_name = _named(relative, needles, allowed)
    file = (folder / name).as_posix()
    findings.files += 1
    _note(in_name, file, "in the name of the file or of a folder", findings)
    try:
        for part in _pieces(path, findings):
            if isinstance(part, Unread):
                findings.unsearched.append(Unsearched(file, part.where, part.why))
            else:
                _note(find(part.data, needles, allowed), file, part.where, findings)
    except OSError as error:
        findings.unsearched.append(Unsearched(file, "", f"it cannot be read ({error.strerror})"))


def _named(relative: str, needles: Needles, allowed: Allowed) -> tuple[str, list[Place]]:
    """The name of a file as a report may show it, and what was found in it."""
    said, found = [], list(_in_name(relative, needles, allowed))
    for part in relative.split("/"):
        is_telling = any(not it.is_allowed for it in _in_name(part, needles, allowed))
        said.append(f"{part[:1]}…{Path(part).suffix}" if is_telling else part)
    if any(not it.is_allowed for it in found) and "/".join(said) == relative:
        said = [f"{part[:1]}…" for part in said]
    return "/".join(said), found


def _in_name(name: str, needles: Needles, allowed: Allowed) -> Iterator[Place]:
    stems = [part.partition(".")[0] for part in name.split("/")]
    yield from find(f"{name}\n/{'/'.join(stems)}/".encode("utf-8", "replace"), needles, allowed)


def _pieces(path: Path, findings: Findings) -> Iterator[Part | Unread]:
    """What a file holds; one too large for the memory in pieces that overlap, so that nothing falls between."""
    with path.open("rb") as source:
        data = source.read(LARGEST)
        findings.bytes += len(data)
        yield from parts(data)
        while more := source.read(LARGEST):
            findings.bytes += len(more)
            data = data[-_OVERLAP:] + more
            yield Part("", data.lstrip(bytes(range(0x80, 0xC0))))
            yield Part("", data)


def _note(found: Iterable[Place], file: str, where: str, findings: Findings) -> None:
    for it in found:
        if it.is_allowed:
            findings.allowed += 1
        else:
            findings.leaks.append(Leak(file, it.line, where, it.needle.kind, it.needle.shown))


def find(data: bytes, needles: Needles, allowed: Allowed = _NOTHING) -> Iterator[Place]:
    """Every place in these bytes where a needle stands, in whichever encoding."""
    yield from _keys(data, needles)
    for it in legible(data, ascii_alone=needles.is_ascii):
        if not it.is_noise and it.text and data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            yield from _keys(it.text.encode("utf-8", "replace"), needles)
        yield from _in_text(it, needles, allowed)


def _keys(data: bytes, needles: Needles) -> Iterator[Place]:
    """Keys, byte for byte: a key of 16 bytes has one that is whole among the data's groups of eight."""
    groups = memoryview(data)[: len(data) // WINDOW * WINDOW].cast("Q")
    if needles.windows.isdisjoint(groups):
        return
    for number in needles.windows.intersection(groups):
        for form, needle in needles.by_window[number]:
            at = data.find(form)
            if at >= 0:
                yield Place(needle, data.count(b"\n", 0, at) + 1)


def _in_text(text: Legible, needles: Needles, allowed: Allowed) -> Iterator[Place]:
    seen: set[Needle] = set()
    for reading in readings(plain(text.text)):
        for needle, said in _standing(reading, needles, text.is_noise):
            if needle in seen or (text.is_noise and _is_chance(needle.row)):
                continue
            found = list(places(said, needle, allowed))
            if found:
                seen.add(needle)
                yield from found


def _is_chance(row: bytes) -> bool:
    """Whether so few letters may stand amid noise without anybody's doing."""
    return len(row) < (_LEAST_IN_NOISE if row.isascii() else _LEAST_IN_NOISE + 3)


def _standing(reading: str, needles: Needles, is_noise: bool) -> Iterator[tuple[Needle, str]]:
    """The needles whose words stand in a row, and in which text: this one, without its markup, or without lengths."""
    order = words(reading)
    at = _beginnings(order, needles)
    yield from ((needle, reading) for needle in _in_a_row(order, at, needles))
    if is_noise:
        yield from _after_lengths(reading, order, needles)
    elif at and _may_stand_apart(order, {order[number] for number in at}, needles):
        bare = without_markup(reading)
        bare_order = words(bare)
        at = _beginnings(bare_order, needles)
        yield from ((needle, bare) for needle in _in_a_row(bare_order, at, needles))
    if needles.by_pair:
        yield from ((needle, reading) for needle in _unspaced(reading, order, needles))


def _after_lengths(reading: str, order: Sequence[bytes], needles: Needles) -> Iterator[tuple[Needle, str]]:
    """Needles before which a program has written a length, which reads as a letter; as search indexes do."""
    at = [number for number, word in enumerate(order) if word[1:] in needles.by_word]
    cut = [word[1:] if word[1:] in needles.by_word else word for word in order] if at else []
    found = list(_in_a_row(cut, at, needles))
    if found:
        said = _WORD.sub(lambda it: _without_length(it[0], needles), reading)
        yield from ((needle, said) for needle in found)


def _without_length(word: str, needles: Needles) -> str:
    return word[1:] if not needles.by_word.keys().isdisjoint(words(word[1:])) else word


def _beginnings(order: Iterable[bytes], needles: Needles) -> list[int]:
    return [number for number, word in enumerate(order) if word in needles.by_word]


def _in_a_row(order: Sequence[bytes], at: Iterable[int], needles: Needles) -> Iterator[Needle]:
    for number in at:
        under = needles.by_word[order[number]]
        yield from (needle for _, needle in under.get(b"", ()))
        following = order[number + 1] if number + 1 < len(order) else b""
        for second in _without_ending(following):
            yield from (needle for rest, needle in under.get(second, ()) if _follows(rest, order, number + 1, needle))


def _without_ending(word: bytes) -> list[bytes]:
    """The word, and what it may be an ending of: “Haddads” of “Haddad”."""
    return [word[: len(word) - cut] for cut in range(_ENDING + 1) if cut == 0 or len(word) - cut >= _LEAST_WITH_ENDING]


def _follows(rest: tuple[bytes, ...], order: Sequence[bytes], at: int, needle: Needle) -> bool:
    there = tuple(order[at : at + len(rest)])
    if there == rest or len(there) < len(rest):
        return there == rest
    return needle.kind is Kind.NAME and there[:-1] == rest[:-1] and rest[-1] in _without_ending(there[-1])


def _may_stand_apart(order: Sequence[bytes], firsts: Iterable[bytes], needles: Needles) -> bool:
    held = set(order)
    return any(not held.isdisjoint(needles.by_word[first]) for first in firsts)


def _unspaced(reading: str, order: Iterable[bytes], needles: Needles) -> Iterator[Needle]:
    together = b"".join(order)
    for pair in needles.by_pair.keys() & set(pairs(reading.casefold())):
        yield from (needle for wanted, needle in needles.by_pair[pair] if wanted in together)
