"""The files of a site that are not pages: the theme's assets and ours, pictures, recordings, what crawlers ask for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path
from typing import TypeAlias

from site_builder import addresses
from site_builder.look.colours import stylesheet
from site_builder.look.styles import shared_styles
from site_builder.outline import Outline
from site_builder.resources import templates
from site_builder.site.choices import choice_styles
from site_builder.site.config import Config
from site_builder.site.engine import Frame
from site_builder.site.plan import Plan

Pieces: TypeAlias = "Mapping[str, bytes | Path]"
_SEARCH = "continuum-search.js"
_OFFLINE = "continuum-offline.js"
_UNLISTED = frozenset({"redirect", "not_found", "offline", "booklet", "calibrate"})


def fixed(
    outline: Outline, framed: Frame, config: Config, pages: Iterable[Plan], *, has_search: bool
) -> dict[str, bytes]:
    """All files whose bytes are known before any page is rendered."""
    files = dict(framed.assets)
    unasked = {*(() if has_search else (_SEARCH,)), *(() if config.offline else (_OFFLINE,))}
    for path in sorted((templates() / "assets").iterdir()):
        if path.name not in unasked:
            files[f"assets/{path.name}"] = path.read_bytes()
    files["assets/continuum.css"] = shared_styles() + files["assets/continuum.css"]
    scales = [area.scale for area in outline.areas.values()]
    files["assets/continuum-levels.css"] = (stylesheet(scales) + choice_styles(outline)).encode()
    files[".nojekyll"] = b""
    files["robots.txt"] = _robots(config.site_url).encode()
    if config.site_url:
        files["sitemap.xml"] = _sitemap(config.site_url, pages).encode()
    return files


def media(outline: Outline, kept: Path) -> dict[str, tuple[str, Path]]:
    """Each picture and recording by its address: a digest of its bytes, and where they are kept."""
    holders = [(addresses.exemplar(card), card.media) for card in outline.exemplars.values()]
    holders += [(addresses.page(page), page.media) for page in outline.pages]
    return {
        folder + version.name: (version.digest, kept / version.digest)
        for folder, media in holders
        for medium in media
        for version in medium.versions
    }


def write_all(pieces: Pieces, wanted: Iterable[str], folder: Path) -> None:
    """Write these pieces into a folder whose sub-folders are there."""
    for file in wanted:
        piece = pieces[file]
        with (folder / file).open("xb") as sink:
            sink.write(piece if isinstance(piece, bytes) else piece.read_bytes())


def _robots(site_url: str) -> str:
    return "User-agent: *\nAllow: /\n" + (f"Sitemap: {site_url}sitemap.xml\n" if site_url else "")


def _sitemap(site_url: str, pages: Iterable[Plan]) -> str:
    listed = sorted(plan.place for plan in pages if plan.kind not in _UNLISTED)
    rows = "\n".join(f"<url><loc>{escape(site_url + address)}</loc></url>" for address in listed)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    return f"{head}\n{rows}\n</urlset>\n"
