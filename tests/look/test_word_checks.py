"""What is said of the languages of a continuum, and of the words that its school puts into them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from site_builder.look.word_checks import texts_of_pages, words_of_pages
from tests.look.words_of import Texts, po
from tests.project import Project
from tests.site.continua import small_outline
from tests.sources.findings import lines

SETTINGS = small_outline().settings


def said(root: Path, *languages: str, **files: Texts) -> list[str]:
    """What is found in a folder with these languages and files of words, with the place of keys in front."""
    for name, words in files.items():
        path = root / "continuum" / "words" / f"{name.replace('_', '-')}.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(po(name, words), encoding="utf-8")
    return lines(list(words_of_pages(root, replace(SETTINGS, languages=languages or ("en",)))))


def all_texts() -> Texts:
    return {(one, many) if many else one: (one, many) if many else one for one, many in texts_of_pages().items()}


def test_english_needs_no_words_of_its_own(tmp_path: Path) -> None:
    assert said(tmp_path) == said(tmp_path, "en-GB") == []


@pytest.mark.parametrize("language", ["xx", "qqq", "xx-MX"])
def test_a_code_that_nobody_knows_is_pointed_at(tmp_path: Path, language: str) -> None:
    (problem,) = said(tmp_path, "en", language)
    assert f"error[language-unknown]: “{language}” is not the code of a language that is known here" in problem
    assert f"if it is right, write continuum/words/{language}.po" in problem


@pytest.mark.parametrize(
    ("language", "right"),
    [
        ("es_MX", "es-MX"),
        ("ES", "es"),
        ("zh_hans", "zh-Hans"),
        ("español", "its code, as in"),
        ("e", "its code, as in"),
    ],
)
def test_a_code_that_is_written_in_another_way_is_told_how(tmp_path: Path, language: str, right: str) -> None:
    first = said(tmp_path, "en", language)[0]
    assert f"error[language-unknown]: “{language}” is not how a language is written here (write {right}" in first


def test_a_language_that_only_the_school_knows_is_one(tmp_path: Path) -> None:
    assert said(tmp_path, "en", "xx", xx=all_texts()) == []


def test_of_a_language_without_words_it_is_said_which_file_to_write(tmp_path: Path) -> None:
    count = len(texts_of_pages())
    (problem,) = said(tmp_path, "en", "cy")
    assert (
        f"note[words-wanted]: {count} of {count} texts that pages say themselves are not in Welsh yet, but in English "
        "(translate them in continuum/words/cy.po; see “Words of pages” in the manual)"
    ) in problem


def test_what_a_school_has_translated_is_wanted_no_more(tmp_path: Path) -> None:
    some = dict(list(all_texts().items())[:10])
    (problem,) = said(tmp_path, "en", "cy", cy=some)
    count = len(texts_of_pages())
    assert f"note[words-wanted]: {count - 10} of {count} texts" in problem


def test_words_of_a_language_are_those_of_its_regions_too(tmp_path: Path) -> None:
    assert said(tmp_path, "en", "cy-GB", cy=all_texts()) == []


def test_words_that_do_not_fit_are_told_in_every_file(tmp_path: Path) -> None:
    found = said(tmp_path, "en", es={"Find": "<b>"}, so={"Find": "%"})
    assert [it.split(": ")[0:2] for it in found] == [
        ["continuum/words/es.po:6:1", "warning[words-unfit]"],
        ["continuum/words/so.po:6:1", "warning[words-unfit]"],
    ]


def test_words_that_no_page_says_are_told_with_what_was_meant(tmp_path: Path) -> None:
    (near, far) = said(tmp_path, "en", es={"Fynd": "Buscar", "Xyzzy": "Nada"})
    assert near == (
        "continuum/words/es.po:6:1: note[words-unused]: pages do not say “Fynd”, so its translation is not used "
        "(did you mean “Find”?)"
    )
    assert "pages do not say “Xyzzy”, so its translation is not used (take it out)" in far


def test_a_text_with_another_plural_is_another_text(tmp_path: Path) -> None:
    one, many = next((one, many) for one, many in texts_of_pages().items() if many)
    words: Texts = {(one, f"{many}!"): (one, many)}
    assert ["words-unused" in it for it in said(tmp_path, "en", es=words)] == [True]


@pytest.mark.parametrize("name", ["spanish", "es_MX", "ES"])
def test_a_file_is_called_by_its_language(tmp_path: Path, name: str) -> None:
    path = tmp_path / "continuum" / "words" / f"{name}.po"
    path.parent.mkdir(parents=True)
    path.write_text(po("es", {"Find": "Buscar"}), encoding="utf-8")
    assert said(tmp_path) == [
        f"continuum/words/{name}.po:1:1: warning[file-unread]: continuum/words/{name}.po is not in a place where it is "
        "read (name it by the code of its language, as in es.po or zh-Hans.po)"
    ]


class TestCommands:
    """What a check and a build say of it."""

    def test_a_check_points_at_the_language_and_at_the_word(self, project: Project) -> None:
        project.change("continuum/continuum.yml", "languages: [en]", "languages: [en, xx]")
        project.write("continuum/words/es.po", po("es", {"Find": "Buscar &"}))
        project.check()
        assert project.code == 1
        assert "continuum/continuum.yml:4:17: error[language-unknown]: “xx” is not the code" in project.output
        assert "continuum/words/es.po:6:1: warning[words-unfit]: the translation of “Find” has the sign &" in (
            project.output
        )

    def test_a_word_that_does_not_fit_stops_a_build_only_when_asked_to(self, project: Project) -> None:
        project.write("continuum/words/en.po", po("en", {"Find": "Look up", "Kind of page": "<u>Sort</u>"}))
        assert project.build().code == 0
        assert "[words-unfit]" in project.output
        assert "Look up" in project.page("find/")
        assert "Kind of page" in project.page("find/")
        assert "<u>" not in project.page("find/")
        assert project.build("--strict").code == 1

    def test_a_file_of_words_that_cannot_be_read_leaves_the_last_good_site(self, project: Project) -> None:
        project.build()
        before = project.tree()
        assert project.write("continuum/words/en.po", "msgid Find").build().code == 1
        assert "continuum/words/en.po:1:1: error[words-unreadable]" in project.output
        assert project.tree() == before
