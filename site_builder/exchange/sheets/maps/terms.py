"""The words of a glossary that tables have, each with what it means."""

from __future__ import annotations

from site_builder.exchange.names import Names
from site_builder.exchange.sheets.cells import several
from site_builder.exchange.sheets.maps.things import Thing, Things
from site_builder.model import Term


def terms_of(things: Things) -> tuple[Term, ...]:
    """All terms in the order of the tables; one whose meaning no row says is told, and left out."""
    names = Names()  # of their own: a term and a competency may share an id
    return tuple(_term(it, names) for it in things.of("term") if _is_explained(it, things))


def _term(it: Thing, names: Names) -> Term:
    term = it.says.get("title", it.name)
    also = tuple(other for other in several(it.says.get("also", "")) if other != term)
    return Term(names.id(it.name, term).lower(), term, it.says["means"], also)


def _is_explained(it: Thing, things: Things) -> bool:
    if "means" in it.says:
        return True
    message = f"{it.place.here} has the term “{it.name}”, and nothing says what it means"
    hint = "fill “term.means” in, or leave such rows out with “where”"
    things.odd.note(it.place, "a term without a meaning", message, hint)
    return False
