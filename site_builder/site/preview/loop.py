"""Build, serve, watch, build again, tell the browser.

A wrong source leaves the last good build in place; what is wrong stands in the terminal and as a banner on the page.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from queue import Empty, Queue
from typing import Any

from site_builder.problems import Problem, Severity, Span
from site_builder.site.build import Report, Search, Wish, build, cache_of
from site_builder.site.preview.notice import Notice
from site_builder.site.preview.server import HOST, Rooms, server
from site_builder.site.preview.watch import watching
from site_builder.sources.crew import Crew
from site_builder.sources.sidecars import translated_by

# Editors save in several steps, so a change is what happens within this many seconds.
_QUIET = 0.05
# The search index is made again when nobody has saved for so many seconds.
_IDLE = 2.0


@dataclass(slots=True)
class _Desk:
    """What a running preview keeps in mind."""

    wish: Wish
    rooms: Rooms
    say: Callable[..., None]
    notice: Notice = field(default_factory=Notice)
    crew: Crew = field(default_factory=lambda: Crew(1))
    told: frozenset[Problem] = frozenset()


def preview(root: Path, *, engine: str, port: int, search: bool, say: Callable[..., None]) -> int:
    """Serve `root` on this machine until somebody stops it; the exit code."""
    root = root.resolve()
    try:
        rooms = Rooms(cache_of(root) / "preview")
    except OSError as error:
        say(f"Nothing can be written in {root.name}: {error.strerror}.")
        return 1
    wanted = Search.FRESH if search else Search.NONE
    wish = Wish(root, rooms.out, date.today(), engine, search=wanted, has_data=False)
    desk = _Desk(wish, rooms, say)
    try:
        serving = server(rooms, desk.notice, port)
    except OSError:
        say(f"Port {port} is taken on this machine: choose another with --port.")
        return 2
    address = f"http://{HOST}:{serving.server_address[1]}/"
    desk.wish = replace(wish, site_url=address)
    threading.Thread(target=serving.serve_forever, daemon=True).start()
    changes: Queue[str] = Queue()
    say("Building for the first time …")
    try:
        with watching(root, changes):
            _keep_up(desk, changes, address)
    except KeyboardInterrupt:
        say("Stopped.")
    finally:
        serving.shutdown()
        serving.server_close()
    return 0


def _keep_up(desk: _Desk, changes: Queue[str], address: str) -> None:
    _once(desk, desk.wish)
    desk.say(f"Look at {address} - it follows every change that you save. Stop with Ctrl-C.")
    is_indexed = desk.wish.search is Search.FRESH
    is_stale = False
    while True:
        try:
            changed = {changes.get(timeout=_IDLE)}
        except Empty:  # a wait with an end always hears Ctrl-C
            if is_stale:
                build(desk.wish, desk.crew, guard=desk.rooms.moving)
            is_stale = False
            continue
        for file in changed | _rest(changes):
            _forget(desk.crew, file)
        made = _once(desk, replace(desk.wish, search=Search.KEPT) if is_indexed else desk.wish)
        is_stale = is_indexed and made.counts is not None


def _rest(changes: Queue[str]) -> set[str]:
    """Everything else that changes within the same moment."""
    changed: set[str] = set()
    while True:
        try:
            changed.add(changes.get(timeout=_QUIET))
        except Empty:
            return changed


def _forget(crew: Crew, file: str) -> None:
    """Have the sources read anew that belong to a changed file."""
    folder = file.rpartition("/")[0]
    of_all = (file.startswith("continuum/") and file.count("/") == 1) or file.endswith(("/area.yml", "mkdocs.yml"))
    things: dict[str, Any] = crew.memory.setdefault("things", {})
    for known in [it for it in things if of_all or it in (file, *translated_by(file)) or _holds(it, folder)]:
        del things[known]


def _holds(source: str, folder: str) -> bool:
    """Whether a source is the work of this folder, to which all in it belongs."""
    return source == f"{folder}/index.md"


def _once(desk: _Desk, wish: Wish) -> Report:
    """One build; the terminal and the open pages hear what came of it."""
    start = time.perf_counter()
    made = build(wish, desk.crew, guard=desk.rooms.moving)
    fresh = tuple(it for it in made.problems if it not in desk.told)
    desk.told = frozenset(made.problems)
    desk.say(_summary(made, time.perf_counter() - start), fresh)
    grave = [_line(it) for it in made.problems if it.severity is Severity.ERROR]
    desk.notice.tell(reload=made.counts is not None, problems=grave)
    return made


def _summary(made: Report, seconds: float) -> str:
    if made.counts is None:
        return "The last good build is still shown."
    warnings = sum(1 for it in made.problems if it.severity is Severity.WARNING)
    stand = "1 warning stands" if warnings == 1 else f"{warnings} warnings stand"
    standing = f"; {stand}, see “continuum check”" if warnings else ""
    return f"{made.counts.made} files written in {seconds:.2f} s{standing}."


def _line(problem: Problem) -> dict[str, str]:
    assert isinstance(problem.at, Span)
    return {"place": str(problem.at), "message": problem.message, "hint": problem.hint}
