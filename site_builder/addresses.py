"""Where each page of the site stands, relative to the site's root (no leading slash, a trailing one)."""

from __future__ import annotations

from urllib.parse import quote

from site_builder.model import Area, Level, Page, Pathway, Scale, Term
from site_builder.outline import CompetencyCard, ExemplarCard

HOME = ""
LEVELS = "levels/"
EXEMPLARS = "exemplars/"
FINDER = "find/"
MAP = "map/"
STANDARDS = "standards/"
PATHWAYS = "pathways/"
BOOKLETS = "booklets/"
OFFLINE = "offline/"
GLOSSARY = "glossary/"
NOT_FOUND = "404.html"
HEADING = "s-"


def area(it: Area) -> str:
    """literacy/"""
    return f"{it.slug}/"


def competency(card: CompetencyCard) -> str:
    """literacy/argue-from-evidence/"""
    return f"{card.area}/{card.slug}/"


def formerly(card: CompetencyCard, old: str) -> str:
    """literacy/old-name/: where a competency stood before; `old` may name another area, as in writing/old-name."""
    return f"{old.strip('/')}/" if "/" in old.strip("/") else f"{card.area}/{old.strip('/')}/"


def level(scale: Scale, it: Level) -> str:
    """levels/learning/3/"""
    return f"{LEVELS}{scale.id}/{quote(it.id, safe='')}/"


def exemplar(card: ExemplarCard) -> str:
    """exemplars/literacy/should-lunch-be-longer/"""
    return f"{EXEMPLARS}{card.area}/{card.slug}/"


def calibrate(card: ExemplarCard) -> str:
    """exemplars/literacy/should-lunch-be-longer/calibrate/"""
    return f"{exemplar(card)}calibrate/"


def page(it: Page) -> str:
    """families/, and the front page for index.md"""
    return HOME if it.slug == "index" else f"{it.slug}/"


def pathway(it: Pathway) -> str:
    """pathways/graduation/"""
    return f"{PATHWAYS}{it.slug}/"


def area_booklet(it: Area) -> str:
    """booklets/literacy/"""
    return f"{BOOKLETS}{area(it)}"


def pathway_booklet(it: Pathway) -> str:
    """booklets/pathways/graduation/"""
    return f"{BOOKLETS}{pathway(it)}"


def term(it: Term) -> str:
    """glossary/#s-evidence"""
    return f"{GLOSSARY}#{HEADING}{it.id}"


def anchor(id: str) -> str:
    """The anchor of an id; one without a dot or a dash gets one: then it names nothing else in the browser."""
    return id if "." in id or "-" in id else f"id-{id}"


def cell(skill: str, level: str) -> str:
    """The anchor of one descriptor on its competency's page: LIT.ARG.1-3."""
    return f"{skill}-{level}"


def root(address: str) -> str:
    """The way from a page back to the site's root: "../../" for literacy/argue/, "./" for the home page."""
    return "../" * address.count("/") or "./"
