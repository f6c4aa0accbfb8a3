"""CTDL-ASN: the framework as JSON-LD, as credential registries know competencies."""

from __future__ import annotations

from site_builder.exchange.data.ctdl import CTDL
from site_builder.exchange.data.published import published
from site_builder.exchange.fields import NEEDED
from site_builder.exchange.format import Format, WriteWish, Written
from site_builder.exchange.framework import Framework

_CARRIES = NEEDED | {
    "settings.title",
    "settings.description",
    "settings.identifier",
    "level.name",
    "area.about",
    "area.identifier",
    "competency.statement",
    "competency.why",
    "competency.about",
    "competency.prerequisites",
    "competency.identifier",
    "skill.statement",
    "skill.levels",
    "skill.identifier",
}


def write(framework: Framework, wish: WriteWish) -> Written:
    """One file, as the site publishes it."""
    return published(CTDL, framework, wish)


FORMAT = Format(
    name="ctdl-asn",
    says="CTDL-ASN: the framework as JSON-LD, as credential registries know competencies",
    variants={"json-ld": "one file with a graph"},
    carries={"json-ld": _CARRIES},
    write=write,
)
