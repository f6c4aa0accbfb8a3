"""A school's folder becomes an outline, with everything that is wrong with it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from site_builder.model import Competency
from site_builder.problems import Severity, Span
from site_builder.sources.crew import Crew
from site_builder.sources.folder import Source
from site_builder.sources.index import NAME
from site_builder.sources.load import home_of, load, read_again
from site_builder.sources.reading import Reading, Setting, read_source
from tests.project import Project
from tests.sources.findings import TODAY, findings, lines, loaded, said

ARGUE = "continuum/literacy/argue.yml"


def test_a_sound_folder_is_read_whole(project: Project) -> None:
    outline = loaded(project).outline
    assert outline is not None
    assert list(outline.areas) == ["literacy", "agency"]
    assert list(outline.competencies) == ["LIT.ARG", "LIT.RET", "AGE.GOA"]
    assert list(outline.exemplars) == ["literacy/my-dog", "literacy/lunch", "agency/two-bells", "agency/alone"]
    assert [it.id for it in outline.pathways] == ["first"]
    assert [it.slug for it in outline.pages] == ["families", "index"]


def test_a_folder_without_a_continuum_is_told_how_to_begin(tmp_path: Path) -> None:
    found = load(tmp_path, tmp_path, Crew(1), TODAY, "a test")
    assert found.outline is None
    [problem] = found.problems
    assert (problem.code, problem.at) == ("settings-missing", Span("continuum/continuum.yml"))
    assert "continuum new" in problem.hint


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"\xff", "text-unreadable"), (b"a: [", "yaml"), (b"# nothing", "file-empty"), (b"a: b", "key-unknown")],
)
def test_without_settings_nothing_else_is_read(project: Project, content: bytes, code: str) -> None:
    project.write("continuum/continuum.yml", content).write(ARGUE, "broken")
    found = loaded(project)
    assert found.outline is None
    assert code in [it.code for it in found.problems]
    assert {it.at.file for it in found.problems} == {"continuum/continuum.yml"}


def test_an_area_that_cannot_be_read_leaves_the_others(project: Project) -> None:
    project.write("continuum/agency/area.yml", "id: [")
    found = loaded(project)
    assert found.outline is not None
    assert list(found.outline.areas) == ["literacy"]
    assert [it.at.file for it in found.problems if it.code == "yaml"] == ["continuum/agency/area.yml"]
    assert said(project, "area-missing") == []


def test_a_hidden_character_in_settings_and_areas_is_noted_and_the_rest_is_read(project: Project) -> None:
    project.change("continuum/continuum.yml", "Small", "Small\u200b").change(
        "continuum/agency/area.yml", "Ste", "S\u202ete"
    )
    found = [it.partition(" an invisible")[0] for it in said(project, "hidden-character")]
    assert found == ["continuum/agency/area.yml:5:9: warning:", "continuum/continuum.yml:1:13: warning:"]
    outline = loaded(project).outline
    assert outline is not None
    assert outline.settings.title == "Small School"
    assert outline.areas["agency"].about == "Steering my own learning."


@pytest.mark.parametrize(
    ("file", "area"),
    [("continuum/science/heat.yml", "science"), ("exemplars/science/heat/index.md", "science")],
)
def test_a_folder_without_an_area_is_told_once(project: Project, file: str, area: str) -> None:
    project.write(file, "").write(file.replace("heat", "light"), "")
    [found] = said(project, "area-missing")
    assert found == (
        f"{file}:1:1: error: there is no area “{area}”, so nothing in this folder is published"
        f" (write continuum/{area}/area.yml)"
    )


def test_an_area_is_described_by_one_file(project: Project) -> None:
    project.write("continuum/literacy/area.yaml", project.read("continuum/literacy/area.yml"))
    assert said(project, "address-repeated") == [
        "continuum/literacy/area.yml:1:1: error: this would write the page literacy/, which"
        " continuum/literacy/area.yaml writes already (delete one of the two files)"
    ]


def test_all_problems_are_reported_together_and_sorted(project: Project) -> None:
    project.write(ARGUE, "id: [").write("continuum/pages/families.md", "no head").remove(
        "continuum/literacy/retell.yml"
    )
    found = loaded(project).problems
    assert {"yaml", "head-missing"} <= {it.code for it in found}
    assert list(found) == sorted(found, key=lambda it: (it.at, it.code))


@pytest.mark.parametrize("file", [ARGUE, "continuum/literacy/area.yml", "continuum/pathways/first.yml"])
def test_one_slip_is_one_problem_not_one_for_each_source_that_speaks_of_it(project: Project, file: str) -> None:
    project.write(file, "id: [")
    assert [it.code for it in loaded(project).problems if it.severity is Severity.ERROR] == ["yaml"]


def test_work_whose_permission_ended_is_left_out(project: Project) -> None:
    project.change("exemplars/literacy/lunch/index.md", "until: 2099-06-30", "until: 2026-09-01")
    last = loaded(project, TODAY).outline
    after = loaded(project, TODAY + timedelta(days=1)).outline
    assert last is not None
    assert after is not None
    assert set(last.exemplars) - set(after.exemplars) == {"literacy/lunch"}


def test_a_second_look_finds_the_same_as_the_first(project: Project) -> None:
    project.change(ARGUE, "[argue-with-evidence]", "['..']").change(ARGUE, "I can say", "I [can](x) say")
    first = loaded(project)
    second = loaded(project)
    assert lines(first.problems) == lines(second.problems)
    assert first.outline == second.outline


def test_only_what_changed_is_read_again(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded(project)
    seen: list[str] = []

    def read(source: Source, setting: Setting) -> Reading:
        seen.append(source.file)
        return read_source(source, setting)

    monkeypatch.setattr("site_builder.sources.load.read_source", read)
    project.change(ARGUE, "Claim", "Claims")
    loaded(project)
    assert [it for it in seen if "/pages/" not in it and "/pathways/" not in it] == [ARGUE]


def test_other_settings_have_everything_read_again(project: Project) -> None:
    assert said(project, "deficit-word") == []
    project.change("continuum/continuum.yml", "areas:", "deficit_words: [topic]\nareas:")
    assert len(said(project, "deficit-word")) == 1


def test_a_damaged_cache_changes_nothing(project: Project) -> None:
    before = findings(project)
    (project.root / ".continuum" / NAME).write_bytes(b"nonsense")
    assert findings(project) == before
    (project.root / ".continuum" / NAME).unlink()
    assert findings(project) == before


def test_several_workers_read_the_same_as_one(project: Project) -> None:
    project.change(ARGUE, "1: I can say", "7: I can say")
    alone = loaded(project)
    cache = project.root / "other-cache"
    cache.mkdir()
    with Crew(3) as crew:
        together = load(project.root, cache, crew, TODAY, "a test")
    assert (together.outline, together.problems) == (alone.outline, alone.problems)


def test_progress_is_told_as_portions_are_read(project: Project) -> None:
    told: list[tuple[str, int, int]] = []
    cache = project.root / ".continuum"
    cache.mkdir()
    load(project.root, cache, Crew(1), TODAY, "a test", progress=lambda *facts: told.append(facts))
    assert told == [("reading", 7, 7)]


def test_a_source_is_always_read_by_the_same_worker() -> None:
    assert home_of(ARGUE, 1) == 0
    assert home_of(ARGUE, 4) == home_of(ARGUE, 4) < 4


def test_a_full_value_comes_from_memory_or_from_its_file(project: Project) -> None:
    setting = loaded(project).setting
    assert setting is not None
    memory: dict[str, object] = {}
    first = read_again(memory, setting, ARGUE)
    assert isinstance(first, Competency)
    assert read_again(memory, setting, ARGUE) is first
