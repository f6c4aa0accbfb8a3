"""What more languages cost: the same content in one and in three, built from nothing in turns."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.builder import Builder, continuum, edit, size_of
from bench.content import write_continuum
from bench.measure import Run, Timing, timed
from bench.table import Row, at_most, megabytes, seconds, took

MOST = 3.2
REBUILD_OF_COLD = 0.15
_NOT_TOLD = re.compile(r"(?:id|kind|scale|prerequisites|evidence|standards|areas):|  - \{code:")
# What has no words of its own: names of parts, and the ids of skills; levels of the scale are rows of their own.
_KEPT = re.compile(r" *(?:- )?(?:id: [\w.]+|\w+:)")
_LEVEL = re.compile(r"(?P<head> *- \{id: \d+, name: )(?P<name>[^,]+)(?P<middle>, means: )(?P<means>[^,}]+).*")
_LINE = re.compile(r"(?P<key> *(?:- )?(?:[\w.]+: )?(?:>-)?)(?P<text>.*)")
_ARABIC = str.maketrans("abcdefghijklmnopqrstuvwxyz", "ابثدهفغحيجكلمنوعقرستضظوخيز")


def in_three_languages(work: Path, count: int, repeat: int) -> Iterator[Row]:
    """Cold builds of one and of three languages, and an edit of a sentence in the second language."""
    one, three = (_builder(work / "languages" / name, count, languages) for name, languages in _SITES)
    for builder in (one, three):
        timed(builder.command, builder.folder)
    rounds = [[_cold(builder) for builder in (one, three)] for _ in range(repeat)]
    alone, together = (Timing(tuple(runs)) for runs in zip(*rounds, strict=True))
    yield Row(f"Cold build without search, {count:,} competencies, by languages")
    for builder, timing in ((one, alone), (three, together)):
        size = size_of(builder.site)
        holds = f"{size.pages:,} pages, {megabytes(size.bytes)}"
        yield Row(builder.name, f"{took(timing)}, {seconds(timing.cpu)} CPU; {holds}")
    ratio = together.ratio(alone)
    yield at_most("Three languages / one", ratio, MOST, f"{ratio:.2f}", f"<= {MOST}")
    yield from _edited(three, together, repeat)


_SITES = (("one", ()), ("three", ("es", "ar")))


def _builder(root: Path, count: int, languages: tuple[str, ...]) -> Builder:
    write_continuum(root, count)
    for language in languages:
        for source in [*root.glob("continuum/*/*.yml"), root / "continuum" / "continuum.yml"]:
            if "." not in source.stem:
                told = _told(source.read_text(encoding="utf-8"), language)
                source.with_name(f"{source.stem}.{language}.yml").write_text(told, encoding="utf-8")
    settings = root / "continuum" / "continuum.yml"
    listed = ", ".join(("en", *languages))
    settings.write_text(f"languages: [{listed}]\n{settings.read_text(encoding='utf-8')}", encoding="utf-8")
    made = continuum(root)
    name = f"{len(languages) + 1} language{'s' if languages else ''}"
    return Builder(name, made.command, made.folder, made.site, made.leftovers)


def _told(text: str, language: str) -> str:
    """The same file as a translation of it: as long, with other words, and with letters of two bytes in Arabic."""
    kept = (line for line in text.splitlines() if not _NOT_TOLD.match(line))
    return "".join(f"{_line(line, language)}\n" for line in kept)


def _line(line: str, language: str) -> str:
    if _KEPT.fullmatch(line):
        return line
    level = _LEVEL.fullmatch(line)
    if level:
        name, means = (_words(level[part], language) for part in ("name", "means"))
        return f"{level['head']}{name}{level['middle']}{means}}}"
    found = _LINE.fullmatch(line)
    assert found
    return found["key"] + _words(found["text"], language)


def _words(text: str, language: str) -> str:
    return text.lower().translate(_ARABIC) if language == "ar" else text.replace("e", "é")


def _cold(builder: Builder) -> Run:
    builder.forget()
    run = timed(builder.command, builder.folder)
    print(f"{builder.name}: {run.seconds:.2f} s", file=sys.stderr)
    return run


def _edited(builder: Builder, cold: Timing, repeat: int) -> Iterator[Row]:
    """One sentence changed in the sources, which all three languages show or mark as changed since."""
    edit(builder.folder, 0)
    timed(builder.command, builder.folder)
    runs = []
    for number in range(1, repeat + 1):
        edit(builder.folder, number)
        runs.append(timed(builder.command, builder.folder))
    timing = Timing(tuple(runs))
    ratio = timing.median / cold.median
    yield Row("Rebuild after one edit, three languages", took(timing))
    yield at_most(
        "Rebuild / cold build, three languages", ratio, REBUILD_OF_COLD, f"{ratio:.2f}", f"<= {REBUILD_OF_COLD}"
    )
