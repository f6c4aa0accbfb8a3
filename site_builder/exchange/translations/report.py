"""How far translations are, and what came of those that came back: as lines for people, and as data for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from site_builder.exchange.into.said_safely import one_line
from site_builder.exchange.translations.decisions import TAKEN, Decision, Fate
from site_builder.exchange.translations.status import SourceStatus
from site_builder.exchange.translations.take import Came
from site_builder.sources.languages import name_in

# So many of a kind are named; the JSON names all.
_NAMED = 20
_LONGEST = 70
_LEFT_OUT: Mapping[Fate, str] = {
    Fate.FUZZY: "marked fuzzy, so that somebody should look at them first",
    Fate.EMPTY: "say nothing yet",
    Fate.UNKNOWN: "not in this continuum",
    Fate.OLDER: "made from other words than the source says now, and there is one that fits",
    Fate.UNCLEAR: "translated in several ways, so that nobody can tell which is meant",
}
_TOLD_ONE_BY_ONE = (Fate.UNKNOWN, Fate.OLDER, Fate.UNCLEAR)


def status_lines(language: str, sources: Sequence[SourceStatus], words: tuple[int, int]) -> Iterator[str]:
    """The languages' state as a table: first the whole, then each source on which there is work to do."""
    texts, translated = sum(it.texts for it in sources), sum(it.translated for it in sources)
    of_pages = f"{words[0]:,} of {words[1]:,} that pages say themselves"
    yield f"{_named(language)}: {translated:,} of {texts:,} texts of the school are translated, {of_pages}."
    rows = [it for it in sources if not it.is_done]
    if not rows:
        yield "  There is nothing left to do."
        return
    yield ""
    yield f"  {'translated':>12} {'not yet':>8} {'changed':>8} {'not watched':>12}  source"
    for it in rows:
        yield _line(f"{it.translated}/{it.texts}", (len(it.not_yet), len(it.changed), len(it.unwatched)), it.file)
    sums = (sum(len(it.not_yet) for it in rows), sum(len(it.changed) for it in rows), _unwatched(rows))
    yield _line(f"{translated}/{texts}", sums, f"all {len(sources)} sources" if len(sources) > 1 else "all")
    if done := len(sources) - len(rows):
        yield f"  {done} {'source is' if done == 1 else 'sources are'} done, and not listed."
    if sums[2]:
        yield f"  Not watched: changes of the source go unnoticed until “continuum translate mark {language}” is run."


def status_data(language: str, sources: Sequence[SourceStatus], words: tuple[int, int]) -> dict[str, object]:
    """The same as data, with every source and the places of its texts."""
    return {
        "language": language,
        "name": name_in(language, "en"),
        "texts": sum(it.texts for it in sources),
        "translated": sum(it.translated for it in sources),
        "not_yet": sum(len(it.not_yet) for it in sources),
        "changed": sum(len(it.changed) for it in sources),
        "not_watched": _unwatched(sources),
        "words": {"texts": words[1], "translated": words[0]},
        "sources": [_source_data(it) for it in sources],
    }


def came_lines(it: Came, *, is_done: bool) -> Iterator[str]:
    """What came of the files in one language."""
    counts = Counter(one.fate for one in it.decisions)
    taken = ", ".join(f"{counts[fate]:,} {fate.value}" for fate in Fate if fate in TAKEN and counts[fate])
    yield f"{_named(it.language)}: {taken or 'nothing to take'}; {counts[Fate.SAME]:,} there already."
    for fate, why in _LEFT_OUT.items():
        if counts[fate]:
            yield f"  Left out: {counts[fate]:,} {why}."
            if fate in _TOLD_ONE_BY_ONE:
                yield from _listed([f"{_at(one)}: {_in_brief(one.row.source)}" for one in _of(it, fate)])
    if it.obsolete:
        yield f"  Left out: {it.obsolete:,} marked obsolete."
    if stale := [one.location for one in it.decisions if one.is_stale and one.fate in TAKEN]:
        yield f"  Made from other words than the source says now, and marked as changed: {len(stale):,}."
        yield from _listed(stale)
    files = f"{len(it.beside.made):,} made, {len(it.beside.changed):,} changed"
    yield f"  Files: {files}{'' if is_done else ' (nothing was written)'}."
    if it.beside.lost:
        yield "  Comments that had to go:"
        yield from _listed([f"{file}: {_in_brief(comment)}" for file, comment in it.beside.lost])


def came_data(it: Came) -> dict[str, object]:
    """The same as data, with every row that was not simply there already."""
    counts = Counter(one.fate for one in it.decisions)
    return {
        "language": it.language,
        "counts": {fate.value: counts[fate] for fate in Fate} | {"obsolete": it.obsolete},
        "made": list(it.beside.made),
        "changed": list(it.beside.changed),
        "rows": [_row_data(one) for one in it.decisions if one.fate not in (Fate.SAME, Fate.EMPTY)],
    }


def _row_data(it: Decision) -> dict[str, object]:
    where = {"file": it.row.at.file, "line": it.row.at.line, "location": it.match.location if it.match else None}
    return {"fate": it.fate.value, **where, "source": it.row.source, "is_stale": it.is_stale}


def _source_data(it: SourceStatus) -> dict[str, object]:
    return {
        "source": it.file,
        "translation": it.translation or None,
        "texts": it.texts,
        "translated": it.translated,
        "not_yet": list(it.not_yet),
        "changed": list(it.changed),
        "not_watched": list(it.unwatched),
    }


def _named(language: str) -> str:
    return f"{name_in(language, 'en')} ({language})"


def _line(translated: str, counts: tuple[int, int, int], file: str) -> str:
    not_yet, changed, unwatched = (f"{it:,}" if it else "–" for it in counts)
    return f"  {translated:>12} {not_yet:>8} {changed:>8} {unwatched:>12}  {one_line(file)}"


def _unwatched(sources: Sequence[SourceStatus]) -> int:
    return sum(len(it.unwatched) for it in sources)


def _of(it: Came, fate: Fate) -> list[Decision]:
    """What became so, once for each row."""
    return list({one.row.at: one for one in it.decisions if one.fate is fate}.values())


def _at(it: Decision) -> str:
    return f"{it.row.at.file}:{it.row.at.line}"


def _in_brief(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def _listed(lines: Sequence[str]) -> Iterator[str]:
    yield from (f"    {it}" for it in lines[:_NAMED])
    if len(lines) > _NAMED:
        yield f"    … and {len(lines) - _NAMED:,} more: “--json” lists them all"
