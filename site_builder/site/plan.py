"""A page to be: where it goes, what it shows, and a key that changes exactly when its bytes may."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from site_builder.sources.digest import digest


@dataclass(frozen=True, slots=True)
class Plan:
    """One page to be; `subject` is what the page is about, by id, and is empty where the kind says it all.

    `address` is the page's place in its tree, which has the pages of one language; `folder` is where that tree stands.
    """

    address: str
    kind: str
    subject: str
    key: str
    language: str = ""
    folder: str = ""

    @property
    def file(self) -> str:
        """Where the page is written under the output folder."""
        place = self.place
        return f"{place}index.html" if place.endswith("/") or not place else place

    @property
    def place(self) -> str:
        """Where the page stands on the site."""
        return self.folder + self.address


def digest_of(cards: Iterable[object]) -> str:
    """A digest of what frozen values say of themselves; cards answer with the digest they carry."""
    return digest(*(getattr(card, "digest", None) or repr(card) for card in cards))
