"""The order of things: load, frame, assemble, index, exchange."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

from filelock import FileLock, Timeout

from site_builder.exchange.changed import changed_in
from site_builder.look.word_checks import words_of_pages
from site_builder.make import make_of
from site_builder.private.folders import public_refusal
from site_builder.problems import Problem, Span, stops
from site_builder.resources import templates
from site_builder.site.assemble import Parts, assemble, bind, index, keep_index
from site_builder.site.config import Config, read_config
from site_builder.site.engine import Answer, Look, asked
from site_builder.site.offline import bring_offline
from site_builder.site.plan import Plan
from site_builder.site.publish import Counts, Staging, refusal, staging
from site_builder.sources.crew import Crew, hands
from site_builder.sources.folder import SETTINGS, source_at
from site_builder.sources.load import Loaded, Progress, load, no_continuum, read_setting
from site_builder.sources.places import placed

CACHE = ".continuum"
Inspect: TypeAlias = Callable[[Path], Iterable[Problem]]


def _nothing_wrong(site: Path) -> Iterable[Problem]:
    return ()


class Search(StrEnum):
    """Whether the site gets a new search index, keeps the one it has, or has none."""

    FRESH = "fresh"
    KEPT = "kept"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants built: from where, to where, how; the addresses stand in for those in mkdocs.yml.

    Without `has_data` there are pages only: nothing for other programs, and no copies for reading offline.
    """

    root: Path
    out: Path
    today: date
    engine: str = "mkdocs"
    strict: bool = False
    search: Search = Search.FRESH
    site_url: str | None = None
    repo_url: str | None = None
    has_data: bool = True


@dataclass(frozen=True, slots=True)
class Report:
    """What a check or a build found and did; `counts` is missing when nothing was written.

    `ease` says by language how easily families read the continuum, or None where nobody can tell.
    """

    problems: tuple[Problem, ...]
    counts: Counts | None = None
    pages: int = 0
    ease: Mapping[str, int | None] = field(default_factory=dict)


def check(root: Path, today: date, progress: Progress | None = None) -> Report:
    """Everything that is wrong with the continuum in `root`, and with what its mkdocs.yml says."""
    if not (root / SETTINGS).is_file():
        return Report((no_continuum(),))
    try:
        with crew_for(root) as crew:
            loaded = _load(root, today, crew, progress)
    except OSError as error:
        return Report((_unwritable(error, root / CACHE),))
    problems = [*read_config(root)[1], *_words(root, loaded)] if loaded.outline else []
    return Report((*loaded.problems, *problems), ease=loaded.ease)


def build(
    wish: Wish,
    crew: Crew | None = None,
    progress: Progress | None = None,
    guard: AbstractContextManager[object] | None = None,
    inspect: Inspect = _nothing_wrong,
) -> Report:
    """Bring the output folder up to date, or say what forbids it; `guard` is held while folders change names.

    `inspect` looks at the finished site before it takes the place of the last one; what it finds can forbid that.
    """
    no = (refusal(wish.out, wish.root) or public_refusal(wish.out)) if _has_continuum(wish) else no_continuum()
    if no:
        return Report((no,))
    try:
        with FileLock(cache_of(wish.root) / "lock", timeout=0):
            if crew:
                return _build(wish, crew, progress, guard or nullcontext(), inspect)
            with crew_for(wish.root) as own:
                return _build(wish, own, progress, guard or nullcontext(), inspect)
    except Timeout:
        message = "another build of this folder is running"
        return Report((Problem(Span(SETTINGS), "build-running", message, hint="wait until it is done, or end it"),))
    except OSError as error:
        return Report((_unwritable(error, wish.out),))


def _has_continuum(wish: Wish) -> bool:
    return (wish.root / SETTINGS).is_file()


def _unwritable(error: OSError, place: Path) -> Problem:
    message = f"the site could not be written: {error.strerror or error}"
    hint = "make room or choose another folder; the last good site is where it was"
    return Problem(Span(place.as_posix()), "output-unwritable", message, hint=hint)


def crew_for(root: Path) -> Crew:
    """As many workers as the sources are worth."""
    return Crew(hands(sum(1 for _ in (root / "continuum").glob("*/*"))))


def cache_of(root: Path) -> Path:
    """The folder of what may be kept between builds, or deleted at any time; git never sees it."""
    folder = root / CACHE
    folder.mkdir(exist_ok=True)
    ignore = folder / ".gitignore"
    if not ignore.exists():
        ignore.write_text("*\n", encoding="utf-8")
    return folder


def _load(root: Path, today: date, crew: Crew, progress: Progress | None) -> Loaded:
    return load(root, cache_of(root), crew, today, make_of(), progress)


def _words(root: Path, loaded: Loaded) -> Iterable[Problem]:
    """What is wrong with the words that pages say themselves."""
    return placed(words_of_pages(root, loaded.setting.settings), root) if loaded.setting else ()


def _build(
    wish: Wish, crew: Crew, progress: Progress | None, guard: AbstractContextManager[object], inspect: Inspect
) -> Report:
    config, said, answer = _asked(wish)
    loaded = _load(wish.root, wish.today, crew, progress)
    if loaded.outline is None or loaded.setting is None:
        return Report(loaded.problems)
    framed = answer()
    said += [framed] if isinstance(framed, Problem) else []
    problems = (*loaded.problems, *placed(said, wish.root), *_words(wish.root, loaded))
    if isinstance(framed, Problem) or stops(problems, wish.strict):
        return Report(problems)
    stage = staging(wish.out, cache_of(wish.root))
    changed = changed_in(wish.root, by_clock=False) if config.published else {}
    has_search = wish.search is not Search.NONE
    parts = Parts(loaded.outline, loaded.setting, framed, config, has_search, changed)
    pages = assemble(parts, stage, crew, progress)
    unindexed = _indexed(pages, stage, progress) if wish.search is Search.FRESH else None
    if unindexed:
        return Report((*problems, unindexed))
    if wish.search is Search.KEPT:
        keep_index(stage)
    bind(loaded.outline, pages, stage, crew)
    bring_offline(loaded.outline, config, pages, stage, crew)
    stage.tidy()
    problems = (*problems, *inspect(stage.folder))
    if stops(problems, wish.strict):
        return Report(problems)
    with guard:
        return Report(problems, stage.exchange(), len(pages))


def _indexed(pages: Sequence[Plan], stage: Staging, progress: Progress | None) -> Problem | None:
    """The search index, which is made in one go: its bar is empty, and then full."""
    if progress:
        progress("search", 0, 1)
    problem = index(pages, stage)
    if progress:
        progress("search", 1, 1)
    return problem


def _asked(wish: Wish) -> tuple[Config, list[Problem], Answer]:
    """The theme's frame, which the engine makes while the sources are read; all it asks of them is a language."""
    setting, problems = read_setting(wish.root, [source_at(SETTINGS)])
    if setting is None:
        broken = problems[0]
        return Config(Look()), [], lambda: broken
    config, problems = read_config(wish.root, wish.site_url, wish.repo_url)
    if not wish.has_data:
        config = replace(config, published=(), offline=False)
    return config, problems, asked(wish.engine, config.look, templates() / "theme", cache_of(wish.root))
