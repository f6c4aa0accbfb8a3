"""Ids that would take the place of something in the browser: `location`, `body`, `__proto__`."""

from __future__ import annotations

import pytest

from site_builder.sources.markdown import block, headings
from tests.attacks.everywhere import pages
from tests.project import Project
from tests.safe_html import Reader

# Names by which scripts reach for the window, the document, a form and every object.
NAMES = frozenset(
    [
        "__proto__",
        "__defineGetter__",
        "constructor",
        "hasOwnProperty",
        "prototype",
        "toString",
        "valueOf",
        "isPrototypeOf",
        "location",
        "window",
        "self",
        "top",
        "parent",
        "frames",
        "opener",
        "document",
        "body",
        "head",
        "title",
        "forms",
        "images",
        "links",
        "scripts",
        "anchors",
        "all",
        "cookie",
        "domain",
        "referrer",
        "defaultView",
        "documentElement",
        "activeElement",
        "createElement",
        "getElementById",
        "querySelector",
        "write",
        "open",
        "close",
        "name",
        "status",
        "length",
        "history",
        "navigator",
        "screen",
        "origin",
        "event",
        "external",
        "alert",
        "confirm",
        "prompt",
        "fetch",
        "print",
        "stop",
        "find",
        "focus",
        "blur",
        "scroll",
        "caches",
        "crypto",
        "performance",
        "localStorage",
        "sessionStorage",
        "indexedDB",
        "customElements",
        "action",
        "method",
        "target",
        "submit",
        "reset",
        "elements",
        "attributes",
        "children",
        "parentNode",
        "nextSibling",
        "innerHTML",
        "id",
    ]
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A site with headings, competencies, skills and levels of such names."""
    project = Project(tmp_path_factory.mktemp("names"))
    sections = "\n\n".join(f"## `{it}`\n\n[to](#{it.lower()})[^{it}]\n\n[^{it}]: x" for it in sorted(NAMES))
    project.write("continuum/pages/families.md", f"---\ntitle: location\n---\n{sections}\n")
    project.change("continuum/continuum.yml", "- {id: self,", "- {id: body,")
    project.change("continuum/pathways/first.yml", "level: self", "level: body").change(
        "exemplars/agency/alone/index.md", "level: self", "level: body"
    )
    project.change("continuum/agency/set-a-goal.md", "  self:", "  body:")
    project.change("continuum/literacy/retell.yml", "id: LIT.RET", "id: location").change(
        "continuum/pathways/first.yml", "LIT.RET", "location"
    )
    assert project.build().code == 0, project.output
    return project


def test_no_id_on_any_page_is_a_name_of_the_browser(site: Project) -> None:
    for file, html in pages(site).items():
        elements = [attributes for _, attributes in Reader(html).elements]
        ids = [it["id"] for it in elements if "id" in it]
        assert len(ids) == len(set(ids)), file
        assert not NAMES & {*ids, *(it["name"] for it in elements if "name" in it)}, file


def test_links_still_lead_to_what_has_such_a_name(site: Project) -> None:
    families, competency = site.page("families/"), site.page("literacy/retell/")
    assert 'href="#s-location"' in families
    assert 'id="s-location"' in families
    assert 'href="#location-2"' in competency
    assert 'id="location-2"' in competency


@pytest.mark.parametrize("name", sorted(NAMES))
def test_a_heading_has_the_prefix_of_its_page(name: str) -> None:
    (heading,) = headings(f"# `{name}`", "s-")
    assert heading.id == f"s-{name.lower()}"
    assert f'id="{name}"' not in block(f"# {name}\n\n[^{name}]\n\n[^{name}]: x")


def test_an_id_that_is_no_word_is_refused(project: Project) -> None:
    project.change("continuum/literacy/retell.yml", "id: LIT.RET", "id: __proto__")
    assert project.check().code == 1
    assert "continuum/literacy/retell.yml:1:5: error[value]" in project.output
