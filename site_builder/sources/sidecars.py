"""Which files are translations of which: argue.es.yml lies beside argue.yml, and says it in Spanish."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

_NAME = re.compile(r"(?P<stem>.+)\.(?P<language>[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\.(?:ya?ml|md)")


def language_in(file: str) -> str:
    """The language that a file's name ends with, as es in argue.es.yml; nothing where there is none."""
    found = _NAME.fullmatch(PurePosixPath(file).name)
    return found["language"] if found else ""


def translated_by(file: str) -> tuple[str, ...]:
    """The sources that a translation may belong to, by its own name."""
    path = PurePosixPath(file)
    found = _NAME.fullmatch(path.name)
    return tuple(str(path.with_name(found["stem"] + it)) for it in (".yml", ".yaml", ".md")) if found else ()


def translations_of(file: str, language: str) -> tuple[str, ...]:
    """Where the translation of a source may lie; the first is where a new one is written."""
    path = PurePosixPath(file)
    suffixes = (".md", ".yml") if path.suffix == ".md" else (path.suffix, ".yml" if path.suffix == ".yaml" else ".yaml")
    return tuple(str(path.with_name(f"{path.stem}.{language}{it}")) for it in suffixes)
