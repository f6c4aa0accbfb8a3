"""The texts of a school in the order in which families read them, and which of them somebody means."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.exchange.translations.school_texts import read_texts, trimmed
from tests.exchange.translations.bilingual import ARGUE, ARGUE_ES, TODAY, bilingual, source, texts_in


def test_sources_come_in_the_order_of_reading(tmp_path: Path) -> None:
    school = texts_in(bilingual(tmp_path).root)
    assert [it.file for it in school.sources] == [
        "continuum/continuum.yml",
        "continuum/literacy/area.yml",
        "continuum/literacy/argue.yml",
        "continuum/literacy/retell.yml",
        "exemplars/literacy/my-dog/index.md",
        "exemplars/literacy/lunch/index.md",
        "continuum/agency/area.yml",
        "continuum/agency/set-a-goal.md",
        "exemplars/agency/two-bells/index.md",
        "exemplars/agency/alone/index.md",
        "continuum/pathways/first.yml",
        "continuum/pages/families.md",
        "continuum/pages/index.md",
    ]


def test_areas_that_are_not_listed_come_behind_the_others(tmp_path: Path) -> None:
    school = bilingual(tmp_path).change("continuum/continuum.yml", "areas: [literacy, agency]", "areas: [agency]")
    files = [it.file for it in texts_in(school.root).sources]
    assert files.index("continuum/agency/set-a-goal.md") < files.index("continuum/literacy/area.yml")


def test_work_whose_permission_has_ended_goes_to_nobody(tmp_path: Path) -> None:
    school = bilingual(tmp_path)
    work = "exemplars/literacy/lunch/index.md"
    school.change(work, "until: 2099-06-30", "until: 2026-08-31")
    assert work not in [it.file for it in texts_in(school.root).sources]


def test_translations_are_there_language_by_language(tmp_path: Path) -> None:
    school = texts_in(bilingual(tmp_path, "es", "ar").root)
    argue = source(school, ARGUE)
    assert argue.said("es")["title"] == "Argumentar con evidencia"
    assert argue.said("ar") == {}
    only, _ = read_texts(tmp_path, TODAY, ["ar"])
    assert only is not None
    assert list(source(only, ARGUE).translations) == ["ar"]


@pytest.mark.parametrize(
    ("name", "count"),
    [
        (ARGUE, 1),
        (ARGUE_ES, 1),
        ("continuum/literacy", 3),
        ("exemplars/", 4),
        ("continuum/agency/set-a-goal.es.yml", 1),
    ],
)
def test_somebody_means_sources_by_their_names_their_translations_or_their_folder(
    tmp_path: Path, name: str, count: int
) -> None:
    found, unknown = texts_in(bilingual(tmp_path).root).among([name])
    assert (len(found), unknown) == (count, [])


def test_a_name_that_means_nothing_is_told(tmp_path: Path) -> None:
    assert texts_in(bilingual(tmp_path).root).among(["continuum/lit", ARGUE])[1] == ["continuum/lit"]


@pytest.mark.parametrize(
    ("file", "code"),
    [(ARGUE, "yaml"), (ARGUE_ES, "yaml"), ("continuum/literacy/area.yml", "yaml"), ("continuum/continuum.yml", "yaml")],
)
def test_nothing_is_read_where_one_file_cannot_be_read(tmp_path: Path, file: str, code: str) -> None:
    school = bilingual(tmp_path).write(file, "title: [")
    found, problems = read_texts(school.root, TODAY)
    assert found is None
    assert code in {it.code for it in problems}


def test_a_folder_without_a_continuum_says_so(tmp_path: Path) -> None:
    found, problems = read_texts(tmp_path, TODAY)
    assert (found, [it.code for it in problems]) == (None, ["settings-missing"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [("\n \n  code\n\n", "  code"), ("a\n\nb \n", "a\n\nb"), (" \n", ""), ("", ""), (" a", " a")],
)
def test_blank_lines_around_a_text_do_not_count_and_indents_do(text: str, expected: str) -> None:
    assert trimmed(text) == expected
