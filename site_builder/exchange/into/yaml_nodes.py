"""A YAML text as nodes that know from where to where they reach."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

import yaml

try:
    from yaml import CSafeLoader as Parser
except ImportError:  # a PyYAML built without libyaml reads the same, more slowly
    from yaml import SafeLoader as Parser  # type: ignore[assignment]


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """A value in a text: `start` and `end` are offsets, `style` is what its first sign says, as in `"`, `>` or `{`.

    A group has `keys`, one for each of its `values`; a list has `values` alone. What is in blocks has the column of its
    names or dashes.
    """

    start: int
    end: int
    style: str
    column: int
    text: str = ""
    keys: Sequence[Node] = ()
    values: Sequence[Node] = ()
    is_group: bool = False
    is_list: bool = False

    @property
    def is_block(self) -> bool:
        """Whether it is a group or list on lines of its own."""
        return (self.is_group or self.is_list) and self.style == ""


def nodes_of(text: str) -> Node | None:
    """The value that a text holds, with all within it; nothing where it holds none. ValueError where it is no YAML."""
    try:
        found = yaml.compose(text, Loader=Parser)
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from None
    return _Measuring(text).node(found) if found else None


class _Measuring:
    """Turns the parser's nodes into nodes with offsets; as deep as the reader allows."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = [0, *accumulate(len(it) + 1 for it in text.split("\n"))]

    def node(self, found: Any) -> Node:
        start = self._offset(found.start_mark)
        if isinstance(found, yaml.ScalarNode):
            return Node(start, self._end(found, start), found.style or "", found.start_mark.column, found.value)
        is_group = isinstance(found, yaml.MappingNode)
        keys = [self.node(key) for key, _ in found.value] if is_group else []
        values = [self.node(it[1] if is_group else it) for it in found.value]
        style = self.text[start] if found.flow_style else ""
        end = values[-1].end if values and not found.flow_style else self._offset(found.end_mark)
        return Node(
            start,
            end,
            style,
            found.start_mark.column,
            keys=keys,
            values=values,
            is_group=is_group,
            is_list=not is_group,
        )

    def _end(self, found: Any, start: int) -> int:
        """Where a text ends; one in a block ends before the empty lines that follow it."""
        end = self._offset(found.end_mark)
        return start + len(self.text[start:end].rstrip()) if found.style in ("|", ">") else end

    def _offset(self, mark: Any) -> int:
        line: int = min(mark.line, len(self.lines) - 1)
        column: int = mark.column
        return min(self.lines[line] + column, len(self.text))


def leaves(node: Node) -> Iterator[Node]:
    """Every text within a node, names too, in the order of the text."""
    if not node.is_group and not node.is_list:
        yield node
    for number, value in enumerate(node.values):
        if node.is_group:
            yield from leaves(node.keys[number])
        yield from leaves(value)
