"""The command line: parse, call, print, exit code; no work of its own.

Exit codes: 0 fine, 1 problems found, 2 wrong usage, 3 a bug of ours.
"""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import click

from site_builder import __version__, report
from site_builder.problems import Problem, Severity, stops

_ROOT = click.option(
    "-C",
    "--project",
    "root",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=".",
    help="The school's folder (default: here).",
)
_JSON = click.option("--json", "json_wanted", is_flag=True, help="Print the result as JSON.")
_STRICT = click.option("--strict", is_flag=True, help="Let warnings stop the build, as errors do.")
_ENGINE = click.option(
    "--engine",
    type=click.Choice(["mkdocs", "zensical"]),
    default="mkdocs",
    help="What makes the frame of the pages.",
)


def _address(_: click.Context, option: click.Parameter, url: str | None) -> str | None:
    if url and not url.startswith(("https://", "http://")):
        raise click.BadParameter(f"“{url}” is not a web address: begin it with https://", param=option)
    return url


def main() -> None:
    """Run the command line, and turn whatever escapes into an exit code and a sentence."""
    gc.disable()  # most commands live for seconds; to look for circles among their many small values costs a tenth
    try:
        sys.exit(cli.main(standalone_mode=False, prog_name="continuum"))
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped. The last good site is where it was.", err=True)
        sys.exit(130)
    except Exception as error:
        click.echo(_confession(error), err=True)
        sys.exit(3)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", prog_name="continuum")
def cli() -> None:
    """Competencies, performance levels and exemplars as a public, searchable site."""


@cli.command()
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


@cli.command()
@_ROOT
@_STRICT
@_JSON
@click.option("--notes", is_flag=True, help="Show notes too: what could still be added.")
def check(root: Path, strict: bool, json_wanted: bool, notes: bool) -> int:
    """Say everything that is wrong with the sources."""
    from site_builder.site.build import check as look

    found = look(root, date.today(), _Bar())
    _print(found.problems, root, json_wanted=json_wanted, notes=notes, on_stderr=False)
    if not json_wanted:
        click.echo(_said(found.problems, notes), err=True)
    return int(stops(found.problems, strict))


@cli.command()
@_ROOT
@_STRICT
@_JSON
@_ENGINE
@click.option("--no-search", is_flag=True, help="Leave out the search index.")
@click.option(
    "-o", "--out", type=click.Path(path_type=Path), default=None, help="Where the site goes (default: site/)."
)
@click.option("--site-url", callback=_address, help="Where the site will stand, instead of what mkdocs.yml says.")
@click.option("--repo-url", callback=_address, help="Where its sources can be edited, instead of what mkdocs.yml says.")
def build(
    root: Path,
    strict: bool,
    json_wanted: bool,
    engine: str,
    no_search: bool,
    out: Path | None,
    site_url: str | None,
    repo_url: str | None,
) -> int:
    """Check the sources and write the site."""
    from site_builder.site.build import Search, Wish
    from site_builder.site.build import build as make

    search = Search.NONE if no_search else Search.FRESH
    wish = Wish(root, out or root / "site", date.today(), engine, strict, search, site_url, repo_url)
    made = make(wish, progress=_Bar())
    counts = made.counts
    more = (
        {}
        if counts is None
        else {"pages": made.pages, "made": counts.made, "kept": counts.kept, "removed": counts.removed}
    )
    _print(made.problems, root, json_wanted=json_wanted, notes=False, on_stderr=True, **more)
    if json_wanted:
        return int(counts is None)
    click.echo(_said(made.problems, notes=False), err=True)
    if counts is None:
        click.echo("Nothing was written; the last good site, if there is one, is where it was.", err=True)
        return 1
    click.echo(
        f"{made.pages} pages in {wish.out} ({counts.made} files written, {counts.kept} as they were, "
        f"{counts.removed} taken away).",
        err=True,
    )
    return 0


@cli.command()
@_ROOT
@_ENGINE
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, help="Where to listen on this machine (default: 8000)."
)
@click.option("--no-search", is_flag=True, help="Leave out the search index.")
def serve(root: Path, engine: str, port: int, no_search: bool) -> int:
    """Show the site in a browser as you write."""
    from site_builder.site.preview import preview

    gc.enable()  # this one may live for a day
    return preview(root, engine=engine, port=port, search=not no_search, say=_tell(root))


@cli.command()
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


def _print(
    problems: tuple[Problem, ...], root: Path, *, json_wanted: bool, notes: bool, on_stderr: bool, **more: object
) -> None:
    if json_wanted:
        click.echo(report.as_json(problems, **more))
        return
    text = report.shown(problems, root, notes=notes)
    if text:
        click.echo(text, err=on_stderr, color=_colour(on_stderr))
    if os.environ.get("GITHUB_ACTIONS") == "true" and problems:
        click.echo(report.annotations(problems))


def _said(problems: tuple[Problem, ...], notes: bool) -> str:
    hidden = any(it.severity is Severity.NOTE for it in problems) and not notes
    return f"Found {report.summary(problems)}." + (" See the notes with “continuum check --notes”." if hidden else "")


def _tell(root: Path) -> Callable[..., None]:
    def say(text: str, problems: tuple[Problem, ...] = ()) -> None:
        picture = report.shown(problems, root, notes=False)
        click.echo(f"{picture}\n{text}" if picture else text, err=True, color=_colour(on_stderr=True))

    return say


def _colour(on_stderr: bool) -> bool:
    """Colour only on a terminal, and never against somebody's wish (https://no-color.org)."""
    stream = sys.stderr if on_stderr else sys.stdout
    return stream.isatty() and not os.environ.get("NO_COLOR")


class _Bar:
    """A line of progress, on a terminal only, and only for work that takes longer than a second."""

    def __init__(self) -> None:
        self.start = time.monotonic()

    def __call__(self, label: str, done: int, total: int) -> None:
        if not sys.stderr.isatty() or time.monotonic() - self.start < 1 or not total:
            return
        filled = 30 * done // total
        click.echo(f"\r{label:<8} [{'#' * filled}{'.' * (30 - filled)}] {done}/{total}", err=True, nl=done >= total)


def _confession(error: Exception) -> str:
    import traceback

    where = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(where.filename).name}:{where.lineno}"
    text = (
        f"This is a bug of ours, not a mistake of yours: {type(error).__name__} at {place}: {error}\n"
        f"Please report it with this line and the command you gave "
        f"(continuum {__version__}, Python {sys.version.split()[0]})."
    )
    return f"{traceback.format_exc()}\n{text}" if os.environ.get("CONTINUUM_DEBUG") else text
