"""Moodle: competency frameworks as CSV, in the layout of today and in that of old versions."""

from __future__ import annotations

from pathlib import Path

from site_builder.exchange.fields import NEEDED, carried
from site_builder.exchange.format import Format, ReadWish, Taken, WriteWish, Written
from site_builder.exchange.framework import Framework
from site_builder.exchange.items.csv_bytes import csv_bytes
from site_builder.exchange.moodle.framework_out import framework_rows
from site_builder.exchange.moodle.reading import read_moodle

_CARRIES = (
    NEEDED
    | carried("level")
    | {"settings.title", "settings.description", "settings.identifier"}
    | {"area.about", "competency.statement", "competency.target", "skill.statement", "skill.levels", "skill.not_used"}
)


def read(paths: tuple[Path, ...], wish: ReadWish) -> Taken:
    """The framework in files of either layout."""
    return read_moodle(paths, wish, _CARRIES)


def write(framework: Framework, wish: WriteWish) -> Written:
    """The framework as one file."""
    return Written({"moodle-framework.csv": csv_bytes(framework_rows(framework, wish.variant))})


FORMAT = Format(
    name="moodle",
    says="Moodle: competency frameworks as CSV",
    variants={
        "framework": "14 columns, as Moodle has them today",
        "old": "12 columns, as older versions have them, without cross-references",
    },
    carries={"framework": _CARRIES, "old": _CARRIES},
    read=read,
    write=write,
)
