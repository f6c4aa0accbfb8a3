"""Which files are translations of which: argue.es.yml lies beside argue.yml, and says it in Spanish."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from site_builder.sources.languages import CODE

_SUFFIXES = (".yml", ".yaml", ".md")
_NAME = re.compile(rf"(?P<stem>.+)\.(?P<language>{CODE.pattern})\.(?:ya?ml|md)")


def language_in(file: str) -> str:
    """The language that a file's name ends with, as es in argue.es.yml; nothing where there is none."""
    found = _NAME.fullmatch(file.rpartition("/")[2])
    return found["language"] if found else ""


def translated_by(file: str) -> tuple[str, ...]:
    """The sources that a translation may belong to, by its own name."""
    folder, slash, name = file.rpartition("/")
    found = _NAME.fullmatch(name)
    return tuple(f"{folder}{slash}{found['stem']}{it}" for it in _SUFFIXES) if found else ()


def translations_of(file: str, language: str) -> tuple[str, ...]:
    """Where the translation of a source may lie; the first is where a new one is written."""
    path = PurePosixPath(file)
    suffixes = dict.fromkeys((path.suffix, *_SUFFIXES))
    return tuple(str(path.with_name(f"{path.stem}.{language}{it}")) for it in suffixes)
