"""Commands for other systems' formats: bring a framework in, take it out, list what there is."""

from __future__ import annotations

import json
from dataclasses import replace as replaced
from datetime import UTC, date, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click

from site_builder.cli.extras import needs
from site_builder.cli.options import AS_OF, JSON, ROOT, SITE_URL, not_a_school, public_address, roster, store
from site_builder.cli.said import counted, fail, show
from site_builder.problems import stops

if TYPE_CHECKING:
    from site_builder.exchange.format import Format, Taken, WriteWish, Written
    from site_builder.exchange.framework import Framework
    from site_builder.problems import Problem

# So many of the files that were written are named.
_LISTED = 20
_AS = click.option("--as", "variant", default="", metavar="VARIANT", help="Which way of writing the format.")


@click.command(name="formats")
@JSON
def formats_(json_wanted: bool) -> int:
    """List the formats that a continuum can come from and go to."""
    from site_builder.exchange.formats import formats

    known = list(formats().values())
    if json_wanted:
        click.echo(json.dumps([_row(it) for it in known], ensure_ascii=False, indent=2))
        return 0
    for it in known:
        click.echo(f"{it.name:<11} {_ways(it):<8} {it.says}")
        for name, says in it.variants.items() if len(it.variants) > 1 else ():
            click.echo(f"{'':<21}--as {name}: {says}")
    return 0


def _row(it: Format) -> dict[str, object]:
    return {"name": it.name, "ways": _ways(it).split(", "), "says": it.says, "variants": dict(it.variants)}


def _ways(it: Format) -> str:
    has_out = it.write or it.is_private
    return ", ".join(way for way, has in (("in", it.read), ("out", has_out)) if has)


def _format(name: str, variant: str, way: str) -> Format:
    """The format of this name, if it has that way and variant; wrong usage else."""
    from site_builder.exchange.formats import formats

    known = formats()
    able = [it.name for it in known.values() if way in _ways(it).split(", ")]
    if name not in able:
        close = get_close_matches(name, able, n=1)
        meant = f" Did you mean {close[0]}?" if close else ""
        said = f"“{name}” goes the other way only." if name in known else f"There is no format “{name}”."
        raise click.UsageError(f"{said}{meant} Known here: {', '.join(able)}.")
    if variant and variant not in known[name].variants:
        raise click.UsageError(f"“{name}” is not written as “{variant}”: {', '.join(known[name].variants)}.")
    return known[name]


@click.command(name="import")
@click.argument("format_name", metavar="FORMAT")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=".",
    help="The school's folder; a new one where there is none (default: here).",
)
@_AS
@click.option(
    "--map",
    "map_file",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    default=None,
    help="A file that says what the columns of a sheet mean.",
)
@click.option("--dry-run", is_flag=True, help="Say what would come in, and write nothing.")
@needs("sheets")
def import_(
    format_name: str, files: tuple[Path, ...], out: Path, variant: str, map_file: Path | None, dry_run: bool
) -> int:
    """Bring FILES of another system's FORMAT into a school's folder, as sources."""
    from site_builder.exchange.format import ReadWish

    format = _format(format_name, variant, "in")
    existing, problems = _school_at(out)
    if stops(problems):
        click.echo("The continuum in this folder has errors; nothing is read into it before they are mended.", err=True)
        return fail(problems)
    assert format.read is not None
    taken = format.read(files, ReadWish(variant, map_file, existing))
    return _into(out, taken, existing, dry_run=dry_run)


def _into(out: Path, taken: Taken, existing: Framework | None, *, dry_run: bool) -> int:
    """Write what came in, with its report; a new school gets what it needs around its sources."""
    from site_builder.exchange.into.report import report_lines
    from site_builder.exchange.into.take import take_into
    from site_builder.new import surround

    made = take_into(out, taken, existing, dry_run=dry_run)
    if made.framework is None:
        return fail(made.problems)
    show(made.problems)
    for line in report_lines(made):
        click.echo(line, err=True)
    if dry_run:
        click.echo("Nothing was written.", err=True)
        return 0
    if existing is None:
        surround(out)
        click.echo(f"Next: cd {out}, then “continuum check” and “continuum serve”.", err=True)
    return 0


