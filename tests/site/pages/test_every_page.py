"""What holds for every kind of page."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from site_builder.site.pages import NAMES, PAGES
from tests.site.filled import Filled
from tests.site.markup import Element, read

NASTY = "<b>&\"x onz='q'>"
# Which texts of a school stand on no page, and why.
UNSHOWN = {
    "Standard.uri": "is where a link leads, when it is a web address",
    **dict.fromkeys(
        ("Settings.identifier", "Area.identifier", "Competency.identifier", "Skill.identifier"), "is for other systems"
    ),
}
# Names that are shown as they were typed, and words of the work itself.
LABELS = {"Level.name", "Medium.alt", "Settings.title", "Standard.code", "Annotation.quote"}


def texts(page: Element) -> str:
    """All that a page says and all that its attributes say."""
    values = (value for it in page.walk() for value in it.attributes.values())
    return " ".join([page.words, *values])


@pytest.fixture(scope="module")
def nasty() -> Filled:
    """A continuum in which every text tries to break out of its place."""
    return Filled(lambda name: f"{name} {NASTY}")


def test_every_kind_of_page_is_looked_at_here(nasty: Filled) -> None:
    assert {plan.kind for plan, _ in nasty.rendered().values()} == set(NAMES) == set(PAGES)


@pytest.mark.parametrize("kind", NAMES)
def test_what_a_school_writes_is_text_on_every_page(nasty: Filled, kind: str) -> None:
    for plan, poured in nasty.rendered().values():
        if plan.kind != kind:
            continue
        page = read(poured.article)
        assert '&"' not in poured.article
        assert not [it for it in page.all("b") if "&" in it.words]
        assert not [it.tag for it in page.walk() if "onz" in it.attributes]
        assert kind == "not_found" or NASTY in texts(page)


def test_everything_that_a_school_writes_can_be_read_somewhere() -> None:
    asked: set[str] = set()

    def text(name: str) -> str:
        asked.add(name)
        return f"{name}!"

    pages = Filled(text).rendered().values()
    said = " ".join(texts(read(poured.article)) for _, poured in pages)
    assert {name for name in asked if f"{name}!" not in said} == set(UNSHOWN)


def test_signs_of_markdown_are_read_and_never_shown() -> None:
    for plan, poured in Filled(lambda name: f"{name} *b* c").rendered().values():
        shown = f"{texts(read(poured.article))} {poured.title} {poured.description}"
        assert set(re.findall(r"([A-Z][a-z]+\.\w+) \*b\*", shown)) <= LABELS, plan.address


def test_a_text_is_never_a_template() -> None:
    for plan, poured in Filled(lambda name: "{{ 7 * 7 }} {% include 'pages/home.html' %}").rendered().values():
        assert "49" not in read(poured.article).words, plan.address
        assert plan.kind == "not_found" or "{{ 7" in texts(read(poured.article))


def test_no_id_stands_twice_on_a_page(nasty: Filled) -> None:
    for plan, poured in nasty.rendered().values():
        ids = [it["id"] for it in read(poured.article).walk() if it["id"]]
        assert len(ids) == len(set(ids)), plan.address


def test_whatever_names_another_element_finds_it(nasty: Filled) -> None:
    for plan, poured in nasty.rendered().values():
        page = read(poured.article)
        ids = {it["id"] for it in page.walk()}
        named = {it[name] for it in page.walk() for name in ("for", "aria-labelledby") if it[name]}
        named |= {it["href"][1:] for it in page.all("a") if it["href"].startswith("#")}
        assert named <= ids, plan.address


def test_every_page_has_one_heading_that_names_it_and_leaves_out_no_step(nasty: Filled) -> None:
    for plan, poured in nasty.rendered().values():
        ranks = [int(it.tag[1]) for it in read(poured.article).walk() if re.fullmatch("h[1-6]", it.tag)]
        assert ranks.count(1) == 1, plan.address
        assert ranks[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(ranks)), (plan.address, ranks)


def test_every_picture_says_something_or_is_hidden(nasty: Filled) -> None:
    for _, poured in nasty.rendered().values():
        page = read(poured.article)
        assert all("alt" in it.attributes for it in page.all("img"))
        assert all(it["aria-hidden"] or it["role"] for it in page.all("svg"))


def test_every_link_and_button_says_where_it_leads(nasty: Filled) -> None:
    for plan, poured in nasty.rendered().values():
        for it in read(poured.article).walk():
            if it.tag in ("a", "button", "summary"):
                assert it.words or it["aria-label"], plan.address


def test_nothing_is_styled_or_scripted_in_the_page_itself(nasty: Filled) -> None:
    for _, poured in nasty.rendered().values():
        for it in read(poured.article).walk():
            assert it.tag not in ("script", "style")
            assert not [name for name in it.attributes if name == "style" or name.startswith("on")]
