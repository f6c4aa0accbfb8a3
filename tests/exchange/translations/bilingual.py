"""A small school that speaks English and Spanish, and its texts as translators see them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from site_builder.exchange.framework import Framework
from site_builder.exchange.into.laid_out import laid_out, source_text
from site_builder.exchange.translations.entry import Entry, entries
from site_builder.exchange.translations.incoming import Row
from site_builder.exchange.translations.school_texts import SchoolTexts, SourceTexts, read_texts
from site_builder.exchange.translations.take import Outcome, take_translations
from site_builder.problems import Span
from site_builder.sources.translation import fingerprint
from tests.project import Project

TODAY = date(2026, 9, 1)
ARGUE = "continuum/literacy/argue.yml"
ARGUE_ES = "continuum/literacy/argue.es.yml"
SPANISH = f"""# Ana lo tradujo.
title: "Argumentar con evidencia"
statement: >-
  Puedo hacer una afirmación que otros
  pueden poner a prueba.
skills:
  - id: LIT.ARG.1  # la primera
    title: 'Afirmación'
    levels: {{1: Puedo decir lo que pienso., 2: "Puedo afirmar algo que se puede discutir."}}
made_from:
  title: {fingerprint("Argue from evidence")}
  skills/LIT.ARG.1/title: {fingerprint("Claim")}
"""


def bilingual(root: Path, *languages: str) -> Project:
    """The small school with Spanish, or with these languages, beside English; one competency is translated in part."""
    listed = ", ".join(("en", *(languages or ("es",))))
    school = Project(root).change("continuum/continuum.yml", "languages: [en]", f"languages: [{listed}]")
    return school.write(ARGUE_ES, SPANISH)


def texts_in(root: Path) -> SchoolTexts:
    """The texts of a folder, which can be read."""
    school, problems = read_texts(root, TODAY)
    assert school is not None, problems
    return school


def source(school: SchoolTexts, file: str) -> SourceTexts:
    """One of its sources."""
    [found] = [it for it in school.sources if it.file == file]
    return found


def listed(root: Path, language: str = "es", *, only_missing: bool = False) -> list[Entry]:
    """The texts as they go out to translators."""
    school = texts_in(root)
    return list(entries(school, school.sources, language, lambda it, _: {}, only_missing=only_missing))


def row(source: str, target: str, *names: str, fuzzy: bool = False, answer: bool = True, line: int = 1) -> Row:
    """A row of a file that came back."""
    return Row(Span("es.po", line), names, source, target, fuzzy, answer)


def take(root: Path, *files: Path, language: str = "", dry_run: bool = False) -> Outcome:
    """What comes of these files in a folder."""
    return take_translations(texts_in(root), files, language, dry_run=dry_run)


def taken(root: Path, *files: Path, language: str = "") -> Outcome:
    """The same where nothing forbids it."""
    outcome = take(root, *files, language=language)
    assert outcome.came, outcome.problems
    return outcome


def po(path: Path, rows: Iterable[tuple[str, str, str]], head: str = "Language: es\\n") -> Path:
    """A PO file with these texts: place, source, translation."""
    blocks = [f'msgid ""\nmsgstr "{head}"\n']
    blocks += [f'msgctxt "{at}"\nmsgid "{text}"\nmsgstr "{told}"\n' for at, text, told in rows]
    path.write_text("\n".join(blocks), encoding="utf-8")
    return path


def written(framework: Framework, root: Path, languages: Sequence[str]) -> None:
    """The sources of a framework in a folder, in the first of these languages."""
    settings = replace(framework.settings, languages=tuple(languages))
    for file, value in laid_out(replace(framework, settings=settings)).items():
        path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source_text(file, value), encoding="utf-8", newline="")


def sidecars(root: Path, language: str = "es") -> Mapping[str, bytes]:
    """The bytes of every translation into a language."""
    found = [*root.rglob(f"*.{language}.yml"), *root.rglob(f"*.{language}.md")]
    return {it.relative_to(root).as_posix(): it.read_bytes() for it in sorted(found)}
