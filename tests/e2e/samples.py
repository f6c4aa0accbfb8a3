"""Every kind of page, with pages of the demonstration that are looked at, and the languages that it speaks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml

from site_builder.resources import demonstration

# The first of each kind is looked at in every language, the others in that of the sources.
SAMPLES: Mapping[str, tuple[str, ...]] = {
    "home": ("",),
    "area": ("literacy/", "agency/"),
    "competency": ("literacy/argue-from-evidence/", "agency/set-a-goal/"),
    "levels": ("levels/",),
    "level": ("levels/learning/3/", "levels/habits/self/"),
    "exemplar": (
        "exemplars/literacy/should-lunch-be-longer/",
        "exemplars/agency/my-week-with-bells/",
        "exemplars/collaboration/the-tap-by-the-field/",
    ),
    "calibrate": (
        "exemplars/literacy/should-lunch-be-longer/calibrate/",
        "exemplars/agency/my-week-with-bells/calibrate/",
        "exemplars/collaboration/the-tap-by-the-field/calibrate/",
    ),
    "gallery": ("exemplars/",),
    "finder": ("find/",),
    "map": ("map/",),
    "pathways": ("pathways/",),
    "pathway": ("pathways/graduation/",),
    "standards": ("standards/",),
    "page": ("families/", "judging/"),
    "glossary": ("glossary/",),
    "booklet": ("booklets/literacy/", "booklets/pathways/community-problem-solver/"),
    "offline": ("offline/",),
    "not_found": ("404.html",),
    "redirect": ("literacy/argue-with-evidence/",),
}
# The host's own page for addresses that lead nowhere is one for all languages.
ALONE = frozenset({"not_found"})


def _settings() -> Any:
    return yaml.safe_load((demonstration() / "continuum" / "continuum.yml").read_text(encoding="utf-8"))


LANGUAGES: tuple[str, ...] = tuple(_settings()["languages"])


def folder(language: str) -> str:
    """Where the pages of a language stand, seen from the root of the site."""
    return "" if language == LANGUAGES[0] else f"{language}/"


def addresses(kind: str, language: str) -> tuple[str, ...]:
    """The pages of a kind that are looked at in a language; none where there is none."""
    if language == LANGUAGES[0]:
        return SAMPLES[kind]
    return () if kind in ALONE else (folder(language) + SAMPLES[kind][0],)


CASES = [(kind, language) for language in LANGUAGES for kind in SAMPLES if addresses(kind, language)]
