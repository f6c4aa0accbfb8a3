"""What a continuum promises its readers, one function a promise; each code has a line in the manual.

Checks of one file run where the file is read; checks of the whole run on the outline.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from site_builder.model import Area, Competency, Exemplar, Settings
from site_builder.problems import Problem
from site_builder.sources.checks import (
    competencies,
    ease,
    exemplars,
    glossary,
    pathways,
    relations,
    settings,
    translations,
    whole,
)
from site_builder.sources.checks.whole import Whole
from site_builder.sources.translation import Translation

CompetencyCheck: TypeAlias = Callable[[Competency, Area, Settings], Iterator[Problem]]
ExemplarCheck: TypeAlias = Callable[[Exemplar, frozenset[str]], Iterator[Problem]]
TextCheck: TypeAlias = Callable[[object, Settings], Iterator[Problem]]
# A thing, the same as the translation tells it, and the translation.
TranslationCheck: TypeAlias = Callable[[object, object, Translation, Settings], Iterator[Problem]]
WholeCheck: TypeAlias = Callable[[Whole], Iterator[Problem]]

OF_SETTINGS: tuple[Callable[[Settings], Iterator[Problem]], ...] = (
    settings.level_ids_are_unique,
    settings.level_ids_are_addresses,
    settings.scales_have_one_target,
    settings.areas_are_named_once,
    settings.languages_are_named_once,
    settings.level_names_are_kind,
    settings.identifier_is_wanted,
    settings.languages_are_listed,
    ease.goals_can_be_judged,
)

OF_COMPETENCIES: tuple[CompetencyCheck, ...] = (
    competencies.levels_are_wanted,
    competencies.skill_ids_are_unique,
    competencies.levels_are_on_the_scale,
    competencies.levels_are_complete,
    competencies.descriptors_differ,
    competencies.descriptors_are_kind,
    competencies.standards_have_web_addresses,
    competencies.former_names_are_addresses,
)

OF_EXEMPLARS: tuple[ExemplarCheck, ...] = (
    exemplars.work_is_there,
    exemplars.media_are_there,
    exemplars.media_have_words,
    exemplars.annotations_point_at_media,
    exemplars.annotations_find_their_quotes,
    exemplars.level_is_explained,
    exemplars.files_are_used,
)

# Of whatever families read.
OF_TEXTS: tuple[TextCheck, ...] = (ease.texts_are_easy, glossary.terms_are_told_apart)

OF_TRANSLATIONS: tuple[TranslationCheck, ...] = (
    translations.quotes_are_in_the_translated_work,
    translations.headings_stand_side_by_side,
    translations.translated_levels_are_kind,
    translations.translated_levels_differ,
    ease.translations_are_easy,
    glossary.translated_terms_are_told_apart,
)

OF_THE_WHOLE: tuple[WholeCheck, ...] = (
    whole.ids_are_unique,
    whole.identifiers_are_unique,
    whole.areas_are_there,
    whole.kinds_stand_side_by_side,
    relations.consent_is_in_force,
    relations.competencies_have_a_target,
    relations.levels_have_an_exemplar,
    relations.anchors_are_moderated,
    whole.pages_have_an_address_each,
    translations.languages_are_whole,
    ease.short_texts_are_easy,
)

# Promises that cannot be judged while a source that others speak of could not be read.
BETWEEN_SOURCES: tuple[WholeCheck, ...] = (
    relations.prerequisites_exist,
    relations.prerequisites_have_no_cycle,
    relations.replacements_exist,
    relations.exemplars_belong_to_a_competency,
    relations.exemplars_are_on_the_scale,
    relations.wording_is_unchanged,
    pathways.pathways_ask_for_what_exists,
    pathways.pathways_are_shallow,
    whole.links_resolve,
)

CHECKS = (*OF_SETTINGS, *OF_COMPETENCIES, *OF_EXEMPLARS, *OF_TEXTS, *OF_TRANSLATIONS, *OF_THE_WHOLE, *BETWEEN_SOURCES)

__all__ = [
    "BETWEEN_SOURCES",
    "CHECKS",
    "OF_COMPETENCIES",
    "OF_EXEMPLARS",
    "OF_SETTINGS",
    "OF_TEXTS",
    "OF_THE_WHOLE",
    "OF_TRANSLATIONS",
    "Whole",
]
