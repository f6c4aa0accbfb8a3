"""A student's private page, read as a family reads it."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from site_builder.evidence.piece import Mark
from site_builder.model import School, Skill
from site_builder.progress.page import student_page
from site_builder.progress.standing import Change, Standing, State, Tally
from site_builder.progress.voice import Voice
from tests.progress.standings import (
    ADA,
    ARGUE,
    AS_OF,
    HABIT,
    HABITS,
    NASTY,
    NASTY_IN_WORDS,
    RETELL,
    Marked,
    asked,
    at,
    day,
    details,
    early,
    everything,
    grown,
    guide,
    habit,
    only_own,
    outside,
    page,
    pathway,
    piece,
    said,
    standing,
    stands,
    work,
)
from tests.site.continua import area, competency, exemplar, learning
from tests.site.markup import Element
from tools.words import catalogue

# Words that no page says of a student; that nothing is averaged or ranked may be said.
DEFICIT = re.compile(r"\b(below|weak\w*|fail\w*|behind|missing|missed|only|poor\w*|lack\w*|deficit\w*)\b", re.IGNORECASE)
MEASURED = re.compile(
    r"%|\b(percent\w*|per cent|grades?|graded|marks|ranks?|ranked|rankings?|averages?|mean|scores?|points?)\b",
    re.IGNORECASE,
)
ALLOWED = ("starting point", "This page lists, it does not rank.", "Only people who have this")
TEMPLATES = Path(__file__).parents[2] / "templates"
VOICE = Voice("I like to *argue*.", day(14), ("To ask before I answer",), ("Finding sources",))


def row(title: str, it: Element) -> str:
    """What the line of a skill says beside its title."""
    return details(it, title).one("summary").words.removeprefix(title).strip()


def claim(**changes: object) -> str:
    """The line of the only skill of a page."""
    return row("Claim", page(standing(stands(replace(at(2), **changes)))))  # type: ignore[arg-type]


def free(text: str) -> str:
    """A text without what may be said."""
    for it in ALLOWED:
        text = text.replace(it, "")
    return text


@pytest.fixture(scope="module")
def full() -> Element:
    """A page with something of everything."""
    it, by = everything()
    return page(it, by, voice=VOICE)


class TestTop:
    """What stands first."""

    def test_it_says_whose_it_is_and_as_of_when_and_from_how_much(self) -> None:
        assert page().one("h1").words == "Ada’s learning"
        assert page().one("p", "asof").words == "As of 1 June 2026, from 2 pieces of evidence"
        assert page(standing(pieces=1)).one("p", "asof").words == "As of 1 June 2026, from 1 piece of evidence"

    def test_it_names_the_student_as_they_are_called_and_no_further(self) -> None:
        whole = replace(ADA, email="ada@riverbend.example", groups=("otters",), household="h-7", other_ids=("00123",))
        text = said(page(student=whole, voice=VOICE))
        assert "Ada" in text
        assert not [it for it in ("Brook", "s-1", "ada@", "otters", "h-7", "00123") if it in text]

    def test_it_carries_the_name_of_the_school_and_whom_to_ask(self) -> None:
        named = page(by=guide(school=School("Riverbend School", ask="Ms Reed, room 4")))
        assert "Riverbend School" in named.one("header").words
        assert named.one("footer", "c").words.endswith("Questions: Ms Reed, room 4.")
        assert "Riverbend" in page().one("header").words
        assert "Questions" not in page().words

    def test_a_sealed_page_can_be_hidden_and_a_plain_one_is_the_schools_own_copy(self) -> None:
        assert len(page().all("button", data_do="hide")) == 1
        plain = page(is_sealed=False)
        assert plain.all("button", data_do="hide") == []
        assert "This is the school’s own copy." in plain.words


class TestVoice:
    """The student's own words come first, and do nothing but say."""

    def test_they_come_before_everything_that_others_say(self, full: Element) -> None:
        words = full.one("main").words
        first = words.index("I like to argue. To ask before I answer Ada, 18 May 2026")
        assert first < min(words.index(it) for it in ("Literacy", "New:", "Ready to show", "Pathways"))
        assert full.one("blockquote").one("em").words == "argue"

    def test_who_has_said_nothing_yet_has_no_empty_place_for_it(self) -> None:
        assert page().all("blockquote") == []
        assert page(voice=Voice("", help=("Finding sources",))).all("blockquote") == []

    def test_aims_alone_are_words_too(self) -> None:
        assert page(voice=Voice("", goals=("To ask",))).one("blockquote").words == "To ask Ada"

    def test_what_support_is_asked_for_is_between_student_and_teachers(self, full: Element) -> None:
        assert "Finding sources" not in full.words

    def test_they_say_in_which_language_they_are(self) -> None:
        quote = page(voice=Voice("Me gusta.", language="es")).one("blockquote")
        assert (quote["lang"], quote["dir"]) == ("es", "auto")
        assert "lang" not in page(voice=Voice("I like it.")).one("blockquote").attributes

    @pytest.mark.parametrize(
        "words",
        [
            "[x](https://evil.example)",
            "[x](javascript:alert(1))",
            "[x](../literacy/)",
            "[x](#habits)",
            "[x](mailto:a@evil.example)",
            "[x][y]\n\n[y]: https://evil.example",
            "<https://evil.example>",
            "https://evil.example",
            "![x](https://evil.example/x.png)",
            "![x](data:image/svg+xml,<svg onload=alert(1)>)",
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "<a href=https://evil.example>x</a>",
            "<style>*{display:none}</style>",
            "</blockquote></main><script>alert(1)</script>",
            "`<b>`{: onclick=x }",
        ],
    )
    def test_they_cannot_link_or_run_or_fetch_anything(self, words: str) -> None:
        it = page(voice=Voice(words, goals=(words.replace("\n", " "),)))
        quote = it.one("blockquote")
        assert not [inside.tag for inside in quote.walk() if inside.tag in ("a", "img", "script", "style", "svg", "b")]
        assert outside(it) == set()
        assert quote.words.endswith("Ada")

    def test_a_note_at_their_foot_leads_no_further_than_to_their_foot(self) -> None:
        quote = page(voice=Voice("I argue[^1].\n\n[^1]: Often.")).one("blockquote")
        ids = {inside["id"] for inside in quote.walk()}
        assert {inside["href"].removeprefix("#") for inside in quote.all("a")} <= ids


