"""What each competency gave to the files of the whole, kept between builds, so that only what is new is made again.

One file holds all fragments, one after the other; a list says where each of them is, and by which key. Both may be
deleted at any time. The file is believed to be what the list says while its size and its time fit.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from site_builder.sources.digest import digest_of_bytes

# Beyond this, and beyond half of the file, what nobody wants any more is taken out.
_WASTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Kept:
    """What is known of a competency under a key: the names of its own files, and where its fragment is."""

    files: tuple[str, ...]
    at: int
    length: int


class Fragments:
    """The fragments of one publication, by their keys."""

    def __init__(self, folder: Path, name: str) -> None:
        self._pack = folder / name
        self._list = folder / f"{name}.json"
        folder.mkdir(parents=True, exist_ok=True)
        self.kept = self._load()
        if not self.kept:
            self._pack.write_bytes(b"")

    def add(self, made: Iterable[tuple[str, tuple[str, ...], bytes]]) -> None:
        """Keep fragments that were made, each with its key and the names of the files that go with it."""
        with self._pack.open("ab") as sink:
            at = sink.seek(0, os.SEEK_END)
            for key, files, fragment in made:
                sink.write(fragment)
                self.kept[key] = Kept(files, at, len(fragment))
                at += len(fragment)

    def in_order(self, keys: Sequence[str]) -> Iterable[bytes]:
        """The fragments under these keys, as often as somebody goes through them."""
        return _InOrder(self._pack, [self.kept[key] for key in keys])

    def save(self, keys: Sequence[str]) -> None:
        """Keep what is wanted for the next build."""
        if self._pack.stat().st_size > 2 * sum(self.kept[key].length for key in keys) + _WASTE:
            self._pack_anew(keys)
        rows = {key: ("\n".join(it.files), it.at, it.length) for key, it in ((key, self.kept[key]) for key in keys)}
        body = json.dumps([_stamp(self._pack), rows], separators=(",", ":")).encode()
        beside = self._list.with_name(f"{self._list.name}.{os.getpid()}")
        beside.write_bytes(digest_of_bytes(body).encode() + b"\n" + body)
        beside.replace(self._list)

    def _pack_anew(self, keys: Sequence[str]) -> None:
        beside = self._pack.with_name(f"{self._pack.name}.{os.getpid()}")
        at = 0
        with beside.open("wb") as sink:
            for key, fragment in zip(keys, self.in_order(keys), strict=True):
                sink.write(fragment)
                self.kept[key] = Kept(self.kept[key].files, at, len(fragment))
                at += len(fragment)
        beside.replace(self._pack)

    def _load(self) -> dict[str, Kept]:
        try:
            check, _, body = self._list.read_bytes().partition(b"\n")
            stamp, rows = json.loads(body) if check.decode() == digest_of_bytes(body) else ((), {})
            is_whole = tuple(stamp) == _stamp(self._pack)
        except (OSError, ValueError):
            return {}
        return {key: Kept(tuple(files.split()), at, length) for key, (files, at, length) in rows.items() if is_whole}


@dataclass(frozen=True, slots=True)
class _InOrder:
    """Parts of a file, read one after the other each time that somebody begins."""

    file: Path
    parts: Sequence[Kept]

    def __iter__(self) -> Iterator[bytes]:
        with self.file.open("rb") as source:
            for it in self.parts:
                source.seek(it.at)
                yield source.read(it.length)


def _stamp(path: Path) -> tuple[int, int]:
    stat = path.stat()
    return stat.st_size, stat.st_mtime_ns
