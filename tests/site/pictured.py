"""A piece of work with a picture and a recording, and pages with a picture, all made here."""

from __future__ import annotations

import io
import wave

import pytest

from tests.project import Project

FOLDER = "exemplars/literacy/table"
WORK = """---
title: Our table
competency: LIT.ARG
level: 2
mode: image
consent: {record: 2026-018, until: 2099-06-30}
moderation: {status: moderated}
work: {licence: CC BY 4.0, invented: true}
media:
  - {file: table.png, alt: A table of minutes, words: "Nine, ten, nine."}
  - {file: talk.wav, title: The talk, transcript: Lunch is too short.}
annotations:
  - {image: table.png, region: [10, 42, 30, 18], skill: LIT.ARG.2, level: 2, note: Measured.}
  - {audio: talk.wav, time: [0, 1], skill: LIT.ARG.1, level: 2, note: A claim.}
why: It was measured.
---
"""


def with_pictures(project: Project) -> Project:
    """The same school with pictures and a recording; skipped where nothing can read pictures."""
    project.write("continuum/pages/board.png", _picture())
    for page in ("index", "families"):
        text = project.read(f"continuum/pages/{page}.md")
        project.write(f"continuum/pages/{page}.md", f"{text}\n![The board in the hall](board.png)\n")
    project.write(f"{FOLDER}/index.md", WORK)
    project.write(f"{FOLDER}/table.png", _picture())
    return project.write(f"{FOLDER}/talk.wav", _recording())


def _picture() -> bytes:
    image = pytest.importorskip("PIL.Image").linear_gradient("L").resize((700, 350)).convert("RGB")
    sink = io.BytesIO()
    image.save(sink, "PNG")
    return sink.getvalue()


def _recording() -> bytes:
    sink = io.BytesIO()
    with wave.open(sink, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(bytes(32000))
    return sink.getvalue()
