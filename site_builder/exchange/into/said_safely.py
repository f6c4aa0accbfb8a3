"""Texts of foreign files where they are quoted: on one line, without signs that steer a terminal or make Markdown."""

from __future__ import annotations

import re

from site_builder.sources.clean import HIDDEN
from site_builder.sources.text import CONTROL

_LONGEST = 160
_UNSEEN = re.compile(f"[{HIDDEN}\u2028\u2029]")
_MARKS = re.compile(r"[\\`*_{}\[\]<>|~&!#]")


def one_line(text: str) -> str:
    """A text as a terminal may show it, cut where it is long."""
    line = _UNSEEN.sub("", CONTROL.sub("", " ".join(text.split())))
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def in_markdown(text: str) -> str:
    """A text that reads within a line of Markdown as it is, whatever signs it has."""
    return _MARKS.sub(r"\\\g<0>", one_line(text))
