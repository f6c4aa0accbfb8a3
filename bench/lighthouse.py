"""Lighthouse, asked about a page as a phone loads it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.server import served
from bench.weight import CHROMIUM

CACHE = Path.home() / ".cache" / "transparent-continuum" / "lighthouse"
CATEGORIES = ("accessibility", "best-practices", "seo", "performance")
# The last one that runs with Node.js 18 and 20 too.
VERSION = "12.8.2"
_MAIN = Path("node_modules") / "lighthouse" / "cli" / "index.js"
_MODULE = Path("node_modules") / "lighthouse" / "core" / "index.js"
_PAGES = Path(__file__).with_name("lighthouse_pages.mjs")
_FLAGS = "--headless=new --no-sandbox"
_PATIENCE = 300
_FOR_A_PAGE = 30


@dataclass(frozen=True, slots=True)
class Scores:
    """From 0 to 100 by category, and the audits that took points away."""

    points: Mapping[str, int]
    lacking: tuple[str, ...]


def lighthouse(cache: Path = CACHE) -> Path | str:
    """Lighthouse's program, installed into the cache when it is not there, or why it cannot be asked."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        return "Node.js is not installed"
    if not CHROMIUM.is_file():
        return f"there is no {CHROMIUM}"
    if not (cache / _MAIN).is_file() or version(cache / _MAIN) != VERSION:
        cache.mkdir(parents=True, exist_ok=True)
        wanted = f"lighthouse@{VERSION}"
        try:
            said = _run("npm", "install", "--no-save", "--no-audit", "--no-fund", "--prefix", str(cache), wanted)
        except subprocess.TimeoutExpired:
            return f"Lighthouse could not be installed within {_PATIENCE} seconds"
        if said.returncode:
            return f"Lighthouse could not be installed: {(said.stderr or said.stdout).strip().splitlines()[-1]}"
    return cache / _MAIN


def version(program: Path) -> str:
    """Which Lighthouse this is."""
    return str(json.loads((program.parents[1] / "package.json").read_bytes())["version"])


def scores(program: Path, site: Path, address: str) -> Scores | str:
    """Lighthouse's opinion of one page of a site, or why there is none."""
    with served(site) as known:
        said = _run(
            "node", str(program), known.url + address, "--quiet", "--output=json", "--output-path=stdout",
            f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags={_FLAGS}",
        )  # fmt: skip
    if said.returncode:
        return f"Lighthouse failed: {said.stderr.strip().splitlines()[-1]}"
    return _scores(json.loads(said.stdout))


def accessibility(program: Path, urls: Iterable[str]) -> dict[str, Scores] | str:
    """Lighthouse's opinion of how accessible pages at these addresses are, or why there is none."""
    pages = list(urls)
    # It ends by itself before we would end it, so that its Chromium is closed.
    limit = _PATIENCE + _FOR_A_PAGE * len(pages)
    asked = {"urls": pages, "categories": ["accessibility"], "flags": _FLAGS.split(), "seconds": limit - 10}
    said = _run("node", str(_PAGES), str(program.parents[3] / _MODULE), given=json.dumps(asked), limit=limit)
    if said.returncode:
        return f"Lighthouse failed: {said.stderr.strip().splitlines()[-1]}"
    reports = json.loads(said.stdout)
    failed = [f"{url}: {report['error']}" for url, report in reports.items() if report.get("error")]
    if failed:
        return f"Lighthouse failed: {failed[0]}"
    return {url: _scores(report, ("accessibility",)) for url, report in reports.items()}


def _run(*command: str, given: str = "", limit: int = _PATIENCE) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "CHROME_PATH": str(CHROMIUM)}
    return subprocess.run(
        command,
        env=environment,
        input=given,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=limit,
    )


def _scores(report: Mapping[str, Any], names: tuple[str, ...] = CATEGORIES) -> Scores:
    categories = report["categories"]
    points = {name: round(100 * (categories[name]["score"] or 0)) for name in names}
    lacking = [
        f"{name}: {reference['id']}"
        for name in names
        for reference in categories[name]["auditRefs"]
        if reference["weight"] and _lacks(report["audits"][reference["id"]], points[name])
    ]
    return Scores(points, tuple(lacking))


def _lacks(audit: Mapping[str, Any], points: int) -> bool:
    return points < 100 and audit["score"] is not None and audit["score"] < 0.9
