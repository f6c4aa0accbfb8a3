"""What the tests of access ask of an open page, all of it without opening another: axe, and questions of our own.

Each answer says by its question what is wrong; an empty one is good.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeAlias

import axe_playwright_python
from playwright.sync_api import Page

Answers: TypeAlias = dict[str, list[str]]

_HERE = Path(__file__).parent
_AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
_ASKING, _WALKING = ((_HERE / f"{name}.js").read_text(encoding="utf-8") for name in ("asking", "walking"))
# What WCAG 2.2 asks at its levels A and AA, and what axe holds to be good practice beyond that.
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

STRUCTURE = ("headings", "landmarks", "links", "names", "pictures", "tongues")
SIZES = ("wide", "cut", "overlaps")
# What a reader's own style may set: the line, the letters, the words, the paragraphs.
_SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }"""
_LIMIT = 600


def nothing_is_wrong(found: Mapping[str, Answers]) -> None:
    """Whether all answers are good ones; each that is not is told in a line, with what was asked of which page."""
    lines = [
        f"{place}: {question}: {it}" for place, said in found.items() for question, its in said.items() for it in its
    ]
    assert not lines, "\n".join(["", *lines])


def violations(page: Page, *rules: str) -> list[str]:
    """What axe finds on a page, by all of its rules or by some, each with the first element that it is about."""
    if not page.evaluate("'axe' in self"):
        page.evaluate(_AXE)
    asked = {"type": "rule", "values": list(rules)} if rules else {"type": "tag", "values": _TAGS}
    found = page.evaluate("only => axe.run(document, { runOnly: only, resultTypes: ['violations'] })", asked)
    return [f"{it['id']}: {it['nodes'][0]['html'][:200]} {it['nodes'][0]['any'][:1]}" for it in found["violations"]]


def answers(page: Page, *questions: str, at: str = "") -> Answers:
    """What is wrong with a page as it is now; `at` says in the answers how it was looked at."""
    if not page.evaluate("'asking' in self"):
        page.evaluate(_ASKING)
    found: dict[str, list[str]] = page.evaluate(
        "names => Object.fromEntries(names.map(name => [name, asking[name]()]))", list(questions)
    )
    return {f"{name} {at}".strip(): said[:8] for name, said in found.items() if said}


def structure(page: Page) -> Answers:
    """What those hear who listen to a page, and who read it in parts."""
    page.set_viewport_size({"width": 1280, "height": 800})
    found = answers(page, *STRUCTURE)
    return {**found, **({"axe": said} if (said := violations(page)) else {})}


def sizes(page: Page, text: str) -> Answers:
    """A page enlarged: twice and four times, with text of double size alone, and with a reader's own spacing.

    `text` is the size of letters from which the page's own begin, doubled.
    """
    found: Answers = {}
    for width, height in ((640, 400), (320, 256)):
        page.set_viewport_size({"width": width, "height": height})
        found |= answers(page, *SIZES, "small", at=f"at {width}")
    page.set_viewport_size({"width": 1280, "height": 800})
    with _styled(page, f"html {{ font-size: {text} !important }}"):
        found |= answers(page, *SIZES, at="with text of double size")
    with _styled(page, _SPACING):
        found |= answers(page, *SIZES, at="with wide spacing")
        page.set_viewport_size({"width": 320, "height": 640})
        found |= answers(page, *SIZES, at="with wide spacing at 320")
    page.set_viewport_size({"width": 1280, "height": 800})
    return found


def colours(page: Page) -> Answers:
    """A page in light and in dark, and in colours of the reader's own."""
    found: Answers = {}
    for scheme in ("light", "dark"):
        _paint(page, scheme)
        found |= answers(page, "pale", "faint", at=f"in {scheme}")
        if said := violations(page, "color-contrast", "link-in-text-block"):
            found[f"axe in {scheme}"] = said
    for scheme in ("dark", "light"):
        _paint(page, scheme, forced_colors="active")
        found |= answers(page, "pale", "faint", "same", at=f"in forced colours, {scheme}")
    page.emulate_media(forced_colors="none", color_scheme="light")
    return found


@contextmanager
def in_forced_colours(page: Page, scheme: Any) -> Iterator[None]:
    """A page in colours that the reader has set for everything, on a light ground or a dark one."""
    _paint(page, scheme, forced_colors="active")
    yield
    page.emulate_media(forced_colors="none", color_scheme="light")
    _paint(page, "light")


def by_keys(page: Page, width: int, height: int, direction: str) -> Answers:
    """Everything on a page is met by Tab, from the first to the last and back, is seen, and leads on."""
    page.set_viewport_size({"width": width, "height": height})
    page.evaluate("for (const it of document.querySelectorAll('main details')) it.open = true")
    forth = _walk(page, "Tab", "forth")
    back = _walk(page, "Shift+Tab", "back")
    found: Answers = {}
    for way, steps in (("forth", forth), ("back", back)):
        found[f"not seen {way}"] = [f"{it['unseen']}: {it['what']}" for it in steps if it["unseen"]]
        found[f"covered {way}"] = [it["what"] for it in steps if it["covered"]]
        found[f"never met {way}"] = steps[-1].get("missed", []) if steps else []
    found["out of order"] = list(_jumps(forth, direction))
    found["out of turn"] = [it["what"] for it in forth if it["tab"] > 0]
    return {question: said[:8] for question, said in found.items() if said}


def _walk(page: Page, key: str, way: str) -> list[dict[str, Any]]:
    answers(page)
    if not page.evaluate("'walking' in self"):
        page.evaluate(_WALKING)
    if way == "forth":
        page.evaluate("walking.begin(); scrollTo(0, 0)")
    else:
        page.evaluate("walking.begin(); scrollTo(0, document.documentElement.scrollHeight)")
    steps: list[dict[str, Any]] = []
    while len(steps) < _LIMIT:
        page.keyboard.press(key)
        step = page.evaluate("walking.step()")
        if step["end"]:
            break
        steps.append(step)
    if steps:
        steps[-1]["missed"] = page.evaluate("walking.missed()")
    return steps


def _jumps(steps: list[dict[str, Any]], direction: str) -> Iterator[str]:
    """Where one is led upwards, and not on to what stands beside in the direction of reading."""
    for before, after in pairwise(steps):
        is_beside = after["start"] >= before["far"] - 4 if direction == "ltr" else after["far"] <= before["start"] + 4
        if not before["floats"] and after["top"] < before["top"] - 4 and not is_beside:
            yield f"from {before['what']} up to {after['what']}"


@contextmanager
def _styled(page: Page, style: str) -> Iterator[None]:
    added = page.add_style_tag(content=style)
    yield
    added.evaluate("it => it.remove()")


def _paint(page: Page, scheme: Any, **media: Any) -> None:
    """Show a page in light or dark, also where the theme has been told which."""
    page.emulate_media(color_scheme=scheme, **media)
    name = {"light": "default", "dark": "slate"}[scheme]
    page.evaluate(
        "name => { const { dataset } = document.body; if (dataset.mdColorScheme) dataset.mdColorScheme = name }", name
    )
