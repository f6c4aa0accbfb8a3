"""The page on which a family keeps a copy of the site for reading offline."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder import addresses
from site_builder.look.sizes import size_in
from site_builder.outline import Outline
from site_builder.site.desk import Desk, Poured
from site_builder.site.plan import Plan
from site_builder.sources.digest import digest
from site_builder.sources.languages import name_in


def plans(outline: Outline, shared: str) -> Iterator[Plan]:
    """One page; how much a copy holds is known, and added to its key, when all other pages have been made."""
    yield Plan(addresses.OFFLINE, "offline", "", digest(shared, "offline"))


def render(plan: Plan, desk: Desk) -> Poured:
    """How much it is, what is in it, and what keeps it."""
    language, sizes = desk.tree.language, desk.sizes()
    article = desk.article(
        "offline",
        addresses.root(plan.address),
        "",
        title=desk.outline.settings.title,
        language=language,
        named=name_in(language, language),
        sizes=sizes,
        small=size_in(language, sizes.page_bytes),
        more=size_in(language, sizes.picture_bytes),
        large=size_in(language, sizes.page_bytes + sizes.picture_bytes),
    )
    title = desk.say("Read this site without a connection")
    return Poured(title, desk.say("A copy that stays on your phone or computer."), article, "offline")
