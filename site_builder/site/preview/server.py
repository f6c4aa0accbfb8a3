"""The preview's server: files of the last good build, to this machine alone, and news for open pages."""

from __future__ import annotations

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from site_builder.resources import templates
from site_builder.site.preview.notice import Notice

HOST = "127.0.0.1"
_SCRIPT = b'<script src="/-preview.js" defer></script></body>'
_NOTHING_YET = b"<!doctype html><title>Preview</title><body>Not built yet.</body>"
_WAIT = 15.0


class Rooms:
    """The folder that is being served, and a lock that is held while it changes its name."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.moving = threading.Lock()


def server(rooms: Rooms, notice: Notice, port: int) -> ThreadingHTTPServer:
    """A server on the loopback address; port 0 takes a free one. OSError when the port is taken."""
    made = ThreadingHTTPServer((HOST, port), partial(_Handler, rooms=rooms, notice=notice))
    made.daemon_threads = True
    return made


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *args: Any, rooms: Rooms, notice: Notice) -> None:
        self.rooms = rooms
        self.notice = notice
        super().__init__(*args, directory=str(rooms.out))

    def do_GET(self) -> None:
        if self.headers.get("Host", "").rpartition(":")[0] not in (HOST, "localhost"):
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
                self._move_to(f"{path}/")
                return
            file = file / "index.html" if file.is_dir() else file
            status = 200 if file.is_file() else 404
            file = file if status == 200 else self.rooms.out / "404.html"
            data = file.read_bytes() if file.is_file() else _NOTHING_YET
        kind = self.guess_type(str(file))
        self._send(status, kind, data.replace(b"</body>", _SCRIPT) if kind == "text/html" else data)

    def _move_to(self, path: str) -> None:
        self.send_response(301)
        self.send_header("Location", path)
        self.send_header("Content-Length", "0")
        self.end_headers()

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
                newer, text = self.notice.after(number, _WAIT)
                self.wfile.write(f"data: {text}\n\n".encode() if newer != number else b": still here\n\n")
                self.wfile.flush()
                number = newer
        except OSError:
            return
