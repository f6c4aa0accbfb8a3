"""Items and their places: what stands below what, in which order, under which ids."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from uuid import UUID

import pytest

from site_builder.exchange.framework import Framework
from site_builder.exchange.into.take import take_into
from tests.exchange.case.packages import (
    association,
    below,
    document,
    framework,
    item,
    kinds,
    only,
    outline,
    package,
    small,
    taken,
    uuid,
    words,
)

TREE = {"Area": {"One": ["One.a", "One.b"], "Two": []}}


def test_a_tree_becomes_areas_competencies_and_skills(tmp_path: Path) -> None:
    found = framework(tmp_path, small())
    assert outline(found) == TREE
    it = found.by_id["One"]
    assert (it.title, it.statement, it.identifier) == ("I can One", "I can One", uuid("One"))
    assert [skill.identifier for skill in it.skills] == [uuid("One.a"), uuid("One.b")]
    assert (found.areas[0].identifier, found.settings.identifier) == (uuid("Area"), uuid("A framework"))


def test_what_the_document_says_is_said_of_the_whole(tmp_path: Path) -> None:
    said = document("Maths", description="What we learn", version="2", language="es", publisher="A ministry")
    found = taken(tmp_path, small() | {"CFDocument": said})
    assert found.framework is not None
    settings = found.framework.settings
    assert (settings.title, settings.description, settings.version) == ("Maths", "What we learn", "2")
    assert settings.languages == ("es",)
    assert {"settings.description", "settings.version", "settings.languages"} <= found.carries
    [details] = [it for it in found.aside if it.kind == "details of documents"]
    assert details.content == {"creator": "Somebody", "publisher": "A ministry"}


def test_what_the_document_does_not_say_is_not_carried(tmp_path: Path) -> None:
    found = taken(tmp_path, small())
    unsaid = {"settings.description", "settings.version", "settings.languages", "level.id", "skill.levels"}
    unsaid |= {"competency.prerequisites", "competency.retired", "competency.standards", "competency.why"}
    assert not unsaid & found.carries


def test_the_language_of_the_items_serves_where_the_document_names_none(tmp_path: Path) -> None:
    made = small()
    made["CFItems"] = [it | {"language": "nl"} for it in made["CFItems"]]
    assert framework(tmp_path, made).settings.languages == ("nl",)


def test_numbers_order_items_also_when_they_are_texts(tmp_path: Path) -> None:
    made = small()
    places = {"Two": "2", "One": "10", "One.b": 1.5, "One.a": " 3 "}
    for it in made["CFAssociations"]:
        it["sequenceNumber"] = places.get(it["originNodeURI"]["title"], 1)
    assert outline(framework(tmp_path, made)) == {"Area": {"Two": [], "One": ["One.b", "One.a"]}}


def test_what_has_a_number_comes_before_what_has_none(tmp_path: Path) -> None:
    made = small()
    for it in made["CFAssociations"]:
        if it["originNodeURI"]["title"] in ("One", "One.a"):
            it["sequenceNumber"] = None
    assert outline(framework(tmp_path, made)) == {"Area": {"Two": [], "One": ["One.b", "One.a"]}}


def test_enumerations_then_codes_then_the_file_order_items_without_numbers(tmp_path: Path) -> None:
    names = ["b10", "b9", "a2", "b1"]
    items = [item("C"), *(item(it) for it in names), item("e", listEnumeration="10"), item("d", listEnumeration="9")]
    items += [item(it, humanCodingScheme=None) for it in ("z", "y")]
    tree = [association("isChildOf", it, "C") for it in (*names, "e", "d", "z", "y")]
    found = only(framework(tmp_path, package(items, [association("isChildOf", "C", "A framework"), *tree])))
    assert [it.identifier for it in found.skills] == [uuid(it) for it in ("d", "e", "a2", "b1", "b9", "b10", "z", "y")]


def test_an_item_below_several_stays_below_the_first_and_this_is_said(tmp_path: Path) -> None:
    made = small()
    made["CFAssociations"] += [association("isChildOf", "One.a", "Two"), association("isChildOf", "One.a", "Two")]
    found = taken(tmp_path, made)
    assert found.framework and outline(found.framework) == TREE
    assert kinds(found)["associations of the type isChildOf"] == 2
    assert "One.a: stands below 3 things; it stays below the first, and not below Two, Two" in words(found)


def test_an_item_below_an_item_and_the_document_is_below_the_item(tmp_path: Path) -> None:
    made = small()
    made["CFAssociations"].insert(0, association("isChildOf", "One.a", "A framework"))
    found = taken(tmp_path, made)
    assert found.framework and outline(found.framework) == TREE
    assert kinds(found)["associations of the type isChildOf"] == 1


def test_the_same_place_said_twice_needs_no_remark(tmp_path: Path) -> None:
    made = small()
    made["CFAssociations"] += below("One", "One.a")
    found = taken(tmp_path, made)
    assert not any("stands below" in it for it in words(found))
    assert kinds(found)["associations of the type isChildOf"] == 1


def test_an_item_without_a_parent_is_at_the_top_and_this_is_said(tmp_path: Path) -> None:
    made = small()
    made["CFItems"].append(item("Lost"))
    found = taken(tmp_path, made)
    assert found.framework and outline(found.framework)["a-framework"] == {"Lost": []}
    assert "Lost: stands below nothing in these files, so it is at the top" in words(found)


def test_an_item_whose_parent_is_elsewhere_is_at_the_top(tmp_path: Path) -> None:
    made = small()
    made["CFItems"].append(item("Lost"))
    made["CFAssociations"] += below("Elsewhere", "Lost")
    found = taken(tmp_path, made)
    assert "Lost: stands below nothing in these files, so it is at the top" in words(found)
    [aside] = [it for it in found.aside if it.kind == "associations of the type isChildOf"]
    assert aside.name == "Lost → Elsewhere" and "not in these files" in aside.why


def test_a_circle_of_items_is_cut_and_its_items_are_named(tmp_path: Path) -> None:
    made = package([item(it) for it in "abc"], [*below("a", "b"), *below("b", "c"), *below("c", "a"), *below("c", "c")])
    found = taken(tmp_path, made)
    assert found.counts["items"] == 3 and found.framework is not None
    [said] = [it for it in words(found) if "in a circle" in it]
    assert all(f"“{it}” ({uuid(it)})" in said for it in "abc")
    assert kinds(found)["associations of the type isChildOf"] == 2


def test_a_chain_of_twenty_thousand_items_is_read(tmp_path: Path) -> None:
    names = [f"i{it}" for it in range(20_000)]
    tree = [association("isChildOf", one, other) for other, one in pairwise(names)]
    found = taken(tmp_path, package([item(it) for it in names], tree))
    assert found.counts["items as competencies"] == 1 and found.counts["items as skills"] == 1
    assert found.counts["items as groups, set aside"] == 19_997


def test_the_same_item_twice_comes_in_once(tmp_path: Path) -> None:
    made = small()
    made["CFItems"].append(item("One", identifier=uuid("One").upper(), fullStatement="Another"))
    found = taken(tmp_path, made)
    assert found.framework and outline(found.framework) == TREE
    [aside] = [it for it in found.aside if it.kind == "items that are there twice"]
    assert isinstance(aside.content, dict) and aside.content["fullStatement"] == "Another"


def test_identifiers_that_are_no_uuids_bind_items_and_are_not_kept(tmp_path: Path) -> None:
    def ends(name: str) -> dict[str, str]:
        return {"title": "", "identifier": name, "uri": f"http://x.example/{name}"}

    items = [item("One", identifier="../../etc"), item("a", identifier="A"), item("b", identifier="a"), item("c")]
    tree = [
        association("isChildOf", "x", "y", originNodeURI=ends(it), destinationNodeURI=ends("../../etc")) for it in "aA"
    ]
    found = framework(tmp_path, package(items, tree))
    [it] = [it for it in found.competencies if it.id == "One"]
    assert it.identifier == "" and [skill.id for skill in it.skills] == ["a", "b"]


def test_links_that_are_addresses_alone_are_followed(tmp_path: Path) -> None:
    made = small()
    for it in made["CFAssociations"]:
        it["originNodeURI"] = it["originNodeURI"]["uri"] + "/"
        it["destinationNodeURI"] = f"urn:uuid:{it['destinationNodeURI']['identifier']}"
    assert outline(framework(tmp_path, made)) == TREE


def test_ids_that_meet_become_different(tmp_path: Path) -> None:
    items = [item("x", humanCodingScheme="W.1"), item("y", humanCodingScheme="w.1"), item("z", humanCodingScheme="W 1")]
    found = framework(tmp_path, package(items, below("A framework", "x", "y", "z")))
    assert [it.id for it in found.competencies] == ["W.1", "w.1-2", "W-1"]


def test_further_details_of_an_item_are_set_aside(tmp_path: Path) -> None:
    made = small()
    made["CFItems"][1] |= {"educationLevel": ["03"], "license": "l", "educationalLevel": [], "statusStartDate": None}
    found = taken(tmp_path, made)
    [aside] = [it for it in found.aside if it.kind == "further details of items"]
    assert (aside.name, aside.content) == ("One", {"educationLevel": ["03"], "license": "l"})


def test_a_name_of_an_odd_kind_is_set_aside_and_not_lost(tmp_path: Path) -> None:
    made = small()
    made["CFItems"][1] |= {"fullStatement": ["I can", "One"], "humanCodingScheme": 7, "abbreviatedStatement": "One"}
    found = taken(tmp_path, made)
    assert found.framework and found.framework.by_id["7"].statement == "One"
    [aside] = [it for it in found.aside if it.kind == "further details of items"]
    assert aside.content == {"fullStatement": ["I can", "One"]}


def test_definitions_are_set_aside_also_as_a_list(tmp_path: Path) -> None:
    said = {"CFSubjects": [{"title": "Maths"}], "CFLicenses": []}
    found = taken(tmp_path, small() | {"CFDefinitions": said}, small() | {"CFDefinitions": [said]})
    aside = [(it.name, it.content) for it in found.aside if it.kind == "definitions"]
    assert aside == [("CFSubjects", [{"title": "Maths"}]), ("CFDefinitions", [said])]


def test_types_that_say_it_make_competencies_of_what_has_no_skills(tmp_path: Path) -> None:
    types = {"Area": "Area", "One": "competency", "One.a": "Competency"}
    made = small()
    made["CFItems"] = [it | {"CFItemType": types.get(it["humanCodingScheme"])} for it in made["CFItems"]]
    assert outline(framework(tmp_path, made)) == {"Area": {"One": ["One.b"], "One.a": [], "Two": []}}


def test_a_skill_that_holds_items_is_no_skill(tmp_path: Path) -> None:
    made = small()
    made["CFItems"] = [it | {"CFItemType": "Skill"} for it in made["CFItems"]]
    found = taken(tmp_path, made)
    assert found.framework and outline(found.framework) == TREE


def test_several_documents_are_areas_where_their_roots_are_none(tmp_path: Path) -> None:
    other = package([item("Three")], below("B", "Three"), CFDocument=document("B", description="About B"))
    found = taken(tmp_path, small(), other)
    assert found.framework and outline(found.framework) == TREE | {"b": {"Three": []}}
    area = found.framework.areas[1]
    assert (area.title, area.about, area.identifier) == ("B", "About B", uuid("B"))
    assert found.framework.settings.identifier == ""
    assert any("the first of 2 documents" in it for it in words(found))


def test_items_of_one_package_may_stand_below_items_of_another(tmp_path: Path) -> None:
    other = package([item("One.c")], below("One", "One.c"), CFDocument=document("B"))
    assert outline(framework(tmp_path, small(), other))["Area"]["One"] == ["One.a", "One.c", "One.b"]


class TestInASchool:
    """A framework read into a school that is there already."""

    def school(self, folder: Path) -> Framework:
        """A school that has taken in the small package."""
        into = take_into(folder / "school", taken(folder, small()), None, fresh=lambda: UUID(int=1, version=4))
        assert into.framework is not None
        return into.framework

    def test_what_has_the_same_identifier_keeps_its_id(self, tmp_path: Path) -> None:
        made = small()
        made["CFItems"] = [it | {"humanCodingScheme": f"New-{it['humanCodingScheme']}"} for it in made["CFItems"]]
        found = taken(tmp_path, made, existing=self.school(tmp_path))
        assert found.framework and outline(found.framework) == TREE

    def test_another_thing_with_the_same_code_gets_another_id(self, tmp_path: Path) -> None:
        made = package([item("Other", humanCodingScheme="One")], below("B", "Other"), CFDocument=document("B"))
        found = taken(tmp_path, made, existing=self.school(tmp_path))
        assert found.framework and outline(found.framework) == {"b": {"One-2": []}}
        assert found.framework.areas[0].identifier == uuid("B")

    def test_the_school_keeps_its_scale_where_the_files_have_none(self, tmp_path: Path) -> None:
        school = self.school(tmp_path)
        found = taken(tmp_path, small(), existing=school)
        assert found.framework and found.framework.settings.scales == school.settings.scales


@pytest.mark.parametrize("title", ["", None, 7.5, ["x"]])
def test_a_document_without_a_title_has_the_name_of_its_file(tmp_path: Path, title: object) -> None:
    made = small() | {"CFDocument": document() | {"title": title}}
    expected = "7.5" if title == 7.5 else "case-1"
    assert framework(tmp_path, made).settings.title == expected


def test_languages_that_differ_or_are_none_are_set_aside(tmp_path: Path) -> None:
    made = small() | {"CFDocument": document(language="../up")}
    made["CFItems"] = [it | {"language": "es"} for it in made["CFItems"]]
    made["CFItems"][1]["language"] = "fr"
    found = taken(tmp_path, made)
    assert found.framework and found.framework.settings.languages == ("es",)
    contents = {it.kind: it.content for it in found.aside}
    assert contents["details of documents"] == {"creator": "Somebody", "language": "../up"}
    assert contents["further details of items"] == {"language": "fr"}


def test_a_type_that_only_a_link_names_is_set_aside(tmp_path: Path) -> None:
    made = small()
    made["CFItems"][1]["CFItemTypeURI"] = {"title": "Standard", "identifier": uuid("type"), "uri": "x"}
    [aside] = [it for it in taken(tmp_path, made).aside if it.kind == "further details of items"]
    assert aside.content == {"CFItemTypeURI": made["CFItems"][1]["CFItemTypeURI"]}
