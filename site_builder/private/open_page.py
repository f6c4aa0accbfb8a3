"""The page where the code of a letter is typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from site_builder.look.templates import environment
from site_builder.look.words import Words
from site_builder.private.sealed_page import policy, source
from site_builder.resources import templates

SCRIPTS = ("secret.js", "typed.js", "open.js")


class Way(NamedTuple):
    """The same page in a language, which it calls by its own name; `is_here` where it is the page itself."""

    href: str
    language: str
    name: str
    direction: str
    is_here: bool = False


def open_page(words: Words, language: str, direction: str, *, pages: str = "../p/", ways: Sequence[Way] = ()) -> bytes:
    """The page in a language; `pages` is the way to the folder of sealed pages, `ways` lead to it in each language."""
    style, script = source("shell.css", "open.css", "tongues.css"), source(*SCRIPTS)
    template = environment(templates(), words).get_template("private/open.html")
    return template.render(
        language=language,
        direction=direction,
        policy=policy(script, [style], trusted="'none'"),
        style=Markup(style),  # noqa: S704  ours
        script=Markup(script),  # noqa: S704  ours
        pages=pages,
        ways=ways if len(ways) > 1 else (),
    ).encode("utf-8")