class TestSummary:
    """A few lines an area."""

    def test_each_area_says_where_what_is_new_and_what_is_next(self) -> None:
        it = page(standing(stands(at(2, change=Change(day(12), 1, 2)))))
        (line,) = it.one("ul", "sum").all("li")
        assert line.words == "Literacy 2 New: Claim, 1 to 2, 20 May Next: Claim, towards 3"

    def test_where_nothing_is_new_the_line_does_not_say_so(self) -> None:
        (line,) = page(standing(stands(at(0)), pieces=0)).one("ul", "sum").all("li")
        assert line.words == "Literacy – Next: Claim, towards 1"

    def test_a_spread_says_in_words_what_it_draws(self, full: Element) -> None:
        for it in full.all("span", "spread", role="img"):
            counts = [int(part.split()[0]) for part in it["aria-label"].split(", ")]
            assert sum(counts) == len(it.all("i"))
        line = full.one("ul", "sum").one("span", "spread")
        assert line["aria-label"] == "4 skills at 2, 1 skill at 3, 1 skill at 4, 1 skill without a level yet" or line.words

    def test_what_a_stone_is_and_which_is_the_goal_is_explained(self) -> None:
        words = page().one("p", "key1").words
        assert words.startswith("Each stone is one skill. 3 is our goal. – no level yet")

    def test_where_nobody_has_named_a_goal_the_page_speaks_of_none(self) -> None:
        place = area(scale=learning(target=""))
        for position, state in ((2, State.NOT_YET), (4, State.AT)):
            skill = at(position, target=0, state=state, steps=grown(1, 2))
            it = page(standing(stands(skill, place=place, target=0, is_ready=True)), guide(areas=(place,)))
            assert "goal" not in said(it).lower()
            assert row("Claim", it).endswith("last piece 22 May")


