"""What outcomes without a skill may mean: proposals for a person to confirm, never used unconfirmed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz, process, utils

from site_builder.evidence.matching import folded
from site_builder.evidence.read import Outcome
from site_builder.model import Competency, Skill

_LIKELY = 60
_MOST = 3


class Candidate(NamedTuple):
    """A skill that an outcome may mean: how alike their words are (0–100), and its words."""

    skill: str
    likeness: int
    words: str
    by_code: bool = False


class Proposal(NamedTuple):
    """An outcome that means no skill, the number of its rows, and the skills that it may mean, the likeliest first."""

    outcome: str
    rows: int
    candidates: tuple[Candidate, ...]


def proposals(unmatched: Iterable[Outcome], competencies: Iterable[Competency]) -> list[Proposal]:
    """For each outcome the skills whose id stands in its text, or else those whose words are most like it."""
    skills = {skill.id: (skill, it) for it in competencies for skill in it.skills}
    words = {id: utils.default_process(_words(*it)) for id, it in skills.items()}
    found = []
    for outcome in unmatched:
        if not outcome.names:
            continue
        text = " ".join(outcome.names)
        ids = _codes(text, skills)
        likely = [Candidate(id, 100, _words(*skills[id]), by_code=True) for id in ids] or _alike(text, words, skills)
        found.append(Proposal(outcome.names[0], outcome.rows, tuple(likely)))
    return found


def as_map(found: Sequence[Proposal]) -> str:
    """The proposals as a part of a map in which nothing counts until a person takes away the `#` of a line."""
    lines = ["# Take away the “#” before a line that is right. What is left as it is means nothing.", "outcomes:"]
    for it in found:
        count = "1 row" if it.rows == 1 else f"{it.rows:,} rows"
        lines.append(f"  # {_in_line(it.outcome)}: {count}" + ("" if it.candidates else ", and nothing is like it"))
        for candidate in it.candidates:
            why = "its id is in the name" if candidate.by_code else f"{candidate.likeness} % alike"
            lines.append(f"  # {_quoted(it.outcome)}: {candidate.skill}  # {why}: {_in_line(candidate.words)}")
    return "\n".join(lines) + "\n"


def _codes(text: str, skills: Iterable[str]) -> list[str]:
    """The ids that stand in a text by themselves; of two that overlap the longer one."""
    plain = folded(text)
    there = [it for it in skills if re.search(rf"(?<![\w.-]){re.escape(folded(it))}(?![\w-]|\.\w)", plain)]
    return sorted(there, key=lambda it: (-len(it), it))[:_MOST]


def _alike(text: str, words: dict[str, str], skills: dict[str, tuple[Skill, Competency]]) -> list[Candidate]:
    found = process.extract(
        utils.default_process(text), words, scorer=fuzz.token_set_ratio, limit=_MOST, score_cutoff=_LIKELY
    )
    return [Candidate(id, round(score), _words(*skills[id])) for _, score, id in found]


def _words(skill: Skill, competency: Competency) -> str:
    return skill.title if skill.title == competency.title else f"{competency.title}: {skill.title}"


def _quoted(text: str) -> str:
    """A text as YAML takes it in double quotes, in one line."""
    return json.dumps(text, ensure_ascii=False)


def _in_line(text: str) -> str:
    return " ".join(text.split())
