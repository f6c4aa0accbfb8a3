"""Commands for private pages: make them, print their letters, open them all, look for leaks."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from site_builder.cli.extras import needs
from site_builder.cli.options import (
    AS_OF,
    EVIDENCE,
    JSON,
    KEYS,
    PASSPHRASE,
    ROOT,
    ROSTER,
    SCHOOL,
    SITE_URL,
    WORDS,
    address,
    not_a_school,
    public_address,
    roster,
    store,
)
from site_builder.cli.said import Bar, counted, fail, print_problems, said, show
from site_builder.problems import Problem, stops

if TYPE_CHECKING:
    from site_builder.progress.run import Report, Wish


@click.command()
@SCHOOL
@EVIDENCE
@ROSTER
@click.option(
    "--keys",
    "keys_file",
    type=click.Path(path_type=Path, dir_okay=False),
    envvar="CONTINUUM_KEYS",
    help="The register of keys: one file, outside every repository.",
)
@PASSPHRASE
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path),
    default="private",
    help="Where the sealed pages go (default: private/).",
)
@click.option(
    "--plain",
    type=click.Path(path_type=Path),
    default=None,
    help="Write readable pages there instead, for the school's own use.",
)
@WORDS
@AS_OF
@SITE_URL
@click.option(
    "--decoys", type=click.IntRange(0, 10_000), default=0, help="Fill the number of pages up to a multiple of this."
)
@click.option("--dask", default="", metavar="ADDRESS", help="Let the workers of this Dask scheduler make the pages.")
@JSON
@needs("progress", "dask")
def progress(
    root: Path,
    store: Path,
    rosters: tuple[Path, ...],
    keys_file: Path | None,
    passphrase: str,
    out: Path,
    plain: Path | None,
    words: Path | None,
    as_of: date | None,
    site_url: str | None,
    decoys: int,
    dask: str,
    json_wanted: bool,
) -> int:
    """Judge the evidence and write each student's private page."""
    from site_builder.progress.prepare import Asked, prepare
    from site_builder.site.build import cache_of

    if keys_file is None and plain is None:
        raise click.UsageError("Name the register of keys with --keys, or a folder for readable pages with --plain.")
    today = date.today()
    asked = Asked(
        root,
        store,
        rosters,
        plain or out,
        as_of or today,
        today,
        None if plain else keys_file,
        passphrase,
        words,
        site_url or public_address(root),
        decoys,
    )
    wish, problems = prepare(asked, cache_of(root))
    if wish is None:
        return fail(problems, json_wanted=json_wanted)
    report = _made(wish, dask)
    problems += report.problems
    if stops(problems) and not report.students:
        return fail(problems, json_wanted=json_wanted)
    counts = {"students": report.students, "groups": report.groups, "decoys": report.decoys} if json_wanted else {}
    print_problems(tuple(problems), None, json_wanted=json_wanted, notes=False, on_stderr=True, **counts)
    if not json_wanted:
        click.echo(said(tuple(problems), notes=True), err=True)
        click.echo(_told(report, asked.out, "readable" if plain else "sealed"), err=True)
    return int(stops(problems))


def _made(wish: Wish, dask: str) -> Report:
    if dask:
        from site_builder.progress.cluster import run_on_cluster

        return run_on_cluster(wish, dask, Bar())
    from site_builder.progress.run import run
    from site_builder.sources.crew import Crew, hands

    with Crew(hands(len(wish.roster.students))) as crew:
        return run(wish, crew, Bar())


def _told(report: Report, out: Path, kind: str) -> str:
    more = f", and {report.decoys} that nobody can open" if report.decoys else ""
    return f"{counted(report.students, f'{kind} page')} of students and {report.groups} of groups in {out}{more}."


