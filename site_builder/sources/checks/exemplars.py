"""Promises of an exemplar's own folder."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model import Exemplar, Mode
from site_builder.problems import Problem, Severity, Spot
from site_builder.sources.markdown import Quote, find_quotes
from site_builder.sources.media.kind import is_picture, is_recording
from site_builder.sources.sidecars import translated_by

_NEEDS = {
    Mode.IMAGE: (is_picture, ".png, .jpg, .webp or .gif"),
    Mode.AUDIO: (is_recording, ".mp3, .m4a, .mp4 or .wav"),
    Mode.VIDEO: (is_recording, ".mp4"),
}


def work_is_there(exemplar: Exemplar, files: frozenset[str]) -> Iterator[Problem]:
    """There is something to look at, of the kind that is promised."""
    if not exemplar.body.strip() and not exemplar.media:
        message = f"“{exemplar.title}” has no work in it"
        yield Problem(
            Spot(exemplar.source),
            "work-missing",
            message,
            hint="put the student's words under the head, or list “media:”",
        )
    is_needed, endings = _NEEDS.get(exemplar.mode, (None, ""))
    if is_needed and not any(is_needed(medium.file) for medium in exemplar.media):
        message = (
            f"“{exemplar.title}” is said to be of the kind “{exemplar.mode}”, and no such file is listed in “media”"
        )
        yield Problem(
            Spot(exemplar.source, ("mode",)), "medium-missing", message, hint=f"list a file that ends in {endings}"
        )


def media_are_there(exemplar: Exemplar, files: frozenset[str]) -> Iterator[Problem]:
    """Each file that is listed lies beside index.md."""
    for number, medium in enumerate(exemplar.media):
        at = Spot(exemplar.source, ("media", number, "file"))
        if "/" in medium.file or "\\" in medium.file or medium.file.startswith("."):
            message = f"“{medium.file}” does not lie beside this file"
            yield Problem(at, "medium-outside", message, hint="put it into this folder, and name it without a path")
        elif medium.file not in files:
            close = [file for file in sorted(files) if file.casefold() == medium.file.casefold()]
            hint = f"did you mean “{close[0]}”?" if close else "put it into this folder, or check its name"
            yield Problem(at, "medium-missing", f"there is no file “{medium.file}” here", hint=hint)


def media_have_words(exemplar: Exemplar, files: frozenset[str]) -> Iterator[Problem]:
    """A picture has a text for those who cannot see it, a recording for those who cannot hear it."""
    for number, medium in enumerate(exemplar.media):
        at = Spot(exemplar.source, ("media", number))
        if is_picture(medium.file) and not medium.alt:
            message = f"“{medium.file}” has no “alt”: somebody who cannot see it is told nothing"
            yield Problem(at, "alt-missing", message, hint="say in one to three sentences what it shows")
        if is_recording(medium.file) and not medium.transcript:
            message = f"“{medium.file}” has no “transcript”: somebody who cannot hear it is told nothing"
            yield Problem(at, "transcript-missing", message, hint="write down every word that is said")


def annotations_point_at_media(exemplar: Exemplar, files: frozenset[str]) -> Iterator[Problem]:
    """A note on a picture or a recording points at one that is listed, within its bounds."""
    listed = {medium.file for medium in exemplar.media}
    for number, note in enumerate(exemplar.annotations):
        named = note.image or note.audio
        if named and named not in listed:
            at = Spot(exemplar.source, ("annotations", number, "image" if note.image else "audio"))
            yield Problem(
                at,
                "annotation-astray",
                f"this note points at “{named}”, which “media” does not list",
                hint=f"listed here: {', '.join(sorted(listed)) or 'nothing yet'}",
            )
        if note.region and (note.region[0] + note.region[2] > 100 or note.region[1] + note.region[3] > 100):
            at = Spot(exemplar.source, ("annotations", number, "region"))
            yield Problem(
                at,
                "annotation-astray",
                "this region reaches beyond the picture",
                hint="x + width and y + height are at most 100 (percent)",
            )
        if note.time and note.time[1] <= note.time[0]:
            at = Spot(exemplar.source, ("annotations", number, "time"))
            yield Problem(
                at, "annotation-astray", "this time ends before it begins", hint="write [from, to] in seconds"
            )


def annotations_find_their_quotes(exemplar: Exemplar, files: frozenset[str]) -> Iterator[Problem]:
    """A quote stands in the work exactly once, or the note says which occurrence it means."""
    noted = [(number, note) for number, note in enumerate(exemplar.annotations) if note.quote]
    quotes = [Quote(number + 1, note.quote, note.occurrence or 1) for number, note in noted]
    for (number, note), times in zip(noted, find_quotes(exemplar.body, quotes), strict=True):
        at = Spot(exemplar.source, ("annotations", number, "quote"))
        if times == 0:
            yield Problem(
                at,
                "quote-missing",
                f"the work does not say “{_short(note.quote)}”",
                hint="copy the words letter by letter from one paragraph of the work",
            )
        elif note.occurrence > times:
            yield Problem(
                at,
                "quote-missing",
                f"the work says “{_short(note.quote)}” {times} times, not {note.occurrence}",
                hint=f"“occurrence” is at most {times}",
            )
        elif times > 1 and not note.occurrence:
            yield Problem(
                at,
                "quote-unclear",
                f"the work says “{_short(note.quote)}” {times} times",
                hint="quote a few words more, or say which: “occurrence: 2”",
            )


def level_is_explained(exemplar: Exemplar, files: frozenset[str]) -> Iterator[Problem]:
    """Readers learn why the work shows this level, from notes on the work."""
    if not exemplar.annotations:
        message = f"“{exemplar.title}” has no notes: nobody can see what shows the level"
        yield Problem(Spot(exemplar.source), "annotation-missing", message, Severity.WARNING, "add “annotations:”")
    if not exemplar.why:
        message = f"“{exemplar.title}” does not say why it shows level {exemplar.level}"
        yield Problem(Spot(exemplar.source), "why-missing", message, Severity.WARNING, "add “why:” in one sentence")


def files_are_used(exemplar: Exemplar, files: frozenset[str]) -> Iterator[Problem]:
    """A file in the folder that “media” does not list is not published, and that is said."""
    used = {medium.file for medium in exemplar.media} | {"index.md"}
    for file in sorted(it for it in files - used if "index.md" not in translated_by(it)):
        message = f"“{file}” lies beside this file and is not published"
        yield Problem(
            Spot(exemplar.source), "file-unused", message, Severity.WARNING, "list it in “media”, or delete it"
        )


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"
