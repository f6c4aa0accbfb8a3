"""Which make of the builder this is: what was read or rendered by another is not used again."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from site_builder.resources import templates
from site_builder.sources.digest import digest, digest_of_bytes

_KINDS = frozenset({".py", ".html", ".css", ".js", ".po", ".mo"})


@cache
def make_of() -> str:
    """A digest of the builder's own code, templates and words."""
    folders = (Path(__file__).parent, templates())
    files = sorted(path for folder in folders for path in folder.rglob("*") if path.suffix in _KINDS)
    return digest(*(f"{path.name} {digest_of_bytes(path.read_bytes())}" for path in files))
