"""A framework as a CASE package."""

from __future__ import annotations

from site_builder.exchange.case.package_out import fragment, package, said_by
from site_builder.exchange.case.surroundings import of_framework
from site_builder.exchange.format import WriteWish, Written
from site_builder.exchange.framework import Framework


def write_case(framework: Framework, wish: WriteWish) -> Written:
    """One file, case.json: the framework as a package of CASE 1.1, or of 1.0 where that is the variant."""
    around = of_framework(framework, wish)
    fragments = [fragment(said_by(it, around), around) for it in framework.competencies]
    return Written({"case.json": b"".join(package(wish.variant or "1.1", around, fragments))})