class TestReady:
    """What can be demonstrated now."""

    def test_what_is_near_is_named_and_the_student_may_ask_for_a_time(self) -> None:
        it = page(standing(stands(at(2), is_ready=True)))
        words = it.one("section", aria_labelledby="ready").words
        assert "Argue from evidence. Ada can ask for a time, and may suggest how to show it." in words

    def test_three_are_enough_for_a_summary_and_the_rest_stands_below(self) -> None:
        found = [
            competency(f"LIT.C{number}", title=f"Thing {number}", skills=(Skill(f"LIT.C{number}.1", "S", {"3": ("x",)}),))
            for number in range(5)
        ]
        it = page(standing(*(stands(at(2, one.skills[0]), it=one, is_ready=True) for one in found)), guide(found))
        assert "Thing 0, Thing 1, Thing 2." in it.one("section", aria_labelledby="ready").words
        assert "Thing 3, Thing 4." in it.one("section", aria_labelledby="also").words

    def test_what_is_further_away_is_open_too(self) -> None:
        it = page(standing(stands(at(0), is_ready=True)))
        assert it.all("section", aria_labelledby="ready") == []
        assert "Argue from evidence." in it.one("section", aria_labelledby="also").words

    def test_where_nothing_is_ready_nothing_is_said_of_it(self) -> None:
        assert "Ready to show" not in page().words


class TestStates:
    """The distinct things that can be true of a skill are told apart, in words."""

    def test_nobody_has_looked_so_far_is_not_a_level(self) -> None:
        assert row("Claim", page(standing(stands(at(0))))) == "–No evidence yetnobody has looked so far"

    def test_early_evidence_says_how_much_there_is(self) -> None:
        assert row("Claim", page(standing(stands(early(2))))) == "2Developingearly evidence, 1 piece, 22 May"
        assert claim(state=State.EARLY, pieces=2) == "2Developingearly evidence, 2 pieces, 22 May"

    def test_not_yet_is_not_yet(self) -> None:
        assert claim() == "2Developingnot yet at our goal, last piece 22 May"

    def test_at_the_goal_since_a_day(self) -> None:
        assert row("Claim", page(standing(stands(at(3))))) == "3Proficientat our goal since 12 May"

    def test_beyond_the_goal_is_told_from_at_it(self) -> None:
        assert row("Claim", page(standing(stands(at(4))))) == "4Extendingbeyond our goal, since 12 May"

    def test_what_nobody_has_looked_at_for_long_is_ready_for_a_fresh_look(self) -> None:
        assert claim(is_for_a_fresh_look=True, last=day(200)) == "2Developingready for a fresh look, last piece 13 November"

    def test_all_five_are_told_apart(self) -> None:
        found = [at(0), early(2), at(2), at(3), at(4)]
        lines = [re.sub(r"^\d?\w*", "", row("Claim", page(standing(stands(it))))) for it in found]
        assert len(set(lines)) == 5

    def test_a_teachers_decision_says_who_decided_when_and_why(self) -> None:
        decided = piece("2", 9, mark=Mark.JUDGEMENT, assessor="Ms Reed", comment="She explained it to the class.")
        for one, wanted in (
            (decided, "Ms Reed decided on 23 May: She explained it to the class."),
            (replace(decided, assessor=""), "Decided on 23 May: She explained it to the class."),
            (replace(decided, comment=""), "Ms Reed decided on 23 May."),
        ):
            assert wanted in details(page(standing(stands(at(2, decision=one)))), "Claim").words
        bare = page(standing(stands(at(2, decision=replace(decided, comment="", assessor="")))))
        assert "ecided on" not in bare.words


