"""Texts as they go out to translators."""

from __future__ import annotations

from pathlib import Path

from site_builder.exchange.translations.entry import entries
from tests.exchange.translations.bilingual import ARGUE, bilingual, listed, source, texts_in


def test_texts_go_out_with_what_is_said_so_far(tmp_path: Path) -> None:
    found = {it.location: it for it in listed(bilingual(tmp_path).root)}
    assert found[f"{ARGUE}#title"].target == "Argumentar con evidencia"
    assert found[f"{ARGUE}#why"].target == ""
    assert found[f"{ARGUE}#statement"].target == "Puedo hacer una afirmación que otros pueden poner a prueba."


def test_a_text_whose_source_has_changed_is_told(tmp_path: Path) -> None:
    school = bilingual(tmp_path).change(ARGUE, "title: Claim", "title: My claim")
    assert [it.location for it in listed(school.root) if it.is_stale] == [f"{ARGUE}#skills/LIT.ARG.1/title"]


def test_what_is_left_to_do_is_what_is_not_translated_or_has_changed(tmp_path: Path) -> None:
    school = bilingual(tmp_path).change(ARGUE, "title: Claim", "title: My claim")
    places = [it.location.partition("#")[2] for it in listed(school.root, only_missing=True) if ARGUE in it.location]
    assert "title" not in places
    assert places[:3] == ["why", "skills/LIT.ARG.1/title", "skills/LIT.ARG.1/supports/2"]


def test_work_in_the_language_itself_needs_no_translation(tmp_path: Path) -> None:
    work = "exemplars/literacy/lunch/index.md"
    school = bilingual(tmp_path).change(work, "mode: writing", "mode: writing\nlanguage: es")
    places = [it.location.partition("#")[2] for it in listed(school.root) if work in it.location]
    assert "title" in places and "body" not in places and "annotations/1/quote" not in places


def test_work_in_a_third_language_says_in_which(tmp_path: Path) -> None:
    work = "exemplars/literacy/lunch/index.md"
    school = bilingual(tmp_path).change(work, "mode: writing", "mode: writing\nlanguage: ar")
    notes = {it.location.partition("#")[2]: it.note for it in listed(school.root) if work in it.location}
    assert [place for place, note in notes.items() if note.endswith("; in Arabic")] == ["annotations/1/quote", "body"]


def test_only_sources_that_are_asked_for_go_out(tmp_path: Path) -> None:
    school = texts_in(bilingual(tmp_path).root)
    found = entries(school, [source(school, ARGUE)], "es", lambda it, _: {})
    assert {it.location.partition("#")[0] for it in found} == {ARGUE}


def test_what_a_changed_text_said_before_is_asked_only_where_something_has_changed(tmp_path: Path) -> None:
    root = bilingual(tmp_path).change(ARGUE, "title: Claim", "title: My claim").root
    school, asked = texts_in(root), []

    def earlier(it: object, language: str) -> dict[str, str]:
        asked.append((it, language))
        return {"skills/LIT.ARG.1/title": "Claim"}

    found = {it.location: it for it in entries(school, school.sources, "es", earlier)}
    assert asked == [(source(school, ARGUE), "es")]
    assert found[f"{ARGUE}#skills/LIT.ARG.1/title"].before == "Claim"
    assert found[f"{ARGUE}#title"].before == ""
