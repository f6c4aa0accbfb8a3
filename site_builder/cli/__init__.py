"""The command line: parse, call, print, exit code; no work of its own.

Exit codes: 0 fine, 1 problems found, 2 wrong usage, 3 a bug of ours.
"""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

import click

from site_builder import __version__
from site_builder.cli.evidence import evidence
from site_builder.cli.exchange import export, formats_, import_
from site_builder.cli.keys import keys
from site_builder.cli.progress import audit, letters, progress, verify
from site_builder.cli.site import build, check, new, schema, serve
from site_builder.cli.translate import translate

_PRIVATE_ROOMS = frozenset({"evidence", "formats", "private", "progress"})


def main() -> None:
    """Run the command line, and turn whatever escapes into an exit code and a sentence."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # to look for some in all that is installed takes long
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
    finally:
        gc.freeze()  # at its end Python looks once more at all that is left: a tenth of the time after one edit


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", prog_name="continuum")
def cli() -> None:
    """Competencies, performance levels and exemplars as a public, searchable site."""


for _command in (
    new,
    check,
    build,
    serve,
    import_,
    export,
    formats_,
    translate,
    schema,
    evidence,
    progress,
    keys,
    letters,
    verify,
    audit,
):
    cli.add_command(_command)


def _confession(error: Exception) -> str:
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}"
    # What an error says may hold a row of a private file.
    is_private = any(Path(it.filename).parent.name in _PRIVATE_ROOMS for it in frames)
    told = place if is_private else f"{place}: {error}"
    text = (
        f"This is a bug of ours, not a mistake of yours: {type(error).__name__} at {told}\n"
        f"Please report it with this line and the command you gave "
        f"(continuum {__version__}, Python {sys.version.split()[0]})."
    )
    return f"{traceback.format_exc()}\n{text}" if os.environ.get("CONTINUUM_DEBUG") else text
