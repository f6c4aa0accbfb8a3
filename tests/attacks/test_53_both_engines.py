"""Attack 53: whichever engine makes the frame, what stands within it is the same."""

from __future__ import annotations

import re

import pytest

from tests.project import Project
from tests.site.pictured import with_pictures

MAIN = re.compile(r"<article class=\"md-content__inner.*?</article></div>", re.DOTALL)


def mains(project: Project, engine: str) -> dict[str, str]:
    """What stands within the frame of each page."""
    assert project.build("--engine", engine).code == 0, project.output
    pages = {file: data.decode("utf-8") for file, data in project.tree().items() if file.endswith(".html")}
    return {file: found[0] for file, html in pages.items() if (found := MAIN.search(html))}


def test_both_engines_show_the_same(tmp_path_factory: pytest.TempPathFactory) -> None:
    pytest.importorskip("zensical", reason="the other engine is not installed: pip install zensical")
    project = with_pictures(Project(tmp_path_factory.mktemp("school")))
    first, second = mains(project, "mkdocs"), mains(project, "zensical")
    assert len(first) > 20
    assert first == second
