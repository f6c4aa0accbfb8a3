"""HTML in a text, which would load, run, send or restyle something."""

from __future__ import annotations

import pytest

from tests.attacks.everywhere import pages, places, write_everywhere
from tests.project import Project
from tests.safe_html import words

ELEMENTS = (
    "<script>attack()</script>",
    "<script src=https://attack.example/x.js></script>",
    '<iframe srcdoc="<script>attack()</script>"></iframe>',
    "<form action=https://attack.example><input name=attack autofocus onfocus=attack()></form>",
    "<svg onload=attack()><use href=https://attack.example/x.svg></use></svg>",
    '<style>@import "https://attack.example/x.css"</style>',
    "<base href=https://attack.example/>",
    "<link rel=stylesheet href=https://attack.example/x.css>",
    '<meta http-equiv=refresh content="0; url=https://attack.example/">',
    "<img src=https://attack.example/x.png onerror=attack()>",
    "<math><mtext></p><style><img src=x onerror=attack()></style></mtext></math>",
    '<a href="https://attack.example/" ping="https://attack.example/" style="position:fixed;inset:0">',
    "<!-- attack --><?attack?><![CDATA[attack]]>",
    "</article></main></body></html>",
)
ALLOWED = {
    "text",
    "title",
    "meta@content",
    "img@alt",
    "audio@aria-label",
    "a@title",
    "a@aria-label",
    "input@data-is",
    "h2@id",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A site all of whose texts are such HTML: in one line, and as blocks."""
    project = write_everywhere(Project(tmp_path_factory.mktemp("html")), " ".join(ELEMENTS), "\n\n".join(ELEMENTS))
    assert project.build().code == 0, project.output
    return project


def test_html_in_a_text_is_text_on_every_page(site: Project) -> None:
    for file, html in pages(site).items():
        assert places(html, "attack") <= ALLOWED, file
        assert html.count("</html>") == html.count("</body>") == 1


@pytest.mark.parametrize("element", ELEMENTS)
def test_html_in_a_text_is_shown_letter_by_letter(site: Project, element: str) -> None:
    for address in ("families/", "exemplars/literacy/lunch/", "literacy/argue/", "agency/set-a-goal/"):
        assert element in words(site.page(address))
