"""Plans become files: each page is rendered by the worker that read its source, poured, and written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, partial
from html import escape
from pathlib import Path

from site_builder import addresses
from site_builder.look.apart import WordsApart, tell_apart, words_of_pages
from site_builder.look.templates import environment
from site_builder.look.terms import terms_of
from site_builder.model import Competency, Exemplar, Settings, SourceText
from site_builder.outline import Outline
from site_builder.resources import templates
from site_builder.site.config import Config
from site_builder.site.copies import Sizes
from site_builder.site.desk import Desk, Poured
from site_builder.site.keeping import keeping
from site_builder.site.navigation import drawer, search_box, tabs
from site_builder.site.pages import PAGES
from site_builder.site.pages.not_found import host_root
from site_builder.site.plan import Plan
from site_builder.site.shell import Shell
from site_builder.site.speech import alternates, frame_words, languages, untranslated
from site_builder.site.tree import Tree
from site_builder.sources.clean import clean
from site_builder.sources.crew import Crew, Memory
from site_builder.sources.languages import direction
from site_builder.sources.load import Progress, home_of, read_in
from site_builder.sources.markdown import plain
from site_builder.sources.reading import Setting
from site_builder.sources.targets import known_targets

_DESCRIPTION = 200
# Lists of other pages say nothing of their own that a search should find.
_SEARCHED = frozenset({"home", "area", "competency", "level", "levels", "exemplar", "pathway", "page", "glossary"})


def plans(tree: Tree, shared: str) -> list[Plan]:
    """Every page in one language; `shared` is a digest of what all of them show.

    A host looks for the page of wrong addresses at the root alone.
    """
    kinds = [kind for name, kind in PAGES.items() if not (tree.folder and name == "not_found")]
    found = (plan for kind in kinds for plan in kind.plans(tree.outline, shared))
    return [Plan(it.address, it.kind, it.subject, it.key, tree.language, tree.folder) for it in found]


def brief(
    crew: Crew, trees: Mapping[str, Tree], setting: Setting, shell: Shell, config: Config, *, has_search: bool
) -> None:
    """Tell the workers all that rendering needs."""
    outline = trees[setting.settings.languages[0]].outline
    facts = {"outline": outline, "setting": setting, "shell": shell, "config": config, "has_search": has_search}
    crew.tell(**facts, trees=trees, desks={}, frames={}, sizes={})


def render(crew: Crew, pages: Sequence[Plan], outline: Outline, folder: Path, progress: Progress | None = None) -> None:
    """Render these pages and write them under `folder`, whose sub-folders are there."""
    done = 0
    for count in crew.each(partial(_portion, str(folder)), _shares(pages, outline, crew.size)):
        done += sum(count)
        if progress:
            progress("pages", done, len(pages))


def _shares(pages: Iterable[Plan], outline: Outline, size: int) -> list[list[Plan]]:
    shares: list[list[Plan]] = [[] for _ in range(size)]
    for plan in pages:
        shares[home_of(_source(plan, outline), size)].append(plan)
    return shares


def _source(plan: Plan, outline: Outline) -> str:
    """The file whose reader should render this page, as it still has it in memory."""
    if plan.kind == "competency":
        return outline.competencies[plan.subject].source
    if plan.kind in ("exemplar", "calibrate"):
        return outline.exemplars[plan.subject].source
    return plan.address


def _portion(folder: str, memory: Memory, portion: Sequence[Plan]) -> list[int]:
    memory["folder"] = folder
    for plan in portion:
        data = _page(plan, _desk(plan.language, memory), memory)
        with Path(folder, plan.file).open("xb") as sink:
            sink.write(data)
    return [len(portion)]


def _page(plan: Plan, desk: Desk, memory: Memory) -> bytes:
    """A page as its file has it."""
    data = _filled(plan, desk, memory)
    return tell_apart(data.decode(), desk.tree.language).encode() if isinstance(desk.words, WordsApart) else data


def _filled(plan: Plan, desk: Desk, memory: Memory) -> bytes:
    poured = PAGES[plan.kind].render(plan, desk)
    if poured.is_bare:
        return poured.article.encode()
    root = addresses.root(plan.address) if plan.address != addresses.NOT_FOUND else host_root(desk.site_url)
    shell: Shell = memory["shell"]
    parts = {**_frame(root, poured.tab, desk, memory), **_head(plan, poured, desk), **_tongues(plan, root, desk)}
    parts |= keeping(desk, plan, root)
    return shell.pour({**parts, "article": untranslated(poured.article, desk) + poured.article})


def _frame(root: str, tab: str, desk: Desk, memory: Memory) -> Mapping[str, str]:
    """What all pages of one section at one depth have in common."""
    frames: dict[tuple[str, str, str], Mapping[str, str]] = memory["frames"]
    key = (desk.tree.language, root, tab)
    if key not in frames:
        parts = {
            "tabs": tabs(desk, tab, root),
            "nav": drawer(desk, tab, root),
            "search": search_box(desk, root),
        }
        config: Config = memory["config"]
        own = {"root": desk.site(root), "home": root, "lang": desk.tree.language, "dir": direction(desk.tree.language)}
        frames[key] = {**own, **parts, **frame_words(desk), **_signature(desk.outline.settings, config)}
    return frames[key]


def _tongues(plan: Plan, root: str, desk: Desk) -> dict[str, str]:
    """The same page in other languages: for readers, and for search engines."""
    return {"languages": languages(desk, plan, root), "alternates": alternates(desk, plan, root)}


def _signature(settings: Settings, config: Config) -> dict[str, str]:
    """What stands at the head and at the foot of every page: whose site it is, of which year, with which rights."""
    # Set apart, as 2026-27 would read 27-2026 amid Arabic.
    version = f" · <bdi>{escape(plain(settings.version))}</bdi>" if settings.version else ""
    rights = f". {escape(plain(config.copyright))}" if config.copyright else ""
    title = plain(settings.title)
    return {"site": escape(title), "named": _spoken(title), "foot": version + rights}


def _head(plan: Plan, poured: Poured, desk: Desk) -> dict[str, str]:
    site = plain(desk.outline.settings.title)
    title = clean(poured.title)
    title = title if title == site else f"{title} - {site}"
    words = " ".join(clean(poured.description).split())
    canonical = escape(desk.site_url + plan.place)
    return {
        "title": escape(title),
        "topic": _spoken(poured.title),
        "description": escape(words if len(words) <= _DESCRIPTION else f"{words[:_DESCRIPTION].rsplit(' ', 1)[0]} …"),
        "canonical": f'<link rel="canonical" href="{canonical}">' if desk.site_url and plan.kind != "not_found" else "",
        "here": f'<br><bdi dir="ltr">{canonical}</bdi>' if desk.site_url and plan.kind != "not_found" else "",
        "data": poured.data,
        "kind": poured.kind,
        "indexed": " data-pagefind-body" if poured.kind in _SEARCHED else "",
    }


def _spoken(title: str) -> str:
    """A title in the frame, which says its language where that is not the page's."""
    said = escape(clean(title))
    if not isinstance(title, SourceText):
        return said
    return f'<span lang="{title.language}" dir="{direction(title.language)}">{said}</span>'


