"""The framework as a whole, as CASE writes it: CFDocument."""

from __future__ import annotations

from typing import Any

from site_builder.exchange.case.extension import said_of
from site_builder.exchange.case.surroundings import Surroundings


def document(around: Surroundings, *, is_1_0: bool = False) -> dict[str, Any]:
    """The document of a package."""
    settings = around.settings
    said: dict[str, Any] = {
        "identifier": around.framework,
        "uri": around.uri("CFDocuments", around.framework),
        "creator": settings.school.name or settings.title,
        "title": settings.title,
        "description": settings.description,
        "language": settings.languages[0],
        "adoptionStatus": "Implemented",
        "lastChangeDateTime": around.latest,
    }
    if settings.version:
        said["version"] = settings.version
    if around.wish.site_url:
        said["officialSourceURL"] = around.wish.site_url
    if is_1_0:
        return said
    return said | {"caseVersion": "1.1", "extensions": {"continuum": said_of("settings", settings)}}


def document_link(around: Surroundings) -> dict[str, Any]:
    """What an item or association says of the document that it is from, when it stands alone."""
    it = around.document
    uri = around.uri("CFDocuments", it.identifier)
    return {"CFDocumentURI": {"title": it.title, "identifier": it.identifier, "uri": uri}}


def package_link(around: Surroundings) -> dict[str, Any]:
    """What a document says of its package, when it stands alone."""
    it = around.document
    uri = around.uri("CFPackages", it.identifier)
    return {"CFPackageURI": {"title": it.title, "identifier": it.identifier, "uri": uri}}
