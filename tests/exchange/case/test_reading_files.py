"""Which files are read as CASE packages, and what is said of those that are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.exchange.case.reading import read_case
from site_builder.exchange.format import ReadWish
from site_builder.exchange.formats import formats
from site_builder.problems import Span
from tests.exchange.case.packages import (
    criterion,
    document,
    framework,
    item,
    kinds,
    outline,
    rubric,
    small,
    taken,
    uuid,
    words,
    written,
)

TREE = {"Area": {"One": ["One.a", "One.b"], "Two": []}}


def refused(path: Path) -> str:
    """Why a file is not read: its place, its code and what is wrong."""
    found = read_case([path], ReadWish())
    [problem] = found.problems
    assert found.framework is None and problem.hint and isinstance(problem.at, Span)
    return f"{problem.at.file}:{problem.at.line}: {problem.code}: {problem.message}"


@pytest.mark.parametrize(
    "value",
    [
        small(),
        [small()],
        {"CFPackages": [small()]},
        {"CFPackage": small()},
        [small()["CFDocument"], *small()["CFItems"], *small()["CFAssociations"]],
        {name: it for name, it in small().items() if name != "CFItems"} | {"CFItems": small()["CFItems"], "odd": None},
    ],
    ids=["package", "list", "packages", "wrapped", "parts", "more"],
)
def test_packages_are_read_however_they_are_wrapped(tmp_path: Path, value: object) -> None:
    assert outline(framework(tmp_path, value)) == TREE


def test_a_file_may_begin_with_a_byte_order_mark(tmp_path: Path) -> None:
    path = written(tmp_path, small())
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert read_case([path], ReadWish()).problems == ()


def test_a_package_without_a_document_has_the_name_of_its_file(tmp_path: Path) -> None:
    found = taken(tmp_path, {"CFItems": [item("One")]})
    assert found.framework and found.framework.settings.title == "case-1"
    assert "case-1: is the name of the file, as the package has no title" in words(found)


def test_a_document_alone_is_refused_with_what_would_be_right(tmp_path: Path) -> None:
    said = refused(written(tmp_path, document()))
    assert said == "case.json:1: import-unreadable: this file names a framework and holds none of its items"
    assert refused(written(tmp_path, {"CFDocuments": [document()]})) == said


def test_a_document_alone_beside_a_package_is_an_area_of_nothing(tmp_path: Path) -> None:
    found = taken(tmp_path, document("B"), small())
    assert found.framework and outline(found.framework) == TREE
    assert found.counts["documents"] == 2


def test_rubrics_alone_become_competencies(tmp_path: Path) -> None:
    levels = (("Low", "I try"), ("High", "I do"))
    value = {"CFRubrics": [rubric("Argue", criterion("Claim", *levels), criterion("Reasons", *levels))]}
    for it in (value, value["CFRubrics"]):
        found = taken(tmp_path, it)
        assert found.framework is not None
        [made] = found.framework.competencies
        assert (made.title, made.identifier) == ("Argue", uuid("rubric Argue"))
        assert [(skill.title, skill.identifier) for skill in made.skills] == [
            ("Claim", uuid("Claim")),
            ("Reasons", uuid("Reasons")),
        ]
        assert made.skills[0].levels == {"1": ("I try",), "2": ("I do",)}


@pytest.mark.parametrize("value", [{}, [], 7, "x", {"name": "x"}, [[{"a": 1}]], None])
def test_json_that_is_no_package_is_refused(tmp_path: Path, value: object) -> None:
    said = refused(written(tmp_path, value))
    no_package = "this file has no CFDocument, no CFItems and no CFRubrics, so it is no CASE package"
    assert said == f"case.json:1: import-unreadable: {no_package}"


def test_a_file_that_is_no_json_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    path.write_text('{\n"CFItems": oops}', encoding="utf-8")
    assert refused(path).startswith("case.json:2: json-unreadable: it is not JSON")


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path / "gone.json").startswith("gone.json:1: json-unreadable: this file cannot be read")


def test_one_bad_file_of_two_stops_both(tmp_path: Path) -> None:
    paths = [written(tmp_path, small()), written(tmp_path, {}, "other.json")]
    found = read_case(paths, ReadWish())
    assert found.framework is None and [it.code for it in found.problems] == ["import-unreadable"]


def test_what_is_no_item_is_set_aside_and_counted(tmp_path: Path) -> None:
    made = small()
    made["CFItems"] += ["x", None]
    made["CFAssociations"] += [7]
    made["CFRubrics"] = ["r"]
    found = taken(tmp_path, made)
    assert found.framework and outline(found.framework) == TREE
    assert found.counts["items"] == 7 and found.counts["items set aside"] == 2
    expected = {"items that cannot be read": 2, "associations that cannot be read": 1, "rubrics that cannot be read": 1}
    assert expected.items() <= kinds(found).items()


def test_what_stands_beside_packages_is_set_aside(tmp_path: Path) -> None:
    found = taken(tmp_path, [small() | {"extensions": {"x": 1}, "CFRubrics": 7}, "odd", {"odd": 1}])
    assert kinds(found)["other things in files"] == 2
    assert [it.name for it in found.aside if it.kind == "other parts of packages"] == ["CFRubrics", "extensions"]


def test_one_item_where_a_list_is_expected_is_an_item(tmp_path: Path) -> None:
    assert outline(framework(tmp_path, {"CFDocument": document(), "CFItems": item("One")})) == {
        "a-framework": {"One": []}
    }


def test_the_format_reads_through_its_name(tmp_path: Path) -> None:
    read = formats()["case"].read
    assert read is not None
    found = read((written(tmp_path, small()),), ReadWish())
    assert found.framework and outline(found.framework) == TREE