class TestCompetencies:
    """Each competency in a fold, with all that it rests on."""

    def test_it_says_since_when_it_is_at_the_goal_or_beyond(self) -> None:
        assert "At our goal since 12 May." in page(standing(stands(at(3)))).words
        beyond = page(standing(stands(at(4)))).words
        assert "Beyond our goal, since 12 May." in beyond
        assert "At our goal since" not in beyond

    def test_it_says_what_helps_to_have_first(self) -> None:
        it = page(standing(stands(at(0), lacking=("LIT.RET", "LIT.GONE"))), guide((ARGUE, RETELL)))
        assert "It helps to have first: Retell." in it.words

    def test_where_nothing_has_to_come_first_it_says_so(self) -> None:
        assert "Nothing has to come first" in page(standing(stands(at(0), is_ready=True))).words

    def test_growth_is_drawn_and_said(self) -> None:
        it = details(page(standing(stands(at(3, steps=grown(1, 2, 3))))), "Claim")
        assert it.one("svg", "grow")["aria-label"] == "1, 2 May 2026; 2, 12 May 2026; 3, 22 May 2026"

    def test_every_drawing_is_either_said_or_beside_words_that_say_the_same(self, full: Element) -> None:
        for it in full.all("svg"):
            assert it["aria-hidden"] == "true" or (it["role"] == "img" and it["aria-label"])
        for it in full.all("i"):
            assert any(around.attributes.get("aria-hidden") == "true" or around["aria-label"] for around in above(it)) or (
                it.around("p").classes >= {"key1"}
            )

    def test_revisions_of_a_task_are_stacked_and_nothing_is_deleted(self) -> None:
        tries = work(
            piece("1", 30, task="Letter", comment="Say what you think.", assessor="Reed", link="https://a.example/1"),
            piece("2", 20, task="Letter", comment="Who disagrees?", assessor="Marsh"),
            piece("3", 10, task="Letter", reflection="I asked Bo.", assessor="Reed", link="https://a.example/2"),
        )
        it = page(standing(stands(at(3, works=(tries,))))).one("article", "ev")
        order = ["22 May 2026", "I asked Bo.", "2 earlier tries, kept", "12 May 2026", "Who disagrees?", "2 May 2026"]
        places = [it.words.index(words) for words in [*order, "Say what you think."]]
        assert places == sorted(places)
        assert it.links() == {"Letter": "https://a.example/2", "2 May 2026": "https://a.example/1"}

    def test_one_earlier_try_is_not_several(self) -> None:
        tries = work(piece("1", 30, task="Letter"), piece("2", 20, task="Letter"))
        assert "1 earlier try, kept" in page(standing(stands(at(2, works=(tries,))))).words

    def test_practice_is_named_so(self) -> None:
        quick = work(piece("2", kind="writing", task="Quick write", is_formative=True))
        it = page(standing(stands(at(2, works=(quick,))))).one("article", "ev form")
        assert "22 May 2026 · writing · practice" in it.words

    def test_two_people_who_saw_different_levels_are_told(self) -> None:
        twice = work(piece("2", task="Letter"), is_read_twice=True)
        assert "It counts at the one that both saw." in page(standing(stands(at(2, works=(twice,))))).words

    def test_without_any_evidence_there_is_no_heading_for_it(self) -> None:
        assert "Evidence" not in [it.words for it in page(standing(stands(at(0)))).all("h4")]

    def test_skills_for_a_fresh_look_are_listed_with_their_last_day(self) -> None:
        it = page(standing(stands(at(2, is_for_a_fresh_look=True, last=day(200)))))
        assert it.one("section", aria_labelledby="fresh").one("li").words == "Claim, last piece 13 November"

    def test_the_rule_is_told_in_one_sentence(self) -> None:
        assert "You are at a level in a skill when 2 of your latest 3 pieces of work show it." in page().words


class TestHabits:
    """Habits are told by themselves."""

    BY = guide((ARGUE, HABIT), areas=(area(), HABITS))

    def shown(self, it: Standing | None = None) -> Element:
        old = habit(2, is_for_a_fresh_look=True, last=day(200))
        return page(it or standing(stands(at(2)), replace(old, is_ready=True)), self.BY)

    def test_they_have_a_section_of_their_own_and_stand_nowhere_else(self) -> None:
        it = self.shown()
        own = it.one("section", aria_labelledby="habits")
        assert "Set goals" in own.words
        assert "never change a level above" in own.words
        assert it.words.count("Set goals") == own.words.count("Set goals") == 1
        assert it.words.count("Plan") == own.words.count("Plan")

    def test_they_are_never_in_the_lines_of_the_summary(self) -> None:
        it = self.shown().one("ul", "sum")
        assert [line.one("h2").words for line in it.all("li")] == ["Literacy"]
        assert it.all(css="e3") == []

    def test_the_summary_says_where_they_are(self) -> None:
        assert self.shown().one("p", "key1").links() == {"Habits are told by themselves.": "#habits"}
        assert self.shown().one("h2", id="habits")
        assert page().all("a", href="#habits") == []

    def test_a_page_of_habits_alone_has_no_summary_lines(self) -> None:
        it = self.shown(standing(habit()))
        assert it.one("ul", "sum").all("li") == []
        assert "is our goal." not in it.one("p", "key1").words


