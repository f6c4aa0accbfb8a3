"""What a reader may choose from before typing a word: areas and levels."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from site_builder.outline import Outline
from site_builder.sources.markdown import plain


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a filter: the class of what it shows, its key (an area by its slug), and what it is called."""

    css: str
    key: str
    name: str
    mark: str = ""


def area_choices(outline: Outline) -> list[Choice]:
    """Each area with something in it."""
    return [
        Choice(f"a{number}", slug, plain(area.title))
        for number, (slug, area) in enumerate(outline.areas.items(), 1)
        if outline.in_area.get(slug)
    ]


def level_choices(outline: Outline) -> list[Choice]:
    """Each level of each scale in use, in the order of growth."""
    scales = {area.scale.id: area.scale for area in outline.areas.values()}
    levels = [(scale, level) for scale in scales.values() for level in scale.levels]
    return [
        Choice(f"l{number}", f"{scale.id} {level.id}", level.name, level.id if len(level.id) <= 3 else "")
        for number, (scale, level) in enumerate(levels, 1)
    ]


def css_for(key: str, choices: Iterable[Choice]) -> str:
    """The class of what belongs to one of these choices; nothing where it is none of them."""
    return next((choice.css for choice in choices if choice.key == key), "")


def choice_styles(outline: Outline) -> str:
    """The rules by which a chosen filter hides what does not belong to it; without :has nothing is hidden."""
    chosen = [*area_choices(outline), *level_choices(outline)]
    names = [choice.css for choice in chosen] + [f"m{number}" for number in range(1, 7)] + ["p1", "p2"]
    rules = ",".join(
        f".finder:has(#f-{name}:checked) li:not(.{name}),.finder:has(#f-{name}:checked) .found:not(:has(.{name}))"
        for name in names
    )
    return f"@supports selector(:has(*)){{{rules}{{display:none}}}}\n"
