"""Draft records of all students, written where private pages may be written and under the same guards."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from urllib.parse import quote

from site_builder.evidence.store import Store
from site_builder.exchange.data.achievements import achievement
from site_builder.identifiers import framework_identifier
from site_builder.model import Competency
from site_builder.private.output import write_tree
from site_builder.problems import Problem, stops
from site_builder.progress.prepare import Asked, prepare
from site_builder.progress.record import Issuer, Json, record
from site_builder.progress.run import Wish
from site_builder.progress.telling import Telling
from site_builder.progress.turn import in_turn
from site_builder.progress.workshop import Workshop


def write_records(asked: Asked, cache_folder: Path) -> tuple[int | None, list[Problem]]:
    """How many drafts were written, one for each student with evidence, or what forbids it."""
    wish, problems = prepare(asked, cache_folder)
    if wish is None or stops(problems):
        return None, problems
    done = in_turn(wish.out, partial(_written, wish))
    return (None, [*problems, done]) if isinstance(done, Problem) else (done, problems)


def _written(wish: Wish) -> int:
    return write_tree(wish.out, _files(wish), is_plain=True)


def _files(wish: Wish) -> Iterator[tuple[str, bytes]]:
    workshop = Workshop(wish.job)
    described = _descriptions(wish)
    store = Store.open(wish.store)
    assert isinstance(store, Store), "preparing has opened it"
    for id, pieces in store.pieces(sorted(wish.roster.students)):
        student = wish.roster.students[id]
        telling = wish.job.tellings.of(student.language)
        told = partial(described, telling)
        made = record(workshop.judged(student, pieces), student, issuer_of(wish, telling), told, telling)
        if made:
            yield f"records/{quote(id, safe='')}.json", _bytes(made)


def issuer_of(wish: Wish, telling: Telling) -> Issuer:
    """The school, as a record names it."""
    settings = telling.ground.settings
    return Issuer(settings.school.name or settings.title, framework_identifier(settings), wish.job.site_url)


def _descriptions(wish: Wish) -> Callable[[Telling, Competency], Json]:
    """What each competency is as an achievement, worked out once for all students who read one language."""
    known: dict[tuple[Telling, str], Json] = {}

    def described(telling: Telling, it: Competency) -> Json:
        if (telling, it.id) not in known:
            known[telling, it.id] = achievement(it, telling.outline, wish.job.site_url)
        return known[telling, it.id]

    return described


def _bytes(value: Json) -> bytes:
    return f"{json.dumps(value, ensure_ascii=False, indent=2)}\n".encode()
