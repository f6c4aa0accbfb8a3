"""Attack 20: whatever stops a build, the last good site is where it was, and the next build mends the rest."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from click import Abort
from filelock import FileLock

from site_builder.cli import main
from site_builder.site import assemble, publish
from tests.project import Project

BUILD = "from site_builder.cli import main; main()"
CODE = Path(__file__).parents[2]
ARGUE = "continuum/literacy/argue.yml"
NUMBERS = count()


WORDS = "weigh what they "


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A school with a good site; every test leaves it with one."""
    project = Project(tmp_path_factory.mktemp("standing") / "school").build()
    assert project.code == 0, project.output
    return project


@pytest.fixture
def school(standing: Project) -> Project:
    """The school with a change that is not built yet."""
    said = newest(standing)
    return standing.change(ARGUE, WORDS + said, f"{WORDS}{next(NUMBERS)}.")


def newest(school: Project) -> str:
    """The last words of the sentence that changes from test to test."""
    return school.read(ARGUE).partition(WORDS)[2].partition("\n")[0]


def mended(school: Project) -> bool:
    """Whether the next build is as if nothing had happened."""
    assert school.build().code == 0, school.output
    beside = {it.name for it in school.root.iterdir() if it.name.startswith(".") and it.name != ".continuum"}
    return WORDS + newest(school) in school.page("literacy/argue/") and beside <= {".site.spare"}


def full(*_: Any, **__: Any) -> Any:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def interrupted(*_: Any, **__: Any) -> Any:
    raise KeyboardInterrupt


def after(times: int, then: Callable[..., Any], usual: Callable[..., Any]) -> Callable[..., Any]:
    """What does as usual so many times, and then something else."""
    left = iter(range(times))

    def do(*args: Any, **more: Any) -> Any:
        return usual(*args, **more) if next(left, None) is not None else then()

    return do


@pytest.mark.parametrize("written", [0, 1, 5, 30])
def test_a_full_disk_leaves_the_last_good_site(school: Project, monkeypatch: pytest.MonkeyPatch, written: int) -> None:
    before = school.tree()
    shutil.rmtree(school.root / ".continuum" / "trees")
    usual, last = Path.open, after(written, full, Path.open)

    def opened(self: Path, mode: str = "r", *args: Any, **more: Any) -> Any:
        return (usual if "r" in mode else last)(self, mode, *args, **more)

    with monkeypatch.context() as disk:
        disk.setattr(Path, "open", opened)
        school.build()
    assert school.code == 1
    assert "error[output-unwritable]: the site could not be written: No space left on device" in school.output
    assert "the last good site is where it was" in school.output
    assert school.tree() == before
    assert mended(school)


@pytest.mark.parametrize(("owner", "name"), [(Path, "mkdir"), (Path, "rename"), (os, "mkdir"), (os, "unlink")])
def test_a_folder_that_cannot_be_written_leaves_the_last_good_site(
    school: Project, monkeypatch: pytest.MonkeyPatch, owner: Any, name: str
) -> None:
    school.build().change(ARGUE, newest(school), f"{next(NUMBERS)} again.")
    before = school.tree()
    usual = getattr(owner, name)

    def refuse(place: Path | str, *args: Any, **more: Any) -> Any:
        path = Path(place)
        if path.parent == school.root or ".site.spare" in path.parts:
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        return usual(place, *args, **more)

    with monkeypatch.context() as disk:
        disk.setattr(owner, name, refuse)
        school.build()
    assert school.code == 1
    assert "the site could not be written: Read-only file system" in school.output
    assert school.tree() == before
    assert mended(school)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is read-only to root")
def test_a_read_only_folder_leaves_the_last_good_site(school: Project) -> None:
    before = school.tree()
    school.root.chmod(0o555)
    try:
        assert school.build().code == 1
    finally:
        school.root.chmod(0o755)
    assert school.tree() == before
    assert mended(school)


def test_something_in_the_way_of_the_spare_leaves_the_last_good_site(school: Project) -> None:
    before = school.tree()
    shutil.rmtree(school.root / ".site.spare", ignore_errors=True)
    school.write(".site.spare", "somebody's own file")
    assert school.build().code == 1
    assert "the site could not be written" in school.output
    assert school.tree() == before
    assert school.read(".site.spare") == "somebody's own file"
    school.remove(".site.spare")
    assert mended(school)


