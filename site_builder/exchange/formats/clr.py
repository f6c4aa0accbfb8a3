"""Comprehensive Learner Record 2.0: a student's standing as a draft; made where private pages are made."""

from __future__ import annotations

from site_builder.exchange.format import Format

FORMAT = Format(
    name="clr",
    says="Comprehensive Learner Record 2.0: each student's standing as a draft, private and not signed",
    variants={"2.0": "one JSON file for each student"},
    carries={"2.0": frozenset()},
    is_private=True,
)
