"""Any bytes at all are read as a source or refused in words; no exception leaves a reader."""

from __future__ import annotations

import pytest
import yaml as pyyaml
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.problems import Severity, Span
from site_builder.report import as_json, shown
from site_builder.sources import yaml
from site_builder.sources.folder import find_sources, source_at
from site_builder.sources.load import read_setting
from site_builder.sources.places import placed
from site_builder.sources.reading import Setting, read_source
from site_builder.sources.text import decoded
from site_builder.sources.yaml import place, read_yaml
from tests.fuzz.kept import EXAMPLES, crashers
from tests.project import Project

# What a YAML parser looks at, and what sources are made of, in pieces that meet each other.
PIECES = (
    *(
        "a: ",
        "b:",
        "id: A\n",
        "title: ",
        "1: ",
        "é: ",
        "e\u0301: ",
        "? ",
        ": ",
        "- ",
        "-",
        "\n",
        "\n  ",
        "\n    ",
        "\t",
        " ",
    ),
    *(
        "[",
        "]",
        "{",
        "}",
        ", ",
        "[[[[",
        "'",
        '"',
        "|\n  ",
        ">-\n  ",
        ">+2\n",
        "#",
        " # x",
        "\\",
        '"\\x00"',
        '"\\ud800"',
    ),
    *(
        '"\\UFFFFFFFF"',
        "&a ",
        "*a",
        "<<: ",
        "!!str ",
        "!",
        "!<tag:x,%ff> ",
        "%YAML 1.9\n",
        "%TAG ! x\n",
        "---\n",
        "...\n",
    ),
    *(
        "~",
        "null",
        "NO",
        "010",
        "1e3",
        ".inf",
        "2026-09-01",
        "\r",
        "\r\n",
        "\x00",
        "\x85",
        "\u2028",
        "\ufeff",
        "\u202e",
    ),
    *(
        "skills:\n  - ",
        "levels: ",
        "annotations:\n  - ",
        "requires:\n  - ",
        "consent: {",
        "region: [1, 2, 3, 4]",
        "[x](y)",
    ),
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
BYTES = (
    st.binary(max_size=200)
    | TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass"))
    | st.text().map(lambda text: text.encode("utf-16", "surrogatepass"))
)
HEADS = BYTES.map(lambda data: b"---\n" + data + b"\n---\nText [x](y)")
FILES = (
    "continuum/literacy/argue.yml",
    "continuum/agency/set-a-goal.md",
    "continuum/pathways/first.yml",
    "continuum/pages/families.md",
    "exemplars/literacy/lunch/index.md",
)
KEPT = crashers("yaml")


@pytest.fixture(scope="module")
def setting(tmp_path_factory: pytest.TempPathFactory) -> Setting:
    """A folder in which any source may be written anew."""
    root = Project(tmp_path_factory.mktemp("fuzz") / "school").root
    found, _ = read_setting(root, find_sources(root)[0])
    assert found is not None
    return found


def check_text(data: bytes) -> None:
    """The text is read, or refused at a place within it."""
    text, problems = decoded("a.yml", data)
    value, refused = read_yaml("a.yml", text)
    for problem in (*problems, *refused):
        assert isinstance(problem.at, Span)
        assert 1 <= problem.at.line <= text.count("\n") + 1 or not text
        assert problem.message
        assert problem.hint
    assert value is None or not refused
    assert place(text, ("a", 0, "b"))[0] >= 1


def check_source(data: bytes, setting: Setting) -> None:
    """As whatever kind of source: a value, or an error that can be shown in every way."""
    for file in FILES:
        (setting.root / file).write_bytes(data)
        reading = read_source(source_at(file), setting)
        assert reading.thing or any(it.severity is Severity.ERROR for it in reading.problems)
        found = placed(reading.problems, setting.root)
        shown(found, setting.root, notes=True).encode()
        as_json(found).encode()


@given(BYTES)
@settings(deadline=None, max_examples=EXAMPLES)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    check_text(data)


@given(TEXTS)
@settings(deadline=None, max_examples=EXAMPLES)
def test_both_parsers_of_yaml_take_and_refuse_without_failing(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    check_text(data)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml, "Parser", pyyaml.SafeLoader)
        check_text(data)


@given(BYTES | HEADS)
@settings(deadline=None, max_examples=EXAMPLES)
def test_any_bytes_are_a_source_or_refused(setting: Setting, data: bytes) -> None:
    check_source(data, setting)


@pytest.mark.parametrize("data", KEPT.values(), ids=KEPT)
def test_bytes_that_once_broke_a_reader_no_longer_do(setting: Setting, data: bytes) -> None:
    check_text(data)
    check_source(data, setting)
    check_source(b"---\n" + data + b"\n---\n", setting)


@pytest.mark.parametrize("data", KEPT.values(), ids=KEPT)
def test_bytes_that_once_broke_the_other_parser_no_longer_do(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml, "Parser", pyyaml.SafeLoader)
    check_text(data)


def test_something_is_kept() -> None:
    assert len(KEPT) > 5
