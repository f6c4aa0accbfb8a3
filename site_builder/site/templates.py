"""The templates: escaped where they are written, speaking through the catalogue, with Markdown as a filter."""

from __future__ import annotations

from gettext import NullTranslations
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from site_builder.site.words import catalogue, day_in
from site_builder.sources import markdown


def environment(templates: Path, words: NullTranslations | None = None) -> Environment:
    """Templates from this folder; `inline` and `block` make HTML of Markdown with the page's own `resolve`."""
    words = words or catalogue()
    made = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        extensions=["jinja2.ext.i18n"],
    )
    made.policies["ext.i18n.trimmed"] = True
    made.install_gettext_translations(words, newstyle=True)  # type: ignore[attr-defined]
    made.filters.update(inline=_inline, block=_block, plain=markdown.plain, day=day_in(words))
    return made


@pass_context
def _inline(context: Context, text: str) -> Markup:
    return Markup(markdown.inline(text, context["resolve"]))  # noqa: S704  the renderer escapes


@pass_context
def _block(context: Context, text: str) -> Markup:
    return Markup(markdown.block(text, context["resolve"]))  # noqa: S704  the renderer escapes
