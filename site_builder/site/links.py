"""What an author's link becomes on a page."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TypeAlias

from site_builder.sources.targets import find_target

Resolve: TypeAlias = "Callable[[str], str | None]"
_OUTWARD = re.compile(r"(https?://|mailto:|tel:|#)", re.IGNORECASE)


def resolver(known: Mapping[str, str], source: str, root: str) -> Resolve:
    """From a link's target, as it stands in a source file, to its address as seen from a page; None when it leads nowhere."""
    def resolve(target: str) -> str | None:
        found = find_target(target, source, known)
        if found is None or _OUTWARD.match(found):
            return found
        return root + found
    return resolve
