"""Commands for keys: who can open which page."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from site_builder.cli.extras import needs
from site_builder.cli.options import KEYS, PASSPHRASE, ROSTER, WHO, address
from site_builder.cli.said import counted, fail, show
from site_builder.problems import Problem, stops

if TYPE_CHECKING:
    from site_builder.private.register import Register


@click.group()
def keys() -> None:
    """Keep the register of keys: which code opens whose page."""


@keys.command()
@ROSTER
@KEYS
@PASSPHRASE
@needs("progress")
def new(rosters: tuple[Path, ...], keys_file: Path, passphrase: str) -> int:
    """Make a key for each student and group of the roster that has none."""
    from site_builder.private.register import Register, with_new
    from site_builder.progress.prepare import read_private_register, read_private_roster

    roster, problems = read_private_roster(rosters)
    register = read_private_register(keys_file, passphrase) if keys_file.exists() else Register()
    if roster is None or isinstance(register, Problem):
        return fail([*problems, *([register] if isinstance(register, Problem) else [])])
    more = with_new(register, date.today(), students=roster.students, groups=roster.groups)
    made = len(more.student_secrets()) - len(register.student_secrets())
    groups = len(more.group_secrets()) - len(register.group_secrets())
    return _kept(
        more, keys_file, passphrase, f"{counted(made, 'key')} made for students, {groups} for groups.", problems
    )


@keys.command()
@WHO
@KEYS
@PASSPHRASE
@needs("progress")
def rotate(who: tuple[str, ...], keys_file: Path, passphrase: str) -> int:
    """Exchange the keys of these students (or groups, by their ids), as when a letter is lost."""
    from site_builder.private.register import rotated, unknown
    from site_builder.progress.prepare import read_private_register

    register = read_private_register(keys_file, passphrase)
    if isinstance(register, Problem):
        return fail([register])
    students, groups = _parted(who, register.groups)
    if problems := unknown(register, str(keys_file), students=students, groups=groups):
        return fail(problems)
    said = (
        f"{counted(len(who), 'key')} exchanged. Print new letters, run “continuum progress”, and publish: then the old "
        "addresses are gone. What was opened or copied before cannot be taken back."
    )
    return _kept(rotated(register, date.today(), students=students, groups=groups), keys_file, passphrase, said)


@keys.command()
@WHO
@KEYS
@PASSPHRASE
@click.option(
    "--private",
    type=click.Path(path_type=Path, file_okay=False),
    default="private",
    help="The folder of sealed pages (default: private).",
)
@click.option(
    "--plain", type=click.Path(path_type=Path, file_okay=False), multiple=True, help="A folder of plain pages."
)
@click.option("--at", default="", callback=address, help="Where the private pages are published.")
@needs("progress")
def retire(
    who: tuple[str, ...], keys_file: Path, passphrase: str, private: Path, plain: tuple[Path, ...], at: str
) -> int:
    """Take the keys of these students (or groups) away, and list what else is to be deleted."""
    from site_builder.private.purge import Pages, purge_list
    from site_builder.private.register import retired, unknown
    from site_builder.progress.prepare import read_private_register

    register = read_private_register(keys_file, passphrase)
    if isinstance(register, Problem):
        return fail([register])
    students, groups = _parted(who, register.groups)
    if problems := unknown(register, str(keys_file), students=students, groups=groups):
        return fail(problems)
    for id in students:
        entry = register.students[id]
        pages = Pages(entry.secret.page_id if entry.secret else "", entry.retired)
        click.echo("\n".join(purge_list(id, pages, private, plain, site=at)))
    left = retired(register, students=students, groups=groups)
    return _kept(
        left, keys_file, passphrase, f"{counted(len(who), 'key')} retired; what they opened is gone at the next run."
    )


@keys.command()
@KEYS
@PASSPHRASE
@needs("progress")
def wrap(keys_file: Path, passphrase: str) -> int:
    """Lock the register with a passphrase, asked for here or given as CONTINUUM_NEW_PASSPHRASE."""
    from site_builder.progress.prepare import read_private_register

    register = read_private_register(keys_file, passphrase)
    if isinstance(register, Problem):
        return fail([register])
    chosen = os.environ.get("CONTINUUM_NEW_PASSPHRASE") or click.prompt(
        "New passphrase", hide_input=True, confirmation_prompt=True, err=True
    )
    return _kept(
        register, keys_file, chosen, "The register is locked. Without the passphrase nobody can open it again."
    )


@keys.command()
@ROSTER
@KEYS
@PASSPHRASE
@needs("progress")
def verify(rosters: tuple[Path, ...], keys_file: Path, passphrase: str) -> int:
    """Say who has no key, whose key is nobody's, and whether all are sound."""
    from site_builder.private.register import verified
    from site_builder.progress.prepare import read_private_register, read_private_roster

    roster, problems = read_private_roster(rosters)
    register = read_private_register(keys_file, passphrase)
    if roster is None or isinstance(register, Problem):
        return fail([*problems, *([register] if isinstance(register, Problem) else [])])
    problems += verified(register, str(keys_file), students=roster.students, groups=roster.groups)
    show(problems, notes=True)
    count = len(register.student_secrets()) + len(register.group_secrets())
    click.echo(f"{count} keys, {len(roster.students)} students, {len(roster.groups)} groups.", err=True)
    return int(stops(problems))


def _kept(register: Register, keys_file: Path, passphrase: str, said: str, problems: Iterable[Problem] = ()) -> int:
    """Write the register where git does not see it, locked again where it was locked."""
    from site_builder.private.folders import writing_refusal
    from site_builder.private.register_file import write_register

    refusal = writing_refusal(keys_file, "the register of keys") or write_register(register, keys_file, passphrase)
    if refusal:
        return fail([refusal])
    show(list(problems))
    click.echo(said, err=True)
    return 0


def _parted(who: Iterable[str], groups: Iterable[str]) -> tuple[list[str], list[str]]:
    known = set(groups)
    return [it for it in who if it not in known], [it for it in who if it in known]
