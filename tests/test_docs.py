"""The manual says what the product does: neither less nor more."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import click
import pytest
from click.testing import CliRunner
from pydantic.fields import FieldInfo

from site_builder.cli import cli
from site_builder.evidence.roster import read_roster
from site_builder.evidence.roster_sheet import COLUMNS
from site_builder.new import new
from site_builder.problems import Severity
from site_builder.progress.voice import VoiceShape, read_voice
from site_builder.resources import starter
from site_builder.site.config import TAKEN
from site_builder.site.pages import NAMES
from site_builder.sources.folder import find_sources
from site_builder.sources.front_matter import halves
from site_builder.sources.markdown import links
from site_builder.sources.schema import SHAPES
from site_builder.sources.shape import Shape
from site_builder.sources.yaml import read_yaml
from tests.emitted import EMITTED
from tests.manual import OWN, PACKAGE, PAGES, ROOT, Fence, coded, fences, manual, name_of, rows, sections, without_code
from tests.project import Project
from tools.school.people import PUPILS

# Commands


def test_each_command_and_option_is_in_the_manual_and_no_other() -> None:
    said = {name: set(_named(text)) for name, text in sections(manual("reference/commands.md"), "##?").items()}
    there = {name: _options(command) for name, command in _commands(cli, "continuum")}
    assert {name: options for name, options in said.items() if name.startswith("continuum ")} == there
    assert said["Commands"] == _options(cli) | {"-h", "--help"}


def _commands(group: click.Group, name: str) -> Iterator[tuple[str, click.Command]]:
    """Every command by the words that call it; a group of commands is none itself."""
    for word, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from _commands(command, f"{name} {word}")
        else:
            yield f"{name} {word}", command


def _named(text: str) -> Iterator[str]:
    for row in rows(text):
        yield from coded(row[0])


def _options(command: click.Command) -> set[str]:
    """The options that a command tells of; the passphrase is only taken from the environment."""
    told = [it for it in command.params if not getattr(it, "hidden", False)]
    return {name for it in told for name in it.opts if name.startswith("-")}


def test_each_variable_that_the_builder_reads_is_in_the_manual_and_no_other() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    read = {*re.findall(r'envvar="(\w+)"', source), *re.findall(r'os\.environ\.get\("([A-Z_]+)"', source)}
    said = sections(manual("reference/commands.md"), "##")["Variables"]
    assert set(_named(said)) == read


def test_the_json_in_the_manual_has_the_names_that_a_build_prints(project: Project) -> None:
    example = next(json.loads(it.text) for it in fences(manual("reference/commands.md")) if it.language == "json")
    printed = json.loads(project.build("--json").printed)
    assert list(printed) == list(example)
    assert list(printed["problems"][0]) == list(example["problems"][0])


# Checks


SAID = sections(without_code(manual("reference/checks.md")), "##+")
CODES = {code: text for code, text in SAID.items() if code in {it.code for it in EMITTED} or "\n> " in text}


def test_each_code_is_in_the_manual_and_no_other() -> None:
    assert sorted(CODES) == sorted({it.code for it in EMITTED})


@pytest.mark.parametrize("code", sorted(CODES))
def test_the_manual_knows_how_grave_a_code_is_what_it_says_and_what_to_do(code: str) -> None:
    emitted = [it for it in EMITTED if it.code == code]
    meaning, advice, example = (part.strip() for part in CODES[code].strip().split("\n\n"))
    assert meaning.startswith("**")
    assert {it.severity.upper() for it in emitted} == {it.upper() for it in re.findall(r"\*\*(\w+)\.\*\* .", meaning)}
    assert advice
    assert any(re.search(f"{it.message}$", example.removeprefix("> ")) for it in emitted), emitted


def test_severities_are_explained() -> None:
    assert all(f"**{severity}**" in manual("reference/checks.md") for severity in Severity)


# Source files


def tables(shape: type[Shape], name: str = "") -> Iterator[tuple[str, type[Shape]]]:
    """A shape and those within it, each with the names of the keys that lead to it."""
    yield name, shape
    for key, field in shape.model_fields.items():
        for inner in _shapes_in(field.annotation):
            if inner is not shape:
                yield from tables(inner, key)


def _shapes_in(annotation: Any) -> Iterator[type[Shape]]:
    if isinstance(annotation, type) and issubclass(annotation, Shape):
        yield annotation
    for inner in get_args(annotation):
        yield from _shapes_in(inner)


def _choices(field: FieldInfo) -> list[str]:
    """The values that a key may have, where it is one of a few."""
    kind = field.annotation
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return [it.value for it in kind]
    return list(get_args(kind)) if get_origin(kind) is Literal else []


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_each_key_of_a_source_is_in_the_manual_and_no_other(shape: type[Shape]) -> None:
    place = (shape.__doc__ or "").split(":")[0].removeprefix("The head of ").replace("<slug>", "<name>")
    chapters = sections(manual("reference/sources.md"), "##").values()
    chapter = next(it for it in chapters if f"`{place}`" in it.strip().splitlines()[0])
    parts = sections(chapter, "###").values()
    for name, inner in tables(shape):
        text = (
            next(it for it in parts if f"`{name}`" in it.strip().splitlines()[0]) if name else chapter.split("###")[0]
        )
        said = {coded(row[0])[0]: row for row in rows(text)}
        assert set(said) == set(inner.model_fields), name
        for key, field in inner.model_fields.items():
            assert said[key][1] == ("yes" if field.is_required() else "no"), key
            assert set(_choices(field)) <= set(coded(said[key][2])), key


def test_the_keys_of_mkdocs_yml_that_are_taken_are_in_the_manual_and_no_other() -> None:
    assert {coded(row[0])[0] for row in rows(manual("reference/mkdocs-yml.md"))} == set(TAKEN)


# Files of students


def sharing(heading: str) -> str:
    """A chapter of “Share progress”."""
    return sections(manual("how-to/share-progress.md"), "##")[heading]


def test_each_column_of_a_roster_is_in_the_manual_and_no_other() -> None:
    assert tuple(coded(row[0])[0] for row in rows(sharing("The roster"))) == COLUMNS


def test_the_roster_in_the_manual_can_be_read(tmp_path: Path) -> None:
    roster = tmp_path / "roster.csv"
    roster.write_text(next(fences(sharing("The roster"))).text, encoding="utf-8")
    found, problems = read_roster([roster])
    assert (list(found.students) if found else [], problems) == (["1042", "1043", "1051"], [])


def test_all_that_a_student_may_say_is_in_the_manual_and_read_as_it_stands_there(tmp_path: Path) -> None:
    chapter = sharing("Words of students")
    assert {coded(row[0])[0] for row in rows(chapter)} == set(VoiceShape.model_fields)
    (tmp_path / "1043.md").write_text(next(fences(chapter)).text, encoding="utf-8")
    voice, problems = read_voice(tmp_path, "1043")
    assert voice is not None
    assert (voice.said, voice.language, problems) == (date(2026, 11, 18), "es", [])


def test_the_readme_counts_the_students_of_the_invented_school() -> None:
    assert f"a school of {len(PUPILS)} students" in (ROOT / "README.md").read_text(encoding="utf-8")


# Examples


def examples(page: Path) -> list[Fence]:
    """The blocks of a page that are sources."""
    return [it for it in fences(page.read_text(encoding="utf-8")) if it.title]


WITH_EXAMPLES = [page for page in PAGES if examples(page)]


@pytest.mark.parametrize("page", WITH_EXAMPLES, ids=name_of)
def test_the_examples_of_a_page_are_sound_sources(page: Path, tmp_path: Path) -> None:
    new(tmp_path, minimal=True)
    for it in examples(page):
        put(tmp_path, it)
    add_media(tmp_path)
    # Only a build reads mkdocs.yml.
    command = ["build", "--no-search"] if any(it.title == "mkdocs.yml" for it in examples(page)) else ["check"]
    said = CliRunner().invoke(cli, [*command, "-C", str(tmp_path), "--json"], standalone_mode=False)
    found = json.loads(said.stdout)["problems"]
    grave = [it for it in found if it["severity"] != "note" or it["code"] == "config-unused"]
    assert [it for it in grave if it["code"] not in ("anchor-missing", "levels-wanted")] == []


def put(root: Path, example: Fence) -> None:
    """Write an example into a school's folder; a part of a source that is there takes the place of that part."""
    path = root / example.title
    text = example.text
    if example.language == "yaml" and path.exists() and example.title != "mkdocs.yml":
        text = _merged(path.read_text(encoding="utf-8"), text, path.suffix == ".md")
    path.parent.mkdir(parents=True, exist_ok=True)
    # A permission in the manual must not end while the manual is read.
    path.write_text(re.sub(r"until: \d{4}", "until: 2099", text), encoding="utf-8")


