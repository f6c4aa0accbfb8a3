"""Every piece of student work."""

from __future__ import annotations

from typing import Any

from site_builder.model import Annotation, Kind, Medium, Mode
from tests.site.continua import area, competency, exemplar, habits, learning, page, page_in
from tests.site.markup import Element

AREAS = [area(), area("writing", scale=learning(3, "2")), area("agency", habits(), kind=Kind.LIFELONG)]
COMPETENCIES = [
    competency(),
    competency("WRI.ONE", area="writing"),
    competency("AGE.GOA", area="agency", title="Set a goal"),
]
WORK = [
    exemplar(mode=Mode.WRITING),
    exemplar("song", title="A song", area="writing", competency="WRI.ONE", level="1", mode=Mode.AUDIO),
    exemplar("bells", title="Two bells", area="agency", competency="AGE.GOA", level="alone", mode=Mode.OBJECT),
]


def shown(*exemplars: Any) -> Element:
    return page("gallery", COMPETENCIES, exemplars or WORK, areas=AREAS)


def items(it: Element) -> dict[str, Element]:
    return {item.one("a").words: item for item in it.all("li", data_item="")}


def choices(it: Element, name: str) -> dict[str, str]:
    """The class of each choice in a row, by what it is called."""
    return {radio.around("label").words: radio["value"] for radio in it.all("input", name=name) if radio["value"]}


def test_each_piece_is_a_card_that_leads_to_it() -> None:
    found = items(shown())
    assert list(found) == ["Should lunch be longer?", "A song", "Two bells"]
    assert found["Two bells"].one("a")["href"] == "../exemplars/agency/bells/"
    assert "Agency: Set a goal" in found["Two bells"].words


def test_a_card_has_the_class_of_every_choice_that_it_belongs_to_and_no_other() -> None:
    it = shown()
    areas, levels, modes = choices(it, "area"), choices(it, "level"), choices(it, "kind")
    song, bells = items(it)["A song"], items(it)["Two bells"]
    assert song.classes == {areas["Writing"], modes["Audio"], "l1"}
    assert bells.classes == {areas["Agency"], levels["Alone"], modes["Object"]}


def test_only_kinds_of_work_that_there_are_can_be_chosen() -> None:
    assert list(choices(shown(), "kind")) == ["Writing", "Audio", "Object"]


def test_each_choice_can_be_named_by_a_rule_of_the_stylesheet() -> None:
    radios = [radio for radio in shown().all("input", type="radio") if radio["value"]]
    assert all(radio["id"] == f"f-{radio['value']}" for radio in radios)
    assert len({radio["id"] for radio in radios}) == len(radios)


def test_all_is_chosen_at_first() -> None:
    chosen = [radio for radio in shown().all("input", type="radio") if "checked" in radio.attributes]
    assert [(radio["name"], radio["value"]) for radio in chosen] == [("area", ""), ("level", ""), ("kind", "")]


def test_a_card_begins_with_its_picture_or_a_line_of_the_work() -> None:
    found = items(
        shown(
            exemplar(media=(Medium("talk.mp3"), Medium("table.png", "A table"))),
            exemplar(
                "dog", title="My dog", annotations=(Annotation("LIT.ARG.1", "1", "A note.", quote="nine minutes"),)
            ),
        )
    )
    picture = found["Should lunch be longer?"].one("img")
    assert (picture["src"], picture["width"], picture["height"]) == (
        "../exemplars/literacy/lunch/table-0.webp",
        "480",
        "240",
    )
    assert picture["alt"] == ""
    assert found["My dog"].one("div", "peek").words == "nine minutes"


def test_pictures_lie_beside_the_page_in_the_language_of_the_sources() -> None:
    pictured = exemplar(media=(Medium("table.png", "A table"),))
    picture = page_in("es", "gallery", exemplars=[pictured]).one("img")
    assert picture["src"] == "../../exemplars/literacy/lunch/table-0.webp"


def test_a_continuum_without_work_says_what_will_stand_there() -> None:
    it = page("gallery")
    assert "No student work is shown here yet. When teachers have agreed on a piece, it will stand here" in it.words
    assert it.links()["Find a competency"] == "../find/"
    assert not it.all("form")
