"""The demonstration, built once, served, and open in Chromium."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Request, Route

from site_builder.problems import Severity
from site_builder.resources import demonstration
from site_builder.site.build import Search, Wish, build
from tests.serving import served

Open = Callable[..., Page]


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the demonstration's sources."""
    root = tmp_path_factory.mktemp("demonstration")
    for folder in ("continuum", "exemplars"):
        shutil.copytree(demonstration() / folder, root / folder)
    return root


@pytest.fixture(scope="session")
def site(demo: Path) -> Path:
    """The demonstration as it is published below /continuum/, with its search."""
    wish = Wish(
        demo,
        demo / "site",
        date(2026, 11, 24),
        search=Search.FRESH,
        site_url="https://school.example/continuum/",
        repo_url="https://git.example/school/continuum",
    )
    made = build(wish)
    grave = [it for it in made.problems if it.severity is not Severity.NOTE]
    assert made.counts is not None, grave
    assert not grave
    return wish.out


@pytest.fixture(scope="session")
def base(site: Path) -> Iterator[str]:
    """The address of the demonstration, below /continuum/ as on a project's pages."""
    with served(site, "continuum") as address:
        yield address


def _is_given_up(it: Request) -> bool:
    return it.failure == "net::ERR_ABORTED"


@pytest.fixture
def open_page(browser: Browser, base: str) -> Iterator[Open]:
    """Opens a page of the demonstration; whatever it asks of another host, and every error in it, fails the test."""
    with opening(browser, base) as open_at:
        yield open_at


@contextmanager
def opening(browser: Browser, base: str) -> Iterator[Open]:
    """A way to open pages of a site; whatever they ask of another host, and every error in them, is a fault."""
    contexts = []
    faults: list[str] = []

    def watch(page: Page, home: str) -> None:
        page.on("pageerror", lambda error: faults.append(f"error: {error}"))
        # What a page still asks for when its reader goes on to the next one is given up, and no fault.
        page.on("requestfailed", lambda it: None if _is_given_up(it) else faults.append(f"failed: {it.url}"))
        page.on("request", lambda it: None if it.url.startswith((home, "data:", "blob:")) else faults.append(it.url))

    def open_at(
        address: str = "", *, width: int = 1280, home: str = base, is_still: bool = False, **options: Any
    ) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 800}, **options)
        context.set_default_timeout(15_000)
        contexts.append(context)
        page = context.new_page()
        watch(page, home)
        if is_still:
            page.route(home + address, _stay)
        page.goto(home + address)
        return page

    yield open_at
    for context in contexts:
        context.close()
    assert not faults


def _stay(route: Route) -> None:
    """A page that leads on to another, without doing so."""
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.text().replace('http-equiv="refresh"', ""))
