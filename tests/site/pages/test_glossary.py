"""The page of the words that a continuum uses, and the words themselves on other pages."""

from __future__ import annotations

from typing import Any

import pytest

from site_builder.model import Annotation, Glossary, Medium, Moderation, Page, Pathway, Requirement, Skill, Term
from site_builder.site.navigation import drawer, tabs
from site_builder.site.pages import PAGES, PUT_TOGETHER
from tests.project import Project
from tests.site.continua import area, competency, desk_with, exemplar, learning, page, plans, poured, small_outline
from tests.site.markup import Element, read

GLOSSARY = Glossary(
    (
        Term("source", "source", "Where somebody *knows* something from.", ("sources",)),
        Term("claim", "Claim", "What is said. See [source](/glossary/#source).", ("claims", "claimed")),
        Term("etude", "étude", "A piece to practise with."),
    )
)


def terms_on(it: Element) -> list[tuple[str, str]]:
    """The words on a page that explain themselves, and where they lead."""
    return [(one.words, one["href"]) for one in it.all("a", "term")]


def test_terms_stand_by_the_alphabet_with_their_other_forms_and_their_meaning() -> None:
    it = page("glossary", glossary=GLOSSARY)
    assert [one.words for one in it.all("dfn")] == ["Claim", "étude", "source"]
    claim = it.one(id="s-claim")
    assert claim.one("dt").words == "Claim claims, claimed"
    assert claim.one("dd").words == "What is said. See source."
    assert claim.one("a")["href"] == "../glossary/#s-source"


def test_a_continuum_without_a_glossary_has_no_page_of_it() -> None:
    assert plans("glossary", small_outline()) == []


def test_the_glossary_can_be_changed_where_its_source_is() -> None:
    found = poured("glossary", glossary=GLOSSARY, desk={"edit_uri": "https://git.example/edit/"})
    assert "https://git.example/edit/continuum/glossary.yml" in found.article


def test_the_menu_and_the_foot_of_the_page_lead_to_it_and_tabs_have_no_room() -> None:
    desk = desk_with(small_outline(glossary=GLOSSARY))
    assert read(drawer(desk, "glossary", "../")).one("a", aria_current="true")["href"] == "../glossary/"
    assert "glossary/" not in tabs(desk, "glossary", "../")
    assert "glossary/" not in drawer(desk_with(small_outline()), "", "")


def test_on_the_page_of_a_competency_the_first_of_each_term_leads_to_it() -> None:
    it = competency(
        title="Claim things",
        statement="I can make a claim.",
        why="A claim needs a source.",
        skills=(Skill("LIT.ARG.1", "Claim", {"1": ("I can claim an étude.",), "2": ("I can name sources.",)}),),
    )
    assert terms_on(page("competency", [it], glossary=GLOSSARY)) == [
        ("claim", "../../glossary/#s-claim"),
        ("source", "../../glossary/#s-source"),
        ("étude", "../../glossary/#s-etude"),
    ]


def test_what_helps_and_what_a_family_can_do_explain_themselves_too() -> None:
    skill = Skill(
        "LIT.ARG.1",
        "Skill",
        {"1": ("I can.",), "2": ("I can more.",)},
        at_home="Ask for a claim.",
        supports={"2": ("A source.",)},
    )
    found = terms_on(page("competency", [competency(statement="S.", skills=(skill,))], glossary=GLOSSARY))
    assert [it for it, _ in found] == ["claim", "source"]


def test_headings_titles_and_steps_between_levels_stay_as_they_are() -> None:
    it = page("competency", [competency(title="A claim")], glossary=GLOSSARY)
    assert all(not one.all("a", "term") for tag in ("h1", "h2", "h3", "th") for one in it.all(tag))
    assert not it.one("section", "cmp").all("a", "term")
    assert len(it.all("a", "term")) == 1


def test_the_words_of_a_student_are_never_touched() -> None:
    work = exemplar(
        body="This is my claim about a source.",
        annotations=(Annotation("LIT.ARG.1", "3", "A note on a claim.", quote="my claim"),),
        media=(Medium("talk.mp3", title="A claim", transcript="A claim, a source, an étude."),),
        moderation=Moderation(is_moderated=True, note="The panel asked for a source."),
    )
    it = page("exemplar", [competency()], [work], glossary=GLOSSARY)
    assert [one for one, _ in terms_on(it)] == ["claim", "source"]
    assert all(not one.all("a", "term") for css in ("voice", "work") for one in it.all("", css))


def test_pages_of_every_kind_that_say_something_explain_their_words() -> None:
    route = Pathway("p", "p", "Path", "For a claim.", (Requirement("LIT.ARG", "2"),), "continuum/pathways/p.yml")
    pages = [
        Page("index", "Home", "A source.", "continuum/pages/index.md"),
        Page("families", "Families", "## A claim\n\nTwo sources.", "continuum/pages/families.md", "About a claim."),
    ]
    scale = learning()
    whole: dict[str, Any] = {
        "areas": [area(about="A claim.", scale=scale)],
        "pathways": [route],
        "pages": pages,
        "glossary": GLOSSARY,
        "description": "What we claim.",
    }
    found = {kind: [it for it, _ in terms_on(page(kind, **whole))] for kind in ("home", "area", "pathway", "page")}
    assert found == {"home": ["claim", "source"], "area": ["claim"], "pathway": ["claim"], "page": ["claim", "sources"]}


def test_the_meaning_of_a_level_explains_its_words() -> None:
    term = Glossary((Term("means", "what Emerging means", "It is a test."),))
    assert [it for it, _ in terms_on(page("level", glossary=term))] == ["what Emerging means"]


def test_without_a_glossary_no_page_changes() -> None:
    there = [kind for kind in PAGES if plans(kind, small_outline()) and kind not in PUT_TOGETHER]
    assert len(there) > 5
    assert [it for kind in there for it in terms_on(page(kind))] == []


@pytest.fixture
def told(school: Project) -> Project:
    """A small school with a glossary, built."""
    school.write("continuum/glossary.yml", "terms:\n  - {id: claim, term: claim, also: claims, means: What is said.}\n")
    return school.build()


def test_a_site_with_a_glossary_has_its_page_and_marks_its_words(told: Project) -> None:
    assert told.code == 0, told.output
    assert 'id="s-claim"' in told.page("glossary/")
    assert 'href="../../glossary/#s-claim" data-means="What is said."' in told.page("literacy/argue/")


def test_a_changed_meaning_reaches_every_page(told: Project) -> None:
    told.change("continuum/glossary.yml", "What is said.", "What somebody says.")
    assert "What somebody says." in told.build().page("literacy/argue/")
    told.remove("continuum/glossary.yml")
    assert 'class="term"' not in told.build().page("literacy/argue/")
    assert not (told.root / "site/glossary").exists()


def test_a_page_written_by_hand_cannot_stand_where_the_glossary_does(told: Project) -> None:
    told.write("continuum/pages/glossary.md", "---\ntitle: Words\n---\nHello.\n")
    assert "address-repeated" in told.check().output


@pytest.mark.parametrize(("link", "is_there"), [("#claim", True), ("#s-claim", True), ("", True), ("#source", False)])
@pytest.mark.parametrize("name", ["/glossary/", "glossary", "../glossary.yml"])
def test_texts_may_link_to_a_term(told: Project, name: str, link: str, is_there: bool) -> None:
    told.write("continuum/pages/more.md", f"---\ntitle: More\n---\nSee [this]({name}{link}).\n")
    assert ("link-broken" not in told.check().output) is is_there
