"""All pathways and credits."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder import addresses
from site_builder.outline import Outline
from site_builder.site.desk import Desk, Poured
from site_builder.site.plan import Plan, digest_of
from site_builder.site.routes import route
from site_builder.sources.digest import digest


def plans(outline: Outline, shared: str) -> Iterator[Plan]:
    """One page."""
    key = digest(shared, "pathways", repr(outline.pathways), digest_of(outline.competencies.values()))
    yield Plan(addresses.PATHWAYS, "pathways", "", key)


def render(plan: Plan, desk: Desk) -> Poured:
    """The index of pathways, and the way to the map."""
    root = addresses.root(plan.address)
    article = desk.article(
        "pathways",
        root,
        "",
        routes=[route(it, desk.outline, root) for it in desk.outline.pathways],
        map=root + addresses.MAP,
        standards=root + addresses.STANDARDS,
    )
    return Poured(
        desk.say("Pathways"),
        desk.say("Routes through the continuum, and the credits they give."),
        article,
        "pathways",
        "pathways",
    )
