"""Commands for translations: how far they are, out to translators, in again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from site_builder.cli.extras import needs
from site_builder.cli.options import JSON, SCHOOL
from site_builder.cli.said import counted, fail, print_problems

if TYPE_CHECKING:
    from site_builder.exchange.translations.school_texts import SchoolTexts, SourceTexts


@click.group()
def translate() -> None:
    """Put a continuum into other languages, with any tool that translators use."""


@translate.command()
@click.argument("language", required=False, default="")
@SCHOOL
@JSON
def status(language: str, root: Path, json_wanted: bool) -> int:
    """Say how far the continuum is translated, source by source."""
    from site_builder.exchange.translations.report import status_data, status_lines
    from site_builder.exchange.translations.status import status_of
    from site_builder.exchange.translations.words_file import words_said

    school, code = _school(root, json_wanted=json_wanted)
    if school is None:
        return code
    asked = [_language(school, language)] if language else list(school.settings.languages[1:])
    states = [(it, status_of(school.sources, it), words_said(root, it)) for it in asked]
    if json_wanted:
        click.echo(json.dumps({"languages": [status_data(*it) for it in states]}, ensure_ascii=False, indent=2))
        return 0
    if not states:
        click.echo("This continuum has one language. Add others to “languages” in continuum/continuum.yml.", err=True)
    click.echo("\n\n".join("\n".join(status_lines(*it)) for it in states), nl=bool(states))
    return 0


@translate.command()
@click.argument("language")
@click.argument("files", nargs=-1)
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help="The file to write: .po for translators' tools, .csv for a spreadsheet.",
)
@click.option("--only-missing", is_flag=True, help="Only what is not translated yet, or has changed since.")
@click.option("--replace", is_flag=True, help="Write over a file that says something else.")
@SCHOOL
def export(language: str, files: tuple[str, ...], out: Path, only_missing: bool, replace: bool, root: Path) -> int:
    """Write the texts of FILES, or of all sources, for translators into LANGUAGE."""
    from site_builder.exchange.outgoing import put
    from site_builder.exchange.translations.earlier import Remembered
    from site_builder.exchange.translations.entry import entries
    from site_builder.exchange.translations.po_out import po_bytes
    from site_builder.exchange.translations.sheet_out import csv_of

    if out.suffix.lower() not in (".po", ".csv"):
        raise click.UsageError(f"“{out.name}” is neither a .po nor a .csv file.")
    school, code = _school(root)
    if school is None:
        return code
    language = _language(school, language)
    sources = _among(school, files)
    found = list(entries(school, sources, language, Remembered(school), only_missing=only_missing))
    data = csv_of(found) if out.suffix.lower() == ".csv" else po_bytes(school, language, found)
    problems = put(out.parent, {out.name: data}, replace=replace)
    if problems:
        return fail(problems)
    click.echo(str(out))
    to_do = sum(it.is_stale or not it.target for it in found)
    click.echo(f"{counted(len(found), 'text')} written, {to_do:,} of them to translate or to look at.", err=True)
    return 0


@translate.command(name="import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--language", default="", help="Which language the files are in, where they do not say it themselves.")
@click.option("--dry-run", is_flag=True, help="Say what would be taken, and write nothing.")
@SCHOOL
@JSON
@needs("sheets")
def import_(files: tuple[Path, ...], language: str, dry_run: bool, root: Path, json_wanted: bool) -> int:
    """Take translations out of FILES (.po, .csv or a workbook) into the school's folder."""
    from site_builder.exchange.translations.report import came_data, came_lines
    from site_builder.exchange.translations.take import take_translations
    from site_builder.problems import stops
    from site_builder.sources.places import placed

    school, code = _school(root, json_wanted=json_wanted)
    if school is None:
        return code
    asked = _language(school, language) if language else ""
    outcome = take_translations(school, files, asked, dry_run=dry_run)
    problems = placed(outcome.problems, root)
    if stops(problems):
        return fail(problems, json_wanted=json_wanted)
    more = {"languages": [came_data(it) for it in outcome.came]} if json_wanted else {}
    print_problems(tuple(problems), root, json_wanted=json_wanted, notes=False, on_stderr=True, **more)
    for it in () if json_wanted else outcome.came:
        for line in came_lines(it, is_done=not dry_run):
            click.echo(line, err=True)
    return 0


