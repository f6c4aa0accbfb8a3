"""A school's own file of the words that pages say themselves: made from ours, and kept whole when we say more."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as Entry
from babel.messages.plurals import get_plural
from babel.messages.pofile import read_po as catalogue_of
from babel.messages.pofile import write_po

from site_builder.exchange.into.put_in_place import put_in_place
from site_builder.exchange.into.rewritten import in_its_letters
from site_builder.look.po_text import Message, po_for, read_po
from site_builder.look.po_words import LOCALE, NO_WORDS, Plurals, read_words
from site_builder.look.words import OWN, SOURCE_LANGUAGE
from site_builder.problems import Problem, stops
from site_builder.sources.languages import locale_of, name_in, nearest
from site_builder.sources.reading import read_bytes
from site_builder.sources.text import decoded

_WIDTH = 79


@dataclass(frozen=True, slots=True)
class SchoolWords:
    """A file of words: how many texts of pages there are, how many it says, and how many were added to it just now."""

    file: str
    is_new: bool = False
    count: int = 0
    translated: int = 0
    added: int = 0
    problems: tuple[Problem, ...] = ()


def write_words(root: Path, language: str) -> SchoolWords:
    """Write continuum/words/<language>.po, with our words where we have them; one that is there gets what is new."""
    file = f"{OWN}/{language}.po"
    is_new = not (root / file).is_file()
    data, problems = (b"", []) if is_new else read_bytes(root / file, file)
    text, more = decoded(file, data)
    messages, unread = read_po(file, text)
    problems += more + unread
    if stops(problems):
        return SchoolWords(file, problems=tuple(problems))
    known, plurals = _ours(language)
    has = {it.one for it in messages}
    texts = _texts()
    new = [it for it in texts if _one(it) not in has]
    head = _head(language, plurals) if is_new else ""
    entries = _entries(new, known, plurals)
    if new:
        after = in_its_letters(data, lambda before: (_with_more(before, head + entries), ()))
        problems = put_in_place(root, {file: after.data}, ())
        messages += read_po(file, entries)[0]
    if stops(problems):
        return SchoolWords(file, problems=tuple(problems))
    said = {it.one for it in messages if not it.is_fuzzy and all(form.strip() for form in it.forms)}
    return SchoolWords(file, is_new, len(texts), sum(_one(it) in said for it in texts), len(new))


def words_said(root: Path, language: str) -> tuple[int, int]:
    """How many texts of pages can be read in a language, in our words or the school's, and how many there are."""
    texts = _texts()
    if nearest(language, [SOURCE_LANGUAGE]):
        return len(texts), len(texts)
    said: set[str] = set()
    for folder in (LOCALE, root / OWN):
        path = po_for(folder, language)
        found = read_words(path, folder.name)[0] if path else None
        said |= {it.one for it in found.messages} if found else set()
    return sum(_one(it) in said for it in texts), len(texts)


def _texts() -> list[Entry]:
    """Every text that pages say themselves."""
    return [it for it in catalogue_of(BytesIO((LOCALE / "continuum.pot").read_bytes())) if it.id]


def _one(it: Entry) -> str:
    return it.id if isinstance(it.id, str) else it.id[0]


def _ours(language: str) -> tuple[Mapping[str, Message], Plurals]:
    """Our words in a language, and its plurals: as we have them, or as CLDR does."""
    path = po_for(LOCALE, language)
    found = read_words(path, LOCALE.name)[0] if path else None
    if found:
        return {it.one: it for it in found.messages}, found.plurals
    locale = locale_of(language)
    return {}, Plurals(*get_plural(locale)) if locale else NO_WORDS.plurals


def _head(language: str, plurals: Plurals) -> str:
    return (
        f"# What pages say themselves, in {name_in(language, 'en')}. What stands here takes the place of other words.\n"
        'msgid ""\n'
        'msgstr ""\n'
        f'"Language: {language.replace("-", "_")}\\n"\n'
        '"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Plural-Forms: nplurals={plurals.forms}; plural={plurals.rule};\\n"\n\n'
    )


def _entries(texts: Iterable[Entry], known: Mapping[str, Message], plurals: Plurals) -> str:
    """Texts as they stand in such a file, with the words that are known for them."""
    made = Catalog()
    made.mime_headers = [("Plural-Forms", f"nplurals={plurals.forms}; plural={plurals.rule};")]
    for it in texts:
        ours = known.get(_one(it))
        forms = ours.forms if ours else ("",) * (1 if isinstance(it.id, str) else plurals.forms)
        made.add(it.id, forms[0] if isinstance(it.id, str) else forms, it.locations, it.flags)
    out = BytesIO()
    write_po(out, made, width=_WIDTH, omit_header=True, include_lineno=False)
    return out.getvalue().decode().rstrip("\n") + "\n"


def _with_more(before: str, more: str) -> str:
    """A text with more at its end, behind an empty line, and with its own kind of line ends."""
    line_end = "\r\n" if "\r\n" in before else "\n"
    start = f"{before.rstrip()}{line_end}{line_end}" if before.strip() else ""
    return start + more.replace("\n", line_end)
