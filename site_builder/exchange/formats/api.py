"""The site's own data: JSON and CSV of everything that is public."""

from __future__ import annotations

from site_builder.exchange.data.api import API
from site_builder.exchange.data.published import published
from site_builder.exchange.fields import carried
from site_builder.exchange.format import Format, WriteWish, Written
from site_builder.exchange.framework import Framework

# How private pages speak of the school, and which words a check warns of, are no part of the continuum.
_OWN = ("settings.school", "settings.deficit_words")


def write(framework: Framework, wish: WriteWish) -> Written:
    """The folder that the site publishes as api/v1/."""
    return published(API, framework, wish)


FORMAT = Format(
    name="api",
    says="the site's own data: JSON and CSV of everything that is public",
    variants={"v1": "a folder of files, as the site publishes it"},
    carries={"v1": carried("settings", "level", "area", "competency", "skill", without=_OWN) | {"pathways"}},
    loosely={"v1": frozenset({"exemplars"})},
    write=write,
)
