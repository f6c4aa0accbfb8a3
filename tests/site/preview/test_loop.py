"""The preview as somebody who writes sees it."""

from __future__ import annotations

import json
import queue
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest

from site_builder.problems import Problem
from site_builder.site import build as building
from site_builder.site.build import Report, Search, Wish
from site_builder.site.preview import loop, preview
from site_builder.site.preview.notice import Notice
from site_builder.site.preview.server import Rooms, server
from site_builder.sources.crew import Crew
from tests.project import Project

ARGUE = "continuum/literacy/argue.yml"
START = "import sys; from site_builder.cli import main; sys.argv[0] = 'continuum'; main()"


class Serving:
    """“continuum serve” in a process of its own, with what it says and what open pages hear."""

    def __init__(self, school: Project) -> None:
        self.school = school
        command = [sys.executable, "-c", START, "serve", "-C", str(school.root), "--port", "0", "--no-search"]
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, encoding="utf-8", cwd=Path.cwd())
        self.said: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()
        self.address = self.hears("Look at ").split()[2]
        self.news = HTTPConnection(urlsplit(self.address).netloc, timeout=30)
        self.news.request("GET", "/-preview")
        self.events = self.news.getresponse()

    def _listen(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self.said.put(line)

    def hears(self, words: str) -> str:
        """The next line in the terminal that says this."""
        while True:
            line = self.said.get(timeout=30)
            if words in line:
                return line

    def event(self) -> dict[str, Any]:
        """What open pages hear next."""
        while True:
            line = self.events.readline()
            if line.startswith(b"data: "):
                return dict(json.loads(line.removeprefix(b"data: ")))

    def page(self, address: str) -> str:
        with urlopen(self.address + address, timeout=30) as answer:  # noqa: S310  an address of this machine
            return bytes(answer.read()).decode("utf-8")

    def stop(self) -> int:
        self.news.close()
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(5)


@pytest.fixture
def serving(school: Project) -> Iterator[Serving]:
    it = Serving(school)
    yield it
    it.process.kill()
    it.process.wait(30)
    assert it.process.stderr is not None
    it.process.stderr.close()


def test_every_change_is_shown_and_a_mistake_leaves_the_last_good_page(school: Project, serving: Serving) -> None:
    assert serving.event() == {"reload": True, "problems": []}
    assert "weigh what they are told" in serving.page("literacy/argue/")
    assert f'href="{serving.address}literacy/argue/"' in serving.page("literacy/argue/")

    school.change(ARGUE, "weigh what they are told", "weigh what they hear")
    assert serving.event() == {"reload": True, "problems": []}
    assert "weigh what they hear" in serving.page("literacy/argue/")

    school.change(ARGUE, "id: LIT.ARG\n", "id: LIT.ARG\nwhi: Because.\n")
    news = serving.event()
    assert news["reload"] is False
    problem = next(it for it in news["problems"] if it["place"] == f"{ARGUE}:2:1")
    assert problem["hint"] == "did you mean “why”?"
    assert "The last good build is still shown." in serving.hears("The last good build")
    assert "weigh what they hear" in serving.page("literacy/argue/")

    school.change(ARGUE, "whi: Because.\n", "")
    assert serving.event() == {"reload": True, "problems": []}
    assert not (school.root / "site").exists()


@pytest.fixture
def serving_two(tmp_path: Path, built: Project) -> Iterator[Serving]:
    """The preview of a school in two languages."""
    school = Project(tmp_path / "two", "languages")
    shutil.copytree(built.root / ".continuum" / "engine", school.root / ".continuum" / "engine")
    it = Serving(school)
    yield it
    it.process.kill()
    it.process.wait(30)
    assert it.process.stderr is not None
    it.process.stderr.close()


TOLD = (
    ("continuum/literacy/argue.es.yml", "otras personas", "los demás", "es/literacy/argue/"),
    ("continuum/literacy/area.es.yml", "Leer y escribir.", "Solo leer.", "es/literacy/"),
    ("continuum/pages/families.es.md", "un solo trabajo", "los trabajos", "es/families/"),
    ("exemplars/literacy/lunch/index.es.md", "El almuerzo dura", "La pausa dura", "es/exemplars/literacy/lunch/"),
    ("continuum/continuum.es.yml", "Escuela de dos lenguas", "La escuela", "es/"),
)


def test_a_translation_is_shown_as_it_is_written(serving_two: Serving) -> None:
    serving_two.event()
    for file, old, new, address in TOLD:
        assert new not in serving_two.page(address)
        serving_two.school.change(file, old, new)
        assert serving_two.event()["reload"]
        assert new in serving_two.page(address)
        serving_two.school.remove(file)
        assert serving_two.event()["reload"]
        assert new not in serving_two.page(address)


def test_ctrl_c_ends_it_also_right_after_a_change(school: Project, serving: Serving) -> None:
    serving.event()
    for old, new in (("are told", "hear"), ("hear", "are told")):
        school.change(ARGUE, f"weigh what they {old}", f"weigh what they {new}")
        serving.event()
    assert serving.stop() == 0
    assert "Stopped." in serving.hears("Stopped")


class Told:
    """What a preview within this process says; each time it waits, the source is changed, at last it is stopped."""

    def __init__(self, school: Project, changes: list[tuple[str, str]], *, stops: bool = True) -> None:
        self.stops = stops
        self.school = school
        self.changes = changes
        self.texts: list[str] = []
        self.problems: list[str] = []
        self.is_open = False

    def __call__(self, text: str, problems: tuple[Problem, ...] = ()) -> None:
        self.texts.append(text)
        self.problems += [it.code for it in problems]
        is_first = text.startswith("Look at")
        self.is_open = self.is_open or is_first
        if is_first or (self.is_open and ("files written" in text or "last good build" in text)):
            self.change()

    def change(self) -> None:
        """Save the source, or press Ctrl-C when all changes are made."""
        if self.changes:
            self.school.change(ARGUE, *self.changes.pop(0))
        elif self.stops:
            raise KeyboardInterrupt


def previewed(school: Project, *changes: tuple[str, str]) -> Told:
    """A preview during which the source is changed so, one change after the other."""
    told = Told(school, list(changes))
    assert preview(school.root, engine="mkdocs", port=0, search=False, say=told) == 0
    assert told.texts[-1] == "Stopped."
    return told


def test_a_preview_builds_when_it_begins_and_at_each_change(school: Project) -> None:
    told = previewed(school, ("are told", "hear"))
    assert len([text for text in told.texts if "files written" in text]) == 2
    assert "weigh what they hear" in school.read(".continuum/preview/literacy/argue/index.html")


def test_a_problem_is_told_once_as_long_as_it_stands(school: Project) -> None:
    told = previewed(school, ("id: LIT.ARG\n", "id: LIT.ARG\nwhi: Because.\n"), ("are told", "hear"))
    assert told.problems.count("key-unknown") == 1
    assert told.texts.count("The last good build is still shown.") == 2


def test_warnings_that_stand_are_counted(school: Project) -> None:
    school.remove("exemplars/agency/alone/index.md")
    assert any("warning" in text for text in previewed(school).texts)


def test_the_search_index_is_made_again_when_nobody_has_saved_for_a_while(
    school: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    wished: list[Search] = []

    def build(wish: Wish, *args: Any, **more: Any) -> Report:
        wished.append(wish.search)
        if wished[-2:] == [Search.KEPT, Search.FRESH]:
            raise KeyboardInterrupt
        return building.build(wish, *args, **more)

    monkeypatch.setattr(loop, "build", build)
    monkeypatch.setattr(loop, "_IDLE", 0.2)
    told = Told(school, [("are told", "hear")], stops=False)
    assert preview(school.root, engine="mkdocs", port=0, search=True, say=told) == 0
    assert wished[-2:] == [Search.KEPT, Search.FRESH]


def test_a_change_is_heard_also_after_a_long_silence(school: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(loop, "_IDLE", 0.05)
    monkeypatch.setattr(loop, "_rest", stop)
    told = Told(school, [])
    monkeypatch.setattr(told, "change", threading.Timer(0.5, school.change, (ARGUE, "are told", "hear")).start)
    assert preview(school.root, engine="mkdocs", port=0, search=True, say=told) == 0
    assert "weigh what they hear" in school.read(ARGUE)


PAGE = "continuum/literacy/retell.yml"
WORK = "exemplars/literacy/lunch/index.md"


@pytest.mark.parametrize(
    ("changed", "left"),
    [
        (ARGUE, {PAGE, WORK}),
        ("exemplars/literacy/lunch/table.png", {ARGUE, PAGE}),
        ("continuum/continuum.yml", set()),
        ("continuum/literacy/area.yml", set()),
        ("continuum/pages/families.md", {ARGUE, PAGE, WORK}),
    ],
)
def test_what_belongs_to_a_changed_file_is_read_anew(changed: str, left: set[str]) -> None:
    crew = Crew(1)
    crew.memory["things"] = dict.fromkeys((ARGUE, PAGE, WORK), "thing")
    loop._forget(crew, changed)
    assert set(crew.memory["things"]) == left


def test_a_port_that_is_taken_is_said_and_nothing_is_built(school: Project) -> None:
    other = server(Rooms(school.root), Notice(), 0)
    told: list[str] = []
    with other:
        code = preview(school.root, engine="mkdocs", port=other.server_address[1], search=False, say=told.append)
    assert code == 2
    assert "--port" in told[0]
