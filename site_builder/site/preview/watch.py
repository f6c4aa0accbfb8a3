"""Which sources have changed, as soon as they are saved."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Queue

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch

_FOLDERS = ("continuum", "exemplars")
_FILES = ("mkdocs.yml",)
_READ_ONLY = ("opened", "closed_no_write")

# The library speaks of its own threads while it stops; nobody who writes a continuum can do anything about it.
logging.getLogger("watchdog").addHandler(logging.NullHandler())


@contextmanager
def watching(root: Path, changes: Queue[str]) -> Iterator[None]:
    """While this is open, the place of each source that changes below `root` is put into `changes`.

    What builds leave in the same folder is not looked at.
    """
    observer = Observer()
    handler = _Changes(changes, root, observer)
    observer.schedule(handler, str(root))
    for folder in _FOLDERS:
        if (root / folder).is_dir():
            handler.follow(folder)
    observer.start()
    try:
        yield
    finally:
        observer.stop()
        observer.join()


class _Changes(FileSystemEventHandler):
    def __init__(self, changes: Queue[str], root: Path, observer: BaseObserver) -> None:
        self.changes = changes
        self.root = root
        self.observer = observer
        self.followed: dict[str, ObservedWatch] = {}

    def follow(self, folder: str) -> None:
        """Watch a folder of sources with all below it."""
        if folder in self.followed:
            self.observer.unschedule(self.followed.pop(folder))  # of the folder that was there before
        self.followed[folder] = self.observer.schedule(self, str(self.root / folder), recursive=True)

    def on_any_event(self, event: FileSystemEvent) -> None:
        """One event for each name that a change has touched."""
        if event.event_type in _READ_ONLY or (event.is_directory and event.event_type == "modified"):
            return
        for name in (event.src_path, event.dest_path):
            parts = Path(str(name)).relative_to(self.root).parts if name else ()
            if parts and parts[0] in (*_FOLDERS, *_FILES):
                self.changes.put("/".join(parts))
        self._follow_new(event)

    def _follow_new(self, event: FileSystemEvent) -> None:
        """A folder of sources that is made while the preview runs is watched from then on."""
        made = Path(str(event.dest_path or event.src_path))
        is_new = event.is_directory and event.event_type in ("created", "moved")
        if is_new and made.parent == self.root and made.name in _FOLDERS:
            self.follow(made.name)
