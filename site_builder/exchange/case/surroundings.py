"""What CASE has to know besides a competency's own source: whom it stands beside, and where everything is found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC
from functools import cached_property
from typing import TypeVar

from site_builder.exchange.case.subjects import Node, Subject, Work, subject, subject_of_card, work
from site_builder.exchange.data.places import CASE
from site_builder.exchange.data.publication import View
from site_builder.exchange.format import WriteWish
from site_builder.exchange.framework import Framework
from site_builder.identifiers import area_identifier, framework_identifier
from site_builder.identifiers import identifier as identifier_of
from site_builder.model import Area, School, Settings

T = TypeVar("T")


@dataclass(frozen=True)
class Surroundings:
    """A framework in brief, in the order of the continuum; `works` are by the id of their competency."""

    settings: Settings
    areas: Mapping[str, Area]
    subjects: Mapping[str, Subject]
    works: Mapping[str, tuple[Work, ...]]
    work_sources: tuple[str, ...]
    wish: WriteWish

    @cached_property
    def framework(self) -> str:
        """The UUID of the whole."""
        return framework_identifier(self.settings)

    @cached_property
    def document(self) -> Node:
        """The framework itself, as links to it say."""
        return Node("", self.framework, self.settings.title)

    @cached_property
    def _types(self) -> dict[str, str]:
        return {}

    def type_identifier(self, name: str) -> str:
        """The UUID of a type of items."""
        if name not in self._types:
            self._types[name] = self.identifier("item-type", name)
        return self._types[name]

    @cached_property
    def in_area(self) -> Mapping[str, tuple[Subject, ...]]:
        """The competencies of each area by its slug, retired ones among them."""
        return _grouped((it.area, it) for it in self.subjects.values())

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Where each competency stands in its area, counted from 1."""
        return {it.node.id: place for group in self.in_area.values() for place, it in enumerate(group, 1)}

    @cached_property
    def leads_to(self) -> Mapping[str, tuple[Subject, ...]]:
        """The competencies that build on each one, by its id."""
        return _grouped((before, it) for it in self.subjects.values() for before in dict.fromkeys(it.prerequisites))

    @cached_property
    def stands_for(self) -> Mapping[str, tuple[Subject, ...]]:
        """The retired competencies whose place each one took, by its id."""
        retired = ((it.retired, it) for it in self.subjects.values())
        return _grouped((why.replaced_by, it) for why, it in retired if why and why.replaced_by)

    @cached_property
    def latest(self) -> str:
        """When anything of the framework last changed."""
        areas = (it.source for it in self.areas.values())
        subjects = (it.source for it in self.subjects.values())
        return max(map(self.changed_at, (self.settings.source, *areas, *subjects, *self.work_sources)))

    def node(self, slug: str) -> Node:
        """An area, as links to it say."""
        it = self.areas[slug]
        return Node(it.id, area_identifier(self.framework, it), it.title)

    def identifier(self, kind: str, *ids: str) -> str:
        """The UUID of a thing that no source has one for."""
        return identifier_of(self.framework, kind, *ids)

    def uri(self, kind: str, identifier: str) -> str:
        """Where a thing is found, or its name alone where the site has no address."""
        return f"{self.wish.site_url}{CASE}{kind}/{identifier}" if self.wish.site_url else f"urn:uuid:{identifier}"

    def changed_at(self, source: str) -> str:
        """When a source last changed."""
        moment = self.wish.changed.get(source, self.wish.now)
        known = moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
        return known.strftime("%Y-%m-%dT%H:%M:%SZ")


def of_framework(framework: Framework, wish: WriteWish) -> Surroundings:
    """What surrounds the competencies of a framework that is there whole."""
    subjects = {it.id: subject(framework.identifier, it) for it in framework.competencies}
    works = _grouped((it.competency, work(it)) for it in framework.exemplars)
    sources = tuple(it.source for it in framework.exemplars)
    return Surroundings(framework.settings, framework.by_slug, subjects, works, sources, wish)


def of_view(view: View) -> Surroundings:
    """What surrounds the competencies of a site, of which only the outline is at hand.

    A site is public. How letters speak of the school, and which words it avoids, is not for everybody: that stays out.
    """
    outline = view.outline
    settings = replace(outline.settings, school=School(outline.settings.school.name), deficit_words=None)
    framework = framework_identifier(outline.settings)
    subjects = {it.id: subject_of_card(framework, it) for it in outline.competencies.values()}
    works = _grouped((it.competency, work(it)) for it in outline.exemplars.values())
    sources = tuple(it.source for it in outline.exemplars.values())
    wish = WriteWish(site_url=view.site_url, changed=view.changed)
    return Surroundings(settings, outline.areas, subjects, works, sources, wish)


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    groups: dict[str, list[T]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}
