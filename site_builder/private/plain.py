"""Texts as they are searched: whatever hides a letter is read, and then only words are left."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from urllib.parse import unquote_to_bytes

from site_builder.sources.clean import HIDDEN, JOINERS

_TIMES = 3  # how often an escape may have been escaped again
_ENTITY = re.compile(r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[A-Za-z][A-Za-z0-9]{1,31};)")
_PERCENT = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_NUMBERED = re.compile(r"\\+(?:u([0-9A-Fa-f]{4})|u\{([0-9A-Fa-f]{1,6})\}|x([0-9A-Fa-f]{2}))")
_LETTERED = re.compile(r"\\+[nrtbfv]")
_UNSEEN = re.compile(f"[\u00ad\u034f{HIDDEN}{JOINERS}]")
# Written out, since asking of each letter what it is takes three times as long.
_SIGN = re.compile(
    "[\u0080-\u00bf\u00d7\u00f7\u02b9-\u02df\u05be\u05f3\u05f4\u060c\u061b\u061f\u0640\u06d4\u0964\u0965\u2000-\u2bff"
    "\u2e00-\u2e7f\u3000-\u303f\u30fb\ufffd\U0001f000-\U0001faff]+"
)
_MARKUP = re.compile(r'<[^<>]{0,2000}>|"[\w -]{1,40}"\s{0,9}:|^[ \t-]{0,40}[\w ]{1,40}:[ \t]', re.MULTILINE)
_ASCII = bytes(number if chr(number).isalnum() or number > 127 else 32 for number in range(256))
# Scripts that put no spaces between words, and Hangul, whose words carry their endings.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7af"
    "\uf900-\ufaff\U00020000-\U0003ffff]+"
)


def plain(text: str) -> str:
    """The text with every escape read that could hide a letter, in one way of writing, without unseen signs."""
    text = _again(text, "&", lambda it: _ENTITY.sub(lambda found: html.unescape(found[0]), it))
    text = _again(text, "%", lambda it: _PERCENT.sub(_unquoted, it))
    return normal(_NUMBERED.sub(_numbered, text) if "\\" in text else text)


def normal(text: str) -> str:
    """The text in one way of writing, without signs that nobody sees."""
    text = unicodedata.normalize("NFKC", text)
    return text if text.isascii() else _UNSEEN.sub("", text)


def readings(text: str) -> Iterator[str]:
    """The ways in which a plain text may be meant: “\\n” as the end of a line, or as a folder that begins with n."""
    if _LETTERED.search(text):
        yield _LETTERED.sub(" ", text)
    yield text


def without_markup(text: str) -> str:
    """The text without tags and without the names of fields, on the same lines."""
    return _MARKUP.sub(lambda found: " " + "\n" * found[0].count("\n"), text)


def words(text: str) -> list[bytes]:
    """The words of a plain text: letters and digits, whatever their case, without signs."""
    text = text.casefold()
    if not text.isascii():
        text = _SIGN.sub(" ", text)
    return text.encode("utf-8", "replace").translate(_ASCII).split()


def sequence(of: Iterable[bytes]) -> bytes:
    """Words in a row, with a space before and after each."""
    return b" %b " % b" ".join(of)


def pairs(text: str) -> Iterator[bytes]:
    """Each two neighbouring letters of scripts without spaces, by which a name among them is found."""
    for run in _UNSPACED.findall("".join(text.split())):
        yield from ((one + other).encode("utf-8", "replace") for one, other in pairwise(run))


def is_unspaced(text: str) -> bool:
    """Whether a text has two neighbouring letters of a script without spaces."""
    return any(len(run) > 1 for run in _UNSPACED.findall("".join(text.split())))


def _again(text: str, sign: str, read: Callable[[str], str]) -> str:
    for _ in range(_TIMES):
        if sign not in text:
            break
        before, text = text, read(text)
        if before == text:
            break
    return text


def _unquoted(found: re.Match[str]) -> str:
    try:
        return unquote_to_bytes(found[0]).decode("utf-8")
    except UnicodeDecodeError:
        return found[0]


def _numbered(found: re.Match[str]) -> str:
    number = int(found[1] or found[2] or found[3], 16)
    return chr(number) if number < 0x110000 and not 0xD800 <= number < 0xE000 else " "
