"""What git would make public: asked of git itself, and where it gives no clear answer, taken for the worst."""

from __future__ import annotations

import os
import shutil
import subprocess
from enum import StrEnum
from pathlib import Path

_SECONDS = 20
# A folder is ignored when files of any kind in it are.
_FILES = ("page.html", "page")
# A repository may be somebody else's: nothing that it names is run.
_SAFE = ("--no-pager", "-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}")


class Answer(StrEnum):
    """What git says; UNKNOWN where it could not say, ABSENT where there is no git on this machine."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"
    ABSENT = "absent"


def is_tracked(path: Path) -> Answer:
    """Whether git keeps this file, or a file in this folder."""
    path = path.resolve()
    within = in_work_tree(path)
    if within is not Answer.YES:
        return within
    code, _ = _git(_folder(path), "--literal-pathspecs", "ls-files", "--error-unmatch", "--", str(path))
    return {0: Answer.YES, 1: Answer.NO}.get(code, Answer.UNKNOWN)


def would_track(folder: Path) -> Answer:
    """Whether git keeps what is in this folder, or would at the next “add”: it is not ignored."""
    folder = folder.resolve()
    within = in_work_tree(folder)
    if within is not Answer.YES:
        return within
    asked = ("check-ignore", "--quiet", "--no-index", "--")
    codes = {_git(_folder(folder), *asked, str(folder / file))[0] for file in _FILES}
    if codes == {0}:
        return is_tracked(folder)
    return Answer.YES if codes <= {0, 1} else Answer.UNKNOWN


def in_work_tree(path: Path) -> Answer:
    """Whether a path lies where git keeps watch; inside of git's own folder there is no clear answer."""
    if shutil.which("git") is None:
        return Answer.ABSENT
    code, said = _git(_folder(path.resolve()), "rev-parse", "--is-inside-work-tree")
    if code == 0:
        return Answer.YES if said.strip() == "true" else Answer.UNKNOWN
    return Answer.NO if "not a git repository" in said else Answer.UNKNOWN


def tracked(path: Path) -> bool:
    """Whether git keeps this file, as far as it cannot be ruled out."""
    return is_tracked(path) in (Answer.YES, Answer.UNKNOWN)


def in_tracked_folder(path: Path) -> bool:
    """Whether git would keep what is written there, as far as it cannot be ruled out."""
    return would_track(path) in (Answer.YES, Answer.UNKNOWN)


def _folder(path: Path) -> Path:
    """The folder nearest to a path that is there already."""
    return next(it for it in (path, *path.parents) if it.is_dir())


def _git(folder: Path, *words: str) -> tuple[int, str]:
    git = shutil.which("git") or "git"
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    calm = {**kept, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
    command = [git, "-C", str(folder), *_SAFE, *words]
    try:
        said = subprocess.run(  # noqa: S603
            command, env=calm, stdin=subprocess.DEVNULL, capture_output=True, timeout=_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return -1, ""
    return said.returncode, (said.stdout + said.stderr).decode("utf-8", "replace")