STOPS: dict[str, tuple[object, str, int]] = {
    "before pages are rendered": (assemble, "render", 0),
    "before anything is written": (publish, "write_all", 0),
    "while assets are written": (assemble, "write_all", 0),
    "while the spare is tidied": (publish, "_prune", 0),
    "before the exchange is noted": (publish, "_save", 0),
    "between the notes of the exchange": (publish, "_save", 1),
}


@pytest.mark.parametrize(("module", "name", "times"), STOPS.values(), ids=STOPS)
def test_ctrl_c_leaves_a_whole_site(
    school: Project, monkeypatch: pytest.MonkeyPatch, module: object, name: str, times: int
) -> None:
    before = school.tree()
    with monkeypatch.context() as stop:
        stop.setattr(module, name, after(times, interrupted, getattr(module, name)))
        with pytest.raises(Abort):
            school.build()
    whole = school.tree()
    assert whole == before or WORDS + newest(school) in school.page("literacy/argue/")
    assert sorted(whole) == sorted(before)
    assert mended(school)


def test_ctrl_c_between_the_two_renames_puts_the_last_good_site_back(
    school: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = school.tree()
    usual = Path.rename

    def rename(self: Path, target: Path) -> Path:
        if self.name == ".site.spare":
            raise KeyboardInterrupt
        return usual(self, target)

    with monkeypatch.context() as stop:
        stop.setattr(Path, "rename", rename)
        with pytest.raises(Abort):
            school.build()
    assert school.tree() == before
    assert mended(school)


def test_ctrl_c_is_answered_in_a_sentence(
    school: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(assemble, "render", interrupted)
    monkeypatch.setattr(sys, "argv", ["continuum", "build", "-C", str(school.root), "--no-search"])
    with pytest.raises(SystemExit) as stopped:
        main()
    assert stopped.value.code == 130
    assert capsys.readouterr().err.strip() == "Stopped. The last good site is where it was."


@pytest.fixture
def building(school: Project) -> Iterator[subprocess.Popen[str]]:
    """A build in another process, which has begun and is not done."""
    stuck = f"import time; from site_builder.site import build; build._build = lambda *_: time.sleep(60); {BUILD}"
    environment = {**os.environ, "PYTHONPATH": str(CODE)}
    command = [sys.executable, "-c", stuck, "build", "-C", str(school.root), "--no-search"]
    process = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True, encoding="utf-8")
    lock = FileLock(school.root / ".continuum" / "lock")
    for _ in range(600):
        if _is_taken(lock):
            break
        time.sleep(0.05)
    yield process
    process.kill()
    process.communicate()


def _is_taken(lock: FileLock) -> bool:
    try:
        with lock.acquire(timeout=0):
            return False
    except TimeoutError:
        return True


def test_two_builds_at_once_say_so_and_the_first_goes_on(school: Project, building: subprocess.Popen[str]) -> None:
    before = school.tree()
    assert school.build().code == 1
    assert "error[build-running]: another build of this folder is running" in school.output
    assert "wait until it is done, or end it" in school.output
    assert school.tree() == before
    assert building.poll() is None


def test_a_build_that_was_killed_does_not_stand_in_the_way(school: Project, building: subprocess.Popen[str]) -> None:
    building.send_signal(signal.SIGKILL)
    building.wait(30)
    assert (school.root / ".continuum" / "lock").exists()
    assert mended(school)


def test_a_build_that_is_stopped_by_ctrl_c_ends_with_its_code(school: Project, building: subprocess.Popen[str]) -> None:
    building.send_signal(signal.SIGINT)
    _, said = building.communicate(timeout=30)
    assert building.returncode == 130
    assert said.strip() == "Stopped. The last good site is where it was."
    assert mended(school)


def test_a_failed_search_leaves_the_last_good_site(school: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    before = school.tree()
    with monkeypatch.context() as stop:
        stop.setattr("site_builder.site.search.find_spec", lambda _: None)
        assert school.build("--search").code == 1
    assert school.tree() == before
    assert mended(school)
