"""A tree of pages for each language."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from site_builder.site.render import plans
from site_builder.site.tree import Tree, tongues, trees
from tests.project import Project
from tests.site.continua import small_outline
from tests.site.test_assemble import rewritten, stamps
from tests.sources.findings import loaded

ARGUE = "continuum/literacy/argue.es.yml"


@pytest.fixture
def school(tmp_path: Path, built: Project) -> Project:
    """A school in two languages to change and build; the frame of its pages is there already."""
    project = Project(tmp_path / "school", "languages")
    shutil.copytree(built.root / ".continuum" / "engine", project.root / ".continuum" / "engine")
    return project


def pages(files: set[str]) -> set[str]:
    return {file for file in files if file.endswith(".html")}


def test_the_language_of_the_sources_has_the_root_and_others_a_folder_each() -> None:
    found = tongues(small_outline(languages=("en", "ar", "zh-Hans")))
    assert [(it.code, it.folder, it.direction) for it in found] == [
        ("en", "", "ltr"),
        ("ar", "ar/", "rtl"),
        ("zh-Hans", "zh-Hans/", "ltr"),
    ]
    assert [it.name for it in found] == ["English", "العربية", "中文 (简体)"]


def test_a_language_that_is_named_twice_has_one_tree() -> None:
    assert [it.code for it in tongues(small_outline(languages=("en", "es", "en", "es")))] == ["en", "es"]


@pytest.mark.parametrize(
    ("folder", "root", "way"),
    [
        ("", "./", "./"),
        ("", "../../", "../../"),
        ("es/", "./", "../"),
        ("es/", "../", "../../"),
        ("es/", "../../../", "../../../../"),
    ],
)
def test_from_each_page_there_is_a_way_to_the_root_of_the_site(folder: str, root: str, way: str) -> None:
    assert Tree("es", folder, small_outline()).to_site(root) == way


def test_each_tree_is_told_in_its_language(school: Project) -> None:
    found = loaded(school)
    assert found.outline and found.setting
    grove = trees(found.outline, found.setting)
    assert list(grove) == ["en", "es"]
    assert grove["en"].outline is found.outline
    assert (grove["es"].outline.settings.title, grove["es"].outline.spoken) == ("Escuela de dos lenguas", "es")


def test_every_tree_has_the_same_pages_and_the_root_that_of_wrong_addresses_too(school: Project) -> None:
    found = loaded(school)
    assert found.outline and found.setting
    own, other = (plans(it, "") for it in trees(found.outline, found.setting).values())
    assert {it.address for it in own} - {it.address for it in other} == {"404.html"}
    assert {it.address for it in other} < {it.address for it in own}
    assert {it.language for it in other} == {"es"}
    assert all(it.file.startswith("es/") and it.place == f"es/{it.address}" for it in other)
    assert len({it.file for it in (*own, *other)}) == len(own) + len(other)


def test_pages_in_another_language_have_keys_of_their_own(school: Project) -> None:
    """Only where two trees show the same would their keys be allowed to meet, and nowhere do they show the same."""
    found = loaded(school)
    assert found.outline and found.setting
    own, other = (plans(it, it.language) for it in trees(found.outline, found.setting).values())
    assert not {it.key for it in own} & {it.key for it in other}


class TestChanges:
    """What one edit makes anew."""

    def test_a_translated_text_rewrites_the_pages_that_say_it_in_that_language(self, school: Project) -> None:
        before = stamps(school.build())
        school.change(ARGUE, "Pregunte “¿qué te haría", "Pregunte “¿qué le haría").build()
        assert pages(rewritten(before, stamps(school))) - booklets("es/", "literacy", "pathways/first") == {
            "es/literacy/argue/index.html",
            # Each piece of work shows the competency that it belongs to.
            "es/exemplars/literacy/lunch/index.html",
            "es/exemplars/literacy/my-dog/index.html",
            "es/exemplars/literacy/lunch/calibrate/index.html",
            "es/exemplars/literacy/my-dog/calibrate/index.html",
        }

    def test_a_translation_that_says_the_same_as_its_source_takes_the_mark_away(self, school: Project) -> None:
        school.build()
        assert '<span class="src" lang="en" dir="ltr">Agency</span>' in school.page("es/agency/")
        school.write("continuum/agency/area.es.yml", "title: Agency\n").build()
        assert '<span class="src" lang="en" dir="ltr">Agency</span>' not in school.page("es/agency/")
        assert "Agency" in school.page("es/agency/")

    def test_the_text_of_a_page_rewrites_that_page(self, school: Project) -> None:
        before = stamps(school.build())
        school.change("continuum/pages/families.es.md", "un solo trabajo", "un trabajo").build()
        # The first page shows what other pages are about.
        assert pages(rewritten(before, stamps(school))) == {"es/families/index.html", "es/index.html"}

    def test_a_word_of_the_school_rewrites_all_pages_in_that_language(self, school: Project) -> None:
        before = stamps(school.build())
        words = 'msgid "Find"\nmsgstr "Hallar"\n'
        school.write("continuum/words/es.po", words).build()
        again = pages(rewritten(before, stamps(school)))
        assert again == {file for file in pages(set(stamps(school))) if file.startswith("es/")}

    def test_a_remark_in_a_translation_rewrites_nothing(self, school: Project) -> None:
        before = stamps(school.build())
        school.change(ARGUE, "title: Arg", "# A remark.\ntitle: Arg").build()
        assert rewritten(before, stamps(school)) == set()

    def test_a_site_that_grew_by_changes_is_the_same_as_one_built_at_once(
        self, school: Project, tmp_path: Path
    ) -> None:
        changed = {
            "continuum/literacy/retell.es.yml": "title: Contar un cuento\n",
            "continuum/continuum.es.yml": "title: Escuela\n",
            "continuum/words/es.po": 'msgid "Find"\nmsgstr "Hallar"\n',
        }
        school.build()
        for file, text in changed.items():
            school.write(file, text).build()
        school.remove(ARGUE).build()
        fresh = Project(tmp_path / "fresh", "languages").remove(ARGUE)
        for file, text in changed.items():
            fresh.write(file, text)
        assert fresh.build().code == school.code == 0
        assert school.tree() == fresh.tree()

    def test_a_language_that_is_taken_out_takes_its_pages_with_it(self, school: Project) -> None:
        school.build()
        assert "es/index.html" in school.tree()
        school.change("continuum/continuum.yml", "languages: [en, es]", "languages: [en]").build()
        assert not [file for file in school.tree() if file.startswith("es/")]

    def test_a_second_language_leaves_the_pages_of_the_first_where_they_were(self, school: Project) -> None:
        two = {file for file in school.build().tree() if not file.startswith("es/")}
        school.change("continuum/continuum.yml", "languages: [en, es]", "languages: [en]").build()
        one = set(school.tree())
        assert pages(one) == pages(two)


def booklets(tree: str, *places: str) -> set[str]:
    """What is printed of an area or a pathway, and so of all in it."""
    return {f"{tree}booklets/{it}/index.html" for it in places}


@pytest.mark.parametrize("address", ["es", "ES"])
def test_nothing_else_may_stand_where_a_language_has_its_pages(school: Project, address: str) -> None:
    school.write(f"continuum/pages/{address}.md", "---\ntitle: Hola\n---\nHola.\n")
    found = [it for it in loaded(school).problems if it.code == "address-repeated"]
    assert [(it.at.file, it.hint) for it in found] == [(f"continuum/pages/{address}.md", "give it another name")]


def test_an_outline_in_another_language_keeps_its_language_when_it_changes() -> None:
    whole = replace(small_outline(languages=("en", "es")), language="es")
    assert (whole.spoken, small_outline(languages=("en", "es")).spoken) == ("es", "en")
