"""Attack 52, its private half: the pages of a thousand students, in ten seconds and 300 MB."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.schoolroom import HEADER, ROWS, Schoolroom

COUNT = 1_000
SECONDS = 10
MEGABYTES = 300
MEASURED = """
import resource, sys
from site_builder.cli import cli
code = cli.main(standalone_mode=False)
print(max(resource.getrusage(it).ru_maxrss for it in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))
sys.exit(code)
"""


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Schoolroom:
    """A small school with very many students."""
    made = Schoolroom(tmp_path_factory.mktemp("school"))
    ids = [f"T{number:04}" for number in range(COUNT)]
    students = [f"{id},Invented {id} Person,Group {number % 40}" for number, id in enumerate(ids)]
    made.write("roster.csv", "\n".join(("id,name,groups", *students, "")))
    made.write("export.csv", "\n".join((HEADER, *(f"{id},{it.partition(',')[2]}" for id in ids for it in ROWS), "")))
    return made.ready()


@pytest.mark.skipif(os.name != "posix", reason="memory is measured in another way here")
@pytest.mark.parametrize("kind", ["sealed", "plain"])
def test_the_pages_of_a_thousand_students_take_ten_seconds_and_300_megabytes(room: Schoolroom, kind: str) -> None:
    where = ("-C", room.school.root, "--roster", room.roster, "--evidence", room.store)
    out = ("--keys", room.register, "-o", room.private) if kind == "sealed" else ("--plain", room.office / "plain")
    began = time.perf_counter()
    command = [sys.executable, "-c", MEASURED, "progress", *where, *out]
    done = subprocess.run(list(map(str, command)), capture_output=True, check=False, cwd=Path(__file__).parents[2])
    assert done.returncode == 0, done.stderr
    assert time.perf_counter() - began < SECONDS
    kilobytes = int(done.stdout) // (1024 if sys.platform == "darwin" else 1)
    assert kilobytes < MEGABYTES * 1024
