"""Two sources that would write one page, on this system or on another, and names that no folder can have."""

from __future__ import annotations

import pytest

from tests.attacks.refused import refused
from tests.project import Project

ARGUE = "continuum/literacy/argue.yml"
PAGE = "---\ntitle: Mine\n---\nText\n"
COMPETENCY = "id: LIT.NEW\ntitle: New\nstatement: I can.\nlevels: {1: I can begin with it., 2: I do it alone.}\n"


def test_two_sources_of_one_page_are_refused_and_both_are_named(project: Project) -> None:
    project.write("continuum/literacy/argue.md", f"---\n{COMPETENCY}---\n")
    refused(
        project, f"error[address-repeated]: this would write the page literacy/argue/, which {ARGUE} writes already"
    )


@pytest.mark.parametrize(
    ("file", "content", "other"),
    [
        ("continuum/literacy/Argue.yml", COMPETENCY, ARGUE),
        ("continuum/literacy/ARGUE.yaml", COMPETENCY, ARGUE),
        ("continuum/pages/literacy/argue.md", PAGE, ARGUE),
        ("continuum/pages/Literacy.md", PAGE, "continuum/literacy/area.yml"),
        ("continuum/pages/pathways/first.md", PAGE, "continuum/pathways/first.yml"),
        ("continuum/pages/exemplars/literacy/lunch.md", PAGE, "exemplars/literacy/lunch/index.md"),
        ("continuum/pages/levels/learning/1.md", PAGE, "continuum/continuum.yml"),
        ("continuum/pages/literacy/argue-with-evidence.md", PAGE, "continuum/pages/literacy/argue-with-evidence.md"),
        ("continuum/pages/MAP.md", PAGE, "the site itself"),
    ],
)
def test_names_that_differ_in_case_or_in_kind_meet(project: Project, file: str, content: str, other: str) -> None:
    assert project.write(file, content).check().code == 1
    both = [line for line in project.output.splitlines() if "error[address-repeated]" in line]
    assert len(both) == 1
    assert other in both[0]
    assert file in both[0] or ARGUE in both[0]


@pytest.mark.parametrize(
    "place", ["continuum/literacy/{}.yml", "continuum/pages/{}.md", "exemplars/literacy/{}/index.md"]
)
def test_one_name_in_two_spellings_meets_itself(project: Project, place: str) -> None:
    contents = {"yml": COMPETENCY, "exemplars": project.read("exemplars/literacy/lunch/index.md")}
    content = contents.get(place.rpartition(".")[2]) or (contents["exemplars"] if "exemplars" in place else PAGE)
    project.write(place.format("résumé"), content)
    project.write(place.format("re\u0301sume\u0301"), content.replace("LIT.NEW", "LIT.NEWER"))
    assert project.check().code == 1
    [both] = [line for line in project.output.splitlines() if "error[address-repeated]" in line]
    assert place.format("résumé") in both
    assert place.format("re\u0301sume\u0301") in both


def test_an_area_in_two_spellings_meets_itself(project: Project) -> None:
    area = project.read("continuum/literacy/area.yml").replace("LIT", "ETE")
    project.change("continuum/continuum.yml", "areas: [", "areas: [été, ")
    project.write("continuum/été/area.yml", area).write("continuum/e\u0301te\u0301/area.yml", area)
    assert project.check().code == 1
    [both] = [line for line in project.output.splitlines() if "error[address-repeated]" in line]
    assert "continuum/été/area.yml" in both
    assert "continuum/e\u0301te\u0301/area.yml" in both


NAMES = ["CON", "nul", "com1", "LPT9", "a" * 120, "dot.", "a b", "-a", "été\u202e"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "place",
    ["continuum/literacy/{}.yml", "continuum/pages/{}.md", "continuum/{}/area.yml", "exemplars/literacy/{}/index.md"],
)
def test_a_name_that_no_system_or_not_every_system_can_have_is_refused(project: Project, place: str, name: str) -> None:
    file = place.format(name)
    assert project.write(file, "").check().code == 1
    assert "error[file-name]" in project.output


def test_names_that_only_look_alike_do_not_meet(project: Project) -> None:
    project.write("continuum/pages/math/1.md", PAGE).write("continuum/pages/math-1.md", PAGE)
    assert project.check("--strict").code == 0, project.output


def test_a_scale_or_level_with_such_a_name_is_refused(project: Project) -> None:
    project.change("continuum/continuum.yml", "habits:\n", "CON:\n").change(
        "continuum/agency/area.yml", "habits", "CON"
    )
    assert project.check().code == 1
    assert "continuum/continuum.yml:9:3: error[level-name]: “CON” cannot be an address" in project.output
