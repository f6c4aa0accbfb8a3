"""What a school sees when a source is refused."""

from __future__ import annotations

from tests.project import Project


def refused(project: Project, *said: str) -> None:
    """A build ends with exit code 1, says this, and writes nothing."""
    project.build()
    assert project.code == 1
    for words in said:
        assert words in project.output
    assert not (project.root / "site").exists()
