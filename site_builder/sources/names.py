"""What somebody may have meant by a name."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def close_to(name: str, known: Iterable[str]) -> str:
    """A hint: the known name that is closest, or how to go on when none is."""
    close = get_close_matches(name, list(known), n=1, cutoff=0.6)
    return f"did you mean {close[0]}?" if close else "check the id, or add what it names"
