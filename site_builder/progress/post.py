"""Letters for everybody, written into a folder of their own to be printed and then deleted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from site_builder.evidence.student import Roster
from site_builder.make import make_of
from site_builder.private.code import code
from site_builder.private.folders import plain_refusal
from site_builder.private.output import write_tree
from site_builder.private.register import verified
from site_builder.private.secret import Secret, link
from site_builder.problems import Problem, stops
from site_builder.progress.desk import desk_for
from site_builder.progress.ground import ground_from
from site_builder.progress.letters import Key, households, letters, staff_letters
from site_builder.progress.prepare import read_private_register, read_private_roster
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
    groups = {} if only else roster.groups
    problems += verified(register, keys_file.as_posix(), students=wanted.students, groups=groups)
    if stops(problems):
        return None, problems
    crew = Crew(1)
    loaded = load(root, cache, crew, today, make_of())
    ground = ground_from(loaded, crew)
    if ground is None or loaded.outline is None:
        return None, list(loaded.problems)
    own = ground.settings.languages[0]
    spoken = {"": own} | {it.language: it.language for it in wanted.students.values() if it.language}
    desks = {key: desk_for(language, ground, loaded.outline, "", today) for key, language in spoken.items()}
    open_at = f"{at.rstrip('/')}/open/"
    pages = {"families.html": letters(wanted, _keys(register.student_secrets(), at), open_at, today, desks)}
    if groups:
        by_title = {groups[id]: key for id, key in _keys(register.group_secrets(), at).items() if id in groups}
        pages["staff.html"] = staff_letters(by_title, open_at, today, desks[""])
    write_tree(out, ((file, text.encode()) for file, text in pages.items()), is_plain=True)
    return Posted(len(households(wanted.students.values())), len(groups)), problems


def _wanted(roster: Roster, only: Sequence[str]) -> Roster:
    if not only:
        return roster
    return Roster({id: it for id, it in roster.students.items() if id in only}, roster.groups)


def _keys(secrets: Mapping[str, Secret], at: str) -> dict[str, Key]:
    return {id: Key(link(at, secret), tuple(code(secret).split())) for id, secret in secrets.items()}
