"""Letters for everybody, in a folder to be printed and deleted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from site_builder.private.code import read_code
from site_builder.private.output import beside
from site_builder.progress.post import Posted, post
from site_builder.progress.turn import LOCK, in_turn
from site_builder.site.build import cache_of
from tests.schoolroom import Schoolroom, tree, typed_codes

TODAY = date(2026, 11, 24)
AT = "https://private.school.example/below/"

ONE_ROSTER = {
    "users.csv": (
        "sourcedId,status,enabledUser,givenName,familyName,role,username",
        "u1,,true,Isak,Fernbrook,student,isak",
        "u2,,true,Noor,Haddad,student,noor",
    ),
    "classes.csv": ("sourcedId,status,title,courseSourcedId,schoolSourcedId", "c1,,Physics,k,s", "c2,,Physics,k,s"),
    "enrollments.csv": (
        "sourcedId,status,classSourcedId,userSourcedId,role",
        "e1,,c1,u1,student",
        "e2,,c2,u2,student",
    ),
}


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Schoolroom:
    """A school whose students have keys."""
    made = Schoolroom(tmp_path_factory.mktemp("pattern"))
    assert made.keys().code == 0, made.output
    return made


@pytest.fixture
def room(pattern: Schoolroom, tmp_path: Path) -> Schoolroom:
    """A copy of it."""
    return pattern.copy(tmp_path)


def posted(room: Schoolroom, only: Sequence[str] = (), out: str = "letters") -> tuple[Posted | None, list[str]]:
    """How many letters there are, and the codes of what was said."""
    root, letters = room.school.root, room.office / out
    made, problems = post(root, cache_of(root), [room.roster], room.register, "", AT, letters, only, TODAY)
    return made, [it.code for it in problems]


def test_what_a_letter_prints_is_the_code_of_the_right_page(room: Schoolroom) -> None:
    assert posted(room) == (Posted(3, 2), [])
    codes = typed_codes(room.office / "letters/families.html")
    assert read_code(codes["Open the page of Noor Layla Haddad"]) == room.secret("S1")
    assert read_code(codes["Open the page of Tomasz Haddad"]) == room.secret("S4")
    staff = typed_codes(room.office / "letters/staff.html")
    secrets = room.known().group_secrets()
    assert {read_code(it) for it in staff.values()} == set(secrets.values())


def test_the_address_where_codes_are_typed_is_below_the_one_that_was_given(room: Schoolroom) -> None:
    posted(room)
    text = (room.office / "letters/families.html").read_text(encoding="utf-8")
    assert '<p class="url" dir="ltr">https://private.school.example/below/open/</p>' in text


def test_a_family_is_written_to_in_its_language_and_direction(room: Schoolroom) -> None:
    posted(room)
    text = (room.office / "letters/families.html").read_text(encoding="utf-8")
    assert text.count('<article class="c letter"') == 3
    assert "ليلى المنصوري" in text


def test_letters_hold_no_address_of_anybody_but_as_a_square(room: Schoolroom) -> None:
    posted(room)
    everything = b"".join(tree(room.office / "letters").values()).decode()
    for secret in (*room.known().student_secrets().values(), *room.known().group_secrets().values()):
        assert secret.link not in everything
        assert secret.page_id not in everything


def test_letters_for_some_say_nothing_of_the_keys_of_others(room: Schoolroom) -> None:
    assert posted(room, ["S1", "S3"]) == (Posted(2, 0), [])
    assert tree(room.office / "letters").keys() == {"families.html", ".continuum-private", ".gitignore"}


def test_nobody_is_written_to_who_is_not_on_the_roster(room: Schoolroom) -> None:
    assert posted(room, ["S1", "s1", "S9"]) == (None, ["letter-unknown", "letter-unknown"])
    assert not (room.office / "letters").exists()


def test_a_group_without_a_key_is_named(room: Schoolroom) -> None:
    text = room.roster.read_text(encoding="utf-8").replace("Heron;Otter", "Heron;Kestrel")
    room.write("roster.csv", text)
    assert posted(room) == (None, ["key-lacking"])
    assert posted(room, ["S2"]) == (Posted(1, 0), [])


def test_two_classes_of_one_title_have_a_sheet_each(room: Schoolroom) -> None:
    folder = room.office / "classes"
    folder.mkdir()
    for name, rows in ONE_ROSTER.items():
        (folder / name).write_text("\n".join((*rows, "")), encoding="utf-8")
    room.run("keys", "new", "--roster", folder, "--keys", room.office / "more.json")
    assert room.code == 0, room.output
    root, letters = room.school.root, room.office / "letters"
    made, problems = post(root, cache_of(root), [folder], room.office / "more.json", "", AT, letters, [], TODAY)
    assert (made, problems) == (Posted(2, 2), [])
    text = (letters / "staff.html").read_text(encoding="utf-8")
    assert text.count("Open the page of Physics") == 2


def test_letters_take_the_place_of_earlier_ones(room: Schoolroom) -> None:
    posted(room)
    posted(room, ["S2"])
    assert len(typed_codes(room.office / "letters/families.html")) == 1


def test_two_who_print_letters_at_once_are_told_apart(room: Schoolroom) -> None:
    assert in_turn(room.office / "letters", lambda: posted(room)) == (None, ["run-running"])
    assert posted(room) == (Posted(3, 2), [])
    assert beside(room.office / "letters", LOCK).read_bytes() == b""


@pytest.mark.parametrize("problem", ["id: [\n", "id: LIT.ARG\ntitle: Argue\nstatement: [x]\n"])
def test_a_continuum_with_an_error_is_pointed_at(room: Schoolroom, problem: str) -> None:
    room.school.write("continuum/continuum.yml", problem)
    made, said = posted(room)
    assert made is None
    assert said
