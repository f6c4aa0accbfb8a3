"""CASE, the Competencies and Academic Standards Exchange of 1EdTech: packages as JSON."""

from __future__ import annotations

from pathlib import Path

from site_builder.exchange.fields import FIELDS, WHOLE
from site_builder.exchange.format import Format, ReadWish, Taken, WriteWish, Written
from site_builder.exchange.framework import Framework

# Without extensions a package says no more than what CASE itself has fields for.
_IN_FIELDS = frozenset(
    {
        *("settings.title", "settings.description", "settings.version", "settings.identifier"),
        *("area.id", "area.title", "area.about", "area.identifier"),
        *("competency.id", "competency.title", "competency.statement", "competency.identifier"),
        *("competency.prerequisites", "competency.retired"),
        *("skill.id", "skill.title", "skill.identifier"),
    }
)


def read(paths: tuple[Path, ...], wish: ReadWish) -> Taken:
    """The framework in packages of any version; which one is found out."""
    from site_builder.exchange.case.reading import read_case

    return read_case(paths, wish)


def write(framework: Framework, wish: WriteWish) -> Written:
    """The framework as one package."""
    from site_builder.exchange.case.writing import write_case

    return write_case(framework, wish)


FORMAT = Format(
    name="case",
    says="CASE of 1EdTech: packages as JSON, with rubrics",
    variants={"1.1": "with all that a school has written, in extensions", "1.0": "for systems that know no extensions"},
    carries={"1.1": FIELDS - WHOLE, "1.0": _IN_FIELDS},
    loosely={
        "1.1": frozenset({"exemplars"}),
        "1.0": frozenset({"exemplars", "skill.levels", "level.name", "skill.statement", "competency.standards"}),
    },
    read=read,
    write=write,
)