def _merged(text: str, part: str, is_markdown: bool) -> str:
    parts = halves("", text)[0] if is_markdown else None
    whole, new_part = read_yaml("", parts.head if parts else text)[0], read_yaml("", part)[0]
    assert isinstance(whole, dict)
    assert isinstance(new_part, dict)
    head = json.dumps(whole | new_part, ensure_ascii=False)
    return f"---\n{head}\n---\n{parts.body}" if parts else head


def add_media(root: Path) -> None:
    """Put a picture or recording of the demonstration where an example names a file of its own."""
    for source in root.rglob("*.md"):
        for file in re.findall(r"file: (\S+)|!\[.*\]\((\S+)\)", source.read_text(encoding="utf-8")):
            name = Path("".join(file))
            sample = next((ROOT / "exemplars").rglob(f"*{name.suffix}"))
            shutil.copy(sample, source.with_name(name.name))


def test_examples_in_yaml_say_which_file_they_belong_to() -> None:
    pages = (page for page in PAGES if "decisions" not in page.parts)
    assert [
        (name_of(page), it.text)
        for page in pages
        for it in fences(page.read_text(encoding="utf-8"))
        if it.language in ("yaml", "markdown") and not it.title
    ] == []


# The first steps


def first_steps() -> list[Fence]:
    """The blocks of “A continuum of your own” in the README."""
    return list(fences(sections((ROOT / "README.md").read_text(encoding="utf-8"))[OWN]))


