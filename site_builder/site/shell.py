"""The theme's page as a mould: what the engine rendered once, split where pages differ."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

# A slot is %%name%%; and every relative address that the engine wrote, because pages stand at different depths.
_SLOT = re.compile(r"%%([a-z_]+)%%|(?<=[\"'])(?:\./)?\.\.(?:/|(?=[\"']))")
_MARK = re.compile(r"(?<=<a href=\")[^\"]*(?=\"[^>]*\bmd-logo\b)")
ROOT = "root"
HOME = "home"


@dataclass(frozen=True, slots=True)
class Shell:
    """Fixed texts and the names of the slots between them, in turn, beginning and ending with a text."""

    texts: tuple[str, ...]
    slots: tuple[str, ...]

    def pour(self, parts: Mapping[str, str]) -> bytes:
        """A whole page; every slot must have its part."""
        pieces = [self.texts[0]]
        for slot, text in zip(self.slots, self.texts[1:], strict=True):
            pieces.append(parts[slot])
            pieces.append(text)
        return "".join(pieces).encode("utf-8")


def shell(html: str) -> Shell:
    """Split what the engine rendered for a page one folder below the site's root.

    The theme's mark leads to the front page in the language of the page, which stands at the root in one alone.
    """
    html = _MARK.sub(f"%%{HOME}%%", html)
    texts: list[str] = []
    slots: list[str] = []
    end = 0
    for found in _SLOT.finditer(html):
        texts.append(html[end : found.start()])
        slots.append(found[1] or ROOT)
        end = found.end()
    texts.append(html[end:])
    return Shell(tuple(texts), tuple(slots))
