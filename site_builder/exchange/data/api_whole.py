"""What the continuum as a whole is as data: the index, areas, student work, pathways."""

from __future__ import annotations

from site_builder import __version__, addresses
from site_builder.exchange.data import places
from site_builder.exchange.data.api_competency import Json
from site_builder.exchange.data.places import reference
from site_builder.exchange.data.publication import View
from site_builder.identifiers import area_identifier, framework_identifier
from site_builder.model import Area, Judging, Level, Pathway, Requirement, Scale
from site_builder.outline import ExemplarCard, Outline

# The first number changes when a program that reads the data would have to; then it has another address as well.
VERSION = "1.0"
_LISTS = {
    "areas": places.AREAS,
    "competencies": places.COMPETENCIES,
    "exemplars": places.EXEMPLARS,
    "pathways": places.PATHWAYS,
    "competencies_csv": places.COMPETENCIES_TABLE,
    "descriptors_csv": places.DESCRIPTORS_TABLE,
}


def index(view: View) -> Json:
    """Where to begin: what this continuum is, its scales and its rule, and where everything else stands."""
    settings = view.outline.settings
    framework = framework_identifier(settings)
    return {
        "format": VERSION,
        "generator": f"Transparent Continuum {__version__}",
        "identifier": framework,
        "title": settings.title,
        "description": settings.description,
        "version": settings.version,
        "languages": list(settings.languages),
        "site": view.site_url,
        "judging": _judging(settings.judging),
        "scales": [_scale(it) for it in settings.scales.values()],
        "data": _LISTS
        | {
            "ctdl_asn": places.CTDL_ASN if "ctdl-asn" in view.published else "",
            "case": places.case_package(framework) if "case" in view.published else "",
        },
    }


def areas(outline: Outline) -> list[Json]:
    """The areas in their order, each with its competencies; those that are retired are not among them."""
    framework = framework_identifier(outline.settings)
    return [_area(it, framework, outline) for it in outline.areas.values()]


def exemplars(outline: Outline) -> list[Json]:
    """Student work as the gallery lists it; who made it and where permission is kept are not said."""
    return [_exemplar(it) for it in outline.exemplars.values()]


def pathways(outline: Outline) -> list[Json]:
    """What each pathway asks for, and the credit it gives."""
    return [_pathway(it) for it in outline.pathways]


def _judging(it: Judging) -> Json:
    return {
        "rule": it.rule,
        "pieces": it.pieces,
        "of_latest": it.of_latest,
        "fresh_look_weeks": it.fresh_look_weeks,
    }


def _scale(it: Scale) -> Json:
    return {"id": it.id, "levels": [_level(level) for level in it.levels]}


def _level(it: Level) -> Json:
    return {
        "id": it.id,
        "name": it.name,
        "means": it.means,
        "position": it.position,
        "is_target": it.is_target,
    }


def _area(it: Area, framework: str, outline: Outline) -> Json:
    return {
        "id": it.id,
        "identifier": area_identifier(framework, it),
        "title": it.title,
        "kind": it.kind.value,
        "scale": it.scale.id,
        "about": it.about,
        "competencies": [card.id for card in outline.in_area.get(it.slug, ())],
        "page": reference(addresses.area(it)),
    }


def _exemplar(it: ExemplarCard) -> Json:
    return {
        "id": it.id,
        "title": it.title,
        "competency": it.competency,
        "level": it.level,
        "skills": dict(it.skills),
        "mode": it.mode.value,
        "summary": it.summary,
        "task": it.task,
        "is_moderated": it.is_moderated,
        "is_invented": it.is_invented,
        "shown_until": it.consent_until.isoformat(),
        "page": reference(addresses.exemplar(it)),
    }


def _pathway(it: Pathway) -> Json:
    return {
        "id": it.id,
        "title": it.title,
        "about": it.about,
        "credit": it.credit,
        "requires": [_requirement(one) for one in it.requires],
        "page": reference(addresses.pathway(it)),
    }


def _requirement(it: Requirement) -> Json:
    """One competency at a level, or some of several; a pathway is no deeper than its source can be."""
    if it.competency:
        return {"competency": it.competency, "level": it.level}
    return {"any_of": it.any_of, "of": [_requirement(one) for one in it.of]}
