"""Where the files that travel with the builder lie: in a checkout beside the package, in a wheel within it."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def templates() -> Path:
    """The folder of templates, theme and assets."""
    return _found("templates", "_templates")


def starter() -> Path:
    """The folder of what “continuum new” writes: common/ for every school, and the smallest continuum in minimal/."""
    return _PACKAGE / "starter"


def demonstration() -> Path:
    """The folder that holds the demonstration's continuum/ and exemplars/."""
    packed = _PACKAGE / "_demonstration"
    return packed if packed.is_dir() else _PACKAGE.parent


def _found(beside: str, within: str) -> Path:
    packed = _PACKAGE / within
    return packed if packed.is_dir() else _PACKAGE.parent / beside
