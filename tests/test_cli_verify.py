"""“continuum letters”, “verify”, “audit” and “build --roster” as a school uses them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.schoolroom import AT, Schoolroom, tree, typed_codes


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Schoolroom:
    """A school with evidence, keys, sealed and plain pages, letters and a public site."""
    return Schoolroom(tmp_path_factory.mktemp("pattern")).published()


@pytest.fixture
def room(pattern: Schoolroom, tmp_path: Path) -> Schoolroom:
    """A copy of it to work with."""
    return pattern.copy(tmp_path)


# Letters


def test_each_household_has_a_letter_with_the_codes_of_its_children(room: Schoolroom) -> None:
    room.letters()
    assert room.code == 0
    assert "3 letters and 2 sheets for staff in" in room.output
    assert "Print them; do not mail them." in room.output
    letters = room.office / "letters"
    codes = typed_codes(letters / "families.html")
    assert len(codes) == 4
    assert typed_codes(letters / "staff.html").keys() == {"Open the page of Heron", "Open the page of Otter"}
    assert f"{AT}/open/" in (letters / "families.html").read_text(encoding="utf-8")
    assert letters.stat().st_mode & 0o077 == 0
    assert room.is_discreet()


def test_one_students_letter_is_theirs_alone(room: Schoolroom) -> None:
    assert room.letters("--only", "S2").code == 0
    assert room.output.splitlines() == [
        f"1 letter and 0 sheets for staff in {room.office / 'letters'}. Print them; do not mail them."
    ]
    assert list(typed_codes(room.office / "letters/families.html")) == ["Open the page of Zoë Quillfeather"]
    assert not (room.office / "letters/staff.html").exists()


def test_a_letter_for_nobody_is_not_written(room: Schoolroom) -> None:
    before = tree(room.office / "letters")
    room.letters("--only", "S2", "--only", "S99")
    assert room.code == 1
    assert "error[letter-unknown]: no student on the roster has the id “S99”" in room.output
    assert tree(room.office / "letters") == before


def test_letters_need_a_key_for_everybody_that_they_are_for(room: Schoolroom) -> None:
    room.keys("retire", "S4")
    assert room.letters().code == 1
    assert "error[key-lacking]: the student “S4” has no key" in room.output
    assert room.letters("--only", "S4").code == 1
    assert room.letters("--only", "S2").code == 0, room.output


# Verify


def test_pages_that_are_as_they_should_be_are_said_to_be(room: Schoolroom) -> None:
    assert room.verify().code == 0
    assert "6 pages open with their keys. 4 say what the evidence gives." in room.output
    assert room.is_discreet()


def test_two_pages_that_have_changed_places_are_noticed(room: Schoolroom) -> None:
    first, second = room.page("S1"), room.page("S2")
    data = first.read_bytes()
    first.write_bytes(second.read_bytes())
    second.write_bytes(data)
    assert room.verify().code == 1
    for student in ("S1", "S2"):
        assert f"error[page-unopened]: the page of “{student}” does not open with its key" in room.output
    assert "4 pages open with their keys." in room.output
    assert room.is_discreet()


def test_a_page_in_which_one_letter_was_changed_is_noticed(room: Schoolroom) -> None:
    page = room.page("S3")
    data = bytearray(page.read_bytes())
    place = data.index(b'"ct":"') + 100
    data[place] = ord("A") if data[place] != ord("A") else ord("B")
    page.write_bytes(data)
    assert room.verify().code == 1
    assert "the page of “S3” does not open with its key" in room.output


def test_a_page_that_is_missing_or_empty_is_noticed(room: Schoolroom) -> None:
    room.page("S1").unlink()
    room.page("S2").write_bytes(b"")
    assert room.verify().code == 1
    assert "“S1” has no page here" in room.output
    assert "the page of “S2” does not open with its key" in room.output


def test_an_earlier_page_that_was_put_back_is_noticed(room: Schoolroom) -> None:
    room.progress(day="2026-09-10")
    earlier = room.page("S1").read_bytes()
    room.progress()
    room.page("S1").write_bytes(earlier)
    assert room.verify().code == 1
    assert "error[page-differs]: the page of “S1” says something else than the evidence gives" in room.output
    assert "3 say what the evidence gives." in room.output


def test_a_page_whose_key_was_exchanged_and_that_was_put_back_is_noticed(room: Schoolroom) -> None:
    place, data = room.page("S1"), room.page("S1").read_bytes()
    room.keys("rotate", "S1")
    room.progress()
    place.parent.mkdir()
    place.write_bytes(data)
    assert room.verify().code == 0
    assert "warning[page-left]: a page is still here whose key was exchanged or retired" in room.output
    assert "6 pages open with their keys." in room.output


@pytest.mark.parametrize("which", ["student", "group", "decoy", "open", "open/ar"])
def test_a_page_in_which_another_script_would_run_is_noticed(room: Schoolroom, which: str) -> None:
    assert room.progress("--decoys", "7").verify().code == 0, room.output
    ours = {it.page_id for it in (*room.known().student_secrets().values(), *room.known().group_secrets().values())}
    decoy = next(it.name for it in (room.private / "p").iterdir() if it.name not in ours)
    group = next(iter(room.known().group_secrets().values())).page_id
    ids = {"student": room.secret("S1").page_id, "group": group, "decoy": decoy}
    page = room.private / (f"p/{ids[which]}/index.html" if which in ids else f"{which}/index.html")
    page.write_bytes(page.read_bytes().replace(b"</body>", b"<script src=//example.org></script></body>"))
    assert room.verify().code == 1
    assert room.output.count("error[page-changed]") == 1
    assert "4 say what the evidence gives." in room.output


@pytest.mark.parametrize("which", ["open", "open/es"])
def test_a_missing_page_for_codes_is_noticed(room: Schoolroom, which: str) -> None:
    (room.private / which / "index.html").unlink()
    assert room.verify().code == 1
    assert f"{which}/index.html:1:1: error[page-changed]" in room.output


def test_a_page_for_codes_that_is_not_ours_is_noticed(room: Schoolroom) -> None:
    page = room.private / "open/xx/index.html"
    page.parent.mkdir()
    page.write_bytes((room.private / "open/index.html").read_bytes())
    assert room.verify().code == 1
    assert "open/xx/index.html:1:1: error[page-changed]" in room.output


def test_verify_without_evidence_opens_and_does_not_compare(room: Schoolroom) -> None:
    room.run("verify", room.private, "--keys", room.register)
    assert room.code == 0
    assert room.output == "6 pages open with their keys.\n"


# The leak check


def test_the_public_site_holds_nobody(room: Schoolroom) -> None:
    assert room.audit().code == 0
    assert "searched " in room.output
    assert room.is_discreet()


def test_sealed_pages_hold_nobody_but_their_own_addresses(room: Schoolroom) -> None:
    assert room.audit(room.private, more=["--sealed"]).code == 0, room.output
    assert room.audit(room.private).code == 1


def test_plain_pages_and_letters_are_found_out(room: Schoolroom) -> None:
    for folder in ("plain", "letters"):
        assert room.audit(room.office / folder).code == 1
        assert "error[leak]" in room.output
        assert room.is_discreet()


@pytest.mark.parametrize("env", [{}, {"GITHUB_ACTIONS": "true"}])
@pytest.mark.parametrize("more", [[], ["--json"]])
def test_what_was_found_is_told_by_place_and_never_in_words(
    room: Schoolroom, env: dict[str, str], more: list[str]
) -> None:
    page = room.school.root / "site/literacy/argue/index.html"
    page.write_text(
        page.read_text(encoding="utf-8") + f"\n<p>Noor Haddad</p>{room.secret('S1').link}", encoding="utf-8"
    )
    room.audit(more=more, **env)
    assert room.code == 1
    assert "site/literacy/argue/index.html" in room.output
    assert room.is_discreet()
    assert "Haddad" not in room.output


LEAK = "\nNoor Layla Haddad wrote this.\n"


@pytest.mark.parametrize("env", [{}, {"GITHUB_ACTIONS": "true"}])
@pytest.mark.parametrize("more", [[], ["--json"]])
def test_a_build_that_can_see_a_leak_leaves_the_last_good_site(
    room: Schoolroom, env: dict[str, str], more: list[str]
) -> None:
    site = room.school.root / "site"
    before = tree(site)
    welcome = room.school.root / "continuum/pages/index.md"
    welcome.write_text(welcome.read_text(encoding="utf-8") + LEAK, encoding="utf-8")
    room.run(
        "build", "--no-search", "-C", room.school.root, "--roster", room.roster, "--keys", room.register, *more, env=env
    )
    assert room.code == 1
    assert "leak" in room.output
    assert tree(site) == before
    assert "Haddad" not in room.output
    assert room.is_discreet()


def test_a_build_without_a_leak_says_what_it_searched(room: Schoolroom) -> None:
    room.school.write("continuum/pages/more.md", "---\ntitle: More\n---\nMore.\n")
    room.run("build", "--no-search", "-C", room.school.root, "--roster", room.roster)
    assert room.code == 0, room.output
    assert "Leak check: searched " in room.output
    assert (room.school.root / "site/more/index.html").is_file()


def test_a_text_that_only_looks_like_a_name_can_be_allowed(room: Schoolroom) -> None:
    page = room.school.root / "site/literacy/argue/index.html"
    page.write_text(page.read_text(encoding="utf-8") + "<p>Tomasz Haddad</p>", encoding="utf-8")
    allow = room.write("allow.txt", "Tomasz Haddad  # a poet of that name\n")
    assert room.audit().code == 1
    assert room.audit(more=["--allow", allow]).code == 0, room.output
