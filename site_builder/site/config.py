"""mkdocs.yml: what a school says of its site's address and look."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from site_builder.exchange.data.publication import NAMES
from site_builder.problems import Problem, Severity, Spot
from site_builder.site.engine import Look
from site_builder.sources.places import span_of
from site_builder.sources.text import decoded
from site_builder.sources.yaml import Value, read_yaml

NAME = "mkdocs.yml"
_ADDRESSES = ("site_url", "repo_url")
_ICON = re.compile(r"[a-z0-9]+(?:[/-][a-z0-9]+)*")
# The builder makes the pages itself and asks the engine for their frame alone, so it takes these and leaves the rest.
_EXTRA = ("publish", "offline")
TAKEN = ("site_name", "site_url", "repo_url", "edit_uri", "copyright", "theme", "extra")


@dataclass(frozen=True, slots=True)
class Config:
    """What a school says of its site; `site_url` and `edit_uri` end with a slash or are empty.

    `published` names the kinds of data that go out with the pages; with `offline`, families can keep a copy of them.
    """

    look: Look
    copyright: str = ""
    site_url: str = ""
    edit_uri: str = ""
    published: tuple[str, ...] = ()
    offline: bool = True


def read_config(root: Path, site_url: str | None = None, repo_url: str | None = None) -> tuple[Config, list[Problem]]:
    """mkdocs.yml, where addresses that are given win over those in the file."""
    said, problems = _said(root)
    look = Look(_icon(said.get("theme")))
    site = _folder(said.get("site_url") if site_url is None else site_url)
    repository = _folder(said.get("repo_url") if repo_url is None else repo_url)
    edit_uri = _edit_uri(repository, _text(said.get("edit_uri")))
    extra = said.get("extra")
    published, more = _published(root, extra)
    offline, unclear = _offline(root, extra)
    problems += [*more, *unclear]
    return Config(look, _text(said.get("copyright")), site, edit_uri, published, offline), problems


def _said(root: Path) -> tuple[dict[str, Value], list[Problem]]:
    """What stands in mkdocs.yml; nothing where there is no such file."""
    path = root / NAME
    if not path.is_file():
        return {}, []
    text, problems = decoded(NAME, path.read_bytes())
    value, more = read_yaml(NAME, text) if text else (None, [])
    problems += more
    if not isinstance(value, dict):
        return {}, problems
    problems += [_unused(text, key) for key in value if key not in TAKEN]
    return value, problems + [
        _no_address(text, key) for key in _ADDRESSES if value.get(key) and not _folder(value[key])
    ]


def _published(root: Path, extra: Value) -> tuple[tuple[str, ...], list[Problem]]:
    """Which data a school publishes: all, unless it names what it wants."""
    if not isinstance(extra, dict):
        return NAMES, []
    text = decoded(NAME, (root / NAME).read_bytes())[0] or ""
    problems = [_unused(text, "extra", key) for key in extra if key not in _EXTRA]
    if "publish" not in extra:
        return NAMES, problems
    wanted = extra["publish"]
    named = wanted if isinstance(wanted, list) else [wanted]
    problems += [_unknown(text, it, place) for place, it in enumerate(named) if it not in NAMES]
    return tuple(it for it in NAMES if it in named), problems


def _offline(root: Path, extra: Value) -> tuple[bool, list[Problem]]:
    """Whether families can keep a copy: yes, unless a school says no."""
    wanted = extra.get("offline", "true") if isinstance(extra, dict) else "true"
    if wanted in ("true", "false"):
        return wanted == "true", []
    text = decoded(NAME, (root / NAME).read_bytes())[0] or ""
    span = span_of(Spot(NAME, ("extra", "offline")), text, 1)
    message = "“offline” says neither true nor false, so families can keep a copy of the site"
    return True, [Problem(span, "offline-unclear", message, Severity.WARNING, "write true or false")]


def _unknown(text: str, said: Value, place: int) -> Problem:
    span = span_of(Spot(NAME, ("extra", "publish", place)), text, 1)
    message = f"“{said if isinstance(said, str) else '…'}” is not a kind of data that a site publishes"
    hint = f"choose from {', '.join(NAMES)}; an empty list publishes none"
    return Problem(span, "publish-unknown", message, Severity.WARNING, hint)


def _icon(theme: Value) -> str:
    """The icon that a school chose as its mark, by its name in the theme: material/school."""
    icons = theme.get("icon") if isinstance(theme, dict) else None
    named = _text(icons.get("logo")) if isinstance(icons, dict) else ""
    return named if _ICON.fullmatch(named) else ""


def _text(value: Value) -> str:
    return value if isinstance(value, str) else ""


def _unused(text: str, *path: str) -> Problem:
    """The engine makes only the frame of the pages, so what it would do with pages has no effect."""
    span = span_of(Spot(NAME, path, on_key=True), text, 1)
    message = f"“{path[-1]}” has no effect: the builder makes the pages itself, and the engine only their frame"
    return Problem(span, "config-unused", message, Severity.NOTE, "take it out")


def _no_address(text: str, key: str) -> Problem:
    span = span_of(Spot(NAME, (key,)), text, 1)
    return Problem(span, "config-address", f"“{key}” is not a web address", hint="begin it with https://")


def _folder(url: Value) -> str:
    text = _text(url)
    return f"{text.rstrip('/')}/" if urlsplit(text).scheme in ("http", "https") else ""


def _edit_uri(repository: str, path: str) -> str:
    """Where the sources can be edited: GitHub's editor on the main branch, unless the school says otherwise."""
    return f"{repository}{(path or 'edit/main/').strip('/')}/" if repository else ""
