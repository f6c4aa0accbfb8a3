"""Tables that somebody opens in a spreadsheet: all competencies, and each descriptor in a row of its own.

Texts are plain words here, and a cell that a spreadsheet would take for a formula begins with `'`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from site_builder import addresses
from site_builder.exchange.data.api_competency import target_of
from site_builder.exchange.data.places import card_identifier, reference
from site_builder.exchange.data.plain_words import plain_words
from site_builder.identifiers import framework_identifier
from site_builder.model import Competency, Skill
from site_builder.outline import CompetencyCard, Outline
from site_builder.tables.spreadsheet import spreadsheet_safe

COMPETENCIES = (
    "competency",
    "identifier",
    "area",
    "title",
    "statement",
    "levels",
    "target",
    "skills",
    "prerequisites",
    "standards",
    "retired",
    "page",
)
DESCRIPTORS = (
    "area",
    "competency",
    "competency_title",
    "skill",
    "skill_title",
    "level",
    "level_name",
    "position",
    "is_target",
    "descriptor",
)
# By this mark a spreadsheet knows the letters for UTF-8.
_MARK = b"\xef\xbb\xbf"
Row = Sequence[str]


def competencies_table(outline: Outline) -> bytes:
    """A row for each competency, also for those that are retired."""
    framework = framework_identifier(outline.settings)
    rows = (_competency(card, framework, outline) for card in outline.competencies.values())
    return _MARK + csv_rows([COMPETENCIES]) + csv_rows(rows)


def descriptors_table(fragments: Iterable[bytes]) -> bytes:
    """The header and the rows of all competencies."""
    return b"".join((_MARK, csv_rows([DESCRIPTORS]), *fragments))


def descriptor_rows(it: Competency, outline: Outline) -> bytes:
    """A row for each statement of each skill at each level, in the order of growth."""
    return csv_rows(row for skill in it.skills for row in _descriptors(it, skill, outline))


def csv_rows(rows: Iterable[Row]) -> bytes:
    """Rows of a table, every cell made safe."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows([spreadsheet_safe(cell) for cell in row] for row in rows)
    return text.getvalue().encode()


def _competency(card: CompetencyCard, framework: str, outline: Outline) -> Row:
    area = outline.areas[card.area]
    return (
        card.id,
        card_identifier(framework, card),
        area.id,
        plain_words(card.title),
        plain_words(card.statement),
        " ".join(card.levels),
        target_of(card, area),
        " ".join(id for id, _ in card.skills),
        " ".join(card.prerequisites),
        "; ".join(f"{it.framework} {it.code}" for it in card.standards),
        card.retired.on.isoformat() if card.retired else "",
        reference(addresses.competency(card)),
    )


def _descriptors(it: Competency, skill: Skill, outline: Outline) -> Iterator[Row]:
    card = outline.competencies[it.id]
    area = outline.areas[card.area]
    target = target_of(card, area)
    for level in area.scale.levels:
        place = (level.id, plain_words(level.name), str(level.position), "yes" if level.id == target else "no")
        for text in skill.levels.get(level.id, ()):
            yield (area.id, it.id, plain_words(it.title), skill.id, plain_words(skill.title), *place, plain_words(text))
