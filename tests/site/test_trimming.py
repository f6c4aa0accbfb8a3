"""The theme's stylesheets without what these pages have no use for."""

from __future__ import annotations

import pytest

from site_builder.site.trimming import trimmed, without_dialog

HTML = (
    '<body data-md-color-scheme="slate"><nav class="md-nav md-nav--primary" id="top"><a class="md-nav__link">'
    "</a></nav></body>"
)


def left(css: str, html: str = HTML) -> str:
    return trimmed({"a.css": css.encode()}, html)["a.css"].decode()


@pytest.mark.parametrize(
    "rule",
    [
        "a{color:red}",
        ".md-nav{color:red}",
        ".md-nav--primary .md-nav__link:hover{color:red}",
        "#top>a::before{content:\"}\"}",
        "[data-md-color-scheme=slate]{color:red}",
        # Whatever may be fulfilled in more than one way stays.
        ".md-nav:not(.admonition){color:red}",
        ":is(.admonition,.md-nav) a{color:red}",
        ".md-nav:where(.a:not(.b),.c){color:red}",
        "@media screen and (min-width:60em){.md-nav{color:red}}",
        "@supports(gap:1px){@media print{.md-nav{color:red}}}",
        "@page{margin:1cm}",
        '@font-face{font-family:x;src:url(data:font/woff2;base64,a{}b)}',
        ".md-nav{background:url(data:image/svg+xml;utf8,a;b{c})}",
        ".md-nav{--mine:1px;width:var(--mine)}",
        "@keyframes grow{0%{width:0}to{width:1px}}.md-nav{animation:grow 1s}",
    ],
)  # fmt: skip
def test_what_a_page_may_have_a_use_for_stays_as_it_is(rule: str) -> None:
    assert left(rule) == rule


@pytest.mark.parametrize(
    "rule",
    [
        ".admonition-of-theirs{color:red}",
        ".md-nav .admonition-of-theirs{color:red}",
        "#their-consent{color:red}",
        "[data-md-annotation-of-theirs]{color:red}",
        "[data-md-color-primary=indigo]{color:red}",
        "@media print{.admonition-of-theirs{color:red}}",
        "@supports(gap:1px){@media print{.admonition-of-theirs{color:red}}}",
        ":root{--md-admonition-icon--of-theirs:url(data:image/svg+xml;utf8,a;b{c})}",
        "@keyframes their-wheel{0%{width:0}}",
    ],
)
def test_what_no_page_has_a_use_for_goes(rule: str) -> None:
    assert left(rule) == ""


def test_of_several_selectors_those_stay_that_can_match() -> None:
    css = ".md-nav,.admonition-of-theirs>a,.md-nav:not(.a,.b) a{color:red}"
    assert left(css) == ".md-nav,.md-nav:not(.a,.b) a{color:red}"


def test_a_value_that_another_sheet_asks_for_stays() -> None:
    sheets = {"a.css": b":root{--their-gap:1px;--their-other:2px}", "b.css": b".md-nav{gap:var( --their-gap)}"}
    assert trimmed(sheets, HTML)["a.css"] == b":root{--their-gap:1px}"


def test_names_that_our_templates_and_scripts_use_are_known() -> None:
    assert left(".md-search__input{color:red}") and left(".md-header__title--active{color:red}")


@pytest.mark.parametrize("css", ["", '@charset "UTF-8";', ".md-nav{color:red", "}}}", "{", "a{color:red}}b{color:red}"])
def test_a_sheet_that_is_none_does_not_hinder(css: str) -> None:
    left(css)


def test_the_box_of_the_theme_s_script_is_taken_out_of_the_frame() -> None:
    box = '<div class="md-dialog" data-md-component="dialog">\n<div class="md-dialog__inner md-typeset"></div>\n</div>'
    assert without_dialog(f"<body>{box}<p>Text</p></body>") == "<body><p>Text</p></body>"
    assert without_dialog(HTML) == HTML
