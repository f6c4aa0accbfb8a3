"""Promises of a glossary."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.project import Project
from tests.sources.findings import findings, said

FILE = "continuum/glossary.yml"
CLAIM = "  - {id: claim, term: claim, also: claims, means: What is said.}\n"


@pytest.fixture
def school(tmp_path: Path) -> Project:
    """A school that speaks English and Spanish."""
    return Project(tmp_path / "school", "languages")


def test_terms_are_told_apart(project: Project) -> None:
    project.write(
        FILE, f"terms:\n{CLAIM}  - {{id: source, term: source, also: [Claims, sources], means: Where from.}}\n"
    )
    assert said(project, "term-unclear") == [
        f"{FILE}:3:5: warning: “claims” stands for two terms of the glossary: claim and source "
        "(leave it to one of the two, or say which with a word more)"
    ]


def test_a_term_may_name_a_form_of_its_own_twice(project: Project) -> None:
    project.write(FILE, "terms:\n  - {id: claim, term: claim, also: [Claim, claims, claims], means: What is said.}\n")
    assert [it for it in findings(project) if FILE in it] == []


def test_no_two_terms_share_an_id(project: Project) -> None:
    project.write(FILE, f"terms:\n{CLAIM}  - {{id: Claim, term: source, means: Where from.}}\n")
    assert said(project, "id-repeated") == [
        f"{FILE}:3:10: error: “source” has the id Claim, as “claim” has (choose another)"
    ]


def test_translated_terms_are_told_apart(school: Project) -> None:
    school.write(FILE, f"terms:\n{CLAIM}  - {{id: source, term: source, means: Where from.}}\n")
    school.write(
        "continuum/glossary.es.yml",
        "terms:\n"
        "  - {id: claim, term: dato, means: Lo dicho.}\n"
        "  - {id: source, term: fuente, also: [dato], means: De.}\n",
    )
    assert said(school, "term-unclear") == [
        "continuum/glossary.es.yml:3:24: warning: “dato” stands for two terms of the glossary: claim and source "
        "(leave it to one of the two, or say which with a word more)"
    ]


def test_other_forms_in_another_language_are_no_surplus_and_what_is_unknown_is(school: Project) -> None:
    school.write(FILE, f"terms:\n{CLAIM}  - {{id: source, term: source, means: Where from.}}\n")
    school.write(
        "continuum/glossary.es.yml",
        "terms:\n"
        "  - {id: claim, term: afirmación, also: [afirmaciones, dicho], means: Lo dicho.}\n"
        "  - {id: source, term: fuente, also: fuentes, means: De dónde.}\n"
        "  - {id: other, term: otra, also: otras}\n",
    )
    surplus = said(school, "translation-surplus")
    assert ["terms/other/term" in surplus[0], "terms/other/also" in surplus[1], len(surplus)] == [True, True, 2]


def test_a_term_that_nobody_has_translated_takes_no_word_away(school: Project) -> None:
    school.write(FILE, f"terms:\n{CLAIM}  - {{id: source, term: source, means: Where from.}}\n")
    school.write("continuum/glossary.es.yml", "terms:\n  - {id: claim, term: source, means: Lo dicho.}\n")
    assert said(school, "term-unclear") == []
