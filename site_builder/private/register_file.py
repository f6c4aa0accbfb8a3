"""The file of the register: read and written so that nobody else on the machine sees it, and never half written."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from tempfile import mkstemp
from typing import Any

from site_builder.private.register import Entry, Register
from site_builder.private.secret import PAGE_ID, Random, read_link
from site_builder.private.wrapping import is_wrapped, unwrapped, wrapped
from site_builder.problems import Problem, Span

FORMAT = "continuum/keys/v1"
_OTHERS = 0o077


class _DamageError(ValueError):
    """What is not as a register is, in words; never with a secret in them."""


def read_register(file: Path, passphrase: str = "") -> Register | Problem:
    """The register in a file that only its owner may read."""
    at = Span(file.as_posix())
    try:
        with file.open("rb") as source:
            others = os.fstat(source.fileno()).st_mode & _OTHERS
            data = source.read()
    except OSError as error:
        message = f"the register of keys cannot be read: {error.strerror}"
        return Problem(
            at, "key-file-missing", message, hint="make one with “continuum keys new”, or name the right file"
        )
    # On Windows these bits say nothing.
    if others and os.name == "posix":
        message = "the register of keys can be read by others on this machine"
        return Problem(at, "key-file-open", message, hint=f"write “chmod 600 {file}”, and think who may have read it")
    return register_of(data, file.as_posix(), passphrase)


def register_of(data: bytes, file: str, passphrase: str = "") -> Register | Problem:
    """The register in these bytes, unlocked where they are locked; `file` is where problems say that they come from."""
    if is_wrapped(data):
        unlocked = unwrapped(data, passphrase) if passphrase else None
        if unlocked is None:
            message = "the register of keys is locked, and this passphrase does not open it"
            return Problem(Span(file), "key-file-locked", message, hint="give the passphrase that it was wrapped with")
        data = unlocked
    try:
        return _register(json.loads(data, object_pairs_hook=_once))
    except json.JSONDecodeError as error:
        at = Span(file, error.lineno, error.colno)
        what = "this is not JSON"
    except (ValueError, RecursionError) as error:
        at = Span(file)
        what = str(error) if isinstance(error, _DamageError) else "this is not a text"
    message = f"the register of keys is damaged: {what}"
    return Problem(at, "key-file-damaged", message, hint="put back the copy that was kept; keys cannot be guessed anew")


def write_register(
    register: Register, file: Path, passphrase: str = "", *, random: Random = os.urandom
) -> Problem | None:
    """Write the register for its owner alone, locked where there is a passphrase; the old one stays until then."""
    data = text_of(register)
    data = wrapped(data, passphrase, random=random) if passphrase else data
    target = file.resolve()
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _swap(data, target)
    except OSError as error:
        message = f"the register of keys cannot be written: {error.strerror}"
        return Problem(Span(file.as_posix()), "key-file-unwritable", message, hint="choose a folder of your own")
    return None


def text_of(register: Register) -> bytes:
    """The register as its file holds it."""
    whole = {"format": FORMAT, "students": _plain(register.students), "groups": _plain(register.groups)}
    return json.dumps(whole, ensure_ascii=False, indent=1).encode("utf-8") + b"\n"


def _swap(data: bytes, target: Path) -> None:
    # Made with mode 0600 from the first moment.
    descriptor, name = mkstemp(dir=target.parent, prefix=f".{target.name}.")
    beside = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as sink:
            sink.write(data)
            sink.flush()
            os.fsync(sink.fileno())
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    # Not every system lets a folder be opened.
    with suppress(OSError):
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _plain(entries: Mapping[str, Entry]) -> dict[str, dict[str, Any]]:
    return {
        id: {
            "secret": it.secret.link if it.secret else None,
            "since": it.since.isoformat(),
            "retired": list(it.retired),
        }
        for id, it in sorted(entries.items())
    }


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _DamageError("something stands in it twice")
    return found


def _register(found: Any) -> Register:
    if not isinstance(found, dict) or found.get("format") != FORMAT or set(found) != {"format", "students", "groups"}:
        raise _DamageError(f"it does not say that it is {FORMAT}, with students and groups")
    return Register(_entries(found["students"]), _entries(found["groups"]))


def _entries(found: Any) -> dict[str, Entry]:
    if not isinstance(found, dict):
        raise _DamageError("its students or groups are not a table")
    return {id: _entry(id, it) for id, it in found.items()}


def _entry(id: str, found: Any) -> Entry:
    if not isinstance(found, dict) or set(found) != {"secret", "since", "retired"}:
        raise _DamageError(f"“{id}” does not have a secret, a day and the addresses before")
    text, retired = found["secret"], found["retired"]
    secret = read_link(text) if isinstance(text, str) else None
    if text is not None and secret is None:
        raise _DamageError(f"the secret of “{id}” is not one")
    if not isinstance(retired, list) or not all(isinstance(it, str) and PAGE_ID.fullmatch(it) for it in retired):
        raise _DamageError(f"the addresses before of “{id}” are not addresses")
    return Entry(secret, _day(id, found["since"]), tuple(retired))


def _day(id: str, found: Any) -> date:
    try:
        return date.fromisoformat(found)
    except (TypeError, ValueError):
        raise _DamageError(f"the day of “{id}” is not a date") from None
