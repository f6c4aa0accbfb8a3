"""A host on the loopback address below /continuum/, behind a network that is slow, lost, or wants a sign-in first."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

PREFIX = "/continuum/"
SIGN_IN = b"<!doctype html><title>Sign in</title><p>Welcome to the bus. Please sign in."


class Network:
    """What lies between a reader and the host; `asked` are the addresses that came through."""

    def __init__(self) -> None:
        self.base = ""
        self.asked: list[str] = []
        self.is_lost = self.is_captive = False
        self.lost_after: int | None = None
        # Who waits here is answered when the event is set.
        self.flowing = threading.Event()
        self.flowing.set()

    def forget(self) -> None:
        """Begin to count anew."""
        self.asked.clear()

    def takes(self, address: str) -> bool:
        """Whether a request comes through."""
        self.asked.append(address)
        return not self.is_lost and (self.lost_after is None or len(self.asked) <= self.lost_after)


@contextmanager
def network(folder: Path) -> Iterator[Network]:
    """Serve a folder through a network that a test controls."""
    known = Network()

    class Handler(SimpleHTTPRequestHandler):
        def __init__(self, *args: Any) -> None:
            super().__init__(*args, directory=str(folder))

        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path)
            known.flowing.wait(30)
            if not path.startswith(PREFIX) or not known.takes(path.removeprefix(PREFIX)):
                self.close_connection = True
                return
            if known.is_captive:
                self._say(SIGN_IN)
                return
            self.path = "/" + self.path.removeprefix(PREFIX)
            super().do_GET()

        def _say(self, body: bytes) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def end_headers(self) -> None:
            self.send_header("Cache-Control", "no-store")
            super().end_headers()

        def log_message(self, format: str, *args: Any) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    known.base = f"http://127.0.0.1:{server.server_address[1]}{PREFIX}"
    try:
        yield known
    finally:
        known.flowing.set()
        server.shutdown()
        server.server_close()
