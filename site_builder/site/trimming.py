"""The theme's stylesheets without what these pages have no use for: most of a theme is about things that a site lacks.

A rule goes when one of its names stands nowhere in the frame, our templates or our scripts, for then nothing can match
it. What is not understood stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from site_builder.resources import templates

_SIGN = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|url\([^\"')]*\)|/\*.*?\*/|[{};]", re.DOTALL)
_WORD = re.compile(r"[\w-]+")
# What may be fulfilled in several ways is taken to be.
_CHOICE = re.compile(r":(?:not|is|where|has|matches|any)\((?:[^()]|\([^()]*\))*\)")
_NAMED = re.compile(r"[.#]((?:[\w-]|\\.)+)|\[([\w-]+)(?:[~|^$*]?=[\"']?([^\"'\]]*)[\"']?)?")
_COLOUR = re.compile(r"data-md-color-(?:scheme|primary|accent)")
_USED = re.compile(r"var\(\s*(--[\w-]+)")
_NESTED = ("@media", "@supports", "@layer", "@container")
_DIALOG = re.compile(r"<div class=\"md-dialog\".*?</div>\s*</div>", re.DOTALL)


class Statement(NamedTuple):
    """A rule with its body, or a line that ends without one."""

    head: str
    body: str | None


def without_dialog(html: str) -> str:
    """The frame without the box in which the theme's script would speak."""
    return _DIALOG.sub("", html)


def trimmed(sheets: Mapping[str, bytes], html: str) -> dict[str, bytes]:
    """Stylesheets by their names, for pages in this frame."""
    words = frozenset(_WORD.findall(html)) | _own_words()
    kept = {name: "".join(_rules(_statements(data.decode()), words)) for name, data in sheets.items()}
    used = {it for text in (*kept.values(), *_own_styles(), html) for it in _USED.findall(text)}
    return {name: "".join(_values(_statements(text), used, text)).encode() for name, text in kept.items()}


def _own_words() -> frozenset[str]:
    """Every word that our templates and scripts can put into a page."""
    files = (path for path in templates().rglob("*") if path.suffix in (".html", ".js"))
    return frozenset(word for path in files for word in _WORD.findall(path.read_text(encoding="utf-8")))


def _own_styles() -> Iterator[str]:
    yield from (path.read_text(encoding="utf-8") for path in sorted(templates().rglob("*.css")))


def _statements(css: str) -> Iterator[Statement]:
    """The statements of a sheet or of a block, in order."""
    depth = start = opened = 0
    for found in _SIGN.finditer(css):
        sign = found[0]
        if sign == "{":
            opened = opened if depth else found.start()
            depth += 1
        elif sign == "}":
            depth -= 1
        if depth == 0 and sign == "}":
            yield Statement(css[start:opened].strip(), css[opened + 1 : found.start()])
            start = found.end()
        elif depth == 0 and sign == ";":
            yield Statement(css[start : found.start()].strip(), None)
            start = found.end()
    if css[start:].strip():
        yield Statement(css[start:].strip(), None)


def _rules(statements: Iterable[Statement], words: frozenset[str]) -> Iterator[str]:
    """The rules that a page with these words can have a use for."""
    for head, body in statements:
        if body is None:
            yield f"{head};"
        elif head.startswith(_NESTED):
            inner = "".join(_rules(_statements(body), words))
            yield f"{head}{{{inner}}}" if inner else ""
        elif head.startswith("@"):
            yield f"{head}{{{body}}}"
        else:
            fitting = ",".join(it for it in _selectors(head) if _may_match(it, words))
            yield f"{fitting}{{{body}}}" if fitting else ""


def _selectors(head: str) -> Iterator[str]:
    """The parts of a list of selectors; commas within brackets part nothing."""
    depth = start = 0
    for place, sign in enumerate(head):
        depth += (sign in "([") - (sign in ")]")
        if sign == "," and depth == 0:
            yield head[start:place]
            start = place + 1
    yield head[start:]


def _may_match(selector: str, words: frozenset[str]) -> bool:
    for name, attribute, value in _NAMED.findall(_CHOICE.sub("", selector)):
        if (name and name not in words) or (attribute and attribute not in words):
            return False
        if value and _COLOUR.fullmatch(attribute) and value not in words:
            return False
    return True


def _values(statements: Iterable[Statement], used: set[str], whole: str) -> Iterator[str]:
    """The same rules without values that nothing asks for, and without movements that nothing makes."""
    for head, body in statements:
        if body is None:
            yield f"{head};"
        elif head.startswith(_NESTED):
            inner = "".join(_values(_statements(body), used, whole))
            yield f"{head}{{{inner}}}" if inner else ""
        elif head.startswith("@keyframes"):
            yield f"{head}{{{body}}}" if len(re.findall(rf"\b{re.escape(head.split()[-1])}\b", whole)) > 1 else ""
        elif head.startswith("@"):
            yield f"{head}{{{body}}}"
        else:
            said = [it for it, _ in _statements(body) if not it.startswith("--") or it.partition(":")[0] in used]
            yield f"{head}{{{';'.join(said)}}}" if said else ""
