"""What commands say: problems, counts, progress."""

from __future__ import annotations

import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import click

from site_builder import report
from site_builder.problems import Problem, Severity
from site_builder.sources.languages import name_in

# So many warnings or notes of one code are shown: a framework that was brought in may have hundreds.
_SHOWN = 20
# The line at which these point holds what nobody must read, be it in the log of a runner.
_UNSHOWN = frozenset({"leak", "leak-unsearched"})


def print_problems(
    problems: tuple[Problem, ...], root: Path | None, *, json_wanted: bool, notes: bool, on_stderr: bool, **more: object
) -> None:
    """Problems as people read them, or as JSON with `more` in it; on GitHub also as annotations."""
    if json_wanted:
        click.echo(report.as_json(problems, **more))
        return
    few, more_of = _fewer(problems, notes=notes)
    shown = [report.shown([it], None if it.code in _UNSHOWN else root, notes=notes) for it in few]
    shown += [f"… and {count} more of {code}: “--json” lists them all" for code, count in more_of.items()]
    text = "\n".join(filter(None, shown))
    if text:
        click.echo(text, err=on_stderr, color=colour(on_stderr))
    if os.environ.get("GITHUB_ACTIONS") == "true" and problems:
        click.echo(report.annotations(problems))


def _fewer(problems: Iterable[Problem], *, notes: bool) -> tuple[list[Problem], dict[str, int]]:
    """All errors, and of everything else the first of each code, with how many more there are."""
    counts: Counter[str] = Counter()
    few: list[Problem] = []
    for it in problems:
        if it.severity is Severity.NOTE and not notes:
            continue
        counts[it.code] += it.severity is not Severity.ERROR
        if it.severity is Severity.ERROR or counts[it.code] <= _SHOWN:
            few.append(it)
    return few, {code: count - _SHOWN for code, count in counts.items() if count > _SHOWN}


def said(problems: tuple[Problem, ...], notes: bool) -> str:
    """How many problems there are, and how to see those that are not shown."""
    hidden = any(it.severity is Severity.NOTE for it in problems) and not notes
    return f"Found {report.summary(problems)}." + (" See the notes with “continuum check --notes”." if hidden else "")


def eases(found: Mapping[str, int | None]) -> str:
    """How easily each language is read: “English 78, Spanish 74; nobody can tell for Arabic”."""
    known = ", ".join(f"{name_in(language, 'en')} {ease}" for language, ease in found.items() if ease is not None)
    others = " and ".join(name_in(language, "en") for language, ease in found.items() if ease is None)
    return "; ".join(filter(None, (known, f"nobody can tell for {others}" if others else "")))


def tell(root: Path) -> Callable[..., None]:
    """What the preview says with: a line, after the problems that belong to it."""

    def say(text: str, problems: tuple[Problem, ...] = ()) -> None:
        picture = report.shown(problems, root, notes=False)
        click.echo(f"{picture}\n{text}" if picture else text, err=True, color=colour(on_stderr=True))

    return say


def counted(count: int, what: str) -> str:
    """How many there are of something, as in “1 key” and “2 keys”."""
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def colour(on_stderr: bool) -> bool:
    """Colour only on a terminal, and never against somebody's wish (https://no-color.org)."""
    stream = sys.stderr if on_stderr else sys.stdout
    return stream.isatty() and not os.environ.get("NO_COLOR")


class Bar:
    """A line of progress, on a terminal only, and only for work that takes longer than a second."""

    def __init__(self) -> None:
        self.start = time.monotonic()

    def __call__(self, label: str, done: int, total: int) -> None:
        if not sys.stderr.isatty() or time.monotonic() - self.start < 1 or not total:
            return
        filled = 30 * done // total
        click.echo(f"\r{label:<8} [{'#' * filled}{'.' * (30 - filled)}] {done}/{total}", err=True, nl=done >= total)


def show(problems: Iterable[Problem], *, notes: bool = False) -> None:
    """Problems of private files, on stderr: where they are, and none of what stands there."""
    print_problems(tuple(problems), None, json_wanted=False, notes=notes, on_stderr=True)


def fail(problems: Iterable[Problem], *, json_wanted: bool = False) -> int:
    """The same where nothing could be done, with the exit code for it."""
    problems = tuple(problems)
    print_problems(problems, None, json_wanted=json_wanted, notes=False, on_stderr=True)
    if json_wanted:
        return 1
    click.echo(said(problems, notes=True), err=True)
    return 1
