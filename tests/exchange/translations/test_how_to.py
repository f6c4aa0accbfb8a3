"""The way from the first word to the published page in another language, tried as the manual tells it."""

from __future__ import annotations

import json
import re
import shlex
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest

from site_builder.exchange.translations.decisions import Fate
from site_builder.exchange.translations.sheet_out import COLUMNS
from tests.exchange.translations.bilingual import listed
from tests.manual import coded, fences, manual, rows, sections
from tests.shell import Shell

GUIDE = "how-to/translate.md"
REFERENCE = "reference/translations.md"
DIRECTIONS = "continuum/writing/give-directions"


class Steps(Shell):
    """Somebody who does what the page says, command after command."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        lines = (line for it in fences(manual(GUIDE)) if it.language == "sh" for line in it.text.splitlines())
        self.left = [shlex.split(line)[1:] for line in lines]

    def next(self, *expected: str) -> Steps:
        """Do the next step, which has these words in it; nothing may go wrong."""
        words = self.left.pop(0)
        assert set(expected) <= set(words), (expected, words)
        assert self.run(*words).code == 0, self.output
        return self

    def read(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")

    def change(self, name: str, old: str, new: str) -> None:
        assert old in self.read(name)
        self.write(name, self.read(name).replace(old, new))


@pytest.fixture
def steps(tmp_path: Path) -> Steps:
    """Somebody in the smallest continuum, to which the page has given a second language."""
    steps = Steps(tmp_path)
    assert steps.run("new", ".", "--minimal").code == 0, steps.output
    told = {it.title: it.text for it in fences(manual(GUIDE)) if it.title}
    steps.change("continuum/continuum.yml", "languages: [en]\n", told["continuum/continuum.yml"])
    steps.write("terms-es.csv", told["terms-es.csv"])
    return steps


def translated(text: str) -> str:
    """A PO file in which somebody has translated what was empty, with the same links and quotes."""
    blocks = text.split("\n\n")
    return "\n\n".join([blocks[0], *map(_told, blocks[1:])])


def _told(block: str) -> str:
    head, _, said = block.partition("\nmsgid ")
    source, _, target = said.partition("\nmsgstr ")
    return f"{head}\nmsgid {source}\nmsgstr {source}" if target.strip() == '""' else block


def test_a_school_that_adds_spanish(steps: Steps) -> None:
    steps.next("export", "spanish.po").next("export", "spanish.csv").next("export", "writing.po")
    assert steps.read("writing.po").count("msgctxt") < steps.read("spanish.po").count("msgctxt")
    steps.write("spanish.po", translated(steps.read("spanish.po")))
    steps.next("import", "--dry-run")
    assert not (steps.folder / f"{DIRECTIONS}.es.yml").exists()
    steps.next("import").next("check").next("build")
    assert (steps.folder / f"{DIRECTIONS}.es.yml").is_file()
    assert (steps.folder / "site/es/writing/give-directions/index.html").is_file()
    steps.next("status")
    assert "There is nothing left to do." in steps.printed

    steps.change(f"{DIRECTIONS}.yml", "title: Landmarks", "title: Signs on the way")
    assert "translation-stale" in steps.run("check").output
    steps.next("export", "--only-missing")
    assert steps.read("more.po").count("#, fuzzy") == 1
    steps.change("more.po", '"Signs on the way"\nmsgstr "Landmarks"', '"Signs on the way"\nmsgstr "Señales"')
    steps.change("more.po", "#, fuzzy\n", "")
    steps.next("import")
    assert "title: Señales" in steps.read(f"{DIRECTIONS}.es.yml")
    assert [it for it in listed(steps.folder) if it.is_stale] == []

    steps.change(f"{DIRECTIONS}.yml", "title: Order", "title: The order")
    steps.next("mark")
    assert [it for it in listed(steps.folder) if it.is_stale] == []

    steps.change(f"{DIRECTIONS}.yml", "title: Signs on the way", "title: Landmarks")
    steps.next("import", "terms-es.csv")
    assert "title: Puntos de referencia" in steps.read(f"{DIRECTIONS}.es.yml")
    assert "terms-es.csv:4: Something else" in steps.output
    steps.next("words")
    assert (steps.folder / "continuum/words/es.po").is_file()
    assert steps.run("check").code == 0, steps.output
    assert steps.left == []


def test_a_framework_that_was_brought_in_by_a_map_gets_its_translation(tmp_path: Path) -> None:
    guide = manual("how-to/import-with-a-map.md")
    shell = Shell(tmp_path)
    for it in fences(guide):
        if it.title:
            shell.write(it.title, it.text)
    lines = [line for it in fences(guide) if it.language == "sh" for line in it.text.splitlines()]
    _, come, told = (shlex.split(line)[1:] for line in lines)
    assert shell.run(*come).code == 0, shell.output
    settings = tmp_path / "digital/continuum/continuum.yml"
    text = settings.read_text(encoding="utf-8")
    assert "`languages: [en, nl]`" in guide and "languages: [en]\n" in text
    settings.write_text(text.replace("[en]\n", "[en, nl]\n"), encoding="utf-8", newline="")
    assert shell.run(*told).code == 0, shell.output
    said = [it.target for it in listed(tmp_path / "digital", "nl") if it.target]
    assert "`S1.1.01` Ik weet wat een zoekmachine is." in said
    assert len(said) == 3


# The reference


def test_the_reference_names_each_column_and_each_fate() -> None:
    parts = sections(manual(REFERENCE), "##")
    assert tuple(coded(row[0])[0] for row in rows(parts["CSV"])) == COLUMNS
    fates: type[StrEnum] = Fate
    assert [coded(row[0])[0] for row in rows(parts["What becomes of a row"])] == [it.value for it in fates]


def names_in(value: Any) -> Any:
    """The names in some JSON, with one entry of each list."""
    if isinstance(value, dict):
        return {name: names_in(it) for name, it in value.items()}
    return [names_in(it) for it in value[:1] if isinstance(it, dict)] if isinstance(value, list) else None


def test_the_json_in_the_reference_has_the_names_that_are_printed(steps: Steps) -> None:
    status, come = (json.loads(it.text) for it in fences(sections(manual(REFERENCE), "##")["JSON"]))
    printed = json.loads(steps.run("translate", "status", "--json").printed)
    assert names_in(printed) == names_in(status)
    printed = json.loads(steps.run("translate", "import", "terms-es.csv", "--json").printed)
    assert names_in(printed) == names_in(come)
    assert list(come["languages"][0]["counts"]) == [*Fate, "obsolete"]


def test_the_message_in_the_reference_is_as_one_is_written(steps: Steps) -> None:
    [example] = [it.text for it in fences(manual(REFERENCE)) if it.language == "po"]
    steps.run("translate", "export", "es", "-o", "es.po")
    [block] = [it for it in steps.read("es.po").split("\n\n") if "skills/WRI.DIR.1/levels/2" in it]
    plain = re.sub(r"^#[|,].*\n", "", example, flags=re.MULTILINE)
    told = "I can choose landmarks that a person who knows the area would recognise."
    assert block.split("\n")[:2] == plain.split("\n")[:2]
    assert told in plain and "would recognise." in block
