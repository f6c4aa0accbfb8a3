"""What open pages should know now."""

from __future__ import annotations

import json
import threading
from typing import Any


class Notice:
    """The latest news of the build; each change wakes the pages that wait for it."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._number = 0
        self._text = "{}"

    def tell(self, **facts: Any) -> None:
        """Say something new to every open page."""
        with self._changed:
            self._number += 1
            self._text = json.dumps(facts)
            self._changed.notify_all()

    def after(self, number: int, wait: float) -> tuple[int, str]:
        """The notice that follows number `number`, or the same one again when nothing comes within `wait` seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self._number > number, wait)
            return self._number, self._text
