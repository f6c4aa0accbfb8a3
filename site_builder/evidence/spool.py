"""A folder for copies of student data, which is gone afterwards."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def private_folder() -> Iterator[Path]:
    """A new folder that only this account can open; it is deleted afterwards, whatever happens."""
    folder = Path(tempfile.mkdtemp(prefix="continuum-"))  # mkdtemp makes it 0700
    try:
        yield folder
    finally:
        shutil.rmtree(folder)
