"""In another language, too, a page's key changes whenever the page does."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest

from site_builder.model import Page
from site_builder.outline import Outline, outline
from site_builder.site.assemble import Parts, shared
from site_builder.site.config import Config
from site_builder.site.engine import Frame, Look
from site_builder.site.pages import PAGES
from site_builder.site.tree import Tree
from site_builder.sources.digest import digest
from site_builder.sources.reading import Setting
from site_builder.sources.texts import texts_of
from site_builder.sources.translated import competency_texts, exemplar_texts, outline_in
from site_builder.sources.translation import Translation, in_language
from tests.site.continua import desk_with
from tests.site.filled import Filled
from tests.site.pages.test_keys import Rendered, asked, differing

T = TypeVar("T")


def translation(texts: dict[str, str]) -> Translation:
    return Translation("es", "en", "it.es.yml", texts, digest(repr(texts)))


class Translated:
    """A continuum in English, with what another one says at the same places as its translation."""

    def __init__(self, said: Filled, without: str = "") -> None:
        self.own = Filled(lambda name: name)
        self.said, self.without = said, without

    def told(self, own: Iterable[T], said: Iterable[T]) -> list[tuple[T, Translation]]:
        pairs = zip(own, said, strict=True)
        return [(it, translation(self.texts(other))) for it, other in pairs]

    def texts(self, thing: object) -> dict[str, str]:
        return {place: text for place, text in texts_of(thing).items() if text.partition(" ")[0] != self.without}

    def outline(self) -> Outline:
        """The continuum in Spanish."""
        whole = replace(self.own.outline(), language="")
        settings = replace(whole.settings, languages=("en", "es"))
        others = self.said.outline()
        cards = [
            replace(whole.competencies[it.id], translations={"es": competency_texts(in_language(it, told), told)})
            for it, told in self.told(self.own.competencies, self.said.competencies)
        ]
        work = [
            replace(whole.exemplars[it.id], translations={"es": exemplar_texts(in_language(it, told), told)})
            for it, told in self.told(self.own.exemplars, self.said.exemplars)
        ]
        made = outline(settings, whole.areas.values(), cards, work, whole.pathways, whole.pages)
        found = {settings.source: {"es": translation(self.texts(others.settings))}}
        for own, said in (
            (made.areas.values(), others.areas.values()),
            (made.pathways, others.pathways),
            (by_slug(made.pages), by_slug(others.pages)),
        ):
            found |= {getattr(it, "source", ""): {"es": told} for it, told in self.told(own, said)}
        return outline_in("es", made, found)

    def rendered(self) -> Rendered:
        """Every page by its address: its key, and what it shows."""
        it = self.outline()
        tree = Tree("es", "es/", it)
        parts = Parts(it, Setting(Path(), it.settings, it.areas), Frame("", {}), Config(Look()))
        common = shared(parts, tree)
        competencies = [in_language(*pair) for pair in self.told(self.own.competencies, self.said.competencies)]
        work = [in_language(*pair) for pair in self.told(self.own.exemplars, self.said.exemplars)]
        desk = replace(desk_with(it, competencies, work, edit_uri="https://git.example/edit/"), tree=tree)
        plans = [(kind, plan) for kind in PAGES.values() for plan in kind.plans(it, common)]
        return {plan.address: (plan.key, kind.render(plan, desk)) for kind, plan in plans if plan.kind != "booklet"}


def by_slug(pages: Iterable[Page]) -> list[Page]:
    return sorted(pages, key=lambda it: it.slug)


def changed(name: str) -> Filled:
    return Filled(lambda it: f"{it} changed" if it == name else f"{it} dicho")


@pytest.fixture(scope="module")
def before() -> Rendered:
    return Translated(changed("")).rendered()


@pytest.mark.parametrize("name", asked())
def test_a_page_that_shows_a_changed_translation_has_a_changed_key(before: Rendered, name: str) -> None:
    shows, keys = differing(before, Translated(changed(name)).rendered())
    assert shows <= keys


@pytest.mark.parametrize("name", asked())
def test_a_page_that_shows_a_text_whose_translation_is_gone_has_a_changed_key(before: Rendered, name: str) -> None:
    shows, keys = differing(before, Translated(changed(""), without=name).rendered())
    assert shows <= keys


@pytest.fixture(scope="module")
def same() -> Rendered:
    """All that is said in English, said to be Spanish."""
    return Translated(Filled(lambda name: name)).rendered()


@pytest.mark.parametrize("name", asked())
def test_a_page_that_marks_a_text_differs_from_one_that_has_it_translated_as_it_stands(
    same: Rendered, name: str
) -> None:
    shows, keys = differing(same, Translated(Filled(lambda it: it), without=name).rendered())
    assert shows <= keys
