"""StatiCrypt, called once for each page, as its manual says for pages with passwords of their own."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

from bench.measure import Timing, timed

CACHE = Path.home() / ".cache" / "transparent-continuum" / "staticrypt"
_PACKAGE = Path("node_modules") / "staticrypt"
_PROGRAM = _PACKAGE / "cli" / "index.js"
_PASSWORD = "a password that is long enough for it"  # noqa: S105  of generated pages
_PATIENCE = 300


def staticrypt(cache: Path = CACHE) -> Path | str:
    """StatiCrypt's program, installed into the cache when it is not there, or why it cannot be asked."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        return "Node.js is not installed"
    if not (cache / _PROGRAM).is_file():
        cache.mkdir(parents=True, exist_ok=True)
        command = ("npm", "install", "--no-save", "--no-audit", "--no-fund", "--prefix", str(cache), "staticrypt")
        said = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, timeout=_PATIENCE)
        if said.returncode:
            return f"StatiCrypt could not be installed: {(said.stderr or said.stdout).strip().splitlines()[-1]}"
    return cache / _PROGRAM


def version(program: Path) -> str:
    """Which StatiCrypt this is."""
    return str(json.loads((program.parents[1] / "package.json").read_bytes())["version"])


def calls(program: Path, page: Path, out: Path, count: int) -> Timing:
    """A call for the same page, so many times, after one that is not counted."""
    command = ("node", str(program), str(page), "--password", _PASSWORD, "--config", "false", "--directory", str(out))
    runs = [timed(command, page.parent) for _ in range(count + 1)]
    return Timing(tuple(runs[1:]))
