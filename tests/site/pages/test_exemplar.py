"""The page of a piece of student work."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from site_builder.look.words import catalogue
from site_builder.model import Annotation, Exemplar, Medium, Mode, Moderation, Skill, SourceText
from site_builder.site.pages import PAGES
from site_builder.site.tree import Tree
from tests.site.continua import CLAIM, competency, desk_with, exemplar, page, plans, small_outline
from tests.site.markup import Element, read

TWO = competency(skills=(Skill("LIT.ARG.1", "Claim", CLAIM), Skill("LIT.ARG.2", "Evidence", CLAIM)))
BODY = "Lunch is too short.\n\nIt is nine minutes by the time we sit down. We asked *everyone*."
QUOTES = (
    Annotation("LIT.ARG.1", "3", "A claim that **stands**.", quote="Lunch is too short"),
    Annotation("LIT.ARG.2", "2", "A measured fact.", quote="nine minutes"),
)


def shown(*others: Any, **changes: Any) -> Element:
    return page("exemplar", [TWO], [exemplar(**changes), *others], subject="literacy/lunch")


def section(it: Element, id: str) -> Element:
    return it.one("section", aria_labelledby=id)


class TestHead:
    """What the piece is, and how it came about."""

    def test_its_level_and_what_it_belongs_to_are_named(self) -> None:
        it = shown()
        assert it.one("h1").words == "Should lunch be longer?"
        assert it.all("span", "lv")[0].words == "3Proficient"
        assert it.one("ol", "crumb").links() == {
            "Student work": "../../../exemplars/",
            "Literacy": "../../../literacy/",
            "Argue from evidence": "../../../literacy/lit-arg/",
        }

    def test_work_at_the_target_level_says_so(self) -> None:
        assert shown().one("span", "goal").words == "at the goal"
        assert not shown(level="2").all("span", "goal")

    def test_task_support_and_time_are_told(self) -> None:
        it = shown(task="A letter", writer="Two students", support="One talk", time="Three lessons", mode=Mode.AUDIO)
        terms = [term.words for term in it.one("dl", "facts").all("dt")]
        says = [term.words for term in it.one("dl", "facts").all("dd")]
        assert dict(zip(terms, says, strict=True)) == {
            "Task": "A letter",
            "By": "Two students",
            "Support": "One talk",
            "Time": "Three lessons",
            "Kind": "Audio",
            "Agreed": "Panel of 4 teachers, 12 May 2026",
        }

    @pytest.mark.parametrize(
        ("moderation", "words"),
        [
            (Moderation(False), "Not yet: a draft, until teachers have agreed on it"),
            (Moderation(True), "Yes, by teachers together"),
            (Moderation(True, 1, date(2026, 5, 12)), "Panel of 1 teacher, 12 May 2026"),
        ],
    )
    def test_who_agreed_on_the_level_is_told(self, moderation: Moderation, words: str) -> None:
        assert shown(moderation=moderation).one("dl", "facts").all("dd")[-1].words == words

    def test_how_the_panel_agreed_can_be_unfolded(self) -> None:
        it = shown(moderation=Moderation(True, note="We looked twice."))
        folds = {fold.one("summary").words: fold.words for fold in it.all("details")}
        assert folds["How the panel agreed"].endswith("We looked twice.")

    def test_invented_work_says_so(self) -> None:
        words = "Invented for this continuum: nobody real wrote it"
        assert words in shown(is_invented=True).words
        assert words not in shown().words

    def test_until_when_it_may_be_shown_is_told_but_never_the_record(self) -> None:
        it = shown(licence="CC BY 4.0")
        assert "CC BY 4.0. Shown with permission until 30 June 2030." in it.words
        assert "2026-014" not in it.words


class TestNotes:
    """Notes beside the words that they speak of."""

    def test_a_note_stands_beside_the_block_of_its_quote(self) -> None:
        rows = section(shown(body=BODY, annotations=QUOTES), "the-work").all("div", "row")
        assert [[note["id"] for note in row.all("div", "an")] for row in rows] == [["n1"], ["n2"]]
        assert "nine minutes" in rows[1].words

    def test_quote_and_note_lead_to_each_other(self) -> None:
        it = shown(body=BODY, annotations=QUOTES)
        for number in ("1", "2"):
            mark = it.one("mark", id=f"q{number}")
            assert mark.next()["href"] == f"#n{number}"
            back = it.one("div", "an", id=f"n{number}").one("a", "n")
            assert (back.words, back["href"], back["aria-label"]) == (number, f"#q{number}", f"Back to place {number}")

    def test_the_words_that_are_meant_are_marked(self) -> None:
        it = shown(body=BODY, annotations=QUOTES)
        assert [mark.words for mark in it.all("mark")] == ["Lunch is too short", "nine minutes"]

    def test_a_note_names_its_skill_and_leads_to_the_descriptor_it_speaks_of(self) -> None:
        note = shown(body=BODY, annotations=QUOTES).one("div", "an", id="n2")
        assert note.one("strong").words == "Evidence"
        assert note.one("a", "lvl").words == "2Developing"
        assert note.one("a", "lvl")["href"] == "../../../literacy/lit-arg/#LIT.ARG.2-2"
        assert note.one("p").words == "A measured fact."

    def test_a_note_is_markdown(self) -> None:
        assert shown(body=BODY, annotations=QUOTES).one("div", "an", id="n1").one("p").one("strong").words == "stands"

    def test_a_quote_that_stands_twice_is_marked_where_it_is_meant(self) -> None:
        again = Annotation("LIT.ARG.1", "3", "Said again.", quote="short", occurrence=2)
        it = shown(body="Too short.\n\nStill short.", annotations=(again,))
        assert it.one("mark").around("div").words == "Still short1."

    def test_work_without_notes_is_shown_whole(self) -> None:
        it = shown(body=BODY)
        assert section(it, "the-work").one("h2").words == "The work"
        assert "We asked everyone." in it.words

    def test_work_in_another_language_says_which(self) -> None:
        assert shown(language="ar").one("div", "voice", lang="ar").words.startswith("Lunch")
        assert not shown().all("div", lang="ar")


class TestPictures:
    """Pictures with numbered places, and recordings with moments."""

    PICTURE = Medium("table.png", "A table of minutes", "Our table", "Nine, ten, nine.")
    PLACE = Annotation("LIT.ARG.2", "2", "Measured.", image="table.png", region=(10, 42.5, 30, 18))
    TALK = Medium("talk.mp3", title="The talk", transcript="Lunch is *too* short.")
    MOMENT = Annotation("LIT.ARG.1", "3", "A claim.", audio="talk.mp3", time=(12, 30))

    def test_a_picture_has_its_words_and_its_size(self) -> None:
        it = shown(media=(self.PICTURE,))
        assert (it.one("img")["alt"], it.one("img")["width"]) == ("A table of minutes", "1200")
        assert it.one("figure").one("details").words == "The picture in words Nine, ten, nine."

    def test_a_phone_may_take_a_smaller_picture(self) -> None:
        assert shown(media=(self.PICTURE,)).one("source")["srcset"] == "table-0.webp 480w, table-1.webp 1200w"

    def test_a_place_on_a_picture_and_its_note_lead_to_each_other(self) -> None:
        it = shown(media=(self.PICTURE,), annotations=(self.PLACE,))
        place = it.one("a", id="q1")
        assert (place["href"], place["aria-label"]) == ("#n1", "Note 1: Evidence")
        box = place.one("rect")
        assert (box["x"], box["y"], box["width"], box["height"]) == ("10%", "42.5%", "30%", "18%")
        assert it.one("div", "an", id="n1").one("a", "n")["href"] == "#q1"

    def test_a_picture_without_places_has_no_marks(self) -> None:
        assert not shown(media=(self.PICTURE,)).one("div", "pin").all("svg")

    def test_a_recording_can_be_heard_and_read(self) -> None:
        it = shown(media=(self.TALK,))
        assert it.one("audio")["src"] == "talk-0.mp3"
        assert it.one("audio")["preload"] == "none"
        assert "Lunch is too short." in it.words

    def test_a_film_can_be_seen(self) -> None:
        assert shown(media=(Medium("talk.mp4"),)).one("video")["src"] == "talk-0.mp4"

    def test_a_note_on_a_moment_leads_to_it(self) -> None:
        note = shown(media=(self.TALK,), annotations=(self.MOMENT,)).one("div", "an", id="n1")
        assert note.one("a", "n")["href"] == "talk-0.mp3#t=12,30"
        assert note.one("a", "n")["data-seek"] == "12"
        assert "Seconds 12 to 30" in note.words

    def test_notes_are_numbered_together_however_they_point(self) -> None:
        it = shown(body=BODY, media=(self.PICTURE, self.TALK), annotations=(self.PLACE, *QUOTES, self.MOMENT))
        assert sorted(note["id"] for note in it.all("div", "an")) == ["n1", "n2", "n3", "n4"]
        assert {it.one("", id=f"q{number}").tag for number in (1, 4)} == {"a"}


class TestReasons:
    """Why it is this level, and what would make it the next."""

    def test_why_and_what_next_are_told(self) -> None:
        it = shown(level="2", why="The claim stands.", not_yet_next="Say what it does not cover.")
        assert section(it, "why").words == "Why this is 2Developing The claim stands."
        assert section(it, "next").words == "What would make it 3Proficient Say what it does not cover."

    def test_nothing_comes_after_the_highest_level(self) -> None:
        it = shown(level="4", why="It takes on the strongest view.", not_yet_next="Nothing.")
        assert not it.all("section", aria_labelledby="next")

    def test_without_reasons_there_is_no_empty_card(self) -> None:
        it = shown()
        assert not it.all("section", aria_labelledby="why")
        assert not it.all("section", aria_labelledby="next")


class TestSkills:
    """Skill by skill."""

    def rows(self, **changes: Any) -> list[list[str]]:
        found = shown(**changes).all("table", "sk")
        return (
            [[cell.words for cell in row.all("th") + row.all("td")] for row in found[0].one("tbody").all("tr")]
            if found
            else []
        )

    def test_a_row_names_the_level_the_descriptor_and_the_notes(self) -> None:
        rows = self.rows(body=BODY, annotations=QUOTES, skills={"LIT.ARG.1": "3", "LIT.ARG.2": "2"})
        assert rows == [
            ["Claim", f"3Proficient {CLAIM['3'][0]}", "1"],
            ["Evidence", f"2Developing {CLAIM['2'][0]}", "2"],
        ]

    def test_a_skill_leads_to_its_cell(self) -> None:
        it = shown(skills={"LIT.ARG.2": "2"})
        assert it.one("table", "sk").links() == {"Evidence": "../../../literacy/lit-arg/#LIT.ARG.2-2"}

    def test_a_note_in_a_row_leads_to_the_note(self) -> None:
        it = shown(body=BODY, annotations=QUOTES, skills={"LIT.ARG.1": "3"})
        assert it.one("table", "sk").one("a", "n")["href"] == "#n1"

    def test_without_levels_of_their_own_skills_with_a_note_have_that_of_the_piece(self) -> None:
        assert [row[0] for row in self.rows(body=BODY, annotations=QUOTES[:1])] == ["Claim"]

    def test_a_skill_that_nobody_spoke_of_has_no_row(self) -> None:
        assert self.rows() == []


class TestNearby:
    """Other work for the same competency."""

    def test_the_next_level_comes_first_and_the_piece_itself_never(self) -> None:
        others = [
            exemplar(name, title=name, level=level) for name, level in (("a", "1"), ("b", "3"), ("c", "4"), ("d", "2"))
        ]
        it = section(shown(*others), "nearby")
        assert [card.one("a").words for card in it.all("article")] == ["c", "b", "d"]
        assert it.links()["All work for Argue from evidence"] == "../../../literacy/lit-arg/#work"

    def test_the_only_piece_has_none_beside_it(self) -> None:
        assert not shown().all("section", aria_labelledby="nearby")


class TestLanguages:
    """The work on a page in another language than that of the sources."""

    @staticmethod
    def told(work: Exemplar) -> Element:
        """The page in Spanish of work as a translation gives it."""
        whole = small_outline([competency()], [work], languages=("en", "es"))
        desk = desk_with(whole, [competency()], [work])
        desk = replace(desk, tree=Tree("es", "es/", whole), words=catalogue("es"))
        (plan,) = plans("exemplar", whole)
        return read(PAGES["exemplar"].render(plan, desk).article)

    @pytest.mark.parametrize(
        ("work", "language", "is_translation"),
        [
            (exemplar(body="Son nueve minutos."), "", True),
            (exemplar(body=SourceText("It is nine minutes.", "en")), "en", False),
            (exemplar(body=SourceText("C’est neuf minutes.", "fr"), language="fr"), "fr", False),
            (exemplar(body="Son nueve minutos.", language="es"), "", False),
            (exemplar(body=""), "", False),
        ],
        ids=["translated", "not translated", "in a third language", "in the language of the page", "without words"],
    )
    def test_it_says_in_which_language_it_is_and_whether_somebody_translated_it(
        self, work: Exemplar, language: str, is_translation: bool
    ) -> None:
        page = self.told(work)
        assert {it["lang"] for it in page.all("div", "voice")} <= {language}
        links = {it["href"]: it.words for it in page.all("a") if it["hreflang"]}
        original = {"../../../../exemplars/literacy/lunch/": "Read the work as the student made it, in inglés"}
        assert links == (original if is_translation else {})
