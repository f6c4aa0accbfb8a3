"""Attack 50: whatever stands in a map, in students' words or in a list of allowed texts, no exception leaves a reader.

Sources, tables and photos are in tests/fuzz; envelopes, codes and registers are with their tests in tests/private.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from site_builder.evidence.mapping import Map, read_map
from site_builder.private.allowed import read_allowed
from site_builder.private.sealed_page import envelope_in
from site_builder.problems import Problem, Span, Spot
from site_builder.progress.verify import text_of
from site_builder.progress.voice import read_voice
from tests.fuzz.kept import EXAMPLES
from tests.private.browsing import SECRET, sealed

PIECES = (
    *(
        "outcomes:",
        "levels:",
        "columns:",
        "scores:",
        "dates:",
        "constants:",
        "delimiter:",
        "encoding:",
        "wide:",
        "format:",
    ),
    *(
        "---",
        "said:",
        "goals:",
        "help:",
        "language:",
        "2026-11-20",
        "missing",
        "all",
        "sheet",
        "level",
        "points",
        "student",
    ),
    *(
        " ",
        " ",
        "\n",
        "\n",
        "\n  ",
        "- ",
        ": ",
        "{",
        "}",
        "[",
        "]",
        ",",
        '"',
        "'",
        "#",
        " # ",
        "&a",
        "*a",
        "!!x",
        "|",
        ">",
    ),
    *(
        "a",
        "1",
        "-1",
        "1e999",
        "true",
        "null",
        "ä",
        "ليلى",
        "\t",
        "\r",
        "\0",
        "\ufeff",
        "\u2028",
        "\u202e",
        "../x",
        "/etc",
    ),
)
BYTES = st.binary(max_size=80) | st.lists(st.sampled_from(PIECES), max_size=30).map(lambda it: "".join(it).encode())
often = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def are_in_words(problems: Iterable[Problem]) -> bool:
    """Whether each problem has a place and says something."""
    return all(isinstance(it.at, Span | Spot) and it.at.file and it.code and it.message for it in problems)


@often
@given(BYTES)
def test_any_bytes_are_a_map_or_refused_in_words(data: bytes) -> None:
    found, problems = read_map("map.yml", data)
    assert isinstance(found, Map) or problems
    assert are_in_words(problems)


@often
@given(data=BYTES)
def test_any_bytes_are_words_of_a_student_or_refused_in_words(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "S1.md").write_bytes(data)
    _, problems = read_voice(tmp_path, "S1")
    assert are_in_words(problems)


@often
@given(id=st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("./\\:\0%~"), max_size=12))
def test_no_id_of_a_student_reads_a_file_elsewhere(tmp_path: Path, id: str) -> None:
    (tmp_path / "secret.md").write_text("Not yours.", encoding="utf-8")
    (tmp_path / "words").mkdir(exist_ok=True)
    assert read_voice(tmp_path / "words", id) == (None, [])


@often
@given(data=BYTES)
def test_any_bytes_are_a_list_of_allowed_texts_or_refused_in_words(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "allow.txt").write_bytes(data)
    allowed, problems = read_allowed(tmp_path / "allow.txt")
    assert are_in_words(problems)
    assert "" not in allowed.texts


PAGE = sealed()


@often
@given(place=st.integers(0, len(PAGE) - 1), length=st.integers(0, 40), data=st.binary(max_size=20))
def test_a_page_with_any_hole_or_patch_opens_whole_or_not_at_all(
    tmp_path: Path, place: int, length: int, data: bytes
) -> None:
    file = tmp_path / "index.html"
    file.write_bytes(PAGE[:place] + data + PAGE[place + length :])
    text = text_of(file, SECRET)
    assert text is None or envelope_in(file.read_bytes()) == envelope_in(PAGE)


@pytest.mark.parametrize("name", ["map.yml", "S1.md", "allow.txt"])
def test_a_folder_in_the_place_of_a_file_is_no_failure(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    assert read_voice(tmp_path, "S1")[0] is None
    assert read_allowed(tmp_path / name)[1]