@pytest.mark.skipif(not shutil.which("sh"), reason="the lines are for a shell")
def test_the_first_steps_lead_where_the_readme_says(tmp_path: Path) -> None:
    here, words = tmp_path, ""
    for step in first_steps():
        if step.language == "diff":
            old, words = (line[1:] for line in step.text.splitlines())
            source = next(it for it in here.rglob("*.yml") if old in it.read_text(encoding="utf-8").splitlines())
            source.write_text(source.read_text(encoding="utf-8").replace(old, words), encoding="utf-8")
        else:
            here = run(step.text, here)
    page = (here / "site/writing/give-directions/index.html").read_text(encoding="utf-8")
    assert words.split(": ")[1] in page


def run(lines: str, folder: Path) -> Path:
    """Run lines of a shell as they stand, but for the preview, and say in which folder they end."""
    kept = [line for line in lines.splitlines() if not line.startswith("continuum serve")]
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    script = "\n".join(["set -e", *kept, "pwd"])
    there = {**os.environ, "PATH": path}
    said = subprocess.run(["sh", "-c", script], cwd=folder, env=there, capture_output=True, check=True)
    return Path(said.stdout.decode().splitlines()[-1])


def test_the_readme_and_the_manual_tell_the_first_steps_in_the_same_words() -> None:
    assert sections((ROOT / "README.md").read_text(encoding="utf-8"))[OWN] == sections(manual("how-to/start.md"))[OWN]


def test_what_make_site_prints_is_what_the_readme_says() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8").replace("$(BIN)", ".venv/bin")
    shown = next(it.text for it in fences((ROOT / "README.md").read_text(encoding="utf-8")) if "To open it" in it.text)
    assert [line for line in shown.splitlines() if line and f'@echo "{line}"' not in makefile] == []


def test_each_target_of_make_that_the_manual_names_is_there() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    pages = [(ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "CONTRIBUTING.md")]
    assert {name for text in pages for name in re.findall(r"(?:^|`)make ([a-z]+)", text, re.M)} <= targets


def test_the_workflow_in_the_manual_is_the_one_that_schools_get_with_a_day_in_the_week() -> None:
    written = (starter() / "common/github/workflows/site.yml").read_text(encoding="utf-8")
    begun = next(it.text for it in fences(manual("how-to/publish.md")) if "schedule:" in it.text).split("  schedule:")[
        0
    ]
    assert begun in written


def test_the_readme_counts_the_competencies_of_the_demonstration() -> None:
    count = len([it for it in find_sources(ROOT)[0] if it.kind == "competency"])
    assert f"with {count} competencies" in (ROOT / "README.md").read_text(encoding="utf-8")


