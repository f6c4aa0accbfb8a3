"""Links and pictures: found with their lines, and led to where this page may go."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.sources.markdown import Link, block, inline, links
from tests.safe_html import leads_astray, words

TEXT = """\
[one](LIT.ARG) and
a [two](/map/ "title")

- [three](#why)
- ![four](four.png)

a | b
--- | ---
[five](five.md) | 1
2 | [![seven](seven.png)](six)

See [eight].[^1]

[eight]: LIT.INF
[^1]: <https://example.org/nine>
"""


def test_every_link_is_found_with_its_line() -> None:
    assert links(TEXT) == [
        Link("LIT.ARG", 1),
        Link("/map/", 2),
        Link("#why", 4),
        Link("four.png", 5),
        Link("five.md", 9),
        Link("six", 10),
        Link("seven.png", 10),
        Link("LIT.INF", 12),
        Link("https://example.org/nine", 15),
    ]


def test_a_target_is_told_as_the_author_wrote_it() -> None:
    assert links("[x](Größe.md#a%20b) [y](javascript:alert(1))") == [
        Link("Größe.md#a%20b", 1),
        Link("javascript:alert(1)", 1),
    ]


def test_a_link_in_code_is_no_link() -> None:
    assert links("`[x](y)`\n\n    [x](y)\n\n```\n[x](y)\n```\n") == []


def test_a_link_leads_where_the_page_says() -> None:
    assert inline("[a *b*](LIT.ARG)", {"LIT.ARG": "../argue/#c d"}.get) == '<a href="../argue/#c%20d">a <em>b</em></a>'


def test_a_link_that_leads_nowhere_leaves_its_words() -> None:
    assert (
        inline("see [a *b*](LIT.NOT) and [c](LIT.ARG)", {"LIT.ARG": "/"}.get)
        == 'see a <em>b</em> and <a href="/">c</a>'
    )


def test_a_picture_that_leads_nowhere_leaves_its_words() -> None:
    assert inline('![a *"b"* <c>](a.png)', lambda target: None) == "a &quot;b&quot; &lt;c&gt;"


@pytest.mark.parametrize("address", ["https://example.org/a", "HTTP://example.org", "mailto:a@example.org", "tel:+123"])
def test_an_address_outward_is_followed(address: str) -> None:
    assert f'<a href="{address}">' in inline(f"[x]({address})")


@pytest.mark.parametrize(
    "address",
    [
        "javascript:x",
        "JavaScript:x",
        "data:text/html,x",
        "vbscript:x",
        "file:///x",
        "blob:x",
        "about:blank",
        "view-source:x",
        "x:y",
    ],
)
def test_no_address_of_another_scheme_is_followed_even_when_the_page_says_so(address: str) -> None:
    assert inline("[x](y)", lambda target: address) == "x"
    assert inline("![x](y)", lambda target: address) == "x"


@pytest.mark.parametrize(
    "address", ["https://example.org/a.png", "//example.org/a.png", "https:a.png", "tel:1", "javascript:a"]
)
def test_a_picture_comes_from_this_site(address: str) -> None:
    assert "<img" not in block(f"![words]({address})")
    assert words(block(f"![words]({address})")) == "words"


@given(st.text(), st.text(max_size=3))
@settings(deadline=None)
def test_no_address_escapes_from_its_place_or_leads_astray(address: str, before: str) -> None:
    made = inline("[x](y)", lambda target: f"{before}javascript:{address}")
    href = made.partition('<a href="')[2].partition('">x</a>')[0]
    assert made in ("x", f'<a href="{href}">x</a>')
    assert not {"<", ">", '"'} & set(href)
    assert not leads_astray(href)
