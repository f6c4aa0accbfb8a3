"""Names that become addresses and folders on every system, so they stay simple."""

from __future__ import annotations

import re
import unicodedata

_WINDOWS = re.compile(r"(con|prn|aux|nul|(com|lpt)[\d¹²³])(\..*)?", re.IGNORECASE)
_NAME = re.compile(r"[^\W_](?:[\w-]*[^\W_])?")
_LONGEST = 100


def normal(name: str) -> str:
    """The one way to write a name that some systems write with “é” as one sign and some as two."""
    return unicodedata.normalize("NFC", name)


def unfit(name: str) -> tuple[str, str] | None:
    """Why a name cannot be an address, and what to do about it; nothing when it can."""
    if is_kept_by_windows(name):
        return f"“{name}” is a name that Windows keeps for itself", "choose another name"
    if not _NAME.fullmatch(name):
        return f"“{name}” cannot be an address", "use letters, digits and “-”, as in argue-from-evidence"
    if len(name.encode()) > _LONGEST:
        return "this name is too long for an address", f"keep it under {_LONGEST} letters"
    return None


def is_kept_by_windows(name: str) -> bool:
    """Whether Windows would not make a folder of this name, or make it under another."""
    return bool(_WINDOWS.fullmatch(name)) or name.endswith(".")
