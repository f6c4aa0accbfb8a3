"""A recording made safe to publish: what sounds, and nothing that was written beside it."""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from site_builder.sources.media.kind import kind_of, name_of
from site_builder.sources.media.mp3 import without_tags
from site_builder.sources.media.mp4 import only_tracks
from site_builder.sources.media.refusal import Refusal
from site_builder.sources.media.wav import only_samples


@dataclass(frozen=True, slots=True)
class Sound:
    """A recording (or film) without metadata; `seconds` is 0 where the file does not tell."""

    data: bytes
    suffix: str
    seconds: float = 0.0


_READERS: Mapping[str, Callable[[bytes], tuple[bytes, float]]] = {
    "mp3": without_tags,
    "m4a": only_tracks,
    "mp4": only_tracks,
    "wav": only_samples,
}


def safe_sound(data: bytes) -> Sound | Refusal:
    """The recording without any metadata, or why it is not published."""
    kind = kind_of(data)
    read = _READERS.get(kind or "")
    if read is None:
        message = f"this file is {name_of(kind)}, and a page cannot play it"
        return Refusal("sound-kind", message, "save it as MP3, M4A, MP4 or WAV")
    try:
        kept, seconds = read(data)
    except (ValueError, struct.error):
        message = f"this file says it is {name_of(kind)}, but it is damaged, or was never finished"
        hint = "listen to it in an audio program, and save it again as MP3, M4A, MP4 or WAV"
        return Refusal("sound-damaged", message, hint)
    return Sound(kept, f".{kind}", seconds)
