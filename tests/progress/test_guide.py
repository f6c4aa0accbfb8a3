"""What a page says of a skill whoever it is about."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from markupsafe import Markup

from site_builder.evidence.piece import Mark
from site_builder.model import Competency, Skill, SourceText
from site_builder.progress.guide import Guide
from site_builder.progress.standing import SkillStanding
from tests.progress.standings import ARGUE, HABIT, HABITS, NASTY, NASTY_IN_WORDS, RETELL, SITE, at, early, guide, piece
from tests.site.continua import CLAIM, area, competency, exemplar, learning
from tests.site.markup import Element, read


def with_skill(**changes: Any) -> Competency:
    """A competency whose one skill is so."""
    return competency(skills=(Skill(**{"id": "LIT.ARG.1", "title": "Claim", "levels": CLAIM} | changes),))


def row(it: SkillStanding, by: Guide | None = None, says: str = "", reason: str = "") -> Element:
    """The line of a skill with all that folds under it."""
    return read((by or guide()).row(it, says, reason, Markup("")))


def row_of(found: Competency, position: int, **changes: Any) -> Element:
    return row(at(position, found.skills[0]), guide((found,), **changes))


class TestLevels:
    """Which levels there are, and which comes next."""

    def test_the_next_level_is_the_next_that_is_described(self) -> None:
        found = with_skill(levels={"1": ("One.",), "4": ("Four.",)}, not_used=("2", "3"))
        it = guide((found,)).skills["LIT.ARG.1"]
        assert [it.next(place) for place in range(5)] == [1, 4, 4, 4, 0]

    def test_a_piece_is_at_the_place_of_its_level(self) -> None:
        by = guide((HABIT,), areas=(HABITS,))
        assert by.place(piece("alone", skill="AGE.GOA.1")) == 3
        assert by.place(piece("", skill="AGE.GOA.1")) == 0
        assert by.level(piece("alone", skill="AGE.GOA.1")).striptags() == "3Alone"

    def test_a_row_without_a_level_says_the_same_every_time(self) -> None:
        by = guide()
        missed, settled = (piece("", mark=it) for it in (Mark.MISSED, Mark.OVERRIDE))
        said = [by.level(it).striptags() for it in (missed, settled, missed)]
        assert said == ["–to be shown another time", "–settled by a teacher", "–to be shown another time"]

    def test_habits_are_told_apart(self) -> None:
        by = guide((ARGUE, HABIT), areas=(area(), HABITS))
        assert [it.is_habit for it in by.skills.values()] == [False, True]

    def test_the_levels_of_twelve_are_drawn_each_with_its_number(self) -> None:
        place = area(scale=learning(12, "9"))
        found = with_skill(levels={str(it): (f"I can do {it}.",) for it in range(1, 13)})
        it = row_of(found, 9, areas=(place,))
        assert len(it.one("span", "track").all("i")) == 12
        assert "10Step 10 I can do 10." in it.words

    def test_a_scale_of_one_level_has_nothing_beyond_it(self) -> None:
        place = area(scale=learning(1, "1"))
        found = with_skill(levels={"1": ("I have done it.",)})
        assert "Where it begins: 1Step 1 I have done it." in row_of(found, 0, areas=(place,)).words
        assert "This is the furthest level described here." in row_of(found, 1, areas=(place,)).words


class TestLabel:
    """The level in force, as a badge."""

    def test_a_level_has_its_number_its_name_and_its_shape(self) -> None:
        badge = row(at(2)).one("summary").one("span", "lv")
        assert badge.words == "2Developing"
        assert badge.classes == {"lv", "n4", "k2"}

    def test_without_evidence_the_badge_is_empty(self) -> None:
        badge = row(at(0)).one("summary").one("span", "lv none")
        assert badge.words == "–No evidence yet"

    def test_evidence_that_shows_no_level_yet_is_not_no_evidence(self) -> None:
        assert row(early(0)).one("summary").one("span", "lv none").words == "–No level yet"

    def test_early_evidence_has_an_edge_of_its_own(self) -> None:
        assert row(early(2)).one("summary").one("span", "lv").classes == {"lv", "n4", "k2", "early"}


class TestTrack:
    """The row of levels."""

    def cells(self, position: int) -> list[set[str]]:
        return [it.classes - {"n4", "k1", "k2", "k3", "k4"} for it in row(at(position)).one("span", "track").all("i")]

    def test_levels_up_to_the_one_in_force_are_filled(self) -> None:
        assert self.cells(2) == [{"on"}, {"on", "at"}, {"gl"}, set()]

    def test_beyond_the_goal_its_line_stays_where_it_is(self) -> None:
        assert self.cells(4) == [{"on"}, {"on"}, {"on", "gl"}, {"on", "at"}]

    def test_without_evidence_nothing_is_filled(self) -> None:
        assert self.cells(0) == [set(), set(), {"gl"}, set()]
        assert row(at(0)).one("span", "track none")

    def test_where_nobody_has_named_a_goal_there_is_no_line(self) -> None:
        track = row_of(ARGUE, 2, areas=(area(scale=learning(target="")),)).one("span", "track")
        assert track.all("i", "gl") == []

    def test_it_is_for_eyes_alone_since_words_beside_it_say_the_same(self) -> None:
        assert row(at(2)).one("span", "track")["aria-hidden"] == "true"


class TestWay:
    """From the level in force to the next."""

    def test_what_changes_in_the_words_is_marked(self) -> None:
        way = row(at(2))
        assert "The next step: 3Proficient I can state a precise claim" in way.words
        assert [it.words for it in way.all("ins")] == ["state a precise", "and say what it does not cover"]

    def test_where_nobody_has_looked_so_far_it_says_where_it_begins_and_no_more(self) -> None:
        found = with_skill(supports={"1": ("A *list* of doubts",)})
        way = row(at(0, found.skills[0]), guide((found,), exemplars=(exemplar(level="1"),)))
        assert way.words.endswith("Where it begins: 1Emerging With help, I can say what I think about a topic.")
        assert way.all("ins") == []

    def test_evidence_that_shows_no_level_yet_has_a_next_step(self) -> None:
        assert "The next step: 1Emerging With help" in row(early(0)).words

    def test_every_statement_of_a_level_has_a_line(self) -> None:
        assert len(row(at(3)).all("br")) == 2
        assert "I can take on the strongest opposing view. I can change my claim" in row(at(3)).words

    def test_at_the_last_level_new_settings_come_next(self) -> None:
        assert "new settings, and helping others on their way" in row(at(4)).words

    def test_what_helps_to_reach_it_is_told(self) -> None:
        found = with_skill(supports={"3": ("A *list* of doubts", "[Retell](lit-ret.yml)"), "4": ("Not this",)})
        it = row(at(2, found.skills[0]), guide((found, RETELL), site_url=SITE))
        assert "What helps: A list of doubts; Retell" in it.words
        assert "Not this" not in it.words
        assert it.links() == {"Retell": "https://riverbend.example/literacy/lit-ret/"}

    def test_work_at_the_next_level_is_named_and_led_to(self) -> None:
        it = row(at(2), guide(exemplars=(exemplar(),), site_url=SITE))
        assert "Work that shows it: Should lunch be longer?" in it.words
        assert it.links() == {"Should lunch be longer?": "https://riverbend.example/exemplars/literacy/lunch/"}

    def test_without_a_site_the_work_is_named_alone(self) -> None:
        it = row(at(2), guide(exemplars=(exemplar(),)))
        assert "Work that shows it: Should lunch be longer?" in it.words
        assert it.links() == {}

    def test_work_that_shows_this_very_skill_comes_before_other_work(self) -> None:
        works = (exemplar("a", title="All of it"), exemplar("b", title="The claim", skills={"LIT.ARG.1": "3"}))
        assert "Work that shows it: The claim" in row(at(2), guide(exemplars=works)).words

    def test_work_at_another_level_is_not(self) -> None:
        assert "Work that shows it" not in row(at(3), guide(exemplars=(exemplar(),))).words


class TestNotDescribedYet:
    """A skill of which nobody has said yet what each level looks like."""

    BARE = with_skill(levels={}, statement="I can *make* a claim.")

    def test_the_next_level_says_what_it_means_in_general(self) -> None:
        way = row_of(self.BARE, 2)
        assert way.words.endswith("The next step: 3Proficient This is what Proficient means.")
        assert way.all("ins") == []

    def test_it_begins_at_the_first_level(self) -> None:
        assert "Where it begins: 1Emerging This is what Emerging means." in row_of(self.BARE, 0).words

    def test_a_level_that_is_left_out_is_passed_over(self) -> None:
        found = with_skill(levels={}, not_used=("3",))
        assert [guide((found,)).skills["LIT.ARG.1"].next(place) for place in range(5)] == [1, 2, 4, 4, 0]

    def test_a_level_without_a_meaning_is_named_alone(self) -> None:
        bare = replace(HABIT, skills=(Skill("AGE.GOA.1", "Plan", {}),))
        it = row(at(1, bare.skills[0]), guide((bare,), areas=(HABITS,)))
        assert it.words.endswith("The next step: 2Reminded")
        assert it.all("br") == []

    def test_beyond_the_last_level_nothing_is_called_described(self) -> None:
        assert "This is the furthest level here. What comes next: new settings" in row_of(self.BARE, 4).words

    def test_what_the_skill_is_stands_with_it(self) -> None:
        assert "I can make a claim." in [it.words for it in row_of(self.BARE, 2).all("p", "soft")]
        assert row_of(with_skill(statement="Claim"), 2).all("p", "soft") == []

    def test_its_page_is_not_promised_to_have_all_levels_in_words(self) -> None:
        folds = [read(guide((it,), site_url=SITE).fold(it, "", "", "", "")).links() for it in (self.BARE, with_skill())]
        named = [[words.partition(":")[0] for words in it] for it in folds]
        assert named == [["Its page on the site"], ["All levels in words"]]


class TestRow:
    """What is one student's own in it."""

    def test_the_words_of_one_student_do_not_stay_for_the_next(self) -> None:
        by = guide()
        first, second = (
            row(at(2), by, says="since May", reason="Reed decided"),
            row(at(2), by, says="since June"),
        )
        assert "since May" in first.words
        assert "Reed decided" in first.words
        assert "since June" in second.words
        assert "since May" not in second.words
        assert "Reed" not in second.words

    def test_what_is_drawn_once_tells_states_apart(self) -> None:
        by = guide()
        badges = [row(it, by).one("summary").one("span", "lv") for it in (at(2), early(2), at(0), early(0))]
        assert [it.words for it in badges] == ["2Developing", "2Developing", "–No evidence yet", "–No level yet"]
        assert ["early" in it.classes for it in badges] == [False, True, False, False]

    def test_a_teachers_reason_is_text(self) -> None:
        it = row(at(2), reason=NASTY)
        assert NASTY_IN_WORDS.split() == [word for word in it.words.split() if word in NASTY_IN_WORDS.split()]
        assert not it.all("script") + it.all("img")

    def test_a_title_of_the_school_is_text(self) -> None:
        it = row_of(with_skill(title="<b>Claim</b> & *more*"), 2)
        assert it.one("strong").words == "<b>Claim</b> & more"


