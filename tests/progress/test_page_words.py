"""Where a private page leads, what it never says, and that all it says can be said in another language."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from html import unescape
from io import BytesIO
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from site_builder.look.words import Words
from site_builder.model import Glossary, Term
from site_builder.progress.guide import guide_for
from site_builder.progress.page import student_page
from site_builder.progress.standing import Tally
from tests.progress.standings import (
    ADA,
    ARGUE,
    DEFICIT,
    RETELL,
    VOICE,
    Marked,
    at,
    early,
    everything,
    full,
    guide,
    outside,
    page,
    said,
    standing,
    stands,
)
from tests.site.continua import competency, exemplar
from tools.words import catalogue

MEASURED = re.compile(
    r"%|\b(percent\w*|per cent|grades?|graded|marks|ranks?|ranked|rankings?|averages?|mean|scores?|points?)\b",
    re.IGNORECASE,
)
ALLOWED = ("starting point", "Point a telephone", "This page lists, it does not rank.", "Only people who have this")


def free(text: str) -> str:
    """A text without what may be said."""
    for it in ALLOWED:
        text = text.replace(it, "")
    return text


class TestLinks:
    """Where a page leads."""

    def test_without_a_site_it_leads_to_nothing_but_evidence(self) -> None:
        it, by = everything(site_url="")
        assert outside(page(it, by, voice=VOICE)) == {"https://work.example/1"}

    def test_without_a_site_the_schools_own_texts_lead_nowhere_in_it(self) -> None:
        helped = competency(skills=(replace(ARGUE.skills[0], supports={"3": ("[Retell](lit-ret.yml), [up](#top)",)}),))
        by = guide((helped, RETELL), exemplars=(exemplar(),))
        it = page(standing(stands(at(2, helped.skills[0]), it=helped)), by)
        assert "What helps: Retell, up" in it.words
        assert "Work that shows it: Should lunch be longer?" in it.words
        assert it.all("a") == []

    def test_with_a_site_it_leads_there(self) -> None:
        links = full().links()
        assert links["The full rule"] == "https://riverbend.example/levels/#rule"
        assert links["What it asks for"] == "https://riverbend.example/pathways/first/"
        assert links["Retell"] == "https://riverbend.example/literacy/lit-ret/"

    def test_where_a_school_explains_its_words_it_leads_to_them(self) -> None:
        def links(**changes: Any) -> dict[str, str]:
            it, by = everything(**changes)
            glossary = Glossary((Term("claim", "claim", "What can be tested."),))
            told = replace(by.desk, outline=replace(by.desk.outline, glossary=glossary))
            return page(it, guide_for(told)).links()

        assert links()["Words we use"] == "https://riverbend.example/glossary/"
        assert "Words we use" not in links(site_url="")
        assert "Words we use" not in full().links()

    def test_no_two_places_of_a_page_have_one_name(self) -> None:
        ids = [it["id"] for it in full().walk() if it["id"]]
        assert len(ids) == len(set(ids))
        named = {it["aria-labelledby"] for it in full().walk()} - {""}
        assert named <= set(ids)


class TestWords:
    """What a page never says, and that all it says can be said in another language."""

    def test_no_page_says_that_somebody_falls_short_or_is_measured(self) -> None:
        assert not DEFICIT.search(free(said(full())))
        assert not MEASURED.search(free(said(full())))

    def test_nor_does_anything_that_private_pages_could_say(self) -> None:
        known = read_po(BytesIO(catalogue()))
        own = [it for it in known if any("/progress/" in place for place, _ in it.locations)]
        assert len(own) > 80
        for it in own:
            for text in it.id if isinstance(it.id, tuple) else (it.id,):
                bare = free(re.sub(r"%\(\w+\)[sd]", "", str(text)))
                assert not DEFICIT.search(bare), text
                assert not MEASURED.search(bare), text

    def test_numbers_by_which_a_rule_counts_are_never_printed(self) -> None:
        tally = Tally(Decimal("2.7"), Decimal("1.4"), Decimal("1.3"), 37, 29, 8)
        text = said(page(standing(stands(at(2), tally=tally))))
        assert not [it for it in ("2.7", "1.4", "1.3", "37", "29") if it in text]

    def test_all_that_a_page_says_is_in_the_catalogue(self) -> None:
        words = Marked()
        it, by = everything(words)
        for is_sealed in (True, False):
            page(it, by, voice=VOICE, is_sealed=is_sealed)
        page(standing(stands(at(4), is_ready=True)), by)
        page(standing(stands(early(0), it=ARGUE)), by)
        known = {one.id if isinstance(one.id, str) else one.id[0] for one in read_po(BytesIO(catalogue())) if one.id}
        assert words.said - known == set()
        assert len(words.said) > 50

    def test_a_page_says_nothing_but_the_catalogue_and_the_sources(self) -> None:
        it, by = everything(Marked())
        text = unescape(re.sub(r"<[^>]*>", " ", student_page(it, ADA, VOICE, by, is_sealed=True)))
        while "⟦" in text:
            text = re.sub(r"⟦[^⟦⟧]*⟧", " ", text)
        sources = repr((it, by.desk.outline, ADA, VOICE))
        assert [word for word in re.findall(r"[^\W\d_]{2,}", text) if word not in sources] == []

    def test_a_translated_page_counts_as_its_language_does(self) -> None:
        it, by = everything(german(), site_url="")
        assert page(it, by).one("p", "asof").words == "Am 1. Juni 2026, aus 7 Arbeiten"
        assert page(replace(it, pieces=1), by).one("p", "asof").words == "Am 1. Juni 2026, aus 1 Arbeit"


def german() -> Words:
    """A catalogue with a few words in it."""
    made = Catalog(locale="de")
    made.add(
        (
            "As of %(day)s, from %(count)s piece of evidence",
            "As of %(day)s, from %(count)s pieces of evidence",
        ),
        ("Am %(day)s, aus %(count)s Arbeit", "Am %(day)s, aus %(count)s Arbeiten"),
    )
    file = BytesIO()
    write_mo(file, made)
    return Words("de", file.getvalue(), "")
