"""Texts as a source can hold them: without signs that nobody sees, and without blanks around them."""

from __future__ import annotations

import re

from site_builder.exchange.format import Remark
from site_builder.sources.clean import HIDDEN
from site_builder.sources.text import CONTROL
from site_builder.sources.yaml import Value

_HIDDEN = re.compile(f"[{HIDDEN}]")
_ENDS = re.compile("\r\n|\r|\u2028|\u2029")


def without_unseen(text: str) -> str:
    """The text with plain ends of lines, and without the signs that a source refuses or leaves out."""
    return CONTROL.sub("", _HIDDEN.sub("", _ENDS.sub("\n", text)))


class Tidying:
    """Tidies values, and counts the texts out of which it took signs that are not seen."""

    def __init__(self) -> None:
        self.count = 0

    def tidy(self, value: Value) -> Value:
        """The value with tidy texts; what holds nothing then is left out."""
        if isinstance(value, str):
            return self._text(value)
        if isinstance(value, list):
            return [it for it in map(self.tidy, value) if it or it == {}]
        if isinstance(value, dict):
            pairs = ((name, self.tidy(it), it) for name, it in value.items())
            return {name: it for name, it, was in pairs if it or not was}
        return value

    def remarks(self) -> tuple[Remark, ...]:
        """What there is to say about it, if anything."""
        if not self.count:
            return ()
        texts = "1 text" if self.count == 1 else f"{self.count} texts"
        return (Remark(texts, "held invisible signs that can change how a text reads; they were left out"),)

    def _text(self, text: str) -> str:
        if not text.isascii() or not text.isprintable():
            plain = _ENDS.sub("\n", text)
            text = without_unseen(text)
            self.count += len(text) != len(plain)
        return text.strip()
