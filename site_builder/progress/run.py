"""The order of things: judge, render, seal, write; then exchange the new pages for the old ones whole."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from itertools import islice
from pathlib import Path
from random import SystemRandom
from typing import NamedTuple, TypeAlias
from urllib.parse import quote

from site_builder.evidence.piece import Piece
from site_builder.evidence.store import Store
from site_builder.evidence.student import Roster, Student
from site_builder.private.envelope import seal
from site_builder.private.mentions import Classmates, classmates, named_problem
from site_builder.private.needles import Person
from site_builder.private.output import begin, finish, write_files
from site_builder.private.secret import Secret, new_secret
from site_builder.problems import Problem, Span
from site_builder.progress.order import Order, Page, pages_of
from site_builder.progress.staff import Brief
from site_builder.progress.turn import in_turn
from site_builder.progress.voice import read_voice, strangers
from site_builder.progress.workshop import Job, Workshop
from site_builder.sources.crew import Crew, Memory
from site_builder.sources.load import Progress


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants made: whose pages, from which evidence, with which secrets, and where they go.

    `secrets` are by student id, `group_secrets` by the group's title; both are needed only for sealed pages, and so are
    `code_pages`, the files where a code is typed. With `decoys`, the number of pages is filled up to a multiple of it
    with pages that nobody can open.
    """

    job: Job
    store: Path
    roster: Roster
    out: Path
    secrets: Mapping[str, Secret] = field(default_factory=dict)
    group_secrets: Mapping[str, Secret] = field(default_factory=dict)
    decoys: int = 0
    code_pages: Mapping[str, bytes] = field(default_factory=dict)


class Done(NamedTuple):
    """What came of one student."""

    brief: Brief
    problems: list[Problem]


# So many students are in memory at a time, with their evidence and their pages.
_AT_ONCE = 25
# Makes the pages of all students and writes them into a folder, a portion at a time.
Students: TypeAlias = Callable[[Path], Iterator[list[Done]]]


@dataclass(frozen=True, slots=True)
class Report:
    """What was made, and what a person should know."""

    problems: tuple[Problem, ...]
    students: int = 0
    groups: int = 0
    decoys: int = 0


def run(wish: Wish, crew: Crew, progress: Progress | None = None) -> Report:
    """Make every page, and put them in the place of those that were there before."""
    return written(wish, partial(_by_crew, wish, crew), progress)


def written(wish: Wish, students: Students, progress: Progress | None = None) -> Report:
    """Have `students` write the pages of students; add the others, and put them in the place of the earlier ones."""
    report = in_turn(wish.out, partial(_exchanged, wish, students, progress))
    return Report((report,)) if isinstance(report, Problem) else report


def _exchanged(wish: Wish, students: Students, progress: Progress | None) -> Report:
    folder = begin(wish.out, is_plain=not wish.job.is_sealed)
    try:
        report = _filled(wish, folder, students, progress)
        finish(wish.out)
    except BaseException:  # no page of anybody is left lying about
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return report


def _filled(wish: Wish, folder: Path, students: Students, progress: Progress | None) -> Report:
    done: list[Done] = []
    for portion in students(folder):
        done += portion
        if progress:
            progress("pages", len(done), len(wish.roster.students))
    workshop = Workshop(wish.job)
    groups = _write_groups(wish, workshop, {it.brief.student: it.brief for it in done}, folder)
    decoys = 0
    if wish.job.is_sealed:
        write_files(folder, wish.code_pages.items())
        decoys = _write_decoys(len(done) + groups, wish, workshop, folder)
    else:
        _write(folder, "index.html", _index(wish, workshop), is_plain=True)
    problems = [problem for it in done for problem in it.problems]
    problems += strangers(wish.job.words, frozenset(wish.roster.students)) if wish.job.words else []
    return Report(tuple(problems), len(done), groups, decoys)


def _by_crew(wish: Wish, crew: Crew, folder: Path) -> Iterator[list[Done]]:
    crew.tell(wish=wish, folder=str(folder))
    yield from crew.each(_portion, _shares(sorted(wish.roster.students), crew.size))


