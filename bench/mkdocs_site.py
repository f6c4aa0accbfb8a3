"""The same content as a MkDocs + Material site: one Markdown page for each competency."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import yaml

from bench.builder import Builder

Data = Mapping[str, Any]
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a competency stands, and what it is called."""

    area: str
    slug: str
    title: str


def mkdocs(project: Path, work: Path, *, all_in_navigation: bool = False) -> Builder | str:
    """A MkDocs site over the content of `project`, or why there is none.

    Its navigation holds the home page and the areas, as our own frame does; with every page in it, as MkDocs does when
    nobody says anything, each page lists all others, and time and bytes grow with the square of the pages.
    """
    if find_spec("mkdocs") is None or find_spec("material") is None:
        return "MkDocs or its Material theme is not installed"
    settings = _data(project / "continuum" / "continuum.yml")
    areas = {path.parent.name: _data(path) for path in sorted(project.glob("continuum/*/area.yml"))}
    competencies = {path: _data(path) for path in sorted(project.glob("continuum/*/competency-*.yml"))}
    places = {it["id"]: Place(path.parent.name, path.stem, it["title"]) for path, it in competencies.items()}
    for it in competencies.values():
        place = places[it["id"]]
        _write(work / "docs" / place.area / f"{place.slug}.md", _competency(it, settings, places))
    for slug, area in areas.items():
        inside = [(places[it["id"]], it) for it in competencies.values() if places[it["id"]].area == slug]
        _write(work / "docs" / slug / "index.md", _area(area, inside))
    _write(work / "docs" / "index.md", _home(settings, areas))
    _write(work / "mkdocs.yml", _settings(settings, areas, all_in_navigation))
    command = (sys.executable, "-m", "mkdocs", "build")
    name = "MkDocs + Material" + (", all pages in its navigation" if all_in_navigation else "")
    return Builder(name, command, work, work / "site", (work / "site",), {"NO_MKDOCS_2_WARNING": "1"})


def _data(path: Path) -> dict[str, Any]:
    value = yaml.load(path.read_bytes(), Loader=_LOADER)  # noqa: S506  a safe loader, in C where there is one
    assert isinstance(value, dict)
    return value


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _settings(settings: Data, areas: Mapping[str, Data], all_in_navigation: bool) -> str:
    config = {
        "site_name": settings["title"],
        "site_url": "https://school.example/continuum/",
        "theme": {"name": "material"},
        "plugins": [],
    }
    if not all_in_navigation:
        config["nav"] = ["index.md", *({area["title"]: f"{slug}/index.md"} for slug, area in areas.items())]
        config["validation"] = {"nav": {"omitted_files": "ignore"}}
    return json.dumps(config, indent=1)


def _home(settings: Data, areas: Mapping[str, Data]) -> str:
    lines = [f"# {settings['title']}", "", settings["description"], ""]
    lines += [f"- [{area['title']}]({slug}/index.md)" for slug, area in areas.items()]
    lines += ["", *(f"- {level['name']}: {level['means']}" for level in settings["scales"]["learning"])]
    return "\n".join(lines) + "\n"


def _area(area: Data, inside: Sequence[tuple[Place, Data]]) -> str:
    lines = [f"# {area['title']}", "", area["about"], ""]
    lines += [f"- [{place.title}]({place.slug}.md): {it['statement']} `{it['id']}`" for place, it in inside]
    return "\n".join(lines) + "\n"


def _competency(it: Data, settings: Data, places: Mapping[str, Place]) -> str:
    levels = settings["scales"]["learning"]
    lines = [f"# {it['title']}", "", it["statement"], "", it["why"], "", f"`{it['id']}`", "", it["about"], ""]
    lines += ["## Levels", "", *_levels(it, levels), "", "## At home", "", *_at_home(it), ""]
    lines += ["## Help along the way", "", *_supports(it, levels), "", "## Before and after", ""]
    before = [places[id] for id in it["prerequisites"]]
    lines += [f"- [{place.title}](../{place.area}/{place.slug}.md)" for place in before]
    lines += ["", "## Standards and sources", "", *_standards(it)]
    return "\n".join(lines) + "\n"


def _levels(it: Data, levels: Sequence[Data]) -> Iterator[str]:
    yield _row("", *(f"{level['name']}: {level['means']}" for level in levels))
    yield _row(*["---"] * (len(levels) + 1))
    for skill in it["skills"]:
        yield _row(f"{skill['title']} `{skill['id']}`", *(skill["levels"][level["id"]] for level in levels))


def _at_home(it: Data) -> Iterator[str]:
    return (f"- **{skill['title']}.** {skill['at_home']}" for skill in it["skills"])


def _supports(it: Data, levels: Sequence[Data]) -> Iterator[str]:
    for level in levels:
        found = [(skill["title"], skill["supports"].get(level["id"])) for skill in it["skills"]]
        yield from (f"- {level['name']}, {title}: {text}" for title, text in found if text)


def _standards(it: Data) -> Iterator[str]:
    yield _row("Framework", "Code", "Match")
    yield _row("---", "---", "---")
    yield from (_row(standard["framework"], standard["code"], standard["match"]) for standard in it["standards"])


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
