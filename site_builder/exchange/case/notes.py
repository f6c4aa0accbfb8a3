"""Notes of items, which are meant for people: of a competency they stand in what is told about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from site_builder.exchange.case.items import Items
from site_builder.exchange.framework import Framework
from site_builder.model import Competency


def with_notes(
    competencies: Sequence[Competency], ids: Mapping[str, str], items: Items, there: Framework | None
) -> tuple[Competency, ...]:
    """The competencies, each with its note below what is told about it; the items keep the notes that have no place.

    These are the notes of areas and skills, and those that a school which has the competency already does not have.
    """
    made = {it.id: it for it in competencies}
    for key, it in items.by_key.items():
        found = made.get(ids.get(key, ""))
        note = it.rest.get("notes")
        if found is None or not isinstance(note, str):
            continue
        text = items.markdown(note, is_own=False).strip()
        if _has_place(text, there.by_id.get(found.id) if there else None):
            made[found.id] = replace(found, about="\n\n".join(part for part in (found.about, text) if part))
            it.rest = {name: value for name, value in it.rest.items() if name != "notes"}
    return tuple(made.values())


def _has_place(note: str, mine: Competency | None) -> bool:
    """Whether a note comes in: a school's own words about a competency stay as they are."""
    return mine is None or note in mine.about
