"""One student's page, from values to values: made alike in this process, in another, and on another machine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

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


class Page(NamedTuple):
    """A finished page: its file, the student in brief, and who else seems to be named in what is said to them."""

    file: str
    data: bytes
    brief: Brief
    named: tuple[str, ...] = ()


def page_of(order: Order, pieces: Sequence[Piece], workshop: Workshop, among: Classmates) -> Page:
    """The page of a student by all evidence of them; `among` are those whom a comment may name by mistake."""
    student = order.student
    made = workshop.student(student, pieces, order.voice)
    if order.secret:
        data = workshop.sealed(made.body, order.secret, student.language)
    else:
        data = workshop.plain(made.body, student.name, student.language)
    texts = [text for it in pieces for text in (it.comment, it.reflection) if text]
    named = {id for text in texts for id in others_named(text, student.id, among)}
    return Page(order.file, data, made.brief, tuple(sorted(named)))
