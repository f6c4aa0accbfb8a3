"""The styles of pages: what all share, what private ones add, and what letters do."""

from __future__ import annotations

import re

from site_builder.resources import templates


def shared_styles() -> bytes:
    """Tokens, text, levels and small parts, as every page needs them."""
    return (templates() / "styles" / "shared.css").read_bytes()


def private_styles() -> str:
    """All that a private page needs except the colours of its levels, without remarks: it travels in every page."""
    return _lean(shared_styles().decode() + _read("progress.css"))


def letter_styles() -> str:
    """What letters need besides, in the same form."""
    return _lean(_read("letters.css"))


def _read(name: str) -> str:
    return (templates() / "styles" / name).read_text(encoding="utf-8")


def _lean(css: str) -> str:
    return re.sub(r"/\*.*?\*/|\n", "", css, flags=re.DOTALL)
