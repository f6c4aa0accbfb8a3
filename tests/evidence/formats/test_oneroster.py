"""What OneRoster's gradebook becomes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from site_builder.identifiers import skill_identifier
from tests.evidence.school import COMPETENCIES, FRAMEWORK, School

RESULTS = (
    "sourcedId,status,dateLastModified,lineItemSourcedId,studentSourcedId,scoreStatus,score,scoreDate,comment,"
    "textScore,classSourcedId,inProgress,incomplete,late,missing\n"
)
LINE_ITEMS = (
    "sourcedId,status,dateLastModified,title,description,assignDate,dueDate,classSourcedId,categorySourcedId,"
    "academicSessionSourcedId,resultValueMin,resultValueMax,schoolSourcedId\n"
)
OF_RESULTS = "sourcedId,status,dateLastModified,resultSourcedId,source,learningObjectiveId,score,textScore\n"
OF_ITEMS = "sourcedId,status,dateLastModified,lineItemSourcedId,source,learningObjectiveId\n"
CATEGORIES = "sourcedId,status,dateLastModified,title,weight\n"


@pytest.fixture
def school(tmp_path: Path) -> School:
    school = School(tmp_path)
    school.write("in/lineItems.csv", f"{LINE_ITEMS}L1,,,Way to school,,,,C1,K1,,0,4,\nL2,,,Quiz,,,,C1,K1,,0,100,\n")
    school.write("in/categories.csv", f"{CATEGORIES}K1,,,Practice,\n")
    school.write(
        "in/orgs.csv", "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\no,,,O,school,,\n"
    )
    return school


def results(school: School, *rows: str) -> None:
    school.write("in/results.csv", RESULTS + "".join(f"{it}\n" for it in rows))


def objectives(school: School, *rows: str) -> None:
    school.write("in/resultLearningObjectiveIds.csv", OF_RESULTS + "".join(f"{it}\n" for it in rows))


def test_an_objective_of_a_result_becomes_a_piece(school: School) -> None:
    results(school, "R1,,,L1,S1,fully graded,3,2026-10-05,Well said,,C1,,,,")
    objectives(school, "O1,,,R1,case,WRI.DIR.1,2,", "O2,,,R1,case,WRI.DIR.2,,Extending", "O3,,,R1,case,WRI.SIG.1,,")
    school.read(school.folder / "in")
    assert [(it.skill, it.level, it.on, it.task, it.kind, it.comment) for it in school.pieces] == [
        ("WRI.DIR.1", "2", date(2026, 10, 5), "Way to school", "Practice", "Well said"),
        ("WRI.DIR.2", "4", date(2026, 10, 5), "Way to school", "Practice", "Well said"),
        ("WRI.SIG.1", "3", date(2026, 10, 5), "Way to school", "Practice", "Well said"),
    ]
    assert school.result.rows == 3


def test_a_result_has_the_objectives_of_its_line_item_where_it_has_none(school: School) -> None:
    results(school, "R1,,,L1,S1,fully graded,3,2026-10-05,,,C1,,,,", "R2,,,L2,S1,fully graded,88,2026-10-06,,,C1,,,,")
    school.write("in/lineItemLearningObjectiveIds.csv", f"{OF_ITEMS}I1,,,L1,case,WRI.DIR.1\nI2,,,L1,case,WRI.DIR.2\n")
    school.read(school.folder / "in")
    assert [it.skill for it in school.pieces] == ["WRI.DIR.1", "WRI.DIR.2"]
    assert school.result.set_aside == {"outcome-unmatched": 1}
    assert school.result.unmatched[0].names[:2] == ("Quiz", "L2")


def test_a_score_out_of_a_hundred_is_no_level(school: School) -> None:
    results(school, "R1,,,L2,S1,fully graded,3,2026-10-05,,,C1,,,,")
    objectives(school, "O1,,,R1,case,WRI.DIR.1,,")
    assert school.read(school.folder / "in").reasons == ["level-other-scale"]
    tiers = "scores: [{level: 4, points: 85}, {level: 1, points: 0}]"
    assert [it.level for it in school.read(school.folder / "in", map=tiers).pieces] == ["1"]


def test_rows_to_be_deleted_exempt_and_not_submitted_are_set_aside(school: School) -> None:
    results(
        school,
        "R1,tobedeleted,,L1,S1,fully graded,3,2026-10-05,,,C1,,,,",
        "R2,,,L1,S1,exempt,3,2026-10-05,,,C1,,,,",
        "R3,active,,L1,S1,not submitted,,2026-10-05,,,C1,,,,",
        "R4,,,L1,S1,fully graded,3,2026-10-05,,,C1,,,,",
    )
    rows = [f"O{n},,,R{n},case,WRI.DIR.1,3," for n in range(1, 4)]
    objectives(school, *rows, "O4,tobedeleted,,R4,case,WRI.DIR.1,3,", "O5,,,R9,case,WRI.DIR.1,3,")
    school.read(school.folder / "in")
    assert school.reasons == ["deleted", "exempt", "not-submitted", "deleted", "result-unknown"]


def test_flags_for_late_and_missing_never_touch_a_level_and_are_counted(school: School) -> None:
    results(school, "R1,,,L1,S1,fully graded,4,2026-10-05,,,C1,,,true,false")
    objectives(school, "O1,,,R1,case,WRI.DIR.1,,")
    school.read(school.folder / "in")
    assert [it.level for it in school.pieces] == ["4"]
    assert any("flagged as late or missing: 1." in it for it in school.result.notices)


def test_a_category_means_practice_only_if_the_map_says_so(school: School) -> None:
    results(school, "R1,,,L1,S1,fully graded,4,2026-10-05,,,C1,,,,")
    objectives(school, "O1,,,R1,case,WRI.DIR.1,,")
    assert [it.is_formative for it in school.read(school.folder / "in").pieces] == [False]
    assert [
        it.is_formative for it in school.read(school.folder / "in", map="purposes: {practice: formative}").pieces
    ] == [True]


def test_the_files_of_1_1_are_read_by_titles_that_the_map_knows(school: School) -> None:
    header = (
        "sourcedId,status,dateLastModified,lineItemSourcedId,studentSourcedId,scoreStatus,score,scoreDate,comment\n"
    )
    school.write("in/results.csv", f"{header}R1,,,L1,S1,fully graded,3,2026-10-05,\n")
    school.read(school.folder / "in", map="outcomes: {Way to school: WRI.DIR.2}")
    assert [(it.skill, it.level) for it in school.pieces] == [("WRI.DIR.2", "3")]


def test_a_student_is_found_by_what_users_csv_says(school: School) -> None:
    users = (
        "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier\n"
        "u-1,,,true,zoe,,Zoë,Reed,,\n"
    )
    school.write("in/users.csv", users)
    results(school, "R1,,,L1,u-1,fully graded,4,2026-10-05,,,C1,,,,")
    objectives(school, "O1,,,R1,case,WRI.DIR.1,,")
    assert [it.student for it in school.read(school.folder / "in").pieces] == ["S2"]


def test_objectives_without_their_results_are_refused(school: School) -> None:
    objectives(school, "O1,,,R1,case,WRI.DIR.1,,")
    assert school.read(school.folder / "in").codes == ["oneroster-results"]


def test_results_without_line_items_are_read_with_a_warning(school: School) -> None:
    (school.folder / "in/lineItems.csv").unlink()
    results(school, "R1,,,L1,S1,fully graded,4,2026-10-05,,,C1,,,,")
    objectives(school, "O1,,,R1,case,WRI.DIR.1,,")
    assert school.read(school.folder / "in").codes == ["oneroster-line-items"]
    assert len(school.pieces) == 1


def test_sets_of_two_folders_are_kept_apart_and_files_of_one_are_read_together(tmp_path: Path) -> None:
    school = School(tmp_path)
    for folder, title in (("one", "Way"), ("two", "Sign")):
        school.write(f"{folder}/lineItems.csv", f"{LINE_ITEMS}L1,,,{title},,,,C1,K1,,0,4,\n\n\n")
        for half in "ab":
            row = f"R{half},,,L1,S1,fully graded,3,2026-10-05,,,C1,,,,\n"
            school.write(f"{folder}/results-{half}.csv", f"{RESULTS}{row}")
            school.write(
                f"{folder}/objectives-{half}.csv", f"{OF_RESULTS}O,,,R{half},case,WRI.DIR.{'ab'.index(half) + 1},,\n"
            )
    school.read(school.folder / "one", school.folder / "two")
    assert sorted((it.task, it.skill) for it in school.pieces) == [
        ("Sign", "WRI.DIR.1"),
        ("Sign", "WRI.DIR.2"),
        ("Way", "WRI.DIR.1"),
        ("Way", "WRI.DIR.2"),
    ]


def test_a_file_of_a_set_that_has_a_broken_row_is_refused(school: School) -> None:
    results(school, "R1,,,L1,S1,fully graded,4,2026-10-05,,,C1,,,,", "R2,,,L1")
    assert school.read(school.folder / "in").codes == ["table-row"]


def test_a_class_of_competency_that_is_not_one_object_is_left_alone(school: School) -> None:
    users = "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName\n"
    school.write("in/users.csv", users)
    assert school.read(school.folder / "in").result.rows == 0


def test_a_file_of_a_set_with_a_very_long_comment_is_read_with_care(school: School) -> None:
    results(school, f"R1,,,L1,S1,fully graded,4,2026-10-05,{'é' * 70_000},,C1,,,,")
    objectives(school, "O1,,,R1,case,WRI.DIR.1,,")
    assert [len(it.comment) for it in school.read(school.folder / "in").pieces] == [70_000]


def test_an_objective_may_be_the_uuid_by_which_case_knows_a_skill(school: School) -> None:
    given = "a1b2c3d4-0000-4000-8000-00000000abcd"
    direct, sign, goal = COMPETENCIES
    signed = replace(sign, skills=(replace(sign.skills[0], identifier=given),))
    school.competencies = (direct, signed, goal)
    made = skill_identifier(FRAMEWORK, direct.skills[0])
    results(school, "R1,,,L1,S1,fully graded,3,2026-10-05,,,C1,,,,", "R2,,,L1,S1,fully graded,4,2026-10-06,,,C1,,,,")
    objectives(school, f"O1,,,R1,case,{made.upper()},2,", f"O2,,,R1,case,{FRAMEWORK},2,")
    school.write("in/lineItemLearningObjectiveIds.csv", f"{OF_ITEMS}I1,,,L1,case,{given}\n")
    school.read(school.folder / "in")
    assert [(it.skill, it.on.day) for it in school.pieces] == [("WRI.DIR.1", 5), ("WRI.SIG.1", 6)]
    assert school.reasons == ["outcome-unmatched"]
