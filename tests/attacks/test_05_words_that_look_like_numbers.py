"""Words that YAML takes for truth, numbers, times and dates: NO, 010, 3:25, 1e3, 2026-09-01."""

from __future__ import annotations

import pytest

from tests.project import Project

SETTINGS = "continuum/continuum.yml"
WORDS = ["NO", "on", "yes", "010", "0x1F", "1e3", "1_000", "2026-09-01", "3.5", "true", "null-1"]
OTHERS = ["3:25", ".inf", ".nan", "=", "<<", "~a", "+1", "é"]


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A school whose levels, titles and texts are such words."""
    project = Project(tmp_path_factory.mktemp("words") / "school")
    levels = "".join(f"    - {{id: {word}, name: {word}}}\n" for word in WORDS)
    cells = "".join(f"  {word}: It is {word} for me and nobody else but {place}\n" for place, word in enumerate(WORDS))
    texts = "".join(f"    - {{code: {word}, framework: {word}, match: {word}}}\n" for word in OTHERS)
    project.change(SETTINGS, "areas: [literacy, agency]", f"  odd:\n{levels}areas: [literacy, agency, odd]")
    project.write("continuum/odd/area.yml", "id: ODD\ntitle: 010\nkind: transferable\nscale: odd\nabout: NO\n")
    head = "id: ODD.ONE\ntitle: 2026-09-01\nstatement: 1e3\nwhy: on\ntarget: NO\n"
    project.write("continuum/odd/one.yml", f"{head}standards:\n{texts}levels:\n{cells}")
    work = project.read("exemplars/agency/alone/index.md").replace("AGE.GOA", "ODD.ONE").replace("self", "010")
    project.write("exemplars/odd/010/index.md", work)
    project.build("--strict")
    project.build()
    return project


def test_they_stay_texts_as_ids_of_levels(school: Project) -> None:
    assert school.code == 0, school.output
    page = school.page("odd/one/")
    for word in WORDS:
        assert f'id="ODD.ONE-{word}"' in page
        assert f"It is {word} for me" in page


def test_they_stay_texts_as_titles_and_statements(school: Project) -> None:
    page = school.page("odd/one/")
    assert "<title>2026-09-01" in page or ">2026-09-01<" in page
    assert "1e3" in page
    assert "010" in school.page("odd/")


def test_they_stay_texts_as_codes_of_standards(school: Project) -> None:
    page = school.page("odd/one/")
    for word in ("3:25", ".inf", "=", "~a", "+1", "é"):
        assert word in page


def test_the_level_of_a_piece_of_work_is_the_one_that_was_written(school: Project) -> None:
    assert 'id="ODD.ONE-010"' in school.page("odd/one/")
    assert "ODD.ONE-010" in school.page("exemplars/odd/010/")


@pytest.mark.parametrize("word", ["3:25", ".inf", "é", "NO!", "a b", "="])
def test_what_cannot_be_an_id_is_refused_and_not_changed_into_one(project: Project, word: str) -> None:
    project.change("continuum/pathways/first.yml", "id: first", f"id: {word}")
    assert project.check().code == 1
    assert f"continuum/pathways/first.yml:1:5: error[value]: “id” says “{word}”: an id has letters" in project.output


@pytest.mark.parametrize("word", ["NO", "on", "010", "3:25", "1e3", "2026-09-01", ".inf", "=", "0x2", "two", "-1", "٢"])
def test_where_a_number_is_asked_for_they_are_refused(project: Project, word: str) -> None:
    project.change("continuum/literacy/argue.yml", "pieces: 2", f"pieces: {word}")
    assert project.check().code == 1
    assert f"continuum/literacy/argue.yml:8:20: error[value]: “pieces” says “{word}”" in project.output


@pytest.mark.parametrize("word", ["NO", "2026-9-1", "2026-02-30", "20260901", "1e3", "today"])
def test_where_a_date_is_asked_for_they_are_refused(project: Project, word: str) -> None:
    lunch = "exemplars/literacy/lunch/index.md"
    project.change(lunch, "until: 2099-06-30", f"until: {word}")
    assert project.check().code == 1
    assert f"{lunch}:9:36: error[value]: “until” says “{word}”" in project.output
