"""A folder served on this machine alone, packed with gzip as a public host would, with a ledger of what was sent."""

from __future__ import annotations

import gzip
import mimetypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

_PACKED = ("text/", "application/javascript", "application/json", "application/xml", "image/svg+xml")


@dataclass(frozen=True, slots=True)
class Sent:
    """One answer: its path, its kind and the bytes of its body as they went over the line."""

    path: str
    kind: str
    bytes: int

    @property
    def is_font(self) -> bool:
        """Whether it is a font."""
        return self.path.endswith((".woff2", ".woff", ".ttf", ".otf"))


@dataclass(slots=True)
class Served:
    """A running server: its address, and all that it has sent."""

    url: str
    ledger: list[Sent] = field(default_factory=list)

    def bytes(self) -> int:
        """How many bytes of bodies went out so far."""
        return sum(sent.bytes for sent in self.ledger)


@contextmanager
def served(folder: Path) -> Iterator[Served]:
    """Serve a folder on 127.0.0.1 while the block runs."""
    known = Served("")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Answer, folder.resolve(), known.ledger))
    known.url = f"http://127.0.0.1:{server.server_address[1]}/"
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield known
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Answer(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, folder: Path, ledger: list[Sent], *args: object) -> None:
        self.folder = folder
        self.ledger = ledger
        super().__init__(*args)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path = self._file()
        status = HTTPStatus.OK if path else HTTPStatus.NOT_FOUND
        path = path or self.folder / "404.html"
        data = path.read_bytes() if path.is_file() else b""
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        is_packed = kind.startswith(_PACKED) and "gzip" in self.headers.get("Accept-Encoding", "")
        self._send(status, gzip.compress(data, 6, mtime=0) if is_packed else data, kind, is_packed)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the ledger keeps what matters."""

    def _file(self) -> Path | None:
        asked = unquote(urlsplit(self.path).path).lstrip("/")
        path = (self.folder / asked).resolve()
        if path.is_dir():
            path /= "index.html"
        return path if path.is_relative_to(self.folder) and path.is_file() else None

    def _send(self, status: HTTPStatus, data: bytes, kind: str, is_packed: bool) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith(_PACKED) else kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "max-age=600")
        if is_packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(data)
        self.ledger.append(Sent(urlsplit(self.path).path, kind, len(data)))
