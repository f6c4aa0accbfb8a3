"""What was read before: cards, problems and links by file, so that only what has changed is read again.

The index is data, kept in one file that may be deleted at any time. It begins with its own digest and with the digest
of all that reading depends on; when either does not fit, everything is read anew.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import is_dataclass
from datetime import date
from pathlib import Path
from typing import Any

from site_builder.model import Mode, Retired, Standard
from site_builder.outline import CardTexts, CompetencyCard, ExemplarCard
from site_builder.problems import Problem, Severity, Span, Spot
from site_builder.sources.checks.whole import LinkUse
from site_builder.sources.digest import digest_of_bytes
from site_builder.sources.ease import Count
from site_builder.sources.folder import Source
from site_builder.sources.published import is_whole, medium_of
from site_builder.sources.reading import Reading

NAME = "index.json"


def load_index(folder: Path, salt: str, sources: Mapping[str, Source], media: Path) -> dict[str, Reading]:
    """The readings that still hold, by file; none where the index is missing, damaged or of another make."""
    try:
        head, _, body = (folder / NAME).read_bytes().partition(b"\n")
        if head.decode() != f"{salt} {digest_of_bytes(body)}":
            return {}
        lines = body.split(b"\n") if body else []
        rows = json.loads(b"[%b]" % b",".join(lines))
    except (OSError, ValueError):
        return {}
    known = zip(rows, lines, strict=True)
    holds = ((row, line) for row, line in known if row[0] in sources and sources[row[0]].stamp == row[1])
    readings = (_reading(sources[row[0]], row, line) for row, line in holds)
    return {it.source.file: it for it in readings if _has_its_media(it, media)}


def _has_its_media(reading: Reading, media: Path) -> bool:
    card = reading.card
    return not isinstance(card, ExemplarCard) or all(is_whole(it, media) for it in card.media)


def save_index(folder: Path, salt: str, readings: Mapping[str, Reading]) -> None:
    """Keep readings of competencies and exemplars for the next time, each in a line; known lines stay."""
    kept = (it for it in readings.values() if isinstance(it.card, CompetencyCard | ExemplarCard))
    body = b"\n".join(it.line or _line(it) for it in kept)
    beside = folder / f".{NAME}.{os.getpid()}"
    beside.write_bytes(f"{salt} {digest_of_bytes(body)}\n".encode() + body)
    beside.replace(folder / NAME)


def _line(reading: Reading) -> bytes:
    text = json.dumps(_row(reading), ensure_ascii=False, separators=(",", ":"), default=_plain)
    return text.encode("utf-8", "surrogatepass")


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    # Not dataclasses.astuple, which copies what is within: most of the values here are the standards of 5,000 cards.
    return [getattr(value, name) for name in value.__slots__]


def _row(reading: Reading) -> list[Any]:
    card = reading.card
    assert is_dataclass(card) and not isinstance(card, type)
    values = [getattr(card, name) for name in card.__slots__]
    return [
        reading.source.file,
        reading.source.stamp,
        type(card).__name__,
        values,
        [[_at_row(it.at), it.code, it.message, it.severity, it.hint] for it in reading.problems],
        [[_at_row(it.at), it.file, it.target, it.is_picture] for it in reading.links],
        reading.lengths,
    ]


def _at_row(at: Span | Spot) -> list[Any]:
    return ["span", at.file, at.line, at.column] if isinstance(at, Span) else ["spot", at.file, at.path, at.on_key]


def _reading(source: Source, row: list[Any], line: bytes) -> Reading:
    make = _competency_card if row[2] == "CompetencyCard" else _exemplar_card
    problems = tuple(
        Problem(_at(at), code, message, Severity(severity), hint) for at, code, message, severity, hint in row[4]
    )
    links = tuple(LinkUse(_at(at), *rest) for at, *rest in row[5])
    lengths = {language: Count(*count) for language, count in row[6].items()}
    return Reading(source, None, make(row[3]), problems, links, lengths=lengths, line=line)


def _at(row: list[Any]) -> Span | Spot:
    return Span(*row[1:]) if row[0] == "span" else Spot(row[1], tuple(row[2]), row[3])


def _competency_card(values: list[Any]) -> CompetencyCard:
    """A card of its values in their order, without a table by name: it is done once for each of thousands."""
    prerequisites, standards, skills, levels, is_described, target = values[6:12]
    retired, was, identifiers, digest, source_digest, translations = values[12:]
    fields = [
        *values[:6],
        tuple(prerequisites),
        tuple([Standard(*it) for it in standards]),
        tuple(map(tuple, skills)),
        tuple(levels),
        is_described,
        target,
        Retired(date.fromisoformat(retired[0]), retired[1]) if retired else None,
        tuple(was),
        tuple(identifiers),
        digest,
        source_digest,
        _translations(translations),
    ]
    return CompetencyCard(*fields)


def _exemplar_card(values: list[Any]) -> ExemplarCard:
    fields = dict(zip(ExemplarCard.__slots__, values, strict=True))
    fields["mode"] = Mode(fields["mode"])
    fields["skills"] = tuple((skill, level) for skill, level in fields["skills"])
    fields["annotated"] = tuple((skill, level) for skill, level in fields["annotated"])
    fields["media"] = tuple(medium_of(it) for it in fields["media"])
    fields["consent_until"] = date.fromisoformat(fields["consent_until"])
    fields["translations"] = _translations(fields["translations"])
    return ExemplarCard(**fields)


def _translations(values: Mapping[str, list[Any]]) -> dict[str, CardTexts]:
    return {language: CardTexts(tuple(texts), *rest) for language, (texts, *rest) in values.items()}
