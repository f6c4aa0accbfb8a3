"""Levels and descriptors as definition lists below a description: people read them there, and an import reads them too.

Systems whose levels have a name and no more keep the words of a level only there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from site_builder.exchange.html.text import Term, markdown_of, terms_of, with_terms
from site_builder.model import Level, Scale, Skill

_LEVEL = re.compile(r"([A-Za-z0-9][A-Za-z0-9._-]{0,63}) · (\S.*)")

_NO_DESCRIPTORS: Mapping[str, tuple[str, ...]] = {}  # one for all skills without any


def with_levels(text: str, scale: Scale) -> str:
    """What is said of an area, as HTML, and its levels with what they mean; the one to reach stands out."""
    return with_terms(text, (_of_level(it) for it in scale.levels))


def with_descriptors(text: str, skill: Skill, scale: Scale) -> str:
    """What is said of a skill, as HTML, and its descriptors by the names of the levels."""
    described = [it for it in scale.levels if it.id in skill.levels]
    names = _names(scale.levels)
    return with_terms(text, (Term(names[it.id], says=skill.levels[it.id]) for it in described))


def levels_in(html: str) -> tuple[str, tuple[Level, ...]]:
    """The description of an area without its levels, and these; none where no such list ends it."""
    text, terms = terms_of(html)
    named = [_LEVEL.fullmatch(it.name) for it in terms]
    found = [(at, it) for at, it in zip(named, terms, strict=True) if at]
    if not found or len(found) < len(terms) or len({at[1] for at, _ in found}) < len(found):
        return markdown_of(html) if terms else text, ()
    levels = (
        Level(at[1], at[2], "\n\n".join(it.says), place, it.stands_out) for place, (at, it) in enumerate(found, 1)
    )
    return text, tuple(levels)


def descriptors_in(html: str, levels: Sequence[Level]) -> tuple[str, Mapping[str, tuple[str, ...]]]:
    """The description of a skill without its descriptors, and these by level; all of it where it has no such list."""
    text, terms = terms_of(html)
    ids = {name: id for id, name in _names(levels).items()}
    if not terms or any(it.name not in ids or not it.says for it in terms):
        return markdown_of(html) if terms else text, _NO_DESCRIPTORS
    said = {ids[it.name]: it.says for it in terms}
    return text, {it.id: said[it.id] for it in levels if it.id in said}


def _of_level(it: Level) -> Term:
    return Term(f"{it.id} · {it.name}", it.is_target, (it.means,) if it.means else ())


def _names(levels: Sequence[Level]) -> dict[str, str]:
    """The names of levels by id; with the id before it where two have one name."""
    count = Counter(it.name for it in levels)
    return {it.id: it.name if count[it.name] == 1 else f"{it.id} · {it.name}" for it in levels}
