"""The site while it is being written: build, serve on this machine, watch, build again, tell the browser.

A wrong source leaves the last good build in place; what is wrong stands in the terminal and as a banner on the page.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from queue import Empty, Queue
from typing import Any
from urllib.parse import unquote, urlsplit

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from site_builder.problems import Problem, Severity, Span
from site_builder.resources import templates
from site_builder.site.build import Report, Search, Wish, build, cache_of
from site_builder.sources.crew import Crew

HOST = "127.0.0.1"
QUIET = 0.05
IDLE = 2.0
_WATCHED = ("continuum", "exemplars", "mkdocs.yml")
_SCRIPT = b'<script src="/-preview.js" defer></script></body>'


class Notice:
    """What open pages should know now; each change wakes those who wait for it."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._number = 0
        self._text = "{}"

    def tell(self, **facts: Any) -> None:
        """Say something new to every open page."""
        with self._changed:
            self._number += 1
            self._text = json.dumps(facts)
            self._changed.notify_all()

    def after(self, number: int, wait: float) -> tuple[int, str]:
        """The notice that follows number `number`, or the same one again when nothing comes."""
        with self._changed:
            self._changed.wait_for(lambda: self._number > number, wait)
            return self._number, self._text


class Rooms:
    """The folder that is being served, and a lock that is held while it changes its name."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.moving = threading.Lock()


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *args: Any, rooms: Rooms, notice: Notice) -> None:
        self.rooms = rooms
        self.notice = notice
        super().__init__(*args, directory=str(rooms.out))

    def do_GET(self) -> None:  # the name that http.server asks for
        if not self.headers.get("Host", "").split(":")[0] in (HOST, "localhost"):
            self.send_error(403)  # a name elsewhere that points here must not read the preview
            return
        path = unquote(urlsplit(self.path).path)
        if path == "/-preview":
            self._events()
        elif path == "/-preview.js":
            self._send(200, "text/javascript", (templates() / "preview" / "preview.js").read_bytes())
        else:
            self._file(path)

    def log_message(self, format: str, *args: Any) -> None:
        """Requests are not worth a line in the terminal."""

    def _file(self, path: str) -> None:
        with self.rooms.moving:
            file = Path(self.translate_path(path))
            if file.is_dir() and not path.endswith("/"):
                self.send_response(301)
                self.send_header("Location", f"{path}/")
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            file = file / "index.html" if file.is_dir() else file
            status = 200 if file.is_file() else 404
            file = file if status == 200 else self.rooms.out / "404.html"
            data = file.read_bytes() if file.is_file() else b"<body>Not built yet</body>"
        kind = self.guess_type(str(file))
        self._send(status, kind, data.replace(b"</body>", _SCRIPT) if kind == "text/html" else data)

    def _send(self, status: int, kind: str, data: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(data)

    def _events(self) -> None:
        """Server-sent events: one line for each new state, for as long as the page is open."""
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.close_connection = True
        number = -1
        try:
            while True:
                newer, text = self.notice.after(number, 15)
                self.wfile.write(f"data: {text}\n\n".encode() if newer != number else b": still here\n\n")
                self.wfile.flush()
                number = newer
        except OSError:
            return


class _Changes(FileSystemEventHandler):
    def __init__(self, queue: Queue[str], root: Path) -> None:
        self.queue = queue
        self.root = root

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in ("opened", "closed_no_write") or event.is_directory and event.event_type == "modified":
            return
        for name in (event.src_path, event.dest_path):
            parts = Path(str(name)).relative_to(self.root).parts if name else ()
            if parts and parts[0] in _WATCHED:
                self.queue.put("/".join(parts))


def preview(root: Path, *, engine: str, port: int, search: bool, say: Callable[..., None]) -> int:
    """Serve `root` on this machine until somebody stops it; the exit code."""
    root = root.resolve()
    rooms = Rooms(cache_of(root) / "preview")
    notice = Notice()
    try:
        server = ThreadingHTTPServer((HOST, port), partial(_Handler, rooms=rooms, notice=notice))
    except OSError:
        say(f"Port {port} is taken on this machine: choose another with --port.")
        return 2
    server.daemon_threads = True
    address = f"http://{HOST}:{server.server_address[1]}/"
    wish = Wish(root, rooms.out, date.today(), engine, search=Search.FRESH if search else Search.NONE, site_url=address)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    changes: Queue[str] = Queue()
    observer = Observer()
    observer.schedule(_Changes(changes, root), str(root), recursive=True)
    observer.start()
    try:
        _keep_up(wish, rooms, notice, changes, address, say)
    except KeyboardInterrupt:
        say("Stopped.")
    finally:
        observer.stop()
        server.shutdown()
        server.server_close()
    return 0


def _keep_up(wish: Wish, rooms: Rooms, notice: Notice, changes: Queue[str], address: str, say: Callable[..., None]) -> None:
    crew = Crew(1)
    _once(wish, rooms, notice, crew, say)
    say(f"Look at {address} - it follows every change that you save. Stop with Ctrl-C.")
    is_stale = False
    while True:
        try:
            changed = {changes.get(timeout=IDLE if is_stale else None)}
        except Empty:
            _once(wish, rooms, notice, crew, say, quiet=True)
            is_stale = False
            continue
        changed |= _rest(changes)
        for file in changed:
            _forget(crew, file)
        is_indexed = wish.search is Search.FRESH
        _once(replace(wish, search=Search.KEPT) if is_indexed else wish, rooms, notice, crew, say)
        is_stale = is_indexed


def _rest(changes: Queue[str]) -> set[str]:
    """Everything else that changes within the same moment: editors save in several steps."""
    changed: set[str] = set()
    while True:
        try:
            changed.add(changes.get(timeout=QUIET))
        except Empty:
            return changed


def _forget(crew: Crew, file: str) -> None:
    """Have the sources read anew that belong to a changed file."""
    things: dict[str, Any] = crew.memory.setdefault("things", {})
    folder = file.rpartition("/")[0]
    for known in [it for it in things if it == file or it.rpartition("/")[0] == folder and it.endswith("/index.md")]:
        del things[known]
    if file.startswith("continuum/") and file.count("/") == 1 or file.endswith(("/area.yml", "mkdocs.yml")):
        things.clear()


def _once(wish: Wish, rooms: Rooms, notice: Notice, crew: Crew, say: Callable[..., None], *, quiet: bool = False) -> Report:
    """One build; open pages hear what came of it, unless only the search index is new."""
    start = time.perf_counter()
    made = build(wish, crew, guard=rooms.moving)
    if quiet:
        return made
    grave = [it for it in made.problems if it.severity is Severity.ERROR]
    if made.counts is None:
        say("The last good build is still shown.", made.problems)
    else:
        say(f"{made.counts.made} files written in {time.perf_counter() - start:.2f} s.", made.problems)
    notice.tell(reload=made.counts is not None, problems=[_line(it) for it in grave])
    return made


def _line(problem: Problem) -> dict[str, str]:
    assert isinstance(problem.at, Span)
    return {"place": str(problem.at), "message": problem.message, "hint": problem.hint}
