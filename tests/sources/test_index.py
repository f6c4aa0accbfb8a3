"""What was read before is used again while it still holds, and never otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.outline import CompetencyCard, ExemplarCard
from site_builder.problems import Problem, Severity, Span, Spot
from site_builder.sources.checks.whole import LinkUse
from site_builder.sources.digest import digest_of_bytes
from site_builder.sources.folder import Source, find_sources
from site_builder.sources.index import NAME, load_index, save_index
from site_builder.sources.load import read_setting
from site_builder.sources.published import Shelf
from site_builder.sources.reading import Reading, Setting, read_source
from tests.project import Project
from tests.sources.findings import PICTURE

RETIRED = "retired: {on: 2026-08-01, replaced_by: LIT.RET}\n"


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """An empty folder for the index."""
    folder = tmp_path / "cache"
    folder.mkdir()
    return folder


def readings_of(project: Project, media: Path) -> dict[str, Reading]:
    """Every competency and exemplar of a folder, as it is kept: without its full value."""
    sources, _ = find_sources(project.root)
    setting, _ = read_setting(project.root, sources)
    assert setting is not None
    setting = Setting(setting.root, setting.settings, setting.areas, Shelf(media, "a test"))
    found = [read_source(it, setting) for it in sources if it.kind in ("competency", "exemplar")]
    return {it.source.file: Reading(it.source, None, it.card, it.problems, it.links) for it in found}


def sources_of(readings: dict[str, Reading]) -> dict[str, Source]:
    """The sources of readings, by file."""
    return {file: it.source for file, it in readings.items()}


def test_what_is_kept_comes_back_as_it_was(project: Project, cache: Path) -> None:
    project.write("continuum/literacy/argue.yml", RETIRED + project.read("continuum/literacy/argue.yml"))
    project.change("continuum/literacy/retell.yml", "a story.", "a weak story, as [before](LIT.ARG).")
    project.change("exemplars/literacy/lunch/index.md", "mode: writing", "mode: image\nmedia: [{file: a.png, alt: A.}]")
    project.write("exemplars/literacy/lunch/a.png", PICTURE)
    readings = readings_of(project, cache / "media")
    save_index(cache, "salt", readings)
    assert load_index(cache, "salt", sources_of(readings), cache / "media") == readings
    assert {type(it.card) for it in readings.values()} == {CompetencyCard, ExemplarCard}
    assert any(it.problems for it in readings.values())
    assert any(it.links for it in readings.values())


def test_every_way_to_say_where_comes_back(project: Project, cache: Path) -> None:
    file, reading = next(iter(readings_of(project, cache).items()))
    problems = (
        Problem(Span(file, 3, 4), "one", "said", Severity.NOTE, "hint"),
        Problem(Spot(file, ("a", 1, "b"), on_key=True), "two", "said so"),
    )
    links = (LinkUse(Span(file, 1, 2), file, "LIT"), LinkUse(Spot(file, ("why",)), file, "\ud800"))
    full = {file: Reading(reading.source, None, reading.card, problems, links)}
    save_index(cache, "salt", full)
    assert load_index(cache, "salt", sources_of(full), cache) == full


def test_a_source_that_changed_is_not_taken_from_the_index(project: Project, cache: Path) -> None:
    readings = readings_of(project, cache)
    save_index(cache, "salt", readings)
    project.change("continuum/literacy/argue.yml", "Claim", "Claims")
    now = {it.file: it for it in find_sources(project.root)[0]}
    assert set(readings) - set(load_index(cache, "salt", now, cache)) == {"continuum/literacy/argue.yml"}


def test_a_source_that_is_gone_is_not_taken_from_the_index(project: Project, cache: Path) -> None:
    readings = readings_of(project, cache)
    save_index(cache, "salt", readings)
    assert load_index(cache, "salt", {}, cache) == {}


def test_an_index_of_another_make_or_of_other_settings_is_not_used(project: Project, cache: Path) -> None:
    readings = readings_of(project, cache)
    save_index(cache, "salt", readings)
    assert load_index(cache, "pepper", sources_of(readings), cache) == {}


def test_a_picture_that_is_no_longer_kept_has_its_work_read_again(project: Project, cache: Path) -> None:
    project.change("exemplars/literacy/lunch/index.md", "mode: writing", "mode: image\nmedia: [{file: a.png, alt: A.}]")
    project.write("exemplars/literacy/lunch/a.png", PICTURE)
    readings = readings_of(project, cache / "media")
    save_index(cache, "salt", readings)
    for path in (cache / "media").iterdir():
        path.write_bytes(b"")
    kept = load_index(cache, "salt", sources_of(readings), cache / "media")
    assert set(readings) - set(kept) == {"exemplars/literacy/lunch/index.md"}


def test_what_could_not_be_read_is_not_kept(project: Project, cache: Path) -> None:
    project.write("continuum/literacy/argue.yml", "id: [")
    readings = readings_of(project, cache)
    save_index(cache, "salt", readings)
    assert "continuum/literacy/argue.yml" not in load_index(cache, "salt", sources_of(readings), cache)


@pytest.mark.parametrize("damage", [b"", b"salt", b"\xff\n[]", b"salt 0\n[]", b"{}", b"\n\n\n"])
def test_a_damaged_index_is_none(project: Project, cache: Path, damage: bytes) -> None:
    (cache / NAME).write_bytes(damage)
    assert load_index(cache, "salt", sources_of(readings_of(project, cache)), cache) == {}


def test_every_changed_byte_is_noticed(project: Project, cache: Path) -> None:
    readings = readings_of(project, cache)
    save_index(cache, "salt", readings)
    whole = (cache / NAME).read_bytes()
    for place in range(0, len(whole), 997):
        (cache / NAME).write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert load_index(cache, "salt", sources_of(readings), cache) == {}


def test_an_index_that_is_a_folder_or_no_json_is_none(cache: Path) -> None:
    assert load_index(cache, "salt", {}, cache) == {}
    (cache / NAME).write_bytes(f"salt {digest_of_bytes(b'no json')}\nno json".encode())
    assert load_index(cache, "salt", {}, cache) == {}
    (cache / NAME).unlink()
    (cache / NAME).mkdir()
    assert load_index(cache, "salt", {}, cache) == {}
