"""What people have written, in whatever language it is: shown so that it turns nothing around it.

On a page that is read from left to right, only letters that are read the other way can do that, and on one that is read
from right to left nearly everything can: between Arabic words, even the halves of a telephone number change places.
"""

from __future__ import annotations

import re
from functools import lru_cache

from markupsafe import Markup

from site_builder.look.templates import escaped
from site_builder.model import SourceText

_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")


# At least seven digits with something between them.
_TELEPHONE = re.compile(r"(?<!\d)(?=(?:\D{0,2}\d){7})\+?\(?\d[\d().\u00a0 -]*[().\u00a0 -][\d().\u00a0 -]*\d(?!\d)")


class Hand:
    """Names and texts on a page, as safe HTML; of nothing there is nothing to show.

    Where the page is in another language than the school's own, texts say that nobody knows in which one they are:
    otherwise they would be read aloud as if they were in that of the page.
    """

    def __init__(self, direction: str, *, is_own: bool) -> None:
        self.is_to_left = direction == "rtl"
        self.tongue = Markup("") if is_own else Markup(' lang=""')
        # Titles and kinds of tasks come again for every student who was given them.
        self.text = lru_cache(maxsize=10_000)(self._text)

    def name(self, name: str) -> Markup:
        """What somebody or something is called."""
        said = escaped(name)
        return Markup(f"<bdi>{said}</bdi>" if self._turns(name) else said)  # noqa: S704  escaped

    def line(self, text: str) -> str:
        """What a school says of itself in a line; a telephone number within it is read from left to right."""
        if not self.is_to_left or isinstance(text, SourceText):
            return escaped(text)
        said = str(escaped(text))
        return Markup(_TELEPHONE.sub(r'<bdi dir="ltr">\g<0></bdi>', said))  # noqa: S704  escaped

    def mark(self, mark: str) -> Markup:
        """The mark of a level, as 3 or L3, which is read from left to right."""
        said = escaped(mark)
        is_alone = not self.is_to_left or mark.isdigit()
        return Markup(said if is_alone else f'<bdi dir="ltr">{said}</bdi>')  # noqa: S704  escaped

    def _text(self, text: str) -> Markup:
        """A short text within a line; `tongue` are the attributes of a longer one that stands by itself."""
        said = escaped(text)
        is_alone = not text or not (self.tongue or self._turns(text))
        return Markup(said if is_alone else f"<bdi{self.tongue}>{said}</bdi>")  # noqa: S704  escaped

    def _turns(self, text: str) -> bool:
        return bool(text) and (self.is_to_left or not (text.isascii() or not _TO_LEFT.search(text)))
