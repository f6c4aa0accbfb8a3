"""Which files are translations of which."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.sources.sidecars import language_in, translated_by, translations_of


@pytest.mark.parametrize(
    ("file", "language"),
    [
        ("continuum/literacy/argue.es.yml", "es"),
        ("continuum/literacy/argue.zh-Hans.yaml", "zh-Hans"),
        ("exemplars/literacy/lunch/index.ar.md", "ar"),
        ("continuum/pages/a.b.es-419.md", "es-419"),
        ("continuum/literacy/argue.yml", ""),
        ("continuum/literacy/argue.ES.yml", ""),
        ("continuum/literacy/argue.es.txt", ""),
        ("continuum/literacy/argue.spanish.yml", ""),
        ("continuum/literacy/argue.v2.yml", ""),
        ("continuum/literacy/.es.yml", ""),
        ("continuum/es.d/argue.yml", ""),
    ],
)
def test_the_language_stands_before_the_ending(file: str, language: str) -> None:
    assert language_in(file) == language
    assert bool(translated_by(file)) == bool(language)


def test_a_translation_says_what_it_may_belong_to() -> None:
    assert translated_by("continuum/literacy/argue.es.md") == (
        "continuum/literacy/argue.yml",
        "continuum/literacy/argue.yaml",
        "continuum/literacy/argue.md",
    )


@pytest.mark.parametrize(
    ("file", "first"),
    [
        ("continuum/literacy/argue.yml", "continuum/literacy/argue.es.yml"),
        ("continuum/literacy/argue.yaml", "continuum/literacy/argue.es.yaml"),
        ("exemplars/literacy/lunch/index.md", "exemplars/literacy/lunch/index.es.md"),
    ],
)
def test_a_translation_is_written_as_its_source_is(file: str, first: str) -> None:
    assert translations_of(file, "es")[0] == first


@given(
    st.sampled_from(["continuum/a/b.yml", "continuum/pages/a.b.yaml", "exemplars/a/b/index.md"]),
    st.sampled_from(["es", "zh-Hans", "es-419", "ckb"]),
)
def test_every_file_that_belongs_to_a_source_is_looked_for(file: str, language: str) -> None:
    there = translations_of(file, language)
    assert len(set(there)) == len(there) == 3
    for it in there:
        assert language_in(it) == language
        assert file in translated_by(it)
