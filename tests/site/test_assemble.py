"""Everything a site consists of, also after changes."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

from tests.project import Project

CLAIM = "I can state a claim that someone could disagree with."


def stamps(project: Project) -> dict[str, int]:
    """When each file of the site was written."""
    site = project.root / "site"
    return {it.relative_to(site).as_posix(): it.stat().st_mtime_ns for it in site.rglob("*") if it.is_file()}


def rewritten(before: dict[str, int], after: dict[str, int]) -> set[str]:
    return {file for file in after if before.get(file) != after[file]}


def found(project: Project) -> list[str]:
    """The pages that the search index holds."""
    fragments = (project.root / "site" / "pagefind").rglob("*.pf_fragment")
    texts = (gzip.decompress(it.read_bytes()).decode() for it in fragments)
    return sorted(json.loads(text[text.index("{") :])["url"] for text in texts)


def test_a_changed_word_rewrites_the_page_that_says_it_and_no_other(school: Project) -> None:
    before = stamps(school.build())
    school.change("continuum/literacy/argue.yml", "weigh what they are told", "weigh what they hear").build()
    again = rewritten(before, stamps(school))
    assert {file for file in again if file.endswith(".html")} == {
        "literacy/argue/index.html",
        # Each piece of work shows the competency that it belongs to.
        "exemplars/literacy/lunch/index.html",
        "exemplars/literacy/my-dog/index.html",
        # Where it is placed, its levels are to be read.
        "exemplars/literacy/lunch/calibrate/index.html",
        "exemplars/literacy/my-dog/calibrate/index.html",
        # And each booklet that it is in.
        "booklets/literacy/index.html",
        "booklets/pathways/first/index.html",
    }


def test_a_booklet_is_put_together_again_when_one_of_its_competencies_changes(school: Project) -> None:
    before = stamps(school.build())
    school.change("continuum/agency/set-a-goal.md", "title: Set a goal", "title: Set a goal of mine").build()
    again = {file for file in rewritten(before, stamps(school)) if file.startswith("booklets/")}
    assert again == {"booklets/agency/index.html", "booklets/pathways/first/index.html"}
    assert "Set a goal of mine" in school.page("booklets/agency/")


def test_booklets_are_not_searched_and_outlast_the_search(school: Project) -> None:
    before = stamps(school.build("--search"))
    assert "booklets/literacy/index.html" in before
    assert not [address for address in found(school) if "booklets" in address]
    assert rewritten(before, stamps(school.build("--search"))) == set()
    assert school.code == 0, school.output


def test_nothing_is_rewritten_when_nothing_changed(school: Project) -> None:
    before = stamps(school.build())
    assert rewritten(before, stamps(school.build())) == set()
    assert "0 files written" in school.output


def test_a_site_that_grew_by_changes_is_the_same_as_one_built_at_once(school: Project, tmp_path: Path) -> None:
    school.build()
    school.change("continuum/literacy/argue.yml", "title: Argue from evidence", "title: Argue well").build()
    school.remove("exemplars/literacy/my-dog/index.md").write(
        "continuum/pages/students.md", "---\ntitle: For students\n---\nHi.\n"
    ).build()
    school.change("continuum/continuum.yml", "name: Steady", "name: Sure").build()
    fresh = Project(tmp_path / "fresh")
    for file in ("continuum/literacy/argue.yml", "continuum/pages/students.md", "continuum/continuum.yml"):
        fresh.write(file, school.read(file))
    fresh.remove("exemplars/literacy/my-dog/index.md").build()
    assert fresh.code == school.code == 0
    assert school.tree() == fresh.tree()


def test_a_page_that_is_gone_leaves_the_site_and_its_search(school: Project) -> None:
    school.build("--search")
    assert "/literacy/retell/" in found(school)
    school.change("continuum/pathways/first.yml", "{competency: LIT.RET, level: 2}, ", "")
    school.remove("continuum/literacy/retell.yml").build("--search")
    # The third build works in what was the first: nothing of that may come back.
    school.change("continuum/literacy/argue.yml", CLAIM, f"{CLAIM} Well.").build("--search")
    assert school.code == 0, school.output
    assert "literacy/retell/index.html" not in school.tree()
    assert "/literacy/retell/" not in found(school)
    assert "/literacy/argue/" in found(school)


def test_a_site_with_and_without_search(school: Project) -> None:
    school.build("--search")
    assert "pagefind/pagefind.js" in school.tree()
    assert "continuum-search.js" in school.page()
    school.build()
    assert not [file for file in school.tree() if file.startswith("pagefind/")]
    assert "continuum-search.js" not in school.page()
