"""The theme engine, called once for the shell and its assets: MkDocs or Zensical, with no plugin and no hook."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, TypeAlias

from site_builder.make import make_of
from site_builder.problems import Problem, Span
from site_builder.site.kept import note, noted
from site_builder.site.trimming import trimmed, without_dialog
from site_builder.sources.digest import digest, digest_of_bytes

PACKAGES = {"mkdocs": ("mkdocs", "mkdocs-material"), "zensical": ("zensical",)}
_ASSET = re.compile(r"(?<=[\"'])\.\./(assets/[^\"'?#]+)")
# The theme says the page's title once more in its header; the builder fills it in like all that varies.
_SHELL = '---\ntemplate: shell.html\ntitle: "%%topic%%"\n---\n'
_SOURCE_MAP = re.compile(rb"\n?(?://# |/\*# )sourceMappingURL=[^\n*]*(?:\*/)?\s*$")


@dataclass(frozen=True, slots=True)
class Look:
    """What the engine is asked for: an icon of the theme as the school's mark.

    Whatever else stands on every page is poured: the school's words, so that we escape them, and the frame's own in the
    language of the page.
    """

    icon: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """What the engine gave: the shell's HTML, and its assets by their address."""

    html: str
    assets: Mapping[str, bytes]


Answer: TypeAlias = "Callable[[], Frame | Problem]"


def frame(engine: str, look: Look, theme: Path, cache: Path) -> Frame | Problem:
    """The shell and its assets, from the cache when nothing that they depend on has changed."""
    return asked(engine, look, theme, cache)()


def asked(engine: str, look: Look, theme: Path, cache: Path) -> Answer:
    """Have the engine begin, and a way to its answer, so that other work can be done meanwhile."""
    problem = _unable(engine)
    if problem:
        return lambda: problem
    text = json.dumps(_config(engine, look, theme), indent=1, sort_keys=True, ensure_ascii=False)
    name = digest(make_of(), engine, _SHELL, *(_version(it) for it in PACKAGES[engine]), text, _theme_digest(theme))
    kept = cache / "engine" / name
    known = _kept(kept)
    if known:
        return lambda: known
    work = _workplace(cache / "engine", text)
    return partial(_finished, _started(engine, work), engine, work, kept)


def _unable(engine: str) -> Problem | None:
    missing = [package for package in PACKAGES[engine] if not _version(package)]
    if missing:
        hint = (
            f"install it: pip install 'transparent-continuum[{engine}]'"
            if engine == "zensical"
            else f"pip install {missing[0]}"
        )
        return Problem(Span("mkdocs.yml"), "engine-missing", f"the engine “{engine}” is not installed", hint=hint)
    return None


@lru_cache(maxsize=8)
def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _config(engine: str, look: Look, theme: Path) -> dict[str, Any]:
    """The whole mkdocs.yml of the shell; JSON is YAML, so no text of a school can break out of its place."""
    return {
        "site_name": "%%site%%",
        "theme": {
            "name": "material",
            "variant": "classic",
            "custom_dir": str(theme),
            "language": "en",
            "font": False,
            "palette": _PALETTE,
            "icon": {"logo": look.icon} if look.icon else {},
        },
        "docs_dir": "docs",
        "site_dir": "site",
        "plugins": ["search"],
        "use_directory_urls": True,
    }


_PALETTE = [
    {
        "media": "(prefers-color-scheme: light)",
        "scheme": "default",
        "primary": "custom",
        "accent": "custom",
        "toggle": {"icon": "material/weather-night", "name": "%%say_dark%%"},
    },
    {
        "media": "(prefers-color-scheme: dark)",
        "scheme": "slate",
        "primary": "custom",
        "accent": "custom",
        "toggle": {"icon": "material/weather-sunny", "name": "%%say_light%%"},
    },
]


def _theme_digest(theme: Path) -> str:
    files = sorted(path for path in theme.rglob("*") if path.is_file())
    return digest(*(f"{path.relative_to(theme).as_posix()} {digest_of_bytes(path.read_bytes())}" for path in files))


def _workplace(folder: Path, config: str) -> Path:
    """A folder with all that the engine needs; what a build that was cut off has left there is taken away."""
    for left in folder.glob("run-*"):
        shutil.rmtree(left, ignore_errors=True)
    work = folder / f"run-{os.getpid()}"
    (work / "docs").mkdir(parents=True)
    (work / "docs" / "shell.md").write_text(_SHELL, encoding="utf-8")
    (work / "mkdocs.yml").write_text(config, encoding="utf-8")
    return work


def _started(engine: str, work: Path) -> subprocess.Popen[str]:
    environment = {
        **os.environ,
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONWARNINGS": "ignore",
        "SOURCE_DATE_EPOCH": "0",
        "NO_COLOR": "1",
    }
    command = [sys.executable, "-m", engine, "build", "-f", "mkdocs.yml"]
    return subprocess.Popen(  # noqa: S603  our own Python, an engine's name from a fixed list
        command,
        cwd=work,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )


def _finished(process: subprocess.Popen[str], engine: str, work: Path, kept: Path) -> Frame | Problem:
    try:
        said, _ = process.communicate()
        page = work / "site" / "shell" / "index.html"
        if process.returncode or not page.is_file():
            last = said.strip().splitlines()
            why = last[-1] if last else "it said nothing"
            message = f"the engine “{engine}” could not make the frame of the pages: {why}"
            hint = "compare mkdocs.yml with the one that “continuum new” writes"
            return Problem(Span("mkdocs.yml"), "engine-failed", message, hint=hint)
        result = _taken(page.read_text(encoding="utf-8"), work / "site")
        _keep(result, kept)
        return result
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _taken(html: str, site: Path) -> Frame:
    """The assets that the shell names, and no others, without rules that no page has a use for."""
    html = without_dialog(html)
    assets = {}
    for name in sorted(set(_ASSET.findall(html))):
        path = site / name
        if path.is_file() and "/workers/" not in name:
            assets[name] = _SOURCE_MAP.sub(b"", path.read_bytes())
    sheets = {name: data for name, data in assets.items() if name.endswith(".css")}
    return Frame(html, {**assets, **trimmed(sheets, html)})


def _keep(result: Frame, kept: Path) -> None:
    beside = kept.with_name(f"{kept.name}.{os.getpid()}")
    parts = {"shell.html": result.html.encode(), **result.assets}
    for name, data in parts.items():
        (beside / name).parent.mkdir(parents=True, exist_ok=True)
        (beside / name).write_bytes(data)
    note(beside, parts)
    shutil.rmtree(kept, ignore_errors=True)
    beside.rename(kept)


def _kept(kept: Path) -> Frame | None:
    """An earlier frame, when each of its files is still what it was."""
    parts = {name: (kept / name).read_bytes() for name in noted(kept)}
    if "shell.html" not in parts:
        return None
    html = parts.pop("shell.html")
    return Frame(html.decode(), parts)
