"""A hand-written page."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder import addresses
from site_builder.outline import Outline
from site_builder.site.desk import Desk, Poured
from site_builder.site.plan import Plan
from site_builder.sources.digest import digest
from site_builder.sources.markdown import block, headings, plain

ANCHOR = "s-"


def plans(outline: Outline, shared: str) -> Iterator[Plan]:
    """One page for each; index.md is told on the home page."""
    for it in outline.pages:
        if it.slug != "index":
            yield Plan(addresses.page(it), "page", it.slug, digest(shared, repr(it)))


def render(plan: Plan, desk: Desk) -> Poured:
    """A title, what is on the page, and the text."""
    it = next(page for page in desk.outline.pages if page.slug == plan.subject)
    root = addresses.root(plan.address)
    resolve = desk.resolver(it.source, root)
    pictures = {medium.file: medium for medium in desk.seen(it.media, plan.address, root)}
    marks = desk.marks([it.description, it.body], root)
    article = desk.article(
        "page",
        root,
        it.source,
        page=it,
        marks=marks,
        body=block(it.body, resolve, prefix=ANCHOR, anchors=it.anchors, pictures=pictures, marks=marks),
        contents=[heading for heading in headings(it.body, ANCHOR, it.anchors) if heading.level == 2],
        edit=desk.edit(it.source),
    )
    return Poured(plain(it.title), plain(it.description or it.body)[:200], article, "page", it.slug)
