"""Translations that came back go into a school's folder: all that can be taken, or nothing where a file is refused."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from site_builder.exchange.into.put_in_place import put_in_place
from site_builder.exchange.translations.decisions import TAKEN, Decision, decisions
from site_builder.exchange.translations.incoming import Received
from site_builder.exchange.translations.likeness import links_are_the_same
from site_builder.exchange.translations.matching import Texts
from site_builder.exchange.translations.po_in import read_po_file
from site_builder.exchange.translations.school_texts import SchoolTexts
from site_builder.exchange.translations.sheet_in import read_sheet_file
from site_builder.exchange.translations.sidecar import Words
from site_builder.exchange.translations.speech import language_of
from site_builder.exchange.translations.written_beside import Beside, written_beside
from site_builder.problems import Problem, stops
from site_builder.sources.reading import checked_translation
from site_builder.sources.translation import in_language

_PO = frozenset({".po", ".pot"})


@dataclass(frozen=True, slots=True)
class Came:
    """What came of the files in one language: what became of each row, and of the translations beside the sources.

    `obsolete` is how many texts the files keep that nobody asks for now.
    """

    language: str
    decisions: tuple[Decision, ...]
    beside: Beside
    obsolete: int = 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of all files, language by language; where `problems` stop it, nothing was written."""

    came: tuple[Came, ...] = ()
    problems: tuple[Problem, ...] = ()


def take_translations(school: SchoolTexts, files: Sequence[Path], asked: str = "", *, dry_run: bool = False) -> Outcome:
    """Write what these files say into the translations beside the sources; `asked` is the language that all are in."""
    received = [read_po_file(it) if it.suffix.lower() in _PO else read_sheet_file(it) for it in files]
    problems = [problem for it in received for problem in it.problems]
    groups: dict[str, list[Received]] = defaultdict(list)
    for it in received if not stops(problems) else ():
        language = language_of(it, asked, school.settings.languages[1:])
        if isinstance(language, Problem):
            problems.append(language)
        else:
            groups[language].append(it)
    if stops(problems):
        return Outcome(problems=tuple(problems))
    texts = Texts(school.sources)
    came = tuple(_came(school, language, group, texts) for language, group in groups.items())
    problems += [problem for it in came for problem in (*it.beside.problems, *_to_look_at(school, it))]
    if not stops(problems) and not dry_run:
        problems += put_in_place(school.root, {file: data for it in came for file, data in it.beside.files.items()}, ())
    return Outcome(came if not stops(problems) else (), tuple(problems))


def _came(school: SchoolTexts, language: str, group: Sequence[Received], texts: Texts) -> Came:
    decided = tuple(decisions([row for it in group for row in it.rows], texts, language))
    beside = written_beside(school, language, _words(decided))
    return Came(language, decided, beside, sum(it.obsolete for it in group))


def _words(decided: Sequence[Decision]) -> Mapping[str, Words]:
    """What is to be said anew, source by source."""
    texts: dict[str, dict[str, str]] = defaultdict(dict)
    made: dict[str, dict[str, str]] = defaultdict(dict)
    for it in decided:
        if it.match and it.fate in TAKEN:
            texts[it.match.source.file][it.match.place] = it.target
            made[it.match.source.file][it.match.place] = it.made
    return {file: Words(said, made[file]) for file, said in texts.items()}


def _to_look_at(school: SchoolTexts, came: Came) -> Iterator[Problem]:
    """What may be wrong with what was taken: links that lead elsewhere, quotes that are not in the work."""
    sources = {it.file: it for it in school.sources}
    for file, words in _words(came.decisions).items():
        translation = came.beside.translations.get(file)
        if translation:
            yield from links_are_the_same(sources[file].texts, translation, words.texts)
            thing = sources[file].thing
            yield from checked_translation(thing, in_language(thing, translation), translation, school.settings)
