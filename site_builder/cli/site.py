"""Commands for the public site: start, check, build, look, describe."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import click

from site_builder.cli.extras import needs
from site_builder.cli.options import ENGINE, JSON, ROOT, STRICT, address, roster
from site_builder.cli.said import Bar, eases, print_problems, said, tell
from site_builder.problems import Problem, stops


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--minimal", is_flag=True, help="One area, one competency, one piece of work.")
def new(folder: Path, minimal: bool) -> int:
    """Start a continuum in FOLDER."""
    from site_builder.new import new as start

    made = start(folder, minimal=minimal)
    if isinstance(made, Problem):
        click.echo(f"{made.message}\nhint: {made.hint}", err=True)
        return 1
    click.echo(f"{len(made)} files written to {folder}.", err=True)
    click.echo(
        f"Next:\n  cd {folder}\n  continuum serve      to see it in a browser while you write\n"
        "  continuum check      to hear what is still missing",
        err=True,
    )
    return 0


@click.command()
@ROOT
@STRICT
@JSON
@click.option("--notes", is_flag=True, help="Show notes too: what could still be added.")
def check(root: Path, strict: bool, json_wanted: bool, notes: bool) -> int:
    """Say everything that is wrong with the sources."""
    from site_builder.site.build import check as look

    found = look(root, date.today(), Bar())
    print_problems(found.problems, root, json_wanted=json_wanted, notes=notes, on_stderr=False, ease=found.ease)
    if not json_wanted:
        click.echo(said(found.problems, notes), err=True)
    if notes and found.ease and not json_wanted:
        click.echo(f"How easily it reads, where 100 is easiest: {eases(found.ease)}.", err=True)
    return int(stops(found.problems, strict))


@click.command()
@ROOT
@STRICT
@JSON
@ENGINE
@click.option("--no-search", is_flag=True, help="Leave out the search index.")
@click.option(
    "-o", "--out", type=click.Path(path_type=Path), default=None, help="Where the site goes (default: site/)."
)
@click.option("--site-url", callback=address, help="Where the site will stand, instead of what mkdocs.yml says.")
@click.option("--repo-url", callback=address, help="Where its sources can be edited, instead of what mkdocs.yml says.")
@roster("Look through the site for anybody on this roster before it takes the place of the last one.")
@click.option(
    "--keys",
    "keys_file",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    default=None,
    envvar="CONTINUUM_KEYS",
    help="Look for these keys too.",
)
@click.option(
    "--allow",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    default=None,
    help="Texts that only look like a name: one a line, with a reason after #.",
)
def build(
    root: Path,
    strict: bool,
    json_wanted: bool,
    engine: str,
    no_search: bool,
    out: Path | None,
    site_url: str | None,
    repo_url: str | None,
    rosters: tuple[Path, ...],
    keys_file: Path | None,
    allow: Path | None,
) -> int:
    """Check the sources and write the site."""
    from site_builder.site.build import Search, Wish
    from site_builder.site.build import build as make

    search = Search.NONE if no_search else Search.FRESH
    wish = Wish(root, out or root / "site", date.today(), engine, strict, search, site_url, repo_url)
    made = make(wish, progress=Bar(), inspect=_leak_check(rosters, keys_file, allow))
    counts = made.counts
    more = (
        {}
        if counts is None
        else {"pages": made.pages, "made": counts.made, "kept": counts.kept, "removed": counts.removed}
    )
    print_problems(made.problems, root, json_wanted=json_wanted, notes=False, on_stderr=True, **more)
    if json_wanted:
        return int(counts is None)
    click.echo(said(made.problems, notes=False), err=True)
    if counts is None:
        click.echo("Nothing was written; the last good site, if there is one, is where it was.", err=True)
        return 1
    click.echo(
        f"{made.pages} pages in {wish.out} ({counts.made} files written, {counts.kept} as they were, "
        f"{counts.removed} taken away).",
        err=True,
    )
    return 0


def _leak_check(
    rosters: tuple[Path, ...], keys_file: Path | None, allow: Path | None
) -> Callable[[Path], list[Problem]]:
    """What looks for students in the finished site, where somebody has said who they are."""

    @needs("progress")
    def look(site: Path) -> list[Problem]:
        from site_builder.progress.leak_check import leak_check

        found = leak_check([site], rosters, keys_file, os.environ.get("CONTINUUM_PASSPHRASE", ""), allow)
        click.echo(f"Leak check: {found}.", err=True)
        return found.problems

    return look if rosters else lambda _: []


@click.command()
@ROOT
@ENGINE
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, help="Where to listen on this machine (default: 8000)."
)
@click.option("--no-search", is_flag=True, help="Leave out the search index.")
def serve(root: Path, engine: str, port: int, no_search: bool) -> int:
    """Show the site in a browser as you write."""
    from site_builder.site.preview import preview

    gc.enable()  # this one may live for a day
    return preview(root, engine=engine, port=port, search=not no_search, say=tell(root))


@click.command()
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default="schemas",
    help="Where they go (default: schemas/).",
)
def schema(out: Path) -> int:
    """Write JSON Schemas, by which editors complete and check sources."""
    from site_builder.sources.schema import schemas

    out.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (out / name).write_text(text, encoding="utf-8", newline="\n")
        click.echo(str(out / name))
    return 0
