"""The standards index: which competency answers to which standard."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from site_builder import addresses
from site_builder.outline import Outline
from site_builder.site.desk import Desk, Poured
from site_builder.site.plan import Plan, digest_of
from site_builder.sources.digest import digest
from site_builder.sources.markdown import plain


@dataclass(frozen=True, slots=True)
class Row:
    """One standard, and a competency that answers to it."""

    code: str
    uri: str
    match: str
    title: str
    href: str
    id: str


def plans(outline: Outline, shared: str) -> Iterator[Plan]:
    """One page."""
    cards = [card for card in outline.competencies.values() if card.standards]
    yield Plan(addresses.STANDARDS, "standards", "", digest(shared, "standards", digest_of(cards)))


def render(plan: Plan, desk: Desk) -> Poured:
    """Standards by framework and code."""
    root = addresses.root(plan.address)
    article = desk.article(
        "standards",
        root,
        "",
        frameworks=_frameworks(desk, root),
    )
    return Poured(
        desk.say("Standards"), desk.say("Which competency answers to which standard."), article, "standards", "pathways"
    )


def _frameworks(desk: Desk, root: str) -> list[tuple[str, list[Row]]]:
    frameworks: dict[str, list[Row]] = {}
    for card in desk.outline.competencies.values():
        if card.retired:
            continue
        resolve = desk.resolver(card.source, root)
        for it in card.standards:
            uri = (resolve(it.uri) or "") if it.uri else ""
            row = Row(it.code, uri, it.match, plain(card.title), root + addresses.competency(card), card.id)
            frameworks.setdefault(it.framework, []).append(row)
    return [
        (desk.as_written(plain(name)), sorted(rows, key=lambda row: (_natural(row.code), row.id)))
        for name, rows in sorted(frameworks.items())
    ]


def _natural(code: str) -> list[tuple[int, str]]:
    """A.2 stands before A.10."""
    return [(int(part), "") if part.isdecimal() else (0, part) for part in re.split(r"(\d+)", code)]
