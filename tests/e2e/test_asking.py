"""The questions of access find what is planted in a page, and nothing on a page that is sound."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.e2e.asking import STRUCTURE, answers, by_keys, colours, sizes, violations
from tests.private.browsing import alone

pytestmark = pytest.mark.browser

HEAD = "<!doctype html><html lang='en'><head><title>A page</title><meta name='viewport' content='width=device-width'>"
SOUND = f"""{HEAD}<style>a, button {{ display: inline-block; min-height: 24px }}</style></head><body>
<header><a href="/">Home</a></header>
<nav aria-label="Sections"><a href="/one">One</a></nav>
<main><h1>A page</h1><h2>A part</h2><p>The words of this page are for you, and they are plain.</p>
<p lang="es">Las palabras de esta página son para usted, y son sencillas.</p>
<img src="data:," alt="A heron"><button>Press</button><a href="/two">Two</a></main></body></html>"""

WRONG = {
    "headings": ["<h1>Another</h1>", "<h4>Too deep</h4>", "<h2></h2>"],
    "landmarks": [
        "<nav><a href='/three'>Three</a></nav>",
        "<nav aria-label='Sections'></nav>",
        "<form role='search'></form>",
    ],
    "links": ["<a href='/three'>Two</a>", "<a href='/three'></a>"],
    "names": ["<button></button>", "<input>", "<button aria-label='Close'>Shut</button>"],
    "pictures": ["<img src='data:,'>", "<svg><path d='M0 0h9'/></svg>", "<audio src='a.mp3' autoplay></audio>"],
    "tongues": [
        "<p>أحب الطيور والكتب</p>",
        "<p>Las palabras de esta página son para usted, y con ellas se aprende.</p>",
        "<p lang='ar'>The words of this page are for you.</p>",
        "<p lang='no_such_tag'>Hm</p>",
    ],
    "wide": ["<p style='width:2000px'>Wide</p>"],
    "cut": [
        "<p style='width:9px;overflow:hidden;white-space:nowrap'>Cut off</p>",
        "<p style='margin-left:-90px'>Out</p>",
    ],
    "overlaps": ["<p style='margin:0'>Below</p><p style='margin:-1.2em 0 0'>Above</p>"],
    "pale": [
        "<p style='color:#aaa'>Pale</p>",
        "<p style='opacity:.4'>Faint</p>",
        "<input placeholder='x' class='pale'>",
    ],
    "faint": ["<button class='btn' style='border:1px solid #eee;background:#fff'>Press</button>"],
    "small": ["<ul><li><a href='/a' class='small'>Ab</a></li><li><a href='/b' class='small'>Cd</a></li></ul>"],
    "moves": ["<p style='transition:color 1s'>Moving</p>"],
    "same": ["<div class='seg'><label><input type='radio' checked>A</label><label><input type='radio'>B</label></div>"],
}
STYLE = (
    ".pale::placeholder { color: #ccc } .small { display: block; min-height: 0; line-height: 12px } li { margin: 0 }"
)
CASES = [(question, more) for question, its in WRONG.items() for more in its]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page."""
    with alone(browser, viewport={"width": 640, "height": 480}) as made:
        yield made


def show(page: Page, more: str = "", style: str = STYLE) -> Page:
    """A sound page, with something more at the end of what it says."""
    page.set_content(SOUND.replace("</main>", f"{more}</main>").replace("</head>", f"<style>{style}</style></head>"))
    return page


def test_nothing_is_said_of_a_sound_page(page: Page) -> None:
    show(page)
    assert answers(page, *STRUCTURE, *WRONG) == {}
    assert violations(page) == []
    assert {**sizes(page, "200%"), **colours(page), **by_keys(page, 640, 480, "ltr")} == {}


@pytest.mark.parametrize(("question", "more"), CASES)
def test_what_is_wrong_is_found(question: str, more: str, page: Page) -> None:
    assert question in answers(show(page, more), question)


KEYS = {
    "not seen forth": "button:focus { outline: none }",
    "not seen back": "a:focus { outline: 3px solid #eee }",
    "covered forth": "header { position: fixed; inset: 0; z-index: 1; background: #fff }",
    "out of order": "button { position: absolute; top: 0; left: 0 }",
}


@pytest.mark.parametrize("question", KEYS)
def test_what_keys_meet_is_found_wanting(question: str, page: Page) -> None:
    found = by_keys(show(page, style=KEYS[question]), 640, 480, "ltr")
    assert question in found


def test_what_keys_never_meet_is_found(page: Page) -> None:
    trap = "<input id='trap' aria-label='Trap'><button>After</button>"
    show(page, trap)
    page.evaluate("() => { trap.onkeydown = event => event.key === 'Tab' && event.preventDefault() }")
    assert "After" in str(by_keys(page, 640, 480, "ltr")["never met forth"])


def test_axe_looks_at_the_size_of_targets_too(page: Page) -> None:
    assert any(it.startswith("target-size") for it in violations(show(page, WRONG["small"][0])))
