"""Letters: a printed sheet for each household, with the code that opens a child's page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import segno
from markupsafe import Markup

from site_builder.evidence.student import Roster, Student
from site_builder.look.styles import letter_styles
from site_builder.progress.desk import Desk
from site_builder.progress.document import document

# The quiet zone that a reader needs around the code, in modules (ISO/IEC 18004).
_QUIET = 4
# So many pages' codes fit on one sheet, whatever the language and the paper.
_ON_A_SHEET = 6


@dataclass(frozen=True, slots=True)
class Key:
    """How one page is opened: by its link, which goes into the square code, or by typing."""

    link: str
    groups: tuple[str, ...]


def households(students: Iterable[Student]) -> list[tuple[Student, ...]]:
    """Those who share a letter, in the order of the roster."""
    found: dict[str, list[Student]] = defaultdict(list)
    for student in students:
        found[student.household or student.id].append(student)
    return [tuple(it) for it in found.values()]


def letters(roster: Roster, keys: Mapping[str, Key], open_at: str, today: date, desks: Mapping[str, Desk]) -> str:
    """One document with a sheet a household, each in the language that the household reads.

    `keys` are by student id; those without one get no letter. `open_at` is the address where a code is typed, in a
    folder for each language but the school's. `desks` are by language; the one under "" speaks to everybody else.
    """
    sheets = [
        _sheet([(student.name, keys[student.id]) for student in some], open_at, today, desk)
        for household in households(roster.students.values())
        for desk in [desks.get(household[0].language, desks[""])]
        for some in _on_sheets([student for student in household if student.id in keys])
    ]
    return _all(sheets, desks[""])


def _on_sheets(household: Sequence[Student]) -> Iterator[Sequence[Student]]:
    """A household on one sheet, and those who have no room there on the next one, which says all of it again."""
    for start in range(0, len(household), _ON_A_SHEET):
        yield household[start : start + _ON_A_SHEET]


def staff_letters(keys: Iterable[tuple[str, Key]], open_at: str, today: date, desk: Desk) -> str:
    """The same for groups, each with its title."""
    sheets = [_sheet([(title, key)], open_at, today, desk, is_staff=True) for title, key in keys]
    return _all(sheets, desk)


def _all(sheets: Iterable[str], desk: Desk) -> str:
    body = Markup(f"<main>{''.join(sheets)}</main>")  # noqa: S704  rendered
    return document(body, desk, title=desk.say("Private letters"), more_styles=letter_styles())


def _sheet(whose: Iterable[tuple[str, Key]], open_at: str, today: date, desk: Desk, *, is_staff: bool = False) -> str:
    return desk.render(
        "letter",
        whose=[(desk.hand.name(name), square(key.link, desk), key.groups) for name, key in whose],
        school=desk.ground.settings.school,
        title=desk.ground.settings.title,
        open_at=open_at + desk.typing,
        today=today,
        language=desk.language,
        direction=desk.direction,
        is_staff=is_staff,
    )


def square(link: str, desk: Desk) -> Markup:
    """A link as a QR code, of level M, as a drawing without any colour but black."""
    code = segno.make_qr(link, error="m", boost_error=False)
    size = code.symbol_size(border=_QUIET)[0]
    path = "".join(
        f"M{x + _QUIET} {y + _QUIET}h{length}v1h-{length}z"
        for y, row in enumerate(code.matrix)
        for x, length in _runs(row)
    )
    said = desk.say("Square code for a telephone's camera")
    return Markup(
        '<svg viewBox="0 0 %d %d" role="img" aria-label="%s" shape-rendering="crispEdges"><path d="%s"/></svg>'
    ) % (size, size, said, path)


def _runs(row: Iterable[int]) -> Iterable[tuple[int, int]]:
    """Where dark modules begin in a row, and how many follow each other."""
    start = length = 0
    for place, is_dark in enumerate([*row, 0]):
        if is_dark:
            start, length = (start, length + 1) if length else (place, 1)
        elif length:
            yield start, length
            length = 0
