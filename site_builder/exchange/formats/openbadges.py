"""Open Badges 3.0: each competency as an achievement that a badge could be given for."""

from __future__ import annotations

from site_builder.exchange.data.achievements import OPENBADGES
from site_builder.exchange.data.published import published
from site_builder.exchange.fields import NEEDED
from site_builder.exchange.format import Format, WriteWish, Written
from site_builder.exchange.framework import Framework

_CARRIES = NEEDED | {
    "settings.title",
    "settings.version",
    "settings.judging",
    "level.id",
    "level.name",
    "level.is_target",
    "competency.statement",
    "competency.standards",
    "competency.target",
    "competency.identifier",
    "skill.levels",
    "skill.not_used",
}


def write(framework: Framework, wish: WriteWish) -> Written:
    """A file for each competency, as the site publishes them."""
    return published(OPENBADGES, framework, wish)


FORMAT = Format(
    name="openbadges",
    says="Open Badges 3.0: each competency as an achievement; a public description, and no credential",
    variants={"3.0": "a JSON file for each competency"},
    carries={"3.0": _CARRIES},
    write=write,
)
