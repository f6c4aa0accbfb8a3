"""Data that is published beside the pages: of each publication, only what has changed is made again.

What a competency gives is made by the worker that has its source in memory already. The files of the whole are put
together from what all competencies gave, most of which is kept from the last build.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from site_builder.exchange.data.publication import Content, Publication, View
from site_builder.model import Competency
from site_builder.outline import CompetencyCard, Outline
from site_builder.site.config import Config
from site_builder.site.data_keys import Keys
from site_builder.site.fragments import Fragments
from site_builder.site.publish import Staging
from site_builder.sources.crew import Crew, Memory
from site_builder.sources.load import home_of, read_again

_FOLDER = "data"


@dataclass(frozen=True, slots=True)
class _Task:
    """A competency to be made: by its id, from its source, and which of its files are to be written."""

    id: str
    source: str
    files: tuple[str, ...]


def bring_data(outline: Outline, config: Config, changed: Mapping[str, datetime], stage: Staging, crew: Crew) -> None:
    """Have the data that a school publishes in the spare folder; the crew has been told all that pages need."""
    if not config.published:
        return
    crew.tell(changed=changed, view=None)
    view = _view(outline, config, changed)
    keys = Keys(view)
    for name in config.published:
        _Bringing(_publication(name), view, keys, stage).bring(crew)


def _publication(name: str) -> Publication:
    """The publication of this name; what it takes to make one is loaded only where one is wanted."""
    from site_builder.exchange.data.publications import PUBLICATIONS

    return next(it for it in PUBLICATIONS if it.name == name)


def _view(outline: Outline, config: Config, changed: Mapping[str, datetime]) -> View:
    return View(outline, config.site_url, changed, config.copyright, config.published)


class _Bringing:
    """One publication on its way into the spare folder."""

    def __init__(self, publication: Publication, view: View, keys: Keys, stage: Staging) -> None:
        self.publication = publication
        self.view = view
        self.stage = stage
        self.keys = keys.of(publication.name)
        self.key_of_the_whole = keys.of_the_whole(publication.name)
        self.fragments = Fragments(stage.cache / _FOLDER, publication.name)
        self.files = {card.id: self._files(card) for card in view.outline.competencies.values()}
        self.owner = {file: id for id, names in self.files.items() for file in names}

    def bring(self, crew: Crew) -> None:
        """Have all its files there, and its fragments kept."""
        own = {file: self.keys[id] for file, id in self.owner.items()}
        self.stage.bring(own, partial(self._make, crew))
        whole = dict.fromkeys(self.publication.whole_files(self.view), self.key_of_the_whole)
        self.stage.bring(whole, self._put_together)
        self.fragments.save(list(self.keys.values()))

    def _files(self, card: CompetencyCard) -> tuple[str, ...]:
        kept = self.fragments.kept.get(self.keys[card.id])
        return kept.files if kept else self.publication.files_of(card, self.view)

    def _make(self, crew: Crew, lacking: Sequence[str], folder: Path) -> None:
        """Make the competencies of which a file is lacking, or the fragment."""
        wanted: dict[str, list[str]] = {id: [] for id, key in self.keys.items() if key not in self.fragments.kept}
        for file in lacking:
            wanted.setdefault(self.owner[file], []).append(file)
        cards = self.view.outline.competencies
        tasks = [_Task(id, cards[id].source, tuple(files)) for id, files in wanted.items()]
        work = partial(_portion, self.publication.name, str(folder))
        for portion in crew.each(work, _shares(tasks, crew.size)):
            self.fragments.add((self.keys[id], self.files[id], fragment) for id, fragment in portion)

    def _put_together(self, lacking: Sequence[str], folder: Path) -> None:
        if lacking:
            fragments = self.fragments.in_order(list(self.keys.values()))
            whole = self.publication.whole(self.view, fragments)
            _write_all(str(folder), {file: whole[file] for file in lacking})


def _portion(name: str, folder: str, memory: Memory, tasks: list[_Task]) -> list[tuple[str, bytes]]:
    """Write the files of these competencies that are wanted, and give their fragments."""
    publication = _publication(name)
    view: View = memory["view"] or _view(memory["outline"], memory["config"], memory["changed"])
    memory["view"] = view
    fragments = []
    for task in tasks:
        thing = read_again(memory, memory["setting"], task.source)
        assert isinstance(thing, Competency)
        made = publication.portion(thing, view)
        _write_all(folder, {file: made.files[file] for file in task.files})
        fragments.append((task.id, made.fragment))
    return fragments


def _write_all(folder: str, contents: Mapping[str, Content]) -> None:
    """Write these files; where one says what another says already, a link is made in a quarter of the time."""
    written: dict[int, str] = {}
    for file, content in contents.items():
        path = f"{folder}/{file}"
        before = written.setdefault(id(content), path)
        if before is path or not _linked(before, path):
            _write(path, content)


def _linked(before: str, path: str) -> bool:
    try:
        os.link(before, path)
    except OSError:  # not every disk has links
        return False
    return True


def _write(path: str, content: Content) -> None:
    with open(path, "xb") as sink:  # noqa: PTH123  there are thousands, and text is quicker than a Path
        sink.writelines((content,) if isinstance(content, bytes) else content)


def _shares(tasks: Sequence[_Task], size: int) -> list[list[_Task]]:
    shares: list[list[_Task]] = [[] for _ in range(size)]
    for task in tasks:
        shares[home_of(task.source, size)].append(task)
    return shares
