"""What families keep for reading offline: brought into the spare folder when everything else is there."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

from site_builder import addresses
from site_builder.look.sizes import size_in
from site_builder.make import make_of
from site_builder.outline import Outline
from site_builder.resources import templates
from site_builder.site.config import Config
from site_builder.site.copies import Sizes, copies, list_file, packed, site
from site_builder.site.finished import Finished
from site_builder.site.icons import icon, icon_names
from site_builder.site.manifest import manifest, manifest_file
from site_builder.site.pages.home import downloads
from site_builder.site.pieces import write_all
from site_builder.site.plan import Plan
from site_builder.site.publish import Staging
from site_builder.site.render import render
from site_builder.site.search import ENTRY, FOLDER
from site_builder.site.tree import Tree
from site_builder.sources.crew import Crew
from site_builder.sources.digest import digest, digest_of_bytes

WORKER = "sw.js"
KIND = "offline"


def bring_offline(outline: Outline, config: Config, pages: Sequence[Plan], stage: Staging, crew: Crew) -> None:
    """Have the pages on which copies are kept, the lists of what is in them, and the worker that answers with them.

    Where a school offers none, a worker that takes itself and every copy away.
    """
    if not config.offline:
        _bring(stage, {WORKER: (templates() / KIND / "gone.js").read_bytes()})
        return
    known = Finished(stage)
    found = copies(outline, pages, stage.wanted, _entry(stage))
    sizes = {it.tongue.code: it.sizes(known) for it in found}

    def make(files: Sequence[str], folder: Path) -> None:
        if files:
            crew.tell(sizes=sizes)
            render(crew, [plan for plan in pages if plan.file in files], outline, folder)

    stage.bring({plan.file: _key(plan, sizes[plan.language]) for plan in pages if plan.kind == KIND}, make)
    files = {list_file(it.tongue): it.listed(known) for it in found}
    known.keep()
    _bring(stage, {**files, WORKER: _worker(outline, config, pages)})


def bring_manifests(trees: Mapping[str, Tree], stage: Staging) -> None:
    """Have what a browser needs to put the site on a home screen."""
    icons = icon_names()
    _bring(stage, {manifest_file(language): manifest(tree, icons) for language, tree in trees.items()})
    drawn_by = version("pillow") if icons else ""
    keys = {f"{addresses.OFFLINE}{name}": digest(make_of(), name, drawn_by) for name in icons}
    stage.bring(keys, _draw)


def _key(plan: Plan, sizes: Sizes) -> str:
    """The page says how much a copy is, so it is made anew when that reads differently."""
    amounts = (sizes.page_bytes, sizes.picture_bytes, sizes.page_bytes + sizes.picture_bytes)
    return digest(plan.key, str(sizes.pages), str(sizes.pictures), *(size_in(plan.language, it) for it in amounts))


def _worker(outline: Outline, config: Config, pages: Sequence[Plan]) -> bytes:
    """The worker with the addresses of this site; it changes only where one comes or goes."""
    offered = [it.href for it in downloads(config.published, outline.settings)]
    said = packed(site(outline, pages, offered))
    return (templates() / KIND / WORKER).read_bytes() + b"\nconst SITE = " + said + b";\n"


def _entry(stage: Staging) -> dict[str, Any]:
    """What the search index says of itself; nothing where there is none."""
    file = f"{FOLDER}/{ENTRY}"
    said: dict[str, Any] = json.loads((stage.folder / file).read_bytes()) if file in stage.wanted else {}
    return said


def _bring(stage: Staging, files: Mapping[str, bytes]) -> None:
    stage.bring({file: digest_of_bytes(data) for file, data in files.items()}, partial(write_all, files))


def _draw(files: Sequence[str], folder: Path) -> None:
    for file in files:
        (folder / file).write_bytes(icon(file.rpartition("/")[2]))
