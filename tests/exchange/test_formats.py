"""A module in the room of formats that defines FORMAT is a format."""

from __future__ import annotations

import site_builder.exchange.formats
from site_builder.exchange.fields import FIELDS
from site_builder.exchange.formats import formats


def test_formats_are_known_by_their_names_in_order() -> None:
    known = formats()
    assert list(known) == sorted(known)
    assert all(name == it.name for name, it in known.items())


def test_every_module_of_the_room_is_one() -> None:
    [room] = site_builder.exchange.formats.__path__
    from pathlib import Path

    modules = [it.stem for it in Path(room).glob("*.py") if it.stem != "__init__"]
    assert len(formats()) == len(modules) > 0


def test_each_says_what_it_carries_in_each_of_its_variants() -> None:
    for it in formats().values():
        assert it.read or it.write or it.is_private, it.name
        if not it.is_private:
            assert set(it.carries) == set(it.variants), it.name
        assert all(carries <= FIELDS for carries in it.carries.values()), it.name
