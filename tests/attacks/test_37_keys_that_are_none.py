"""A link that ends in something else than a key."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from site_builder.private.secret import read_link
from tests.private.browsing import SECRET, WRONG, alone, hosted, sealed, state

GOOD = SECRET.link
BAD = {
    "a bad letter": f"{GOOD[:5]}!{GOOD[6:]}",
    "padding": f"{GOOD}==",
    "white space": f"{GOOD} ",
    "white space before": f"\t{GOOD}",
    "white space, encoded": f"{GOOD}%20",
    "percent signs": "".join(f"%{ord(letter):02x}" for letter in GOOD),
    "one percent sign": f"%41{GOOD[1:]}",
    "a last letter written in another way": f"{GOOD[:-1]}{chr(ord(GOOD[-1]) + 1)}",
    "21 letters": GOOD[:-1],
    "23 letters": f"{GOOD}A",
    "nothing, encoded": "%00",
    "nothing at the end": f"{GOOD}%00",
    "a script": "<script>attack()</script>",
    "an image": "<img src=x onerror=attack()>",
    "full width": "Ａ" + GOOD[1:],
    "two keys": f"{GOOD}#{GOOD}",
}

# Browsers take white space away from both ends of an address, and tabs from within, before a page sees it.
SEEN = [kind for kind in BAD if kind not in ("white space", "white space before")]


@pytest.mark.parametrize("kind", BAD)
def test_what_is_no_key_is_not_read_as_one(kind: str) -> None:
    assert read_link(BAD[kind]) is None


@pytest.mark.browser
@pytest.mark.parametrize("kind", SEEN)
def test_a_browser_says_the_same_of_each_and_echoes_nothing(kind: str, browser: Browser) -> None:
    with hosted({"/": sealed()}) as host, alone(browser) as page:
        page.add_init_script("self.attacks = 0; self.attack = () => { self.attacks += 1 }")
        page.goto(f"{host.address}/")
        state(page)
        before = page.content()
        page.goto("about:blank")
        page.goto(f"{host.address}/#{BAD[kind]}")
        assert state(page) == WRONG
        assert page.evaluate("self.attacks") == 0
        assert page.content() == before.replace(page.evaluate("state.dataset.locked") + "</p>", f"{WRONG}</p>")
        assert page.title() == "A private page"
