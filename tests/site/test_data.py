"""Data that is published beside the pages of a site."""

from __future__ import annotations

import json
import os
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from site_builder.exchange.case.writing import write_case
from site_builder.exchange.data.publications import PUBLICATIONS
from site_builder.exchange.format import WriteWish
from site_builder.exchange.school import read_school
from site_builder.site import build as building
from site_builder.site.build import Search, Wish, build
from site_builder.sources.crew import Crew
from tests.project import Project

ARGUE = "continuum/literacy/argue.yml"
CASE = "ims/case/v1p1/"
TODAY = date(2026, 11, 24)


def wish(school: Project, **changes: Any) -> Wish:
    return Wish(school.root, school.root / "site", TODAY, **{"search": Search.NONE, **changes})


def data(school: Project) -> dict[str, bytes]:
    """The published data of a built site."""
    return {file: it for file, it in school.tree().items() if file.startswith(("ims/", "api/", "llms.txt"))}


def package(school: Project) -> dict[str, Any]:
    [file] = [file for file in school.tree() if file.startswith(f"{CASE}CFPackages/")]
    said: dict[str, Any] = json.loads(school.tree()[file])
    return said


def item(school: Project, code: str) -> str:
    """The file of an item, by its code."""
    found = next(it["identifier"] for it in package(school)["CFItems"] if it["humanCodingScheme"] == code)
    return f"{CASE}CFItems/{found}"


def rewritten(school: Project, before: dict[str, int]) -> set[str]:
    now = stamps(school)
    return {file for file in data(school) if before.get(file) != now[file]}


def stamps(school: Project) -> dict[str, int]:
    site = school.root / "site"
    return {file: (site / file).stat().st_mtime_ns for file in school.tree()}


# What is there


def test_a_build_publishes_the_data_beside_the_pages(school: Project) -> None:
    school.build("--site-url", "https://school.example/")
    framework, _ = read_school(school.root, school.root / ".continuum", TODAY, "test")
    assert framework is not None
    exported = write_case(framework, WriteWish(site_url="https://school.example/")).files["case.json"]
    assert exported in school.tree().values()


def test_pages_alone_are_made_for_those_who_want_no_data(school: Project) -> None:
    assert build(wish(school, has_data=False)).counts is not None
    assert data(school) == {}
    assert not (school.root / ".continuum" / "data").exists()


def test_a_school_says_what_it_publishes(school: Project) -> None:
    school.write("mkdocs.yml", "extra:\n  publish: [case]\n").build()
    assert {file.partition("/")[0] for file in data(school)} == {"ims"}
    school.write("mkdocs.yml", "extra:\n  publish: []\n").build()
    assert data(school) == {}
    school.write("mkdocs.yml", "").build()
    assert {"ims", "api"} <= {file.partition("/")[0] for file in data(school)}


def test_the_site_map_and_the_search_are_about_pages(school: Project) -> None:
    school.build("--search", "--site-url", "https://school.example/")
    assert b"ims/" not in school.tree()["sitemap.xml"]
    assert data(school)


# What is made again


def test_nothing_is_made_again_when_nothing_changed(school: Project) -> None:
    before = stamps(school.build())
    assert rewritten(school.build(), before) == set()


def test_a_changed_word_rewrites_what_says_it(school: Project) -> None:
    before = stamps(school.build())
    school.change(ARGUE, "weigh what they are told", "weigh what they hear").build()
    again = rewritten(school, before)
    assert item(school, "LIT.ARG") in again
    assert item(school, "LIT.RET") not in again
    assert f"{CASE}CFPackages/{package(school)['CFDocument']['identifier']}" in again


def test_a_competency_that_is_gone_takes_its_data_along(school: Project) -> None:
    gone = item(school.build(), "LIT.RET")
    school.change("continuum/pathways/first.yml", "{competency: LIT.RET, level: 2}, ", "")
    school.remove("continuum/literacy/retell.yml").build()
    assert school.code == 0, school.output
    assert gone not in school.tree()
    assert "LIT.RET" not in json.dumps(package(school))


@pytest.mark.parametrize("harm", ["gone", "cut", "changed"])
def test_data_is_the_same_whatever_became_of_what_was_kept(school: Project, harm: str) -> None:
    whole = data(school.build())
    kept = school.root / ".continuum" / "data"
    for file in sorted(kept.iterdir()):
        if harm == "gone":
            file.unlink()
        elif harm == "cut":
            file.write_bytes(file.read_bytes()[:-5])
        else:
            file.write_bytes(b"x" * file.stat().st_size)
    school.change(ARGUE, "weigh what they are told", "weigh what they hear").build()
    school.change(ARGUE, "weigh what they hear", "weigh what they are told").build()
    assert school.code == 0, school.output
    assert data(school) == whole


def test_a_file_that_somebody_changed_in_the_site_is_mended(school: Project) -> None:
    file = item(school.build(), "LIT.ARG")
    whole = school.tree()[file]
    (school.root / "site" / file).write_bytes(b"{}")
    assert school.build().tree()[file] == whole


def test_several_workers_write_what_one_writes(school: Project) -> None:
    assert build(wish(school)).counts is not None
    alone = data(school)
    shutil.rmtree(school.root / "site")
    shutil.rmtree(school.root / ".continuum" / "data")
    with Crew(2, worth=1) as crew:
        assert build(wish(school), crew).counts is not None
    assert data(school) == alone


# When things changed


def test_days_are_those_of_the_build_s_own_moment(school: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    assert package(school.build())["CFDocument"]["lastChangeDateTime"] == "2026-09-21T14:13:20Z"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000001")
    assert package(school.build())["CFDocument"]["lastChangeDateTime"] == "2026-09-21T14:13:21Z"


def test_the_time_on_the_disk_is_in_no_file(school: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    whole = data(school.build())
    os.utime(school.root / ARGUE, (1, 1))
    assert data(school.build()) == whole


def test_whoever_publishes_nothing_is_not_kept_waiting(school: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(root: Path, **more: object) -> dict[str, object]:
        raise AssertionError("nobody asked when sources changed")

    monkeypatch.setattr(building, "changed_in", never)
    assert build(wish(school, has_data=False)).counts is not None


def test_every_publication_is_there(school: Project) -> None:
    school.build()
    listed = {it.stem for it in (school.root / ".continuum" / "data").glob("*.json")}
    assert listed == {it.name for it in PUBLICATIONS}
