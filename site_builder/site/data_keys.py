"""Keys of published data: each changes when the bytes of its files may.

What a publication says of a competency comes from its source, from the cards of those it stands beside, from where it
stands among them, from the days on which they changed, and from what is said of the whole. A key covers all of these,
so that publications need no keys of their own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from site_builder.exchange.data.publication import View
from site_builder.make import make_of
from site_builder.outline import CompetencyCard
from site_builder.site.plan import digest_of
from site_builder.sources.digest import digest


class Keys:
    """The keys of all competencies of a view, and of the whole."""

    def __init__(self, view: View) -> None:
        self.view = view
        outline = view.outline
        routes = {id: digest_of(found) for id, found in outline.pathways_with.items()}
        places: dict[str, int] = defaultdict(int)
        self._by_id: dict[str, str] = {}
        for card in outline.competencies.values():
            places[card.area] += 1
            place = f"{card.area} {places[card.area]}"
            self._by_id[card.id] = digest(self._shared, place, routes.get(card.id, ""), *self._shown(card))

    def of(self, name: str) -> dict[str, str]:
        """The key of each competency in the publication of this name, in the order of the continuum."""
        return {id: digest(name, key) for id, key in self._by_id.items()}

    def of_the_whole(self, name: str) -> str:
        """The key of the files of the whole."""
        outline = self.view.outline
        things = (*outline.exemplars.values(), *outline.pathways)
        days = (f"{file} {day.isoformat()}" for file, day in sorted(self.view.changed.items()))
        permissions = (it.consent_until.isoformat() for it in outline.exemplars.values())
        return digest(name, self._shared, *self._by_id.values(), digest_of(things), *permissions, *days)

    @cached_property
    def _shared(self) -> str:
        outline = self.view.outline
        areas = digest_of(outline.areas.values())
        said = (self.view.site_url, self.view.rights, *self.view.published)
        return digest(make_of(), repr(outline.settings), areas, *said)

    @cached_property
    def _beside(self) -> dict[str, list[CompetencyCard]]:
        """Whom each competency stands beside because the other one says so: those it leads to, those it replaced."""
        beside: dict[str, list[CompetencyCard]] = defaultdict(list)
        for card in self.view.outline.competencies.values():
            heir = card.retired.replaced_by if card.retired else ""
            for id in (*card.prerequisites, heir):
                beside[id].append(card)
        return beside

    def _shown(self, card: CompetencyCard) -> Iterator[str]:
        """Digests of all that may be said of a competency, but for what it shares with others."""
        yield from (card.source_digest, self._day(card))
        outline = self.view.outline
        heir = card.retired.replaced_by if card.retired else ""
        named = (outline.competencies.get(id) for id in (*card.prerequisites, heir))
        yield from (it.digest if it else "" for it in named)
        for it in self._beside.get(card.id, ()):
            yield from (it.digest, self._day(it))
        yield from (it.digest for it in outline.work_for.get(card.id, ()))

    def _day(self, card: CompetencyCard) -> str:
        day = self.view.changed.get(card.source)
        return day.isoformat() if day else ""