def _school_at(root: Path) -> tuple[Framework | None, list[Problem]]:
    """The framework that is in a folder already, or nothing where no continuum is."""
    from site_builder.exchange.school import read_school
    from site_builder.make import make_of
    from site_builder.site.build import cache_of
    from site_builder.sources.folder import SETTINGS

    if not (root / SETTINGS).is_file():
        return None, []
    return read_school(root, cache_of(root), date.today(), make_of())


@click.command()
@click.argument("format_name", metavar="FORMAT")
@ROOT
@click.option(
    "-o", "--out", type=click.Path(path_type=Path), default="export", help="Where the files go (default: export/)."
)
@_AS
@click.option("--xlsx", "as_workbook", is_flag=True, help="Write a sheet as a workbook.")
@click.option("--template", is_flag=True, help="Write an empty sheet to fill in.")
@click.option("--replace", is_flag=True, help="Write over files of an earlier export.")
@SITE_URL
@store("For clr: the store that “continuum evidence read” wrote.")
@roster("For clr: who the students are.")
@AS_OF
@needs("sheets", "progress")
def export(
    format_name: str,
    root: Path,
    out: Path,
    variant: str,
    as_workbook: bool,
    template: bool,
    replace: bool,
    site_url: str | None,
    store: Path | None,
    rosters: tuple[Path, ...],
    as_of: date | None,
) -> int:
    """Write the continuum in another system's FORMAT."""
    from site_builder.exchange.format import WriteWish

    format = _format(format_name, variant, "out")
    address = site_url or public_address(root)
    if format.is_private:
        return _private(root, out, store, rosters, as_of, address)
    wish = WriteWish(variant, as_workbook, address)
    if template:
        return _template(format, root, out, wish, replace=replace)
    return _framework(format, root, out, wish, replace=replace)


def _framework(format: Format, root: Path, out: Path, wish: WriteWish, *, replace: bool) -> int:
    from site_builder.exchange.changed import changed_in
    from site_builder.exchange.into.report import left_behind_lines

    missing = not_a_school(root)
    if missing:
        return fail(missing)
    framework, problems = _school_at(root)
    if framework is None:
        return fail(problems)
    assert format.write is not None
    written = format.write(framework, replaced(wish, changed=changed_in(root), now=datetime.now(UTC)))
    code = _put(out, written, replace=replace)
    variant = wish.variant or next(iter(format.variants))
    loosely = format.loosely.get(variant, frozenset())
    for line in left_behind_lines(framework, format.carries[variant], loosely) if code == 0 else ():
        click.echo(line, err=True)
    return code


def _template(format: Format, root: Path, out: Path, wish: WriteWish, *, replace: bool) -> int:
    """An empty form, with the levels of the school if there is one."""
    if format.template is None:
        raise click.UsageError(f"“{format.name}” has no template.")
    framework, _ = _school_at(root)
    return _put(out, format.template(framework.settings if framework else None, wish), replace=replace)


def _put(out: Path, written: Written, *, replace: bool) -> int:
    from site_builder.exchange.outgoing import put

    problems = put(out, written.files, replace=replace)
    if problems:
        return fail(problems)
    names = sorted(written.files)
    listed = names if len(names) <= _LISTED else [*names[:_LISTED], f"and {len(names) - _LISTED} more"]
    for name in listed:
        click.echo(str(out / name) if name in written.files else name)
    click.echo(f"{counted(len(names), 'file')} written to {out}.", err=True)
    return 0


def _private(
    root: Path, out: Path, store: Path | None, rosters: tuple[Path, ...], as_of: date | None, site_url: str
) -> int:
    """What is about students goes where private pages go, under the same guards."""
    from site_builder.progress.prepare import Asked
    from site_builder.progress.records import write_records
    from site_builder.site.build import cache_of

    missing = not_a_school(root)
    if missing:
        return fail(missing)
    if store is None or not rosters:
        raise click.UsageError("This is about students: name the store with --evidence and the roster with --roster.")
    today = date.today()
    asked = Asked(root, store, rosters, out, as_of or today, today, site_url=site_url)
    count, problems = write_records(asked, cache_of(root))
    if count is None:
        return fail(problems)
    show(problems)
    click.echo(f"{counted(count, 'draft')} in {out}, not signed, for the school's own use.", err=True)
    return 0
