"""A framework as rows of Moodle: areas, below them competencies, below these skills."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from site_builder.exchange.framework import Framework
from site_builder.exchange.html.levels import with_descriptors, with_levels
from site_builder.exchange.html.text import html_of
from site_builder.exchange.moodle.columns import CROSS, HEADERS, IS_FRAMEWORK, LONGEST_SHORTNAME, NO_ID, TAXONOMIES
from site_builder.exchange.moodle.scale import configuration_of, values_of
from site_builder.exchange.sheets.write import is_own_only
from site_builder.model import Area, Competency, Scale, Skill

_HTML = "1"


def framework_rows(framework: Framework, variant: str) -> Iterator[Sequence[str]]:
    """The rows of the file, its header first; the old layout has no place for cross-references."""
    for row in (HEADERS["framework"], *_Rows(framework).all()):
        yield (*row[:CROSS], *row[IS_FRAMEWORK:]) if variant == "old" else row


class _Rows:
    """The rows of one framework; what has the framework's own scale and target says none."""

    def __init__(self, framework: Framework) -> None:
        self.framework = framework
        first = next(iter(framework.areas), None)
        scale = first.scale if first else next(iter(framework.settings.scales.values()))
        self.usual = values_of(scale), configuration_of(scale, _target(scale))

    def all(self) -> Iterator[Sequence[str]]:
        it = self.framework.settings
        name, html = _named(it.title, html_of(it.description))
        yield "", it.identifier or NO_ID, name, html, _HTML, *self.usual, "", "", "", "", "", "1", TAXONOMIES
        for area in self.framework.areas:
            yield self._row("", area.id, area.title, with_levels(area.about, area.scale), _rated(area.scale, ""))
            for competency in self.framework.of_area(area):
                if not competency.retired:
                    yield from self._competency(area, competency)

    def _competency(self, area: Area, it: Competency) -> Iterator[Sequence[str]]:
        rated = _rated(area.scale, it.target)
        html = html_of(it.statement)
        if is_own_only(it):
            html = with_descriptors(it.statement, it.skills[0], area.scale)
        yield self._row(area.id, it.id, it.title, html, rated, it.prerequisites)
        for skill in () if is_own_only(it) else it.skills:
            yield self._row(it.id, skill.id, skill.title, _says(skill, area.scale), rated)

    def _row(
        self, parent: str, id: str, title: str, html: str, rated: tuple[str, str], related: Sequence[str] = ()
    ) -> Sequence[str]:
        name, html = _named(title, html)
        there = [it for it in related if not self.framework.by_id[it].retired]
        scale = ("", "") if rated == self.usual else rated
        crossed = ",".join(it.replace(",", "%2C") for it in there)
        return parent, id, name, html, _HTML, *scale, "", "0", "", crossed, "", "", ""


def _says(skill: Skill, scale: Scale) -> str:
    return with_descriptors(skill.statement, skill, scale)


def _rated(scale: Scale, target: str) -> tuple[str, str]:
    return values_of(scale), configuration_of(scale, target or _target(scale))


def _target(scale: Scale) -> str:
    return next((it.id for it in scale.levels if it.is_target), "")


def _named(title: str, html: str) -> tuple[str, str]:
    """A short name and a description, which begins with the whole title where that is too long for a name."""
    if len(title) <= LONGEST_SHORTNAME:
        return title, html
    name = title[: LONGEST_SHORTNAME - 2].rsplit(" ", 1)[0]
    return f"{name} …", f"<p><strong>{escape(title, quote=False)}</strong></p>\n{html}".strip()
