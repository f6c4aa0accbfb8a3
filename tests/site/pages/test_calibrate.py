"""The page on which teachers place a piece of work."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from site_builder.model import Annotation, Exemplar, Medium, Moderation, Skill
from site_builder.site.pages import PAGES
from site_builder.site.tree import Tree
from tests.site.continua import CLAIM, competency, desk_with, exemplar, page, plans, small_outline
from tests.site.markup import Element, read

TWO = competency(skills=(Skill("LIT.ARG.1", "Claim", CLAIM), Skill("LIT.ARG.2", "Evidence", CLAIM)))
BODY = "Lunch is too short.\n\nIt is nine minutes by the time we sit down."
NOTES = (
    Annotation("LIT.ARG.1", "3", "A claim that **stands**.", quote="Lunch is too short"),
    Annotation("LIT.ARG.2", "2", "A measured fact.", quote="nine minutes"),
)
SKILLS = {"LIT.ARG.1": "3", "LIT.ARG.2": "2"}


def work(**changes: Any) -> Exemplar:
    return exemplar(**{"body": BODY, "annotations": NOTES, "skills": SKILLS, **changes})


def shown(*others: Exemplar, **changes: Any) -> Element:
    return page("calibrate", [TWO], [work(**changes), *others], subject="literacy/lunch")


def addresses(*works: Exemplar) -> list[str]:
    return [it.address for it in plans("calibrate", small_outline([TWO], works))]


def test_there_is_one_for_each_piece_that_teachers_have_agreed_on_and_that_speaks_of_skills() -> None:
    assert addresses(work()) == ["exemplars/literacy/lunch/calibrate/"]
    assert addresses(work(skills={})) == ["exemplars/literacy/lunch/calibrate/"]
    assert addresses(work(skills={}, annotations=())) == []
    assert addresses(work(moderation=Moderation(is_moderated=False))) == []


def test_the_page_of_the_work_leads_there_where_there_is_one() -> None:
    def leads(**changes: Any) -> bool:
        it = page("exemplar", [TWO], [work(**changes)], subject="literacy/lunch")
        return it.links().get("Place this piece yourself") == "../../../exemplars/literacy/lunch/calibrate/"

    assert leads()
    assert not leads(moderation=Moderation(is_moderated=False))


def test_nothing_tells_the_level_before_the_fold_is_opened() -> None:
    it = shown(why="It stands.", summary="A letter at the goal", moderation=Moderation(True, note="We looked twice."))
    fold = it.one("details", "reveal")
    assert "open" not in fold.attributes
    before = it.words.replace(fold.words, "")
    for said in ("It stands.", "at the goal", "We looked twice.", "A measured fact", "stands"):
        assert said not in before
    assert not it.all("mark")
    assert "Lunch is too short." in before


def test_every_skill_can_be_placed_at_every_level_that_is_described() -> None:
    rows = shown().all("fieldset")
    assert [it.one("legend").words for it in rows] == ["Claim", "Evidence"]
    for row, skill in zip(rows, SKILLS, strict=True):
        inputs = row.all("input", type="radio")
        assert [it["value"] for it in inputs] == ["1", "2", "3", "4"]
        assert {it["name"] for it in inputs} == {skill}
        assert not [it for it in inputs if "checked" in it.attributes]
        assert [it.words for it in row.all("label")] == ["1Emerging", "2Developing", "3Proficient", "4Extending"]


def test_the_words_of_the_levels_are_at_hand() -> None:
    folds = [it for it in shown().all("details") if it.one("summary").words == "Read the levels Claim"]
    [fold] = folds
    for text in (text for texts in CLAIM.values() for text in texts):
        assert text in fold.words


def test_the_fold_says_what_was_agreed_on_and_why() -> None:
    it = shown(why="It stands.", moderation=Moderation(True, note="We looked twice."))
    fold = it.one("details", "reveal")
    rows = fold.one("tbody").all("tr")
    assert [row.one("th").words for row in rows] == ["Claim", "Evidence"]
    assert [row.one("span", "lv").words for row in rows] == ["3Proficient", "2Developing"]
    assert ["A claim that stands." in row.words for row in rows] == [True, False]
    assert "It stands." in fold.words
    assert "We looked twice." in fold.words
    assert [row["data-agreed"] for row in it.all("fieldset")] == ["3", "2"]


def test_a_skill_without_a_note_has_no_reason_to_tell() -> None:
    rows = shown(annotations=NOTES[:1]).one("details", "reveal").one("tbody").all("tr")
    assert rows[1].all("td")[-1].words == "–"


def test_pieces_of_one_competency_follow_one_another_by_name_and_not_by_level() -> None:
    others = [
        replace(work(), slug=name, id=f"literacy/{name}", level=level) for name, level in (("bus", "4"), ("tap", "1"))
    ]
    it = shown(*others)
    assert "Piece 2 of 3" in it.words
    assert it.one("a", "btn")["href"] == "../../../../exemplars/literacy/tap/calibrate/"
    last = page("calibrate", [TWO], [work(), *others], subject="literacy/tap")
    assert last.one("a", "btn")["href"] == "../../../../exemplars/literacy/bus/calibrate/"


def test_a_piece_that_is_alone_is_not_counted() -> None:
    it = shown()
    assert "Piece 1" not in it.words
    assert not it.all("a", "btn")
    assert it.links()["The work, with notes"] == "../../../../exemplars/literacy/lunch/"


@pytest.mark.parametrize("folder", ["", "es/"])
def test_a_picture_is_the_one_that_lies_beside_the_work_and_has_no_places_marked(folder: str) -> None:
    place = Annotation("LIT.ARG.1", "3", "There.", image="table.png", region=(1, 2, 3, 4))
    known = work(annotations=(place,), media=(Medium("table.png", alt="A table"),))
    whole = small_outline([TWO], [known])
    desk = replace(desk_with(whole, [TWO], [known]), tree=Tree("es" if folder else "en", folder, whole))
    [plan] = plans("calibrate", whole)
    it = read(PAGES["calibrate"].render(plan, desk).article)
    up = "../../../../../" if folder else "../../../../"
    assert it.one("img")["src"].startswith(f"{up}exemplars/literacy/lunch/table")
    assert not it.one("figure").all("rect")
    assert "Open the picture by itself" in it.words
