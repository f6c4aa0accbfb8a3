"""Canvas: outcomes and rubrics as CSV, as an account imports and exports them."""

from __future__ import annotations

from pathlib import Path

from site_builder.exchange.canvas.outcomes_out import outcome_rows
from site_builder.exchange.canvas.reading import read_canvas
from site_builder.exchange.canvas.rubrics_out import rubric_rows
from site_builder.exchange.fields import NEEDED, carried
from site_builder.exchange.format import Format, ReadWish, Taken, WriteWish, Written
from site_builder.exchange.framework import Framework
from site_builder.exchange.items.csv_bytes import csv_bytes

_CARRIES = {
    "outcomes": NEEDED
    | carried("level")
    | {"area.about", "competency.statement", "competency.target", "skill.statement", "skill.levels", "skill.not_used"},
    "rubric": NEEDED | {"level.id", "level.name", "skill.statement", "skill.levels", "skill.not_used"},
}


def read(paths: tuple[Path, ...], wish: ReadWish) -> Taken:
    """The framework in outcomes and rubrics; what a file holds is found out."""
    return read_canvas(paths, wish, _CARRIES)


def write(framework: Framework, wish: WriteWish) -> Written:
    """The framework as outcomes, or as rubrics."""
    if wish.variant == "rubric":
        return Written({"canvas-rubrics.csv": csv_bytes(rubric_rows(framework))})
    return Written({"canvas-outcomes.csv": csv_bytes(outcome_rows(framework))})


FORMAT = Format(
    name="canvas",
    says="Canvas: outcomes and rubrics as CSV",
    variants={
        "outcomes": "groups and outcomes of an account, with ratings",
        "rubric": "rubrics: one for each competency, with a descriptor for each level",
    },
    carries=_CARRIES,
    read=read,
    write=write,
)
