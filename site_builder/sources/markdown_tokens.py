"""The Markdown parser of the product: which signs mean something, and tokens as the rest of the floor wants them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.footnote.index import footnote_ref

from site_builder.sources.clean import clean

# Quotes within quotes beyond this are left out: nobody writes them, and each level reads its text again.
_DEEPEST = 20
_FOOTNOTE = re.compile(r"\[\^[^\s\]]{1,80}\]")
_LANGUAGE = re.compile(r"[\w+#.-]{1,30}")
_ADMONITIONS = frozenset({
    "note", "abstract", "info", "tip", "success", "question",
    "warning", "failure", "danger", "bug", "example", "quote",
})  # fmt: skip


class _Parser(MarkdownIt):
    """Markdown whose link targets stay as the author wrote them; they are judged when they become addresses."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802  the library's name
        return url

    def validateLink(self, url: str) -> bool:  # noqa: N802  the library's name
        return True


def parse(text: str) -> list[Token]:
    """The blocks of a text."""
    tokens = _BLOCKS.parse(clean(text))
    for token in tokens:
        _tidy(token)
    _tidy_heads(tokens)
    _tidy_admonitions(tokens)
    return tokens


def parse_line(text: str) -> list[Token]:
    """A text read as one line: emphasis, code and links, but no blocks."""
    tokens = _LINE.parseInline(clean(text).strip())
    for token in tokens:
        _tidy(token)
    return tokens


def render(tokens: Sequence[Token], prefix: str = "") -> str:
    """Tokens as HTML; `prefix` begins every id."""
    html: str = _BLOCKS.renderer.render(tokens, _BLOCKS.options, {"docId": prefix})
    return html.removesuffix("\n")


def words(tokens: Iterable[Token]) -> str:
    """What a reader is told by the children of one block, without signs; a picture says its alternative text."""
    return "".join(words(token.children or ()) if token.type == "image" else spoken(token) for token in tokens)


def spoken(token: Token) -> str:
    """The words of one inline token; a line break is a line break, a picture has none."""
    if token.type in ("softbreak", "hardbreak"):
        return "\n"
    return token.content if token.type in ("text", "code_inline") else ""


def _tidy(token: Token) -> None:
    """An entity can write a hidden character, a table can ask for a style: neither reaches the page."""
    for child in token.children or ():
        _tidy(child)
    if token.type in ("text", "code_inline"):
        token.content = clean(token.content)
    elif "title" in token.attrs:
        token.attrs["title"] = clean(str(token.attrs["title"]))
    elif "style" in token.attrs:
        # A cell's alignment. A class does the same, and leaves pages free of styles of their own.
        token.attrs = {"class": f"at-{str(token.attrs['style']).removeprefix('text-align:')}"}


def _tidy_heads(tokens: Sequence[Token]) -> None:
    """A cell without words at the head of a table is no heading."""
    for begin, said, end in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if begin.type == "th_open" and not said.content.strip():
            begin.tag = end.tag = "td"


def _tidy_admonitions(tokens: Sequence[Token]) -> None:
    """Notes that fold (`???`) are `details`; a kind that the theme does not know is a note."""
    folds = False
    for token in tokens:
        if token.type in ("admonition_open", "admonition_close"):
            folds = token.markup.startswith("?")
            token.tag = "details" if folds else "div"
        elif folds and token.type in ("admonition_title_open", "admonition_title_close"):
            token.tag = "summary"
        if token.type == "admonition_open":
            token.attrs = _admonition_attributes(token)


def _admonition_attributes(token: Token) -> dict[str, str | int | float]:
    kind = token.meta["tag"] if token.meta["tag"] in _ADMONITIONS else "note"
    if token.markup == "!!!":
        return {"class": f"admonition {kind}"}
    return {"class": kind, "open": ""} if token.markup == "???+" else {"class": kind}


def _footnote_ref(state: StateInline, silent: bool) -> bool:
    """Looks no further than a label is long, so that a thousand openings cost a thousand looks."""
    return bool(_FOOTNOTE.match(state.src, state.pos)) and footnote_ref(state, silent)


def _footnotes_side_by_side(state: StateCore) -> None:
    """A footnote written within another one stands beside it: the library tears what is around it apart."""
    placed: list[Token] = []
    within: list[list[Token]] = []
    for token in state.tokens:
        if token.type == "footnote_reference_open":
            within.append([])
        (within[-1] if within else placed).append(token)
        if token.type == "footnote_reference_close":
            placed += within.pop()
    state.tokens = placed


def _code(_: object, tokens: Sequence[Token], index: int, options: object, env: object) -> str:
    token = tokens[index]
    language = _LANGUAGE.match(token.info.strip())
    opened = f'<pre><code class="language-{language[0]}">' if language else "<pre><code>"
    children = token.children or [Token("text", "", 0, content=token.content)]
    inside = _BLOCKS.renderer.render(children, _BLOCKS.options, {})
    return f"{opened}{inside}</code></pre>\n"


def _footnote_name(_: object, tokens: Sequence[Token], index: int, options: object, env: Mapping[str, Any]) -> str:
    """What follows the library's own `fn` in an id: the page's prefix and the footnote's number."""
    return f"-{env.get('docId', '')}{tokens[index].meta['id'] + 1}"


def _parser() -> MarkdownIt:
    return _Parser("js-default", {"html": False, "linkify": False, "typographer": False, "maxNesting": _DEEPEST})


def _block_parser() -> MarkdownIt:
    parser = _parser().use(admon_plugin).use(deflist_plugin).use(footnote_plugin, inline=False)
    parser.inline.ruler.at("footnote_ref", _footnote_ref)
    parser.core.ruler.before("footnote_tail", "footnotes_side_by_side", _footnotes_side_by_side)
    parser.add_render_rule("fence", _code)
    parser.add_render_rule("code_block", _code)
    parser.add_render_rule("footnote_anchor_name", _footnote_name)
    return parser


_BLOCKS = _block_parser()
_LINE = _parser()
