"""Text without the characters that nobody sees and that change how it reads."""

from __future__ import annotations

import re

# Marks that steer the direction of text, zero-width signs, tag characters, halves of a character.
HIDDEN = "\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f"
JOINERS = "\u200c\u200d"
# Accents and other marks above and below letters, of scripts that never need more than five on one letter.
MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
# Arabic and its neighbours, the scripts of India and South-East Asia, Mongolian, emoji: there a joiner is seen.
_JOINED = "\u0600-\u109f\u1780-\u18af\u1a20-\u1aaf\u2190-\u2bff\ufb50-\ufdff\ufe0f\ufe70-\ufefc\U0001f000-\U0001faff"
_UNWANTED = re.compile(f"[{HIDDEN}]|(?<![{_JOINED}])[{JOINERS}]")
_PILED = re.compile(f"([{MARKS}]{{5}})[{MARKS}]+")


def clean(text: str) -> str:
    """The same words without hidden characters and towers of marks; joiners stay behind letters that need them."""
    if text.isascii():  # none of these characters is, and most texts are
        return text
    return _PILED.sub(r"\1", _UNWANTED.sub("", text))
