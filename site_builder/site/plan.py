"""A page to be: where it goes, what it shows, and a key that changes exactly when its bytes may."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from site_builder.sources.digest import digest


@dataclass(frozen=True, slots=True)
class Plan:
    """One page to be; `subject` is what the page is about, by id, and is empty where the kind says it all."""

    address: str
    kind: str
    subject: str
    key: str

    @property
    def file(self) -> str:
        """Where the page is written under the output folder."""
        return f"{self.address}index.html" if self.address.endswith("/") or not self.address else self.address


def digest_of(cards: Iterable[object]) -> str:
    """A digest of what frozen values say of themselves; cards answer with the digest they carry."""
    return digest(*(getattr(card, "digest", None) or repr(card) for card in cards))
