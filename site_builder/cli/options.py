"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

ROOT = click.option(
    "-C",
    "--project",
    "root",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=".",
    help="The school's folder (default: here).",
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
    if url and not url.startswith(("https://", "http://")):
        raise click.BadParameter(f"“{url}” is not a web address: begin it with https://", param=option)
    return url
