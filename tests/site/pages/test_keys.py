"""A page's key changes whenever the page does, so that no page is ever kept past its time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from site_builder.model import Judging, Kind, Mode, Moderation, Page, Retired
from site_builder.outline import Outline
from site_builder.site.assemble import Parts, shared
from site_builder.site.config import Config
from site_builder.site.engine import Frame, Look
from site_builder.site.tree import Tree
from site_builder.sources.reading import Setting
from tests.site.continua import competency, exemplar
from tests.site.filled import SKILL, Filled

Change = Callable[[Filled], None]
Rendered = dict[str, tuple[str, object]]


def rendered(it: Filled) -> Rendered:
    """The key of each page, and what the page shows."""
    common = digest_of_all(parts(it.outline()))
    return {address: (plan.key, poured) for address, (plan, poured) in it.rendered(common).items()}


def parts(outline: Outline) -> Parts:
    return Parts(outline, Setting(Path(), outline.settings, outline.areas), Frame("", {}), Config(Look()))


def digest_of_all(it: Parts) -> str:
    """What all pages of the sources' language have in common."""
    return shared(it, Tree(it.outline.spoken, "", it.outline))


def differing(before: Rendered, after: Rendered) -> tuple[set[str], set[str]]:
    """Pages that show something else than before, and pages whose key is another than before."""
    both = before.keys() & after.keys()
    shows = {address for address in both if before[address][1] != after[address][1]}
    return shows, {address for address in both if before[address][0] != after[address][0]}


def plain() -> Filled:
    return Filled(lambda name: name)


def asked() -> list[str]:
    """The names of all texts of a continuum."""
    found: dict[str, None] = {}
    Filled(lambda name: found.setdefault(name) or name).outline()
    return list(found)


@pytest.fixture(scope="module")
def before() -> Rendered:
    return rendered(plain())


@pytest.mark.parametrize("name", asked())
def test_a_page_that_shows_a_changed_text_has_a_changed_key(before: Rendered, name: str) -> None:
    shows, keys = differing(before, rendered(Filled(lambda it: f"{it} changed" if it == name else it)))
    assert shows <= keys


def competencies(change: Callable[..., object], *places: int) -> Change:
    def changed(it: Filled) -> None:
        it.competencies = [change(one) if place in places else one for place, one in enumerate(it.competencies)]  # type: ignore[misc]

    return changed


def work(**changes: object) -> Change:
    def changed(it: Filled) -> None:
        it.exemplars[0] = replace(it.exemplars[0], **changes)  # type: ignore[arg-type]

    return changed


def pages(it: Filled) -> None:
    it.pages.append(Page("more", "More", "More.", "continuum/pages/more.md", order=1))


def kind(it: Filled) -> None:
    it.areas[0] = replace(it.areas[0], kind=Kind.TRANSFERABLE)


def more_work(it: Filled) -> None:
    it.exemplars.append(exemplar("third", level="2"))


def less_work(it: Filled) -> None:
    del it.exemplars[1]


def more_competencies(it: Filled) -> None:
    it.competencies.append(competency("LIT.AAA", prerequisites=("LIT.ARG",)))


def no_pathways(it: Filled) -> None:
    it.pathways = []


CHANGES: dict[str, Change] = {
    "a goal": competencies(lambda it: replace(it, target="1"), 0),
    "retired": competencies(lambda it: replace(it, retired=Retired(date(2026, 9, 1), "AGE.GOA")), 0),
    "no heir": competencies(lambda it: replace(it, retired=Retired(date(2026, 8, 1))), 2),
    "prerequisites": competencies(lambda it: replace(it, prerequisites=()), 1),
    "skills": competencies(lambda it: replace(it, skills=it.skills[:1]), 0),
    "standards": competencies(lambda it: replace(it, standards=()), 0),
    "level": work(level="1"),
    "mode": work(mode=Mode.VIDEO),
    "moderation": work(moderation=Moderation(is_moderated=False)),
    "invented": work(is_invented=True),
    "media": work(media=()),
    "notes": work(annotations=()),
    "language": work(language="ar"),
    "permission": work(consent_until=date(2029, 1, 1)),
    "skill levels": work(skills={SKILL: "1"}),
    "a page more": pages,
    "kind of area": kind,
    "work more": more_work,
    "work less": less_work,
    "competency more": more_competencies,
    "no pathways": no_pathways,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_page_that_shows_a_changed_thing_has_a_changed_key(before: Rendered, change: Change) -> None:
    it = plain()
    change(it)
    shows, keys = differing(before, rendered(it))
    assert shows <= keys
    assert shows


def test_a_link_by_id_follows_its_competency_to_another_address() -> None:
    it = plain()
    it.pages[1] = replace(it.pages[1], body="See [this](LIT.DEB) and [that](LIT.ARG.1-2).")
    first = rendered(it)
    one, other = it.competencies[0], it.competencies[1]
    it.competencies[:2] = [replace(one, slug=other.slug), replace(other, slug=one.slug)]
    shows, keys = differing(first, rendered(it))
    assert "families/" in shows
    assert shows <= keys


def test_a_link_to_a_skill_follows_it_to_another_competency() -> None:
    it = plain()
    it.pages[1] = replace(it.pages[1], body="See [this](LIT.DEB.1).")
    first = rendered(it)
    giving, taking = it.competencies[1], it.competencies[3]
    it.competencies[1] = replace(giving, skills=())
    it.competencies[3] = replace(taking, skills=giving.skills)
    shows, keys = differing(first, rendered(it))
    assert "families/" in shows
    assert shows <= keys


def test_the_rule_by_which_levels_are_decided_is_on_many_pages() -> None:
    outline = plain().outline()
    other = replace(outline, settings=replace(outline.settings, judging=Judging("latest")))
    assert digest_of_all(parts(outline)) != digest_of_all(parts(other))


@pytest.mark.parametrize(
    "change",
    [
        lambda it: replace(it, framed=Frame("<p>", {})),
        lambda it: replace(it, config=Config(Look(), site_url="https://school.example/")),
        lambda it: replace(it, config=Config(Look(), edit_uri="https://git.example/")),
        lambda it: replace(it, has_search=False),
    ],
)
def test_what_every_page_shows_changes_every_key(change: Callable[[Parts], Parts]) -> None:
    before = parts(plain().outline())
    assert digest_of_all(change(before)) != digest_of_all(before)


def test_a_change_that_only_its_own_page_shows_leaves_other_pages_as_they_are(before: Rendered) -> None:
    it = plain()
    it.competencies[1] = replace(it.competencies[1], why="Because.")
    it.exemplars[1] = replace(it.exemplars[1], why="Because.")
    _, keys = differing(before, rendered(it))
    # A booklet is put together from the pages of competencies, so it shows what they show.
    assert keys == {"literacy/lit-deb/", "booklets/literacy/", "exemplars/literacy/dog/"}
