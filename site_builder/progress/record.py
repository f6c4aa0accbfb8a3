"""A student's standing as a draft of a Comprehensive Learner Record (CLR 2.0), which nobody has signed.

A record becomes a credential by a signature (`proof`), and none is made here: the draft says so in its name and in its
description. It holds what the student's page says: each competency with evidence, the level of each skill, the works
that it rests on by their tasks and days. Comments and reflections stay on the page. It speaks the language that the
student's family reads, as the page does.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from site_builder.evidence.student import Student
from site_builder.exchange.data.achievements import level_address, result_address
from site_builder.identifiers import identifier
from site_builder.look.words import day_in
from site_builder.model import Competency
from site_builder.progress.standing import CompetencyStanding, SkillStanding, Standing, State, Work
from site_builder.progress.telling import Telling

CONTEXTS = (
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
)
Json: TypeAlias = dict[str, Any]
Achievement: TypeAlias = Callable[[Competency], Json]


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who would sign: the school's name, the UUID of its framework, and where its site stands (or nothing)."""

    name: str
    framework: str
    site_url: str = ""

    @property
    def profile(self) -> Json:
        """The school as a profile."""
        return {"id": self.site_url or f"urn:uuid:{self.framework}", "type": ["Profile"], "name": self.name}


def record(
    standing: Standing, student: Student, issuer: Issuer, achievement: Achievement, telling: Telling
) -> Json | None:
    """A student's standing as a draft record, without what nobody has looked at; nothing where nobody has at all."""
    shown = [it for it in standing.competencies if it.state is not State.NONE]
    if not shown:
        return None
    who = _urn(issuer, "student", student.id)
    return {
        "@context": list(CONTEXTS),
        "id": _urn(issuer, "record", student.id, standing.as_of.isoformat()),
        "type": ["VerifiableCredential", "ClrCredential"],
        "name": _draft_of(student.name, telling),
        "description": _draft(telling),
        "issuer": issuer.profile,
        "validFrom": _moment(standing.as_of),
        "partial": True,
        "credentialSubject": {
            "id": who,
            "type": ["ClrSubject"],
            "identifier": [_named(student)],
            "verifiableCredential": [_statement(it, student, issuer, achievement, telling) for it in shown],
        },
    }


def _named(student: Student) -> Json:
    return {"type": "IdentityObject", "hashed": False, "identityHash": student.name, "identityType": "name"}


def _draft_of(name: str, telling: Telling) -> str:
    return telling.say("Draft, not signed: %(name)s", name=name)


def _draft(telling: Telling) -> str:
    return telling.say(
        "A draft for the school's own use. Nobody has signed it, so it is no credential and proves nothing to others. "
        "It says where the student stands on the day that it names, by the school's own continuum."
    )


def _statement(
    it: CompetencyStanding, student: Student, issuer: Issuer, achievement: Achievement, telling: Telling
) -> Json:
    """What the record says of one competency."""
    day = it.last or it.since
    assert day is not None, "a competency with evidence has a day"
    works = _works(it)
    return {
        "@context": [CONTEXTS[0], CONTEXTS[2]],
        "id": _urn(issuer, "statement", student.id, it.competency.id, day.isoformat()),
        "type": ["VerifiableCredential", "AchievementCredential"],
        "name": _draft_of(it.competency.title, telling),
        "description": _draft(telling),
        "issuer": issuer.profile,
        "validFrom": _moment(day),
        "credentialSubject": {
            "id": _urn(issuer, "student", student.id),
            "type": ["AchievementSubject"],
            "achievement": achievement(it.competency),
            "result": [_result(skill, it, issuer) for skill in it.skills if skill.state is not State.NONE],
        },
        "evidence": [_evidence(work, telling) for work in works],
    }


def _result(it: SkillStanding, of: CompetencyStanding, issuer: Issuer) -> Json:
    """A skill's level; “in progress” is the vocabulary's word for what is not yet at its target."""
    result: Json = {
        "type": ["Result"],
        "resultDescription": result_address(issuer.framework, it.skill),
        "status": "Completed" if it.state in (State.AT, State.BEYOND) else "InProgress",
    }
    if it.position:
        level = of.area.scale.levels[it.position - 1]
        result["achievedLevel"] = level_address(issuer.framework, it.skill, level)
        result["value"] = level.name
    return result


def _works(it: CompetencyStanding) -> list[Work]:
    """Each work once, newest first, whichever of the skills it shows."""
    works: dict[tuple[str, date], Work] = {}
    for skill in it.skills:
        for work in skill.works:
            works.setdefault((work.newest.task_id or work.newest.task, work.on), work)
    return sorted(works.values(), key=lambda work: (work.on, work.newest.task), reverse=True)


def _evidence(work: Work, telling: Telling) -> Json:
    name = work.newest.task or telling.say("A piece of work")
    done = telling.say("Done on %(day)s", day=day_in(telling.words)(work.on))
    said: Json = {"type": ["Evidence"], "name": name, "description": done}
    return said | ({"genre": work.kind} if work.kind else {})


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _urn(issuer: Issuer, kind: str, *ids: str) -> str:
    return f"urn:uuid:{identifier(issuer.framework, kind, *ids)}"
