"""What has to be read, and may be read, before any page is made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from site_builder.evidence.roster import read_roster
from site_builder.evidence.store import Store
from site_builder.evidence.student import Roster
from site_builder.make import make_of
from site_builder.private.folders import git_absent, plain_refusal, private_refusal, reading_refusal
from site_builder.private.register import Register, verified
from site_builder.private.register_file import read_register
from site_builder.problems import Problem, stops
from site_builder.progress.code_pages import code_pages
from site_builder.progress.run import Wish
from site_builder.progress.telling import tellings, unspoken
from site_builder.progress.workshop import Job
from site_builder.sources.crew import Crew
from site_builder.sources.load import load


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person asks for: where everything lies, on which day, and whether pages are sealed."""

    root: Path
    store: Path
    rosters: tuple[Path, ...]
    out: Path
    as_of: date
    today: date
    keys_file: Path | None = None
    passphrase: str = ""
    words: Path | None = None
    site_url: str = ""
    decoys: int = 0

    @property
    def is_sealed(self) -> bool:
        """Whether pages are to be sealed: there are keys for it."""
        return self.keys_file is not None


def prepare(asked: Asked, cache: Path) -> tuple[Wish | None, list[Problem]]:
    """Everything read and found fit, or what forbids to go on; what lies in the wrong place is not even opened."""
    problems = list(_misplaced(asked))
    if stops(problems):
        return None, problems
    roster, more = read_roster(asked.rosters)
    problems += more
    register = read_register(asked.keys_file, asked.passphrase) if asked.keys_file else Register()
    if isinstance(register, Problem):
        return None, [*problems, register]
    store = Store.open(asked.store)
    if isinstance(store, Problem):
        return None, [*problems, store]
    if roster is None:
        return None, problems
    problems += _keys(asked, register, roster)
    job, more = _job(asked, cache, roster)
    problems += more
    if job is None or stops(problems):
        return None, problems
    secrets, groups = register.student_secrets(), register.group_secrets()
    typing = code_pages(job.settings.languages, asked.root) if asked.is_sealed else {}
    return Wish(job, asked.store, roster, asked.out, secrets, groups, asked.decoys, typing), problems


def read_private_roster(rosters: Sequence[Path]) -> tuple[Roster | None, list[Problem]]:
    """A roster, unless it lies where others can see it."""
    problems = [it for path in rosters if (it := reading_refusal(path, "the roster"))]
    return (None, problems) if problems else read_roster(rosters)


def read_private_register(file: Path, passphrase: str = "") -> Register | Problem:
    """A register of keys, unless it lies where others can see it."""
    return reading_refusal(file, "the register of keys") or read_register(file, passphrase)


def _misplaced(asked: Asked) -> Iterator[Problem]:
    for path, what in _read(asked):
        if refusal := reading_refusal(path, what):
            yield refusal
    site = asked.root / "site"
    if (
        refusal := private_refusal(asked.out, site, asked.root)
        if asked.is_sealed
        else plain_refusal(asked.out, site, asked.root)
    ):
        yield refusal
    if note := git_absent(asked.out):
        yield note


def _read(asked: Asked) -> Iterator[tuple[Path, str]]:
    yield from ((path, "the roster") for path in asked.rosters)
    yield asked.store, "the evidence"
    if asked.keys_file:
        yield asked.keys_file, "the register of keys"
    if asked.words:
        yield asked.words, "what students say"


def _keys(asked: Asked, register: Register, roster: Roster) -> Iterable[Problem]:
    if asked.keys_file is None:
        return ()
    return verified(register, asked.keys_file.as_posix(), students=roster.students, groups=roster.groups)


def _job(asked: Asked, cache: Path, roster: Roster) -> tuple[Job | None, list[Problem]]:
    crew = Crew(1)
    loaded = load(asked.root, cache, crew, asked.today, make_of())
    told = tellings(loaded, crew, (it.language for it in roster.students.values()))
    problems = [it for it in loaded.problems if told is None or it.severity == "error"]
    if told is None:
        return None, problems
    problems += unspoken(roster.students.values(), told, asked.rosters[0])
    return Job(told, asked.as_of, asked.site_url, asked.words, asked.is_sealed), problems
