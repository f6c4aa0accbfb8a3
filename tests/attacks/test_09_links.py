"""Links that would run a program instead of leading to a page."""

from __future__ import annotations

import pytest

from site_builder.look.links import resolver
from site_builder.sources.markdown import block
from site_builder.sources.targets import Known
from tests.project import Project
from tests.safe_html import faults, words

LINKS = (
    "[x](javascript:alert(1))",
    "[x](JAVASCRIPT:alert(1))",
    "[x](java&#115;cript:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](java&Tab;script:alert(1))",
    "[x](java&NewLine;script:alert(1))",
    "[x](<\tjavascript:alert(1)>)",
    "[x](&#x200b;javascript:alert(1))",
    "[x](javascript://example.org/%0aalert(1))",
    '[x](javascript:alert(1) "title")',
    "[x](data:text/html,<script>alert(1)</script>)",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:msgbox(1))",
    "[x](file:///etc/passwd)",
    "[x](blob:https://example.org/1)",
    "[x](//example.org/x)",
    "[x](\\\\example.org\\x)",
    "![x](javascript:alert(1))",
    "![x](data:image/svg+xml;base64,PHN2Zz4=)",
    "![x](https://example.org/x.png)",
)
BARE = ("<javascript:alert(1)>", "<data:text/html,x>", "<vbscript:x>", "[x][y]\n\n[y]: javascript:alert(1)")


@pytest.mark.parametrize("text", LINKS + BARE)
def test_a_link_that_runs_a_program_is_not_a_link(text: str) -> None:
    made = block(text, resolver(lambda: Known({}, {}), "continuum/pages/families.md", "../"))
    assert faults(made) == []
    assert "<a" not in made
    assert "<img" not in made
    assert words(made)


def test_each_of_them_is_pointed_at_and_nothing_is_built(project: Project) -> None:
    listed = "\n\n".join(it for it in LINKS if "https://example.org/x.png" not in it)
    project.write("continuum/pages/families.md", f"---\ntitle: For families\n---\n{listed}\n")
    assert project.build().code == 1
    for number, text in enumerate(listed.split("\n\n")):
        assert f"continuum/pages/families.md:{4 + 2 * number}:1: error[link-broken]" in project.output, text
    assert not (project.root / "site").exists()


def test_a_link_in_any_text_is_pointed_at(project: Project) -> None:
    project.change(
        "continuum/literacy/argue.yml", "I can say what I think about a topic.", '"[x](javascript:alert(1))"'
    )
    assert project.check().code == 1
    assert "error[link-broken]: the link “javascript:alert(1)” leads nowhere" in project.output
