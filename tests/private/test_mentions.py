"""Who else is named in what is said to one student."""

from __future__ import annotations

import time

import pytest

from site_builder.private.mentions import classmates, named_problem, others_named
from site_builder.private.needles import Person
from site_builder.problems import Severity, Span
from tests.private.people import JIN, NOOR, PEOPLE, WILL, ZOE

NOOR_TOO = Person("ST-5", "Noor Sand", "Noor", "Sand, Noor")
MAY = Person("ST-6", "May Brook", "May", "Brook, May")
AMONG = classmates([*PEOPLE, NOOR_TOO, MAY])


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("You and Zoë Müller planned well.", (ZOE.id,)),
        ("You and zoe muller planned well.", (ZOE.id,)),
        ("You and Zoë planned well.", (ZOE.id,)),
        ("Zoë's idea was good.", (ZOE.id,)),
        ("Zo&euml; planned.", (ZOE.id,)),
        ("和王小明一起", (JIN.id,)),
        ("With Will you planned. It went well, said Will.", (WILL.id,)),
        ("Will you plan? You will. Mark it.", ()),
        ("Noor planned well.", ()),
        ("Noor Haddad planned well.", ()),
        ("Noor Sand planned well.", (NOOR_TOO.id,)),
        ("In May you planned.", ()),
        ("With May Brook you planned.", (MAY.id,)),
        ("Zoëtrope", ()),
        ("", ()),
    ],
)
def test_a_text_to_noor_names_others(text: str, named: tuple[str, ...]) -> None:
    assert others_named(text, NOOR.id, AMONG) == named


def test_a_given_name_that_several_have_names_all_of_them() -> None:
    assert others_named("With Noor.", ZOE.id, AMONG) == (NOOR.id, NOOR_TOO.id)


def test_somebody_who_is_not_on_the_roster_has_no_name_of_their_own() -> None:
    assert others_named("With Zoë.", "unknown", AMONG) == (ZOE.id,)


def test_the_warning_names_ids_and_no_more_than_three() -> None:
    problem = named_problem(Span("evidence.csv", 7), "S1", ["S2", "S3", "S4", "S5"])
    assert (problem.code, problem.severity) == ("comment-names-other", Severity.WARNING)
    assert problem.message == "what is said to S1 seems to name somebody else: S2, S3, S4 and 1 more"
    assert named_problem(Span("evidence.csv", 7), "S1", ["S2"]).message.endswith("else: S2")


def test_a_thousand_students_and_many_comments_take_seconds() -> None:
    people = [Person(f"ST-{n}", f"Ada{n % 50} Berg{n}", f"Ada{n % 50}", f"Berg{n}, Ada{n % 50}") for n in range(1000)]
    among, began = classmates(people), time.perf_counter()
    for _ in range(2000):
        others_named("You chose evidence from a second source, and asked Berg about it. " * 3, "ST-1", among)
    assert time.perf_counter() - began < 10
