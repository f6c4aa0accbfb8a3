"""Texts of other systems as sources hold them: Markdown, one kind of line end, nothing that nobody sees."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from site_builder.sources.clean import clean
from site_builder.sources.text import CONTROL

# “\\frac” and “\\beta” in a text that was put into JSON without care: no other text has these signs before a letter.
_BROKEN = re.compile("[\x0c\x08](?=[a-z])")
_MENDED = {"\x0c": "\\f", "\x08": "\\b"}
_SEPARATORS = re.compile("[\u2028\u2029]")
_ENDS = re.compile("\r\n?")
# Only what has a simple form in Markdown; anything else stays as it was written, and is shown as text.
_TAG = re.compile(
    r"<(?P<close>/?)(?P<name>b|strong|i|em|br|p|div|span|u|font|ul|ol|li|sup|sub)(?:\s[^<>]*)?/?>", re.IGNORECASE
)
_RAISED = re.compile(r"<(sup|sub)>([^<>]{1,40})</\1>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_MANY_LINES = re.compile(r"\n{3,}")
_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*"}
_UP = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_DOWN = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")


def said(value: object) -> str:
    """A text or a number as a text without anything that a source must not hold; empty where it is neither."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    text = str(value)
    if "\r" in text:
        text = _ENDS.sub("\n", text)
    if not text.isprintable():  # line ends are not, and nearly all other texts are
        text = _BROKEN.sub(lambda found: _MENDED[found[0]], _SEPARATORS.sub(" ", text))
        text = CONTROL.sub("", text)
    return clean(text).strip()


def line(value: object) -> str:
    """The same in one line."""
    text = said(value)
    return (
        text
        if text.isascii() and "  " not in text and "\n" not in text and "\t" not in text
        else " ".join(text.split())
    )


def has_control(value: object) -> bool:
    """Whether a text holds signs that no text should hold."""
    return isinstance(value, str) and not value.isprintable() and bool(CONTROL.search(value))


def has_html(text: str) -> bool:
    """Whether a text holds HTML that has a simple form in Markdown."""
    return ("<" in text and bool(_TAG.search(text))) or ("&" in text and bool(_ENTITY.search(text)))


def without_html(text: str) -> str:
    """The text as Markdown; a tag that has no simple form there stays as it is."""
    lists: list[str] = []
    text = _RAISED.sub(_raised, text)
    text = _TAG.sub(lambda tag: _markdown(tag, lists), text)
    text = unescape(text).replace("\xa0", " ")
    return _MANY_LINES.sub("\n\n", said(text))


def _raised(found: re.Match[str]) -> str:
    is_up = found[1].lower() == "sup"
    small = found[2].translate(_UP if is_up else _DOWN)
    if all(one != other or one == " " for one, other in zip(small, found[2], strict=True)):
        return small
    mark = "^" if is_up else "_"
    return f"{mark}{found[2]}" if len(found[2]) == 1 else f"{mark}({found[2]})"


def _markdown(tag: re.Match[str], lists: list[str]) -> str:
    name, closes = tag["name"].lower(), bool(tag["close"])
    if name in _MARKS:
        return _MARKS[name]
    if name in ("br", "p", "div"):
        return "\n\n"
    if name in ("ul", "ol"):
        if closes:
            del lists[-1:]
        else:
            lists.append(name)
        return "\n\n" if not lists or (not closes and len(lists) == 1) else ""
    if name == "li":
        return "" if closes else _item(lists)
    return ""


def _item(lists: list[str]) -> str:
    depth = min(max(len(lists) - 1, 0), 8)
    return f"\n{'    ' * depth}{'1.' if lists and lists[-1] == 'ol' else '-'} "


def all_said(value: Any) -> Any:
    """A JSON value with all its texts so; nothing in it is deep, as its reader refuses that."""
    if isinstance(value, str):
        return said(value)
    if isinstance(value, dict):
        return {said(key): all_said(it) for key, it in value.items()}
    return [all_said(it) for it in value] if isinstance(value, list) else value
