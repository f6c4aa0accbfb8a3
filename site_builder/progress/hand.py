"""What people have written, in whatever language it is: shown so that it turns nothing around it.

On a page that is read from left to right, only letters that are read the other way can do that, and on one that is read
from right to left nearly everything can: between Arabic words, even the halves of a telephone number change places.
"""

from __future__ import annotations

import re
from functools import lru_cache

from markupsafe import Markup

from site_builder.look.templates import escaped, safe
from site_builder.model import SourceText

_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
# At least seven digits with something between them, as in +1 (510) 555-0142.
_BETWEEN = r"[.\u00a0 -]"
_TELEPHONE = re.compile(
    rf"(?<!\d)(?=(?:\D{{0,2}}\d){{7}})\+?(?:(?:\d+{_BETWEEN}?)?\(\d+\){_BETWEEN}?\d|\d+{_BETWEEN})(?:\d|{_BETWEEN})*\d"
)


class Hand:
    """Names and texts on a page, as safe HTML; of nothing there is nothing to show.

    `name` shows what somebody or something is called, and `text` a short text within a line. `tongue` are attributes of
    a longer text that stands by itself.

    Where the page is in another language than the school's own, texts say that nobody knows in which one they are:
    otherwise they would be read aloud as if they were in that of the page.
    """

    def __init__(self, direction: str, *, is_own: bool) -> None:
        self.is_to_left = direction == "rtl"
        self.tongue = Markup("") if is_own else Markup(' lang=""')
        # Teachers, titles and kinds of tasks come again for every student who has to do with them.
        self.name, self.text = (lru_cache(maxsize=10_000)(it) for it in (self._name, self._text))

    def _name(self, name: str) -> Markup:
        said = escaped(name)
        return safe(f"<bdi>{said}</bdi>" if self._turns(name) else said)

    def line(self, text: str) -> str:
        """What a school says of itself in a line; a telephone number in it stays whole, and is read left to right."""
        if isinstance(text, SourceText):
            return escaped(text)
        said = str(escaped(text))
        return safe(_TELEPHONE.sub(r'<bdi dir="ltr">\g<0></bdi>', said))

    def mark(self, mark: str) -> Markup:
        """The mark of a level, as 3 or L3, which is read from left to right."""
        said = escaped(mark)
        is_alone = not self.is_to_left or mark.isdigit()
        return safe(said if is_alone else f'<bdi dir="ltr">{said}</bdi>')

    def _text(self, text: str) -> Markup:
        said = escaped(text)
        is_alone = not text or not (self.tongue or self._turns(text))
        return safe(said if is_alone else f"<bdi{self.tongue}>{said}</bdi>")

    def _turns(self, text: str) -> bool:
        return bool(text) and (self.is_to_left or not (text.isascii() or not _TO_LEFT.search(text)))