class TestLanguages:
    """Texts of the continuum that are still in the sources' language say so wherever they stand."""

    def told(self, text: str) -> SourceText:
        return SourceText(text, "en")

    def test_a_level_that_nobody_has_translated_says_so(self) -> None:
        levels = tuple(replace(it, name=self.told(it.name)) for it in learning().levels)
        by = guide((ARGUE,), areas=(area(scale=replace(learning(), levels=levels)),), language="es")
        assert row(at(2), by).all(css="lv")[0].one("span", "src")["lang"] == "en"
        name = '<span class="src" lang="en" dir="ltr">Proficient</span>'
        assert by.level(piece("3")) == f'<span class="lv n4 k3"><b>3</b>{name}</span>'

    def test_words_are_compared_within_one_language_alone(self) -> None:
        levels = {
            "1": ("Puedo decir lo que pienso.",),
            "2": (self.told("I can say what I think."),),
            "3": (self.told("I can say what I think, and why."),),
        }
        across, within = (row_of(with_skill(levels=levels), it) for it in (1, 2))
        assert across.all("ins") == []
        assert across.one("span", "src").words == "I can say what I think."
        assert [it.words for it in within.one("span", "src").all("ins")] == ["and why"]

    def test_statements_of_one_level_may_be_in_two_languages(self) -> None:
        levels = {"1": ("Puedo decir.",), "2": ("Puedo decir más.", self.told("I can say why."))}
        it = row_of(with_skill(levels=levels), 1)
        assert "Puedo decir más. I can say why." in it.words
        assert it.one("span", "src").words == "I can say why."

    def test_titles_and_supports_say_so_too(self) -> None:
        found = with_skill(title=self.told("Claim"), supports={"3": (self.told("A *frame*"), "Un marco")})
        it = row_of(found, 2, language="es")
        assert [(one.words, one["lang"]) for one in it.all("span", "src")] == [("Claim", "en"), ("A frame", "en")]
        assert "What helps: A frame; Un marco" in it.words
