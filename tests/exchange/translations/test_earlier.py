"""What a text said when it was translated, out of the repository in which a school keeps its sources."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from site_builder.exchange.translations.earlier import Remembered
from site_builder.sources.translation import fingerprint
from tests.exchange.translations.bilingual import ARGUE, bilingual, source, texts_in
from tests.project import Project

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not on this machine")
CLAIM = "skills/LIT.ARG.1/title"


def kept(school: Project) -> None:
    """Commit all that is there."""
    who = ["-c", "user.name=A", "-c", "user.email=a@school.example", "-c", "commit.gpgsign=false"]
    for words in (["init", "-q"], ["add", "-A"], [*who, "commit", "-q", "-m", "As it is"]):
        subprocess.run(["git", *words], cwd=school.root, check=True, capture_output=True)


@needs_git
def test_git_remembers_what_a_text_said_when_it_was_translated(tmp_path: Path) -> None:
    school = bilingual(tmp_path)
    kept(school)
    for title in ("A claim", "My claim"):
        school.change(ARGUE, "title: A claim" if title == "My claim" else "title: Claim", f"title: {title}")
        kept(school)
    texts = texts_in(school.root)
    assert Remembered(texts)(source(texts, ARGUE), "es") == {CLAIM: "Claim"}


@needs_git
@pytest.mark.parametrize(
    ("file", "place", "old", "new"),
    [
        ("continuum/continuum.yml", "title", "Small School", "Our School"),
        ("continuum/literacy/area.yml", "title", "Literacy", "Reading"),
        ("continuum/pages/families.md", "title", "For families", "At home"),
    ],
)
def test_every_kind_of_source_is_remembered(tmp_path: Path, file: str, place: str, old: str, new: str) -> None:
    beside = f"{file.rpartition('.')[0]}.es.{file.rpartition('.')[2]}"
    said = f"{place}: Hola\nmade_from: {{{place}: {fingerprint(old)}}}\n"
    school = bilingual(tmp_path).write(beside, f"---\n{said}---\n" if file.endswith("md") else said)
    kept(school)
    school.change(file, f"title: {old}", f"title: {new}")
    texts = texts_in(school.root)
    assert Remembered(texts)(source(texts, file), "es") == {place: old}


@needs_git
def test_a_version_that_could_not_be_read_is_passed_over(tmp_path: Path) -> None:
    school = bilingual(tmp_path)
    kept(school)
    text = school.read(ARGUE)
    for broken in ("title: [", "title: x"):
        school.write(ARGUE, broken)
        kept(school)
    school.write(ARGUE, text.replace("title: Claim", "title: My claim"))
    texts = texts_in(school.root)
    assert Remembered(texts)(source(texts, ARGUE), "es") == {CLAIM: "Claim"}


def test_without_a_repository_nothing_is_remembered(tmp_path: Path) -> None:
    school = bilingual(tmp_path).change(ARGUE, "title: Claim", "title: My claim")
    texts = texts_in(school.root)
    assert Remembered(texts)(source(texts, ARGUE), "es") == {}
