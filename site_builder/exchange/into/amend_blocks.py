"""Edits of a YAML text, entry by entry: what is new is put in, what is gone is taken out, what changed is replaced."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from site_builder.exchange.into.laid_out import SPREAD
from site_builder.exchange.into.page import Edit, Page
from site_builder.exchange.into.patched import is_by_id
from site_builder.exchange.into.yaml_nodes import Node
from site_builder.sources.written import WIDTH, entry_lines, in_brackets, name_in_brackets, named_lines, quoted
from site_builder.sources.yaml import Value


class NotPossible(Exception):  # noqa: N818  it says what cannot be done
    """A value cannot be changed entry by entry."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry of a group or list: its value, its name if it has one, and where it begins (at its name or dash)."""

    start: int
    value: Node
    name: str = ""


@dataclass(frozen=True, slots=True)
class _Step:
    """What becomes of an entry: `at` is the one that is there, `old` and `new` what it says and is to say."""

    at: int | None
    old: Value
    new: Value
    name: str = ""
    stays: bool = True


def edits_of(page: Page, root: Node, said: Value, wanted: Value) -> list[Edit]:
    """What to change in a text so that its value, which says `said`, says `wanted`; NotPossible where that fails."""
    return list(_Editor(page).within(root, said, wanted))


class _Editor:
    """Makes edits; values are no deeper than the reader allows, so it may call itself."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def within(self, node: Node, old: Value, new: Value) -> Iterator[Edit]:
        """Edits of the entries of a group or list."""
        steps = _steps(old, new)
        if not node.values or not any(it.stays for it in steps):
            raise NotPossible
        entries = self._entries(node)
        if node.is_block:
            yield from self._in_block(node, entries, steps)
        else:
            yield from self._in_brackets(node, entries, steps)

    def _entries(self, node: Node) -> list[_Entry]:
        if node.is_group:
            return [_Entry(key.start, value, key.text) for key, value in zip(node.keys, node.values, strict=True)]
        if not node.is_block:
            return [_Entry(it.start, it) for it in node.values]
        entries: list[_Entry] = []
        after = node.start
        for value in node.values:
            entries.append(_Entry(self.page.plain.rfind("-", after, max(value.start, after + 1)), value))
            after = self._end(entries[-1])
        return entries

    def _end(self, it: _Entry) -> int:
        """Where the line after an entry begins."""
        return self.page.line_after(max(it.value.end, it.start))

    def _in_block(self, node: Node, entries: Sequence[_Entry], steps: Sequence[_Step]) -> Iterator[Edit]:
        for it in steps:
            if it.at is not None and it.stays and it.old != it.new:
                yield from self._changed(node, entries[it.at], it)
        place = self._line(node, entries[0])
        for it in steps:
            if it.at is None:
                if place is None:
                    raise NotPossible
                yield Edit(place, place, "".join(f"{line}\n" for line in _new_lines(node, it)))
            elif it.stays:
                place = self._end(entries[it.at])
        for it in steps:
            if it.at is not None and not it.stays:
                yield self._gone(node, entries, it.at)

    def _line(self, node: Node, first: _Entry) -> int | None:
        """Where the line of the first entry begins; nothing where that line begins with something else."""
        line = self.page.line_of(first.start)
        return line if self.page.plain[line : first.start].isspace() or line == first.start else None

    def _gone(self, node: Node, entries: Sequence[_Entry], number: int) -> Edit:
        """An entry taken out, with the comments right above it."""
        entry = entries[number]
        line = self._line(node, entry)
        if line is None:
            raise NotPossible
        before = self._end(entries[number - 1]) if number else line
        sign = " " * node.column + "#"
        while line > before and self.page.plain.startswith(sign, above := self.page.line_of(line - 1)):
            line = above
        return Edit(line, self._end(entry), "")

    def _changed(self, node: Node, entry: _Entry, step: _Step) -> Iterator[Edit]:
        try:
            yield from list(self.within(entry.value, step.old, step.new))
        except NotPossible:
            yield self._replaced(node, entry, step)

    def _replaced(self, node: Node, entry: _Entry, step: _Step) -> Edit:
        """An entry with another value: on its line where that can be, else on lines of its own."""
        value = entry.value
        line_end = self.page.line_after(value.end) - 1
        has_comment = "#" in self.page.plain[value.end : line_end]
        scalar = _scalar(value, step.new)
        if scalar is not None and (has_comment or self._fits(value, scalar, step.new)):
            blank = "" if self.page.plain[value.start - 1].isspace() else " "
            return Edit(value.start, value.end, blank + scalar)
        lines = _new_lines(node, step)
        end = line_end if has_comment else value.end
        return Edit(entry.start, max(end, entry.start), "\n".join(lines)[node.column :])

    def _fits(self, value: Node, scalar: str, new: Value) -> bool:
        is_short = value.start - self.page.line_of(value.start) + len(scalar) <= WIDTH
        return is_short and isinstance(new, str) and "\n" not in new

    def _in_brackets(self, node: Node, entries: Sequence[_Entry], steps: Sequence[_Step]) -> Iterator[Edit]:
        if all(it.at is not None and it.stays for it in steps):
            for it in steps:
                if it.at is not None and it.old != it.new:
                    yield from self._changed_in_brackets(entries[it.at].value, it)
            return
        inside = ", ".join(self._part(entries, it) for it in steps if it.stays)
        yield Edit(node.start + 1, node.end - 1, inside)

    def _changed_in_brackets(self, value: Node, step: _Step) -> Iterator[Edit]:
        try:
            yield from list(self.within(value, step.old, step.new))
        except NotPossible:
            blank = "" if self.page.plain[value.start - 1] in " [{\n" else " "
            yield Edit(value.start, value.end, blank + _in_style(value, step.new))

    def _part(self, entries: Sequence[_Entry], step: _Step) -> str:
        """An entry in brackets as it stands there, or anew."""
        if step.at is not None and step.old == step.new:
            return self.page.plain[entries[step.at].start : entries[step.at].value.end]
        said = in_brackets(step.new)
        return f"{name_in_brackets(step.name)}: {said}" if step.name else said


def _new_lines(node: Node, step: _Step) -> list[str]:
    if node.is_group:
        return named_lines(step.name, step.new, node.column, SPREAD)
    return entry_lines(step.new, node.column, is_spread=node.values[0].is_block)


def _scalar(node: Node, new: Value) -> str | None:
    """A text in the place of another that stands on its line."""
    is_text = not node.is_group and not node.is_list and node.style not in ("|", ">")
    return _in_style(node, new) if is_text and not isinstance(new, dict | list) else None


def _in_style(node: Node, new: Value) -> str:
    """A value on one line, a text in the quotes in which the one before it stood."""
    if isinstance(new, str) and node.style == '"':
        return quoted(new)
    return in_brackets(new)


def _steps(old: Value, new: Value) -> list[_Step]:
    """What becomes of each entry, in the order of what is wanted; what is gone stands where it was."""
    if isinstance(old, dict) and isinstance(new, dict):
        places = {name: number for number, name in enumerate(old)}
        steps = [_Step(places.get(name), old.get(name), it, name) for name, it in new.items()]
        return steps + [_Step(places[name], it, None, name, stays=False) for name, it in old.items() if name not in new]
    if isinstance(old, list) and isinstance(new, list):
        return list(_steps_of_list(old, new))
    raise NotPossible


def _steps_of_list(old: list[Value], new: list[Value]) -> Iterator[_Step]:
    by_id = is_by_id(old) and is_by_id(new)
    matcher = SequenceMatcher(None, _signs(old, by_id=by_id), _signs(new, by_id=by_id), autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        both = b - a if kind == "equal" else min(b - a, d - c) if kind == "replace" and not by_id else 0
        for number in range(both):
            yield _Step(a + number, old[a + number], new[c + number])
        for number in range(a + both, b):
            yield _Step(number, old[number], None, stays=False)
        for number in range(c + both, d):
            yield _Step(None, None, new[number])


def _signs(values: list[Value], *, by_id: bool) -> list[str]:
    """What each entry is known by in its list."""
    return [str(it["id"]) if by_id and isinstance(it, dict) else repr(it) for it in values]
