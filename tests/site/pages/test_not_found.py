"""What a reader sees at an address that leads nowhere."""

from __future__ import annotations

import pytest

from site_builder.site.pages.not_found import host_root
from tests.site.continua import page, plans, small_outline


@pytest.mark.parametrize(
    ("site_url", "root"),
    [
        ("https://school.example/", "/"),
        ("https://school.example/continuum/", "/continuum/"),
        ("https://school.example/a/b/", "/a/b/"),
        ("http://127.0.0.1:8000/", "/"),
        ("", "/"),
    ],
)
def test_links_work_at_any_depth_and_under_any_folder_of_the_host(site_url: str, root: str) -> None:
    it = page("not_found", desk={"site_url": site_url})
    assert set(it.links().values()) == {root, f"{root}find/"}
    assert host_root(site_url) == root


def test_the_page_says_what_may_have_happened() -> None:
    words = page("not_found").words
    assert "The page may have moved, or the address may have lost a letter." in words


def test_hosts_look_for_it_at_the_root() -> None:
    assert [plan.file for plan in plans("not_found", small_outline())] == ["404.html"]
