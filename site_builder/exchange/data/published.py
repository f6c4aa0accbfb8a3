"""A framework's data as its site would publish it, all at once."""

from __future__ import annotations

from site_builder.exchange.data.publication import Publication, View, joined
from site_builder.exchange.data.publications import PUBLICATIONS
from site_builder.exchange.format import WriteWish, Written
from site_builder.exchange.framework import Framework
from site_builder.outline import Outline, outline
from site_builder.sources.competency import competency_card
from site_builder.sources.exemplar import exemplar_card


def outline_of(framework: Framework) -> Outline:
    """The cards of a framework, in the order of pages; media and hand-written pages are no part of it."""
    return outline(
        framework.settings,
        framework.areas,
        (competency_card(it, framework.by_slug[it.area], "") for it in framework.competencies),
        (exemplar_card(it, (), "") for it in framework.exemplars),
        framework.pathways,
    )


def published(publication: Publication, framework: Framework, wish: WriteWish) -> Written:
    """All files of a publication, as they are where all publications stand."""
    names = tuple(it.name for it in PUBLICATIONS)
    view = View(outline_of(framework), wish.site_url, wish.changed, published=names)
    files: dict[str, bytes] = {}
    fragments: list[bytes] = []
    for id in view.outline.competencies:
        portion = publication.portion(framework.by_id[id], view)
        files.update(portion.files)
        fragments.append(portion.fragment)
    whole = publication.whole(view, fragments)
    return Written(files | {name: joined(it) for name, it in whole.items()})
