"""Every kind of page: how its pages are planned, and how one is rendered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType

from site_builder.outline import Outline
from site_builder.site.desk import Desk, Poured
from site_builder.site.plan import Plan


@dataclass(frozen=True, slots=True)
class Kind:
    """`plans` gives the pages to be, cheaply; `render` makes one of them."""

    plans: Callable[[Outline, str], Iterator[Plan]]
    render: Callable[[Plan, Desk], Poured]


NAMES = (
    "home",
    "area",
    "competency",
    "levels",
    "level",
    "exemplar",
    "calibrate",
    "gallery",
    "finder",
    "map",
    "pathways",
    "pathway",
    "standards",
    "page",
    "glossary",
    "not_found",
    "redirect",
    "booklet",
    "offline",
)
# Kinds that are put together from other pages, which have to be written before.
PUT_TOGETHER = frozenset({"booklet"})


def _kind(name: str) -> Kind:
    module = import_module(f"{__name__}.{name}")
    return Kind(module.plans, module.render)


PAGES: Mapping[str, Kind] = MappingProxyType({name: _kind(name) for name in NAMES})
