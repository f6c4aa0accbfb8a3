"""What rendering private pages needs within reach."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from markupsafe import Markup

from site_builder.look.words import catalogue
from site_builder.model import SourceText
from site_builder.progress.desk import desk_for
from site_builder.progress.telling import as_written
from tests.progress.standings import ARGUE, AS_OF, NASTY, RETELL, SITE, Marked, desk
from tests.site.continua import area, learning
from tests.site.markup import read


def test_a_day_of_the_last_months_is_said_without_its_year() -> None:
    assert desk().recently(AS_OF - timedelta(days=299)) == "6 August"
    assert desk().recently(AS_OF - timedelta(days=300)) == "5 August 2025"


def test_a_day_after_that_of_the_page_is_said_too() -> None:
    assert desk().recently(date(2026, 6, 2)) == "2 June"


def test_pages_lead_to_the_public_site_where_somebody_has_said_where_it_is() -> None:
    assert desk(site_url=SITE).public("levels/") == "https://riverbend.example/levels/"
    assert desk(site_url=SITE).competency("LIT.ARG") == "https://riverbend.example/literacy/lit-arg/"
    assert desk().public("levels/") == ""
    assert desk().competency("LIT.ARG") == ""


class TestLinks:
    """What a link in a school's own texts becomes."""

    def test_a_link_to_the_continuum_leads_to_the_public_site(self) -> None:
        leads = desk((ARGUE, RETELL), site_url=SITE).resolve(ARGUE.source)
        assert leads("lit-ret.yml") == "https://riverbend.example/literacy/lit-ret/"
        assert leads("LIT.RET.1") == "https://riverbend.example/literacy/lit-ret/#LIT.RET.1"

    def test_a_place_on_the_authors_own_page_does_not_become_a_place_on_this_one(self) -> None:
        assert desk(site_url=SITE).resolve(ARGUE.source)("#levels") == SITE + "literacy/lit-arg/#levels"
        assert desk().resolve(ARGUE.source)("#levels") is None

    @pytest.mark.parametrize("site_url", [SITE, ""])
    def test_a_link_to_the_web_stays_as_it_is(self, site_url: str) -> None:
        assert desk(site_url=site_url).resolve(ARGUE.source)("https://a.example/x") == "https://a.example/x"

    @pytest.mark.parametrize("site_url", [SITE, ""])
    def test_a_link_to_nothing_leads_nowhere(self, site_url: str) -> None:
        assert desk(site_url=site_url).resolve(ARGUE.source)("nothing.yml") is None

    def test_without_a_site_the_continuum_cannot_be_led_to(self) -> None:
        assert desk((ARGUE, RETELL)).resolve(ARGUE.source)("lit-ret.yml") is None


class TestLanguages:
    """Each family reads in its own language, as far as there is a catalogue of it."""

    @pytest.mark.parametrize("language", ["ar", "ar-EG", "he", "fa", "ur-PK", "yi", "ckb"])
    def test_some_languages_are_written_from_right_to_left(self, language: str) -> None:
        assert desk(language=language).direction == "rtl"

    @pytest.mark.parametrize("language", ["en", "en-GB", "es", "zh-Hant", "arn", ""])
    def test_the_others_are_not(self, language: str) -> None:
        assert desk(language=language).direction == "ltr"

    def test_sources_in_english_are_told_in_english(self) -> None:
        known = desk()
        assert (known.language, known.direction) == ("en", "ltr")
        assert known.say("open") == "open"

    def test_what_we_say_comes_from_the_catalogue(self) -> None:
        spoken = desk(words=Marked())
        assert spoken.say("since %(day)s", day="May") == "⟦since May⟧"
        assert spoken.counted("%(num)d piece", "%(num)d pieces", 2) == "⟦2 pieces⟧"


class TestSentences:
    """What stands within a sentence of ours stays what it is."""

    def test_a_text_in_the_sources_language_says_so_within_it(self) -> None:
        said = desk().say("%(skill)s, towards %(level)s", skill=SourceText("Claim & proof", "en"), level="3")
        assert said == '<span class="src" lang="en" dir="ltr">Claim &amp; proof</span>, towards 3'
        assert isinstance(said, Markup)

    def test_one_sentence_may_stand_within_another(self) -> None:
        inner = desk().say("%(why)s!", why="a < b")
        assert desk().say("%(standing)s; more", standing=inner) == "a &lt; b!; more"

    def test_what_is_counted_is_text_too(self) -> None:
        said = desk().counted("%(num)d of %(what)s", "%(num)d of %(what)s", 2, what="<b>")
        assert said == "2 of &lt;b&gt;"

    @pytest.mark.parametrize("text", [NASTY, SourceText(NASTY, "en")])
    def test_nothing_that_is_said_leaves_its_place(self, text: str) -> None:
        made = desk()
        for said in (made.say("%(it)s", it=text), made.counted("%(it)s", "%(it)s", 1, it=text), made.listed([text])):
            assert {it.tag for it in read(said).walk()} <= {"", "span"}
            assert "<script>alert(1)</script>" in read(said).words
            assert "\u202e" not in said

    def test_our_own_words_are_text_as_well(self) -> None:
        assert desk().say("Today & tomorrow: %(it)s", it="x") == "Today &amp; tomorrow: x"

    def test_lists_are_written_as_the_language_of_the_page_does(self) -> None:
        texts = ["a", SourceText("b", "en")]
        marked = '<span class="src" lang="en" dir="ltr">b</span>'
        assert desk().listed(texts) == f"a, {marked}"
        assert desk(language="ar").listed(texts) == f"a، {marked}"
        assert desk(language="ar").listed(texts, "; ") == f"a؛ {marked}"

    def test_arabic_has_a_form_of_its_own_for_two(self) -> None:
        arabic = desk(language="ar", words=catalogue("ar"))
        one, many = "%(num)d skill at %(level)s", "%(num)d skills at %(level)s"
        said = [arabic.counted(one, many, number, level="3") for number in (1, 2, 3, 11)]
        assert len(set(said)) == 4
        assert "2" not in said[1]


class TestSite:
    """Links lead into the public site in the language of the page."""

    def test_they_lead_into_the_tree_of_that_language_where_the_site_has_it(self) -> None:
        known = desk((ARGUE, RETELL))
        telling = replace(as_written(known.ground, known.outline), language="es", site="es/")
        made = desk_for(telling, SITE, AS_OF)
        assert made.public("levels/") == "https://riverbend.example/es/levels/"
        assert made.competency("LIT.ARG") == "https://riverbend.example/es/literacy/lit-arg/"
        assert made.resolve(ARGUE.source)("lit-ret.yml") == "https://riverbend.example/es/literacy/lit-ret/"
        assert desk_for(telling, "", AS_OF).public("levels/") == ""


def test_one_is_not_many() -> None:
    one, many = "%(num)d skill at %(level)s", "%(num)d skills at %(level)s"
    assert desk().counted(one, many, 1, level="3") == "1 skill at 3"
    assert desk().counted(one, many, 0, level="3") == "0 skills at 3"


def test_a_percent_sign_in_a_value_is_text() -> None:
    assert desk().say("%(why)s!", why="50 %(day)s") == "50 %(day)s!"
    assert desk().say("100 % sure") == "100 % sure"


def test_the_goal_is_the_competencys_own_where_it_names_one() -> None:
    it, place = desk(), area(scale=learning(4))
    assert [badge.id for badge in it.badges(place) if badge.is_target] == ["3"]
    assert [badge.id for badge in it.badges(place, "2") if badge.is_target] == ["2"]
    assert it.badges(place, "2") is it.badges(place, "2")