@translate.command()
@click.argument("what", nargs=-1, metavar="[LANGUAGE] [FILES]…")
@SCHOOL
def mark(what: tuple[str, ...], root: Path) -> int:
    """Say that translations fit what their sources say now: all, or those into LANGUAGE, or those of FILES."""
    from site_builder.exchange.translations.marking import mark as write_marks
    from site_builder.sources.sidecars import language_in

    school, code = _school(root)
    if school is None:
        return code
    first, files = (what[0], what[1:]) if what and _is_language(school, what[0]) else ("", what)
    sources = _among(school, files)
    languages = [_language(school, first)] if first else list(school.settings.languages[1:])
    named = {it for it in map(language_in, files) if it}
    for language in [it for it in languages if not named or it in named]:
        done = write_marks(school, sources, language)
        if done.problems:
            return fail(done.problems)
        fits = f"{done.watched:,} are watched from now on, {done.found_to_fit:,} had changed and fit"
        click.echo(f"{language}: {fits}; {counted(len(done.files), 'file')} changed.", err=True)
    return 0


@translate.command()
@click.argument("language")
@SCHOOL
def words(language: str, root: Path) -> int:
    """Write what pages say themselves into continuum/words/, to be put into LANGUAGE or said in another way."""
    from site_builder.exchange.translations.words_file import write_words
    from site_builder.sources.languages import CODE

    if not CODE.fullmatch(language):
        raise click.UsageError(f"“{language}” is not the code of a language, as es or zh-Hans are.")
    made = write_words(root, language)
    if made.problems:
        return fail(made.problems)
    click.echo(str(root / made.file))
    done = "made" if made.is_new else f"{counted(made.added, 'text')} added" if made.added else "nothing to add"
    click.echo(f"{done}; {made.translated:,} of {made.count:,} texts are translated.", err=True)
    return 0


def _school(root: Path, *, json_wanted: bool = False) -> tuple[SchoolTexts | None, int]:
    """The texts of the school, or the exit code where its files cannot be read."""
    from site_builder.exchange.translations.school_texts import read_texts
    from site_builder.sources.places import placed

    school, problems = read_texts(root, date.today())
    return school, 0 if school else fail(placed(problems, root), json_wanted=json_wanted)


def _language(school: SchoolTexts, word: str) -> str:
    """One of the further languages of the school; wrong usage else."""
    own, *others = school.settings.languages
    if word in others:
        return word
    known = f"Its other languages: {', '.join(others)}." if others else "It has no other language yet."
    if word == own:
        raise click.UsageError(f"“{word}” is the language that this continuum is written in. {known}")
    hint = "Add it to “languages” in continuum/continuum.yml."
    raise click.UsageError(f"“{word}” is not one of the languages of this continuum. {known} {hint}")


def _is_language(school: SchoolTexts, word: str) -> bool:
    """Whether a word is meant as a language, not as a file."""
    from site_builder.sources.languages import CODE

    return word in school.settings.languages or (bool(CODE.fullmatch(word)) and not Path(word).exists())


def _among(school: SchoolTexts, files: Sequence[str]) -> tuple[SourceTexts, ...]:
    """The sources that somebody names; wrong usage where a name means none."""
    names = list(_names(school.root, files))
    found, unknown = school.among([] if "." in names else names)
    if unknown:
        raise click.UsageError(f"“{unknown[0]}” is no source of this continuum, no translation and no folder of some.")
    return found


def _names(root: Path, files: Iterable[str]) -> Iterable[str]:
    """Names as the school's folder has them: from there, or from the folder that somebody is in."""
    for it in files:
        here = Path(it).resolve()
        is_here = here.exists() and here.is_relative_to(root.resolve())
        yield here.relative_to(root.resolve()).as_posix() if is_here else Path(it).as_posix()
