"""The site's own data: JSON and CSV of everything that is public, for programs and for spreadsheets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from site_builder.exchange.data import api_whole, places
from site_builder.exchange.data.api_competency import competency_brief, competency_data
from site_builder.exchange.data.api_tables import competencies_table, descriptor_rows, descriptors_table
from site_builder.exchange.data.json_text import json_file, json_list
from site_builder.exchange.data.publication import Portion, Publication, View
from site_builder.model import Competency
from site_builder.outline import CompetencyCard

WHOLE = (
    places.INDEX,
    places.AREAS,
    places.COMPETENCIES,
    places.EXEMPLARS,
    places.PATHWAYS,
    places.COMPETENCIES_TABLE,
    places.DESCRIPTORS_TABLE,
)


def _files_of(card: CompetencyCard, view: View) -> tuple[str, ...]:
    return (places.competency_file(card.id),)


def _portion(it: Competency, view: View) -> Portion:
    data = json_file(competency_data(it, view))
    return Portion({places.competency_file(it.id): data}, descriptor_rows(it, view.outline))


def _whole_files(view: View) -> tuple[str, ...]:
    return WHOLE


def _whole(view: View, fragments: Iterable[bytes]) -> Mapping[str, bytes]:
    outline = view.outline
    briefs = (competency_brief(card, outline) for card in outline.competencies.values())
    return {
        places.INDEX: json_file(api_whole.index(view)),
        places.AREAS: json_list("areas", api_whole.areas(outline)),
        places.COMPETENCIES: json_list("competencies", briefs),
        places.EXEMPLARS: json_list("exemplars", api_whole.exemplars(outline)),
        places.PATHWAYS: json_list("pathways", api_whole.pathways(outline)),
        places.COMPETENCIES_TABLE: competencies_table(outline),
        places.DESCRIPTORS_TABLE: descriptors_table(fragments),
    }


API = Publication("api", _files_of, _portion, _whole_files, _whole)
