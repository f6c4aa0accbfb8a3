"""Templates that are rendered once and filled many times: what differs is poured in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

# No source and no export can hold this sign: readers refuse it.
_EDGE = "\0"


@dataclass(frozen=True, slots=True)
class Mould:
    """A rendered template, in turn a piece of it and the name of what stands next; the last piece has no name."""

    pieces: tuple[tuple[str, str], ...]
    end: str

    def filled(self, texts: Mapping[str, str]) -> str:
        """Safe HTML: the template with these texts, which have to be safe HTML too, in their places."""
        return "".join([f"{piece}{texts[name]}" for piece, name in self.pieces]) + self.end


def place(name: str) -> Markup:
    """What a template shows where a text is to be poured in."""
    return Markup(f"{_EDGE}{name}{_EDGE}")  # noqa: S704  a name of ours


def mould(html: str) -> Mould:
    """The mould of a template that was rendered with places."""
    *texts, end = html.split(_EDGE)
    return Mould(tuple(zip(texts[::2], texts[1::2], strict=True)), end)
