"""What is to be deleted when a student leaves."""

from __future__ import annotations

from pathlib import Path

from site_builder.private.output import write_tree
from site_builder.private.purge import Pages, purge_list

PAGES = Pages("b" * 16, ("a" * 16,))


def test_all_that_is_there_is_listed(tmp_path: Path) -> None:
    private, plain, letters = (tmp_path / name for name in ("private", "plain", "letters"))
    write_tree(private, [(f"p/{id}/index.html", b"x") for id in ("a" * 16, "b" * 16, "c" * 16)])
    write_tree(plain, [("st-1/index.html", b"x"), ("st-10/index.html", b"x")], is_plain=True)
    write_tree(letters, [("group/st-1.html", b"x"), ("group/st-10.html", b"x")], is_plain=True)
    lines = purge_list("st-1", PAGES, private, [plain], [letters], "https://private.example/")
    assert lines[:6] == [
        f"page: {private / 'p' / ('b' * 16)}",
        f"page, as published: https://private.example/p/{'b' * 16}/ (gone once the private pages are published again)",
        f"earlier page: {private / 'p' / ('a' * 16)}",
        f"earlier page, as published: https://private.example/p/{'a' * 16}/ "
        "(gone once the private pages are published again)",
        f"plain page: {plain / 'st-1'}",
        f"letter: {letters / 'group' / 'st-1.html'}",
    ]
    assert not any("st-10" in line or "c" * 16 in line for line in lines)


def test_what_a_run_left_that_was_cut_off_is_listed_too(tmp_path: Path) -> None:
    (tmp_path / ".private.old" / "p" / ("b" * 16)).mkdir(parents=True)
    assert f"page: {tmp_path / '.private.old' / 'p' / ('b' * 16)}" in purge_list("st-1", PAGES, tmp_path / "private")


def test_a_page_whose_id_was_written_as_an_address_is_listed(tmp_path: Path) -> None:
    write_tree(tmp_path / "plain", [("students/st%2F1%20a.html", b"x")], is_plain=True)
    lines = purge_list("st/1 a", Pages(), tmp_path / "private", [tmp_path / "plain"])
    assert lines[0] == f"plain page: {tmp_path / 'plain' / 'students' / 'st%2F1%20a.html'}"


def test_what_nobody_can_delete_is_said(tmp_path: Path) -> None:
    lines = purge_list("st-1", Pages(), tmp_path / "none", [tmp_path / "no"])
    assert [line.partition(":")[0].partition(",")[0] for line in lines] == [
        "letter on paper",
        "rows of st-1 in the roster",
        "copies that somebody has saved or printed",
    ]
