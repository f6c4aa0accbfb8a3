"""The UUID by which other systems know a thing: the one it came with, or one made of its id and of nothing else.

A UUID of version 5 (RFC 9562) in the framework's own namespace: the same for an id whatever its title, its file, the
address of the site or the day.
"""

from __future__ import annotations

from functools import lru_cache
from uuid import UUID, uuid5

from site_builder.model import Area, Competency, Settings, Skill

# The root of all names made here; it must never change.
_ROOT = UUID("6b1b36cb-e888-5c49-9a1e-bd1f6d4f2b60")


def framework_identifier(settings: Settings) -> str:
    """The UUID of the whole; without one in continuum.yml it is that of every framework which says none."""
    return settings.identifier or str(uuid5(_ROOT, "framework"))


def identifier(framework: str, kind: str, *ids: str) -> str:
    """The UUID of a thing of this kind in a framework: identifier(framework, "rubric", "LIT.ARG")."""
    return str(uuid5(_namespace(framework), "/".join((kind, *ids))))


def area_identifier(framework: str, it: Area) -> str:
    """The UUID of an area."""
    return it.identifier or identifier(framework, "area", it.id)


def competency_identifier(framework: str, it: Competency) -> str:
    """The UUID of a competency."""
    return it.identifier or identifier(framework, "competency", it.id)


def skill_identifier(framework: str, it: Skill) -> str:
    """The UUID of a skill; a competency without skills is its own only one, and shares its UUID."""
    return it.identifier or identifier(framework, "skill", it.id)


@lru_cache
def _namespace(framework: str) -> UUID:
    return UUID(framework)