class TestEveryKindOfStudent:
    """No record is too small or too odd for a page."""

    def test_a_newcomer_with_nothing_has_a_whole_page(self) -> None:
        it, by = everything()
        blank = [
            replace(
                one,
                state=State.NONE,
                position=0,
                skills=tuple(at(0, skill.skill) for skill in one.skills),
                since=None,
                last=None,
            )
            for one in it.competencies
        ]
        new = page(standing(*blank, pathways=[pathway(asked())], pieces=0), by)
        assert "As of 1 June 2026, from 0 pieces of evidence" in new.words
        assert new.words.count("nobody has looked so far") == 7
        assert "Still to show: Argue from evidence" in new.words
        assert "Ready for a fresh look" not in new.words

    def test_a_long_scale_and_a_single_level_both_fit(self) -> None:
        for count, target in ((12, 9), (1, 1)):
            place = area(scale=learning(count, str(target)))
            found = competency(
                skills=(Skill("LIT.ARG.1", "Claim", {str(at): (f"I can do {at}.",) for at in range(1, count + 1)}),)
            )
            for position in range(count + 1):
                skill = at(position, found.skills[0], target=target, steps=grown(*range(1, count + 1)))
                it = page(standing(stands(skill, it=found, place=place)), guide((found,), areas=(place,)))
                assert len(details(it, "Claim").one("span", "track").all("i")) == count
                assert f"{target} is our goal." in it.one("p", "key1").words

    @given(st.lists(st.tuples(st.integers(0, 4), st.booleans(), st.booleans()), min_size=1, max_size=12))
    def test_every_skill_has_its_line(self, rows: list[tuple[int, bool, bool]]) -> None:
        skills = tuple(Skill(f"LIT.ARG.{number}", f"Skill {number}", {"4": ("All.",)}) for number, _ in enumerate(rows))
        found = competency(skills=skills)
        standings = [
            early(position, it) if is_early else at(position, it, is_for_a_fresh_look=is_old and bool(position))
            for it, (position, is_early, is_old) in zip(skills, rows, strict=True)
        ]
        it = page(standing(stands(*standings, it=found)), guide((found,)))
        assert [one.one("strong").words for one in it.all("details", "sk")] == [one.title for one in skills]
        assert not DEFICIT.search(said(it))


class TestAttack32:
    """What people wrote in other systems is text here, in any script."""

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
    def test_a_comment_is_text(self, text: str) -> None:
        one = piece("2", task="Task", comment=f"⟨{text}⟩", reflection=f"⟨{text}⟩", kind=f"⟨{text}⟩", assessor=f"⟨{text}⟩")
        it = page(standing(stands(at(2, works=(work(one),), decision=one))))
        seen = " ".join(re.sub("[\u202a-\u202e]", "", text).split())
        assert it.words.count(f"⟨{seen}⟩") == 6
        assert [found.tag for found in it.walk() if found.tag in ("script", "img", "b", "style")] == []

    def test_none_of_it_brings_an_element_or_an_attribute(self) -> None:
        calm, by = everything()
        nasty, other = everything(text=f" {NASTY}")
        tags = [[(it.tag, sorted(it.attributes)) for it in page(*one).walk()] for one in ((calm, by), (nasty, other))]
        assert tags[0] == tags[1]
        assert page(nasty, other).words.count(NASTY_IN_WORDS.split(" ", 1)[0]) > 5

    def test_marks_that_turn_the_reading_direction_are_gone(self) -> None:
        it, by = everything(text=f" {NASTY}")
        assert not re.search("[\u202a-\u202e\u2066-\u2069]", student_page(it, ADA, None, by, is_sealed=True))

    def test_words_of_people_find_their_own_direction(self) -> None:
        one = work(piece("2", task="Task", comment="مرحبا", reflection="שלום"))
        it = page(standing(stands(at(2, works=(one,))))).one("article", "ev")
        assert [words["dir"] for words in it.all("p") if words.words in ("“مرحبا”", "שלום")] == ["auto", "auto"]

    def test_the_name_of_a_student_is_text(self) -> None:
        it = page(student=replace(ADA, given="<b>Ada</b>"), voice=VOICE)
        assert it.one("h1").words == "<b>Ada</b>’s learning"

    @pytest.mark.parametrize("link", ["javascript:alert(1)", "data:text/html,x", "//evil.example", "https://a b"])
    def test_a_link_that_could_run_is_not_a_link(self, link: str) -> None:
        tries = work(piece("1", 30, task="Letter", link=link), piece("2", 20, task="Letter", link=link))
        it = page(standing(stands(at(2, works=(tries,)))))
        assert it.all("a") == []
        assert link not in said(it)

    def test_nothing_on_a_page_is_run_or_fetched(self, full: Element) -> None:
        assert only_own(lambda name: name.startswith("on") or name in ("style", "src", "srcset", "ping"), full) == []
        assert not {it.tag for it in full.walk()} & {"script", "style", "link", "img", "iframe", "form", "object", "base"}

    def test_a_sealed_page_opens_every_kind_of_element_that_a_page_has(self, full: Element) -> None:
        script = (TEMPLATES / "private" / "place.js").read_text(encoding="utf-8")
        declared = re.search(r"const KINDS = \((.*?)\)\.split", script, re.DOTALL)
        assert declared is not None
        kinds = set("".join(re.findall(r'"([^"]*)"', declared[1])).split())
        assert {it.tag for it in full.walk()} <= kinds


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

    def test_with_a_site_it_leads_there(self, full: Element) -> None:
        links = full.links()
        assert links["The full rule"] == "https://riverbend.example/levels/#rule"
        assert links["What it asks for"] == "https://riverbend.example/pathways/first/"
        assert links["Retell"] == "https://riverbend.example/literacy/lit-ret/"

    def test_no_two_places_of_a_page_have_one_name(self, full: Element) -> None:
        ids = [it["id"] for it in full.walk() if it["id"]]
        assert len(ids) == len(set(ids))
        named = {it["aria-labelledby"] for it in full.walk()} - {""}
        assert named <= set(ids)


