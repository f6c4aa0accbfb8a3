"""Associations between competencies and to other frameworks: prerequisites, replacements, standards."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from site_builder.exchange.case.associations import MATCHES, Link, Links
from site_builder.exchange.case.items import Items
from site_builder.exchange.format import Aside, Remark
from site_builder.exchange.tree import Grown, short
from site_builder.model import Competency, Retired, Standard

# How this builder names a standard where CASE has one text for its code and its framework.
_CODE_AND_FRAMEWORK = re.compile(r"(\S.*?) \((.*\S)\)")
_NO_NAMES = frozenset({"", "destination node", "origin node"})


@dataclass(slots=True)
class Related:
    """Competencies with their relations; the other relations are set aside with the associations that say them."""

    competencies: tuple[Competency, ...]
    aside: list[Aside] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


def related(grown: Grown, items: Items, links: Links) -> Related:
    """The competencies of a tree with all that relates them."""
    return _Relations(grown, items, links).done()


class _Relations:
    """Relations in the making."""

    def __init__(self, grown: Grown, items: Items, links: Links) -> None:
        self.grown = grown
        self.items = items
        self.links = links
        self.known = {it.id: it for it in grown.competencies}
        self.owners = {skill.id: it.id for it in grown.competencies for skill in it.skills} | {
            id: id for id in self.known
        }
        self.found = Related(())
        self.answered = {(it.id, standard.uri) for it in grown.competencies for standard in it.standards}

    def done(self) -> Related:
        before = self._prerequisites()
        retired = self._retired()
        standards = self._standards()
        self.found.competencies = tuple(
            replace(
                it,
                prerequisites=tuple(before.get(it.id, ())),
                retired=retired.get(it.id),
                standards=(*it.standards, *standards.get(it.id, ())),
            )
            for it in self.grown.competencies
        )
        return self.found

    def _owner(self, key: str) -> str:
        """The competency that an item is, or is a skill of."""
        return self.owners.get(self.grown.ids.get(key, ""), "")

    def _prerequisites(self) -> dict[str, dict[str, Link]]:
        before: dict[str, dict[str, Link]] = {}
        of_skills = 0
        for it in self.links.of("precedes"):
            first, then = self._owner(it.origin), self._owner(it.destination)
            if not first or not then:
                self.links.set_aside(it, "only competencies and their skills have an order")
            elif first == then:
                self.links.set_aside(it, "both are in the same competency, whose skills stand in an order anyway")
            elif first not in before.setdefault(then, {}):
                before[then][first] = it
                of_skills += {self.grown.ids[it.origin], self.grown.ids[it.destination]} != {first, then}
        if of_skills:
            words = f"{of_skills} orders of skills have become orders of the competencies that these belong to"
            self.found.remarks.append(Remark("precedes", words))
        for first, then in _closing(before):
            titles = f"“{self.known[first].title}” and “{self.known[then].title}”"
            words = f"builds on {first} in a circle; this one step of it ({titles}) was left out"
            self.found.remarks.append(Remark(then, words))
            self.links.set_aside(before[then].pop(first), "these build on one another in a circle")
        return before

    def _retired(self) -> dict[str, Retired]:
        found: dict[str, Retired] = {}
        for key, it in self.items.by_key.items():
            id = self.grown.ids.get(key, "")
            if it.ended and id in self.known:
                found[id] = Retired(it.ended)
            elif it.ended:
                why = "only a competency retires; this is none"
                content = {"identifier": it.identifier, "statusEndDate": it.ended.isoformat()}
                self.found.aside.append(Aside("ends of items", it.name, self.items.file(it), 0, content, why))
        for link in self.links.of("replacedBy"):
            id, by = self.grown.ids.get(link.origin, ""), self.grown.ids.get(link.destination, "")
            if id in found and by in self.known and by != id and not found[id].replaced_by:
                found[id] = replace(found[id], replaced_by=by)
            else:
                why = "only a competency that has a day on which it ended is replaced, and by one other competency"
                self.links.set_aside(link, why)
        return found

    def _standards(self) -> dict[str, list[Standard]]:
        found: dict[str, list[Standard]] = {}
        for type in MATCHES:
            for it in self.links.of(type):
                self._standard(it, found)
        return found

    def _standard(self, it: Link, found: dict[str, list[Standard]]) -> None:
        owner = self._owner(it.origin)
        if (owner, it.uri) in self.answered:
            is_own = self.items.by_key[it.origin].extension is not None
            if not is_own:
                self.links.set_aside(it, "the competency answers to this already")
            return
        host = urlsplit(it.uri).hostname if it.uri.isascii() and _is_web(it.uri) else None
        if not owner or not host or it.title.casefold() in _NO_NAMES or it.title == it.destination:
            self.links.set_aside(it, "a standard has a name, a web address, and a competency that answers to it")
            return
        named = _CODE_AND_FRAMEWORK.fullmatch(it.title)
        code, framework = (named[1], named[2]) if named else (short(it.title), host)
        self.answered.add((owner, it.uri))
        found.setdefault(owner, []).append(Standard(code, framework, it.uri, MATCHES[it.type]))


def _is_web(uri: str) -> bool:
    try:
        return urlsplit(uri).scheme in ("http", "https") and urlsplit(uri).hostname is not None
    except ValueError:
        return False


def _closing(before: Mapping[str, Mapping[str, object]]) -> list[tuple[str, str]]:
    """The steps (from, to) without which nothing builds on itself; found without recursion, as a chain may be long."""
    closing: list[tuple[str, str]] = []
    state: Counter[str] = Counter()  # 0 not met, 1 on the way, 2 done
    for start in before:
        way = [] if state[start] else [(start, iter(before[start]))]
        state[start] = max(state[start], 1)
        while way:
            here, waiting = way[-1]
            first = next(waiting, None)
            if first is None:
                state[here] = 2
                way.pop()
            elif state[first] == 1:
                closing.append((first, here))
            elif state[first] == 0:
                state[first] = 1
                way.append((first, iter(before.get(first, ()))))
    return closing
