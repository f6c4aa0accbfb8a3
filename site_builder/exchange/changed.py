"""When each source last changed: as git has it, where it does; told by nothing on the disk where that must not count.

A repository may be somebody else's. So nothing that its settings name is run: no hook, no monitor, no filter, no pager,
no program that shows signatures; nothing is fetched, and nobody is asked.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from hashlib import sha1, sha256
from pathlib import Path

_SECONDS = 20
_FOLDERS = ("continuum", "exemplars")
_SAFE = (
    "--no-pager",
    "--literal-pathspecs",
    *("-c", "core.fsmonitor=false"),
    *("-c", f"core.hooksPath={os.devnull}"),
    *("-c", "protocol.allow=never"),
)
# Every commit begins with a sign that no file name has, and its time; names follow, each with a zero at its end.
_LOG = ("log", "--format=%x01%ct", "--name-only", "-z", "--no-renames", "--no-show-signature", "--relative")


def changed_in(root: Path, *, by_clock: bool = True) -> Mapping[str, datetime]:
    """The moment of the last change of each source by its path: whole seconds, in UTC.

    SOURCE_DATE_EPOCH stands for all of them where it is set. Else it is the last commit, or the time of the file where
    it differs from what was committed or was not committed at all. Without `by_clock` such times do not count, as they
    are not the same in every copy of a folder: a changed file keeps its commit, and an unknown one is not named.
    """
    files = list(_sources(root))
    fixed = _fixed()
    if fixed:
        return dict.fromkeys(files, fixed)
    committed = _committed(root)
    known = {it: committed[it] for it in files if it in committed}
    if not by_clock:
        return known
    kept = _kept(root) if known else {}
    return {it: known[it] if _is_kept(root / it, kept.get(it, "")) else _on_disk(root / it) for it in files}


def said_by_git(root: Path, *words: str) -> bytes:
    """What git says in a folder; nothing where it cannot, or takes too long. It changes nothing."""
    git = shutil.which("git")
    if git is None or not root.is_dir():
        return b""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    calm = {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1"}
    command = [git, "-C", str(root), *_SAFE, *words]
    try:
        said = subprocess.run(  # noqa: S603
            command, env=kept | calm, stdin=subprocess.DEVNULL, capture_output=True, timeout=_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return b""
    return said.stdout if said.returncode == 0 else b""


def _sources(root: Path) -> Iterator[str]:
    for folder in _FOLDERS:
        for top, folders, names in os.walk(root / folder):
            folders.sort()
            within = Path(top).relative_to(root).as_posix()
            yield from (f"{within}/{name}" for name in sorted(names))


def _fixed() -> datetime | None:
    """The moment that whoever builds has said; nothing where that is none."""
    try:
        return datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "")), UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _on_disk(path: Path) -> datetime:
    try:
        return datetime.fromtimestamp(int(path.stat().st_mtime), UTC)
    except (OverflowError, OSError):
        return datetime.fromtimestamp(0, UTC)


def _committed(root: Path) -> dict[str, datetime]:
    """The last commit of each file; what git does not know is not in it."""
    moments: dict[str, datetime] = {}
    moment = datetime.fromtimestamp(0, UTC)
    for part in said_by_git(root, *_LOG, "--", *_FOLDERS).split(b"\0"):
        name = part.lstrip(b"\n")
        if name.startswith(b"\x01") and name[1:].isdigit():
            moment = datetime.fromtimestamp(int(name[1:]), UTC)
        elif name:
            moments.setdefault(os.fsdecode(name), moment)
    return moments


def _kept(root: Path) -> dict[str, str]:
    """The name by which git keeps what each file held at the last commit."""
    said = said_by_git(root, "ls-tree", "-r", "-z", "HEAD", "--", *_FOLDERS)
    rows = (row.partition(b"\t") for row in said.split(b"\0") if row)
    return {os.fsdecode(name): head.split()[-1].decode() for head, _, name in rows}


def _is_kept(path: Path, name: str) -> bool:
    """Whether a file holds what git keeps under this name, with line ends of whichever system."""
    if not name:
        return False
    try:
        data = path.read_bytes()
    except OSError:
        return False
    return any(_name(it, len(name)) == name for it in (data, data.replace(b"\r\n", b"\n")))


def _name(data: bytes, length: int) -> str:
    """The name that git gives to what a file holds; a long one in newer repositories."""
    make = sha256 if length > 40 else sha1
    return make(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()
