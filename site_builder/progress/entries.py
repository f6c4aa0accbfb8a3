"""The evidence of a competency as a page lists it: one entry a task, newest first, with every version kept."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from datetime import date
from typing import TypeAlias

from markupsafe import Markup

from site_builder.evidence.piece import Piece
from site_builder.progress.entry import Entry, Shown, Version
from site_builder.progress.guide import Guide
from site_builder.progress.standing import CompetencyStanding

_WEB = re.compile(r"https?://[^\s\\]+")


# A piece, whether its work counts by it, and whether that was read twice.
_Row: TypeAlias = tuple[Piece, bool, bool]


def entries(it: CompetencyStanding, guide: Guide) -> list[Entry]:
    """Every piece of evidence of a competency, by task."""
    tasks: dict[Hashable, list[_Row]] = {}
    for skill in it.skills:
        for work in skill.works:
            newest, is_read_twice = work.newest, work.is_read_twice
            for number, piece in enumerate(work.versions):
                key = piece.task_id or piece.task or (piece.skill, newest.on, number)
                tasks.setdefault(key, []).append((piece, piece is newest, is_read_twice))
    found = [(_newest_day(rows), _entry(rows, guide)) for rows in tasks.values()]
    return [entry for _, entry in sorted(found, key=lambda pair: pair[0], reverse=True)]


def _newest_day(rows: Iterable[_Row]) -> tuple[date, str]:
    return max([(piece.on, piece.task) for piece, _, _ in rows])


def _called(piece: Piece, guide: Guide) -> Markup:
    return guide.desk.hand.text(piece.task) if piece.task else guide.desk.say("A piece of work")


def _entry(rows: Sequence[_Row], guide: Guide) -> Entry:
    if len(rows) == 1:
        [(piece, _, is_read_twice)] = rows
        version = _single(piece, guide.desk.day(piece.on), guide)
        kind = guide.desk.hand.text(piece.kind)
        return Entry(_called(piece, guide), kind, [version], piece.is_formative, is_read_twice)
    versions: dict[tuple[int, date], list[Piece]] = defaultdict(list)
    for piece, _, _ in rows:
        versions[(piece.attempt, piece.on)].append(piece)
    ordered = [_version(versions[key], guide) for key in sorted(versions, reverse=True)]
    newest = next((piece for piece, is_newest, _ in rows if is_newest), rows[-1][0])
    return Entry(
        _called(newest, guide),
        guide.desk.hand.text(newest.kind),
        ordered,
        ordered[0].is_formative,
        any(is_read_twice for _, _, is_read_twice in rows),
    )


def _version(pieces: Sequence[Piece], guide: Guide) -> Version:
    day = guide.desk.day(pieces[0].on)
    if len(pieces) == 1:
        return _single(pieces[0], day, guide)
    return Version(
        day,
        _shown(pieces, guide),
        guide.desk.listed(dict.fromkeys(guide.desk.hand.name(piece.assessor) for piece in pieces if piece.assessor)),
        list(dict.fromkeys(piece.comment for piece in pieces if piece.comment)),
        list(dict.fromkeys(piece.reflection for piece in pieces if piece.reflection)),
        next((piece.link for piece in pieces if is_web_address(piece.link)), ""),
        all(piece.is_formative for piece in pieces),
    )


def _single(piece: Piece, day: str, guide: Guide) -> Version:
    """Most versions are about one skill, and are seen by one person."""
    return Version(
        day,
        [Shown(guide.level(piece), guide.skills[piece.skill].called)],
        guide.desk.hand.name(piece.assessor),
        [piece.comment] if piece.comment else [],
        [piece.reflection] if piece.reflection else [],
        piece.link if is_web_address(piece.link) else "",
        piece.is_formative,
    )


def _shown(pieces: Iterable[Piece], guide: Guide) -> list[Shown]:
    """Levels from the highest to the lowest, each with its skills; what was looked for and not seen comes last."""
    found: dict[Markup, list[Markup]] = {}
    for piece in sorted(pieces, key=guide.place, reverse=True):
        titles = found.setdefault(guide.level(piece), [])
        if (title := guide.skills[piece.skill].called) not in titles:
            titles.append(title)
    return [Shown(label, guide.desk.listed(titles)) for label, titles in found.items()]


def is_web_address(link: str) -> bool:
    """Whether a link of an export is one that a page may show: evidence is data, and data does not run."""
    return bool(_WEB.fullmatch(link))
