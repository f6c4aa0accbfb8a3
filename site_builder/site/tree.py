"""A site has a tree of pages for each language: that of the sources at its root, the others in a folder each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from site_builder.outline import Outline
from site_builder.sources.languages import direction, own_name
from site_builder.sources.reading import Setting
from site_builder.sources.translated import outline_in


@dataclass(frozen=True, slots=True)
class Tree:
    """All pages of one language; `folder` is es/ where the site's root has them, and nothing for the root itself."""

    language: str
    folder: str
    outline: Outline

    def to_site(self, root: str) -> str:
        """From a page whose way to its tree's root is `root` to the root of the whole site."""
        return root if not self.folder else ("" if root == "./" else root) + "../"


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language that readers can choose: its code, what it calls itself, its folder, and which way it is written."""

    code: str
    name: str
    folder: str
    direction: str


def trees(outline: Outline, setting: Setting) -> dict[str, Tree]:
    """The trees of a site by language, that of the sources first."""
    return {
        it.code: Tree(it.code, it.folder, outline_in(it.code, outline, setting.translations)) for it in tongues(outline)
    }


def tongues(outline: Outline) -> list[Tongue]:
    """The languages of a site, in the order in which its settings name them."""
    return list(_tongues(outline.settings.languages))


@lru_cache(maxsize=8)
def _tongues(languages: tuple[str, ...]) -> tuple[Tongue, ...]:
    """Each page asks for them more than once."""
    own, *others = dict.fromkeys(languages)
    folders = {own: "", **{it: f"{it}/" for it in others}}
    return tuple(Tongue(code, own_name(code), folder, direction(code)) for code, folder in folders.items())
