"""What is kept between builds in a folder of its own, trusted only while each of its files is what it was."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from site_builder.sources.digest import digest_of_bytes

_LIST = "list.json"


def note(folder: Path, names: Iterable[str]) -> None:
    """Write down which files the folder is made of, and what each of them holds."""
    digests = {name: digest_of_bytes((folder / name).read_bytes()) for name in names}
    (folder / _LIST).write_text(json.dumps(digests), encoding="utf-8")


def noted(folder: Path) -> list[str]:
    """The files that were noted, when every one of them is still what it was; else none."""
    try:
        digests: dict[str, str] = json.loads((folder / _LIST).read_bytes())
        is_whole = all(digest_of_bytes((folder / name).read_bytes()) == it for name, it in digests.items())
    except (OSError, ValueError, TypeError, AttributeError):
        return []
    return list(digests) if is_whole else []
