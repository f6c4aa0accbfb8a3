"""The search index in a fixed order: Pagefind writes its filters as they come out of a hash table, each time otherwise.

Its files are CBOR behind a sign, of arrays, texts and numbers alone; Pagefind's own script reads them packed or as they
are. A file is named by what it holds, so the files that name others are written anew as well.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from site_builder.sources.digest import digest_of_bytes

_SIGN = b"pagefind_dcd"
_NUMBER, _TEXT, _LIST = 0, 3, 4
_FILTERS = 3


def in_order(index: Path) -> None:
    """Have the same index for the same pages; an index of another form stays as it is."""
    try:
        made, names = _filters(index)
        heads, more = _heads(index, names)
    except (ValueError, IndexError, TypeError, OSError, EOFError, zlib.error):
        return
    entry = index / "pagefind-entry.json"
    said = json.loads(
        entry.read_bytes(), object_hook=lambda it: {key: _renamed(value, more) for key, value in it.items()}
    )
    for file in (*index.glob("filter/*.pf_filter"), *index.glob("*.pf_meta")):
        file.unlink()
    for name, data in {**made, **heads}.items():
        (index / name).write_bytes(_SIGN + data)
    entry.write_text(json.dumps(said, ensure_ascii=False, separators=(",", ":"), sort_keys=True), encoding="utf-8")


def _filters(index: Path) -> tuple[dict[str, bytes], dict[str, str]]:
    """The values of each filter in order, and its new name by its old one."""
    made: dict[str, bytes] = {}
    names: dict[str, str] = {}
    for file in sorted(index.glob("filter/*.pf_filter")):
        name, values = _unpacked(file)
        data = packed([name, sorted(values)])
        names[file.stem] = _named(file.stem, data)
        made[f"filter/{names[file.stem]}.pf_filter"] = data
    return made, names


def _heads(index: Path, filters: Mapping[str, str]) -> tuple[dict[str, bytes], dict[str, str]]:
    """What each language's index consists of, with the filters by their new names."""
    made: dict[str, bytes] = {}
    names: dict[str, str] = {}
    for file in sorted(index.glob("*.pf_meta")):
        parts = _unpacked(file)
        parts[_FILTERS] = sorted(_renamed(parts[_FILTERS], filters))
        data = packed(parts)
        old = file.stem.partition(".")[2]
        names[old] = _named(old, data)
        made[f"pagefind.{names[old]}.pf_meta"] = data
    return made, names


def _named(old: str, data: bytes) -> str:
    language, _, number = old.rpartition("_")
    return f"{language}_{digest_of_bytes(data)[: len(number)]}"


def _renamed(item: Any, names: Mapping[str, str]) -> Any:
    if isinstance(item, list):
        return [_renamed(it, names) for it in item]
    return names.get(item, item) if isinstance(item, str) else item


def _unpacked(file: Path) -> Any:
    data = file.read_bytes()
    data = data if data.startswith(_SIGN) else gzip.decompress(data)
    if not data.startswith(_SIGN):
        raise ValueError(f"{file.name} does not begin as an index does")
    item, end = unpacked(data, len(_SIGN))
    if end != len(data):
        raise ValueError(f"{file.name} does not end as an index does")
    return item


def unpacked(data: bytes, at: int = 0) -> tuple[Any, int]:
    """The value that begins at this place, and the place where it ends; ValueError when it is of another kind."""
    kind, size = data[at] >> 5, data[at] & 31
    at += 1
    if size > 27:
        raise ValueError("a value without a length")
    if size > 23:
        length = 1 << (size - 24)
        size = int.from_bytes(data[at : at + length], "big")
        at += length
    if kind == _NUMBER:
        return size, at
    if kind == _TEXT:
        return data[at : at + size].decode(), at + size
    if kind != _LIST:
        raise ValueError("a value that is no list, text or number")
    items = []
    for _ in range(size):
        item, at = unpacked(data, at)
        items.append(item)
    return items, at


def packed(item: Any) -> bytes:
    """A list, text or number as CBOR."""
    if isinstance(item, int):
        return _head(_NUMBER, item)
    if isinstance(item, str):
        data = item.encode()
        return _head(_TEXT, len(data)) + data
    return _head(_LIST, len(item)) + b"".join(map(packed, item))


def _head(kind: int, size: int) -> bytes:
    if size < 24:
        return bytes([kind << 5 | size])
    power = next(it for it in range(4) if size < 1 << (8 << it))
    return bytes([kind << 5 | 24 + power]) + size.to_bytes(1 << power, "big")
