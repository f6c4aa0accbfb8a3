"""Files that are two things at once, or another thing than their name says."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from site_builder.sources.media import Refusal, kind_of
from site_builder.sources.published import published
from tests.sources.media.pictures import picture, saved, segment
from tests.sources.media.sounds import box, id3, m4a, mp3_frame, wav, wav_chunk

SCRIPT = b"*/=1;attack();/*<script>attack()</script>"


def _archive() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("attack.html", SCRIPT)
    return out.getvalue()


PNG, GIF = saved(picture(), "PNG"), saved(picture(), "GIF")
TWO_AT_ONCE = {
    "a GIF that is a script": ("a.gif", GIF[:6] + GIF[6:] + SCRIPT),
    "a GIF with a script in a comment": ("a.gif", saved(picture(), "GIF", comment=SCRIPT)),
    "a JPEG with a page in a comment": ("a.jpg", saved(picture(), "JPEG", comment=SCRIPT)),
    "a JPEG with a page in its notes": ("a.jpg", b"\xff\xd8" + segment(0xE5, SCRIPT) + saved(picture(), "JPEG")[2:]),
    "a PNG that is an archive": ("a.png", PNG + _archive()),
    "a WebP with another chunk": ("a.webp", saved(picture(), "WEBP", exif=SCRIPT, lossless=True)),
    "an MP3 with a page in its tag": ("a.mp3", id3(SCRIPT) + mp3_frame() * 3 + SCRIPT),
    "an M4A with a page in a box": ("a.m4a", m4a(notes=box(b"free", SCRIPT))),
    "a WAV that is an archive": ("a.wav", wav() + wav_chunk(b"PK__", SCRIPT) + _archive()),
}
OTHER_NAMES = {
    "a page that is called a picture": ("a.png", b"<!doctype html>" + SCRIPT),
    "a page that is called a recording": ("a.mp3", b"<!doctype html>" + SCRIPT),
    "a picture that is called a recording": ("a.mp3", PNG),
    "a picture that is called a page": ("a.html", PNG),
    "a picture that is called a program": ("a.js", GIF),
    "a recording that is called a picture": ("a.gif", wav()),
    "an archive that is called a picture": ("a.jpg", _archive()),
    "a script behind the beginning of a GIF": ("a.gif", b"GIF89a/*" + SCRIPT),
    "a page behind the beginning of a recording": ("a.mp3", b"ID3" + SCRIPT * 20),
}


@pytest.mark.parametrize("name", TWO_AT_ONCE)
def test_of_a_file_that_is_two_things_the_picture_or_the_sound_is_kept(tmp_path: Path, name: str) -> None:
    file, data = TWO_AT_ONCE[name]
    assert b"attack" in data
    made = published(file, data, tmp_path)
    assert isinstance(made, tuple)
    for version in made[0].versions:
        kept = (tmp_path / version.digest).read_bytes()
        assert b"attack" not in kept
        assert b"PK\x03\x04" not in kept
        assert version.name.endswith({"jpeg": ".jpg"}.get(kind_of(kept) or "", f".{kind_of(kept)}"))


@pytest.mark.parametrize("name", OTHER_NAMES)
def test_a_file_that_is_another_thing_than_its_name_says_is_refused(tmp_path: Path, name: str) -> None:
    made = published(*OTHER_NAMES[name], tmp_path / "shelf")
    assert isinstance(made, Refusal)
    assert made.hint
    assert not (tmp_path / "shelf").exists()


def test_a_picture_whose_name_says_another_kind_of_picture_gets_its_own_ending(tmp_path: Path) -> None:
    made = published("a.jpg", PNG, tmp_path)
    assert isinstance(made, tuple)
    assert [Path(it.name).suffix for it in made[0].versions] == [".webp", ".png"]
