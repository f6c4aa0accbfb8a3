"""A static server on the loopback address, as any school's host would serve the site."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any


@contextmanager
def served(folder: Path, prefix: str = "") -> Iterator[str]:
    """The address of a server that shows `folder` below `/<prefix>/`, at the root when there is none."""

    class Handler(SimpleHTTPRequestHandler):
        def __init__(self, *args: Any) -> None:
            super().__init__(*args, directory=str(folder))

        def translate_path(self, path: str) -> str:
            within = path.removeprefix(f"/{prefix}") if prefix else path
            return super().translate_path(within if within != path or not prefix else "/-nowhere")

        def send_error(self, code: int, *args: Any, **more: Any) -> None:
            page = folder / "404.html"
            body = page.read_bytes() if code == 404 and page.is_file() else b""
            self.send_response(code)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/{prefix}{'/' if prefix else ''}"
    finally:
        server.shutdown()
        server.server_close()
