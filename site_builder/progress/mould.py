"""Templates that are rendered once and filled many times: what differs is poured in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

# No source and no export can hold this sign: readers refuse it.
_EDGE = "\0"
# The typographer's signs by their numbers: a page in plain letters is joined and encoded in a fraction of the time.
_SIGNS = {ord(sign): f"&#{ord(sign)};" for sign in "·×–’“”…"}


@dataclass(frozen=True, slots=True)
class Mould:
    """A rendered template with places for texts; `form` is what Python's own % fills."""

    form: str

    def filled(self, texts: Mapping[str, str]) -> str:
        """Safe HTML: the template with these texts, which have to be safe HTML too, in their places."""
        return self.form % texts


def place(name: str) -> Markup:
    """What a template shows where a text is to be poured in."""
    return Markup(f"{_EDGE}{name}{_EDGE}")  # noqa: S704  a name of ours


def by_number(html: str) -> str:
    """The same HTML with the typographer's signs as character references."""
    return html if html.isascii() else html.translate(_SIGNS)


def mould(html: str) -> Mould:
    """The mould of a template that was rendered with places."""
    first, *others = by_number(html).replace("%", "%%").split(_EDGE)
    pairs = zip(others[::2], others[1::2], strict=True)
    return Mould(first + "".join(f"%({name})s{text}" for name, text in pairs))
