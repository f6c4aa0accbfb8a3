"""Pictures within a text: where they stand, and how a page shows those that are published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from markdown_it.common.utils import escapeHtml
from markdown_it.token import Token

from site_builder.model import PublishedMedium
from site_builder.sources.markdown_tokens import words

NO_PICTURES: Mapping[str, PublishedMedium] = MappingProxyType({})
# A text is at most so wide, and as wide as the screen where that is narrower.
_SIZES = "(min-width: 45em) 42em, 100vw"


@dataclass(frozen=True, slots=True)
class PictureUse:
    """A picture that an author put into a text: what it points at, its words, and its line, counted from 1."""

    target: str
    alt: str
    line: int


def pictures_in(tokens: Sequence[Token]) -> Iterator[PictureUse]:
    """Every picture, in the order of the text."""
    for token in tokens:
        line = token.map[0] if token.map else 0
        for child in token.children or ():
            line += child.type in ("softbreak", "hardbreak")
            if child.type == "image":
                yield PictureUse(str(child.attrGet("src") or ""), words(child.children or ()), line + 1)


def show_pictures(tokens: Sequence[Token], published: Mapping[str, PublishedMedium]) -> None:
    """Give each published picture its files, the one that fits chosen by the browser; others are left as they are."""
    for token in tokens:
        if token.type == "inline" and any(child.type == "image" for child in token.children or ()):
            token.children = [shown for child in token.children or () for shown in _shown(child, published)]


def _shown(child: Token, published: Mapping[str, PublishedMedium]) -> Iterator[Token]:
    medium = published.get(str(child.attrGet("src") or "")) if child.type == "image" else None
    if medium is None:
        yield child
        return
    *narrow, full = medium.versions
    files = ", ".join(f"{it.name} {it.width}w" for it in narrow)
    source = f'<source type="image/webp" sizes="{_SIZES}" srcset="{escapeHtml(files)}">'
    alt = escapeHtml(words(child.children or ()))
    size = f'width="{full.width}" height="{full.height}"'
    image = f'<img src="{escapeHtml(full.name)}" {size} alt="{alt}" loading="lazy" decoding="async">'
    # Not an image token any more: whatever resolves links has nothing left to judge.
    yield Token("html_inline", "", 0, content=f"<picture>{source}{image}</picture>")
