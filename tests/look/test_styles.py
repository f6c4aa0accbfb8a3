"""The styles that all pages share, and those that private pages carry with them."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from site_builder.look.styles import letter_styles, private_styles, shared_styles
from site_builder.resources import templates
from tests.project import Project

CARRIED = (private_styles, letter_styles)


def rules(css: str) -> list[str]:
    """Every rule of a stylesheet, without its remarks and without the ends of lines."""
    bare = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    return [" ".join(it.split()) for it in re.findall(r"[^{}]+\{[^{}]*\}", bare)]


def own(name: str = "progress.css") -> str:
    return (templates() / "styles" / name).read_text(encoding="utf-8")


def test_the_site_has_one_stylesheet_that_begins_with_what_is_shared(project: Project) -> None:
    built = project.build().tree()["assets/continuum.css"]
    assert built.startswith(shared_styles())
    assert b".md-header" in built[len(shared_styles()) :]


def test_a_private_page_carries_what_is_shared_and_what_is_its_own() -> None:
    apart = rules(shared_styles().decode()) + rules(own())
    assert [it.replace(" ", "") for it in rules(private_styles())] == [it.replace(" ", "") for it in apart]


def test_a_page_does_not_carry_what_letters_alone_need() -> None:
    assert ".letter" in letter_styles()
    assert not re.search(r"\.letter|\.typed|\.key\b", private_styles())


@pytest.mark.parametrize("styles", CARRIED)
def test_they_carry_no_remarks_and_no_ends_of_lines(styles: Callable[[], str]) -> None:
    assert "/*" not in styles()
    assert "\n" not in styles()


def test_no_line_of_the_styles_ends_where_a_space_is_needed() -> None:
    everything = shared_styles().decode() + own() + own("letters.css")
    bare = re.sub(r"/\*.*?\*/", "", everything, flags=re.DOTALL)
    ends = {line[-1] for line in bare.splitlines() if line}
    assert ends <= set("{};,")


@pytest.mark.parametrize("styles", CARRIED)
def test_they_fetch_nothing_and_cannot_leave_their_element(styles: Callable[[], str]) -> None:
    assert not re.search(r"url\(|@import|@font-face|image-set\(|</|expression\(", styles(), re.IGNORECASE)


@pytest.mark.parametrize("styles", CARRIED)
def test_every_brace_is_closed(styles: Callable[[], str]) -> None:
    assert styles().count("{") == styles().count("}")
