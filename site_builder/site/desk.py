"""What rendering a page needs within reach."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import quote

from jinja2 import Environment
from markupsafe import Markup

from site_builder.look.badges import Badge
from site_builder.look.links import resolver
from site_builder.look.terms import Terms
from site_builder.look.words import Words
from site_builder.model import Competency, Exemplar, PublishedMedium, SourceText
from site_builder.outline import Outline
from site_builder.site.copies import Sizes
from site_builder.site.tree import Tongue, Tree, tongues
from site_builder.sources.markdown import Marks, Resolve
from site_builder.sources.targets import Known


@dataclass(frozen=True, slots=True)
class Poured:
    """The parts of a page that vary within the shell; `article` and `data` are safe HTML, the others are plain text.

    `data` is for search engines. A bare page is its article alone, a whole document without the shell.
    """

    title: str
    description: str
    article: str
    kind: str
    tab: str = ""
    data: str = ""
    is_bare: bool = False


@dataclass(frozen=True, slots=True)
class Desk:
    """The outline, the templates, and a way to the full value behind a card (by its `source`).

    All of it is in the language of one tree. `page` gives what stands at an address of that tree, once it has been
    written, and `sizes` says how much a copy for reading offline holds, once all pages have been. `published` names the
    kinds of data that stand on the site beside the pages.
    """

    outline: Outline
    templates: Environment
    competency: Callable[[str], Competency]
    exemplar: Callable[[str], Exemplar]
    known: Callable[[], Known]
    words: Words
    tree: Tree
    page: Callable[[str], bytes]
    site_url: str = ""
    edit_uri: str = ""
    has_search: bool = True
    published: tuple[str, ...] = ()
    has_copies: bool = True
    sizes: Callable[[], Sizes] = Sizes
    terms: Terms | None = None

    def article(self, kind: str, root: str, source: str, **parts: object) -> str:
        """What stands on a page of this kind, with `root` as the way to the site's root and texts from `source`."""
        template = self.templates.get_template(f"pages/{kind}.html")
        return template.render(root=root, resolve=self.resolver(source, root), has_search=self.has_search, **parts)

    @property
    def tree_url(self) -> str:
        """Where the pages of this language stand; nothing where nobody has said where the site is."""
        return self.site_url + self.tree.folder if self.site_url else ""

    @property
    def own(self) -> Tongue:
        """The language of the sources, by the name that pages of this tree have for it."""
        own = tongues(self.outline)[0]
        return replace(own, name=self.words.name_of(own.code))

    def as_written(self, text: str) -> str:
        """A text of a school that no translation holds: in another language than the sources' it knows theirs."""
        return SourceText(text, self.own.code) if self.tree.folder else text

    def marks(self, texts: Iterable[str], root: str) -> Marks | None:
        """What marks the terms of the glossary on a page that says these texts in this order."""
        return self.terms.on(texts, root) if self.terms else None

    def site(self, root: str) -> str:
        """The root of the whole site, from a page whose way to the root of its language is `root`."""
        return self.tree.to_site(root)

    def seen(
        self, media: Iterable[PublishedMedium], address: str, root: str, *, is_beside: bool = True
    ) -> tuple[PublishedMedium, ...]:
        """Pictures and recordings as a page names them.

        They lie beside the page at `address` in the sources' language; `is_beside` says whether it is the one that
        shows them.
        """
        if is_beside and not self.tree.folder:
            return tuple(media)
        there = self.site(root) + address
        return tuple(
            replace(it, versions=tuple(replace(one, name=there + one.name) for one in it.versions)) for it in media
        )

    def label(self, it: Badge) -> Markup:
        """A level's badge as templates show it."""
        level: Any = self.templates.globals["level"]
        return Markup(level(it))  # noqa: S704  it is one

    def flag(self, words: str) -> Markup:
        """The flag that stands at a level, with these words."""
        badge: Any = self.templates.get_template("parts/badge.html").module
        return Markup(badge.goal(words))  # noqa: S704  it is one

    def say(self, text: str, **values: object) -> str:
        """A text of our own in the language of the page."""
        return self.words.gettext(text) % values if values else self.words.gettext(text)

    def edit(self, source: str, line: int = 0) -> str:
        """Where a source can be changed, at a line; nothing where the school has not said where its files are."""
        if not self.edit_uri:
            return ""
        return f"{self.edit_uri}{quote(source)}" + (f"#L{line}" if line else "")

    def resolver(self, source: str, root: str) -> Resolve:
        """What the links that an author wrote in `source` become on a page whose way to the site's root is `root`."""
        return resolver(self.known, source, root)
