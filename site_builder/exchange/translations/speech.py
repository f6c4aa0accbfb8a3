"""Which language a file with translations is in: as somebody says, as it says itself, or as its name says."""

from __future__ import annotations

from collections.abc import Sequence

from site_builder.exchange.into.said_safely import one_line
from site_builder.exchange.translations.incoming import Received, language_of_name
from site_builder.problems import Problem, Span
from site_builder.sources.languages import nearest

_SAY = "say it with --language, as in --language {language}"


def language_of(it: Received, asked: str, languages: Sequence[str]) -> str | Problem:
    """One of these languages, or why it is none of them; nothing is guessed where a file says another."""
    if not languages:
        message = "this continuum has one language only"
        return _refused(it, message, "add another to “languages” in continuum.yml")
    hint = _SAY.format(language=languages[0])
    if asked:
        if it.language and not _meant(it.language, [asked]):
            message = f"this file says that it is in “{one_line(it.language)}”, and --language says “{asked}”"
            return _refused(it, message, "look whether it is the right file; its head says “Language:”")
        return asked
    own = _meant(it.language, languages)
    if it.language and not own:
        message = f"this file is in “{one_line(it.language)}”, which is not one of the languages of this continuum"
        return _refused(it, message, f"add it to “languages” in continuum.yml, or {hint}")
    found = own or _meant(language_of_name(it.file), languages) or (languages[0] if len(languages) == 1 else "")
    return found or _refused(it, "this file does not say which language it is in", hint)


def _meant(tag: str, languages: Sequence[str]) -> str:
    """The one of these languages that a tag means, as es_ES means es; nothing where it means none."""
    return nearest(tag.replace("_", "-"), languages) or "" if tag else ""


def _refused(it: Received, message: str, hint: str) -> Problem:
    return Problem(Span(it.file), "translation-language", message, hint=hint)
