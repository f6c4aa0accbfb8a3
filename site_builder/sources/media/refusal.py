"""Why a picture or recording is not published."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """What is wrong with a file, in a teacher's words, and what would be right; the caller knows the place."""

    code: str
    message: str
    hint: str = ""


class DamagedError(ValueError):
    """Raised inside the readers of this folder, which turn it into a Refusal: the file does not hold what it says."""
