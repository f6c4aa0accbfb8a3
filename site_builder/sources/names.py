"""Names as messages say them, and what somebody may have meant by one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches


def spoken(words: Sequence[str], last: str = "and") -> str:
    """Words as a sentence names them: 1, 2 and 4."""
    return f" {last} ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def close_to(name: str, known: Iterable[str]) -> str:
    """A hint: the known name that is closest, or how to go on when none is."""
    close = get_close_matches(name, list(known), n=1, cutoff=0.6)
    return f"did you mean {close[0]}?" if close else "check the id, or add what it names"
