"""JSON as it is published: the same bytes for the same value, and short, as most of it is read by programs."""

from __future__ import annotations

import json
from collections.abc import Iterable


def json_text(value: object) -> str:
    """A value on one line."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def json_file(value: object) -> bytes:
    """A value as a file."""
    return f"{json_text(value)}\n".encode()


def json_list(key: str, items: Iterable[object]) -> bytes:
    """Many values under one key, each on a line of its own, as a file."""
    lines = ",\n".join(map(json_text, items))
    return f"{{{json_text(key)}:[\n{lines}\n]}}\n".encode()
