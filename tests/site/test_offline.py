"""What families keep, brought when everything else is there; and a school that offers no copies."""

from __future__ import annotations

import json
import shutil
import subprocess

import pytest

from site_builder.resources import templates
from tests.project import Project

OFF = "extra: {offline: false}\n"


def stamps(project: Project) -> dict[str, int]:
    """When each file of the site was written."""
    site = project.root / "site"
    return {it.relative_to(site).as_posix(): it.stat().st_mtime_ns for it in site.rglob("*") if it.is_file()}


def rewritten(before: dict[str, int], project: Project) -> set[str]:
    return {file for file, stamp in stamps(project).items() if before.get(file) != stamp}


def test_a_changed_word_changes_the_list_and_neither_the_worker_nor_the_page(school: Project) -> None:
    before = stamps(school.build())
    school.change("continuum/literacy/argue.yml", "weigh what they are told", "weigh what they hear").build()
    changed = rewritten(before, school)
    assert "offline/en.json" in changed
    assert not {"sw.js", "offline/index.html", "offline/en.webmanifest", "offline/icon-192.png"} & changed


def test_the_page_says_anew_how_much_it_is_when_that_has_changed(school: Project) -> None:
    before = stamps(school.build())
    long = "".join(f"\nI can say it once more, number {number}." for number in range(20_000))
    school.write("continuum/pages/long.md", f"---\ntitle: Long\n---\n{long}\n").build()
    assert school.code == 0, school.output
    assert {"offline/index.html", "sw.js", "offline/en.json"} <= rewritten(before, school)


def test_a_page_that_comes_or_goes_is_known_to_the_worker(school: Project) -> None:
    school.build()
    school.write("continuum/pages/students.md", "---\ntitle: For students\n---\nHi.\n").build()
    assert '"students/"' in school.read("site/sw.js")
    school.remove("continuum/pages/students.md").build()
    assert '"students/"' not in school.read("site/sw.js")


def test_a_school_that_offers_no_copies_has_no_page_for_them_and_no_link_to_one(school: Project) -> None:
    school.write("mkdocs.yml", school.read("mkdocs.yml") + OFF).build()
    assert school.code == 0, school.output
    files = school.tree()
    assert not [it for it in files if "offline" in it]
    assert not [it for it, data in files.items() if it.endswith(".html") and b"offline/" in data]
    assert "registration.unregister()" in files["sw.js"].decode()
    assert "SITE" not in files["sw.js"].decode()


def test_a_school_can_change_its_mind(school: Project) -> None:
    before = school.build().tree()
    said = school.read("mkdocs.yml")
    school.write("mkdocs.yml", said + OFF).build()
    school.write("mkdocs.yml", said).build()
    assert school.tree() == before


def test_a_worker_says_nothing_of_other_hosts_and_of_this_machine(school: Project) -> None:
    worker = school.build().read("site/sw.js")
    assert "http" not in worker and "import" not in worker
    assert str(school.root) not in worker


@pytest.mark.parametrize("name", ["sw.js", "gone.js"])
def test_a_worker_is_a_program_that_can_be_read(name: str) -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("Node.js is not installed")
    source = templates() / "offline" / name
    assert subprocess.run([node, "--check", source], check=False).returncode == 0


def test_the_sizes_that_are_said_are_those_of_the_files(school: Project) -> None:
    school.build()
    files = json.loads(school.read("site/offline/en.json"))["files"]
    whole = sum(size for address, _, size in files if address != "offline/")
    assert f"{whole / 1e6:.1f} MB" in school.page("offline/").replace("\xa0", " ")
