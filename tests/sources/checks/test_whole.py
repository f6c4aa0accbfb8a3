"""What the continuum promises as a whole."""

from __future__ import annotations

import pytest

from tests.project import Project
from tests.sources.findings import findings, said

SETTINGS = "continuum/continuum.yml"
ARGUE = "continuum/literacy/argue.yml"
RETELL = "continuum/literacy/retell.yml"
FAMILIES = "continuum/pages/families.md"
LUNCH = "exemplars/literacy/lunch/index.md"


@pytest.mark.parametrize(
    ("file", "old", "new", "found"),
    [
        (RETELL, "id: LIT.RET", "id: LIT.ARG", f"{RETELL}:1:5: error: the id LIT.ARG is already that of {ARGUE} ("),
        (RETELL, "id: LIT.RET", "id: lit.arg.1", "the id lit.arg.1 is already that of " + ARGUE + " (there LIT.ARG.1)"),
        (RETELL, "id: LIT.RET", "id: AGE", "1:5: error: the id AGE is already that of continuum/agency/area.yml"),
        ("continuum/pathways/first.yml", "id: first", "id: LIT.RET", f"the id LIT.RET is already that of {RETELL}"),
        (
            "continuum/agency/area.yml",
            "id: AGE",
            "id: LIT",
            "agency/area.yml:1:5: error: the id LIT is already that of",
        ),
        ("continuum/agency/set-a-goal.md", "id: AGE.GOA", "id: LIT.RET", f"the id LIT.RET is already that of {RETELL}"),
    ],
)
def test_ids_are_unique(project: Project, file: str, old: str, new: str, found: str) -> None:
    project.change(file, old, new)
    [problem] = said(project, "id-repeated")
    assert found in problem
    assert ("(there" in problem) is ("lit.arg.1" in new)


def test_skill_ids_are_unique_across_files(project: Project) -> None:
    skills = "skills:\n  - {id: LIT.ARG.2, title: Order, levels: {1: I begin., 2: I go on to the end.}}\n"
    project.write(RETELL, f"id: LIT.RET\ntitle: Retell a story\nstatement: I can.\n{skills}")
    [found] = said(project, "id-repeated")
    assert found.startswith(f"{RETELL}:5:10: error: the id LIT.ARG.2 is already that of {ARGUE}")


def test_a_copy_of_a_file_is_told_once_for_each_id_in_it(project: Project) -> None:
    project.write("continuum/literacy/copy.yml", project.read(ARGUE).replace("was:", "#"))
    found = said(project, "id-repeated")
    assert [it.partition(" (")[0] for it in found] == [
        f"continuum/literacy/copy.yml:{place}: error: the id {id} is already that of {ARGUE}"
        for place, id in (("1:5", "LIT.ARG"), ("10:9", "LIT.ARG.1"), ("17:9", "LIT.ARG.2"))
    ]


def test_areas_are_there(project: Project) -> None:
    project.change(SETTINGS, "areas: [literacy, agency]", "areas: [literacy, agency, science]")
    [found] = said(project, "area-missing")
    assert found.startswith(f"{SETTINGS}:12:27: error: there is no area “science”")


def test_an_area_that_is_not_in_the_order_is_pointed_at(project: Project) -> None:
    project.write("continuum/science/area.yml", project.read("continuum/literacy/area.yml").replace("LIT", "SCI"))
    [found] = said(project, "area-unlisted")
    assert found.startswith(f"{SETTINGS}:12:8: warning: area “science” is not in the order of areas")


def test_kinds_stand_side_by_side(project: Project) -> None:
    [found] = said(project, "kind-missing")
    assert found.startswith(f"{SETTINGS}:12:8: note: no area is of the kind “transferable” yet")
    project.change("continuum/literacy/area.yml", "kind: knowledge", "kind: transferable")
    [found] = said(project, "kind-missing")
    assert "“knowledge”" in found


def test_pages_have_an_address_each(project: Project) -> None:
    project.write("continuum/pages/literacy/argue.md", "---\ntitle: Mine\n---\nText\n")
    assert said(project, "address-repeated") == [
        f"continuum/pages/literacy/argue.md:2:1: error: this would write the page literacy/argue/, which {ARGUE}"
        " writes already (rename one of the two files)"
    ]


@pytest.mark.parametrize("name", ["levels", "exemplars", "find", "map", "standards", "pathways", "Levels"])
def test_nothing_takes_the_place_of_the_pages_of_the_site_itself(project: Project, name: str) -> None:
    project.write(f"continuum/pages/{name}.md", "---\ntitle: Mine\n---\nText\n")
    [found] = said(project, "address-repeated")
    assert "which the site itself writes already" in found


def test_a_former_name_is_not_that_of_another_page(project: Project) -> None:
    project.change(RETELL, "levels:", "was: [argue, agency/set-a-goal]\nlevels:")
    assert len(said(project, "address-repeated")) == 2


def test_links_resolve(project: Project) -> None:
    project.change(FAMILIES, "../literacy/argue.yml", "../literacy/agree.yml")
    [found] = said(project, "link-broken")
    assert found.startswith(f"{FAMILIES}:8:1: error: the link “../literacy/agree.yml” leads nowhere")


