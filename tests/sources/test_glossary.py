"""glossary.yml becomes a glossary, in each language of a continuum."""

from __future__ import annotations

from typing import Any

from site_builder.model import Glossary, SourceText, Term
from site_builder.problems import Problem, Spot
from site_builder.sources.folder import source_at
from site_builder.sources.glossary import read_glossary
from site_builder.sources.texts import texts_of
from site_builder.sources.translation import Translation, in_language, read_translation

SOURCE = source_at("continuum/glossary.yml")
CLAIM = Term("claim", "claim", "What is said.", ("claims",))
SOURCE_TERM = Term("source", "source", "Where from.")
GLOSSARY = Glossary((CLAIM, SOURCE_TERM))


def read(*terms: Any) -> tuple[Glossary | None, list[Problem]]:
    return read_glossary(SOURCE, {"terms": list(terms)})


def translated(value: object) -> tuple[Translation, list[Problem]]:
    return read_translation(GLOSSARY, ("en", "es"), "continuum/glossary.es.yml", value, "")


def test_a_glossary_stands_beside_the_settings_alone() -> None:
    assert SOURCE.kind == "glossary"
    assert source_at("continuum/literacy/glossary.yml").kind == "competency"
    assert source_at("continuum/glossary.yaml").kind == ""


def test_terms_are_kept_in_the_order_of_the_file() -> None:
    claim = {"id": "claim", "term": "claim", "also": "claims", "means": "What is said."}
    assert read(claim, {"id": "source", "term": "source", "means": "Where from."}) == (GLOSSARY, [])


def test_there_may_be_several_other_forms() -> None:
    glossary, _ = read({"id": "claim", "term": "claim", "also": ["claims", "claimed"], "means": "M."})
    assert glossary
    assert glossary.terms[0].also == ("claims", "claimed")


def test_what_a_term_lacks_is_told() -> None:
    assert [(it.code, it.at) for it in read({"id": "claim", "term": "claim"})[1]] == [
        ("key-missing", Spot(SOURCE.file, ("terms", 0, "means")))
    ]
    assert [it.code for it in read_glossary(SOURCE, {"terms": []})[1]] == ["value"]


def test_the_texts_of_a_glossary_are_its_terms_and_meanings() -> None:
    assert texts_of(GLOSSARY) == {
        "terms/claim/term": "claim",
        "terms/claim/means": "What is said.",
        "terms/source/term": "source",
        "terms/source/means": "Where from.",
    }


def test_each_language_has_forms_of_its_own() -> None:
    found, problems = translated(
        {
            "terms": [
                {"id": "claim", "term": "afirmación", "means": "Lo dicho."},
                {"id": "source", "term": "fuente", "also": ["fuentes", "de fuente"], "means": "De dónde."},
            ]
        }
    )
    assert problems == []
    assert in_language(GLOSSARY, found).terms == (
        Term("claim", "afirmación", "Lo dicho."),
        Term("source", "fuente", "De dónde.", ("fuentes", "de fuente")),
    )


def test_forms_are_not_counted_as_texts_and_change_the_digest() -> None:
    terms = [{"id": "claim", "term": "afirmación", "means": "Lo dicho."}]
    one, _ = translated({"terms": terms})
    other, _ = translated({"terms": [{**terms[0], "also": "afirmaciones"}]})
    assert one.texts == other.texts
    assert one.lacking == other.lacking == ("terms/source/term", "terms/source/means")
    assert one.digest != other.digest


def test_what_nobody_has_translated_stays_in_the_words_of_the_source() -> None:
    found, _ = translated({})
    told = in_language(GLOSSARY, found)
    assert isinstance(told.terms[0].term, SourceText)
    assert told.terms[0].also == ()
