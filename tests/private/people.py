"""Invented people, and what is searched for them."""

from __future__ import annotations

from site_builder.private.needles import Needles, Person, needles
from site_builder.private.secret import Secret

NOOR = Person("ST-2031-017", "Noor Layla Haddad", "Noor", "Haddad, Noor Layla", "nhaddad@school.example", ("814203",))
ZOE = Person("ST-2031-018", "Zoë Müller", "Zoë", "Müller, Zoë", "zoe@school.example", ("zmueller9",))
JIN = Person("ST-2031-019", "王小明", "小明", "王小明")
WILL = Person("ST-2031-020", "Will Marsh", "Will", "Marsh, Will")
PEOPLE = (NOOR, ZOE, JIN, WILL)
SECRET = Secret(bytes(range(200, 216)))


def all_needles() -> Needles:
    """Everything that must not be found of these people."""
    return needles(PEOPLE, [SECRET])
