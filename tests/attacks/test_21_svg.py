"""Drawings that are programs: SVG in all its disguises."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.sources.media import Refusal, safe_image, safe_sound
from site_builder.sources.published import published
from tests.project import Project

_OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
DRAWINGS = {
    "plain": f'{_OPEN} width="9" height="9"><rect width="9" height="9"/></svg>',
    "script": f"{_OPEN}><script>attack()</script></svg>",
    "handler": f'{_OPEN} onload="attack()"/>',
    "foreignObject": f'{_OPEN}><foreignObject><iframe src="https://attack.example/"/></foreignObject></svg>',
    "external use": f'{_OPEN}><use href="https://attack.example/x.svg#a"/></svg>',
    "url()": f'{_OPEN}><rect style="fill:url(https://attack.example/a)"/></svg>',
    "image-set()": f"{_OPEN}><style>rect{{background:image-set('https://attack.example/a' 1x)}}</style></svg>",
    "linked picture": f'{_OPEN}><image xlink:href="https://attack.example/a.png"/></svg>',
    "entities": f'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>{_OPEN}>&a;</svg>',
    "a comment first": f"<!-- {'long ' * 300} -->{_OPEN}><script>attack()</script></svg>",
    "another prefix": '<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:script>attack()</s:script></s:svg>',
}
DISGUISES: dict[str, Callable[[str], bytes]] = {
    "as it is": str.encode,
    "with a mark": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "UTF-16": lambda text: text.encode("utf-16"),
    "packed": lambda text: gzip.compress(text.encode()),
    "behind a GIF's beginning": lambda text: b"GIF89a" + text.encode(),
    "behind a PNG's beginning": lambda text: b"\x89PNG\r\n\x1a\n" + text.encode(),
    "behind a JPEG's beginning": lambda text: b"\xff\xd8\xff\xe0" + text.encode(),
}


@pytest.mark.parametrize("disguise", DISGUISES)
@pytest.mark.parametrize("drawing", DRAWINGS)
@pytest.mark.parametrize("file", ["map.svg", "map.png", "map.mp3"])
def test_an_svg_drawing_is_refused_in_every_disguise(tmp_path: Path, file: str, drawing: str, disguise: str) -> None:
    data = DISGUISES[disguise](DRAWINGS[drawing])
    assert isinstance(safe_image(data), Refusal)
    assert isinstance(safe_sound(data), Refusal)
    assert isinstance(published(file, data, tmp_path / "shelf"), Refusal)
    assert not (tmp_path / "shelf").exists()


@pytest.mark.parametrize("file", ["map.svg", "map.png"])
def test_a_build_with_an_svg_drawing_is_refused_at_its_line(project: Project, file: str) -> None:
    project.write(f"exemplars/literacy/lunch/{file}", DRAWINGS["script"])
    project.change("exemplars/literacy/lunch/index.md", "why:", f"media:\n  - {{file: {file}, alt: A map.}}\nwhy:")
    assert project.build().code == 1
    assert "exemplars/literacy/lunch/index.md:15:12: error[medium-kind]" in project.output
    assert f"“{file}” is not published: by its content it is an SVG drawing" in project.output
    assert "save it as PNG" in project.output
    assert not (project.root / "site").exists()


def test_an_svg_drawing_that_lies_about_is_not_published(project: Project) -> None:
    for folder in ("exemplars/literacy/lunch", "continuum/pages", "continuum/literacy"):
        project.write(f"{folder}/map.svg", DRAWINGS["script"])
    assert project.build().code == 0
    assert not [file for file, data in project.tree().items() if b"attack" in data or file.endswith("map.svg")]
