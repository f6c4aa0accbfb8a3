"""Rosters of our own and of OneRoster. All names are invented."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from site_builder.evidence.roster import read_roster
from site_builder.evidence.student import Roster, Student
from site_builder.problems import Problem, Severity, Span
from tests.evidence.tabled import Exports, shared_data

USERS_12 = (
    "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,"
    "phone,agentSourcedIds,grades,password,userMasterIdentifier,preferredGivenName,preferredMiddleName,"
    "preferredFamilyName,primaryOrgSourcedId,pronouns\n"
)
ROLES = (
    "sourcedId,status,dateLastModified,userSourcedId,roleType,role,"
    "beginDate,endDate,orgSourcedId,userProfileSourcedId\n"
)
ENROLLMENTS = (
    "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate\n"
)
CLASSES = (
    "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,"
    "termSourcedIds,subjects,subjectCodes,periods\n"
)
SET: Mapping[str, str] = {
    "manifest.csv": "propertyName,value\nmanifest.version,1.0\noneroster.version,1.2\n",
    "users.csv": USERS_12
    + 'u1,,,true,ana.l,"{LDAP:17},{SIS:A9}",Ana,Lund,,900,ana@school.example,,,,,,,Annie,,,,\n'
    + "u2,,,true,bo.a,,Bo,Åberg,,901,,,,,,,,,,,,\n"
    + "u3,tobedeleted,,true,cy,,Cy,Old,,902,,,,,,,,,,,,\n"
    + "t1,,,true,dee,,Dee,Teacher,,903,,,,,,,,,,,,\n",
    "roles.csv": ROLES
    + "r1,,,u1,primary,student,,,,\nr2,,,u2,primary,student,,,,\nr3,,,u3,primary,student,,,,\n"
    + "r4,,,t1,primary,teacher,,,,\nr5,tobedeleted,,t1,secondary,student,,,,\n",
    "enrollments.csv": ENROLLMENTS
    + "e1,,,c1,s,u1,student,,,\ne2,,,c2,s,u1,student,,,\ne3,tobedeleted,,c1,s,u2,student,,,\ne4,,,c1,s,t1,teacher,,,\n"
    + "e5,,,c3,s,u2,student,,,\n",
    "classes.csv": CLASSES + "c1,,,Physics,,k,,,,s,,,,\nc2,tobedeleted,,History,,k,,,,s,,,,\n",
    "orgs.csv": "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\ns,,,School,school,,\n",
}


@pytest.fixture
def exports(tmp_path: Path) -> Exports:
    return Exports(tmp_path)


def roster(exports: Exports, text: str) -> Roster:
    found, exports.problems = read_roster([exports.write(text, "roster.csv")])
    assert found, exports.problems
    return found


def refused(exports: Exports, text: str) -> list[str]:
    """What is said of a roster that is not read."""
    found, problems = read_roster([exports.write(text, "roster.csv")])
    assert found is None
    return [_said(it) for it in problems]


def one_roster(folder: Path, files: Mapping[str, str]) -> tuple[Roster | None, list[Problem]]:
    folder = folder / "oneroster"
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return read_roster([folder])


def _said(problem: Problem) -> str:
    assert problem.hint
    assert isinstance(problem.at, Span)
    return f"{problem.at.file}:{problem.at.line}: {problem.severity}[{problem.code}]: {problem.message}"


def test_a_sheet_with_all_columns(exports: Exports) -> None:
    text = (
        "id,name,given,sort name,language,groups,household,other ids,email\n"
        "17,Ana Lund,Ana,Lund Ana,es,8B; Advisory 3,h1,ana.l; A9,ana@school.example\n"
    )
    expected = Student(
        id="17",
        name="Ana Lund",
        given="Ana",
        sort_name="Lund Ana",
        language="es",
        groups=("8B", "Advisory 3"),
        household="h1",
        other_ids=("ana.l", "A9"),
        email="ana@school.example",
    )
    assert roster(exports, text) == Roster({"17": expected}, {"8B": "8B", "Advisory 3": "Advisory 3"})
    assert exports.problems == []


def test_id_and_name_are_enough(exports: Exports) -> None:
    found = roster(exports, "id,name\n17,Ana Lund\n").students["17"]
    assert found == Student("17", "Ana Lund", given="Ana Lund", sort_name="Ana Lund", household="17")


@pytest.mark.parametrize(
    "header", ["Name,ID,Sort_Name,OTHER-IDS", "name;id;sort name;Other  IDs", "NAME,Id,sortName,otherIds"]
)
def test_the_header_may_have_any_case_and_order(exports: Exports, header: str) -> None:
    row = "Ana,17,Lund,a1" if "," in header else "Ana;17;Lund;a1"
    found = roster(exports, f"{header}\n{row}\n").students["17"]
    assert (found.name, found.sort_name, found.other_ids) == ("Ana", "Lund", ("a1",))


def test_a_workbook_is_a_roster_too_and_keeps_zeros(exports: Exports) -> None:
    def fill(book: Workbook, sheet: Worksheet) -> None:
        sheet.append(["id", "name"])
        sheet.append([17, "Ana"])
        sheet["A2"].number_format = "00000"

    found, problems = read_roster([exports.workbook(fill)])
    assert problems == []
    assert found
    assert list(found.students) == ["00017"]


def test_a_column_that_nobody_reads_is_named(exports: Exports) -> None:
    roster(exports, "id,name,born\n17,Ana,2013-01-01\n")
    said = "roster.csv:1: warning[roster-column]: nobody reads the column “born” of a roster"
    assert [_said(it) for it in exports.problems] == [said]


@pytest.mark.parametrize(
    ("header", "missing"), [("id,given", "“name”"), ("name,x", "“id”"), ("a,b", "“id” and “name”")]
)
def test_a_sheet_without_ids_or_names_is_refused(exports: Exports, header: str, missing: str) -> None:
    [said] = refused(exports, f"{header}\n1,2\n")
    assert said == f"roster.csv:1: error[roster-column]: this roster has no column {missing}"


def test_a_row_without_an_id_or_a_name_is_refused(exports: Exports) -> None:
    said = refused(exports, "id,name\n17,Ana\n,Bo\n18,\u200b \n")
    assert said == [
        "roster.csv:3: error[roster-row]: row 3 has no id",
        "roster.csv:4: error[roster-row]: row 4 has no name",
    ]


@pytest.mark.parametrize("again", ["a17", "A17", " a17 ", "a\u200b17"])
def test_an_id_twice_is_refused_with_both_rows(exports: Exports, again: str) -> None:
    [said] = refused(exports, f"id,name\na17,Ana\n18,Cy\n{again},Bo\n")
    assert said.startswith("roster.csv:4: error[roster-row]: row 4 has ")
    assert said.endswith(" of row 2, so two students go by it")


@pytest.mark.parametrize("rows", ["17,Ana,x9\n18,Bo,X9", "17,Ana,18\n18,Bo,", "17,Ana,\n18,Bo,y; 17"])
def test_an_id_by_which_two_students_go_is_refused(exports: Exports, rows: str) -> None:
    [said] = refused(exports, f"id,name,other ids\n{rows}\n")
    assert said == "roster.csv:3: error[roster-row]: row 3 has one of the ids of row 2, so two students go by it"


def test_a_student_may_have_one_id_in_two_columns(exports: Exports) -> None:
    assert roster(exports, "id,name,other ids\n17,Ana,17; A1; a1\n").students["17"].other_ids == ("17", "A1", "a1")


def test_an_address_that_two_students_share_is_told(exports: Exports) -> None:
    roster(exports, "id,name,email\n17,Ana,home@example.org\n18,Bo,Home@example.org\n")
    said = "roster.csv:3: warning[roster-email]: rows 2 and 3 have one e-mail address"
    assert [_said(it) for it in exports.problems] == [said]


def test_a_language_in_words_is_told_and_left_out(exports: Exports) -> None:
    found = roster(exports, "id,name,language\n17,Ana,Spanish\n18,Bo,pt_BR\n19,Cy,\n")
    assert [it.language for it in found.students.values()] == ["", "pt-BR", ""]
    said = "roster.csv:2: warning[roster-language]: row 2 names a language in words"
    assert [_said(it) for it in exports.problems] == [said]


def test_characters_that_nobody_sees_are_left_out(exports: Exports) -> None:
    found = roster(exports, 'id,name\n1\u200b7,"Zoe\u0308\u202e\x07  \n\u2066Lund"\n').students["17"]
    assert found.name == "Zoë Lund"


def test_a_name_is_text_and_nothing_of_it_is_anything_else(exports: Exports) -> None:
    name = "<b>O’Neil & Söhne</b> =1+1"
    assert roster(exports, f"id,name\n17,{name}\n").students["17"].name == name


def test_students_stand_in_the_order_of_their_sort_names(exports: Exports) -> None:
    names = ["Zed", "ábel", "Abe", "Øst", "abel", "Éva"]
    text = "id,name\n" + "".join(f"{9 - n},{name}\n" for n, name in enumerate(names))
    assert [it.name for it in roster(exports, text).students.values()] == ["Abe", "abel", "ábel", "Éva", "Zed", "Øst"]


def test_groups_that_differ_in_case_only_are_one(exports: Exports) -> None:
    found = roster(exports, "id,name,groups\n17,Ana,8B\n18,Bo,8b;8B\n")
    assert found.groups == {"8B": "8B"}
    assert [it.id for it in found.members()["8B"]] == ["17", "18"]


def test_a_roster_without_students_is_refused(exports: Exports) -> None:
    assert refused(exports, "id,name\n") == ["roster.csv:1: error[roster-empty]: there is no student on this roster"]
    assert read_roster([])[1][0].code == "roster-empty"


def test_a_file_that_cannot_be_read_is_refused(exports: Exports) -> None:
    assert refused(exports, "id,name\n17\n") == [
        "roster.csv:2: error[table-row]: row 2 has 1 cell, and the header has 2"
    ]


def test_several_sheets_are_one_roster_and_a_double_is_told_with_its_file(exports: Exports) -> None:
    one, two = exports.write("id,name\n17,Ana\n", "a.csv"), exports.write("id,name\n18,Bo\n", "b.csv")
    found, _ = read_roster([one, two])
    assert found
    assert list(found.students) == ["17", "18"]
    _, [problem] = read_roster([one, exports.write("id,name\n17,Bo\n", "c.csv")])
    assert _said(problem) == "c.csv:2: error[roster-row]: row 2 has the id of row 2 in a.csv, so two students go by it"


def test_a_set_of_one_roster_1_2(tmp_path: Path) -> None:
    found, problems = one_roster(tmp_path, SET)
    assert problems == []
    assert found
    assert list(found.students.values()) == [
        Student("u2", "Bo Åberg", "Bo", "Åberg, Bo", groups=("c3",), household="u2", other_ids=("bo.a", "901")),
        Student(
            "u1",
            "Annie Lund",
            "Annie",
            "Lund, Annie",
            groups=("c1",),
            household="u1",
            other_ids=("ana.l", "900", "17", "A9"),
            email="ana@school.example",
        ),
    ]
    assert found.groups == {"c1": "Physics", "c3": "c3"}


def test_the_misspelt_columns_of_real_files_are_read(tmp_path: Path) -> None:
    users = SET["users.csv"].replace("preferred", "preffered")
    found, _ = one_roster(tmp_path, {**SET, "users.csv": users})
    assert found
    assert found.students["u1"].given == "Annie"


def test_enrollments_tell_who_is_a_student_where_roles_do_not(tmp_path: Path) -> None:
    found, _ = one_roster(tmp_path, {name: text for name, text in SET.items() if name != "roles.csv"})
    assert found
    assert set(found.students) == {"u1", "u2"}


def test_users_alone_are_refused_because_nothing_tells_students_from_teachers(tmp_path: Path) -> None:
    found, [problem] = one_roster(tmp_path, {"users.csv": SET["users.csv"]})
    assert found is None
    assert _said(problem) == "users.csv:1: error[roster-roles]: nothing here tells students from teachers"


def test_one_roster_1_1_has_the_role_among_the_users(exports: Exports) -> None:
    text = (
        "sourcedId,status,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,Home_Language\n"
        "u1,,true,s,student,ana,,Ana,Lund,es\nt1,,true,s,teacher,dee,,Dee,Teacher,en\n"
    )
    found, problems = read_roster([exports.write(text, "users.csv")])
    assert problems == []
    assert found
    assert [(it.id, it.language) for it in found.students.values()] == [("u1", "es")]


def test_an_id_of_another_system_that_two_students_have_is_told_and_left_out(tmp_path: Path) -> None:
    users = SET["users.csv"].replace("bo.a,,", "bo.a,{LDAP:17},")
    found, problems = one_roster(tmp_path, {**SET, "users.csv": users})
    assert found
    assert found.students["u1"].other_ids == ("ana.l", "900", "A9")
    said = "row 3 has one of the userIds of row 2, so neither student is found by it"
    assert [_said(it) for it in problems] == [f"users.csv:3: warning[roster-shared-id]: {said}"]


def test_a_user_name_that_two_students_have_is_refused(tmp_path: Path) -> None:
    found, problems = one_roster(tmp_path, {**SET, "users.csv": SET["users.csv"].replace("bo.a", "ANA.L")})
    assert found is None
    assert [it.code for it in problems] == ["roster-row"]


def test_a_student_without_an_id_is_refused(tmp_path: Path) -> None:
    found, problems = one_roster(tmp_path, {**SET, "users.csv": SET["users.csv"].replace("u2,,", ",,")})
    assert found is None
    assert [_said(it) for it in problems] == ["users.csv:3: error[roster-row]: row 3 has no id"]


@pytest.mark.skipif(not shared_data("oneroster").is_dir(), reason="the shared rosters are not beside the project")
@pytest.mark.parametrize(("version", "students"), [("v1p1", 2), ("v1p2", 3)])
def test_real_sets_are_read(version: str, students: int) -> None:
    found, problems = read_roster([shared_data("oneroster") / version])
    assert found
    assert len(found.students) == students
    assert all(it.severity is Severity.WARNING for it in problems)
