"""Problems as people and programs read them: on a terminal, as JSON, as annotations on GitHub."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from click import style

from site_builder.problems import Problem, Severity, Span
from site_builder.sources.clean import JOINERS
from site_builder.sources.text import legible

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def shown(problems: Iterable[Problem], root: Path | None, *, notes: bool) -> str:
    """Each problem with its line and a hint; notes only on request, and no lines where there is no root."""
    return "\n".join(_picture(it, root) for it in problems if notes or it.severity is not Severity.NOTE)


def summary(problems: Sequence[Problem]) -> str:
    """How many of each kind, in one line."""
    counts = Counter(problem.severity for problem in problems)
    said = [_counted(counts[severity], severity) for severity in Severity if counts[severity]]
    return ", ".join(said) if said else "no problems"


def as_json(problems: Iterable[Problem], **more: object) -> str:
    """All problems as one JSON object."""
    rows = [
        {
            "file": span.file,
            "line": span.line,
            "column": span.column,
            "severity": it.severity,
            "code": it.code,
            "message": it.message,
            "hint": it.hint,
        }
        for it in problems
        for span in [_span(it)]
    ]
    text = json.dumps({"problems": rows, **more}, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "replace").decode()


def annotations(problems: Iterable[Problem]) -> str:
    """Workflow commands that put each problem beside its line in a pull request."""
    return "\n".join(_annotation(it) for it in problems)


def _picture(problem: Problem, root: Path | None) -> str:
    span = _span(problem)
    kind = style(f"{problem.severity}[{problem.code}]", fg=_COLOURS[problem.severity], bold=True)
    lines = [f"{style(_safe(str(span)), bold=True)}: {kind}: {_safe(problem.message)}"]
    text = _line(root, span) if root else ""
    if text:
        number = str(span.line)
        shift = " " * (min(span.column, len(text) + 1) - 1)
        lines += [f"  {number} | {text}", f"  {' ' * len(number)} | {shift}{style('^', fg=_COLOURS[problem.severity])}"]
    if problem.hint:
        lines.append(f"  {style('hint:', fg='green')} {_safe(problem.hint)}")
    return "\n".join(lines)


def _safe(text: str) -> str:
    """The text on one line, without letters by which it could steer a terminal."""
    return "".join(sign if sign.isprintable() or sign in JOINERS else " " for sign in text)


def _line(root: Path, span: Span) -> str:
    """The line that a problem points at; nothing where the file or the line is not there."""
    try:
        lines = legible((root / span.file).read_bytes()).split("\n")
    except OSError:
        return ""
    line = lines[span.line - 1] if 0 < span.line <= len(lines) else ""
    return _safe(line[:160]).rstrip()


def _annotation(problem: Problem) -> str:
    span = _span(problem)
    message = f"{problem.message}. {problem.hint}" if problem.hint else problem.message
    place = f"file={_property(span.file)},line={span.line},col={span.column},title={_property(problem.code)}"
    return f"::{_GITHUB[problem.severity]} {place}::{_data(message)}"


def _data(text: str) -> str:
    return _safe(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _span(problem: Problem) -> Span:
    assert isinstance(problem.at, Span)
    return problem.at


def _counted(count: int, severity: Severity) -> str:
    return f"{count} {severity}" if count == 1 else f"{count} {severity}s"
