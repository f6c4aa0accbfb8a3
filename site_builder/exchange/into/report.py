"""What came in, what was set aside and why, and what a person should look at: as a file, and as lines on a terminal."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import TypeVar

from site_builder.exchange.fields import FIELDS, left_behind
from site_builder.exchange.format import Aside, Remark
from site_builder.exchange.framework import Framework
from site_builder.exchange.into.outcome import Into
from site_builder.exchange.into.plain_names import PLAIN
from site_builder.exchange.into.said_safely import in_markdown, one_line

K = TypeVar("K")
V = TypeVar("V")
REPORT = "imported/report.md"
SET_ASIDE = "imported/set-aside.json"
_ONE = {"areas": "area", "competencies": "competency", "skills": "skill", "descriptors": "descriptor"}
# So many of those that have the same said of them are named.
_NAMED = 20


def report_files(into: Into) -> dict[str, bytes]:
    """The report, and all that was set aside with its content, by the places of their files."""
    files = {REPORT: ("\n".join(_report(into)) + "\n").encode()}
    if into.aside:
        rows = [asdict(it) for it in into.aside]
        text = json.dumps(rows, ensure_ascii=False, indent=1, default=str) + "\n"
        files[SET_ASIDE] = text.encode("utf-8", "backslashreplace")  # half a character stays as JSON writes it
    return files


def report_lines(into: Into) -> list[str]:
    """The report in brief, for a terminal."""
    lines = [f"Came in: {_listed(_sizes(into.came))}."] if into.came else []
    if into.counts:
        lines.append(f"The files hold: {_listed(into.counts)}.")
    lines.append(f"Sources: {_listed(_files(into), even_none=True)}.")
    for kind, group in _grouped((it.kind, it) for it in into.aside).items():
        lines.append(f"Set aside: {one_line(kind)} ({len(group)}): {one_line(group[0].why)}.")
    if into.remarks:
        things = "1 thing" if len(into.remarks) == 1 else f"{len(into.remarks)} things"
        lines.append(f"To look at: {things}, which {REPORT} lists.")
    return lines


def left_behind_lines(
    framework: Framework, carries: frozenset[str], loosely: frozenset[str] = frozenset()
) -> list[str]:
    """What a format that carries only this has no place for, and how often the framework says it.

    What goes out in part is told apart from what does not go out at all.
    """
    left = left_behind(framework, carries)
    lines = []
    for head, names in (
        ("This format has no place for:", [name for name in left if name not in loosely]),
        ("This goes out, and comes back in another form or not at all:", [name for name in left if name in loosely]),
    ):
        lines += [head, *(f"  {PLAIN[name]} ({left[name]})" for name in names)] if names else []
    return lines


def _report(into: Into) -> Iterator[str]:
    yield "# What came in"
    yield ""
    if into.counts:
        yield from _table(("in the files", "how many"), into.counts.items())
    yield from _table(("in the continuum", "how many"), _sizes(into.came).items() if into.came else ())
    yield from _table(("source files", "how many"), _files(into).items())
    yield from _set_aside(into.aside)
    yield from _to_look_at(into.remarks)
    unsaid = sorted(FIELDS - into.carries)
    if unsaid and (into.same or into.changed):
        yield from ("## What these files could not say", "")
        yield "All of this has stayed as it was."
        yield ""
        yield from (f"- {PLAIN[name]}" for name in unsaid)
        yield ""
    yield "This report is made anew at each import. It and what was set aside are on no page, and may be deleted."


def _table(head: tuple[str, str], rows: Iterable[tuple[str, int]]) -> Iterator[str]:
    yield f"| {head[0]} | {head[1]} |"
    yield "|---|---|"
    yield from (f"| {in_markdown(name)} | {count} |" for name, count in rows)
    yield ""


def _set_aside(aside: Sequence[Aside]) -> Iterator[str]:
    yield from ("## Set aside", "")
    if not aside:
        yield from ("Nothing: all that the files hold has found a place.", "")
        return
    yield f"What has no place in a continuum is kept, whole, in [{SET_ASIDE.rpartition('/')[2]}](set-aside.json)."
    yield ""
    for (kind, why), group in _grouped(((it.kind, it.why), it) for it in aside).items():
        yield f"- **{in_markdown(kind)}** ({len(group)}): {in_markdown(why)}"
        yield f"  Names: {_names([it.name for it in group])}"
    yield ""


def _to_look_at(remarks: Sequence[Remark]) -> Iterator[str]:
    yield from ("## To look at", "")
    if not remarks:
        yield from ("Nothing.", "")
        return
    for words, group in _grouped((it.words, it) for it in remarks).items():
        yield f"- {_names([it.about for it in group])}: {in_markdown(words)}"
    yield ""


def _names(names: Sequence[str]) -> str:
    shown = ", ".join(in_markdown(it) for it in names[:_NAMED])
    return shown if len(names) <= _NAMED else f"{shown} and {len(names) - _NAMED} more"


def _sizes(framework: Framework) -> dict[str, int]:
    """How much a framework holds; a competency without skills is no skill besides."""
    skills = [skill for id, (it, skill) in framework.skills.items()]
    words = {"words of the glossary": len(framework.glossary)} if framework.glossary else {}
    return {
        "areas": len(framework.areas),
        "competencies": len(framework.competencies),
        "skills": sum(id != it.id for id, (it, _) in framework.skills.items()),
        "descriptors": sum(len(texts) for skill in skills for texts in skill.levels.values()),
        **words,
    }


def _files(into: Into) -> dict[str, int]:
    counts = {"made": into.made, "changed": into.changed, "moved": into.gone, "left as they are": into.same}
    return {name: len(files) for name, files in counts.items()}


def _listed(counts: Mapping[str, int], *, even_none: bool = False) -> str:
    named = ((count, _ONE.get(name, name) if count == 1 else name) for name, count in counts.items())
    said = [f"{count} {one_line(name)}" for count, name in named if count or not even_none]
    return ", ".join(said) or "nothing"


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, list[V]]:
    groups: dict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return groups
