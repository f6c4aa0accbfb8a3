"""Promises of the continuum as a whole: ids, areas, addresses, links."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from site_builder.model import Competency, Kind
from site_builder.outline import CompetencyCard, ExemplarCard, Outline
from site_builder.problems import Problem, Severity, Span, Spot
from site_builder.sources.targets import Known, Target, find_target, known_targets, names_of, targets
from site_builder.sources.translation import Translation

_LINK_HINT = "link to an id (LIT.ARG, LIT.ARG.2-3), to a source file, to a page as /map/, or to a web address"
_PICTURE_HINT = (
    "put the picture into the folder of the page that shows it; one of student work is listed in its “media”"
)


@dataclass(frozen=True, slots=True)
class LinkUse:
    """A link that an author wrote, where it stands, and the file it stands in."""

    at: Span | Spot
    file: str
    target: str
    is_picture: bool = False


@dataclass(frozen=True, slots=True)
class Whole:
    """What checks of the whole look at: the outline, the links in it, the day, and a competency by its source.

    `ended` is work that is left out of the outline because permission to show it has ended. `translations` are those
    of things that stand in the outline whole, by file and language.
    """

    outline: Outline
    links: tuple[LinkUse, ...]
    today: date
    folders: frozenset[str]
    competency: Callable[[str], Competency]
    ended: tuple[ExemplarCard, ...] = ()
    translations: Mapping[str, Mapping[str, Translation]] = field(default_factory=dict)


def ids_are_unique(whole: Whole) -> Iterator[Problem]:
    """No two things share an id, whatever their case."""
    seen: dict[str, tuple[str, str]] = {}
    for id, file, path in _ids(whole.outline):
        owner = seen.setdefault(id.casefold(), (id, file))
        if owner[1] != file:
            message = f"the id {id} is already that of {owner[1]}" + ("" if owner[0] == id else f" (there {owner[0]})")
            yield Problem(
                Spot(file, path), "id-repeated", message, hint="ids are published: give the newer one another id"
            )


def identifiers_are_unique(whole: Whole) -> Iterator[Problem]:
    """No two things came with the same UUID, as one that is a copy of another has it."""
    seen: dict[str, str] = {}
    for identifier, id, file, path in _identifiers(whole.outline):
        owner = seen.setdefault(identifier, id)
        if owner != id:
            message = f"{id} has the identifier of {owner}, so other systems cannot tell the two apart"
            yield Problem(Spot(file, path), "identifier-repeated", message, hint="take it out of the newer of the two")


def areas_are_there(whole: Whole) -> Iterator[Problem]:
    """Each area in the order has a folder, and each folder stands in the order."""
    settings = whole.outline.settings
    for number, slug in enumerate(settings.areas):
        if slug not in whole.folders:
            hint = f"write continuum/{slug}/area.yml, or take it out of “areas”"
            yield Problem(
                Spot(settings.source, ("areas", number)), "area-missing", f"there is no area “{slug}”", hint=hint
            )
    for slug in sorted(whole.folders - set(settings.areas)):
        message = f"area “{slug}” is not in the order of areas, so it is not published"
        at = Spot(settings.source, ("areas",))
        yield Problem(at, "area-unlisted", message, Severity.WARNING, f"add {slug} to “areas”")


def kinds_stand_side_by_side(whole: Whole) -> Iterator[Problem]:
    """A continuum has knowledge, transferable skills and lifelong learning."""
    kinds = {area.kind for area in whole.outline.areas.values()}
    for kind in Kind:
        if kinds and kind not in kinds:
            message = f"no area is of the kind “{kind}” yet"
            hint = "readers look for knowledge, transferable skills and lifelong learning side by side"
            yield Problem(Spot(whole.outline.settings.source, ("areas",)), "kind-missing", message, Severity.NOTE, hint)


def pages_have_an_address_each(whole: Whole) -> Iterator[Problem]:
    """No two sources write the same page, on any system."""
    seen: dict[str, Target] = {}
    trees = frozenset(map(_folded, whole.outline.settings.languages[1:]))
    for target in targets(whole.outline):
        if _folded(target.address).partition("/")[0] in trees:
            message = f"this would write the page {target.address}, among the pages of another language"
            yield Problem(Spot(target.file), "address-repeated", message, hint="give it another name")
        owner = seen.setdefault(_folded(target.address), target)
        if owner is not target:
            message = (
                f"this would write the page {target.address}, which {owner.file or 'the site itself'} writes already"
            )
            yield Problem(Spot(target.file), "address-repeated", message, hint="rename one of the two files")


def links_resolve(whole: Whole) -> Iterator[Problem]:
    """Each link within the continuum leads somewhere."""
    if not whole.links:
        return
    known = known_targets(whole.outline)
    gone = Known({name: "" for work in whole.ended for name in names_of(work)}, {})
    for use in whole.links:
        if find_target(use.target, use.file, known) is not None:
            continue
        if not use.target.startswith("#") and find_target(use.target, use.file, gone) is not None:
            message = f"the link “{use.target}” leads to work that is not published any more"
            yield Problem(use.at, "link-ended", message, Severity.WARNING, "take the link out")
            continue
        message = f"the link “{use.target}” leads nowhere"
        yield Problem(use.at, "link-broken", message, hint=_PICTURE_HINT if use.is_picture else _LINK_HINT)


def _folded(address: str) -> str:
    return unicodedata.normalize("NFC", address).casefold()


def _ids(outline: Outline) -> Iterator[tuple[str, str, tuple[str | int, ...]]]:
    for area in outline.areas.values():
        yield area.id, area.source, ("id",)
    doubles = (it for it in outline.doubles if isinstance(it, CompetencyCard))
    for card in (*outline.competencies.values(), *doubles):
        yield card.id, card.source, ("id",)
        for number, (skill, _) in enumerate(card.skills):
            if skill != card.id:  # a competency without skills is its own only skill
                yield skill, card.source, ("skills", number, "id")
    for route in outline.pathways:
        yield route.id, route.source, ("id",)


def _identifiers(outline: Outline) -> Iterator[tuple[str, str, str, tuple[str | int, ...]]]:
    """Each UUID that something came with: the UUID, and the id, the file and the place of what has it."""
    if outline.settings.identifier:
        yield outline.settings.identifier, "the whole", outline.settings.source, ("identifier",)
    for area in outline.areas.values():
        if area.identifier:
            yield area.identifier, area.id, area.source, ("identifier",)
    for card in outline.competencies.values():
        own, *others = card.identifiers
        if own:
            yield own, card.id, card.source, ("identifier",)
        for number, ((skill, _), identifier) in enumerate(zip(card.skills, others, strict=True)):
            if identifier and skill != card.id:
                yield identifier, skill, card.source, ("skills", number, "identifier")
