"""The formats, one module each: a module that defines FORMAT is a format, and nothing else has to know of it."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from site_builder.exchange.format import Format


@cache
def formats() -> dict[str, Format]:
    """Every format by its name, in the order of the names."""
    modules = (import_module(f"{__name__}.{it.name}") for it in iter_modules(__path__))
    found = [module.FORMAT for module in modules if hasattr(module, "FORMAT")]
    return {it.name: it for it in sorted(found, key=lambda it: it.name)}
