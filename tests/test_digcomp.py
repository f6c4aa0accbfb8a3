"""A whole public framework, the EU's DigComp 3.0, as a school's folder and as a site: nothing of it is lost on the way.

The data is not part of the project: without it these tests are skipped, and say so.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from datetime import date
from importlib.util import find_spec
from pathlib import Path

import pytest
import yaml

from site_builder.model import Competency
from site_builder.problems import Severity
from site_builder.site.build import Wish, build, check
from site_builder.sources.folder import find_sources, source_at
from site_builder.sources.load import read_setting
from site_builder.sources.reading import read_source
from site_builder.sources.yaml import read_yaml
from tests.digcomp import SCALE, SKILLS, Counts, Framework, competency_file, digcomp_data, write_digcomp

TODAY = date(2026, 9, 1)
# What may be said of a framework that has no student work, one kind of area, and a level “with little or no guidance”.
EXPECTED = {"anchor-missing", "deficit-word", "exemplar-wanted", "kind-missing"}
_CELL = re.compile(r'<td[^>]* id="([^"]+)"[^>]*>(.*?)</td>', re.DOTALL)
_CODE = re.compile(r"(?:CS|LO)\d\.\d\.\d\d")
_MAIN = re.compile(r"<main.*</main>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class School:
    """The framework, the folder it was written to, and how much was written."""

    framework: Framework
    root: Path
    counts: Counts

    def competency(self, number: str) -> Competency:
        """A competence as our own reader reads it."""
        setting, problems = read_setting(self.root, find_sources(self.root)[0])
        assert setting is not None and [it for it in problems if it.severity is Severity.ERROR] == []
        thing = read_source(source_at(competency_file(self.framework, number)), setting).thing
        assert isinstance(thing, Competency)
        return thing

    def built(self, engine: str) -> Path:
        """The folder of a site that this engine frames."""
        out = self.root / f"site-{engine}"
        report = build(Wish(self.root, out, TODAY, engine))
        assert report.counts is not None, report.problems
        return out


@pytest.fixture(scope="module")
def data() -> Path:
    """Where the data lies."""
    folder = digcomp_data()
    if not folder.is_dir():
        pytest.skip(f"the data of DigComp 3.0 is not at {folder}; CONTINUUM_SHARED can name another place")
    return folder


@pytest.fixture(scope="module")
def school(data: Path, tmp_path_factory: pytest.TempPathFactory) -> School:
    """The framework as a school's folder."""
    root = tmp_path_factory.mktemp("digcomp")
    return School(Framework(data), root, write_digcomp(data, root))


@pytest.fixture(scope="module")
def site(school: School) -> Path:
    """The built site, in the frame of MkDocs."""
    return school.built("mkdocs")


@pytest.fixture(scope="module")
def zensical_site(school: School) -> Path:
    """The built site, in the frame of Zensical."""
    if find_spec("zensical") is None:
        pytest.skip("zensical is not installed")
    return school.built("zensical")


def page_of(site: Path, school: School, number: str) -> str:
    """The page of a competence."""
    file = competency_file(school.framework, number)
    return (site / file.removeprefix("continuum/").removesuffix(".yml") / "index.html").read_text(encoding="utf-8")


def cells_of(page: str) -> dict[str, str]:
    """The words of each cell of a page's grid, by the cell's anchor."""
    return {anchor: _words(inner) for anchor, inner in _CELL.findall(page)}


def mains_of(site: Path) -> dict[str, str]:
    """What stands between the header and the footer of each page."""
    pages = {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in site.rglob("*.html")}
    return {address: "".join(_MAIN.findall(page)) for address, page in pages.items()}


def _words(markup: str) -> str:
    return " ".join(html.unescape(re.sub("<[^>]+>", " ", markup)).split())


def test_all_of_the_framework_is_written(school: School) -> None:
    assert school.counts == Counts(areas=5, competences=21, levels=8, statements=362, outcomes=523)
    assert len({it.code for it in school.framework.texts}) == 885


def test_our_reader_reads_what_was_written(school: School) -> None:
    files = [path for path in school.root.rglob("*.yml") if ".continuum" not in path.parts]
    assert len(files) == 1 + 1 + 5 + 21
    for path in files:
        text = path.read_text(encoding="utf-8")
        assert read_yaml(path.name, text) == (yaml.load(text, yaml.BaseLoader), [])  # noqa: S506  it makes text only


