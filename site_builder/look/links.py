"""What an author's link becomes on a page."""

from __future__ import annotations

import re
from collections.abc import Callable

from site_builder.sources.markdown import Resolve
from site_builder.sources.targets import Known, find_target

_OUTWARD = re.compile(r"(https?://|mailto:|tel:|#)", re.IGNORECASE)


def resolver(known: Callable[[], Known], source: str, root: str) -> Resolve:
    """From a link's target, as it stands in `source`, to its address seen from a page; None when it leads nowhere."""

    def resolve(target: str) -> str | None:
        if _OUTWARD.match(target):
            return target
        found = find_target(target, source, known())
        return None if found is None else root + found

    return resolve
