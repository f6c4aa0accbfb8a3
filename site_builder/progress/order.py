"""Students' pages, from values to values: made alike in this process, in another, and on another machine."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from site_builder.evidence.piece import Piece
from site_builder.evidence.student import Student
from site_builder.private.mentions import Classmates, others_named
from site_builder.private.secret import Secret
from site_builder.progress.staff import Brief
from site_builder.progress.voice import Voice
from site_builder.progress.workshop import Workshop


@dataclass(frozen=True, slots=True)
class Order:
    """What a page is made from besides evidence: whose it is, where it stands, their words, and what opens it.

    Without a secret it is a page that everybody who has the file can read.
    """

    student: Student
    file: str
    voice: Voice | None = None
    secret: Secret | None = None


# An order, with all evidence of its student.
Work: TypeAlias = tuple[Order, Sequence[Piece]]


class Page(NamedTuple):
    """A finished page: its file, the student in brief, and who else seems to be named in what is said to them."""

    file: str
    data: bytes
    brief: Brief
    named: tuple[str, ...] = ()


def pages_of(work: Sequence[Work], workshop: Workshop, among: Callable[[], Classmates]) -> list[Page]:
    """The pages of some students; `among` gives those whom a comment may name by mistake, where there are comments.

    Each step is done for all of them before the next: a processor is quickest while it does the same thing again.
    """
    standings = [workshop.judged(order.student, pieces) for order, pieces in work]
    made = [workshop.page(it, order.student, order.voice) for it, (order, _) in zip(standings, work, strict=True)]
    files = [_file(order, it.body, workshop) for (order, _), it in zip(work, made, strict=True)]
    return [
        Page(order.file, data, it.brief, _named(order.student.id, pieces, among))
        for (order, pieces), it, data in zip(work, made, files, strict=True)
    ]


def _file(order: Order, body: str, workshop: Workshop) -> bytes:
    if order.secret:
        return workshop.sealed(body, order.secret, order.student.language)
    return workshop.plain(body, order.student.name, order.student.language)


def _named(student: str, pieces: Sequence[Piece], among: Callable[[], Classmates]) -> tuple[str, ...]:
    texts = [text for it in pieces for text in (it.comment, it.reflection) if text]
    return tuple(sorted({id for text in texts for id in others_named(text, student, among())}))
