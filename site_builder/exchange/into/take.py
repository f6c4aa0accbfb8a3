"""What has come in goes into a school's folder: only the files that change, and none where anything is refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from uuid import UUID, uuid4

from site_builder.exchange.format import Taken
from site_builder.exchange.framework import Framework
from site_builder.exchange.into.changes import Changes, changes_of
from site_builder.exchange.into.merge import Merged, begun, merged
from site_builder.exchange.into.outcome import Into
from site_builder.exchange.into.put_in_place import put_in_place
from site_builder.exchange.into.report import SET_ASIDE, report_files
from site_builder.problems import Problem, Span, stops
from site_builder.sources.folder import SETTINGS, find_sources

__all__ = ["Into", "take_into"]
_EARLIER = "imported/earlier/set-aside-{}.json"


def take_into(
    root: Path,
    taken: Taken,
    existing: Framework | None,
    *,
    dry_run: bool = False,
    fresh: Callable[[], UUID] = uuid4,
) -> Into:
    """Write what has come in as sources; `existing` is the framework that the folder holds already."""
    into = Into(
        came=taken.framework, counts=taken.counts, aside=taken.aside, remarks=taken.remarks, carries=taken.carries
    )
    problems = [*taken.problems, *_refusals(root, taken, existing)]
    if taken.framework is None or stops(problems):
        return replace(into, problems=tuple(problems))
    whole = merged(taken, existing, _other_names(root)) if existing else begun(taken.framework, str(fresh()))
    changes = changes_of(root, whole, existing)
    into = _told(into, whole, changes)
    problems += changes.problems
    if not stops(problems) and not dry_run:
        report = report_files(into)
        problems += put_in_place(root, {**changes.files, **_kept_earlier(root, report), **report}, changes.gone)
    if stops(problems):
        return replace(into, framework=None, made=(), changed=(), same=(), gone=(), problems=tuple(problems))
    return replace(into, problems=tuple(problems))


def _told(into: Into, whole: Merged, changes: Changes) -> Into:
    return replace(
        into,
        framework=whole.framework,
        made=changes.made,
        changed=changes.changed,
        same=changes.same,
        gone=changes.gone,
        aside=(*into.aside, *whole.aside),
        remarks=(*into.remarks, *whole.remarks, *changes.remarks),
    )


def _kept_earlier(root: Path, report: Mapping[str, bytes]) -> dict[str, bytes]:
    """What an earlier import has set aside, where this one would write over it."""
    there = root / SET_ASIDE
    if SET_ASIDE not in report or not there.is_file() or there.is_symlink():
        return {}
    data = there.read_bytes()
    if data == report[SET_ASIDE]:
        return {}
    number = 1
    while (root / _EARLIER.format(number)).exists():
        number += 1
    return {_EARLIER.format(number): data}


def _other_names(root: Path) -> set[str]:
    """What a new area must not be called: folders that are there, listed or not, and pages written by hand."""
    found, _ = find_sources(root)
    return {it.area or it.slug.partition("/")[0] for it in found if it.area or it.kind == "page"}


def _refusals(root: Path, taken: Taken, existing: Framework | None) -> list[Problem]:
    """Why nothing is taken in, whatever it is."""
    if taken.framework is not None and not taken.framework.competencies:
        hint = "look whether these are the right files, and whether they are in the format that was named"
        return [Problem(Span("."), "import-unreadable", "these files hold no competencies", hint=hint)]
    if existing is None and root.is_dir():
        found, problems = find_sources(root)
        if found or problems:
            file = found[0].file if found else problems[0].at.file
            message = f"this folder holds {file} already, and no continuum that could be read"
            hint = f"mend what “continuum check” says, or choose a folder without sources; a continuum needs {SETTINGS}"
            return [Problem(Span(file), "folder-taken", message, hint=hint)]
    return []
