"""Frameworks through systems for learning and back, for tests of their formats."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from site_builder.exchange.fields import within
from site_builder.exchange.format import Format, ReadWish, Taken, WriteWish
from site_builder.exchange.framework import Framework
from site_builder.exchange.html.text import html_of, markdown_of
from site_builder.model import Area, Competency, Skill

Rows = Sequence[Sequence[str]]


def shared(*parts: str) -> Path:
    """A file of real data; without it a test is skipped."""
    folder = Path(os.environ.get("CONTINUUM_SHARED") or Path(__file__).parents[4] / "shared")
    path = folder.joinpath("data", *parts)
    if not path.is_file():
        pytest.skip(f"{'/'.join(parts)} is not there (shared/data), so nothing can be read from it")
    return path


def taken(format: Format, *paths: Path, variant: str = "", existing: Framework | None = None) -> Taken:
    """What comes in from files."""
    assert format.read is not None
    return format.read(paths, ReadWish(variant, None, existing))


def said(found: Taken) -> str:
    """What is wrong with files, line by line."""
    return "\n".join(f"{it.at}: {it.code}: {it.message}" for it in found.problems)


def framework_of(found: Taken) -> Framework:
    """The framework in files that have nothing wrong with them."""
    assert found.framework is not None, said(found)
    return found.framework


def files_of(format: Format, framework: Framework, variant: str = "") -> dict[str, bytes]:
    """The files of an export."""
    assert format.write is not None
    return dict(format.write(framework, WriteWish(variant=variant)).files)


def cells_of(data: bytes) -> list[list[str]]:
    """The rows of a CSV file that was written."""
    return list(csv.reader(io.StringIO(data.decode("utf-8"), newline="")))


def csv_file(path: Path, rows: Rows, **dialect: str) -> Path:
    """A CSV file with these rows."""
    text = io.StringIO(newline="")
    csv.writer(text, **dialect).writerows(rows)  # type: ignore[arg-type]  # each word is one of its options
    path.write_text(text.getvalue(), encoding="utf-8", newline="")
    return path


def there_and_back(
    folder: Path, format: Format, framework: Framework, variant: str, existing: Framework | None = None
) -> Taken:
    """What comes in again after it has gone out."""
    [(name, data)] = files_of(format, framework, variant).items()
    (folder / name).write_bytes(data)
    return taken(format, folder / name, existing=existing)


def bare(framework: Framework, carries: frozenset[str]) -> Framework:
    """What a format carries of a framework, without the places of its files and however its texts are typed."""
    framework = within(framework, carries)
    competencies = tuple(_competency(it, framework) for it in framework.competencies if not it.retired)
    description = _same(framework.settings.description) if "settings.description" in carries else ""
    settings = replace(framework.settings, scales={}, areas=(), description=description)
    return Framework(settings, tuple(map(_area, framework.areas)), competencies)


def _area(it: Area) -> Area:
    levels = tuple(replace(level, means=_same(level.means)) for level in it.scale.levels)
    scale = replace(it.scale, id="", levels=levels)
    return replace(it, slug="", source="", about=_same(it.about) or it.title, scale=scale)


def _competency(it: Competency, framework: Framework) -> Competency:
    return replace(
        it,
        slug="",
        source="",
        area=framework.by_slug[it.area].id,
        statement=_same(it.statement) or it.title,
        # Of a single level it makes no difference whether it is the one to reach.
        target=framework.target(it) if len(framework.by_slug[it.area].scale.levels) > 1 else "",
        skills=tuple(map(_skill, it.skills)),
    )


def _skill(it: Skill) -> Skill:
    levels = {level: tuple(filter(None, map(_same, texts))) for level, texts in it.levels.items()}
    statement = _same(it.statement)
    return replace(it, levels=levels, statement="" if statement == it.title else statement)


def _same(text: str) -> str:
    return markdown_of(html_of(text))
