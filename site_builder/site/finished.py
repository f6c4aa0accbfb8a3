"""Finished files in brief: each is read once, and known by its key from then on."""

from __future__ import annotations

import json
import os
from base64 import urlsafe_b64encode
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from site_builder.site.publish import Staging

# Enough for nobody to meet two files that share them, and few enough for a list of thousands.
_BYTES = 12


class Brief(NamedTuple):
    """What a file holds: a digest that a browser can work out too, and how many bytes."""

    digest: str
    size: int


class Finished:
    """The files of a spare folder that have been made, in brief."""

    def __init__(self, stage: Staging) -> None:
        self.stage = stage
        self.known = _read(_list(stage.cache))
        self.asked: dict[str, tuple[str, Brief]] = {}

    def of(self, file: str) -> Brief:
        """A file in brief, by its address."""
        if file not in self.asked:
            entry = self.stage.wanted[file]
            key, brief = self.known.get(file, ("", Brief("", 0)))
            is_known = (key, brief.size) == (entry.key, entry.size)
            self.asked[file] = (entry.key, brief if is_known else _of((self.stage.folder / file).read_bytes()))
        return self.asked[file][1]

    def keep(self) -> None:
        """Have all that was asked for at hand in the next build."""
        if self.asked == self.known:
            return
        path = _list(self.stage.cache)
        path.parent.mkdir(exist_ok=True)
        beside = path.with_suffix(f".{os.getpid()}")
        beside.write_text(json.dumps(self.asked, separators=(",", ":")), encoding="utf-8")
        beside.replace(path)


def _of(data: bytes) -> Brief:
    return Brief(urlsafe_b64encode(sha256(data).digest()[:_BYTES]).decode(), len(data))


def _read(path: Path) -> dict[str, tuple[str, Brief]]:
    try:
        rows = json.loads(path.read_bytes())
        return {file: (key, Brief(digest, size)) for file, (key, (digest, size)) in rows.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _list(cache: Path) -> Path:
    return cache / "offline" / "files.json"
