"""Letters for everybody, written into a folder of their own to be printed and then deleted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from site_builder.evidence.student import Roster
from site_builder.make import make_of
from site_builder.private.code import code
from site_builder.private.folders import plain_refusal
from site_builder.private.output import write_tree
from site_builder.private.register import Register, verified
from site_builder.private.secret import Secret, link
from site_builder.problems import Problem, Span, stops
from site_builder.progress.code_pages import FOLDER
from site_builder.progress.desk import Desk, desk_for
from site_builder.progress.letters import Key, households, letters, staff_letters
from site_builder.progress.prepare import read_private_register, read_private_roster
from site_builder.progress.telling import tellings, unspoken
from site_builder.progress.turn import in_turn
from site_builder.sources.crew import Crew
from site_builder.sources.load import load


@dataclass(frozen=True, slots=True)
class Posted:
    """How many letters there are."""

    households: int
    groups: int


def post(
    root: Path,
    cache: Path,
    rosters: Sequence[Path],
    keys_file: Path,
    passphrase: str,
    at: str,
    out: Path,
    only: Sequence[str],
    today: date,
) -> tuple[Posted | None, list[Problem]]:
    """Write families.html and staff.html; `at` is where the private pages stand, `only` names students, if not all."""
    refusal = plain_refusal(out, root / "site", root)
    if refusal:
        return None, [refusal]
    roster, problems = read_private_roster(rosters)
    register = read_private_register(keys_file, passphrase)
    if isinstance(register, Problem):
        return None, [*problems, register]
    if roster is None:
        return None, problems
    wanted = _wanted(roster, only)
    problems += _unknown(only, roster, rosters[0])
    problems += _keys_of(wanted, register, keys_file, only)
    if stops(problems):
        return None, problems
    crew = Crew(1)
    loaded = load(root, cache, crew, today, make_of())
    languages = {it.language for it in wanted.students.values()}
    told = tellings(loaded, crew, languages)
    if told is None:
        return None, list(loaded.problems)
    problems += unspoken(wanted.students.values(), told, rosters[0])
    desks = {it: desk_for(told.of(it), "", today) for it in {"", *languages}}
    files = [(file, text.encode()) for file, text in _pages(wanted, register, at, today, desks)]
    written = in_turn(out, partial(write_tree, out, files, is_plain=True))
    if isinstance(written, Problem):
        return None, [*problems, written]
    return Posted(len(households(wanted.students.values())), len(wanted.groups)), problems


def _pages(
    wanted: Roster, register: Register, at: str, today: date, desks: Mapping[str, Desk]
) -> Iterator[tuple[str, str]]:
    open_at = f"{at.rstrip('/')}/{FOLDER}"
    yield "families.html", letters(wanted, _keys(register.student_secrets(), at), open_at, today, desks)
    if wanted.groups:
        keys = _keys(register.group_secrets(), at)
        titled = sorted((title, id) for id, title in wanted.groups.items())
        yield "staff.html", staff_letters([(title, keys[id]) for title, id in titled], open_at, today, desks[""])


def _wanted(roster: Roster, only: Sequence[str]) -> Roster:
    return Roster({id: it for id, it in roster.students.items() if id in only}) if only else roster


def _unknown(only: Sequence[str], roster: Roster, file: Path) -> list[Problem]:
    hint = "write the id as the roster has it"
    return [
        Problem(Span(file.as_posix()), "letter-unknown", f"no student on the roster has the id “{id}”", hint=hint)
        for id in only
        if id not in roster.students
    ]


def _keys_of(wanted: Roster, register: Register, file: Path, only: Sequence[str]) -> list[Problem]:
    """What is wrong with keys; those of others are no matter where only some students are meant."""
    problems = verified(register, file.as_posix(), students=wanted.students, groups=wanted.groups)
    return [it for it in problems if stops([it]) or not only]


def _keys(secrets: Mapping[str, Secret], at: str) -> dict[str, Key]:
    return {id: Key(link(at, secret), tuple(code(secret).split())) for id, secret in secrets.items()}