# Addresses

GLOSSARY = "terms:\n  - {id: claim, term: claim, means: What is said.}\n"
_PLACES = {
    "<area>": "literacy",
    "<competency>": "argue",
    "<former>": "argue-with-evidence",
    "<level>": "2",
    "<page>": "families",
    "<pathway>": "first",
    "<scale>": "learning",
    "<work>": "my-dog",
}


def test_pages_stand_where_the_manual_says_with_the_anchors_that_it_names(project: Project) -> None:
    parts = sections(manual("reference/addresses.md"), "##")
    pages = {coded(row[0])[0]: coded(row[1])[0] for row in rows(parts["Pages"])}
    assert set(pages) == set(NAMES)
    tree = project.write("continuum/glossary.yml", GLOSSARY).build().tree()
    html = {kind: tree[_file(address)].decode() for kind, address in pages.items()}
    anchors = [(coded(row[0])[0], anchor) for row in rows(parts["Anchors"]) for anchor in coded(row[1])]
    assert [(kind, anchor) for kind, anchor in anchors if f'id="{anchor[1:]}"' not in html[kind]] == []


def _file(address: str) -> str:
    for place, name in _PLACES.items():
        address = address.replace(place, name)
    return address[1:] + ("index.html" if address.endswith("/") else "")


# Links


def anchors(text: str) -> set[str]:
    """The anchors of a page as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", without_code(text), re.M)
    return {re.sub(r"[^\w\- ]", "", it.lower()).replace(" ", "-") for it in headings}


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_each_link_of_a_page_leads_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    astray = []
    for link in links(without_code(text)):
        file, _, anchor = link.target.partition("#")
        target = page.parent / file if file else page
        if link.target.startswith("https://"):
            continue
        if not target.exists() or (anchor and anchor not in anchors(target.read_text(encoding="utf-8"))):
            astray.append(link.target)
    assert astray == []


def test_each_kind_of_link_that_the_manual_lists_leads_somewhere(project: Project) -> None:
    named = [
        link for row in rows(sections(manual("reference/sources.md"))["Texts and links"]) for link in coded(row[0])
    ]
    own = {
        "literacy/should-lunch-be-longer": "literacy/lunch",
        "argue-from-evidence.yml": "argue.yml",
        "PTH.GRA": "first",
    }
    for theirs, ours in {**own, "LIT.ARG.2-3": "LIT.ARG.2-2", "learning/3": "learning/2", "…": "x"}.items():
        named = [link.replace(theirs, ours) for link in named]
    project.write("continuum/glossary.yml", GLOSSARY.replace("claim", "evidence"))
    project.write("continuum/pages/links.md", "---\ntitle: Links\n---\n" + "\n".join(f"[x]({link})" for link in named))
    assert project.check().code == 0, project.output


def test_each_page_of_the_manual_is_in_its_contents() -> None:
    listed = {(ROOT / "docs" / link.target).resolve() for link in links(manual("README.md"))}
    assert [name_of(page) for page in PAGES if page.is_relative_to(ROOT / "docs") and page not in listed] == [
        "docs/README.md"
    ]


def test_each_page_that_the_source_points_to_is_there() -> None:
    sources = [path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py")]
    named = {name for text in sources for name in re.findall(r"docs/[\w/.-]+\.md", text)}
    assert [name for name in sorted(named) if not (ROOT / name).is_file()] == []


def test_pictures_of_the_manual_are_light() -> None:
    pictures = list((ROOT / "docs/pictures").iterdir())
    assert [it.name for it in pictures if it.suffix != ".png" or it.stat().st_size > 200_000] == []


# The house


def test_the_architecture_names_each_module_and_no_other() -> None:
    named = re.findall(r"^- `([\w/]+\.py)`: \S", manual("architecture.md"), re.M)
    there = [path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py") if path.name != "__init__.py"]
    assert sorted(named) == sorted(there)


def test_each_change_that_waits_is_of_a_known_kind() -> None:
    kinds = {coded(row[0])[0] for row in rows((ROOT / "changes/README.md").read_text(encoding="utf-8"))}
    waiting = [it for it in (ROOT / "changes").iterdir() if it.name != "README.md"]
    assert [it.name for it in waiting if not re.fullmatch(rf"[a-z0-9-]+\.({'|'.join(kinds)})\.md", it.name)] == []
