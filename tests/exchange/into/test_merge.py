"""What has come in and what a school has become one: by id, and nothing is lost on the way."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from site_builder.exchange.fields import FIELDS, NEEDED, carried
from site_builder.exchange.format import Taken
from site_builder.exchange.framework import Framework
from site_builder.exchange.into.merge import Merged, begun, merged
from site_builder.identifiers import competency_identifier, skill_identifier
from site_builder.model import Evidence, Kind, Level, Pathway, Requirement, Retired, Scale, Skill, Standard, Term
from tests.exchange.frameworks import seeded
from tests.exchange.schools import LEARNING, LITERACY, competency, framework, school_at, skill
from tests.project import Project

LEARN_DAY = date(2026, 8, 1)
HABITS = Scale("habits", (Level("together", "Together", "", 1, False), Level("self", "On my own", "", 2, True)))
ART = replace(LITERACY, id="ART", slug="art", title="Art", source="continuum/art/area.yml")


@pytest.fixture
def school(project: Project) -> Framework:
    """The small school: LIT with LIT.ARG and LIT.RET, AGE with a habit, four pieces of work."""
    return school_at(project.root)


def merge(school: Framework, coming: Framework, carries: frozenset[str] = FIELDS) -> Merged:
    return merged(Taken(coming, carries=carries), school)


def words(it: Merged, about: str) -> list[str]:
    return [remark.words for remark in it.remarks if remark.about == about]


def kinds(it: Merged) -> list[str]:
    return [aside.kind for aside in it.aside]


class TestBegun:
    """A school that begins with what came in."""

    def test_it_gets_the_identifier_that_is_given_to_it(self) -> None:
        assert begun(framework(competency("A")), seeded(7)).framework.settings.identifier == seeded(7)

    def test_it_keeps_the_identifier_that_came_with_it(self) -> None:
        made = begun(framework(competency("A"), identifier=seeded(3)), seeded(7))
        assert made.framework.settings.identifier == seeded(3)

    def test_settings_name_all_areas_and_scales(self) -> None:
        coming = framework(competency("A"))
        bare = replace(coming, settings=replace(coming.settings, areas=(), scales={}))
        made = begun(bare, seeded(1)).framework.settings
        assert (made.areas, made.scales) == (("literacy",), {"learning": LEARNING})

    def test_competencies_stand_in_the_order_in_which_they_are_read(self) -> None:
        made = begun(framework(competency("B"), competency("A")), seeded(1)).framework
        assert [it.id for it in made.competencies] == ["A", "B"]

    def test_identifiers_that_are_made_of_ids_are_not_written_down(self) -> None:
        whole = seeded(3)
        it = competency("A", skill("A.1"), skill("A.2", identifier=seeded(9)))
        one = replace(it.skills[0], identifier=skill_identifier(whole, it.skills[0]))
        it = replace(it, skills=(one, it.skills[1]), identifier=competency_identifier(whole, it))
        [made] = begun(framework(it, identifier=whole), "").framework.competencies
        assert (made.identifier, [it.identifier for it in made.skills]) == ("", ["", seeded(9)])

    def test_a_competency_that_is_its_own_skill_says_everything_once(self) -> None:
        own = Skill("A", "Another title", {}, statement="I can do it.", evidence=Evidence(2))
        [made] = begun(framework(competency("A", own)), "").framework.competencies
        assert made.evidence == Evidence(2)
        assert made.skills == (Skill("A", "About A", {}, evidence=Evidence(2)),)


class TestFitting:
    """Only what leads somewhere is written; the rest is kept aside."""

    def test_levels_that_the_scale_has_not_are_set_aside(self) -> None:
        odd = skill("A.1", levels={"2": ("I can.",), "9": ("I fly.",)}, supports={"8": ("Wings.",)}, not_used=("7",))
        made = begun(framework(competency("A", odd, target="9", evidence=Evidence(1, 1, (("9", Evidence(3)),)))), "")
        [it] = made.framework.competencies
        assert (it.target, it.evidence) == ("", Evidence(1, 1))
        assert (it.skills[0].levels, it.skills[0].supports, it.skills[0].not_used) == ({"2": ("I can.",)}, {}, ("1",))
        assert sorted(kinds(made)) == [
            "descriptors of other levels",
            "evidence that is asked for at other levels",
            "goals",
            "supports of other levels",
        ]
        assert [it.content for it in made.aside if it.kind == "descriptors of other levels"] == [["I fly."]]

    def test_a_level_without_words_is_one_that_a_skill_does_not_use(self) -> None:
        made = begun(framework(competency("A", skill("A.1", levels={"2": ("I can.",)}))), "")
        assert made.framework.competencies[0].skills[0].not_used == ("1",)
        assert words(made, "A.1") == ["has no words for level 1; it is written as a level that it does not use"]

    def test_a_skill_without_any_words_is_left_to_be_described(self) -> None:
        made = begun(framework(competency("A", skill("A.1", levels={}))), "")
        assert (made.framework.competencies[0].skills[0].not_used, made.remarks) == ((), ())

    def test_levels_stand_in_the_order_of_growth(self) -> None:
        made = begun(framework(competency("A", skill("A.1", levels={"2": ("b",), "1": ("a",)}))), "")
        assert list(made.framework.competencies[0].skills[0].levels) == ["1", "2"]

    def test_what_builds_on_nothing_or_on_itself_says_so_no_more(self) -> None:
        a = competency("A", prerequisites=("B", "Z"))
        b = competency("B", prerequisites=("C",), retired=Retired(LEARN_DAY, "Z"))
        c = competency("C", prerequisites=("A", "C"))
        made = begun(framework(a, b, c), "")
        assert [it.prerequisites for it in made.framework.competencies] == [("B",), ("C",), ()]
        assert made.framework.competencies[1].retired == Retired(LEARN_DAY)
        assert [(it.name, it.content) for it in made.aside] == [("A", ["Z"]), ("B", "Z"), ("C", ["A", "C"])]

    def test_a_standard_at_no_web_address_keeps_its_name(self) -> None:
        made = begun(framework(competency("A", standards=(Standard("W.1", "Core", "javascript:alert(1)"),))), "")
        assert made.framework.competencies[0].standards == (Standard("W.1", "Core"),)
        assert made.aside[0].content == ["javascript:alert(1)"]


class TestTexts:
    """What the files say and what the school says."""

    def test_nothing_comes_of_what_is_there_already(self, school: Framework) -> None:
        assert merge(school, school).framework == school

    def test_what_files_carry_takes_the_place_of_what_was_there(self, school: Framework) -> None:
        new = replace(school.by_id["LIT.ARG"], title="Argue", why="", was=())
        made = merge(school, replace(school, competencies=(new,))).framework.by_id["LIT.ARG"]
        assert (made.title, made.why, made.was) == ("Argue", "", ("argue-with-evidence",))

    def test_what_files_cannot_say_stays(self, school: Framework) -> None:
        new = replace(school.by_id["LIT.ARG"], title="Argue", why="", evidence=None)
        new = replace(new, skills=(replace(new.skills[0], title="Claims", at_home="", supports={}), new.skills[1]))
        coming = replace(school, competencies=(new,))
        made = merge(school, coming, NEEDED | {"competency.evidence"}).framework.by_id["LIT.ARG"]
        old = school.by_id["LIT.ARG"]
        assert (made.title, made.why, made.evidence) == ("Argue", old.why, None)
        assert made.skills == (replace(old.skills[0], title="Claims"), old.skills[1])

    def test_what_files_do_not_name_stays_and_is_told_of_their_own_framework_only(self, school: Framework) -> None:
        ours = replace(school, competencies=(school.by_id["LIT.ARG"],))
        made = merge(school, ours)
        assert set(made.framework.by_id) == set(school.by_id)
        assert words(made, "LIT.RET") == ["is not in the files; it stays, and can be retired by hand"]
        theirs = replace(ours, settings=replace(ours.settings, identifier=seeded(4)))
        assert words(merge(school, theirs), "LIT.RET") == []

    def test_another_framework_does_not_rename_the_school(self, school: Framework) -> None:
        made = merge(school, framework(competency("ART.A", area=ART), areas=(ART,), identifier=seeded(2)))
        assert made.framework.settings.title == "Small School"
        assert words(made, "Theirs") == ["is what the files call the whole; the school keeps its own name"]

    def test_its_own_framework_does(self, school: Framework) -> None:
        coming = replace(school, settings=replace(school.settings, title="Our School", identifier=""))
        made = merge(school, coming).framework.settings
        assert made == replace(school.settings, title="Our School")

    def test_an_identifier_that_a_school_has_written_down_stays_so(self, school: Framework) -> None:
        it = school.by_id["LIT.ARG"]
        written = replace(it, identifier=competency_identifier(school.identifier, it))
        there = replace(school, competencies=(written,))
        assert merge(there, there).framework == there

    def test_an_identifier_is_taken_where_there_was_none_and_never_replaced(self, school: Framework) -> None:
        new = replace(school.by_id["LIT.ARG"], identifier=seeded(5))
        once = merge(school, replace(school, competencies=(new,))).framework
        assert once.by_id["LIT.ARG"].identifier == seeded(5)
        twice = merge(once, replace(school, competencies=(replace(new, identifier=seeded(6)),))).framework
        assert twice.by_id["LIT.ARG"].identifier == seeded(5)


class TestSkills:
    """Skills of a competency that the files name."""

    def coming(self, school: Framework, *skills: Skill) -> Framework:
        return replace(school, competencies=(replace(school.by_id["LIT.ARG"], skills=skills),))

    def test_one_that_is_left_out_goes_and_is_kept_aside(self, school: Framework) -> None:
        bare = replace(school, exemplars=())
        made = merge(bare, self.coming(school, school.by_id["LIT.ARG"].skills[0]))
        assert [it.id for it in made.framework.by_id["LIT.ARG"].skills] == ["LIT.ARG.1"]
        assert words(made, "LIT.ARG.2") == ["is not in the files, so it is no skill of LIT.ARG any more"]
        [aside] = made.aside
        assert isinstance(aside.content, dict)
        assert (aside.kind, aside.name, aside.content["title"]) == ("skills that were there", "LIT.ARG.2", "Evidence")

    def test_one_that_student_work_speaks_of_stays(self, school: Framework) -> None:
        shown = {id for work in school.exemplars for id in work.skills}
        assert shown & {"LIT.ARG.1", "LIT.ARG.2"}
        made = merge(school, self.coming(school, skill("LIT.ARG.3")))
        assert {it.id for it in made.framework.by_id["LIT.ARG"].skills} >= shown & {"LIT.ARG.1", "LIT.ARG.2"}

    def test_a_new_one_comes_where_it_stands_in_the_files(self, school: Framework) -> None:
        one, two = school.by_id["LIT.ARG"].skills
        made = merge(school, self.coming(school, one, skill("LIT.ARG.3"), two))
        assert [it.id for it in made.framework.by_id["LIT.ARG"].skills] == ["LIT.ARG.1", "LIT.ARG.3", "LIT.ARG.2"]

    def test_descriptors_stay_where_the_files_have_none(self, school: Framework) -> None:
        one, two = school.by_id["LIT.ARG"].skills
        made = merge(school, self.coming(school, replace(one, levels={}, title="It"), two))
        assert made.framework.by_id["LIT.ARG"].skills[0] == replace(one, title="It")
        assert words(made, "LIT.ARG.1") == ["has no descriptors in the files; the school's own stay"]

    def test_they_all_stay_where_the_files_know_the_competency_alone(self, school: Framework) -> None:
        own = Skill("LIT.ARG", "Argue", {})
        assert merge(school, self.coming(school, own)).framework == school
        described = replace(own, levels={"1": ("I can.",), "2": ("I do.",)})
        assert merge(school, self.coming(school, described), FIELDS - {"skill.id"}).framework == school

    def test_one_that_another_competency_has_now_keeps_what_it_said(self, school: Framework) -> None:
        bare = replace(school, exemplars=())
        new = competency("LIT.NEW", Skill("LIT.ARG.1", "Claim", {}), area=school.areas[0])
        coming = replace(school, competencies=(new,))
        made = merge(bare, coming, NEEDED).framework
        assert made.by_id["LIT.NEW"].skills == (school.by_id["LIT.ARG"].skills[0],)
        assert [it.id for it in made.by_id["LIT.ARG"].skills] == ["LIT.ARG.2"]

    def test_a_competency_that_gave_its_only_skill_away_is_to_be_described(self, school: Framework) -> None:
        one, _ = school.by_id["LIT.ARG"].skills
        lone = replace(school, competencies=(replace(school.by_id["LIT.ARG"], skills=(one,)),), exemplars=())
        made = merge(lone, replace(school, competencies=(competency("LIT.NEW", one, area=school.areas[0]),)))
        assert [it.id for it in made.framework.by_id["LIT.ARG"].skills] == ["LIT.ARG"]


class TestPlaces:
    """Areas, files and names of files."""

    def test_a_new_area_stands_behind_the_one_that_it_follows(self, school: Framework) -> None:
        coming = framework(competency("ART.A", area=ART), areas=(school.areas[0], ART))
        made = merge(school, coming).framework
        assert made.settings.areas == ("literacy", "art", "agency")
        assert [it.slug for it in made.areas] == ["literacy", "art", "agency"]
        assert made.by_id["ART.A"].source == "continuum/art/art-a.yml"

    def test_a_name_that_is_taken_or_was_is_not_given_again(self, school: Framework) -> None:
        area = replace(ART, slug="agency")
        first = competency("LIT.X", slug="argue", area=school.areas[0])
        second = competency("LIT.Y", slug="argue-with-evidence", area=school.areas[0])
        made = merge(school, framework(first, second, areas=(school.areas[0], area))).framework
        assert made.by_id["LIT.X"].source == "continuum/literacy/argue-2.yml"
        assert made.by_id["LIT.Y"].source == "continuum/literacy/argue-with-evidence-2.yml"
        assert made.settings.areas == ("literacy", "agency-2", "agency")

    def test_a_competency_moves_with_its_file_when_its_area_is_another(self, school: Framework) -> None:
        bare = replace(school, exemplars=())
        new = replace(bare.by_id["LIT.ARG"], area="art")
        made = merge(bare, framework(new, areas=(ART,), identifier=school.identifier))
        it = made.framework.by_id["LIT.ARG"]
        assert (it.area, it.source) == ("art", "continuum/art/argue.yml")
        assert it.was == ("argue-with-evidence", "literacy/argue")
        assert made.was_at == {"continuum/art/argue.yml": "continuum/literacy/argue.yml"}
        assert words(made, "LIT.ARG") == ["has moved from “literacy” to “art”"]

    def test_one_that_student_work_lies_beside_stays(self, school: Framework) -> None:
        made = merge(school, framework(replace(school.by_id["LIT.ARG"], area="art"), areas=(ART,)))
        assert made.framework.by_id["LIT.ARG"].area == "literacy"
        assert "student work lies beside it" in words(made, "LIT.ARG")[0]

    def test_an_area_that_the_importer_made_up_moves_nothing(self, school: Framework) -> None:
        bare = replace(school, exemplars=())
        coming = framework(replace(bare.by_id["LIT.ARG"], area="art"), areas=(ART,))
        made = merge(bare, coming, FIELDS - {"area.id"}).framework
        assert made.settings.areas == school.settings.areas
        assert made.by_id["LIT.ARG"].area == "literacy"

    def test_an_area_is_known_by_its_identifier_too(self, school: Framework) -> None:
        known = replace(school, areas=(replace(school.areas[0], identifier=seeded(8)), school.areas[1]))
        coming = framework(competency("ART.A", area=ART), areas=(replace(ART, identifier=seeded(8)),))
        made = merge(known, coming, FIELDS - {"area.title"}).framework
        assert made.by_id["ART.A"].area == "literacy"
        assert [(it.id, it.title) for it in made.areas] == [("LIT", "Literacy"), ("AGE", school.areas[1].title)]

    def test_a_habit_has_the_colours_of_habits(self, school: Framework) -> None:
        area = replace(school.areas[0], kind=Kind.LIFELONG)
        coming = framework(competency("LIT.X", area=area), areas=(area,))
        assert merge(school, coming).framework.areas[0].scale.is_habit

    def test_pathways_come_by_id(self, school: Framework) -> None:
        old = school.pathways[0]
        asked = (Requirement("LIT.ARG", "2"),)
        new = Pathway("PTH.NEW", old.slug, "New", "About it.", asked, "continuum/pathways/x.yml")
        coming = replace(school, pathways=(replace(old, title="Renamed", slug="other", source="o.yml"), new))
        made = {it.id: it for it in merge(school, coming).framework.pathways}
        assert (made[old.id].title, made[old.id].source) == ("Renamed", old.source)
        assert made["PTH.NEW"].source == f"continuum/pathways/{old.slug}-2.yml"
        assert merge(school, coming, FIELDS - {"pathways"}).framework.pathways == school.pathways

    def test_words_of_the_glossary_come_by_id_or_by_the_word_itself(self, school: Framework) -> None:
        mine = (Term("claim", "claim", "What I say is so.", ("claims",)), Term("proof", "proof", "What shows it."))
        school = replace(school, glossary=mine)
        words = (
            Term("claim", "claim", "New."),
            Term("t-2", "Proof", "Shows it.", ("proofs",)),
            Term("x", "x", "An x."),
        )
        made = merge(school, replace(school, glossary=words)).framework.glossary
        assert made == (
            Term("claim", "claim", "New.", ("claims",)),
            Term("proof", "Proof", "Shows it.", ("proofs",)),
            Term("x", "x", "An x."),
        )
        assert merge(school, replace(school, glossary=words), FIELDS - {"glossary"}).framework.glossary == mine


class TestScales:
    """Levels stay those of the school."""

    def renamed(self, school: Framework, scale: Scale) -> Framework:
        areas = tuple(replace(it, scale=scale) if it.scale.id == scale.id else it for it in school.areas)
        known = {**school.settings.scales, scale.id: scale}
        return replace(school, areas=areas, settings=replace(school.settings, scales=known))

    def test_evidence_of_a_skill_at_levels_that_are_not_there_is_set_aside(self, school: Framework) -> None:
        asked = Evidence(1, 1, (("9", Evidence(3)), ("2", Evidence(2))))
        it = competency("LIT.X", skill("LIT.X.1", evidence=asked), area=school.areas[0])
        made = merge(school, framework(it, areas=school.areas[:1]))
        assert made.framework.by_id["LIT.X"].skills[0].evidence == Evidence(1, 1, (("2", Evidence(2)),))
        assert [(it.name, it.content) for it in made.aside] == [("LIT.X.1", {"9": {"pieces": 3, "kinds": 1}})]

    def test_files_of_the_school_may_rename_levels(self, school: Framework) -> None:
        first, second = school.settings.scales["learning"].levels
        scale = Scale("learning", (replace(first, name="Beginning", means="New"), second))
        made = merge(school, self.renamed(school, scale), FIELDS - {"level.means"}).framework
        assert made.settings.scales["learning"].levels == (replace(first, name="Beginning"), second)
        assert made.areas[0].scale == made.settings.scales["learning"]

    def test_levels_with_other_ids_are_another_scale_for_new_areas_alone(self, school: Framework) -> None:
        scale = Scale("learning", tuple(Level(str(n), f"Level {n}", "", n, n == 3) for n in range(1, 5)))
        area = replace(ART, scale=scale)
        old = replace(school.areas[0], scale=scale)
        it = competency("LIT.X", skill("LIT.X.1", levels={"1": ("a",), "2": ("b",), "4": ("d",)}), area=old)
        made = merge(school, framework(it, competency("ART.A", area=area), areas=(old, area)))
        scales = made.framework.settings.scales
        assert list(scales) == ["learning", "habits", "learning-2"]
        assert scales["learning"] == school.settings.scales["learning"]
        assert [it.scale.id for it in made.framework.areas] == ["learning", "learning-2", "habits"]
        assert [it.content for it in made.aside] == [["d"]]

    def test_a_scale_that_nothing_new_uses_is_not_added(self, school: Framework) -> None:
        scale = replace(HABITS, id="other")
        old = replace(school.areas[0], scale=scale)
        made = merge(school, framework(competency("LIT.X", area=old), areas=(old,)))
        assert made.framework.settings.scales == school.settings.scales

    def test_the_same_levels_under_another_name_are_the_schools_own(self, school: Framework) -> None:
        scale = replace(school.settings.scales["learning"], id="theirs")
        area = replace(ART, scale=scale)
        made = merge(school, framework(competency("ART.A", area=area), areas=(area,))).framework
        assert made.by_slug["art"].scale == school.settings.scales["learning"]

    def test_files_without_levels_use_those_of_the_school(self, school: Framework) -> None:
        area = replace(ART, scale=Scale("made-up", (Level("x", "X", "", 1, True),)))
        coming = framework(competency("ART.A", area=area), areas=(area,))
        carries = carried("area", "competency", "skill")
        made = merge(school, coming, carries - {"skill.levels"}).framework
        assert made.by_slug["art"].scale == school.settings.scales["learning"]
        assert merge(school, coming, carries).framework.by_slug["art"].scale == area.scale
