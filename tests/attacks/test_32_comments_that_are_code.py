"""Attack 32: markup, ends of scripts and marks that turn the reading direction in what people wrote elsewhere."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from site_builder.progress.page import student_page
from tests.progress.standings import (
    ADA,
    NASTY,
    NASTY_IN_WORDS,
    VOICE,
    at,
    everything,
    full,
    only_own,
    page,
    piece,
    said,
    standing,
    stands,
    work,
)

TEMPLATES = Path(__file__).parents[2] / "templates"


@pytest.mark.parametrize(
    "text",
    [
        NASTY,
        "</script>",
        "</article></main>",
        "<!--",
        "-->",
        "]]>",
        "<![CDATA[",
        "a\u2028b\u2029c",
        "{{ 7 * 7 }}{% raw %}",
        "%(day)s %s %",
        "‮evil‬",
        "مرحبا بك",
        "很好，继续",
        "Zoë 👩‍👩‍👧 é",
        "&lt;b&gt; &amp;",
        "\"'`onload=x",
    ],
)
def test_a_comment_is_text(text: str) -> None:
    one = piece("2", task="Task", comment=f"⟨{text}⟩", reflection=f"⟨{text}⟩", kind=f"⟨{text}⟩", assessor=f"⟨{text}⟩")
    it = page(standing(stands(at(2, works=(work(one),), decision=one))))
    seen = " ".join(re.sub("[\u202a-\u202e]", "", text).split())
    assert it.words.count(f"⟨{seen}⟩") == 6
    assert [found.tag for found in it.walk() if found.tag in ("script", "img", "style")] == []


def test_none_of_it_brings_an_element_or_an_attribute() -> None:
    calm, by = everything()
    nasty, other = everything(text=f" {NASTY}")
    tags = [[(it.tag, sorted(it.attributes)) for it in page(*one).walk()] for one in ((calm, by), (nasty, other))]
    assert tags[0] == tags[1]
    assert page(nasty, other).words.count(NASTY_IN_WORDS.split(" ", 1)[0]) > 5


def test_marks_that_turn_the_reading_direction_are_gone() -> None:
    it, by = everything(text=f" {NASTY}")
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", student_page(it, ADA, None, by, is_sealed=True))


def test_words_of_people_find_their_own_direction() -> None:
    one = work(piece("2", task="Task", comment="مرحبا", reflection="שלום"))
    it = page(standing(stands(at(2, works=(one,))))).one("article", "ev")
    assert [words["dir"] for words in it.all("p") if words.words in ("“مرحبا”", "שלום")] == ["auto", "auto"]


def test_the_name_of_a_student_is_text() -> None:
    it = page(student=replace(ADA, given="<b>Ada</b>"), voice=VOICE)
    assert it.one("h1").words == "<b>Ada</b>’s learning"


@pytest.mark.parametrize("link", ["javascript:alert(1)", "data:text/html,x", "//evil.example", "https://a b"])
def test_a_link_that_could_run_is_not_a_link(link: str) -> None:
    tries = work(piece("1", 30, task="Letter", link=link), piece("2", 20, task="Letter", link=link))
    it = page(standing(stands(at(2, works=(tries,)))))
    assert it.all("a") == []
    assert link not in said(it)


def test_nothing_on_a_page_is_run_or_fetched() -> None:
    assert only_own(lambda name: name.startswith("on") or name in ("style", "src", "srcset", "ping"), full()) == []
    assert not {it.tag for it in full().walk()} & {
        "script",
        "style",
        "link",
        "img",
        "iframe",
        "form",
        "object",
        "base",
    }


def test_a_sealed_page_opens_every_kind_of_element_that_a_page_has() -> None:
    script = (TEMPLATES / "private" / "place.js").read_text(encoding="utf-8")
    declared = re.search(r"const KINDS = \((.*?)\)\.split", script, re.DOTALL)
    assert declared is not None
    kinds = set("".join(re.findall(r'"([^"]*)"', declared[1])).split())
    assert {it.tag for it in full().walk()} <= kinds
