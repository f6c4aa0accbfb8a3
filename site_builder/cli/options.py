"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from site_builder.cli.said import fail
from site_builder.problems import Problem

F = TypeVar("F", bound=Callable[..., Any])
ROOT = click.option(
    "-C",
    "--project",
    "root",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=".",
    help="The school's folder (default: here).",
)


def not_a_school(root: Path) -> list[Problem]:
    """What is said where there is no continuum; nothing is to be written there, not even a cache."""
    from site_builder.sources.folder import SETTINGS
    from site_builder.sources.load import no_continuum

    return [] if (root / SETTINGS).is_file() else [no_continuum()]


def _school(context: click.Context, _: click.Parameter, root: Path) -> Path:
    problems = not_a_school(root)
    if problems:
        context.exit(fail(problems))
    return root


SCHOOL = click.option(
    "-C",
    "--project",
    "root",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=".",
    callback=_school,
    help="The school's folder, with its continuum (default: here).",
)
JSON = click.option("--json", "json_wanted", is_flag=True, help="Print the result as JSON.")
STRICT = click.option("--strict", is_flag=True, help="Let warnings stop the build, as errors do.")
ENGINE = click.option(
    "--engine",
    type=click.Choice(["mkdocs", "zensical"]),
    default="mkdocs",
    help="What makes the frame of the pages.",
)


def address(_: click.Context, option: click.Parameter, url: str | None) -> str | None:
    """A web address, or what would be one."""
    if url and not url.startswith(("https://", "http://")):
        raise click.BadParameter(f"“{url}” is not a web address: begin it with https://", param=option)
    return url


def roster(says: str, *, required: bool = False) -> Callable[[F], F]:
    """The option for who the students are, with what it is for."""
    return click.option(
        "--roster",
        "rosters",
        type=click.Path(path_type=Path, exists=True),
        multiple=True,
        required=required,
        envvar="CONTINUUM_ROSTER",
        help=says,
    )


ROSTER = roster(
    "Who the students are: a sheet, or OneRoster files or their folder. May be given several times.", required=True
)


def store(says: str) -> Callable[[F], F]:
    """The option for a store of evidence that a command can do without, with what it is for."""
    return click.option(
        "--evidence", "store", type=click.Path(path_type=Path, exists=True, dir_okay=False), default=None, help=says
    )


KEYS = click.option(
    "--keys",
    "keys_file",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    envvar="CONTINUUM_KEYS",
    help="The register of keys: one file, outside every repository.",
)
EVIDENCE = click.option(
    "--evidence",
    "store",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    default="evidence.parquet",
    help="The store that “continuum evidence read” wrote (default: evidence.parquet).",
)
MAP = click.option(
    "--map",
    "map_file",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    default=None,
    help="How the columns and words of these exports are to be read.",
)
FILES = click.argument("files", type=click.Path(path_type=Path, exists=True), nargs=-1, required=True)


class Day(click.ParamType[date]):
    """A day, written as in 2026-11-20."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day, or what is wrong with it."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"“{value}” is not a day: write it as in 2026-11-20", param, ctx)


AS_OF = click.option(
    "--as-of", type=Day(), default=None, help="Everything as it stood on that day, as in 2026-10-02 (default: today)."
)

WHO = click.argument("who", nargs=-1, required=True, metavar="ID…")
WORDS = click.option(
    "--words",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=None,
    help="A folder with what students say themselves: <id>.md for each.",
)
SITE_URL = click.option(
    "--site-url", callback=address, help="Where the public site stands, instead of what mkdocs.yml says."
)


def _passphrase(context: click.Context, option: click.Parameter, given: str | None) -> str:
    return given or ""


PASSPHRASE = click.option(
    "--passphrase",
    envvar="CONTINUUM_PASSPHRASE",
    callback=_passphrase,
    hidden=True,
    help="What the register is locked with; given as CONTINUUM_PASSPHRASE.",
)


def public_address(root: Path) -> str:
    """Where mkdocs.yml says that the public site stands; nothing where it does not say."""
    from site_builder.site.config import read_config
    from site_builder.sources.folder import SETTINGS

    return read_config(root)[0].site_url if (root / SETTINGS).is_file() else ""