def _desk(language: str, memory: Memory) -> Desk:
    desks: dict[str, Desk] = memory["desks"]
    if language not in desks:
        desks[language] = _new_desk(language, memory)
    return desks[language]


def _new_desk(language: str, memory: Memory) -> Desk:
    setting: Setting = memory["setting"]
    config: Config = memory["config"]
    tree: Tree = memory["trees"][language]
    outline = tree.outline
    words = words_of_pages(language, setting.root)
    return Desk(
        outline=outline,
        templates=environment(templates(), words),
        words=words,
        tree=tree,
        page=partial(_written, memory, tree.folder),
        competency=partial(_competency, memory, setting, language),
        exemplar=partial(_exemplar, memory, setting, language),
        known=cache(partial(known_targets, outline)),
        site_url=config.site_url,
        edit_uri=config.edit_uri,
        has_search=memory["has_search"],
        published=config.published,
        has_copies=config.offline,
        sizes=partial(_sizes, memory, language),
        terms=terms_of(outline.glossary, language),
    )


def _sizes(memory: Memory, language: str) -> Sizes:
    found: Mapping[str, Sizes] = memory["sizes"]
    return found.get(language, Sizes())


def _written(memory: Memory, within: str, address: str) -> bytes:
    return Path(memory["folder"], within + address, "index.html").read_bytes()


def _competency(memory: Memory, setting: Setting, language: str, file: str) -> Competency:
    thing = read_in(memory, setting, file, language)
    assert isinstance(thing, Competency)
    return thing


def _exemplar(memory: Memory, setting: Setting, language: str, file: str) -> Exemplar:
    thing = read_in(memory, setting, file, language)
    assert isinstance(thing, Exemplar)
    return thing