def test_names_and_descriptions_are_the_frameworks_own(school: School) -> None:
    for number in school.framework.competences:
        it = school.competency(number)
        assert it.title == school.framework.of_core("competence", number, "label")
        assert it.statement == school.framework.of_core("competence", number, "description")


def test_every_text_stands_in_the_sources_once_at_its_level(school: School) -> None:
    stands = {
        text: (skill.id, level)
        for number in school.framework.competences
        for skill in school.competency(number).skills
        for level, texts in skill.levels.items()
        for text in texts
        if text.startswith("`")
    }
    assert stands == {it.markdown: (it.skill, it.level) for it in school.framework.texts}


def test_a_pair_of_levels_belongs_to_one_of_the_four(school: School) -> None:
    assert school.framework.bands == {"Basic": "2", "Intermediate": "4", "Advanced": "6", "Highly advanced": "8"}


def test_the_folder_has_no_errors(school: School) -> None:
    problems = check(school.root, TODAY).problems
    assert [it for it in problems if it.severity is Severity.ERROR] == []
    assert {it.code for it in problems} <= EXPECTED


def test_every_text_stands_on_its_page_once_at_its_level(school: School, site: Path) -> None:
    pages = {number: cells_of(page_of(site, school, number)) for number in school.framework.competences}
    for it in school.framework.texts:
        assert f"{it.code} {it.text}" in pages[it.competence][f"{it.skill}-{it.level}"]
    codes = [code for cells in pages.values() for words in cells.values() for code in _CODE.findall(words)]
    assert sorted(codes) == sorted(it.code for it in school.framework.texts)


def test_a_competence_shows_all_its_levels_with_an_address_each(school: School, site: Path) -> None:
    page = page_of(site, school, "1.1")
    anchors = [f"1.1.{skill}-{step}" for skill in ("P", *SKILLS) for step in school.framework.steps]
    assert list(cells_of(page)) == anchors
    assert re.findall(r'<a class="cell" href="#([^"]+)"', page) == anchors


def test_what_the_framework_says_of_a_level_stands_in_each_competence(school: School, site: Path) -> None:
    for number in school.framework.competences:
        cells = cells_of(page_of(site, school, number))
        for step in school.framework.steps:
            assert school.framework.level(step, "eight_level_description") in cells[f"{number}.P-{step}"]
            assert school.framework.level(step, "applies_to") in cells[f"{number}.P-{step}"]


def test_a_level_without_texts_says_so(school: School, site: Path) -> None:
    cells = cells_of(page_of(site, school, "5.1"))
    assert "LO5.1.03" in cells["5.1.K-2"]
    assert all("not described at this level" in cells[f"5.1.K-{step}"] for step in "1345678")


def test_each_of_the_eight_levels_has_a_page(school: School, site: Path) -> None:
    for step in school.framework.steps:
        page = _words((site / "levels" / SCALE / step / "index.html").read_text(encoding="utf-8"))
        assert f"{school.framework.level(step, 'four_level_name')} {step}" in page
        assert school.framework.level(step, "eight_level_description") in page


def test_the_site_has_a_search_index(site: Path) -> None:
    assert (site / "pagefind" / "pagefind.js").is_file()
    assert list((site / "pagefind" / "fragment").iterdir())


def test_both_engines_frame_the_same_pages(site: Path, zensical_site: Path) -> None:
    pages = mains_of(site)
    assert len(pages) == 42
    assert all(len(main) > 500 for main in pages.values())
    assert pages == mains_of(zensical_site)
    assert (zensical_site / "pagefind" / "pagefind.js").is_file()


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("statements-en.csv", "CS1.1.02", "CS1.1.01", "twice"),
        ("statements-en.csv", '"source"', '"text"', "columns"),
        ("statements-en.csv", "Identify the main features", "Name the main features", "CS1.1.02 says one thing"),
        ("outcomes-en.csv", '"digcomp.outcome.LO1.1.03"', '"digcomp.outcome.LO1.1.99"', "do not hold the same"),
    ],
)
def test_data_that_does_not_agree_is_refused(
    data: Path, tmp_path: Path, file: str, old: str, new: str, said: str
) -> None:
    for path in (*data.glob("*-en.csv"), *data.glob("*.jsonld")):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    text = (tmp_path / file).read_text(encoding="utf-8")
    assert old in text
    (tmp_path / file).write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(ValueError, match=said):
        write_digcomp(tmp_path, tmp_path / "school")
