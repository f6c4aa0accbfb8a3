"""Who else is named in what is said to one student."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from site_builder.private.needles import Person, names
from site_builder.private.plain import is_unspaced, normal, pairs, plain, words
from site_builder.problems import Problem, Severity, Span

_WORD = re.compile(r"[^\W\d_]+")
_STARTS = re.compile(r"(?:\A|[.!?:;\n•*-])[\s\"'“‘(]*\Z")
# Names that begin English sentences as other words do; and months, which are capitals anywhere.
_WORDS_TOO = frozenset(
    (  # noqa: SIM905 - thirty-eight quotes are no easier to read
        "art bill bliss chase chance dale dawn drew earnest faith frank gene grace grant guy hope hunter jack joy "
        "june mark miles page pat penny ray rich rob rose sky skip sue summer van wade will"
    ).split()
)
_MONTHS = frozenset(["april", "august", "june", "may"])
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Classmates:
    """Everybody of a roster by the words of their names; built once, used for every comment."""

    full: Mapping[bytes, tuple[tuple[tuple[bytes, ...], str], ...]]
    unspaced: Mapping[bytes, tuple[tuple[bytes, str], ...]]
    given: Mapping[str, frozenset[str]]
    own: Mapping[str, frozenset[str]]


def classmates(people: Iterable[Person]) -> Classmates:
    """These people, ready to be looked for in comments."""
    full, unspaced = defaultdict(list), defaultdict(list)
    given: defaultdict[str, set[str]] = defaultdict(set)
    own: dict[str, frozenset[str]] = {}
    for person in people:
        own[person.id] = frozenset(word.casefold() for name in names(person) for word in _WORD.findall(name))
        given[normal(person.given).casefold()].add(person.id)
        for name in names(person):
            row = tuple(words(name))
            if is_unspaced(name):
                unspaced[next(pairs(name.casefold()))].append((b"".join(row), person.id))
            elif len(row) > 1:
                full[row[0]].append((row, person.id))
    return Classmates(
        {key: tuple(held) for key, held in full.items()},
        {key: tuple(held) for key, held in unspaced.items()},
        {key: frozenset(held) for key, held in given.items() if len(key) > 1},
        own,
    )


def others_named(text: str, student: str, among: Classmates) -> tuple[str, ...]:
    """The ids of the other students whom a text to this one names: in full, or by a given name that is not theirs."""
    text, mine = plain(text), among.own.get(student, frozenset())
    in_full = set(_in_full(text, among))
    named = in_full if student not in in_full else {it for it in in_full if among.own[it] != mine}
    for word in _called(text):
        if word not in mine:
            named |= among.given.get(word, frozenset())
    return tuple(sorted(named - {student}))


def named_problem(at: Span, student: str, others: Iterable[str]) -> Problem:
    """The warning about a text to one student that names others, by their ids alone."""
    others = list(others)
    more = f" and {len(others) - _SHOWN} more" if len(others) > _SHOWN else ""
    who = ", ".join(others[:_SHOWN]) + more
    message = f"what is said to {student} seems to name somebody else: {who}"
    hint = "say “a classmate” instead, or leave it as it is when somebody else is meant"
    return Problem(at, "comment-names-other", message, Severity.WARNING, hint)


def _in_full(text: str, among: Classmates) -> Iterator[str]:
    order = words(text)
    for number, word in enumerate(order):
        for row, id in among.full.get(word, ()):
            if _is_row(row, order[number : number + len(row)]):
                yield id
    together = b"".join(order)
    for pair in set(pairs(text.casefold())) & among.unspaced.keys() if among.unspaced else ():
        yield from (id for row, id in among.unspaced[pair] if row in together)


def _is_row(row: tuple[bytes, ...], there: list[bytes]) -> bool:
    """Whether these words are the name; the last one may have an “s” at its end."""
    return len(there) == len(row) and tuple(there[:-1]) == row[:-1] and there[-1] in (row[-1], row[-1] + b"s")


def _called(text: str) -> Iterator[str]:
    """The words of a text that may be somebody's given name: written as names are."""
    for found in _WORD.finditer(text):
        word = found[0].casefold()
        if found[0][0].islower() or word in _MONTHS:
            continue
        if word in _WORDS_TOO and _STARTS.search(text, max(0, found.start() - 20), found.start()):
            continue
        yield word
