"""Attack 33: a comment on one child's page that names another child is warned about, whichever way it is written."""

from __future__ import annotations

import pytest

from site_builder.private.mentions import classmates, named_problem, others_named
from site_builder.problems import Severity, Span
from tests.private.people import NOOR, PEOPLE, ZOE

AMONG = classmates(PEOPLE)


@pytest.mark.parametrize(
    "comment",
    [
        "Copied from Zoë Müller.",
        "Müller, Zoë has the same text.",
        "zoe muller helped",
        "Better than ZOË.",
        "Zoe\u0308's graph is clearer.",
        "Zo\u200bë and Noor planned together.",
        "Zo&euml; M&uuml;ller",
        "<b>Zoë</b> said so",
        "Together (Zoë)",
    ],
)
def test_a_comment_to_noor_that_names_zoe_is_warned_about(comment: str) -> None:
    others = others_named(comment, NOOR.id, AMONG)
    assert others == (ZOE.id,)
    problem = named_problem(Span("evidence.csv", 12), NOOR.id, others)
    assert (problem.code, problem.severity) == ("comment-names-other", Severity.WARNING)
    assert "Zoë" not in problem.message + problem.hint


@pytest.mark.parametrize(
    "comment", ["Noor, you chose well.", "Noor Haddad: see my note.", "You will march on. Will you plan it?", "Zoology"]
)
def test_a_comment_that_names_nobody_else_is_not(comment: str) -> None:
    assert others_named(comment, NOOR.id, AMONG) == ()
