"""What people have written, in whatever language it is: shown so that it turns nothing around it.

On a page that is read from left to right, only letters that are read the other way can do that, and on one that is read
from right to left nearly everything can.
"""

from __future__ import annotations

import re
from functools import lru_cache

from markupsafe import Markup

from site_builder.look.templates import escaped

_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


class Hand:
    """Names and texts on a page, as safe HTML.

    Where the page is in another language than the school's own, texts say that nobody knows in which one they are:
    otherwise they would be read aloud as if they were in that of the page.
    """

    def __init__(self, direction: str, *, is_own: bool) -> None:
        self.is_to_left = direction == "rtl"
        self.tongue = Markup("" if is_own else ' lang=""')
        # Titles and kinds of tasks come again for every student who was given them.
        self.text = lru_cache(maxsize=10_000)(self._text)

    def name(self, name: str) -> Markup:
        """What somebody or something is called."""
        said = escaped(name)
        return Markup(f"<bdi>{said}</bdi>" if self._turns(name) else said)  # noqa: S704  escaped

    def mark(self, mark: str) -> Markup:
        """The mark of a level, as 3 or L3, which is read from left to right."""
        said = escaped(mark)
        is_alone = not self.is_to_left or mark.isdigit()
        return Markup(said if is_alone else f'<bdi dir="ltr">{said}</bdi>')  # noqa: S704  escaped

    def _text(self, text: str) -> Markup:
        """A short text within a line; `tongue` are the attributes of a longer one that stands by itself."""
        said = escaped(text)
        if not (self.tongue or self._turns(text)):
            return Markup(said)  # noqa: S704  escaped
        return Markup(f"<bdi{self.tongue}>{said}</bdi>")  # noqa: S704  escaped

    def _turns(self, text: str) -> bool:
        return self.is_to_left or not (text.isascii() or not _TO_LEFT.search(text))
