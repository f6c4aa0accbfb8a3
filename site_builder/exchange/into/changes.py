"""Which files of a school change, and what stands in them afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from site_builder.exchange.format import Remark
from site_builder.exchange.framework import Framework
from site_builder.exchange.into.dead_links import DeadLinks
from site_builder.exchange.into.laid_out import laid_out, source_text
from site_builder.exchange.into.merge import Merged
from site_builder.exchange.into.misfits import misfits, read_back, repeated_ids
from site_builder.exchange.into.rewritten import Rewritten, reads_as, rewritten
from site_builder.exchange.into.tidy import Tidying
from site_builder.model import Settings
from site_builder.problems import Problem, Span, stops
from site_builder.sources.text import LARGEST
from site_builder.sources.yaml import Value


@dataclass(frozen=True, slots=True)
class Changes:
    """Files to write, and how they stand to those that are there; none where there are problems."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    made: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    remarks: tuple[Remark, ...] = ()


def changes_of(root: Path, whole: Merged, existing: Framework | None) -> Changes:
    """What has to be written so that a folder holds the whole."""
    before = laid_out(existing) if existing else {}
    tidying, dead = Tidying(), DeadLinks(root, whole.framework)
    after: dict[str, Value] = {}
    same: list[str] = []
    for file, value in laid_out(whole.framework).items():
        there = before.get(file)
        if value != there:
            value = dead.without(file, tidying.tidy(value), before.get(whole.was_at.get(file, file)))
        # What differed only in signs that a source cannot hold is as it was.
        if value == there:
            same.append(file)
        else:
            after[file] = value
    settings = whole.framework.settings
    problems = repeated_ids(whole.framework)
    problems += [it for file, value in after.items() for it in misfits(file, value, settings)]
    if stops(problems):
        return Changes(problems=tuple(problems))
    files = {file: _source(root, file, value, before, whole) for file, value in after.items()}
    problems += [_too_large(file, it.data) for file, it in files.items() if len(it.data) > LARGEST]
    return Changes(
        {file: it.data for file, it in files.items()},
        tuple(file for file in files if file not in before),
        tuple(file for file in files if file in before),
        tuple(same),
        tuple(whole.was_at.values()),
        tuple(problems),
        (*tidying.remarks(), *dead.remarks(), *_remarks(files)),
    )


def _source(root: Path, file: str, value: Value, before: Mapping[str, Value], whole: Merged) -> Rewritten:
    """A source that is new, or one that is there with its changes."""
    old = whole.was_at.get(file, file)
    new = Rewritten(source_text(file, value).encode())
    if old not in before:
        return new
    changed = rewritten(file, (root / old).read_bytes(), before[old], value)
    settings: Settings = whole.framework.settings
    return changed if read_back(file, *reads_as(file, changed.data), settings) == value else new


def _remarks(files: Mapping[str, Rewritten]) -> list[Remark]:
    return [Remark(file, f"this comment is gone: {comment}") for file, it in files.items() for comment in it.lost]


def _too_large(file: str, data: bytes) -> Problem:
    message = f"{file} would be {len(data) / 1_000_000:.1f} MB, and a source has at most {LARGEST / 1_000_000:.0f} MB"
    return Problem(Span(file), "import-odd", message, hint="split the competency up in the file that it comes from")
