"""What rendering private pages needs within reach, in one language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from site_builder import addresses
from site_builder.look.badges import Badge, badges
from site_builder.look.links import resolver
from site_builder.look.templates import environment
from site_builder.look.words import SOURCE_LANGUAGE, Words, catalogue, day_in, is_spoken, short_day_in
from site_builder.model import Area
from site_builder.outline import Outline
from site_builder.progress.ground import Ground
from site_builder.resources import templates
from site_builder.sources.languages import direction
from site_builder.sources.markdown import Resolve
from site_builder.sources.targets import known_targets

# For so many days a month names itself without its year.
_RECENT = 300


@dataclass(frozen=True, slots=True)
class Desk:
    """The continuum, the templates and the words of one language.

    `site_url` is where the public site stands, with a slash at its end; without one, pages name things and do not lead
    to them. `day` writes a date; `resolve` says what an author's link becomes.
    """

    ground: Ground
    outline: Outline
    templates: Environment
    words: Words
    language: str
    site_url: str
    as_of: date
    day: Callable[[date], str]
    short_day: Callable[[date], str]
    resolve: Callable[[str], Resolve]
    scales: dict[tuple[str, str], tuple[Badge, ...]] = field(default_factory=dict)

    def recently(self, on: date) -> str:
        """A day of the last months without its year, and an older one with it."""
        return self.short_day(on) if (self.as_of - on).days < _RECENT else self.day(on)

    @property
    def direction(self) -> str:
        """Which way the language is written."""
        return direction(self.language)

    def render(self, template: str, **parts: object) -> str:
        """A template of private pages with these parts."""
        return self.templates.get_template(f"progress/{template}.html").render(site_url=self.site_url, **parts)

    def say(self, text: str, **values: object) -> str:
        """A text of our own in the language of the page."""
        return self.words.gettext(text) % values if values else self.words.gettext(text)

    def counted(self, one: str, many: str, number: int, **values: object) -> str:
        """A text of our own about so many things, in the language of the page."""
        return self.words.ngettext(one, many, number) % {"num": number, **values}

    def label(self, it: Badge) -> Markup:
        """A level's badge as templates show it."""
        level: Any = self.templates.globals["level"]
        return Markup(level(it))  # noqa: S704  it is one

    def badges(self, area: Area, target: str = "") -> tuple[Badge, ...]:
        """The levels of an area; `target` is the goal where a competency names its own."""
        key = (area.slug, target)
        if key not in self.scales:
            self.scales[key] = badges(area.scale, target)
        return self.scales[key]

    def public(self, address: str) -> str:
        """Where a page of the public site stands; nothing where nobody has said where the site is."""
        return self.site_url + address if self.site_url else ""

    def competency(self, id: str) -> str:
        """Where a competency's page stands."""
        return self.public(addresses.competency(self.outline.competencies[id]))


def desk_for(language: str, ground: Ground, outline: Outline, site_url: str, as_of: date) -> Desk:
    """A desk in this language; in the source language where the catalogue has none of it."""
    words = catalogue(language)
    spoken = language if is_spoken(language) else SOURCE_LANGUAGE
    known = known_targets(outline)

    def resolve(source: str) -> Resolve:
        found = resolver(lambda: known, source, site_url)

        def leads(target: str) -> str | None:
            # A place on the author's own page stands on the public site: within a sealed page it would be a key.
            aim = f"{source}{target}" if target.startswith("#") else target
            address = found(aim)
            return address if site_url or address == aim else None

        return leads

    return Desk(
        ground,
        outline,
        environment(templates(), words),
        words,
        spoken,
        site_url,
        as_of,
        day_in(words),
        short_day_in(words),
        resolve,
    )
