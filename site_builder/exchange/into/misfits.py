"""What a source would refuse is refused before it is written."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.exchange.framework import Framework
from site_builder.exchange.into.laid_out import (
    area_value,
    competency_value,
    glossary_value,
    pathway_value,
    settings_value,
)
from site_builder.model import Area, Competency, Glossary, Pathway, Settings
from site_builder.problems import Problem, Span
from site_builder.sources.area import read_area
from site_builder.sources.competency import read_competency
from site_builder.sources.folder import source_at
from site_builder.sources.front_matter import Halves
from site_builder.sources.glossary import read_glossary
from site_builder.sources.pathway import read_pathway
from site_builder.sources.settings import read_settings
from site_builder.sources.yaml import Value

NOTHING = Halves("", "", 1)


def misfits(file: str, value: Value, settings: Settings) -> list[Problem]:
    """Why a value cannot be this source of a school with these settings."""
    _, problems = _read(file, value, NOTHING, settings)
    title = (value.get("title") if isinstance(value, dict) else None) or file
    return [Problem(Span(file), "import-odd", f"{title}: {it.message}", it.severity, it.hint) for it in problems]


def repeated_ids(framework: Framework) -> list[Problem]:
    """Ids that two things would have: those of a school and those of files may be of different kinds."""
    seen: dict[str, str] = {}
    problems: list[Problem] = []
    for id, file in _ids(framework):
        if id.casefold() in seen:
            message = f"{file}: the id {id} would be that of something else too, in {seen[id.casefold()]}"
            problems.append(Problem(Span(file), "import-odd", message, hint="give one of the two another id"))
        seen.setdefault(id.casefold(), file)
    return problems


def _ids(framework: Framework) -> Iterator[tuple[str, str]]:
    yield from ((it.id, it.source) for it in framework.areas)
    yield from ((it.id, it.source) for it in framework.pathways)
    for it in framework.competencies:
        yield it.id, it.source
        yield from ((skill.id, it.source) for skill in it.skills if len(it.skills) > 1 or skill.id != it.id)


def read_back(file: str, value: Value, parts: Halves, settings: Settings) -> Value:
    """What a source means that says this, in the words in which it would be written anew."""
    thing, _ = _read(file, value, parts, settings)
    if isinstance(thing, Settings):
        return settings_value(thing)
    if isinstance(thing, Area):
        return area_value(thing)
    if isinstance(thing, Pathway):
        return pathway_value(thing)
    if isinstance(thing, Glossary):
        return glossary_value(thing.terms)
    return competency_value(thing) if thing else None


def _read(
    file: str, value: Value, parts: Halves, settings: Settings
) -> tuple[Settings | Area | Pathway | Glossary | Competency | None, list[Problem]]:
    source = source_at(file)
    if source.kind == "settings":
        return read_settings(file, value)
    if source.kind == "area":
        return read_area(source, value, settings)
    if source.kind == "pathway":
        return read_pathway(source, value)
    if source.kind == "glossary":
        return read_glossary(source, value)
    return read_competency(source, value, parts)
