"""The styles that all pages share."""

from __future__ import annotations

from site_builder.look.styles import shared_styles
from tests.project import Project


def test_the_site_has_one_stylesheet_that_begins_with_what_is_shared(project: Project) -> None:
    built = project.build().tree()["assets/continuum.css"]
    assert built.startswith(shared_styles())
    assert b".md-header" in built[len(shared_styles()) :]
