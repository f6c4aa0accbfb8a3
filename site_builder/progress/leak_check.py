"""The leak check with everything that must not be found: the roster's people and the register's keys."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from site_builder.private.allowed import Allowed, read_allowed
from site_builder.private.audit import Audit, audit
from site_builder.private.needles import needles
from site_builder.private.register import Register
from site_builder.problems import Problem
from site_builder.progress.prepare import read_private_register, read_private_roster
from site_builder.progress.run import person


def leak_check(
    sites: Sequence[Path],
    rosters: Sequence[Path],
    keys_file: Path | None,
    passphrase: str,
    allow: Path | None,
    *,
    are_sealed: bool = False,
) -> Audit:
    """What the leak check says of these folders; the addresses of private pages may stand where they are published."""
    roster, problems = read_private_roster(rosters)
    register = read_private_register(keys_file, passphrase) if keys_file else Register()
    if isinstance(register, Problem):
        return Audit([*problems, register])
    if roster is None:
        return Audit(problems)
    allowed, more = read_allowed(allow) if allow else (Allowed(), [])
    secrets = [*register.student_secrets().values(), *register.group_secrets().values()]
    wanted = needles((person(it) for it in roster.students.values()), secrets, with_addresses=not are_sealed)
    found = audit(sites, wanted, allowed)
    return Audit(
        [*problems, *more, *found.problems],
        found.files,
        found.bytes,
        found.needles,
        found.allowed,
        found.seconds,
        found.notes,
    )
