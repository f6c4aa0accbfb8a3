"""The leak search over folders."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

import pytest

from site_builder.private import leaks as module
from site_builder.private.allowed import Allowed
from site_builder.private.leaks import files, leaks
from site_builder.private.needles import Kind
from tests.private.people import SECRET, all_needles


def test_a_leak_says_where_and_not_what(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "page.html").write_text("first\nNoor Haddad\n", encoding="utf-8")
    (leak,) = leaks([tmp_path], all_needles()).leaks
    assert (leak.file, leak.line, leak.kind) == ((tmp_path / "a/page.html").as_posix(), 2, Kind.NAME)
    assert leak.shown == "N… H…"
    assert "Haddad" not in repr(leak)


@pytest.mark.parametrize("name", ["noor-haddad.html", "Noor Haddad/a.html", "noor/haddad.html", "ST-2031-017.json"])
def test_the_name_of_a_file_is_searched_and_not_shown(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"")
    found = leaks([tmp_path], all_needles()).leaks
    assert {it.where for it in found} == {"in the name of the file or of a folder"}
    assert "haddad" not in repr(found).lower().replace(str(tmp_path).lower(), "")
    assert "2031" not in repr(found).replace(str(tmp_path), "")


def test_what_is_allowed_is_counted_and_no_leak(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("Will Marsh School", encoding="utf-8")
    found = leaks([tmp_path], all_needles(), Allowed(("Will Marsh School",)))
    assert (found.leaks, found.allowed) == ([], 1)


def test_keys_are_never_allowed(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(SECRET.link, encoding="utf-8")
    assert leaks([tmp_path], all_needles(), Allowed((SECRET.link,))).leaks


def test_a_key_in_utf_16_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"xx{SECRET.link}", encoding="utf-16")
    assert [it.kind for it in leaks([tmp_path], all_needles()).leaks] == [Kind.KEY]


@pytest.mark.parametrize("at", [0, 90, 95, 99, 150])
def test_a_large_file_is_searched_in_pieces_and_nothing_falls_between(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    monkeypatch.setattr(module, "LARGEST", 100)
    monkeypatch.setattr(module, "_OVERLAP", 50)
    text = "ë" * 30 + " " * 200
    (tmp_path / "a.txt").write_text(f"{text[:at]} Zoë Müller {text[at:]}", encoding="utf-8")
    assert leaks([tmp_path], all_needles()).leaks


def test_links_are_followed_once(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "a.txt").write_text("Noor Haddad", encoding="utf-8")
    site = tmp_path / "site"
    site.mkdir()
    (site / "link").symlink_to(elsewhere)
    (site / "round").symlink_to(site)
    assert [it.relative_to(site).as_posix() for it in files(site)] == ["link/a.txt"]
    assert len(leaks([site], all_needles()).leaks) == 1


def test_what_cannot_be_searched_is_said(tmp_path: Path) -> None:
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    (tmp_path / "cut.gz").write_bytes(gzip.compress(b"x" * 1000)[:-12])
    assert sorted(it.why for it in leaks([tmp_path], all_needles()).unsearched) == [
        "it cannot be read (No such file or directory)",
        "its end is missing",
    ]


def test_noise_gives_no_false_alarm(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff" + os.urandom(300_000))
    assert leaks([tmp_path], all_needles()).leaks == []
