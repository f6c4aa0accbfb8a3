"""What a level looks like for one item, as packages say it, before it is known which scale it belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NOTHING = re.compile(r"(?:no descriptors?|n/?a|not applicable|none)\.?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LevelText:
    """A level by its name, its number (a whole one, or empty), its place counted from 1 (or 0), and what it says."""

    name: str
    number: str
    place: int
    text: str

    @property
    def is_described(self) -> bool:
        """Whether it says anything."""
        return bool(self.text) and not _NOTHING.fullmatch(self.text)


def whole(value: object) -> str:
    """A number from 0 to 99 as people write it; empty where the value is none."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return ""
    text = str(value).strip()[:8].removesuffix(".0")
    return text.lstrip("0") or "0" if re.fullmatch("[0-9]{1,2}", text) else ""
