"""The page where the code of a letter is typed."""

from __future__ import annotations

from markupsafe import Markup

from site_builder.look.templates import environment
from site_builder.look.words import Words
from site_builder.private.sealed_page import policy, source
from site_builder.resources import templates

SCRIPTS = ("secret.js", "typed.js", "open.js")


def open_page(words: Words, language: str, direction: str, *, pages: str = "../p/") -> bytes:
    """The page in a language; `pages` is the way from it to the folder of the sealed pages."""
    style, script = source("shell.css", "open.css"), source(*SCRIPTS)
    template = environment(templates(), words).get_template("private/open.html")
    return template.render(
        language=language,
        direction=direction,
        policy=policy(script, [style], trusted="'none'"),
        style=Markup(style),  # noqa: S704  ours
        script=Markup(script),  # noqa: S704  ours
        pages=pages,
    ).encode("utf-8")
