"""A framework as a SmartEvidence matrix: areas are standards, competencies their elements, skills below these.

One matrix for the whole: a portfolio in Mahara belongs to a single one, and a student's work is of all areas.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from site_builder.exchange.framework import Framework
from site_builder.exchange.html.levels import with_descriptors, with_levels
from site_builder.exchange.html.text import html_of
from site_builder.exchange.sheets.write import is_own_only
from site_builder.model import Area, Competency, Scale
from site_builder.sources.markdown import plain

_LONGEST_SHORT, _LONGEST_NAME = 100, 255


def matrix(framework: Framework) -> bytes:
    """The matrix as Mahara takes it in; students may say themselves where they stand."""
    it = framework.settings
    whole = {
        "institution": "all",
        "name": _cut(plain(it.title), _LONGEST_NAME),
        "description": html_of(it.description),
        "selfassess": True,
        "standards": [_standard(framework, area, place) for place, area in enumerate(framework.areas, 1)],
    }
    return f"{json.dumps({'framework': whole}, ensure_ascii=False, indent=1)}\n".encode()


def _standard(framework: Framework, area: Area, place: int) -> Mapping[str, object]:
    current = (it for it in framework.of_area(area) if not it.retired)
    elements = [element for it in current for element in _elements(it, area.scale)]
    numbered = [{**it, "priority": number} for number, it in enumerate(elements, 1)]
    named = _named(area.id, area.title, with_levels(area.about, area.scale))
    return {**named, "priority": place, "standardelement": numbered}


def _elements(it: Competency, scale: Scale) -> Iterator[Mapping[str, object]]:
    """A competency and, below it, its skills: `parent` is how older versions say so, the ids are how newer ones do."""
    says = with_descriptors(it.statement, it.skills[0], scale) if is_own_only(it) else html_of(it.statement)
    yield {**_named(it.id, it.title, says), "parent": False, "elementid": it.id}
    for skill in () if is_own_only(it) else it.skills:
        named = _named(skill.id, skill.title, with_descriptors(skill.statement, skill, scale))
        yield {**named, "parent": True, "elementid": skill.id, "parentelementid": it.id}


def _named(id: str, title: str, html: str) -> Mapping[str, object]:
    return {"shortname": _cut(id, _LONGEST_SHORT), "name": _cut(plain(title), _LONGEST_NAME), "description": html}


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 2].rstrip()} …"
