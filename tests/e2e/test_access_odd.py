"""Odd schools, for every reader: few levels and many, one competency, endless words, no translation."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser, Page

from site_builder.problems import Severity
from site_builder.site.build import Search, Wish, build
from site_builder.sources.languages import direction
from tests.e2e.asking import Answers, by_keys, colours, nothing_is_wrong, sizes, structure
from tests.e2e.conftest import opening
from tests.e2e.test_access import DOUBLE
from tests.project import Project
from tests.serving import served

pytestmark = pytest.mark.browser

LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
SENTENCE = "I can say what I saw, where I saw it, and what it shows. "


def _levels(count: int, names: str) -> list[dict[str, Any]]:
    target = (count + 1) // 2
    return [
        {"id": it, "name": f"{names} {it}", "means": SENTENCE, **({"target": True} if it == target else {})}
        for it in range(1, count + 1)
    ]


def _small() -> dict[str, Any]:
    """Three levels, one competency, and nothing else at all; its second language is read from the right."""
    return {
        "continuum.yml": _settings(["en", "ar"], {"learning": _levels(3, "Step")}, ["writing"], "A school of one"),
        "writing/area.yml": _area("WRI", "Writing", "knowledge"),
        "writing/say.yml": _competency("WRI.SAY", "Say what I saw", 3, "Telling"),
    }


def _large() -> dict[str, Any]:
    """Twelve levels, habits with three of their own, and words that no screen is wide enough for."""
    scales = {"learning": _levels(12, LONG[:24]), "habits": _levels(3, "Alone")}
    later = {"prerequisites": ["LNG.ONE"]}
    return {
        "continuum.yml": _settings(["en", "es"], scales, ["long", "agency"], f"{LONG} {SENTENCE}"),
        "long/area.yml": _area("LNG", LONG, "knowledge"),
        "long/one.yml": _competency("LNG.ONE", f"{SENTENCE.strip()} {LONG}", 12, LONG),
        "long/two.yml": _competency("LNG.TWO", LONG, 12, SENTENCE.strip()) | later,
        "agency/area.yml": _area("AGE", "Agency", "lifelong", "habits"),
        "agency/wait.yml": _competency("AGE.WAI", "Wait", 3, "Waiting"),
        "pathways/all.yml": {
            "id": "PTH.ALL",
            "title": f"{LONG} {LONG}",
            "about": SENTENCE,
            "requires": [{"competency": "LNG.ONE", "level": 6}, {"competency": "AGE.WAI", "level": 2}],
        },
    }


def _settings(languages: list[str], scales: dict[str, Any], areas: list[str], title: str) -> dict[str, Any]:
    head = {"title": title, "description": SENTENCE, "languages": languages, "scales": scales, "areas": areas}
    return {**head, "judging": {"rule": "latest"}}


def _area(id: str, title: str, kind: str, scale: str = "learning") -> dict[str, Any]:
    return {"id": id, "title": title, "kind": kind, "scale": scale, "about": SENTENCE * 3}


def _competency(id: str, title: str, count: int, skill: str) -> dict[str, Any]:
    more = "And why it matters to others. "
    levels = {it: f"{SENTENCE}{more * (it % 3)}I did so {it} times." for it in range(1, count + 1)}
    skills = [{"id": f"{id}.{it}", "title": f"{skill} {it}", "levels": levels} for it in (1, 2)]
    return {"id": id, "title": title, "statement": SENTENCE * 2, "skills": skills}


SCHOOLS = {"small": _small(), "large": _large()}
PAGES = {
    "small": (
        *("", "writing/", "writing/say/", "levels/", "map/", "find/"),
        *("exemplars/", "pathways/", "booklets/writing/"),
    ),
    "large": (
        *("", "long/", "long/one/", "agency/wait/", "levels/", "levels/learning/12/", "map/", "find/"),
        *("pathways/all/", "booklets/long/"),
    ),
}
CASES = [(school, language) for school in SCHOOLS for language in SCHOOLS[school]["continuum.yml"]["languages"]]


class View(NamedTuple):
    """Pages of an odd school in a language, open."""

    language: str
    pages: dict[str, Page]


@pytest.fixture(scope="module")
def addresses(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Where each of these schools is served."""
    with served(_built("small", tmp_path_factory)) as small, served(_built("large", tmp_path_factory)) as large:
        yield {"small": small, "large": large}


def _built(school: str, tmp_path_factory: pytest.TempPathFactory) -> Any:
    project = Project.at(tmp_path_factory.mktemp(school))
    for file, said in SCHOOLS[school].items():
        project.write(f"continuum/{file}", json.dumps(said, ensure_ascii=False))
    report = build(Wish(project.root, project.root / "site", date(2026, 11, 24), search=Search.NONE))
    assert report.counts is not None, [it for it in report.problems if it.severity is Severity.ERROR]
    return project.root / "site"


@pytest.fixture(scope="module", params=CASES, ids=lambda it: "-".join(it))
def view(request: pytest.FixtureRequest, browser: Browser, addresses: dict[str, str]) -> Iterator[View]:
    """The pages of an odd school in one of its languages, of which the second has no translation at all."""
    school, language = request.param
    tree = "" if language == "en" else f"{language}/"
    with opening(browser, addresses[school]) as open_at:
        yield View(language, {it: open_at(tree + it, reduced_motion="reduce") for it in PAGES[school]})


def test_a_page_is_understood_by_those_who_listen(view: View) -> None:
    """1.1.1, 1.3.1, 2.4.4, 2.4.6, 3.1.2, 4.1.2: what nobody has translated says in which language it is."""
    nothing_is_wrong({it: structure(page) for it, page in view.pages.items()})


def test_a_page_is_read_at_any_size(view: View) -> None:
    """1.4.4, 1.4.10, 1.4.12, 2.5.8."""
    nothing_is_wrong({it: sizes(page, DOUBLE) for it, page in view.pages.items()})


def test_a_page_is_read_in_any_colours(view: View) -> None:
    """1.4.1, 1.4.3, 1.4.11."""
    nothing_is_wrong({it: colours(page) for it, page in view.pages.items()})


def test_a_page_is_used_by_keys(view: View) -> None:
    """2.1.1, 2.1.2, 2.4.3, 2.4.7, 2.4.11."""
    found: dict[str, Answers] = {}
    for it, page in view.pages.items():
        found[it] = by_keys(page, 320, 640, direction(view.language))
    nothing_is_wrong(found)
