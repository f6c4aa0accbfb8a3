"""The machine and the versions that numbers belong to."""

from __future__ import annotations

import os
import platform
import re
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PACKAGES = (
    "transparent-continuum",
    "hugo",
    "mkdocs",
    "mkdocs-material",
    "zensical",
    "pagefind",
    "PyYAML",
    "markdown-it-py",
    "duckdb",
    "cryptography",
    "zlib-ng",
)


def machine() -> str:
    """One line on the processor, the system and Python, one on the packages."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    busy = f", load {os.getloadavg()[0]:.1f} at the start" if hasattr(os, "getloadavg") else ""
    python = f"Python {platform.python_version()}"
    packages = ", ".join(f"{package} {_version(package)}" for package in PACKAGES)
    return f"{_processor()}, {cores} cores, {platform.system()} {platform.release()}, {python}{busy}\n{packages}"


def _processor() -> str:
    try:
        found = re.search(r"^model name\s*:\s*(.+)$", Path("/proc/cpuinfo").read_text(encoding="utf-8"), re.MULTILINE)
    except OSError:
        found = None
    return found[1] if found else platform.processor() or platform.machine()


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"
