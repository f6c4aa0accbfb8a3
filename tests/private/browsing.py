"""Sealed pages in Chromium: on a server that counts what is asked for, or from the disk."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

from site_builder.look.words import catalogue
from site_builder.private.envelope import Press, seal
from site_builder.private.sealed_page import mould
from site_builder.private.secret import Secret

SECRET = Secret(bytes(range(16)))
STYLE = ".known{letter-spacing:1px}.more{display:none}.all .more{display:block}@media print{.noprint{display:none}}"
BODY = """<header class="noprint"><p>An invented school</p><button type="button" data-do="hide">Hide this page</button>
<button type="button" data-do="print">Print</button>
<button type="button" data-do="print-all">Print everything</button></header>
<main><h1 class="known">Noor, who is invented</h1><p>Noor can say why. <a href="#more">More</a>
<svg viewBox="0 0 9 9" role="img" aria-label="Three"><path d="M0 0h9"/></svg></p>
<details><summary>Evidence</summary><p>A letter</p></details><p class="more" id="more">Everything</p></main>"""
MOULD = mould(catalogue(), "en", "ltr", [STYLE])


WRONG = "This page cannot be opened with this link. Please use the newest letter from the school, and the whole link."
HIDDEN = "The page is hidden. To read it again, please open the link in your letter, or type the code."
LOCKED = "This page opens with the link in your letter, or with the code that is printed there."
OPEN = "The page is open."
SOON = (
    "This page will be hidden in two minutes, because nobody has touched it for a while. "
    "To read on, press any key or touch the page."
)


def sealed(body: str = BODY, secret: Secret = SECRET) -> bytes:
    """A sealed page with this body, after the styles that it knows."""
    return MOULD.page(seal(Press(f"<style>{STYLE}</style>").packed(body), secret))


@contextmanager
def alone(browser: Browser, **options: Any) -> Iterator[Page]:
    """A page with no history, in a window of its own."""
    context: BrowserContext = browser.new_context(**options)
    context.set_default_timeout(10_000)
    try:
        yield context.new_page()
    finally:
        context.close()


@dataclass
class Host:
    """A server for files that are held in memory; `asked` is all that anybody asked it for."""

    address: str = ""
    files: dict[str, bytes] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)


@contextmanager
def hosted(files: dict[str, bytes]) -> Iterator[Host]:
    """A server on the loopback address, which also stands in for every other host as a proxy."""
    host = Host(files=files)

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            host.asked.append(self.path)
            body = host.files.get(re.sub("^http://[^/]*", "", self.path).partition("?")[0])
            self.send_response(404 if body is None else 200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body or b"")))
            self.end_headers()
            self.wfile.write(body or b"")

        do_POST = do_CONNECT = do_GET  # noqa: N815

        def log_message(self, format: str, *args: Any) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    host.address = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield host
    finally:
        server.shutdown()
        server.server_close()


def state(page: Page) -> str:
    """What the page says of itself, once it is done opening."""
    page.wait_for_function("!document.getElementById('state').textContent.includes('being opened')")
    return page.locator("#state").text_content() or ""
