"""The steps by which schools come in and publish, tried as the manual tells them, with its own example files."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.exchange.schools import school_at
from tests.manual import fences, manual
from tests.schoolroom import tree
from tests.shell import Shell


def page(name: str) -> str:
    """A page of the how-to guides; what is indented in a list stands as elsewhere."""
    return re.sub(r"^    (?=```|continuum )", "", manual(f"how-to/{name}.md"), flags=re.MULTILINE)


def commands(name: str) -> Iterator[list[str]]:
    """The commands of this builder on a page, in their order."""
    lines = (line for it in fences(page(name)) if it.language == "sh" for line in it.text.splitlines())
    yield from (shlex.split(line)[1:] for line in lines if line.startswith("continuum "))


class Steps(Shell):
    """Somebody who does what a page says, command after command."""

    def __init__(self, folder: Path, name: str) -> None:
        super().__init__(folder)
        self.left = list(commands(name))
        for it in fences(page(name)):
            if it.title:
                self.write(it.title, it.text)

    def next(self, *expected: str) -> Steps:
        """Do the next step, which has these words in it; nothing may go wrong."""
        words = self.left.pop(0)
        assert set(expected) <= set(words), (expected, words)
        assert self.run(*words).code == 0, self.output
        return self

    def again(self, *words: str) -> dict[str, bytes]:
        """What stands in the sources after a command of the page has been given once more."""
        assert self.run(*words).code == 0, self.output
        return self.sources

    @property
    def school(self) -> Path:
        return next(self.folder.glob("*school"))

    @property
    def sources(self) -> dict[str, bytes]:
        return tree(self.school / "continuum")

    def change(self, name: str, old: str, new: str) -> None:
        """Change a source by hand."""
        path = self.school / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    def report(self) -> str:
        return (self.school / "imported/report.md").read_text(encoding="utf-8")


def brought_in(steps: Steps) -> list[str]:
    """Look first, which writes nothing; bring it in, check it, build it; gives the command that brings it in."""
    steps.next("import", "--dry-run")
    assert not (steps.folder / "school").exists() and "Nothing was written." in steps.output
    command = steps.left[0]
    steps.next("import").next("check").next("build")
    assert (steps.folder / "school/site/index.html").is_file()
    return command


def test_coming_from_canvas(tmp_path: Path) -> None:
    steps = Steps(tmp_path, "come-from-canvas")
    command = brought_in(steps)
    assert "“LIT.ARG.1”: average in Canvas" in steps.report()
    assert "Say what you mean" in (steps.school / "imported/set-aside.json").read_text(encoding="utf-8")
    competency = "continuum/literacy/argue-from-evidence.yml"
    steps.change("continuum/continuum.yml", "title: outcomes", "title: What we learn")
    steps.change(competency, "statement: I can build a claim.\n", "statement: I can build a claim.\nwhy: It matters.\n")
    before = steps.sources
    assert steps.again(*command) == before
    steps.next("export", "canvas")
    written = (tmp_path / "for-canvas/canvas-outcomes.csv").read_text(encoding="utf-8")
    assert "LIT.ARG.1,outcome,LIT.ARG.1," in written
    assert steps.again("import", "canvas", "for-canvas/canvas-outcomes.csv", "-o", "school") == before
    assert steps.left == []


def test_coming_from_moodle(tmp_path: Path) -> None:
    steps = Steps(tmp_path, "come-from-moodle")
    command = brought_in(steps)
    assert "levels-wanted" in steps.run("check", "-C", "school").output
    assert "LIT.ARG.2" in (steps.school / "imported/set-aside.json").read_text(encoding="utf-8")
    claim = "    statement: How precise is the claim?\n"
    described = f"{claim}    levels: {{1: I can guess., 2: I can say it., 3: I can say it precisely.}}\n"
    steps.change("continuum/literacy/argue-from-evidence.yml", claim, described)
    before = steps.sources
    assert steps.again(*command) == before
    steps.next("export", "moodle")
    assert "I can say it precisely." in (tmp_path / "for-moodle/moodle-framework.csv").read_text(encoding="utf-8")
    steps.next("import", "moodle")
    assert steps.sources == before and steps.left == []


def test_coming_from_case(tmp_path: Path) -> None:
    steps = Steps(tmp_path, "come-from-case")
    command = brought_in(steps)
    assert "the files have no levels" in steps.report()
    title = "    title: Put steps in order\n"
    described = f"{title}    levels: {{3: I can do it.}}\n    not_used: [1, 2, 4]\n"
    steps.change("continuum/writing/give-directions-that-work.yml", title, described)
    before = steps.sources
    assert steps.again(*command) == before
    steps.next("export", "case")
    assert "I can do it." in (tmp_path / "case/case.json").read_text(encoding="utf-8")
    steps.next("import", "case")
    assert steps.sources == before and steps.left == []


def test_the_address_of_a_package_is_one_that_servers_have() -> None:
    found = list(fences(page("come-from-case")))
    [line] = [line for it in found for line in it.text.splitlines() if line.startswith("curl ")]
    [package] = [json.loads(it.text) for it in found if it.title]
    assert line.endswith(f"/ims/case/v1p0/CFPackages/{package['CFDocument']['identifier']}")


def test_bringing_a_framework_in(tmp_path: Path) -> None:
    steps = Steps(tmp_path, "bring-a-framework-in")
    [package] = [it.text for it in fences(page("come-from-case")) if it.title]
    steps.write("mathematics.json", package)
    later = json.loads(package)
    later["CFItems"][0]["fullStatement"] = "Give directions that anybody can follow"
    steps.write("mathematics-2027.json", json.dumps(later))
    steps.next("formats").next("import", "--dry-run")
    assert not (tmp_path / "our-school").exists()
    steps.next("import", "mathematics.json").next("check")
    assert "What came in" in steps.report()
    before = steps.sources
    steps.next("import", "mathematics-2027.json")
    assert len(before) == len(steps.sources) and before != steps.sources
    [changed] = [it for it in school_at(tmp_path / "our-school").competencies if "anybody" in it.statement]
    assert changed.id == "W.1" and steps.left == []


@pytest.mark.parametrize("version", ["v1p0", "v1p1"])
def test_the_data_is_where_the_page_says(tmp_path: Path, version: str) -> None:
    text = page("publish-data")
    [address] = [it.text.strip() for it in fences(text) if it.language == "text"]
    steps = Steps(tmp_path, "come-from-case")
    brought_in(steps)
    [config] = [it.text for it in fences(text) if it.title == "mkdocs.yml"]
    steps.change("continuum/continuum.yml", school_at(steps.school).identifier, address.rpartition("/")[2])
    steps.write("school/mkdocs.yml", config)
    assert steps.run("build", "-C", "school").code == 0, steps.output
    site = "https://school.example/continuum/"
    assert address.startswith(site)
    place = steps.school / "site" / address.removeprefix(site).replace("v1p1", version)
    assert place.exists() or place.with_suffix(".json").exists(), steps.output
    steps.write("school/mkdocs.yml", "site_url: https://school.example/continuum/\nextra: {publish: []}\n")
    assert steps.run("build", "-C", "school").code == 0, steps.output
    assert not (steps.school / "site/ims").exists()
