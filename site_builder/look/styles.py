"""The styles of pages: what all share, and what private ones add."""

from __future__ import annotations

import re

from site_builder.resources import templates


def shared_styles() -> bytes:
    """Tokens, text, levels and small parts, as every page needs them."""
    return (templates() / "styles" / "shared.css").read_bytes()


def private_styles() -> str:
    """All that a private page needs except the colours of its levels, without remarks: it travels in every page."""
    own = (templates() / "styles" / "progress.css").read_text(encoding="utf-8")
    return re.sub(r"/\*.*?\*/|\n", "", shared_styles().decode() + own, flags=re.DOTALL)
