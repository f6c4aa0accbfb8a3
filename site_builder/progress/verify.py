"""Opening every sealed page with its key, as a reader would, and comparing it with what it should say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from site_builder.evidence.piece import Piece
from site_builder.evidence.store import Store
from site_builder.private.envelope import opened
from site_builder.private.register import Register
from site_builder.private.sealed_page import envelope_in
from site_builder.private.secret import Secret
from site_builder.problems import Problem, Severity, Span
from site_builder.progress.code_pages import FOLDER
from site_builder.progress.run import Wish, page_file
from site_builder.progress.voice import read_voice
from site_builder.progress.workshop import Workshop
from site_builder.sources.crew import Crew, Memory


@dataclass(frozen=True, slots=True)
class Verified:
    """How many pages opened, how many were compared, and what is wrong."""

    problems: tuple[Problem, ...]
    opened: int = 0
    compared: int = 0


def verify(private: Path, register: Register) -> Verified:
    """Every page opened with its key; pages that no key opens are named when they are not decoys of ours."""
    secrets = _secrets(register)
    problems = [it for whose, secret in secrets.items() if (it := _unopened(private, whose, secret))]
    retired = {id for entries in (register.students, register.groups) for it in entries.values() for id in it.retired}
    left = sorted(path.name for path in (private / "p").glob("*") if path.name in retired)
    problems += [_left(private, id) for id in left]
    return Verified(tuple(problems), len(secrets) - len(problems) + len(left))


def compare(private: Path, wish: Wish, crew: Crew) -> Verified:
    """Every student's page compared with what the evidence gives now, and all around them with what is ours."""
    students = sorted(wish.roster.students)
    crew.tell(wish=wish)
    length = -(-len(students) // crew.size) or 1
    shares = [students[at * length : (at + 1) * length] for at in range(crew.size)]
    problems = [it for portion in crew.each(partial(_compare, private), shares) for it in portion]
    compared = len(students) - len(problems)
    return Verified((*problems, *_changed(private, wish)), len(students), compared)


def _changed(private: Path, wish: Wish) -> Iterator[Problem]:
    """Files of which more than the sealed text has changed: whatever runs in a page can read it."""
    workshop = Workshop(wish.job)
    moulds = [workshop.bench(it).mould for it in {"", *(it.language for it in wish.roster.students.values())}]
    for file in sorted((private / "p").glob("*/index.html")):
        data = file.read_bytes()
        envelope = envelope_in(data)
        if envelope is None or all(it.page(envelope) != data for it in moulds):
            yield _other(file)
    found = {it.relative_to(private).as_posix() for it in (private / FOLDER).rglob("*.html")}
    for way in sorted({*wish.code_pages, *found}):
        file = private / way
        if not file.is_file() or file.read_bytes() != wish.code_pages.get(way):
            yield _other(file)


def _other(file: Path) -> Problem:
    message = "this page is not, around what is sealed in it, as this version of the builder writes it"
    hint = "run “continuum progress” again and publish; if nobody has changed the version, ask who can write there"
    return Problem(Span(file.as_posix()), "page-changed", message, hint=hint)


def _compare(private: Path, memory: Memory, students: Sequence[str]) -> list[Problem]:
    wish: Wish = memory["wish"]
    if "workshop" not in memory:
        memory["workshop"], memory["store"] = Workshop(wish.job), Store.open(wish.store)
    evidence = dict(memory["store"].pieces(students))
    return [it for id in students if (it := _differs(private, id, evidence, wish, memory["workshop"]))]


def _differs(
    private: Path, id: str, evidence: Mapping[str, list[Piece]], wish: Wish, workshop: Workshop
) -> Problem | None:
    student, file = wish.roster.students[id], private / page_file(wish.secrets[id])
    voice = read_voice(wish.job.words, id)[0] if wish.job.words else None
    expected = workshop.text(workshop.student(student, evidence.get(id, []), voice).body, student.language)
    if text_of(file, wish.secrets[id]) == expected:
        return None
    message = f"the page of “{id}” says something else than the evidence gives"
    hint = "run “continuum progress” again, with the same --as-of"
    return Problem(Span(file.as_posix()), "page-differs", message, hint=hint)


def _unopened(private: Path, whose: str, secret: Secret) -> Problem | None:
    file = private / page_file(secret)
    if text_of(file, secret) is not None:
        return None
    message = f"the page of “{whose}” does not open with its key" if file.is_file() else f"“{whose}” has no page here"
    hint = "run “continuum progress” again with this register"
    return Problem(Span(file.as_posix()), "page-unopened", message, hint=hint)


def text_of(file: Path, secret: Secret) -> str | None:
    """What a page says when it is opened with this secret; None when it does not open."""
    try:
        envelope = envelope_in(file.read_bytes())
    except OSError:
        return None
    return opened(envelope, secret) if envelope else None


def _secrets(register: Register) -> dict[str, Secret]:
    return {**register.student_secrets(), **{f"group {id}": it for id, it in register.group_secrets().items()}}


def _left(private: Path, id: str) -> Problem:
    message = "a page is still here whose key was exchanged or retired"
    hint = "run “continuum progress” again, and publish what it writes"
    return Problem(Span((private / "p" / id).as_posix()), "page-left", message, Severity.WARNING, hint)
