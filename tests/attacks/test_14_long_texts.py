"""Texts that would keep a careless parser busy for hours, or take it too deep."""

from __future__ import annotations

import time

import pytest

from site_builder.sources.markdown import Quote, block, find_quotes, headings, inline, links, marked, plain
from tests.safe_html import faults

SIZE = 20_000
SECONDS = 15
TEXTS = {
    "stars": "*" * 50_000,
    "emphasis that never ends": "*a_ " * (SIZE // 4),
    "opening brackets": "[" * SIZE,
    "links that never end": "[a](" * (SIZE // 4),
    "pictures that never end": "![" * (SIZE // 2),
    "links to a half": "[a](<b" * (SIZE // 6),
    "backticks of many lengths": " ".join("`" * length for length in range(300)),
    "angle brackets": "<a " * (SIZE // 3),
    "entities": "&a;" * (SIZE // 3),
    "quotes on one line": ">" * SIZE,
    "quotes of growing depth": "\n".join(">" * depth for depth in range(300)),
    "lists in lists": "".join(" " * depth + "- a\n" for depth in range(300)),
    "lists on one line": "- " * (SIZE // 2),
    "a table of 10,000 columns": "|".join("a" * 10_000) + "\n" + "|".join("-" * 10_000) + "\na\n" * 10,
    "a table of short rows": "|".join("a" * 1000) + "\n" + "|".join("-" * 1000) + "\n" + "a|\n" * 10_000,
    "terms": "a\n: b\n" * (SIZE // 6),
    "meanings": "a\n" + ": b\n" * (SIZE // 4),
    "footnotes that never end": "[^a]: b\n\n" + "[^" * (SIZE // 2),
    "footnotes in footnotes": "".join("    " * depth + f"[^{depth}]: a\n\n" for depth in range(150)) + "[^0]",
    "footnotes that lead on": "".join(f"[^{it}]: [^{it + 1}]\n\n" for it in range(3000)) + "[^0]",
    "references that never end": "[a\n" * (SIZE // 3),
    "notes in notes": "".join("    " * depth + "!!! note\n" for depth in range(300)),
    "a title of quotes": "!!! note " + '"' * SIZE,
    "headings of one name": "# a\n\n# a-2\n\n" * (SIZE // 12),
    "a tower of marks": "a" + "\u0301" * SIZE,
    "joiners": "\u200d" * SIZE,
    "backslashes": "\\" * SIZE,
    "spaces": " \n" * (SIZE // 2),
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_long_text_is_read_in_linear_time(text: str) -> None:
    start = time.perf_counter()
    made = block(text, prefix="s-")
    assert time.perf_counter() - start < SECONDS
    assert faults(made) == []


@pytest.mark.parametrize("text", [TEXTS["terms"], TEXTS["emphasis that never ends"], "a b " * (SIZE // 4)])
def test_every_way_of_reading_takes_linear_time(text: str) -> None:
    quotes = [Quote(number, "a b", number) for number in range(1, 30)]
    start = time.perf_counter()
    marked(text, quotes)
    find_quotes(text, quotes)
    headings(text, "s-")
    inline(text)
    plain(text)
    links(text)
    assert time.perf_counter() - start < 2 * SECONDS
