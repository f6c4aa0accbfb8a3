"""What Lighthouse says of how accessible pages are: full marks, in each language.

Where Node.js or npm is not installed, or Lighthouse cannot be fetched, these tests are skipped and say why.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.lighthouse import accessibility, lighthouse
from bench.pages import FULL
from tests.e2e.samples import LANGUAGES, addresses

pytestmark = pytest.mark.browser

KINDS = ("home", "competency", "exemplar", "finder")


@pytest.fixture(scope="module")
def program() -> Path:
    """Lighthouse, fetched once for this machine."""
    found = lighthouse()
    if isinstance(found, str):
        pytest.skip(f"Lighthouse was not asked, because {found[0].lower()}{found[1:]}")
    return found


def test_lighthouse_gives_full_marks_in_every_language(program: Path, base: str) -> None:
    pages = [base + addresses(kind, language)[0] for language in LANGUAGES for kind in KINDS]
    said = accessibility(program, pages)
    assert isinstance(said, dict), said
    assert {url: it.lacking for url, it in said.items() if it.points["accessibility"] < FULL} == {}
    assert len(said) == len(pages) >= 12
