"""What a reader sees at an address that leads nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from site_builder import addresses
from site_builder.outline import Outline
from site_builder.site.desk import Desk, Poured
from site_builder.site.plan import Plan
from site_builder.sources.digest import digest


def plans(outline: Outline, shared: str) -> Iterator[Plan]:
    """One page."""
    yield Plan(addresses.NOT_FOUND, "not_found", "", digest(shared, "not found"))


def render(plan: Plan, desk: Desk) -> Poured:
    """Ways on; the page is shown at any depth, so its links begin at the host."""
    root = host_root(desk.site_url)
    article = desk.article("not_found", root, "", home=root, finder=root + addresses.FINDER)
    return Poured(desk.say("Nothing stands here"), desk.say("This address leads nowhere."), article, "not_found")


def host_root(site_url: str) -> str:
    """The way to the site's root from wherever on its host: /continuum/ for https://school.example/continuum/."""
    return urlsplit(site_url).path or "/"
