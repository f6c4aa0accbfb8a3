"""OpenSALT's items become a tree of any depth, and what stands beside it has a place or is kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from site_builder.exchange.sheets.opensalt.layout import LAYOUT
from site_builder.problems import Severity
from site_builder.tables.held import HeldTable
from tests.exchange.sheets.opensalt.salted import (
    FEW,
    HEADER,
    associations,
    contents,
    framework_in,
    items,
    read,
    uuid,
)


class TestHierarchy:
    """Places, associations, and what is wrong with some."""

    def test_any_number_of_levels_comes_in(self) -> None:
        rows = [(uuid(n), f"Item {n}", f"C{n}", ".".join(["1"] * n)) for n in range(1, 40)]
        taken = read(items(*reversed(rows)))
        assert taken.framework is not None and taken.problems == ()
        [only] = taken.framework.competencies
        assert (only.id, [it.id for it in only.skills]) == ("C38", ["C39"])
        assert [it.name for it in taken.aside if it.kind == "groups"] == [f"C{n}" for n in range(2, 38)]

    def test_without_places_the_associations_say_what_is_below_what(self) -> None:
        rows = items((uuid(3), "A skill", "S"), (uuid(1), "An area", "A"), (uuid(2), "A competency", "C"))
        below = associations((uuid(3), "Is Child Of", uuid(2)), (uuid(2), "isChildOf", uuid(1)))
        framework = framework_in(rows, below)
        assert [it.id for it in framework.areas] == ["A"]
        assert [(it.id, [one.id for one in it.skills]) for it in framework.competencies] == [("C", ["S"])]

    def test_an_association_that_says_another_place_than_smart_level_is_kept(self) -> None:
        rows = items((uuid(1), "One", "A", "1"), (uuid(2), "Two", "C", "1.1"), (uuid(3), "Three", "S", "1.1.1"))
        taken = read(rows, associations((uuid(3), "Is Child Of", uuid(1)), (uuid(2), "Is Child Of", uuid(1))))
        kept = contents(taken.aside, "associations")["Is Child Of"]
        assert [it["originnodeidentifier"] for it in kept] == [uuid(3)]

    def test_ten_comes_after_nine(self) -> None:
        rows = [("", "Area", "A", "1"), ("", "Competency", "C", "1.1")]
        rows += [("", f"Skill {n}", f"S{n}", f"1.1.{n}") for n in (10, 9, 1, 2)]
        [only] = framework_in(items(*rows)).competencies
        assert [it.id for it in only.skills] == ["S1", "S2", "S9", "S10"]

    def test_an_item_without_one_above_it_is_told_and_stands_below_the_next(self) -> None:
        taken = read(items(("", "Area", "A", "1"), ("", "Competency", "C", "1.1"), ("", "Skill", "S", "1.1.7.1")))
        [problem] = taken.problems
        assert (problem.code, problem.severity) == ("import-odd", Severity.WARNING)
        assert problem.message == "row 4: there is no item 1.1.7 above its smartLevel 1.1.7.1"
        assert problem.hint == "it stands below 1.1 instead"
        assert taken.framework is not None and "S" in taken.framework.skills

    def test_numbers_that_are_left_out_are_told(self) -> None:
        taken = read(items(("", "Area", "A", "1"), ("", "One", "C", "1.1"), ("", "Three", "D", "1.3")))
        assert any("from 1.1 to 1.3" in it.words for it in taken.remarks)

    @pytest.mark.parametrize(
        ("rows", "message"),
        [
            ([("", "One", "A", "1.1"), ("", "Two", "B", "1.1")], "row 3: its smartLevel 1.1 stands in row 2, too"),
            ([(uuid(1), "One", "A"), (uuid(1), "Two")], f"row 3: its identifier {uuid(1)} stands in row 2, too"),
            ([("", "One", "A", "1.x")], "row 2: its smartLevel is “1.x”"),
            ([("", "One", "A", "1." * 5000 + "1")], f"row 2: its smartLevel is “{'1.' * 20}”"),
            ([("", "", "A", "1")], "row 2: it has no fullStatement"),
        ],
    )
    def test_items_that_make_no_tree_are_refused(self, rows: Sequence[Sequence[str]], message: str) -> None:
        taken = read(items(*rows))
        assert taken.framework is None
        assert [(it.code, it.message) for it in taken.problems] == [("import-odd", message)]

    def test_items_below_themselves_are_refused_once(self) -> None:
        rows = items(*((uuid(n), f"Item {n}", f"I{n}") for n in (1, 2, 3)))
        circle = associations(*((uuid(n), "Is Child Of", uuid(n % 3 + 1)) for n in (1, 2, 3)))
        taken = read(rows, circle)
        assert taken.framework is None
        assert [it.message for it in taken.problems] == ["row 2: by “Is Child Of” it stands below itself"]

    def test_a_table_without_items_is_refused(self) -> None:
        taken = read(items())
        assert taken.framework is None and [it.code for it in taken.problems] == ["import-unreadable"]

    def test_many_odd_rows_are_counted(self) -> None:
        taken = read(items(*(("", "Same", "", "1") for _ in range(200))))
        assert len(taken.problems) == 21
        assert taken.problems[-1].message == "there are 179 more rows like these"


class TestMeaning:
    """What items, columns and associations become."""

    def test_types_that_we_write_say_what_an_item_is(self) -> None:
        framework = framework_in(items(("", "Alone", "A", "1", "Area"), ("", "Loose", "C", "2", "Competency")))
        assert [it.id for it in framework.areas][:1] == ["A"]
        assert [it.id for it in framework.competencies] == ["C"]

    def test_a_skill_with_items_below_it_loses_none(self) -> None:
        rows = [("", "A", "A", "1", "Area"), ("", "C", "C", "1.1", "Competency"), ("", "S", "S", "1.1.1", "Skill")]
        framework = framework_in(items(*rows, ("", "Deep", "D", "1.1.1.1", "Skill")))
        assert {"C", "S", "D"} <= {*framework.by_id, *framework.skills}

    def test_what_comes_before_a_competency_is_a_prerequisite(self) -> None:
        framework = framework_in(items(*FEW), associations((uuid(2), "Precedes", uuid(3))))
        assert framework.by_id["C2"].prerequisites == ("C1",)

    def test_between_skills_nothing_comes_before(self) -> None:
        taken = read(items(*FEW), associations((uuid(2), "Precedes", uuid(4))))
        assert taken.framework is not None and taken.framework.by_id["C2"].prerequisites == ()
        assert len(contents(taken.aside, "associations")["Precedes"]) == 1

    def test_a_replaced_competency_is_retired_since_its_item_ended(self) -> None:
        header = (*HEADER, "statusEndDate")
        rows = [(*row, *[""] * (7 - len(row)), "2024-06-30" if row[2] == "C1" else "") for row in FEW]
        framework = framework_in(items(*rows, header=header), associations((uuid(2), "Replaced By", uuid(3))))
        retired = framework.by_id["C1"].retired
        assert retired is not None and (retired.on, retired.replaced_by) == (date(2024, 6, 30), "C2")

    def test_without_an_end_the_last_change_is_taken_and_told(self) -> None:
        header = (*HEADER, "lastChangeDateTime")
        rows = [(*row, *[""] * (7 - len(row)), "2017-08-23 23:48:01") for row in FEW]
        taken = read(items(*rows, header=header), associations((uuid(2), "Replaced By", uuid(3))))
        assert taken.framework is not None
        retired = taken.framework.by_id["C1"].retired
        assert retired is not None and retired.on == date(2017, 8, 23)
        assert any("last changed" in it.words for it in taken.remarks)

    def test_without_any_day_a_replacement_is_kept_aside(self) -> None:
        taken = read(items(*FEW), associations((uuid(2), "Replaced By", uuid(3))))
        assert taken.framework is not None and taken.framework.by_id["C1"].retired is None
        assert [it.why for it in taken.aside if it.kind == "associations"] == ["nothing says since when"]

    def test_of_two_that_take_its_place_the_second_is_kept_aside(self) -> None:
        header = (*HEADER, "lastChangeDateTime")
        rows = [*FEW, (uuid(5), "Third", "C3", "1.3", "Competency")]
        filled = [(*row, *[""] * (7 - len(row)), "2017-08-23 23:48:01") for row in rows]
        by = associations((uuid(2), "Replaced By", uuid(3)), (uuid(2), "Replaced By", uuid(5)))
        taken = read(items(*filled, header=header), by)
        assert [it.why for it in taken.aside if it.kind == "associations"] == [
            "something else has taken its place already"
        ]

    def test_a_day_that_is_none_retires_nothing_and_is_kept(self) -> None:
        header = (*HEADER, "statusEndDate")
        rows = [(*row, *[""] * (7 - len(row)), "30/06/2024, noon") for row in FEW[:2]]
        taken = read(items(*rows, header=header))
        assert taken.framework is not None and taken.framework.by_id["C1"].retired is None
        assert contents(taken.aside, "columns of items")["statusEndDate"] == dict.fromkeys("23", "30/06/2024, noon")

    def test_the_same_relation_twice_is_one(self) -> None:
        twice = associations((uuid(2), "Precedes", uuid(3)), (uuid(2), "Precedes", uuid(3)))
        assert framework_in(items(*FEW), twice).by_id["C2"].prerequisites == ("C1",)

    def test_a_relation_between_items_that_a_continuum_does_not_know_is_kept(self) -> None:
        taken = read(items(*FEW), associations((uuid(2), "Is Peer Of", uuid(3))))
        assert [it.why for it in taken.aside if it.kind == "associations"] == [
            "a continuum has no relation of this kind"
        ]

    def test_a_document_that_says_nothing_else_leaves_nothing(self) -> None:
        document = HeldTable("doc.csv", ("creator", "title"), ((2, ("", "First")),))
        assert contents(read(items(*FEW), document).aside, "documents") == {}

    def test_a_second_document_is_kept_whole(self) -> None:
        document = HeldTable("doc.csv", ("creator", "title"), ((2, ("Ada", "First")), (3, ("Bob", "Second"))))
        taken = read(items(*FEW), document)
        assert taken.framework is not None and taken.framework.settings.title == "First"
        assert contents(taken.aside, "documents") == {
            "First": {"creator": "Ada"},
            "Second": {"creator": "Bob", "title": "Second"},
        }

    def test_many_items_without_one_above_them_are_told_and_come_in(self) -> None:
        rows = [("", f"Item {n}", f"C{n}", f"1.9.{n}") for n in range(1, 50)]
        taken = read(items(("", "Area", "A", "1", "Area"), *rows))
        assert taken.framework is not None and len(taken.framework.competencies) == 49
        assert {it.severity for it in taken.problems} == {Severity.WARNING} and len(taken.problems) == 21

    def test_notes_of_a_competency_are_read_and_those_of_a_skill_kept(self) -> None:
        taken = read(items(*FEW))
        assert taken.framework is not None and taken.framework.by_id["C1"].about == "A note"
        assert contents(taken.aside, "columns of items") == {"notes": {"5": "Of a skill"}}

    def test_an_identifier_that_is_no_uuid_is_kept_aside(self) -> None:
        taken = read(items(("x-17", "Area", "A", "1", "Area"), (uuid(2).upper(), "One", "C", "1.1")))
        assert taken.framework is not None
        assert (taken.framework.areas[0].identifier, taken.framework.by_id["C"].identifier) == ("", uuid(2))
        assert contents(taken.aside, "columns of items") == {"identifier": {"2": "x-17"}}

    def test_a_long_short_statement_stays_whole(self) -> None:
        title = " ".join(["word"] * 40)
        framework = framework_in(items(("", "A", "A", "1", "Area"), ("", "C", "C", "1.1", "", "", title)))
        assert framework.by_id["C"].title == title

    def test_another_table_is_kept_whole(self) -> None:
        other = HeldTable("more.csv", ("Colour",), ((2, ("green",)),))
        taken = read(items(*FEW), other)
        assert contents(taken.aside, "other tables") == {"more.csv": [{"row": 2, "Colour": "green"}]}

    def test_other_tables_alone_are_not_known(self) -> None:
        assert not LAYOUT.fits([HeldTable("more.csv", ("Skill", "Level 1"), ())])

    def test_control_characters_are_left_out(self) -> None:
        framework = framework_in(items(("", "A\x07rea", "A", "1", "Area"), ("", "One", "C", "1.1")))
        assert framework.areas[0].about == "Area"