BROKEN = "[x](nowhere)"


@pytest.mark.parametrize(
    ("file", "old", "new", "place"),
    [
        (SETTINGS, "What we learn here.", f'"{BROKEN}"', "2:14"),
        (SETTINGS, "means: I do this on my own.", f'means: "{BROKEN}"', "8:36"),
        ("continuum/literacy/area.yml", "Reading and writing.", f'"{BROKEN}"', "5:8"),
        (ARGUE, "why: People", f"why: a{BROKEN} People", "4:6"),
        (ARGUE, "1: I can say", f"1: a{BROKEN} I can say", "13:7"),
        (ARGUE, '{2: "Begin', f'{{2: "{BROKEN} Begin', "15:16"),
        (RETELL, "1: I can tell", f"1: a{BROKEN} I can tell", "6:3"),
        ("continuum/agency/set-a-goal.md", "Any goal counts.", f"\n\nSo {BROKEN}.", "11:1"),
        ("continuum/agency/set-a-goal.md", "levels:", f'why: "{BROKEN}"\nlevels:', "5:6"),
        (LUNCH, "why: The claim", f"why: a{BROKEN} The claim", "14:6"),
        (LUNCH, "licence: CC BY 4.0", f'licence: "{BROKEN}"', "11:17"),
        (LUNCH, "note: A measured fact.", f'note: "{BROKEN}"', "13:85"),
        (LUNCH, "Lunch is too short.", f"Lunch.\n{BROKEN} is too short.", "17:1"),
        ("continuum/pathways/first.yml", "about: Show two things.", f'about: "{BROKEN}"', "3:8"),
        ("continuum/pages/index.md", "We are a small school.", f"We are {BROKEN}", "4:1"),
    ],
)
def test_a_broken_link_is_pointed_at_wherever_it_stands(
    project: Project, file: str, old: str, new: str, place: str
) -> None:
    project.change(file, old, new)
    [found] = said(project, "link-broken")
    assert found.startswith(f"{file}:{place}: error: the link “nowhere” leads nowhere")


@pytest.mark.parametrize("link", ["families.md#what-a-level-was", "#what-a-level-was", "/families/#s"])
def test_a_link_to_a_heading_that_is_not_there_is_pointed_at(project: Project, link: str) -> None:
    project.change(FAMILIES, "../literacy/argue.yml", link)
    [found] = said(project, "link-broken")
    assert f"the link “{link}” leads nowhere" in found


def test_a_link_to_work_whose_permission_has_ended_is_a_warning(project: Project) -> None:
    project.change("exemplars/literacy/lunch/index.md", "until: 2099-06-30", "until: 2020-06-30")
    project.change(FAMILIES, "../literacy/argue.yml", "/exemplars/literacy/lunch/")
    assert said(project, "link-broken") == []
    [found] = said(project, "link-ended")
    assert ": warning: the link “/exemplars/literacy/lunch/” leads to work that is not published any more" in found


def test_a_broken_picture_is_told_how_a_picture_is_shown(project: Project) -> None:
    project.change(FAMILIES, "[Argue from evidence](", "![A](nowhere.png) [Argue from evidence](")
    project.change(FAMILIES, "../literacy/argue.yml", "nowhere.md")
    link, picture = said(project, "link-broken")
    assert "the link “nowhere.md” leads nowhere (link to an id (LIT.ARG, LIT.ARG.2-3), to a source file" in link
    assert "“nowhere.png” leads nowhere (put the picture into the folder of the page that shows it" in picture


def test_a_sound_whole_is_left_alone(project: Project) -> None:
    assert [it for it in findings(project) if ": error" in it or ": warning" in it] == []


@pytest.mark.parametrize(
    ("file", "old", "new", "place", "message"),
    [
        (
            "continuum/agency/area.yml",
            "id: AGE\n",
            "id: AGE\nidentifier: UUID\n",
            "2:13",
            "AGE has the identifier of the whole",
        ),
        (ARGUE, "why:", "identifier: UUID\nwhy:", "4:13", "LIT.ARG has the identifier of the whole"),
        (
            ARGUE,
            "    title: Evidence",
            "    identifier: UUID\n    title: Evidence",
            "18:17",
            "LIT.ARG.2 has the identifier",
        ),
        (RETELL, "levels:", "identifier: UUID\nlevels:", "5:13", "LIT.RET has the identifier of the whole"),
    ],
)
def test_identifiers_are_unique(project: Project, file: str, old: str, new: str, place: str, message: str) -> None:
    project.change(file, old, new.replace("UUID", "5f0b7a52-9c1e-4d36-a8b4-27d1e06c3f98"))
    [found] = said(project, "identifier-repeated")
    assert found.startswith(f"{file}:{place}: error: {message}")


def test_a_competency_without_skills_has_its_identifier_once(project: Project) -> None:
    project.change(RETELL, "levels:", "identifier: 0b6e1f52-54a5-4d3b-9b1d-0d2f1c3a9e77\nlevels:")
    assert said(project, "identifier-repeated") == []
