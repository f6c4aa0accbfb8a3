"""The UUID by which other systems know a thing: the one it came with, or one made of its id and of nothing else.

A UUID of version 5 (RFC 9562) in the framework's own namespace: the same for an id whatever its title, its file, the
address of the site or the day. It is worked out here and not by the standard library, which takes four times as long:
a site publishes tens of thousands.
"""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import sha1
from uuid import UUID, uuid5

from site_builder.model import Area, Competency, Settings, Skill

_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
# The root of all names made here; it must never change.
_ROOT = UUID("6b1b36cb-e888-5c49-9a1e-bd1f6d4f2b60")


def as_uuid(text: str) -> str:
    """The text as a UUID in small letters; empty where it is none."""
    if _UUID.fullmatch(text):
        return text  # the very same: a large framework holds each once
    small = text.lower()
    return small if _UUID.fullmatch(small) else ""


def framework_identifier(settings: Settings) -> str:
    """The UUID of the whole; without one in continuum.yml it is that of every framework which says none."""
    return settings.identifier or str(uuid5(_ROOT, "framework"))


def identifier(framework: str, kind: str, *ids: str) -> str:
    """The UUID of a thing of this kind in a framework: identifier(framework, "rubric", "LIT.ARG")."""
    name = "/".join((kind, *ids)).encode()
    made = bytearray(sha1(_namespace(framework) + name, usedforsecurity=False).digest()[:16])
    made[6] = made[6] & 0x0F | 0x50  # version 5
    made[8] = made[8] & 0x3F | 0x80  # the variant of the RFC
    text = made.hex()
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def area_identifier(framework: str, it: Area) -> str:
    """The UUID of an area."""
    return it.identifier or identifier(framework, "area", it.id)


def competency_identifier(framework: str, it: Competency) -> str:
    """The UUID of a competency."""
    return it.identifier or identifier(framework, "competency", it.id)


def skill_identifier(framework: str, it: Skill) -> str:
    """The UUID of a skill; what stands for a competency without skills is known by the competency's own."""
    return it.identifier or identifier(framework, "skill", it.id)


@lru_cache
def _namespace(framework: str) -> bytes:
    return UUID(framework).bytes
