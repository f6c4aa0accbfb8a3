"""How long to look for trouble, and the trouble that was found before."""

from __future__ import annotations

import os
from pathlib import Path

CRASHERS = Path(__file__).parent / "crashers"
# How many examples each search tries; more in a night than at a desk.
EXAMPLES = int(os.environ.get("CONTINUUM_FUZZ", "150"))


def crashers(name: str) -> dict[str, bytes]:
    """What once broke the reader of this name, by the names of its files; whoever finds more adds a file."""
    return {path.name: path.read_bytes() for path in sorted((CRASHERS / name).glob("*"))}
