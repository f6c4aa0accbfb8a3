"""From a student's evidence to their standing on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from site_builder.evidence.piece import Piece
from site_builder.progress.competencies import competency_standing, position_of
from site_builder.progress.ground import Ground
from site_builder.progress.measures import Measure, Whole
from site_builder.progress.pathways import Found, pathway_standing
from site_builder.progress.skills import SkillRecord, skill_record
from site_builder.progress.standing import Standing


def judge(student: str, pieces: Iterable[Piece], ground: Ground, as_of: date) -> Standing:
    """Where a student stands on a day, by what was done and read until then; the order of pieces does not matter."""
    by_skill = _by_skill(student, pieces, ground, as_of)
    owners = dict.fromkeys([ground.measures[skill].owner for skill in by_skill])
    seen = {id: _found(ground.wholes[id], by_skill, as_of) for id in owners}
    positions = {id: it.position for id, it in seen.items()}
    competencies = [
        competency_standing(it, seen[id].skills if id in seen else ground.unseen[id], positions, ground.wholes)
        for id, it in ground.wholes.items()
    ]
    pathways = [pathway_standing(it, asked, seen) for it, asked in zip(ground.pathways, ground.asked, strict=True)]
    count = sum([len(found) for found in by_skill.values()])
    return Standing(student, as_of, tuple(competencies), tuple(pathways), count)


def known_on(piece: Piece) -> date:
    """The day from which a piece counts: it has been done, and somebody has read it.

    Before that nobody knew what it shows, so a page of that day could not say it. In the story of a level it stands on
    the day on which it was done, because that is when the student showed it.
    """
    return max(piece.on, piece.graded) if piece.graded else piece.on


def _by_skill(student: str, pieces: Iterable[Piece], ground: Ground, as_of: date) -> Mapping[str, list[Piece]]:
    """The pieces that count by this day, for each skill of the continuum."""
    found: dict[str, list[Piece]] = {}
    for piece in pieces:
        if piece.student != student:
            raise ValueError("these pieces are not all of one student")
        if piece.skill in ground.measures and known_on(piece) <= as_of:
            found.setdefault(piece.skill, []).append(piece)
    return found


def _found(whole: Whole, by_skill: Mapping[str, list[Piece]], as_of: date) -> Found:
    skills = [_record(by_skill.get(it.skill.id), it, as_of) for it in whole.measures]
    return Found(position_of(whole, skills), skills)


def _record(pieces: list[Piece] | None, measure: Measure, as_of: date) -> SkillRecord:
    return skill_record(pieces, measure, as_of) if pieces else SkillRecord(measure, measure.blank)
