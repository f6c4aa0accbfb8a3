"""Everything a site consists of, put together in its spare folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from site_builder.look.words import catalogue
from site_builder.make import make_of
from site_builder.outline import Outline
from site_builder.problems import Problem
from site_builder.site import offline, search
from site_builder.site.config import Config
from site_builder.site.data import bring_data
from site_builder.site.engine import Frame
from site_builder.site.pages import PUT_TOGETHER
from site_builder.site.pieces import fixed, media, write_all
from site_builder.site.plan import Plan
from site_builder.site.publish import Staging
from site_builder.site.render import brief, plans, render
from site_builder.site.shell import shell
from site_builder.site.tree import Tree, trees
from site_builder.sources.crew import Crew
from site_builder.sources.digest import digest, digest_of_bytes
from site_builder.sources.load import Progress
from site_builder.sources.reading import Setting
from site_builder.sources.targets import targets


@dataclass(frozen=True, slots=True)
class Parts:
    """What pages are made from: the outline, the way back to sources, the theme's frame, the school's configuration.

    `changed` says for published data when each source last changed.
    """

    outline: Outline
    setting: Setting
    framed: Frame
    config: Config
    has_search: bool = True
    changed: Mapping[str, datetime] = field(default_factory=dict)


def assemble(parts: Parts, stage: Staging, crew: Crew, progress: Progress | None = None) -> list[Plan]:
    """Have all pages, data, pictures and assets in the spare folder, but for pages that are made of all the others."""
    grove = trees(parts.outline, parts.setting)
    planned = [plan for tree in grove.values() for plan in plans(tree, shared(parts, tree))]
    pages = [plan for plan in planned if parts.config.offline or plan.kind != offline.KIND]
    brief(crew, grove, parts.setting, shell(parts.framed.html), parts.config, has_search=parts.has_search)
    first = [plan for plan in pages if plan.kind != offline.KIND and plan.kind not in PUT_TOGETHER]
    _bring(first, parts.outline, stage, crew, progress)
    bring_data(parts.outline, parts.config, parts.changed, stage, crew)
    if parts.config.offline:
        offline.bring_manifests(grove, stage)
    files = fixed(parts.outline, parts.framed, parts.config, pages, has_search=parts.has_search)
    stage.bring(
        {file: digest_of_bytes(data) for file, data in files.items()},
        lambda names, folder: write_all(files, names, folder),
    )
    shown = media(parts.outline, parts.setting.shelf.folder)
    stage.bring(
        {file: key for file, (key, _) in shown.items()},
        lambda names, folder: write_all({name: shown[name][1] for name in names}, names, folder),
    )
    return pages


def bind(outline: Outline, pages: Sequence[Plan], stage: Staging, crew: Crew) -> None:
    """Have the booklets among these pages in the spare folder, which are put together from the others.

    The search need not look through them, so they come after it.
    """
    _bring([plan for plan in pages if plan.kind in PUT_TOGETHER], outline, stage, crew)


def index(pages: Sequence[Plan], stage: Staging) -> Problem | None:
    """Have the search index of these pages in the spare folder, and of none that it held before."""
    stage.tidy(keep=f"{search.FOLDER}/")
    key = digest(*(f"{plan.place} {plan.key}" for plan in pages if plan.kind not in PUT_TOGETHER))
    found = search.index(stage.folder, key, stage.cache)
    if isinstance(found, Problem):
        return found
    stage.bring(dict.fromkeys(found, key), lambda names, folder: write_all(found, names, folder))
    return None


def keep_index(stage: Staging) -> None:
    """Have the search index that the live folder holds in the spare folder too, though some pages are newer."""
    kept = {file: entry.key for file, entry in stage.live.items() if file.startswith(f"{search.FOLDER}/")}
    stage.bring(kept, lambda names, folder: write_all({name: stage.out / name for name in kept}, names, folder))


def _bring(
    pages: Sequence[Plan], outline: Outline, stage: Staging, crew: Crew, progress: Progress | None = None
) -> None:
    by_file = {plan.file: plan for plan in pages}

    def make(files: Sequence[str], folder: Path) -> None:
        render(crew, [by_file[file] for file in files], outline, folder, progress)

    stage.bring({file: plan.key for file, plan in by_file.items()}, make)


def shared(parts: Parts, tree: Tree) -> str:
    """A digest of what every page of a language shows, or may link to."""
    outline = tree.outline
    everywhere = (
        make_of(),
        tree.language,
        catalogue(tree.language, parts.setting.root).digest,
        digest(parts.framed.html),
        repr(outline.settings),
        repr(outline.areas),
        repr(outline.glossary),
        repr(parts.config),
        str(parts.has_search),
        repr([(page.slug, page.title) for page in outline.pages]),
    )
    skills = (f"{skill} {card.id}" for skill, card in outline.skill_owner().items())
    return digest(*everywhere, *(target.address for target in targets(outline)), *skills)
