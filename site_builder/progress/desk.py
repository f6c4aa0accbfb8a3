"""What rendering private pages needs within reach, in one language."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from jinja2 import Environment
from markupsafe import Markup, escape

from site_builder import addresses
from site_builder.look.badges import Badge, badges
from site_builder.look.links import resolver
from site_builder.look.templates import environment, escaped, safe
from site_builder.look.words import Words, brief_day_in, day_in, short_day_in, stops_in
from site_builder.model import Area
from site_builder.outline import Outline
from site_builder.progress.ground import Ground
from site_builder.progress.hand import Hand
from site_builder.progress.telling import Telling
from site_builder.resources import templates
from site_builder.sources.languages import direction
from site_builder.sources.markdown import Resolve, plain
from site_builder.sources.targets import known_targets

# For so many days a month names itself without its year.
_RECENT = 300


@dataclass(frozen=True, slots=True)
class Desk:
    """The continuum, the templates and the words of one language.

    `site_url` is where the public site stands in that language, with a slash at its end; without one, pages name things
    and do not lead to them. `typing` is the folder where a code is typed in it. `day` writes a date, and `stop` a
    comma or the like; `resolve` says what an author's link becomes, and `hand` shows what people wrote.
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
    brief_day: Callable[[date], str]
    stop: Callable[[str], str]
    resolve: Callable[[str], Resolve]
    hand: Hand
    typing: str = ""
    scales: dict[tuple[str, str], tuple[Badge, ...]] = field(default_factory=dict)
    forms: dict[tuple[str, int], str] = field(default_factory=dict)

    def recently(self, on: date) -> str:
        """A day of the last months without its year, and an older one with it."""
        return self.short_day(on) if (self.as_of - on).days < _RECENT else self.day(on)

    @property
    def direction(self) -> str:
        """Which way the language is written."""
        return direction(self.language)

    @property
    def own(self) -> str:
        """The language in which the school itself writes."""
        return self.ground.settings.languages[0]

    def render(self, template: str, **parts: object) -> str:
        """A template of private pages with these parts."""
        found = self.templates.get_template(f"progress/{template}.html")
        return found.render(site_url=self.site_url, hand=self.hand, stop=self.stop, **parts)

    def say(self, text: str, **values: object) -> Markup:
        """A text of our own in the language of the page, as safe HTML; values in another language say so within it."""
        form = self.forms.get((text, 0))
        if form is None:
            form = self.forms[text, 0] = str(escape(self.words.gettext(text)))
        return safe(form % _within(values) if values else form)

    def counted(self, one: str, many: str, number: int, **values: object) -> Markup:
        """The same of so many things."""
        form = self.forms.get((many, number))
        if form is None:
            form = self.forms[many, number] = str(escape(self.words.ngettext(one, many, number)))
        values["num"] = number
        return safe(form % _within(values))

    def listed(self, texts: Iterable[object], between: str = ", ") -> Markup:
        """Texts one after the other as safe HTML, each in the language that it is in."""
        return safe(self.stop(between).join([escaped(it) for it in texts]))

    def label(self, it: Badge) -> Markup:
        """A level's badge as templates show it."""
        level: Any = self.templates.globals["level"]
        return safe(level(it))

    def badges(self, area: Area, target: str = "") -> tuple[Badge, ...]:
        """The levels of an area; `target` is the goal where a competency names its own."""
        key = (area.slug, target)
        if key not in self.scales:
            self.scales[key] = badges(area.scale, target)
        return self.scales[key]

    def public(self, address: str) -> str:
        """Where a page of the public site stands; nothing where nobody has said where the site is."""
        return self.site_url + address if self.site_url else ""

    def title(self, id: str) -> str:
        """What a competency is called."""
        return plain(self.ground.competencies[id].title)

    def competency(self, id: str) -> str:
        """Where a competency's page stands."""
        return self.public(addresses.competency(self.outline.competencies[id]))


def desk_for(telling: Telling, site_url: str, as_of: date) -> Desk:
    """A desk in the language of a telling; `site_url` is where the whole public site stands."""
    there = site_url + telling.site if site_url else ""
    known = known_targets(telling.outline)

    def resolve(source: str) -> Resolve:
        found = resolver(lambda: known, source, there)

        def leads(target: str) -> str | None:
            # A place on the author's own page stands on the public site: within a sealed page it would be a key.
            aim = f"{source}{target}" if target.startswith("#") else target
            address = found(aim)
            return address if there or address == aim else None

        return leads

    return Desk(
        telling.ground,
        telling.outline,
        environment(templates(), telling.words),
        telling.words,
        telling.language,
        there,
        as_of,
        day_in(telling.words),
        short_day_in(telling.words),
        brief_day_in(telling.words),
        stops_in(telling.language),
        resolve,
        Hand(direction(telling.language), is_own=telling.is_own),
        telling.typing,
    )


def _within(values: dict[str, object]) -> dict[str, object]:
    """Values as they may stand within safe HTML."""
    for name, value in values.items():
        if type(value) is not Markup and isinstance(value, str):
            values[name] = escaped(value)
    return values
