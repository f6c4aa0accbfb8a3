"""The code that a letter prints: a secret in letters that are easy to type, and one that checks them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from site_builder.private.secret import LENGTH, Secret

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_COUNT = 26
_GROUP = 3
_BETWEEN = re.compile("[ \t\r\n\u00a0\u2010-\u2015-]")
_VALUES = {letter: value for value, letter in enumerate(LETTERS)}
_VALUES |= {letter.lower(): value for letter, value in _VALUES.items()}
_VALUES |= dict.fromkeys("Oo", 0) | dict.fromkeys("IiLl", 1)


def code(secret: Secret) -> str:
    """The secret as a letter prints it: nine groups of three letters."""
    number = int.from_bytes(secret.value, "big")
    values = [number >> 5 * place & 31 for place in reversed(range(_COUNT))]
    letters = "".join(LETTERS[value] for value in [*values, _doubled(_sum(values))])
    return " ".join(letters[at : at + _GROUP] for at in range(0, len(letters), _GROUP))


def read_code(text: str) -> Secret | None:
    """The secret of a typed code, in any case, with O for 0 and I or L for 1; None where a letter is wrong."""
    values = [_VALUES.get(letter, -1) for letter in _BETWEEN.sub("", text)]
    if len(values) != _COUNT + 1 or -1 in values or _sum(values) != 0:
        return None
    number = 0
    for value in values[:_COUNT]:
        number = number << 5 | value
    # 26 letters hold 130 bits, a secret 128.
    return Secret(number.to_bytes(LENGTH, "big")) if number < 1 << 8 * LENGTH else None


def _sum(values: Iterable[int]) -> int:
    """Each letter times another power of a generator of GF(32), added up.

    No two places have the same weight and none has the weight 0, so every wrong letter and every two letters that have
    changed places are noticed.
    """
    total = 0
    for value in values:
        total = _doubled(total) ^ value
    return total


def _doubled(value: int) -> int:
    """Times x in GF(32), which is made by x⁵ + x² + 1."""
    return value << 1 ^ (0b100101 if value & 16 else 0)
