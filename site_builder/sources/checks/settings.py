"""Promises of continuum.yml."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from uuid import UUID, uuid4

from site_builder.model import Settings
from site_builder.problems import Problem, Severity, Spot
from site_builder.sources.checks.words import lookout, unkind
from site_builder.sources.languages import nearest
from site_builder.sources.slugs import is_kept_by_windows


def level_ids_are_unique(settings: Settings) -> Iterator[Problem]:
    """A scale names each level once."""
    for scale in settings.scales.values():
        seen: set[str] = set()
        for number, level in enumerate(scale.levels):
            if level.id.casefold() in seen:
                at = Spot(settings.source, ("scales", scale.id, number, "id"))
                yield Problem(
                    at, "level-repeated", f"scale “{scale.id}” has two levels “{level.id}”", hint="renumber one"
                )
            seen.add(level.id.casefold())


def level_ids_are_addresses(settings: Settings) -> Iterator[Problem]:
    """Each scale and level has an address, so its id can be a folder on every system."""
    for scale in settings.scales.values():
        for path, id in [((), scale.id), *(((number, "id"), level.id) for number, level in enumerate(scale.levels))]:
            if is_kept_by_windows(id):
                at = Spot(settings.source, ("scales", scale.id, *path), on_key=not path)
                message = f"“{id}” cannot be an address: Windows would refuse or change it"
                yield Problem(at, "level-name", message, hint="choose another id, which does not end in a dot")


def scales_have_one_target(settings: Settings) -> Iterator[Problem]:
    """A scale has at most one target level."""
    for scale in settings.scales.values():
        targets = [level.name for level in scale.levels if level.is_target]
        if len(targets) > 1:
            message = f"scale “{scale.id}” has {len(targets)} target levels: {' and '.join(targets)}"
            yield Problem(
                Spot(settings.source, ("scales", scale.id)), "target-repeated", message, hint="keep one `target: true`"
            )


def areas_are_named_once(settings: Settings) -> Iterator[Problem]:
    """The order of areas names each once."""
    for slug, times in Counter(settings.areas).items():
        if times > 1:
            message = f"area “{slug}” stands {times} times in the order of areas"
            yield Problem(Spot(settings.source, ("areas",)), "area-repeated", message, hint="name it once")


def languages_are_named_once(settings: Settings) -> Iterator[Problem]:
    """A continuum names each of its languages once."""
    for language, times in Counter(settings.languages).items():
        if times > 1:
            message = f"“{language}” stands {times} times among the languages"
            yield Problem(Spot(settings.source, ("languages",)), "language-repeated", message, hint="name it once")


def level_names_are_kind(settings: Settings) -> Iterator[Problem]:
    """Level names say what a learner does, not what is lacking."""
    words = lookout(settings, settings.languages[0])
    for scale in settings.scales.values():
        for number, level in enumerate(scale.levels):
            at = Spot(settings.source, ("scales", scale.id, number))
            yield from unkind(f"{level.name}: {level.means}", at, words)


def identifier_is_wanted(settings: Settings, fresh: Callable[[], UUID] = uuid4) -> Iterator[Problem]:
    """The whole has an identifier of its own; without one, the same ids in two schools have the same UUIDs."""
    if not settings.identifier:
        message = "there is no “identifier”, so other systems cannot tell this continuum from another with the same ids"
        hint = f"add this line, and keep it for ever: “identifier: {fresh()}”"
        yield Problem(Spot(settings.source), "identifier-wanted", message, Severity.NOTE, hint)


def languages_are_listed(settings: Settings) -> Iterator[Problem]:
    """What is asked of texts in a language is asked of one that the continuum has."""
    for key, named in (("deficit_words", settings.deficit_words_in), ("plain_words", settings.plain_words)):
        for language in named:
            if language and not nearest(language, settings.languages):
                message = f"“{language}” is not one of the languages of this continuum, so this has no effect"
                hint = f"it has {', '.join(settings.languages)}"
                at = Spot(settings.source, (key, language), on_key=True)
                yield Problem(at, "language-unlisted", message, Severity.WARNING, hint)
