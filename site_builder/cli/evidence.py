"""Commands for evidence: read exports, and propose what their outcomes mean."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from site_builder.cli.extras import needs
from site_builder.cli.options import FILES, MAP, ROSTER, SCHOOL
from site_builder.cli.said import fail, show


@click.group()
def evidence() -> None:
    """Read exports of evidence from other systems."""


@evidence.command()
@FILES
@SCHOOL
@ROSTER
@MAP
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    default="evidence.parquet",
    help="The store to write (default: evidence.parquet).",
)
@click.option(
    "--set-aside",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    help="Where rows go that are no evidence, with the reason (default: beside the store).",
)
@needs("progress")
def read(
    files: tuple[Path, ...],
    root: Path,
    rosters: tuple[Path, ...],
    map_file: Path | None,
    out: Path,
    set_aside: Path | None,
) -> int:
    """Read FILES into a store of evidence."""
    from site_builder.evidence.set_aside import REASONS
    from site_builder.progress.intake import take_in
    from site_builder.site.build import cache_of

    aside = set_aside or out.with_name(f"{out.stem}.set-aside.csv")
    taken, problems = take_in(root, cache_of(root), files, rosters, map_file, date.today(), out, aside)
    if taken is None:
        return fail(problems)
    show(problems)
    for it in taken.reading.tables:
        sheet = f", {it.sheet}" if it.sheet else ""
        click.echo(f"{it.file}{sheet}: {it.format}, {it.rows} rows, {it.evidence} of them evidence.", err=True)
    for notice in taken.reading.notices:
        click.echo(notice, err=True)
    for reason, count in taken.reading.set_aside.items():
        click.echo(f"{count} rows set aside ({reason}): {REASONS[reason]}.", err=True)
    if taken.reading.set_aside:
        click.echo(f"They are in {aside}, each with its row and reason.", err=True)
    if taken.reading.unmatched:
        click.echo("“continuum evidence match” proposes what the outcomes may mean that matched nothing.", err=True)
    click.echo(f"{taken.reading.pieces} pieces of evidence of {taken.reading.students} students in {out}.", err=True)
    return 0


@evidence.command()
@FILES
@SCHOOL
@ROSTER
@MAP
@needs("progress")
def match(files: tuple[Path, ...], root: Path, rosters: tuple[Path, ...], map_file: Path | None) -> int:
    """Propose a skill for each outcome of FILES that has none, for a person to confirm in the map."""
    from site_builder.evidence.proposals import as_map, proposals
    from site_builder.progress.intake import take_in
    from site_builder.site.build import cache_of

    taken, problems = take_in(root, cache_of(root), files, rosters, map_file, date.today(), None)
    if taken is None:
        return fail(problems)
    show(problems)
    found = proposals(taken.reading.unmatched, taken.ground.competencies.values())
    if found:
        click.echo(as_map(found), nl=False)
    click.echo(f"{len(found)} outcomes without a skill.", err=True)
    return 0
