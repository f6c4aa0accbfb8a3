"""Links in texts that come in: one that leads nowhere here stands as it is typed, so that no page has a broken link."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from site_builder import addresses
from site_builder.exchange.format import Remark
from site_builder.exchange.framework import Framework
from site_builder.sources.folder import GLOSSARY, find_sources
from site_builder.sources.markdown import links
from site_builder.sources.targets import Known, find_target
from site_builder.sources.yaml import Value

_OWN_PAGES = (
    addresses.LEVELS,
    addresses.EXEMPLARS,
    addresses.FINDER,
    addresses.MAP,
    addresses.STANDARDS,
    addresses.PATHWAYS,
)
_LINK = re.compile(r"\](?=[(:\[])|\[(?=[^\]]*\])")


class DeadLinks:
    """Takes the life out of links that lead nowhere; what the school has written itself is left alone."""

    def __init__(self, root: Path, whole: Framework) -> None:
        self._root = root
        self._whole = whole
        self._known: Known | None = None
        self._remarks: dict[Remark, None] = {}

    def without(self, file: str, value: Value, before: Value) -> Value:
        """The value of a file, with such links in its new texts only."""
        said = frozenset(_texts_with_links(before))
        return self._of(file, value, said) if any(it not in said for it in _texts_with_links(value)) else value

    def remarks(self) -> tuple[Remark, ...]:
        """Which links these were."""
        return tuple(self._remarks)

    def _of(self, file: str, value: Value, said: frozenset[str]) -> Value:
        if isinstance(value, dict):
            return {name: self._of(file, it, said) for name, it in value.items()}
        if isinstance(value, list):
            return [self._of(file, it, said) for it in value]
        return value if value is None or value in said or not _may_link(value) else self._text(file, value)

    def _text(self, file: str, text: str) -> str:
        self._known = self._known or _known(self._root, self._whole)
        dead = [it.target for it in links(text) if find_target(it.target, file, self._known) is None]
        if not dead:
            return text
        for target in dead:
            self._remarks[Remark(target, "is a link that leads nowhere here; its text stands as it was typed")] = None
        return _LINK.sub(r"\\\g<0>", text)


def _may_link(text: str) -> bool:
    return "](" in text or "]:" in text


def _texts_with_links(value: Value) -> Iterator[str]:
    if isinstance(value, str):
        if _may_link(value):
            yield value
    elif value:
        for it in value.values() if isinstance(value, dict) else value:
            yield from _texts_with_links(it)


def _known(root: Path, whole: Framework) -> Known:
    """All that a link may name: what is in the framework, the site's own pages, and those that a school writes."""
    pages: dict[str, str] = {"/": "", **{f"/{it}": it for it in _OWN_PAGES}}
    for scale in whole.settings.scales.values():
        pages |= {f"/{addresses.level(scale, it)}": "" for it in scale.levels}
    for area in whole.areas:
        pages |= _names(area.id, f"{area.slug}/", area.source)
    for it in whole.competencies:
        pages |= _names(it.id, f"{it.area}/{it.slug}/", it.source)
    for work in whole.exemplars:
        pages |= _names(work.id, f"{addresses.EXEMPLARS}{work.id}/", work.source)
    for route in whole.pathways:
        pages |= _names(route.id, addresses.pathway(route), route.source)
    if whole.glossary:
        pages |= _names("glossary", addresses.GLOSSARY, GLOSSARY)
    for source in find_sources(root)[0] if root.is_dir() else ():
        if source.kind in ("page", "glossary"):
            pages |= _names(source.slug, f"{source.slug}/", source.file)
    return Known(pages, _skills(whole))


def _names(id: str, address: str, file: str) -> dict[str, str]:
    return {id: address, f"/{address}": address, file: address}


def _skills(whole: Framework) -> Mapping[str, tuple[str, tuple[str, ...]]]:
    levels = {it.slug: tuple(level.id for level in it.scale.levels) for it in whole.areas}
    return {id: ("", levels[it.area]) for id, (it, _) in whole.skills.items()}
