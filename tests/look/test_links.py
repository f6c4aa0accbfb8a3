"""What an author's link becomes on a page."""

from __future__ import annotations

import pytest

from site_builder.look.links import resolver
from site_builder.model import Page
from site_builder.sources.targets import known_targets
from tests.site.continua import competency, exemplar, small_outline

OUTLINE = small_outline(
    [competency(), competency("LIT.RET")],
    [exemplar()],
    pages=[Page("families", "For families", "", "continuum/pages/families.md")],
)


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("LIT.RET", "../../literacy/lit-ret/"),
        ("LIT.ARG.1", "../../literacy/lit-arg/#LIT.ARG.1"),
        ("LIT.ARG.1-3", "../../literacy/lit-arg/#LIT.ARG.1-3"),
        ("lit-ret.yml", "../../literacy/lit-ret/"),
        ("../literacy/lit-ret.yml", "../../literacy/lit-ret/"),
        ("../../exemplars/literacy/lunch/index.md#why", "../../exemplars/literacy/lunch/#why"),
        ("literacy/lunch", "../../exemplars/literacy/lunch/"),
        ("families", "../../families/"),
        ("/map/", "../../map/"),
        ("/map", "../../map/"),
        ("/", "../../"),
        ("#levels", "#levels"),
        ("https://example.org/a?b#c", "https://example.org/a?b#c"),
        ("HTTPS://example.org", "HTTPS://example.org"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("tel:+4912", "tel:+4912"),
        ("LIT.ARG.1-9", None),
        ("LIT.GONE", None),
        ("javascript:alert(1)", None),
        ("//example.org", None),
        ("../../../etc/passwd", None),
    ],
)
def test_a_link_leads_to_what_it_names_or_nowhere(link: str, address: str | None) -> None:
    resolve = resolver(lambda: known_targets(OUTLINE), "continuum/literacy/lit-arg.yml", "../../")
    assert resolve(link) == address
