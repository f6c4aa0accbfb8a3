"""What a reader's browser transfers: for the first view of a page, and from there to the first search result."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bench.server import Sent, Served, served

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

CHROMIUM = Path("/usr/bin/chromium")
FIELD = "input.md-search__input"
RESULT = ".md-search-result__item, [data-hit]"
_PATIENCE = 15_000
_BETWEEN_KEYS = 80
_AFTER = 1_000
# The page itself notes what has arrived when its first result appears: seen from here, more has come meanwhile.
_NOTE_THE_FIRST = """result => {
  new MutationObserver((_, watch) => {
    if (window.arrived || !document.querySelector(result)) return;
    window.arrived = performance.getEntriesByType("resource").map(it => it.name);
    watch.disconnect();
  }).observe(document.body, { childList: true, subtree: true });
}"""


@dataclass(frozen=True, slots=True)
class View:
    """The first view of a page by somebody who has never been there; `elsewhere` are other hosts that it asked."""

    answers: tuple[Sent, ...]
    elsewhere: frozenset[str]

    @property
    def bytes(self) -> int:
        """All bodies together, as transferred."""
        return sum(answer.bytes for answer in self.answers)

    @property
    def fonts(self) -> int:
        """How many fonts were loaded."""
        return sum(answer.is_font for answer in self.answers)

    def by_kind(self) -> dict[str, int]:
        """Bytes by the kind of file, the heaviest first."""
        kinds = Counter[str]()
        for answer in self.answers:
            kinds[answer.kind.rsplit("/", 1)[-1]] += answer.bytes
        return dict(kinds.most_common())


@dataclass(frozen=True, slots=True)
class Search:
    """What the first result of a search took, after the page had been loaded; `all_bytes` counts all that came then."""

    bytes: int
    seconds: float
    all_bytes: int


def cannot() -> str:
    """Why no browser can be asked; nothing when one can."""
    if find_spec("playwright") is None:
        return "Playwright is not installed"
    return "" if CHROMIUM.is_file() else f"there is no {CHROMIUM}"


def first_view(site: Path, address: str) -> View:
    """Load one page of a site in a fresh browser, until nothing more is asked for."""
    with served(site) as known, _page(known) as (page, elsewhere):
        page.goto(known.url + address, wait_until="networkidle")
        return View(tuple(known.ledger), frozenset(elsewhere))


def search(site: Path, address: str, word: str) -> Search | str:
    """Type a word into the search of a page and wait for the first result, or say why none came."""
    with served(site) as known, _page(known) as (page, _):
        page.goto(known.url + address, wait_until="networkidle")
        if not page.locator(FIELD).count():
            return "the page has no search yet"
        return _first_result(page, known, word)


def _first_result(page: Page, known: Served, word: str) -> Search | str:
    from playwright.sync_api import TimeoutError as TooLate

    earlier = len(known.ledger)
    page.evaluate(_NOTE_THE_FIRST, RESULT)
    start = time.perf_counter()
    try:
        page.locator(FIELD).first.click(timeout=_PATIENCE)
        page.locator(FIELD).first.press_sequentially(word, delay=_BETWEEN_KEYS)
        page.locator(RESULT).first.wait_for(timeout=_PATIENCE)
    except TooLate:
        return f"no result for “{word}” appeared within {_PATIENCE // 1000} seconds"
    took = time.perf_counter() - start
    page.wait_for_timeout(_AFTER)
    arrived = {urlsplit(it).path for it in page.evaluate("arrived")}
    later = known.ledger[earlier:]
    return Search(sum(it.bytes for it in later if it.path in arrived), took, sum(it.bytes for it in later))


@contextmanager
def _page(known: Served) -> Iterator[tuple[Page, set[str]]]:
    """A page of a fresh browser that reaches this server and nothing else."""
    from playwright.sync_api import sync_playwright

    elsewhere: set[str] = set()

    def only_here(route: Route) -> None:
        if route.request.url.startswith((known.url, "data:", "blob:")):
            route.continue_()
        else:
            elsewhere.add(urlsplit(route.request.url).netloc)
            route.abort()

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.route("**/*", only_here)
        yield page, elsewhere
        browser.close()
