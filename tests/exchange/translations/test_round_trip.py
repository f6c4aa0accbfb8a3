"""Out to translators and in again: what nobody changed stays byte for byte, and what somebody changed changes alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from site_builder.exchange.framework import Framework
from site_builder.exchange.translations.entry import Entry
from site_builder.exchange.translations.po_out import po_bytes
from site_builder.exchange.translations.sheet_out import csv_of
from site_builder.sources.translation import fingerprint
from tests.exchange.frameworks import TEXTS, frameworks
from tests.exchange.translations.bilingual import bilingual, listed, sidecars, taken, texts_in, written

MANY = settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))


@st.composite
def schools(draw: st.DrawFn) -> Framework:
    """A framework some of whose competencies lie in Markdown files."""
    made = draw(frameworks())
    moved = [replace(it, source=f"{it.source[:-4]}.md") if draw(st.booleans()) else it for it in made.competencies]
    return replace(made, competencies=tuple(moved))


def out(root: Path, suffix: str, entries: list[Entry]) -> Path:
    """The file that goes to translators and comes back; it lies beside the school."""
    path = root.parent / f"{root.name}-es.{suffix}"
    path.write_bytes(csv_of(entries) if suffix == "csv" else po_bytes(texts_in(root), "es", entries))
    return path


def said(root: Path) -> Mapping[str, str]:
    """Every translated text, by its place."""
    return {it.location: it.target for it in listed(root) if it.target}


@MANY
@given(schools(), st.data())
@pytest.mark.parametrize("suffix", ["po", "csv"])
def test_what_translators_write_is_what_the_translations_say(
    suffix: str, school: Framework, data: st.DataObject
) -> None:
    with TemporaryDirectory() as folder:
        root = Path(folder) / "school"
        written(school, root, ("en", "es"))
        entries = listed(root)
        chosen = data.draw(st.lists(st.sampled_from(entries), unique_by=lambda it: it.location))
        told = {it.location: data.draw(TEXTS) for it in chosen}
        taken(root, out(root, suffix, [replace(it, target=told.get(it.location, "")) for it in entries]))
        assert said(root) == told
        assert [
            it for it in texts_in(root).sources if it.translations["es"].unmarked or it.translations["es"].stale
        ] == []
        before = sidecars(root)
        again = taken(root, out(root, suffix, listed(root)))
        assert again.came[0].beside.files == {}
        assert sidecars(root) == before


@MANY
@given(schools(), st.data())
@pytest.mark.parametrize("suffix", ["po", "csv"])
def test_one_sentence_that_changes_is_the_only_one(suffix: str, school: Framework, data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        root = Path(folder) / "school"
        written(school, root, ("en", "es"))
        taken(root, out(root, suffix, [replace(it, target=data.draw(TEXTS)) for it in listed(root)]))
        before, was = sidecars(root), said(root)
        entries = listed(root)
        changed = data.draw(st.sampled_from(entries))
        words = data.draw(TEXTS.filter(lambda it: it != changed.target))
        come = taken(root, out(root, suffix, [replace(it, target=words) if it == changed else it for it in entries]))
        after = sidecars(root)
        [file] = [it for it in after if after[it] != before[it]]
        assert list(come.came[0].beside.files) == [file]
        assert said(root) == {**was, changed.location: words}
        assert_only_one_place_differs(before[file].decode(), after[file].decode(), changed.target, words)


def assert_only_one_place_differs(before: str, after: str, old: str, new: str) -> None:
    """All lines but those of the changed text stay; a body may be the text itself."""
    old_lines, new_lines = before.split("\n"), after.split("\n")
    start = next(number for number, (a, b) in enumerate(zip(old_lines, new_lines, strict=False)) if a != b)
    end = next(number for number, (a, b) in enumerate(zip(old_lines[::-1], new_lines[::-1], strict=False)) if a != b)
    gone, come = old_lines[start : len(old_lines) - end], new_lines[start : len(new_lines) - end]
    assert len(gone) <= old.count("\n") + len(old) // 40 + 3
    assert len(come) <= new.count("\n") + len(new) // 40 + 3


@MANY
@given(schools(), st.data())
def test_a_source_that_changes_meanwhile_marks_its_translation(school: Framework, data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        root = Path(folder) / "school"
        written(school, root, ("en", "es"))
        file = out(root, "po", [replace(it, target=f"es {it.source}") for it in listed(root)])
        one = data.draw(st.sampled_from(school.areas))
        assume(fingerprint(one.title) != fingerprint(one.about))
        changed = replace(one, about=data.draw(TEXTS.filter(lambda it: fingerprint(it) != fingerprint(one.about))))
        areas = tuple(changed if it is one else it for it in school.areas)
        written(replace(school, areas=areas), root, ("en", "es"))
        come = taken(root, file)
        place = f"{one.source}#about"
        assert [it.location for it in come.came[0].decisions if it.is_stale] == [place]
        assert said(root)[place] == f"es {one.about}"
        assert [it.location for it in listed(root) if it.is_stale] == [place]


def test_what_people_wrote_comes_back_as_it_went(tmp_path: Path) -> None:
    root = bilingual(tmp_path / "school").root
    before = sidecars(root)
    for suffix in ("po", "csv"):
        come = taken(root, out(root, suffix, listed(root)))
        assert come.came[0].beside.files == {}
    assert sidecars(root) == before
