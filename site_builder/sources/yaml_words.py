"""What the YAML parser's complaints mean to somebody who writes a source file."""

from __future__ import annotations

_BACKSLASH = "a backslash (\\) has a meaning of its own within double quotes"
_SINGLE_QUOTES = "use single quotes, or write the backslash twice"
# What is said of something that began and has no end, often many lines above.
_LEFT_OPEN = ("unexpected end of stream", "expected ',' or", "could not find expected ':'")
_MEANINGS = (
    (
        "mapping values are not allowed",
        "a “: ” stands here within a text",
        "put the whole text in quotes, or line this name up with the names above",
    ),
    (
        "sequence entries are not allowed",
        "a list begins here on the line of its name",
        "begin each “- ” on a line of its own, or write [one, two]",
    ),
    (
        "did not find expected '-'",
        "this line belongs to no list, and the lines above it do",
        "begin it with “- ”, or give the list above a name",
    ),
    (
        "cannot start any token",
        "this line starts with a sign that YAML keeps for itself, or with a tab",
        "indent with spaces, and put the text in quotes",
    ),
    ("tab character", "this line is indented with a tab", "indent with spaces"),
    (
        "expected <block end>",
        "this line does not line up with the lines above it",
        "give it as many spaces as its neighbours; a text that goes on after a closing quote belongs inside the quotes",
    ),
    (
        "did not find expected key",
        "this line does not line up with the lines above it",
        "give it as many spaces as its neighbours",
    ),
    (
        "could not find expected ':'",
        "a “:” is expected after this name",
        "write “name: value”, and a longer text after “>-” on lines of its own",
    ),
    ("unexpected end of stream", "a quotation mark that opens here is never closed", "close it"),
    (
        "expected ',' or",
        "a list or group in brackets, which opens here, is not finished",
        "separate its values by commas, close it, and quote a text that holds a comma or a colon",
    ),
    ("node content", "a value is expected here", "write the value, or put the text in quotes"),
    ("unknown escape character", _BACKSLASH, _SINGLE_QUOTES),
    ("character escape code", _BACKSLASH, _SINGLE_QUOTES),
    ("hexadecimal numbers", _BACKSLASH, _SINGLE_QUOTES),
    ("hexdecimal number", _BACKSLASH, _SINGLE_QUOTES),
    (
        "scanning a block scalar",
        "a text after “|” or “>” begins on the next line",
        "move the words to a line of their own",
    ),
    ("undefined tag handle", "tags (words that start with “!”) are not used here", "put the text in quotes"),
    ("alias", "aliases (words that start with “*”) are not used here", "put the text in quotes"),
    ("anchor", "anchors (words that start with “&”) are not used here", "put the text in quotes"),
    ("control characters are not allowed", "there is a control character in this file", "delete it"),
    ("special characters are not allowed", "there is a control character in this file", "delete it"),
    ("directive", "a line that starts with “%” means something else in YAML", "put the text in quotes"),
    ("document start", "this line does not belong to the values above it", "give it a name: “name: value”"),
    ("nesting", "these values are nested too deeply", "a source never needs more than a few levels"),
)


def explained(problem: str | None, context: str | None) -> tuple[str, str]:
    """A message and a hint in plain words."""
    said = f"{problem or ''} | {context or ''}"
    for sign, message, hint in _MEANINGS:
        if sign in said:
            return message, hint
    return "this cannot be read as YAML", "compare it with the lines above, and put the text in quotes"


def is_left_open(problem: str | None) -> bool:
    """Whether the parser missed the end of something, so that its beginning is the place to look at."""
    return any(sign in (problem or "") for sign in _LEFT_OPEN)
