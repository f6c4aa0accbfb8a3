"""The words of a text, in lower case and without the signs around them."""

from __future__ import annotations

import re
from functools import lru_cache

_SIGNS = '.,;:!?()[]{}<>/\\"*_#|='
_OTHER_SIGNS = re.compile("[“”„«»…،؛؟。，、；：！？（）《》「」¿¡–—]")
_TABLE = bytes(32 if chr(code) in _SIGNS else code for code in range(256))


@lru_cache(maxsize=256)
def tokens_of(text: str) -> tuple[str, ...]:
    """The words of a text, in their order; more than one check asks for them."""
    return tuple(tokens(text))


def tokens(text: str) -> list[str]:
    """The words of a text, in their order."""
    said = text.lower()
    if not said.isascii():
        said = _OTHER_SIGNS.sub(" ", said)
    # Bytes are translated far faster than characters.
    return said.encode("utf-8", "surrogatepass").translate(_TABLE).decode("utf-8", "surrogatepass").split()