def _shares(students: Sequence[str], size: int) -> list[list[str]]:
    """A run of neighbours for each worker: the store is read in their order."""
    length = -(-len(students) // size) or 1
    return [list(students[at * length : (at + 1) * length]) for at in range(size)]


def _portion(memory: Memory, students: list[str]) -> list[Done]:
    """Make and write the pages of these students."""
    wish: Wish = memory["wish"]
    if "workshop" not in memory:
        memory["workshop"], memory["store"] = Workshop(wish.job), Store.open(wish.store)
        memory["among"] = cache(partial(everybody, wish.roster))
    evidence = memory["store"].pieces(students)
    done: list[Done] = []
    while some := list(islice(evidence, _AT_ONCE)):
        done += _made(some, wish, memory)
    return done


def _made(some: Sequence[tuple[str, Sequence[Piece]]], wish: Wish, memory: Memory) -> list[Done]:
    orders = [order_for(student, wish) for student, _ in some]
    work = [(order, pieces) for (order, _), (_, pieces) in zip(orders, some, strict=True)]
    pages = pages_of(work, memory["workshop"], memory["among"])
    folder = Path(memory["folder"])
    return [kept(page, problems, wish, folder) for page, (_, problems) in zip(pages, orders, strict=True)]


def order_for(student: str, wish: Wish) -> tuple[Order, list[Problem]]:
    """What the page of a student is made from, and what is wrong with their words."""
    who, words = wish.roster.students[student], wish.job.words
    voice, problems = read_voice(words, student) if words else (None, [])
    if not wish.job.is_sealed:
        return Order(who, plain_file(student), voice), problems
    secret = wish.secrets[student]
    return Order(who, page_file(secret), voice, secret), problems


def kept(page: Page, problems: Iterable[Problem], wish: Wish, folder: Path) -> Done:
    """Write a page that was made, and say what came of its student."""
    _write(folder, page.file, page.data, is_plain=not wish.job.is_sealed)
    student = page.brief.student
    named = [named_problem(Span(wish.store.as_posix()), student, page.named)] if page.named else []
    return Done(page.brief, [*problems, *named])


def everybody(roster: Roster) -> Classmates:
    """Everybody on the roster, as those whom a comment to somebody else may name."""
    return classmates(person(it) for it in roster.students.values())


def _write_groups(wish: Wish, workshop: Workshop, briefs: Mapping[str, Brief], folder: Path) -> int:
    members = wish.roster.members()
    for id, title in wish.roster.groups.items():
        body = workshop.group(title, [(it, briefs[it.id]) for it in members[id]])
        if wish.job.is_sealed:
            secret = wish.group_secrets[id]
            _write(folder, page_file(secret), workshop.sealed(body, secret))
        else:
            _write(folder, plain_group_file(id), workshop.plain(body, title), is_plain=True)
    return len(wish.roster.groups)


def _write_decoys(pages: int, wish: Wish, workshop: Workshop, folder: Path) -> int:
    """Pages that hold nothing, each of the size and the language that one of the others has."""
    count = -pages % wish.decoys if wish.decoys else 0
    others = [(wish.secrets[id], it.language) for id, it in wish.roster.students.items()]
    others += [(wish.group_secrets[id], "") for id in wish.roster.groups]
    for _ in range(count):
        like, language = SystemRandom().choice(others)
        secret, size, mould = new_secret(), (folder / page_file(like)).stat().st_size, workshop.bench(language).mould
        # Three quarters of an envelope's letters are content, which is filled up to whole blocks anyway.
        letters = size - len(mould.before) - len(mould.after)
        _write(folder, page_file(secret), mould.page(seal(os.urandom(max(letters * 3 // 4 - 256, 1)), secret)))
    return count


def _index(wish: Wish, workshop: Workshop) -> bytes:
    """The list by which staff find plain pages."""
    desk = workshop.bench("").guide.desk
    groups = sorted((title, quote(plain_group_file(id))) for id, title in wish.roster.groups.items())
    students = [(it.name, quote(plain_file(it.id))) for it in wish.roster.students.values()]
    body = desk.render("index", groups=groups, students=students, as_of=wish.job.as_of, settings=wish.job.settings)
    return workshop.plain(body, desk.say("Private pages"))


def _write(folder: Path, file: str, data: bytes, *, is_plain: bool = False) -> None:
    write_files(folder, [(file, data)], is_plain=is_plain)


def page_file(secret: Secret) -> str:
    """Where a sealed page stands."""
    return f"p/{secret.page_id}/index.html"


def plain_file(student: str) -> str:
    """Where a student's plain page stands."""
    return f"students/{quote(student, safe='')}.html"


def plain_group_file(group: str) -> str:
    """Where a group's plain page stands."""
    return f"groups/{quote(group, safe='')}.html"


def person(student: Student) -> Person:
    """A student as the search for leaks knows them."""
    return Person(student.id, student.name, student.given, student.sort_name, student.email, student.other_ids)
