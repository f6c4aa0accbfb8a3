"""Our own sheet: columns with plain names, of which a few are needed."""

from __future__ import annotations

from collections.abc import Sequence

from site_builder.evidence.formats.format import Format
from site_builder.evidence.observation import plain_name

COLUMNS = {
    "student": "student",
    "skill": "skill",
    "level": "label",
    "date": "date",
    "task": "task",
    "task id": "task_id",
    "attempt": "attempt",
    "kind": "kind",
    "purpose": "purpose",
    "assessor": "assessor",
    "comment": "comment",
    "reflection": "reflection",
    "link": "link",
    "graded": "graded",
    "mark": "mark",
    "target": "target",
    "version": "version",
}
PURPOSES = {"formative": "formative", "practice": "formative", "summative": "summative"}

OWN = Format(
    "sheet",
    "our own sheet",
    ("student", "skill", "date"),
    {field: f"[{name}]" for name, field in COLUMNS.items()},
    purposes=PURPOSES,
)


def is_own(header: Sequence[str]) -> bool:
    """Whether a header is that of our own sheet."""
    names = set(map(plain_name, header))
    return OWN.fits(header) and bool(names & {"level", "mark"})


def unread(header: Sequence[str]) -> list[str]:
    """The columns of such a header that mean nothing here."""
    return [it for it in header if plain_name(it) not in COLUMNS]
