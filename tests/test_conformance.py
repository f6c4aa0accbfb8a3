"""The conformance statement names every criterion of WCAG 2.2, and the tests that look at each."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import axe_playwright_python
import pytest

from bench.lighthouse import VERSION
from site_builder import __version__
from tests.manual import ROOT, coded, manual, rows, sections

# WCAG 2.2, W3C Recommendation, at levels A and AA; 4.1.1 has been taken out of it.
CRITERIA = {
    "Level A": """
        1.1.1 Non-text Content
        1.2.1 Audio-only and Video-only (Prerecorded)
        1.2.2 Captions (Prerecorded)
        1.2.3 Audio Description or Media Alternative (Prerecorded)
        1.3.1 Info and Relationships
        1.3.2 Meaningful Sequence
        1.3.3 Sensory Characteristics
        1.4.1 Use of Color
        1.4.2 Audio Control
        2.1.1 Keyboard
        2.1.2 No Keyboard Trap
        2.1.4 Character Key Shortcuts
        2.2.1 Timing Adjustable
        2.2.2 Pause, Stop, Hide
        2.3.1 Three Flashes or Below Threshold
        2.4.1 Bypass Blocks
        2.4.2 Page Titled
        2.4.3 Focus Order
        2.4.4 Link Purpose (In Context)
        2.5.1 Pointer Gestures
        2.5.2 Pointer Cancellation
        2.5.3 Label in Name
        2.5.4 Motion Actuation
        3.1.1 Language of Page
        3.2.1 On Focus
        3.2.2 On Input
        3.2.6 Consistent Help
        3.3.1 Error Identification
        3.3.2 Labels or Instructions
        3.3.7 Redundant Entry
        4.1.2 Name, Role, Value""",
    "Level AA": """
        1.2.4 Captions (Live)
        1.2.5 Audio Description (Prerecorded)
        1.3.4 Orientation
        1.3.5 Identify Input Purpose
        1.4.3 Contrast (Minimum)
        1.4.4 Resize Text
        1.4.5 Images of Text
        1.4.10 Reflow
        1.4.11 Non-text Contrast
        1.4.12 Text Spacing
        1.4.13 Content on Hover or Focus
        2.4.5 Multiple Ways
        2.4.6 Headings and Labels
        2.4.7 Focus Visible
        2.4.11 Focus Not Obscured (Minimum)
        2.5.7 Dragging Movements
        2.5.8 Target Size (Minimum)
        3.1.2 Language of Parts
        3.2.3 Consistent Navigation
        3.2.4 Consistent Identification
        3.3.3 Error Suggestion
        3.3.4 Error Prevention (Legal, Financial, Data)
        3.3.8 Accessible Authentication (Minimum)
        4.1.3 Status Messages""",
}
RESULTS = frozenset({"Supports", "Partially supports", "Not applicable"})
PAGE = manual("accessibility.md")
ROWS = [row for level in CRITERIA for row in rows(sections(PAGE, "##")[level])]
# A docstring that begins so says which criteria a test looks at.
_BEGINS = re.compile(r"\d\.\d\.\d+(?:, \d\.\d\.\d+)*(?=[.:])")


def looked_at() -> dict[str, set[str]]:
    """The criteria that each test of access says it looks at, by the test's name."""
    found: dict[str, set[str]] = {}
    for path in sorted((ROOT / "tests/e2e").glob("test_*.py")):
        for name, doc in named_in(path).items():
            said = _BEGINS.match(doc)
            if said:
                found.setdefault(name, set()).update(said[0].split(", "))
    return found


def named_in(path: Path) -> dict[str, str]:
    """The tests of a file with what their docstrings say."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = (it for it in tree.body if isinstance(it, ast.FunctionDef) and it.name.startswith("test_"))
    return {it.name: ast.get_docstring(it) or "" for it in functions}


@pytest.mark.parametrize("level", CRITERIA)
def test_each_criterion_is_listed_once_at_its_level_and_in_its_words(level: str) -> None:
    wanted = [line.strip() for line in CRITERIA[level].strip().splitlines()]
    assert [row[0] for row in rows(sections(PAGE, "##")[level])] == wanted


def test_each_criterion_is_judged_in_words_that_the_statement_explains() -> None:
    assert {row[1] for row in ROWS} <= RESULTS
    explained = sections(PAGE, "##")["What the words mean"]
    assert all(f"**{it}**" in explained for it in RESULTS)


def test_each_test_that_is_named_exists() -> None:
    there = {name for path in (ROOT / "tests").rglob("test_*.py") for name in named_in(path)}
    named = {name for name in coded(PAGE) if name.startswith("test_")}
    assert len(named) > 20
    assert sorted(named - there) == []


def test_each_criterion_names_a_test_or_says_that_somebody_looked() -> None:
    assert [row[0] for row in ROWS if not coded(row[2]) and row[2] != "Read"] == []


def test_what_a_test_says_that_it_looks_at_is_in_the_statement() -> None:
    named = {row[0].split()[0]: set(coded(row[2])) for row in ROWS}
    pairs = {(criterion, test) for test, its in looked_at().items() for criterion in its if criterion in named}
    assert len(pairs) > 50
    assert sorted(pair for pair in pairs if pair[1] not in named[pair[0]]) == []


def test_what_the_statement_says_of_a_test_is_what_the_test_says() -> None:
    known = looked_at()
    pairs = {(row[0].split()[0], test) for row in ROWS for test in coded(row[2]) if test in known}
    assert sorted(pair for pair in pairs if pair[0] not in known[pair[1]]) == []


def test_what_is_not_wholly_met_is_told_at_length() -> None:
    partly = [row for row in ROWS if row[1] == "Partially supports"]
    assert partly
    assert all("see below" in row[3] for row in partly)
    assert len(sections(PAGE, "##")["What does not conform"].split()) > 40


def test_the_statement_is_about_the_versions_that_are_tested() -> None:
    axe = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")[:200]
    said = re.search(r"axe v([\d.]+)", axe)
    assert said
    assert f"Transparent Continuum {__version__} " in PAGE
    assert f"axe-core {said[1]}, Lighthouse {VERSION}" in PAGE
    assert re.search(r"^\| Date \| 20\d\d-\d\d-\d\d \|$", PAGE, re.M)
