"""Which files of a school's folder are sources, and the door through which paths go."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from site_builder.problems import Severity, Span
from site_builder.sources.folder import OutsideProject, Source, find_sources, inside, source_at
from tests.project import Project
from tests.sources.findings import link, source


def kinds(root: Path) -> dict[str, tuple[str, str, str]]:
    """Kind, area and slug of each source, by its file."""
    return {it.file: (it.kind, it.area, it.slug) for it in find_sources(root)[0]}


def refused(root: Path) -> dict[str, str]:
    """What is said of each file that cannot be a source."""
    return {it.at.file: f"[{it.code}] {it.message}" for it in find_sources(root)[1]}


def test_a_place_says_what_a_file_holds(project: Project) -> None:
    project.write("continuum/pages/help/reading.md", "").write("continuum/pathways/second.yaml", "")
    assert kinds(project.root) == {
        "continuum/agency/area.yml": ("area", "agency", "area"),
        "continuum/agency/set-a-goal.md": ("competency", "agency", "set-a-goal"),
        "continuum/continuum.yml": ("settings", "", "continuum"),
        "continuum/literacy/area.yml": ("area", "literacy", "area"),
        "continuum/literacy/argue.yml": ("competency", "literacy", "argue"),
        "continuum/literacy/retell.yml": ("competency", "literacy", "retell"),
        "continuum/pages/families.md": ("page", "", "families"),
        "continuum/pages/help/reading.md": ("page", "", "help/reading"),
        "continuum/pages/index.md": ("page", "", "index"),
        "continuum/pathways/first.yml": ("pathway", "", "first"),
        "continuum/pathways/second.yaml": ("pathway", "", "second"),
        "exemplars/agency/alone/index.md": ("exemplar", "agency", "alone"),
        "exemplars/agency/two-bells/index.md": ("exemplar", "agency", "two-bells"),
        "exemplars/literacy/lunch/index.md": ("exemplar", "literacy", "lunch"),
        "exemplars/literacy/my-dog/index.md": ("exemplar", "literacy", "my-dog"),
    }
    assert refused(project.root) == {}


def test_sources_come_in_the_order_of_their_names(project: Project) -> None:
    files = [it.file for it in find_sources(project.root)[0]]
    assert files == sorted(files)


def test_a_source_is_known_by_its_place_alone() -> None:
    assert source_at("continuum/literacy/argue.yml") == Source(
        "continuum/literacy/argue.yml", "competency", "literacy", "argue", ""
    )


@pytest.mark.parametrize(
    "file",
    [
        "continuum/argue.yml",
        "continuum/literacy/deep/argue.yml",
        "continuum/pages/a.yml",
        "continuum/pathways/a.md",
        "continuum/continuum.yaml",
        "exemplars/lunch.md",
        "exemplars/literacy/lunch.md",
        "exemplars/literacy/lunch/notes.md",
        "exemplars/literacy/lunch/index.yml",
    ],
)
def test_a_source_in_a_place_where_nobody_reads_is_pointed_at(tmp_path: Path, file: str) -> None:
    source(tmp_path, file, "")
    sources, [problem] = find_sources(tmp_path)
    assert sources == []
    assert (problem.code, problem.severity, problem.at) == ("file-unread", Severity.WARNING, Span(file))


@pytest.mark.parametrize(
    "file",
    ["continuum/a/.b.yml", "continuum/a/_b.yml", "continuum/a/b.yml~", "continuum/_a/b.yml", "continuum/a/b.png"],
)
def test_drafts_hidden_files_and_other_files_are_no_sources(tmp_path: Path, file: str) -> None:
    source(tmp_path, file, "")
    assert find_sources(tmp_path) == ([], [])


def test_a_folder_without_a_continuum_has_no_sources(tmp_path: Path) -> None:
    assert find_sources(tmp_path) == ([], [])


@pytest.mark.parametrize(
    "file",
    [
        "continuum/literacy/con.yml",
        "continuum/nul/area.yml",
        "continuum/literacy/a b.yml",
        "continuum/literacy/argue.v2.yml",
        "continuum/my area/argue.yml",
        "continuum/pages/nul.md",
        "continuum/pages/a/aux.md",
        "exemplars/literacy/Lunch?/index.md",
        "exemplars/lit.eracy/lunch/index.md",
        f"continuum/pathways/{'a' * 101}.yml",
    ],
)
def test_a_name_that_cannot_be_an_address_is_refused(tmp_path: Path, file: str) -> None:
    source(tmp_path, file, "")
    assert kinds(tmp_path) == {}
    assert refused(tmp_path)[file].startswith("[file-name]")


def test_a_name_that_is_no_text_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "continuum" / "literacy"
    folder.mkdir(parents=True)
    try:
        Path(os.fsdecode(os.fsencode(folder) + b"/\xff.yml")).touch()
    except OSError:
        pytest.skip("this disk keeps such names out itself")
    assert kinds(tmp_path) == {}
    assert "cannot be an address" in "".join(refused(tmp_path).values())


def test_a_name_in_two_spellings_is_one_name(tmp_path: Path) -> None:
    source(tmp_path, "continuum/e\u0301te\u0301/arge\u0301.yml", "")
    assert list(kinds(tmp_path).values()) == [("competency", "été", "argé")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes of this kind here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    folder = source(tmp_path, "continuum/literacy/argue.yml", "").parent
    os.mkfifo(folder / "pipe.yml")
    assert list(kinds(tmp_path)) == ["continuum/literacy/argue.yml"]


def stamps(root: Path) -> dict[str, str]:
    """The stamp of each source, by its file."""
    return {it.file: it.stamp for it in find_sources(root)[0]}


def test_a_stamp_changes_when_the_file_does(project: Project) -> None:
    before = stamps(project.root)
    project.change("continuum/literacy/argue.yml", "Claim", "Claims")
    after = stamps(project.root)
    assert {file for file in before if before[file] != after[file]} == {"continuum/literacy/argue.yml"}


def test_the_stamp_of_a_piece_of_work_changes_with_what_lies_beside_it(project: Project) -> None:
    before = stamps(project.root)
    project.write("exemplars/literacy/lunch/table.png", b"1")
    beside = stamps(project.root)
    project.remove("exemplars/literacy/lunch/table.png")
    assert {file for file in before if before[file] != beside[file]} == {"exemplars/literacy/lunch/index.md"}
    assert stamps(project.root) == before


@pytest.mark.parametrize("candidate", ["a.yml", "a/b.yml", "a/../b.yml", "a\\b.yml", "", "100%", "%41.yml"])
def test_a_path_within_the_folder_is_given(tmp_path: Path, candidate: str) -> None:
    assert inside(tmp_path, candidate) == (tmp_path / candidate.replace("\\", "/")).resolve()


def test_a_link_that_stays_within_the_folder_is_followed(tmp_path: Path) -> None:
    source(tmp_path, "a.yml", "")
    link(tmp_path / "b.yml", "a.yml")
    assert inside(tmp_path, "b.yml") == tmp_path.resolve() / "a.yml"


def test_a_path_that_leaves_says_where_it_was_meant_to_stay(tmp_path: Path) -> None:
    with pytest.raises(OutsideProject, match=r"'\.\./x' leaves"):
        inside(tmp_path, "../x")


def test_translations_belong_to_the_source_beside_them(tmp_path: Path) -> None:
    for file in ("argue.yml", "argue.es.yml", "argue.zh-Hans.md", "retell.md", "retell.es.yaml"):
        source(tmp_path, f"continuum/literacy/{file}", "")
    found = {it.file: set(it.translations) for it in find_sources(tmp_path)[0]}
    assert found == {
        "continuum/literacy/argue.yml": {"continuum/literacy/argue.es.yml", "continuum/literacy/argue.zh-Hans.md"},
        "continuum/literacy/retell.md": {"continuum/literacy/retell.es.yaml"},
    }


def test_a_translation_beside_nothing_is_no_source(tmp_path: Path) -> None:
    source(tmp_path, "continuum/literacy/argue.es.yml", "")
    assert find_sources(tmp_path)[0] == []
    assert refused(tmp_path)["continuum/literacy/argue.es.yml"].startswith("[translation-alone] ")


@pytest.mark.parametrize("file", ["argue.yml", "argue.es.yml", "argue.fr.yml"])
def test_a_source_has_another_stamp_when_any_of_its_translations_has(tmp_path: Path, file: str) -> None:
    def stamp() -> str:
        (found,) = find_sources(tmp_path)[0]
        return found.stamp

    for name in ("argue.yml", "argue.es.yml", "argue.fr.yml"):
        source(tmp_path, f"continuum/literacy/{name}", "")
    stamps = [stamp()]
    source(tmp_path, f"continuum/literacy/{file}", "title: A")
    stamps.append(stamp())
    if file != "argue.yml":
        (tmp_path / "continuum" / "literacy" / file).unlink()
        stamps.append(stamp())
    assert len(set(stamps)) == len(stamps)


def test_a_translation_that_is_a_link_refuses_its_source(tmp_path: Path) -> None:
    source(tmp_path, "continuum/literacy/argue.yml", "")
    source(tmp_path, "other.yml", "")
    link(tmp_path / "continuum" / "literacy" / "argue.es.yml", tmp_path / "other.yml")
    assert find_sources(tmp_path)[0] == []
    assert refused(tmp_path) == {
        "continuum/literacy/argue.es.yml": "[file-name] argue.es.yml is a link to somewhere else"
    }
