"""Every visible word of ours goes through the catalogue, so that it can be said in another language."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from site_builder.look.po_words import LOCALE, NO_WORDS, read_words
from site_builder.look.word_checks import texts_of_pages
from site_builder.look.words import Words
from site_builder.site import render
from tests.project import Project
from tools.words import POT, catalogue

_OURS = re.compile(r"⟦[^⟦⟧]*⟧")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_SPOKEN = ("aria-label", "alt", "placeholder", "title", "content")


class Marked(Words):
    """Says every text of the catalogue between brackets."""

    def __init__(self) -> None:
        super().__init__("en", NO_WORDS.compiled, "")

    def gettext(self, message: str) -> str:
        return f"⟦{message}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"⟦{msgid1 if n == 1 else msgid2}⟧"


class Said(HTMLParser):
    """What a reader sees or hears of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self.feed(html)

    def handle_data(self, data: str) -> None:
        self.said.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.said += [value or "" for name, value in attrs if name in _SPOKEN or name.startswith("data-say")]


def test_the_catalogue_is_current() -> None:
    assert POT.read_bytes() == catalogue(), "run “make words”"


@pytest.mark.parametrize("path", sorted(LOCALE.glob("*.po")), ids=lambda it: it.stem)
def test_each_of_our_languages_says_every_text(path: Path) -> None:
    words, _ = read_words(path, "locale")
    assert words
    texts = texts_of_pages()
    said = {it.one: it.many for it in words.messages}
    assert sorted(one for one, many in texts.items() if said.get(one) != many) == []
    assert sorted(said.keys() - texts.keys()) == []


def test_pages_say_nothing_but_the_catalogue_and_the_sources(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(render, "words_of_pages", lambda *_: Marked())
    assert project.build().code == 0, project.output
    known = sources(project.root)
    for page in sorted((project.root / "site").rglob("*.html")):
        strange = [it for it in not_ours("\n".join(said(page))) if it not in known and not is_code(it)]
        assert strange == [], page.relative_to(project.root)


def sources(root: Path) -> str:
    """Everything that the school has written, as one line of words."""
    files = [path for path in sorted(root.rglob("*")) if path.suffix in (".yml", ".md") and "site" not in path.parts]
    return " ".join(_LETTERS.findall(" ".join(path.read_text(encoding="utf-8") for path in files)))


def said(page: Path) -> list[str]:
    """All that a page says but for addresses: the frame around it speaks through the catalogue too."""
    html = re.sub(r"<(head|script|style)\b.*?</\1>", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    return [re.sub(r"school\.example\S*", "", it) for it in Said(html).said]


def not_ours(text: str) -> list[str]:
    """The words of each line that did not come from the catalogue; a text of ours may hold another one."""
    while _OURS.search(text):
        text = _OURS.sub(" ", text)
    return [words for line in re.split(r"[\n:,·]", text) if (words := " ".join(_LETTERS.findall(line)))]


def is_code(words: str) -> bool:
    """Whether these are the parts of a cell's code, as AGE GOA together."""
    return words.split()[0].isupper()
