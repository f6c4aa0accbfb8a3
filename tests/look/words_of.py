"""Files of words, as a test needs them."""

from __future__ import annotations

import json
from collections.abc import Mapping

Texts = Mapping[str | tuple[str, str], str | tuple[str, ...]]


def po(language: str, words: Texts, plurals: str = "nplurals=2; plural=(n != 1);") -> str:
    """A PO file with these words, where a text with its plural has a tuple of forms; the first stands in line 6."""
    head = f'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n'
    head += f'"Plural-Forms: {plurals}\\n"\n' if plurals else '"X-None: nothing\\n"\n'
    return head + "".join(_message(text, said) for text, said in words.items())


def _message(text: str | tuple[str, ...], said: str | tuple[str, ...]) -> str:
    if isinstance(text, str):
        return f"\nmsgid {_quoted(text)}\nmsgstr {_quoted(said)}\n"
    forms = "".join(f"msgstr[{number}] {_quoted(it)}\n" for number, it in enumerate(said))
    return f"\nmsgid {_quoted(text[0])}\nmsgid_plural {_quoted(text[1])}\n{forms}"


def _quoted(text: object) -> str:
    return json.dumps(text, ensure_ascii=False)
