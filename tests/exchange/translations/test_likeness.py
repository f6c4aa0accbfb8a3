"""Links of a translation lead where those of its source lead."""

from __future__ import annotations

import pytest

from site_builder.exchange.translations.likeness import links_are_the_same
from site_builder.problems import Severity, Spot
from site_builder.sources.translation import Translation


def found(text: str, told: str) -> list[str]:
    at = {"about": Spot("a.es.yml", ("about",))}
    problems = list(
        links_are_the_same({"about": text}, Translation("es", "en", "a.es.yml", {"about": told}, "", at), ["about"])
    )
    assert all((it.code, it.severity) == ("translation-link", Severity.WARNING) for it in problems)
    return [it.message for it in problems]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("See [the claim](LIT.ARG).", "Mira [la afirmación](LIT.ARG)."),
        ("[a](b.md) and [c](d.md)", "[c](d.md) y [a](b.md)"),
        ("![A dog](dog.png)", "![Un perro](dog.png)"),
        ("No link", "Ningún enlace"),
        ("[a][x]\n\n[x]: b.md", "[uno](b.md)"),
    ],
)
def test_the_same_links_in_other_words_are_fine(text: str, told: str) -> None:
    assert found(text, told) == []


def test_a_link_to_somewhere_else_is_told() -> None:
    assert found("[a](LIT.ARG)", "[a](LIT.ARGU)") == [
        "“about” leads to LIT.ARGU, and its source does not; it does not lead to LIT.ARG, as its source does"
    ]


def test_a_link_that_is_left_out_is_told() -> None:
    assert found("[a](b.md) [a](b.md)", "[a](b.md) a") == ["“about” does not lead to b.md, as its source does"]


def test_only_texts_that_came_in_are_looked_at() -> None:
    translation = Translation("es", "en", "a.es.yml", {"about": "[a](c)"}, "", {})
    assert list(links_are_the_same({"about": "[a](b)"}, translation, [])) == []
