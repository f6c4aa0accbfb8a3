"""What a page is about, for search engines: JSON-LD in the words of schema.org, as data that no browser runs.

A page says it only where the site has an address: what others read there must be true from anywhere.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, TypeAlias

from markupsafe import Markup

from site_builder import addresses
from site_builder.exchange.data import places
from site_builder.exchange.data.places import absolute, card_identifier, is_on_the_web
from site_builder.exchange.data.plain_words import plain_words
from site_builder.identifiers import framework_identifier
from site_builder.model import Exemplar, Standard
from site_builder.outline import CompetencyCard, ExemplarCard
from site_builder.site.desk import Desk

Json: TypeAlias = dict[str, Any]
# Search engines show no more, and a page should not weigh more for it.
_MOST_STANDARDS = 4
_LONGEST = 160
# Signs that could end the element, or that scripts take for the end of a line.
_SIGNS = {ord(it): f"\\u{ord(it):04x}" for it in "<>&\u2028\u2029"}
_NOTHING = Markup("")


def of_home(desk: Desk) -> Markup:
    """The continuum as a set of terms, with the data that it can be had as."""
    if not desk.site_url:
        return _NOTHING
    settings = desk.outline.settings
    said: Json = {
        "@type": ["DefinedTermSet", "Dataset"],
        **_about_all(desk),
        "url": desk.tree_url,
        "description": _short(settings.description),
        "inLanguage": desk.outline.spoken,
    }
    if settings.version:
        said["version"] = _short(settings.version)
    downloads = [_download(desk, *it) for it in _downloads(desk)]
    return _element(said | ({"distribution": downloads} if downloads else {}))


def of_competency(card: CompetencyCard, desk: Desk) -> Markup:
    """A page about a term of the set, aligned with standards that have an address."""
    if not desk.site_url:
        return _NOTHING
    standards = [it for it in card.standards if is_on_the_web(it.uri)]
    said: Json = {
        "@type": "WebPage",
        "url": absolute(desk.tree_url, addresses.competency(card)),
        "inLanguage": desk.outline.spoken,
        "about": {
            **_term(card, desk),
            "description": _short(card.statement),
            "termCode": card.id,
            "inDefinedTermSet": {"@type": "DefinedTermSet", **_about_all(desk)},
        },
    }
    if standards:
        said["educationalAlignment"] = [_alignment(it) for it in standards[:_MOST_STANDARDS]]
    return _element(said)


def of_exemplar(work: Exemplar, card: ExemplarCard, owner: CompetencyCard, level: str, desk: Desk) -> Markup:
    """A piece of work to learn from, at a level of a competency."""
    if not desk.site_url:
        return _NOTHING
    said: Json = {
        "@type": "LearningResource",
        "url": absolute(desk.tree_url, addresses.exemplar(card)),
        "name": _short(work.title),
        "inLanguage": work.language or desk.outline.spoken,
        "educationalLevel": plain_words(level),
        "about": {**_term(owner, desk), "termCode": owner.id},
    }
    for key, text in (("description", work.summary), ("copyrightNotice", work.licence)):
        if text:
            said[key] = _short(text)
    return _element(said)


def _about_all(desk: Desk) -> Json:
    settings = desk.outline.settings
    return {"@id": f"urn:uuid:{framework_identifier(settings)}", "name": _short(settings.title)}


def _term(card: CompetencyCard, desk: Desk) -> Json:
    uuid = card_identifier(framework_identifier(desk.outline.settings), card)
    return {"@type": "DefinedTerm", "@id": f"urn:uuid:{uuid}", "name": _short(card.title)}


def _alignment(it: Standard) -> Json:
    return {
        "@type": "AlignmentObject",
        "educationalFramework": _short(it.framework),
        "targetName": _short(it.code),
        "targetUrl": it.uri,
    }


def _downloads(desk: Desk) -> Iterator[tuple[str, str]]:
    if "api" in desk.published:
        yield places.INDEX, "application/json"
        yield places.COMPETENCIES, "application/json"
        yield places.DESCRIPTORS_TABLE, "text/csv"
    if "ctdl-asn" in desk.published:
        yield places.CTDL_ASN, "application/ld+json"
    if "case" in desk.published:
        yield places.case_package(framework_identifier(desk.outline.settings)), "application/json"


def _download(desk: Desk, file: str, kind: str) -> Json:
    return {"@type": "DataDownload", "contentUrl": absolute(desk.site_url, file), "encodingFormat": kind}


def _short(text: str) -> str:
    words = " ".join(plain_words(text).split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0]} …"


def _element(said: Json) -> Markup:
    text = json.dumps({"@context": "https://schema.org", **said}, ensure_ascii=False, separators=(",", ":"))
    return Markup(f'<script type="application/ld+json">{text.translate(_SIGNS)}</script>')  # noqa: S704  it cannot end early
