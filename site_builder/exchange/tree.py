"""A tree of items, as most systems keep a framework, becomes areas, competencies and skills.

Where the format does not say what an item is, its place does: what holds only items without children is a competency
and they are its skills; above it, the item at the root is its area. Items between the two have no place of their own:
each competency below says which ones it is part of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from site_builder.exchange.format import Aside, Remark
from site_builder.exchange.names import Names
from site_builder.model import Area, Competency, Kind, Scale, Skill

_LONGEST_TITLE = 90
_LONGEST_PATH = 8
_OF_SKILLS = frozenset({"not_used", "supports", "at_home"})


@dataclass(slots=True, eq=False)
class Node:
    """An item of a framework in another system's words; `key` is unique in its tree.

    `role` is "area", "competency" or "skill" where the format says so. `levels` are descriptors by level id. `more`
    has values of the model's own attributes that the format carries besides. `area`, `kind` and so on of the items
    above are not repeated.
    """

    key: str
    title: str = ""
    statement: str = ""
    code: str = ""
    identifier: str = ""
    role: str = ""
    levels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    more: Mapping[str, Any] = field(default_factory=dict)
    children: list[Node] = field(default_factory=list)
    file: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Grown:
    """What became of a tree; `ids` has the id of each area, competency and skill by the key of its node."""

    areas: tuple[Area, ...]
    competencies: tuple[Competency, ...]
    ids: Mapping[str, str]
    aside: tuple[Aside, ...] = ()
    remarks: tuple[Remark, ...] = ()


def grown(roots: Iterable[Node], whole: str, scale: Scale, names: Names) -> Grown:
    """The tree as areas, competencies and skills; `whole` names the area of what stands in none."""
    return _Growth(whole, scale, names).of(roots)


def short(text: str) -> str:
    """A text as a title: its first line, cut between words where it is long."""
    line = " ".join(text.split("\n", 1)[0].split())
    return line if len(line) <= _LONGEST_TITLE else line[: _LONGEST_TITLE - 2].rsplit(" ", 1)[0] + " …"


def title_of(node: Node) -> str:
    """What readers see of an item: its title, or the beginning of what it says, or its code."""
    return " ".join(node.title.split()) or short(node.statement) or node.code or node.key


def _skill_title(node: Node) -> str:
    """A skill that has only a sentence is called by the whole of it: its title stands where a statement would."""
    is_a_sentence = not node.title.strip() and "\n" not in node.statement
    if not (is_a_sentence and node.statement.strip()):
        return title_of(node)
    line = " ".join(node.statement.split())
    return node.statement if line == node.statement else line  # the same text is held once


class _Growth:
    """Areas and competencies in the making, in the order of the tree."""

    def __init__(self, whole: str, scale: Scale, names: Names) -> None:
        self.whole = whole
        self.scale = scale
        self.names = names
        self.areas: list[Area] = []
        self.competencies: dict[str, list[Competency]] = {}
        self.ids: dict[str, str] = {}
        self.aside: list[Aside] = []
        self.remarks: list[Remark] = []
        self.common: Area | None = None

    def of(self, roots: Iterable[Node]) -> Grown:
        for root in roots:
            if is_area(root):
                self._area(root)
            else:
                self._below(self._common(), root, ())
        ordered = [it for area in self.areas for it in self.competencies[area.slug]]
        return Grown(tuple(self.areas), tuple(ordered), self.ids, tuple(self.aside), tuple(self.remarks))

    def _common(self) -> Area:
        """The area of what stands in none."""
        if self.common is None:
            self.common = self._new_area(Node(key="", title=self.whole))
        return self.common

    def _area(self, node: Node) -> None:
        area = self._new_area(node)
        self.ids[node.key] = area.id
        if node.levels:
            self._set_aside(node, "levels of an area", dict(node.levels), "levels belong to a competency or a skill")
        for child in node.children:
            self._below(area, child, ())

    def _new_area(self, node: Node) -> Area:
        slug = self.names.slug(title_of(node))
        about = node.statement or title_of(node)
        area = Area(
            id=self.names.id(node.code, slug, node.identifier),
            slug=slug,
            title=title_of(node),
            kind=Kind.KNOWLEDGE,
            scale=self.scale,
            about=about,
            source=f"continuum/{slug}/area.yml",
            identifier=node.identifier,
        )
        area = replace(area, **node.more)
        self.areas.append(area)
        self.competencies[slug] = []
        return area

    def _below(self, area: Area, top: Node, path: tuple[str, ...]) -> None:
        """Competencies of an item and of all below it; without recursion, as a tree may be of any depth."""
        waiting: list[tuple[Node, tuple[str, ...]]] = [(top, path)]
        while waiting:
            node, path = waiting.pop()
            skills, groups = _parted(node)
            if skills or not groups or node.role == "competency" or node.levels:
                self._competency(area, node, skills, path)
            else:
                self._group(node)
            below = (*path, title_of(node))[-_LONGEST_PATH:]
            waiting += [(it, below) for it in reversed(groups)]

    def _group(self, node: Node) -> None:
        content = {"code": node.code, "title": node.title, "statement": node.statement}
        why = "a continuum has areas, competencies and skills; the competencies below say that they are part of it"
        self._set_aside(node, "groups", content, why)

    def _competency(self, area: Area, node: Node, skills: Sequence[Node], path: tuple[str, ...]) -> None:
        slug = self.names.slug(title_of(node), area.slug)
        id = self.names.id(node.code, f"{area.id}.{len(self.competencies[area.slug]) + 1}", node.identifier)
        self.ids[node.key] = id
        own = [Skill(id, title_of(node), node.levels, identifier=node.identifier)] if not skills else []
        if skills and node.levels:
            title = title_of(node)
            own = [Skill(self.names.id(f"{id}.0", id), title, node.levels)]
        made = Competency(
            id=id,
            slug=slug,
            area=area.slug,
            title=title_of(node),
            statement=node.statement or title_of(node),
            skills=tuple(own + [self._skill(id, number, it) for number, it in enumerate(skills, 1)]),
            source=f"continuum/{area.slug}/{slug}.yml",
            about=f"Part of: {' › '.join(path)}" if path else "",
            identifier=node.identifier,
        )
        self.competencies[area.slug].append(_with_more(made, node, is_its_own_skill=not skills))

    def _skill(self, owner: str, number: int, node: Node) -> Skill:
        id = self.names.id(node.code, f"{owner}.{number}", node.identifier)
        self.ids[node.key] = id
        title = _skill_title(node)
        statement = "" if node.statement == title else node.statement
        return replace(Skill(id, title, node.levels, statement=statement, identifier=node.identifier), **node.more)

    def _set_aside(self, node: Node, kind: str, content: object, why: str) -> None:
        self.aside.append(Aside(kind, node.code or title_of(node), node.file, node.line, content, why))


def is_area(root: Node) -> bool:
    """Whether an item at the root of a tree becomes an area."""
    if root.role:
        return root.role == "area"
    return any(child.children or child.role == "competency" for child in root.children)


def _is_skill(it: Node) -> bool:
    return it.role == "skill" or (not it.role and not it.children)


def _parted(node: Node) -> tuple[list[Node], list[Node]]:
    """The children that are skills of this item, and those that stand for themselves."""
    return [it for it in node.children if _is_skill(it)], [it for it in node.children if not _is_skill(it)]


def _with_more(made: Competency, node: Node, *, is_its_own_skill: bool) -> Competency:
    """The competency with all else that its node says; what it says of its only skill, that skill says."""
    more = {name: value for name, value in node.more.items() if name not in _OF_SKILLS}
    about = "\n\n".join(it for it in (more.pop("about", ""), made.about) if it)
    made = replace(made, **more, about=about)
    if not is_its_own_skill:
        return made
    of_skill = {name: value for name, value in node.more.items() if name in _OF_SKILLS}
    return replace(made, skills=(replace(made.skills[0], evidence=made.evidence, **of_skill),))


def all_nodes(roots: Iterable[Node]) -> Iterator[Node]:
    """Every item of a tree, parents first, in the order of the tree."""
    waiting = list(roots)[::-1]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += reversed(node.children)
