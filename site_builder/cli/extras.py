"""Commands that need more than the base installation."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

import click

P = ParamSpec("P")
R = TypeVar("R")
_LIBRARIES = {
    "sheets": ("python_calamine", "xlsxwriter"),
    "progress": ("cryptography", "duckdb", "python_calamine", "segno", "zlib_ng"),
    "dask": ("dask", "distributed"),
}


def needs(*extras: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """A command that says in one line how to install what it lacks."""

    def decorated(command: Callable[P, R]) -> Callable[P, R]:
        @wraps(command)
        def asked(*args: P.args, **kwargs: P.kwargs) -> R:
            try:
                return command(*args, **kwargs)
            except ModuleNotFoundError as error:
                library = str(error.name).partition(".")[0]
                extra = next((it for it in extras if library in _LIBRARIES[it]), None)
                if extra is None:
                    raise
                wanted = f'pip install "transparent-continuum[{extra}]"'
                raise click.ClickException(f"This needs {library}, which is not installed: {wanted}") from error

        return asked

    return decorated