class TestWords:
    """What a page never says, and that all it says can be said in another language."""

    def test_no_page_says_that_somebody_falls_short_or_is_measured(self, full: Element) -> None:
        assert not DEFICIT.search(free(said(full)))
        assert not MEASURED.search(free(said(full)))

    def test_nor_does_anything_that_private_pages_could_say(self) -> None:
        known = read_po(BytesIO(catalogue()))
        own = [it for it in known if any("/progress/" in place for place, _ in it.locations)]
        assert len(own) > 80
        for it in own:
            for text in it.id if isinstance(it.id, tuple) else (it.id,):
                bare = free(re.sub(r"%\(\w+\)[sd]", "", text))
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
        assert words.said - known == {"{day} {month}"} - known
        assert len(words.said) > 50

    def test_a_page_says_nothing_but_the_catalogue_and_the_sources(self) -> None:
        it, by = everything(Marked())
        text = said(page(it, by, voice=VOICE))
        while text != (text := re.sub(r"⟦[^⟦⟧]*⟧", " ", text)):
            pass
        sources = repr((it, by.desk.outline, ADA, VOICE))
        assert [word for word in re.findall(r"[^\W\d_]{2,}", text) if word not in sources] == []

    def test_a_translated_page_counts_as_its_language_does(self) -> None:
        it, by = everything(spanish(), site_url="")
        assert page(it, by).one("p", "asof").words == "Al 1 June 2026, de 7 piezas"
        assert page(replace(it, pieces=1), by).one("p", "asof").words == "Al 1 June 2026, de 1 pieza"


def above(it: Element) -> list[Element]:
    """The elements around this one."""
    found = []
    while it.parent is not None:
        it = it.parent
        found.append(it)
    return found


def spanish() -> GNUTranslations:
    """A catalogue that gettext itself reads, with a few words in it."""
    made = Catalog(locale="es")
    made.add(
        (
            "As of %(day)s, from %(count)s piece of evidence",
            "As of %(day)s, from %(count)s pieces of evidence",
        ),
        ("Al %(day)s, de %(count)s pieza", "Al %(day)s, de %(count)s piezas"),
    )
    file = BytesIO()
    write_mo(file, made)
    file.seek(0)
    return GNUTranslations(file)


def test_the_same_evidence_makes_the_same_page() -> None:
    pages = {student_page(it, ADA, VOICE, by, is_sealed=True) for it, by in (everything(), everything())}
    assert len(pages) == 1
    assert "1 June 2026" in pages.pop()
    assert AS_OF.year == 2026
