"""The formats that are known by their headers; the one with the longest header that fits is meant."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from site_builder.evidence.formats.canvas import (
    GRADEBOOK,
    OLD_OUTCOME_RESULTS,
    OUTCOME_RESULTS,
    STUDENT_COMPETENCY,
    is_gradebook,
)
from site_builder.evidence.formats.declared import TABLE
from site_builder.evidence.formats.format import Format
from site_builder.evidence.formats.own import OWN, is_own
from site_builder.evidence.formats.slate import PROGRESS, RATINGS
from site_builder.evidence.formats.xapi import XAPI

BY_HEADER: tuple[tuple[Format, Callable[[Sequence[str]], bool]], ...] = (
    (OUTCOME_RESULTS, OUTCOME_RESULTS.fits),
    (STUDENT_COMPETENCY, STUDENT_COMPETENCY.fits),
    (OLD_OUTCOME_RESULTS, OLD_OUTCOME_RESULTS.fits),
    (RATINGS, RATINGS.fits),
    (PROGRESS, PROGRESS.fits),
    (XAPI, XAPI.fits),
    (GRADEBOOK, is_gradebook),
    (OWN, is_own),
)
FORMATS: Mapping[str, Format] = {it.id: it for it, _ in BY_HEADER} | {TABLE.id: TABLE}


def recognised(header: Sequence[str]) -> Format | None:
    """The format whose header this is."""
    return next((format for format, fits in BY_HEADER if fits(header)), None)
