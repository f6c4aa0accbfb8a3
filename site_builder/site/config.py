"""mkdocs.yml: what a school says of its site's address and look."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from site_builder.model import Settings
from site_builder.problems import Problem, Severity, Span, Spot
from site_builder.site.engine import OURS
from site_builder.sources.places import span_of
from site_builder.sources.text import decoded
from site_builder.sources.yaml import Value, read_yaml

NAME = "mkdocs.yml"


@dataclass(frozen=True, slots=True)
class Config:
    """The engine's own settings, and what the builder takes from them; `site_url` and `edit_uri` end with a slash or are empty."""

    engine: Mapping[str, Any]
    site_url: str = ""
    edit_uri: str = ""


def read_config(root: Path, settings: Settings) -> tuple[Config, list[Problem]]:
    """mkdocs.yml, with the continuum's title as the site's name; without the file, the theme as it is."""
    path = root / NAME
    if not path.is_file():
        return Config({"site_name": settings.title}), []
    text, problems = decoded(NAME, path.read_bytes())
    value, more = read_yaml(NAME, text) if text else (None, [])
    if not isinstance(value, dict):
        return Config({"site_name": settings.title}), problems + more
    said = _plain(value)
    said["site_name"] = settings.title
    if not isinstance(said.get("theme", {}), dict):
        said["theme"] = {}
    problems += more + [_unused(text, key) for key in value if key in OURS]
    return Config(said, _folder(said.get("site_url")), _edit_uri(said)), problems


def _unused(text: str, key: str) -> Problem:
    """The engine makes only the frame of the pages, so what it would do with pages has no effect."""
    span = span_of(Spot(NAME, (key,), on_key=True), text, 1)
    message = f"“{key}” has no effect: the builder makes the pages itself, and the engine only their frame"
    return Problem(Span(NAME, span.line, span.column), "config-unused", message, Severity.NOTE, "take it out")


def _plain(value: Value) -> Any:
    """True and false as the engine knows them; everything else stays text."""
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return {"true": True, "false": False}.get(value, value) if isinstance(value, str) else value


def _folder(url: Any) -> str:
    text = str(url or "")
    return f"{text.rstrip('/')}/" if urlsplit(text).scheme in ("http", "https") else ""


def _edit_uri(said: Mapping[str, Any]) -> str:
    """Where the sources can be edited: GitHub's editor on the main branch, unless the school says otherwise."""
    repository = _folder(said.get("repo_url"))
    return f"{repository}{str(said.get('edit_uri') or 'edit/main/').strip('/')}/" if repository else ""
