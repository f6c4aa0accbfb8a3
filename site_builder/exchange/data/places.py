"""Where published data stands, relative to the site's root; every path ends in a file that no page can be."""

from __future__ import annotations

import re
from urllib.parse import quote

from site_builder.exchange.data.plain_words import plain_words
from site_builder.identifiers import competency_identifier, identifier, skill_identifier
from site_builder.model import Competency, Settings, Skill
from site_builder.outline import CompetencyCard
from site_builder.sources.slugs import is_kept_by_windows

DATA = "api/v1/"
INDEX = f"{DATA}index.json"
AREAS = f"{DATA}areas.json"
COMPETENCIES = f"{DATA}competencies.json"
EXEMPLARS = f"{DATA}exemplars.json"
PATHWAYS = f"{DATA}pathways.json"
COMPETENCIES_TABLE = f"{DATA}competencies.csv"
DESCRIPTORS_TABLE = f"{DATA}descriptors.csv"
CTDL_ASN = f"{DATA}ctdl-asn.json"
LLMS = "llms.txt"
CASE = "ims/case/v1p1/"
CASE_1_0 = "ims/case/v1p0/"
_WEB = re.compile(r"https?://[^\s/]", re.IGNORECASE)


def competency_file(id: str) -> str:
    """api/v1/competencies/LIT.ARG.json"""
    name = f"{id}.json"
    return f"{DATA}competencies/{'_' if is_kept_by_windows(name) else ''}{name}"


def achievement_file(uuid: str) -> str:
    """api/v1/achievements/7d1f….json"""
    return f"{DATA}achievements/{uuid}.json"


def case_item(uuid: str) -> str:
    """ims/case/v1p1/CFItems/7d1f…"""
    return f"{CASE}CFItems/{uuid}"


def case_package(framework: str) -> str:
    """ims/case/v1p1/CFPackages/3a8e…"""
    return f"{CASE}CFPackages/{framework}"


def reference(address: str) -> str:
    """An address of the site as a URI reference, with its letters escaped."""
    return quote(address, safe="/#")


def absolute(site_url: str, address: str) -> str:
    """An address of the site for those who are elsewhere; relative to the site's root where nobody knows that."""
    return site_url + reference(address)


def is_on_the_web(uri: str) -> bool:
    """Whether this is an address that others can follow."""
    return bool(_WEB.match(uri))


def card_identifier(framework: str, card: CompetencyCard) -> str:
    """The UUID of a competency, by its card."""
    return card.identifiers[0] or identifier(framework, "competency", card.id)


def uuid_of_skill(framework: str, owner: Competency, it: Skill) -> str:
    """The UUID of a skill; a competency that is its own only skill has one for both."""
    return competency_identifier(framework, owner) if it.id == owner.id else skill_identifier(framework, it)


def publisher(settings: Settings) -> str:
    """Whose continuum it is, in plain words."""
    return settings.school.name or plain_words(settings.title)
