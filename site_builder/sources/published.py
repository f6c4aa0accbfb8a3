"""Pictures and recordings as they are published: made safe, named, and kept by what they hold."""

from __future__ import annotations

import json
import os
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

from site_builder.model import Exemplar, Medium, Page, PublishedMedium, Version
from site_builder.problems import Problem, Severity, Span, Spot
from site_builder.sources.digest import digest, digest_of_bytes
from site_builder.sources.folder import OutsideProject, inside
from site_builder.sources.markdown import pictures
from site_builder.sources.media import Picture, Refusal, Sound, kind_of, safe_image, safe_sound
from site_builder.sources.media.kind import PICTURES, RECORDINGS, is_recording, name_of

_UNSEEN = "somebody who cannot see it is told nothing"
_ALT_HINT = "write between the brackets what it shows: ![The greenhouse in May](greenhouse.jpg)"
_UNNAMED = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where media are kept once they are made safe, and by which make of the builder."""

    folder: Path = Path(".continuum", "media")
    make: str = ""


def published_media(exemplar: Exemplar, root: Path, shelf: Shelf) -> tuple[tuple[PublishedMedium, ...], list[Problem]]:
    """Each medium of a piece of work made safe, its files on the shelf under the digests of their bytes."""
    media: list[PublishedMedium] = []
    problems: list[Problem] = []
    for number, medium in enumerate(exemplar.media):
        data = bytes_of(root, exemplar.source, medium.file)
        if data is None:
            continue  # that it is not there is another check's to say
        made = _from_shelf(medium.file, data, shelf)
        at = Spot(exemplar.source, ("media", number, "file"))
        if isinstance(made, Refusal):
            problems.append(Problem(at, made.code, f"“{medium.file}” is not published: {made.message}", hint=made.hint))
            continue
        problems += _notes(at, medium, made[1])
        media.append(made[0])
    return tuple(media), problems


def published_pictures(page: Page, root: Path, shelf: Shelf) -> tuple[tuple[PublishedMedium, ...], list[Problem]]:
    """The pictures beside a hand-written page that it shows, made safe, by the names that the page gives them."""
    media: dict[str, PublishedMedium] = {}
    problems: list[Problem] = []
    for use in pictures(page.body):
        data = bytes_of(root, page.source, use.target) if not is_recording(use.target) else None
        if data is None:
            continue  # that it leads nowhere is said of all links
        at = Span(page.source, page.body_line + use.line - 1)
        made = _from_shelf(use.target, data, shelf)
        if isinstance(made, Refusal):
            problems.append(Problem(at, made.code, f"“{use.target}” is not published: {made.message}", hint=made.hint))
            continue
        if not use.alt.strip():
            problems.append(Problem(at, "alt-missing", f"“{use.target}” has no words: {_UNSEEN}", hint=_ALT_HINT))
        media[use.target] = made[0]
    return tuple(media.values()), problems


def bytes_of(root: Path, source: str, file: str) -> bytes | None:
    """What a file beside a source holds; nothing where it is no plain file of that very folder."""
    folder = (root / source).parent
    try:
        path = inside(folder, file)
    except OutsideProject:
        return None
    is_beside = "/" not in file and "\\" not in file and not file.startswith(".")
    return path.read_bytes() if is_beside and path.is_file() and not (folder / file).is_symlink() else None


def published(file: str, data: bytes, kept: Path) -> tuple[PublishedMedium, str] | Refusal:
    """A medium made safe and what was left out of it, or why it is refused; judged by its content, not its name."""
    kind = kind_of(data)
    family = _family(kind)
    if not family or family != _family(Path(file).suffix.lower().lstrip(".")):
        return Refusal("medium-kind", f"by its content it is {name_of(kind)}", _HINTS.get(kind or "", _HINT))
    made = safe_image(data) if family == "picture" else safe_sound(data)
    if isinstance(made, Refusal):
        return made
    if isinstance(made, Sound):
        return _recording(file, made, kept), ""
    return _picture(file, made, kept), made.note


def _from_shelf(file: str, data: bytes, shelf: Shelf) -> tuple[PublishedMedium, str] | Refusal:
    """The same as `published`, without making again what was made before."""
    card = shelf.folder / f"{digest(shelf.make, file, digest_of_bytes(data))}.json"
    known = _card(card)
    if known and is_whole(known[0], shelf.folder):
        return known
    made = published(file, data, shelf.folder)
    if not isinstance(made, Refusal):
        body = json.dumps([astuple(made[0]), made[1]]).encode()
        _write(card, f"{digest_of_bytes(body)}\n".encode() + body)
    return made


def _card(path: Path) -> tuple[PublishedMedium, str] | None:
    """What a card says, which begins with its own digest; nothing where it is missing or damaged."""
    try:
        head, _, body = path.read_bytes().partition(b"\n")
    except OSError:
        return None
    if head != digest_of_bytes(body).encode():
        return None
    row, note = json.loads(body)
    return medium_of(row), note


def medium_of(row: list[Any]) -> PublishedMedium:
    """A published medium from the list that `dataclasses.astuple` made of it."""
    file, is_picture, versions, seconds = row
    return PublishedMedium(file, is_picture, tuple(Version(*it) for it in versions), seconds)


def is_whole(medium: PublishedMedium, kept: Path) -> bool:
    """Whether every file of a medium is still kept as it was."""
    return all(_is_kept(kept / version.digest, version.digest) for version in medium.versions)


_HINT = "save it as JPEG or PNG, or as MP3 or M4A, and give the file that ending"
_AS_WORDS = "put the words into this file, or add a picture of the page"
_HINTS = {
    "docx": f"a document carries its writer's name and old versions: {_AS_WORDS}",
    "pdf": f"a PDF carries its writer's name: {_AS_WORDS}",
    "svg": "a drawing of this kind can hold programs: save it as PNG",
}


def _notes(at: Spot, medium: Medium, note: str) -> Iterator[Problem]:
    if note:
        yield Problem(
            at, "medium-reduced", f"“{medium.file}”: {note}", Severity.NOTE, "add the other pictures one by one"
        )


def _family(kind: str | None) -> str:
    if kind in PICTURES:
        return "picture"
    return "recording" if kind in RECORDINGS else ""


def _picture(file: str, picture: Picture, kept: Path) -> PublishedMedium:
    versions = tuple(
        _keep(f"{_stem(file)}-{it.width}", it.suffix, it.data, kept, (it.width, it.height)) for it in picture.versions
    )
    return PublishedMedium(file, True, versions)


def _recording(file: str, sound: Sound, kept: Path) -> PublishedMedium:
    return PublishedMedium(file, False, (_keep(_stem(file), sound.suffix, sound.data, kept),), sound.seconds)


def _keep(stem: str, suffix: str, data: bytes, kept: Path, size: tuple[int, int] = (0, 0)) -> Version:
    """Put the bytes where they are kept; part of their digest ends the name, so a new picture is never an old one."""
    name = digest_of_bytes(data)
    path = kept / name
    if not _is_kept(path, name):
        _write(path, data)
    return Version(f"{stem}-{name[:8]}{suffix}", *size, name)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    beside.write_bytes(data)
    beside.replace(path)


def _is_kept(path: Path, name: str) -> bool:
    try:
        return digest_of_bytes(path.read_bytes()) == name
    except OSError:
        return False


def _stem(file: str) -> str:
    """The file's name in plain letters, for an address."""
    letters = unicodedata.normalize("NFKD", Path(file).stem).encode("ascii", "ignore").decode().lower()
    return _UNNAMED.sub("-", letters).strip("-")[:40] or "file"
