"""Where in a text a needle stands."""

from __future__ import annotations

from site_builder.private.allowed import Allowed
from site_builder.private.needles import Kind, Manner, Needle
from site_builder.private.places import places

NAME = Needle(Kind.NAME, "Will Marsh")


def test_every_place_has_its_line() -> None:
    text = "Will Marsh\n\nwill-marsh\nWill and Marsh"
    assert [it.line for it in places(text, NAME, Allowed())] == [1, 3]


def test_a_place_is_allowed_by_itself() -> None:
    text = "Will Marsh School. Will Marsh"
    allowed = Allowed(("Will Marsh School",))
    assert [it.is_allowed for it in places(text, NAME, allowed)] == [True, False]


def test_what_only_has_the_same_words_is_no_place() -> None:
    assert list(places("st 17", Needle(Kind.ID, "st-17", Manner.EXACT), Allowed())) == []
