"""Plans become files: each page is rendered by the worker that read its source, poured, and written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, partial
from html import escape
from pathlib import Path

from site_builder import addresses
from site_builder.look.templates import environment
from site_builder.look.words import catalogue
from site_builder.model import Competency, Exemplar, Settings
from site_builder.outline import Outline
from site_builder.resources import templates
from site_builder.site.config import Config
from site_builder.site.desk import Desk, Poured
from site_builder.site.navigation import drawer, search_box, tabs
from site_builder.site.pages import PAGES
from site_builder.site.pages.not_found import host_root
from site_builder.site.plan import Plan
from site_builder.site.shell import Shell
from site_builder.sources.clean import clean
from site_builder.sources.crew import Crew, Memory
from site_builder.sources.load import Progress, home_of, read_again
from site_builder.sources.markdown import plain
from site_builder.sources.reading import Setting
from site_builder.sources.targets import known_targets

_DESCRIPTION = 200
# Lists of other pages say nothing of their own that a search should find.
_SEARCHED = frozenset({"home", "area", "competency", "level", "levels", "exemplar", "pathway", "page"})


def plans(outline: Outline, shared: str) -> list[Plan]:
    """Every page of the site; `shared` is a digest of what all of them show."""
    return [plan for kind in PAGES.values() for plan in kind.plans(outline, shared)]


def brief(crew: Crew, outline: Outline, setting: Setting, shell: Shell, config: Config, *, has_search: bool) -> None:
    """Tell the workers all that rendering needs."""
    crew.tell(outline=outline, setting=setting, shell=shell, config=config, has_search=has_search, desk=None, frames={})


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
    if plan.kind == "exemplar":
        return outline.exemplars[plan.subject].source
    return plan.address


def _portion(folder: str, memory: Memory, portion: Sequence[Plan]) -> list[int]:
    desk: Desk = memory["desk"] or _desk(memory)
    memory["desk"] = desk
    for plan in portion:
        data = _page(plan, desk, memory)
        with Path(folder, plan.file).open("xb") as sink:
            sink.write(data)
    return [len(portion)]


def _page(plan: Plan, desk: Desk, memory: Memory) -> bytes:
    poured = PAGES[plan.kind].render(plan, desk)
    if poured.is_bare:
        return poured.article.encode()
    root = addresses.root(plan.address) if plan.address != addresses.NOT_FOUND else host_root(desk.site_url)
    shell: Shell = memory["shell"]
    return shell.pour({**_frame(root, poured.tab, memory), **_head(plan, poured, desk), "article": poured.article})


def _frame(root: str, tab: str, memory: Memory) -> Mapping[str, str]:
    """What all pages of one section at one depth have in common."""
    frames: dict[tuple[str, str], Mapping[str, str]] = memory["frames"]
    if (root, tab) not in frames:
        desk: Desk = memory["desk"]
        parts = {
            "tabs": tabs(desk, tab, root),
            "nav": drawer(desk, tab, root),
            "search": search_box(desk, root),
        }
        config: Config = memory["config"]
        frames[root, tab] = {"root": root, **parts, **_signature(desk.outline.settings, config)}
    return frames[root, tab]


def _signature(settings: Settings, config: Config) -> dict[str, str]:
    """What stands at the head and at the foot of every page: whose site it is, of which year, with which rights."""
    version = f", {escape(plain(settings.version))}" if settings.version else ""
    rights = f". {escape(plain(config.copyright))}" if config.copyright else ""
    return {"site": escape(plain(settings.title)), "foot": version + rights}


def _head(plan: Plan, poured: Poured, desk: Desk) -> dict[str, str]:
    site = plain(desk.outline.settings.title)
    title = clean(poured.title)
    title = title if title == site else f"{title} - {site}"
    words = " ".join(clean(poured.description).split())
    canonical = escape(desk.site_url + plan.address)
    return {
        "title": escape(title),
        "topic": escape(clean(poured.title)),
        "description": escape(words if len(words) <= _DESCRIPTION else f"{words[:_DESCRIPTION].rsplit(' ', 1)[0]} …"),
        "canonical": f'<link rel="canonical" href="{canonical}">' if desk.site_url and plan.kind != "not_found" else "",
        "data": poured.data,
        "kind": poured.kind,
        "indexed": " data-pagefind-body" if poured.kind in _SEARCHED else "",
    }


def _desk(memory: Memory) -> Desk:
    setting: Setting = memory["setting"]
    config: Config = memory["config"]
    outline: Outline = memory["outline"]
    words = catalogue(outline.settings.languages[0])
    return Desk(
        outline=outline,
        templates=environment(templates(), words),
        words=words,
        competency=partial(_competency, memory, setting),
        exemplar=partial(_exemplar, memory, setting),
        known=cache(partial(known_targets, outline)),
        site_url=config.site_url,
        edit_uri=config.edit_uri,
        has_search=memory["has_search"],
        published=config.published,
    )


def _competency(memory: Memory, setting: Setting, file: str) -> Competency:
    thing = read_again(memory, setting, file)
    assert isinstance(thing, Competency)
    return thing


def _exemplar(memory: Memory, setting: Setting, file: str) -> Exemplar:
    thing = read_again(memory, setting, file)
    assert isinstance(thing, Exemplar)
    return thing