@click.command()
@SCHOOL
@ROSTER
@KEYS
@PASSPHRASE
@click.option(
    "--at",
    required=True,
    callback=address,
    help="Where the private pages are published, as in https://pages.school.example/.",
)
@click.option(
    "-o", "--out", type=click.Path(path_type=Path), default="letters", help="Where the letters go (default: letters/)."
)
@click.option("--only", "only", multiple=True, metavar="ID", help="Only for this student; may be given several times.")
@needs("progress")
def letters(
    root: Path,
    rosters: tuple[Path, ...],
    keys_file: Path,
    passphrase: str,
    at: str,
    out: Path,
    only: tuple[str, ...],
) -> int:
    """Write a sheet to print for each household, and one for each group."""
    from site_builder.progress.post import post
    from site_builder.site.build import cache_of

    made, problems = post(root, cache_of(root), rosters, keys_file, passphrase, at, out, only, date.today())
    if made is None:
        return fail(problems)
    show(problems)
    count = f"{counted(made.households, 'letter')} and {counted(made.groups, 'sheet')} for staff"
    click.echo(f"{count} in {out}. Print them; do not mail them.", err=True)
    return 0


@click.command()
@click.argument("private", type=click.Path(path_type=Path, exists=True, file_okay=False))
@ROOT
@KEYS
@PASSPHRASE
@store("Compare with this store too.")
@roster("Who the students are, to compare.")
@WORDS
@AS_OF
@SITE_URL
@needs("progress")
def verify(
    private: Path,
    root: Path,
    keys_file: Path,
    passphrase: str,
    store: Path | None,
    rosters: tuple[Path, ...],
    words: Path | None,
    as_of: date | None,
    site_url: str | None,
) -> int:
    """Open every page in PRIVATE with its key, and compare it with the evidence where that is given."""
    from site_builder.progress.prepare import Asked, prepare, read_private_register
    from site_builder.progress.verify import compare
    from site_builder.progress.verify import verify as open_all
    from site_builder.site.build import cache_of
    from site_builder.sources.crew import Crew, hands

    if store and not rosters:
        raise click.UsageError("Name the roster with --roster, so that pages can be compared.")
    if store and (problems := not_a_school(root)):
        return fail(problems)
    register = read_private_register(keys_file, passphrase)
    if isinstance(register, Problem):
        return fail([register])
    found = open_all(private, register)
    problems = list(found.problems)
    compared = 0
    if store and not stops(problems):
        today, site = date.today(), site_url or public_address(root)
        asked = Asked(root, store, rosters, private, as_of or today, today, keys_file, passphrase, words, site)
        wish, more = prepare(asked, cache_of(root))
        problems += more
        if wish is None:
            return fail(problems)
        with Crew(hands(len(wish.roster.students))) as crew:
            result = compare(private, wish, crew)
        problems += result.problems
        compared = result.compared
    show(problems)
    more_said = f" {compared} say what the evidence gives." if compared else ""
    click.echo(f"{found.opened} pages open with their keys.{more_said}", err=True)
    return int(stops(problems))


@click.command()
@click.argument(
    "sites", type=click.Path(path_type=Path, exists=True, file_okay=False), nargs=-1, required=True, metavar="SITE…"
)
@ROSTER
@click.option(
    "--keys",
    "keys_file",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    default=None,
    envvar="CONTINUUM_KEYS",
    help="The register of keys, to look for those too.",
)
@PASSPHRASE
@click.option(
    "--allow",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    default=None,
    help="Texts that only look like a name: one a line, with a reason after #.",
)
@click.option("--sealed", is_flag=True, help="SITE holds sealed pages: their own addresses may stand there.")
@JSON
@needs("progress")
def audit(
    sites: tuple[Path, ...],
    rosters: tuple[Path, ...],
    keys_file: Path | None,
    passphrase: str,
    allow: Path | None,
    sealed: bool,
    json_wanted: bool,
) -> int:
    """Look through every byte of SITE for anybody on the roster, and for keys."""
    from site_builder.progress.leak_check import leak_check

    result = leak_check(sites, rosters, keys_file, passphrase, allow, are_sealed=sealed)
    print_problems(tuple(result.problems), None, json_wanted=json_wanted, notes=True, on_stderr=False)
    if not json_wanted:
        for note in result.notes:
            click.echo(note, err=True)
        click.echo(f"{result}.", err=True)
    return int(stops(result.problems))
