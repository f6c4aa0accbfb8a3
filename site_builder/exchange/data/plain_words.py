"""A school's text without its markup, for those who know no Markdown."""

from __future__ import annotations

from site_builder.sources.markdown import plain


def plain_words(text: str) -> str:
    """The words of a text; the text as it stands where it is markup alone, as a lone “-” is: it must say something."""
    return plain(text) or text
