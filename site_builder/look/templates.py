"""The templates: escaped where they are written, speaking through the catalogue, with Markdown as a filter."""

from __future__ import annotations

import re
from collections.abc import Callable, MutableMapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import (
    BytecodeCache,
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
    Template,
    pass_context,
)
from jinja2.bccache import Bucket
from jinja2.runtime import Context
from markupsafe import Markup, escape

from site_builder.look.badges import Badge
from site_builder.look.words import Words, catalogue, day_in, plurals_in
from site_builder.model import SourceText
from site_builder.sources import markdown
from site_builder.sources.clean import HIDDEN, JOINERS, MARKS, clean
from site_builder.sources.digest import digest_of_bytes
from site_builder.sources.languages import direction

# Signs that mean something in HTML, and characters that nobody sees: texts without any are written as they are.
_SIGNS = re.compile(f"[&<>'\"{HIDDEN}{JOINERS}{MARKS}]")


class _Template(Template):
    """A template whose expressions are escaped by `escaped`: the same signs, found out about more quickly."""

    @classmethod
    def _from_namespace(
        cls, environment: Environment, namespace: MutableMapping[str, Any], globals: MutableMapping[str, Any]
    ) -> Template:
        namespace["escape"] = escaped
        return super()._from_namespace(environment, namespace, globals)


class _Compiled(BytecodeCache):
    """Templates as they were compiled, in memory and in the user's own folder for what can be made again.

    They are the same in every language, and compiling them takes longer than all else that a page needs.
    """

    def __init__(self) -> None:
        self.known: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self.known:
            bucket.bytecode_from_string(self.known[bucket.key])
        elif folder := _compiled_before():
            try:
                folder.load_bytecode(bucket)
            except Exception:  # pickle names no end of errors for a file that was cut off or spoilt; it is made again
                bucket.reset()
            if bucket.code:
                self.known[bucket.key] = bucket.bytecode_to_string()

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.known[bucket.key] = bucket.bytecode_to_string()
        if folder := _compiled_before():
            with suppress(OSError):  # a full disk makes the next command slower, and this one no worse
                folder.dump_bytecode(bucket)


@cache
def _compiled_before() -> FileSystemBytecodeCache | None:
    """What earlier commands of this user compiled, in a folder of which Jinja makes sure that it is theirs alone.

    How templates are compiled is told in this file, so what was compiled by another one is not used again.
    """
    made_by = digest_of_bytes(Path(__file__).read_bytes())[:12]
    try:
        return FileSystemBytecodeCache(pattern=f"continuum-{made_by}-%s")
    except (OSError, RuntimeError):  # there is no place for it, or none that is safe
        return None


_COMPILED = _Compiled()


class _Environment(Environment):
    template_class = _Template

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """What all templates know, in one table: nothing is added later, and one table is read far quicker than two."""
        return {**self.globals, **(d or {})}


def environment(templates: Path, words: Words | None = None) -> Environment:
    """Templates from this folder; `inline` and `block` make HTML of Markdown with a page's `resolve` and `marks`."""
    words = words or catalogue()
    made = _Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=_COMPILED,
        extensions=["jinja2.ext.i18n"],
    )
    made.policies["ext.i18n.trimmed"] = True
    made.install_gettext_translations(words, newstyle=True)  # type: ignore[attr-defined]
    made.globals.update(_sayings(words), level=_level(made))
    made.filters.update(inline=_inline, block=_block, plain=markdown.plain, day=day_in(words))
    made.filters.update(bare=_bare, tongue=_tongue)
    return made


def _level(made: Environment) -> Callable[..., Markup]:
    """The badge of a level, as parts/badge.html draws it; a page shows the same few badges again and again."""
    drawn: dict[tuple[str, str, str, bool], Markup] = {}

    def level(it: Badge, stones: bool = False) -> Markup:
        key = (it.css, it.mark, it.name, stones)
        if key not in drawn:
            module: Any = made.get_template("parts/badge.html").module
            drawn[key] = module.level(it, stones)
        return drawn[key]

    return level


def _sayings(words: Words) -> dict[str, Any]:
    """What templates call to speak, in the new style of Jinja; a text without values is looked up once."""

    @cache
    def constant(text: str) -> Markup:
        return Markup(words.gettext(text)) % {}  # noqa: S704  the catalogue is ours

    def say(text: str, **values: Any) -> Markup:
        return Markup(words.gettext(text)) % _all(values) if values else constant(text)  # noqa: S704  our catalogue

    def count(one: str, many: str, num: int, **values: Any) -> Markup:
        return Markup(words.ngettext(one, many, num)) % {"num": num, **_all(values)}  # noqa: S704  our catalogue

    return {"gettext": say, "_": say, "ngettext": count, "plurals": plurals_in(words)}


def _all(values: dict[str, Any]) -> dict[str, Any]:
    return {name: _safe(value) if type(value) in (str, SourceText) else value for name, value in values.items()}


def _safe(text: str) -> Markup:
    return Markup(escaped(text))  # noqa: S704  that is what makes it safe


def escaped(value: Any) -> str:
    """What autoescape makes of a value; most texts hold no sign that needs it, and what is safe stays as it is.

    A text that is still in the sources' words says which language that is, so it does not fit into an attribute:
    there it goes through the filter `bare`.
    """
    kind = type(value)
    if kind is SourceText:
        return Markup(markdown.set_apart(escape(clean(value)), value.language))  # noqa: S704  escaped
    if kind is Markup or (kind is str and not _SIGNS.search(value)):
        return value  # type: ignore[no-any-return]
    return escape(clean(value) if kind is str else value)


def safe(html: str) -> Markup:
    """HTML that is safe already, said to be so without being looked at again."""
    return str.__new__(Markup, html)


def _bare(text: str) -> str:
    """A text for an attribute, where it cannot say in which language it is."""
    return str.__str__(text)


def _tongue(text: str) -> Markup:
    """The attributes that say in which language a text is, where that is not the page's."""
    if not isinstance(text, SourceText):
        return Markup("")
    return Markup(' lang="%s" dir="%s"') % (text.language, direction(text.language))


@pass_context
def _inline(context: Context, text: str) -> Markup:
    return Markup(markdown.inline(text, context["resolve"], context.get("marks")))  # noqa: S704  the renderer escapes


@pass_context
def _block(context: Context, text: str) -> Markup:
    return Markup(markdown.block(text, context["resolve"], marks=context.get("marks")))  # noqa: S704  the renderer escapes
