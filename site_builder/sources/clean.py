"""Text without the characters that nobody sees and that change how it reads."""

from __future__ import annotations

import re

# Marks that steer the direction of text, zero-width signs, tag characters, halves of a character.
HIDDEN = (
    "\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f"
)
JOINERS = "\u200c\u200d"
# Arabic and its neighbours, the scripts of India and South-East Asia, Mongolian, emoji: there a joiner is seen.
_JOINED = (
    "\u0600-\u109f\u1780-\u18af\u1a20-\u1aaf\u2190-\u2bff"
    "\ufb50-\ufdff\ufe0f\ufe70-\ufefc\U0001f000-\U0001faff"
)
_UNWANTED = re.compile(f"[{HIDDEN}]|(?<![{_JOINED}])[{JOINERS}]")


def clean(text: str) -> str:
    """The same words without hidden characters; joiners stay behind letters and emoji that need them."""
    return _UNWANTED.sub("", text)
