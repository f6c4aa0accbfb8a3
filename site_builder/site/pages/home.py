"""The front page: what this is, doors for everybody, the kinds of learning, and the levels."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from site_builder import addresses
from site_builder.exchange.data import places
from site_builder.identifiers import framework_identifier
from site_builder.look.badges import Badge, badges
from site_builder.look.scales import scales_in_use
from site_builder.model import Kind, Page, Settings
from site_builder.outline import CompetencyCard, Outline
from site_builder.site import structured
from site_builder.site.desk import Desk, Poured
from site_builder.site.navigation import FRONT
from site_builder.site.plan import Plan, digest_of
from site_builder.sources.digest import digest
from site_builder.sources.markdown import Marks, block, plain

TAB = "home"
_READERS = ("families", "students", "teachers")


class Door(NamedTuple):
    """A hand-written page that somebody may have come for."""

    href: str
    title: str
    about: str
    icon: str


class Download(NamedTuple):
    """The whole as something that a person or another system can work with: a table, JSON, or CASE."""

    kind: str
    href: str


class Stone(NamedTuple):
    """One level in the drawing beside the title: a square that grows round on its way up."""

    css: str
    mark: str
    x: float
    y: float
    size: float
    radius: float
    middle_x: float
    middle_y: float
    letters: float


def plans(outline: Outline, shared: str) -> Iterator[Plan]:
    """The one front page."""
    counts = repr([(slug, len(outline.in_area.get(slug, ()))) for slug in outline.areas])
    key = digest(
        shared, counts, digest_of(outline.areas.values()), digest_of(outline.pages), digest_of(_first(outline))
    )
    yield Plan(addresses.HOME, "home", "", key)


def render(plan: Plan, desk: Desk) -> Poured:
    """The front page."""
    outline = desk.outline
    root = addresses.root(plan.address)
    front = next((page for page in outline.pages if page.slug == FRONT), None)
    source = front.source if front else outline.settings.source
    levels = [badges(scale) for scale in scales_in_use(outline)]
    marks = desk.marks([outline.settings.description, front.body if front else ""], root)
    article = desk.article(
        "home",
        root,
        source,
        settings=outline.settings,
        marks=marks,
        front=_told(front, desk, root, marks) if front else "",
        doors=[_door(page, root) for page in outline.pages if page.slug != FRONT],
        examples=[(root + addresses.competency(card), plain(card.title)) for card in _first(outline)],
        kinds=_kinds(outline, root),
        levels=levels[0],
        others=levels[1:],
        stones=_stones(levels[0]),
        finder=root + addresses.FINDER,
        work=root + addresses.EXEMPLARS,
        data=[it._replace(href=desk.site(root) + it.href) for it in downloads(desk.published, outline.settings)],
        copy=root + addresses.OFFLINE if desk.has_copies else "",
    )
    data = structured.of_home(desk)
    return Poured(plain(outline.settings.title), plain(outline.settings.description), article, "home", TAB, data)


def downloads(published: Collection[str], settings: Settings) -> Iterator[Download]:
    """What of the published data a person may look for on the front page, as seen from the site's root."""
    if "api" in published:
        yield Download("table", places.DESCRIPTORS_TABLE)
        yield Download("json", places.INDEX)
    if "case" in published:
        yield Download("case", places.case_package(framework_identifier(settings)))


def _told(front: Page, desk: Desk, root: str, marks: Marks | None) -> str:
    pictures = {it.file: it for it in desk.seen(front.media, addresses.HOME, root)}
    return block(front.body, desk.resolver(front.source, root), pictures=pictures, marks=marks)


def _first(outline: Outline) -> list[CompetencyCard]:
    """The first competency of the first few areas, to begin with."""
    return [outline.in_area[slug][0] for slug in outline.areas if slug in outline.in_area][:3]


def _door(page: Page, root: str) -> Door:
    icon = page.slug if page.slug in _READERS else "page"
    return Door(root + addresses.page(page), plain(page.title), page.description, icon)


def _kinds(outline: Outline, root: str) -> list[tuple[Kind, list[tuple[str, str, int]]]]:
    """The kinds of learning that this continuum has, each with its areas and how much is in them."""
    found = []
    for kind in Kind:
        areas = [
            (root + addresses.area(area), plain(area.title), len(outline.in_area.get(area.slug, ())))
            for area in outline.areas.values()
            if area.kind is kind
        ]
        if areas:
            found.append((kind, areas))
    return found


def _stones(levels: Sequence[Badge]) -> list[Stone]:
    """Stones along a rising path, each a little larger and rounder than the one before."""
    last = max(len(levels) - 1, 1)
    room = min(1.0, 4.6 / len(levels))
    return [_stone(badge, number / last, room) for number, badge in enumerate(levels)]


def _stone(badge: Badge, place: float, room: float) -> Stone:
    size = (46 + 26 * place) * room
    # The same curve as the path that the template draws behind the stones, once down and once up.
    x = 40 + 236 * place
    y = 258 - 192 * (3 * place**2 - 2 * place**3) if place else 258
    radius = size * (0.14 + 0.36 * place)
    numbers = (x - size / 2, y - size / 2, size, radius, x, y, max(12.0, 23 * room))
    return Stone(badge.css, badge.mark, *(round(number, 1) for number in numbers))
