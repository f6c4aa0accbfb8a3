"""A translation that would end its place and begin a script: of a school's texts, and of the words of pages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from site_builder.look.word_checks import texts_of_pages
from site_builder.sources.load import read_again
from site_builder.sources.texts import shape_of
from site_builder.sources.yaml import Value
from tests.attacks.everywhere import pages, places
from tests.look.words_of import Texts, po
from tests.project import Project
from tests.sources.findings import loaded

TEXT = """</title><script>attack()</script> "><img src=attack onerror=attack()> ' onfocus=attack() < and > & "x\""""
ALLOWED = {"text", "title", "meta@content", "img@alt", "a@title", "a@aria-label", "input@data-is", "h2@id"}
HARMFUL = [
    "<script>attack()</script>",
    '" onfocus="attack()',
    "<img src=x onerror=attack()>",
    "&lt;script&gt;",
    "%(attack)s",
    "%s %",
    "{attack.__class__} {0}",
]


@pytest.fixture
def school(tmp_path: Path) -> Project:
    return Project(tmp_path / "school", "languages")


def test_a_translated_text_is_text_on_every_page(school: Project) -> None:
    found = loaded(school)
    assert found.outline and found.setting
    outline, setting = found.outline, found.setting
    files = [*(it.source for it in outline.competencies.values()), *(it.source for it in outline.exemplars.values())]
    things = [outline.settings, *outline.areas.values(), *outline.pathways, *outline.pages]
    for thing in [*things, *(read_again({}, setting, file) for file in files)]:
        file = getattr(thing, "source", "")
        beside = school.root / f"{file.rpartition('.')[0]}.es.md"
        beside.unlink(missing_ok=True)
        school.write(f"{file.rpartition('.')[0]}.es.yml", json.dumps(said(shape_of(thing))))
    assert school.build().code == 0, school.output
    told = {file: html for file, html in pages(school).items() if file.startswith("es/")}
    assert len(told) > 20
    for file, html in told.items():
        assert places(html, "attack") <= ALLOWED, file
    assert any("attack" in html for html in told.values())


def said(shape: Value) -> Value:
    """The same shape with the hostile text in every place; ids and names of files stay."""
    if isinstance(shape, dict):
        return {key: it if key in ("id", "file") else said(it) for key, it in shape.items()}
    return [said(it) for it in shape] if isinstance(shape, list) else TEXT


@pytest.mark.parametrize("text", HARMFUL)
def test_words_that_could_do_harm_change_nothing(school: Project, text: str) -> None:
    before = school.build().tree()
    words: Texts = {
        (one, many) if many else one: (text, text) if many else text for one, many in texts_of_pages().items()
    }
    for language in ("en", "es"):
        school.write(f"continuum/words/{language}.po", po(language, words))
    assert school.build().code == 0, school.output
    assert "[words-unfit]" in school.output
    after = school.tree()
    assert {file for file in after if after[file] != before.get(file)} <= MARKED
    assert school.build("--strict").code == 1


# What names the state of the whole changes with it, though no page does.
MARKED = {"sw.js", "offline/en.json", "offline/es.json"}
