"""A private page as a plain document, for the school's own use: nothing is sealed, and nothing leads out of it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from markupsafe import Markup

from site_builder.look.colours import plain_stylesheet
from site_builder.look.styles import private_styles
from site_builder.model import Scale
from site_builder.private.sealed_page import hash_of
from site_builder.progress.desk import Desk
from site_builder.resources import templates


def styles(scales: Iterable[Scale]) -> str:
    """The styles of private pages, with these scales' levels."""
    return private_styles() + plain_stylesheet(scales)


def document(body: Markup, desk: Desk, *, title: str, more_styles: str = "") -> str:
    """The document around a page; it may load nothing, and run nothing but its own few lines."""
    sheet = styles(area.scale for area in desk.ground.areas.values()) + more_styles
    script = _script()
    return desk.render(
        "document",
        body=body,
        title=title,
        language=desk.language,
        direction=desk.direction,
        styles=Markup(sheet),  # noqa: S704  our own
        script=Markup(script),  # noqa: S704  our own
        policy=f"default-src 'none'; script-src {hash_of(script)}; style-src {hash_of(sheet)}; img-src data:; "
        "base-uri 'none'; form-action 'none'",
    )


@cache
def _script() -> str:
    return (templates() / "progress" / "plain.js").read_text(encoding="utf-8")
