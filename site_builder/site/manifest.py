"""The web manifest of each language: what a browser needs to put the site on a home screen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from site_builder import addresses
from site_builder.site.copies import packed
from site_builder.site.tree import Tree
from site_builder.sources.languages import direction
from site_builder.sources.markdown import plain

# Home screens cut longer names off.
_SHORT = 12
# The paper and the ink of the styles, by day.
PAPER, INK = "#fdfbf7", "#0b5680"
ICON = "favicon.svg"


def manifest_file(language: str) -> str:
    """offline/es.webmanifest"""
    return f"{addresses.OFFLINE}{language}.webmanifest"


def manifest(tree: Tree, icons: Iterable[str]) -> bytes:
    """The manifest of one language; `icons` are names of square pictures, as in icon-192.png. Every way is relative."""
    title = plain(tree.outline.settings.title)
    up = "../" * addresses.OFFLINE.count("/")
    return packed({
        "name": title,
        "short_name": short(title),
        "description": plain(tree.outline.settings.description),
        "lang": tree.language,
        "dir": direction(tree.language),
        "start_url": f"{up}{tree.folder}",
        "scope": up,
        "display": "minimal-ui",
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": [_drawing(up), *(entry for name in icons for entry in _pictures(name))],
    })  # fmt: skip


def short(title: str) -> str:
    """As many of a title's first words as a home screen shows."""
    words = title.split()
    count = max((n for n in range(len(words) + 1) if len(" ".join(words[:n])) <= _SHORT), default=0)
    return " ".join(words[:count]) or title[:_SHORT]


def _drawing(up: str) -> dict[str, Any]:
    return {"src": f"{up}assets/{ICON}", "sizes": "any", "type": "image/svg+xml", "purpose": "any"}


def _pictures(name: str) -> list[dict[str, Any]]:
    """A picture serves as it is, and where a device cuts it into a shape of its own."""
    size = name.removesuffix(".png").rpartition("-")[2]
    return [
        {"src": name, "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
        for purpose in ("any", "maskable")
    ]
