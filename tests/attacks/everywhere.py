"""A school that writes one and the same text in every place where a text may stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from tests.project import Project
from tests.safe_html import Reader
from tests.sources.media.pictures import picture, saved
from tests.sources.media.sounds import mp3_frame

_DATA = re.compile(r'<script type="application/ld\+json">[^<>&]*</script>')
# TEXT is written as a value, in quotes; BODY stands as it is.
SOURCES = {
    "continuum/continuum.yml": """
title: TEXT
description: TEXT
version: TEXT
languages: [en]
scales:
  learning:
    - {id: 1, name: TEXT, means: TEXT}
    - {id: 2, name: TEXT, means: TEXT, target: true}
  habits:
    - {id: together, name: TEXT}
    - {id: self, name: TEXT, target: true}
areas: [literacy, agency]
judging: {rule: sustained, pieces: 2, of_latest: 3}
""",
    "continuum/literacy/area.yml": """
id: LIT
title: TEXT
kind: knowledge
scale: learning
about: TEXT
""",
    "continuum/literacy/argue.yml": """
id: LIT.ARG
title: TEXT
statement: TEXT
why: TEXT
about: TEXT
standards:
  - {code: TEXT, framework: TEXT, uri: "https://example.org/w81", match: TEXT}
skills:
  - id: LIT.ARG.1
    title: TEXT
    levels: {1: [TEXT, I can say it.], 2: [TEXT, I can say why.]}
    supports: {2: TEXT}
    at_home: TEXT
""",
    "continuum/agency/set-a-goal.md": """---
id: AGE.GOA
title: TEXT
statement: TEXT
prerequisites: [LIT.ARG]
levels: {together: TEXT, self: [TEXT, Alone.]}
supports: {self: TEXT}
---
BODY
""",
    "continuum/pathways/first.yml": """
id: first
title: TEXT
about: TEXT
credit: TEXT
requires:
  - {competency: LIT.ARG, level: 2}
""",
    "continuum/pages/index.md": "---\ntitle: TEXT\ndescription: TEXT\n---\nBODY\n",
    "continuum/pages/families.md": "---\ntitle: TEXT\ndescription: TEXT\n---\n# BODY\n\nBODY\n",
    "exemplars/literacy/lunch/index.md": """---
title: TEXT
summary: TEXT
task: TEXT
support: TEXT
time: TEXT
writer: TEXT
competency: LIT.ARG
level: 2
mode: writing
consent: {record: TEXT, until: 2099-06-30}
moderation: {status: moderated, panel: 3, on: 2026-05-12, note: TEXT}
work: {licence: TEXT}
media:
  - {file: table.png, alt: TEXT, title: TEXT, words: TEXT}
  - {file: talk.mp3, title: TEXT, transcript: TEXT}
annotations:
  - {quote: nine minutes, skill: LIT.ARG.1, level: 2, note: TEXT}
  - {image: table.png, region: [1, 2, 3, 4], skill: LIT.ARG.1, level: 2, note: TEXT}
  - {audio: talk.mp3, time: [1, 2], skill: LIT.ARG.1, level: 2, note: TEXT}
why: TEXT
not_yet_next: TEXT
---
It is nine minutes.

BODY
""",
}


def write_everywhere(project: Project, text: str, body: str = "") -> Project:
    """Put a text into every value, and a text of several lines into everything that is written below a head."""
    for file in ("continuum/literacy/retell.yml", "exemplars/literacy/my-dog/index.md"):
        project.remove(file)
    for file, source in SOURCES.items():
        project.write(file, source.lstrip().replace("TEXT", _quoted(text)).replace("BODY", body or text))
    work = "exemplars/literacy/lunch/"
    return project.write(f"{work}table.png", saved(picture(), "PNG")).write(f"{work}talk.mp3", mp3_frame() * 9)


def _quoted(text: str) -> str:
    """The text in double quotes, with escapes for what is not ASCII."""
    return str(yaml.safe_dump(text, default_style='"', width=1_000_000)).strip()


def pages(project: Project) -> dict[str, str]:
    """Every page of the built site."""
    return {file: data.decode() for file, data in project.tree().items() if file.endswith(".html")}


def places(html: str, words: str) -> set[str]:
    """Where in a page these words stand: in the text, in the program of a script, in an attribute as img@alt.

    Data for search engines is no program, as long as nothing in it can end its element.
    """
    return set(_places(Reader(_DATA.sub("", html)), words))


def _places(reader: Reader, words: str) -> Iterator[str]:
    for tag, said in reader.texts:
        if words in said:
            yield tag if tag in ("script", "style", "title") else "text"
    for tag, attributes in reader.elements:
        for name, value in attributes.items():
            if words in name or words in tag:
                yield "a name"
            if words in value:
                yield f"{tag}@{name}"
