"""A tree of items becomes areas, competencies and skills."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from site_builder.exchange.names import Names
from site_builder.exchange.tree import Grown, Node, all_nodes, grown, short, title_of
from site_builder.model import Evidence
from tests.exchange.frameworks import seeded
from tests.exchange.schools import LEARNING


def tree(*roots: Node) -> Grown:
    return grown(roots, "The whole", LEARNING, Names())


def node(key: str, *children: Node, **more: object) -> Node:
    return Node(key, title=key, children=list(children), **more)  # type: ignore[arg-type]


def shape(it: Grown) -> dict[str, list[str]]:
    """The ids of skills by the title of their competency, with its area."""
    return {f"{one.area}/{one.title}": [skill.title for skill in one.skills] for one in it.competencies}


def test_what_holds_only_leaves_is_a_competency_below_the_area_at_the_root() -> None:
    made = tree(node("Area", node("Competency", node("One"), node("Two"))))
    assert shape(made) == {"area/Competency": ["One", "Two"]}
    assert [(it.title, it.about, it.source) for it in made.areas] == [("Area", "Area", "continuum/area/area.yml")]


def test_without_an_area_all_stands_in_one_that_is_called_as_the_whole() -> None:
    made = tree(node("Competency", node("One")), node("Leaf"))
    assert shape(made) == {"the-whole/Competency": ["One"], "the-whole/Leaf": ["Leaf"]}
    assert [it.title for it in made.areas] == ["The whole"]


def test_a_role_says_what_an_item_is() -> None:
    made = tree(
        node("A", node("C", role="competency"), role="area"), node("D", node("S", role="skill"), role="competency")
    )
    assert shape(made) == {"a/C": ["C"], "the-whole/D": ["S"]}


def test_groups_between_are_named_by_what_is_below_them_and_set_aside() -> None:
    made = tree(node("A", node("G", node("H", node("C", node("S"))))))
    assert [it.about for it in made.competencies] == ["Part of: G › H"]
    assert [(it.kind, it.name) for it in made.aside] == [("groups", "G"), ("groups", "H")]


def test_an_item_with_skills_and_groups_is_a_competency_beside_those_below() -> None:
    made = tree(node("A", node("C", node("S"), node("D", node("T")))))
    assert shape(made) == {"a/C": ["S"], "a/D": ["T"]}


def test_levels_of_an_area_have_no_place() -> None:
    made = tree(node("A", node("C", node("S")), role="area", levels={"1": ("x",)}))
    assert [it.kind for it in made.aside] == ["levels of an area"]


def test_levels_of_a_competency_with_skills_are_a_skill_of_their_own() -> None:
    made = tree(node("A", node("C", node("S"), levels={"1": ("x",)}, code="C.1")))
    assert [(it.id, it.title) for it in made.competencies[0].skills] == [("C.1.0", "C"), ("C.1.1", "S")]


def test_codes_become_ids_and_keys_lead_to_them() -> None:
    made = tree(node("A", node("C", node("S", code="c.1"), code="C 1"), code="A!"))
    assert made.ids == {"A": "A", "C": "C-1", "S": "c.1"}


def test_what_a_competency_alone_says_its_only_skill_says() -> None:
    more = {"at_home": "Ask", "evidence": Evidence(2), "why": "w", "about": "More."}
    made = tree(node("A", node("C", role="competency", more=more, identifier=seeded(1)), role="area"))
    [it] = made.competencies
    assert (it.why, it.about, it.evidence, it.skills[0].at_home) == ("w", "More.", Evidence(2), "Ask")
    assert (it.skills[0].evidence, it.skills[0].identifier, it.identifier) == (Evidence(2), seeded(1), seeded(1))


def test_a_title_is_short_and_is_found_where_there_is_one() -> None:
    assert short("word " * 30).endswith("word …") and len(short("word " * 30)) <= 90
    assert short("one\ntwo") == "one"
    assert [title_of(it) for it in (Node("k", statement="s"), Node("k", code="c"), Node("k"))] == ["s", "c", "k"]


@given(st.recursive(st.just([]), lambda inner: st.lists(inner, max_size=3), max_leaves=20))
def test_every_item_becomes_something_or_is_set_aside(shape: list[object]) -> None:
    numbers = iter(range(1000))

    def made(children: list[object]) -> Node:
        return node(f"item {next(numbers)}", *(made(it) for it in children if isinstance(it, list)))

    roots = [made(it) for it in shape if isinstance(it, list)]
    it = tree(*roots)
    keys = [one.key for one in all_nodes(roots)]
    assert len(keys) == len(set(keys))
    assert set(it.ids) | {one.name for one in it.aside} == set(keys)


def test_a_tree_may_be_deep() -> None:
    deep = node("leaf")
    for number in range(5000):
        deep = node(f"n{number}", deep)
    it = tree(deep)
    assert len(it.competencies) == 1
    assert len(list(all_nodes([deep]))) == 5001
