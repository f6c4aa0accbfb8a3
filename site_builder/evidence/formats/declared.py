"""Tables that a map declares, and what a map changes in formats that are known."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from site_builder.evidence.dates import pattern
from site_builder.evidence.formats.format import Format, WideSkill
from site_builder.evidence.formats.own import PURPOSES
from site_builder.evidence.mapping import TableShape
from site_builder.evidence.observation import plain_name, text_sql

# What a map may call a part of an observation, and the columns that hold it, in the order of trust.
PARTS: Mapping[str, tuple[str, ...]] = {
    "student": ("student", "student_2", "student_3"),
    "name": ("student_name",),
    "skill": ("skill", "skill_2"),
    "level": ("label",),
    "points": ("points",),
    "score": ("score",),
    "out_of": ("possible",),
    "date": ("date",),
    **{it: (it,) for it in ("graded", "task", "task_id", "attempt", "kind", "purpose", "assessor", "comment")},
    **{it: (it,) for it in ("reflection", "link", "mark", "target", "version")},
}
TABLE = Format("table", "a table that the map declares", (), {}, purposes=PURPOSES)
_WIDE_FIELDS = {"skill": "[wide skill]", "label": "[wide value]"}


def part_of(name: str) -> str:
    """The part of an observation that a map means by a name; empty where it is none."""
    part = plain_name(name).replace(" ", "_")
    return part if part in PARTS else ""


def with_map(format: Format, said: TableShape) -> Format:
    """A format with what a map says of columns, constants, days and words."""
    fields = dict(format.fields) | (_WIDE_FIELDS if said.wide else {})
    for name, text in said.constants.items():
        fields[PARTS[part_of(name)][0]] = _constant(text)
    fields |= {field: f"[map {field}]" for field in _columns(said)}
    if not said.names:
        fields.pop("student_name", None)
    patterns = tuple(it for it in map(pattern, said.dates.formats) if it)
    return replace(
        format,
        fields=fields,
        dates=(*patterns, *format.dates),
        missing_date=said.dates.missing.isoformat() if said.dates.missing else "",
        marks={**format.marks, **said.marks},
        purposes={**format.purposes, **said.purposes},
        wide=_wide(said) if said.wide else format.wide,
    )


def renamed(said: TableShape) -> dict[str, str]:
    """What a table calls the columns of a known format, by their plain names there."""
    own = {plain_name(name): it for name, it in said.columns.items() if not part_of(name) and isinstance(it, str)}
    return own | {f"map {field}": column for field, column in _columns(said).items()}


def named_columns(said: TableShape) -> list[str]:
    """Every column that a map names, which a table must have for the map to be about it."""
    listed = [it for columns in said.columns.values() for it in ([columns] if isinstance(columns, str) else columns)]
    return [*listed, *(() if said.wide == "all" else said.wide)]


def _columns(said: TableShape) -> dict[str, str]:
    """The column of each part of an observation for which the map names one."""
    found: dict[str, str] = {}
    for name, columns in said.columns.items():
        listed = (columns,) if isinstance(columns, str) else columns
        found |= dict(zip(PARTS.get(part_of(name), ()), listed, strict=False))
    return found


def _constant(text: str) -> str:
    """A text as SQL in which no bracket is taken for a column's name."""
    return "(" + text_sql(text).replace("[", "' || chr(91) || '") + ")"


def _wide(said: TableShape) -> Callable[[Sequence[str]], list[WideSkill]]:
    named = set(map(plain_name, named_columns(said)))
    chosen = set(map(plain_name, said.wide)) if said.wide != "all" else None

    def skills(header: Sequence[str]) -> list[WideSkill]:
        plain = {it: plain_name(it) for it in header}
        is_skill = (lambda it: it not in named) if chosen is None else chosen.__contains__
        return [WideSkill(it, it) for it in header if is_skill(plain[it])]

    return skills
