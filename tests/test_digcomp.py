"""A whole public framework, the EU's DigComp 3.0, brought in by maps: nothing of it is lost on the way.

It comes as a workbook, as JSON-LD, and as the tables of its translators. Each way is one command with one map, and all
make the same sources. The data is not part of the project: without it these tests are skipped, and say so.
"""

from __future__ import annotations

import csv
import html
import json
import os
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from openpyxl import load_workbook

from site_builder.exchange.format import ReadWish, Taken
from site_builder.exchange.formats import formats
from site_builder.exchange.framework import Framework
from site_builder.exchange.into.take import take_into
from site_builder.exchange.translations.decisions import Fate
from site_builder.exchange.translations.school_texts import SchoolTexts, read_texts
from site_builder.exchange.translations.take import take_translations
from site_builder.problems import Severity
from site_builder.site.build import Wish, build, check
from tests.exchange.schools import school_at
from tests.shell import Shell

MAPS = Path(__file__).parent / "exchange" / "maps"
TODAY = date(2026, 9, 1)
TITLES = {"CS": "Competence statements", "K": "Knowledge", "S": "Skills", "A": "Attitudes"}
# Each of the four levels is two of the eight, and its texts stand at the upper one.
BANDS = {"Basic": "2", "Intermediate": "4", "Advanced": "6", "Highly advanced": "8"}
# What may be said of a framework that has no student work, one kind of area, a level “with little or no guidance”, and
# sentences for those who write curricula.
EXPECTED = {"anchor-missing", "deficit-word", "exemplar-wanted", "hard-to-read", "kind-missing"}
_CELL = re.compile(r'<td[^>]* id="([^"]+)"[^>]*>(.*?)</td>', re.DOTALL)
_CODE = re.compile(r"(?:CS|LO)\d\.\d\.\d\d")
# A word that explains itself stands in its sentence as any other does.
_TERM = re.compile(r'<a class="term"[^>]*>(.*?)</a>', re.DOTALL)
_EXPLAINED = re.compile(r'<a class="term"[^>]*data-means="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
_MAIN = re.compile(r"<main.*</main>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Placed:
    """A statement or an outcome, under its code, in its competence's skill, at its level."""

    code: str
    text: str
    competence: str
    kind: str
    level: str

    @property
    def skill(self) -> str:
        """The id of its skill: 1.1.CS, 1.1.K."""
        return f"{self.competence}.{self.kind}"

    @property
    def markdown(self) -> str:
        """What its source says: the code, then the words."""
        return f"`{self.code}` {self.text}"


class Original:
    """The framework as its JSON-LD has it, read without any of our readers."""

    def __init__(self, data: Path) -> None:
        [file] = data.glob("*.jsonld")
        self.nodes = json.loads(file.read_text(encoding="utf-8"))["@graph"]

    def of(self, kind: str) -> list[dict[str, Any]]:
        """The nodes of one kind."""
        return [it for it in self.nodes if it["@type"] == kind]

    @cached_property
    def areas(self) -> dict[str, dict[str, Any]]:
        return {_last(it["@id"]): it for it in self.of("CompetenceArea")}

    @cached_property
    def competences(self) -> dict[str, dict[str, Any]]:
        return {_last(it["@id"]): it for it in self.of("Competence")}

    @cached_property
    def levels(self) -> dict[str, dict[str, Any]]:
        return {str(it["eight_levels_mapping"]): it for it in self.of("ProficiencyLevel")}

    @cached_property
    def texts(self) -> list[Placed]:
        """Every statement and every outcome."""
        return [self._placed(it) for it in (*self.of("CompetenceStatement"), *self.of("LearningOutcome"))]

    def _placed(self, it: Mapping[str, Any]) -> Placed:
        kind = it["type"][0] if "type" in it else "CS"
        level = BANDS[_last(it["four_levels_proficiency_name"])]
        return Placed(_last(it["@id"]), it["description"].strip(), _last(it["competence_id"]), kind, level)


@dataclass(frozen=True, slots=True)
class School:
    """The framework as it was brought in, and the folder that it was written to."""

    original: Original
    framework: Framework
    root: Path

    def built(self, engine: str) -> Path:
        """The folder of a site that this engine frames."""
        out = self.root / f"site-{engine}"
        report = build(Wish(self.root, out, TODAY, engine))
        assert report.counts is not None, report.problems
        return out


@pytest.fixture(scope="module")
def data() -> Path:
    """Where the data lies."""
    shared = Path(os.environ.get("CONTINUUM_SHARED") or Path(__file__).parents[2] / "shared")
    folder = shared / "data" / "digcomp3"
    if not folder.is_dir():
        pytest.skip(f"the data of DigComp 3.0 is not at {folder}; CONTINUUM_SHARED can name another place")
    return folder


@pytest.fixture(scope="module")
def original(data: Path) -> Original:
    return Original(data)


@pytest.fixture(scope="module")
def from_workbook(data: Path) -> Taken:
    return brought_in(data, "xlsx", "*.xlsx")


@pytest.fixture(scope="module")
def from_graph(data: Path) -> Taken:
    return brought_in(data, "jsonld", "*.jsonld")


@pytest.fixture(scope="module")
def from_tables(data: Path) -> Taken:
    return brought_in(data, "csv", "*.csv", "*.jsonld")


@pytest.fixture(scope="module")
def school(original: Original, from_workbook: Taken, tmp_path_factory: pytest.TempPathFactory) -> School:
    """What the workbook holds, as a school's folder."""
    root = tmp_path_factory.mktemp("digcomp")
    into = take_into(root, from_workbook, None, fresh=lambda: UUID(int=3, version=4))
    assert into.framework is not None, into.problems
    return School(original, into.framework, root)


@pytest.fixture(scope="module")
def in_dutch(data: Path, original: Original, tmp_path_factory: pytest.TempPathFactory) -> School:
    """The same framework with its translation, brought in by three commands and one line of continuum.yml."""
    shell = Shell(tmp_path_factory.mktemp("digcomp-nl"))
    [workbook] = data.glob("*.xlsx")
    assert shell.run("import", "sheet", workbook, "--map", MAPS / "digcomp-xlsx.yml").code == 0, shell.output
    settings = shell.folder / "continuum/continuum.yml"
    text = settings.read_text(encoding="utf-8")
    assert "languages: [en]\n" in text
    settings.write_text(text.replace("languages: [en]\n", "languages: [en, nl]\n"), encoding="utf-8", newline="")
    tables = sorted(data.glob("*-nl.csv"))
    assert shell.run("translate", "import", *tables, "--language", "nl").code == 0, shell.output
    return School(original, school_at(shell.folder), shell.folder)


@pytest.fixture(scope="module")
def dutch_site(in_dutch: School) -> Path:
    """The built site in both languages."""
    return in_dutch.built("mkdocs")


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


def brought_in(data: Path, name: str, *patterns: str) -> Taken:
    """Files of the folder, as `continuum import sheet FILES --map digcomp-….yml` reads them."""
    read = formats()["sheet"].read
    assert read is not None
    files = tuple(path for pattern in patterns for path in sorted(data.glob(pattern)))
    return read(files, ReadWish(map_file=MAPS / f"digcomp-{name}.yml"))


def framework_of(taken: Taken) -> Framework:
    assert taken.framework is not None, taken.problems
    return taken.framework


def page_of(site: Path, school: School, number: str) -> str:
    """The page of a competence."""
    file = school.framework.by_id[number].source
    return (site / file.removeprefix("continuum/").removesuffix(".yml") / "index.html").read_text(encoding="utf-8")


def cells_of(page: str) -> dict[str, str]:
    """The words of each cell of a page's grid, by the cell's anchor."""
    return {anchor: _words(inner) for anchor, inner in _CELL.findall(page)}


def mains_of(site: Path) -> dict[str, str]:
    """What stands between the header and the footer of each page."""
    pages = {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in site.rglob("*.html")}
    return {address: "".join(_MAIN.findall(page)) for address, page in pages.items()}


def explained(framework: Framework) -> dict[str, str]:
    """The words of a glossary, each with what it means."""
    return {it.term: it.means for it in framework.glossary}


def rows_in(path: Path) -> int:
    """How many rows a table has below its header."""
    with path.open(encoding="utf-8", newline="") as lines:
        return sum(1 for _ in csv.reader(lines)) - 1


def kept(taken: Taken) -> Counter[str]:
    """How many rows were set aside, by their reason."""
    counts: Counter[str] = Counter()
    for it in taken.aside:
        if re.match(r"\d+ (rows|lines) of ", it.kind) and isinstance(it.content, list):
            counts[it.why] += sum(any(row) for row in it.content)
    return counts


def _words(markup: str) -> str:
    markup = _TERM.sub(r"\1", markup)
    return " ".join(html.unescape(re.sub("<[^>]+>", " ", markup)).split())


def _last(id: str) -> str:
    return id.rpartition("/")[2]


class TestSame:
    """Three ways in, and one framework."""

    def test_all_of_the_framework_comes_in(self, original: Original, from_workbook: Taken) -> None:
        framework = framework_of(from_workbook)
        codes = Counter(code[:2] for code in _CODE.findall(" ".join(_texts(framework))))
        assert codes == {"CS": 362, "LO": 523}
        assert (len(framework.areas), len(framework.competencies)) == (5, 21)
        assert [it.id for it in framework.areas[0].scale.levels] == list("12345678")
        assert len(original.texts) == 885

    def test_the_workbook_and_the_graph_say_the_same(self, from_workbook: Taken, from_graph: Taken) -> None:
        assert framework_of(from_graph) == framework_of(from_workbook)

    def test_the_tables_of_translators_say_the_same(self, from_tables: Taken, from_graph: Taken) -> None:
        tables, graph = framework_of(from_tables), framework_of(from_graph)
        assert replace(tables, glossary=()) == replace(graph, glossary=())
        # They know each word of the glossary by a key of their own, of which its id is made.
        assert explained(tables) == explained(graph)

    def test_the_glossary_comes_in(self, original: Original, from_workbook: Taken) -> None:
        told = {it["@id"].removeprefix("Glossary/"): it["explanation"].strip() for it in original.of("Glossary")}
        glossary = framework_of(from_workbook).glossary
        assert len(told) == len({it.id for it in glossary}) == 126
        assert {it.term: it.means.strip() for it in glossary} == told

    def test_outcomes_are_knowledge_skills_and_attitudes(self, original: Original, from_tables: Taken) -> None:
        skills = framework_of(from_tables).skills.values()
        counts: Counter[str] = Counter()
        for _, it in skills:
            counts[it.title] += sum(len(texts) for texts in it.levels.values())
        kinds = Counter(TITLES[it.kind] for it in original.texts)
        assert counts == kinds | {"Proficiency": 21 * 8 * 2}


class TestNothingVanishes:
    """Each row of each file came in, or was set aside for a reason."""

    def test_of_the_workbook(self, data: Path, from_workbook: Taken) -> None:
        [file] = data.glob("*.xlsx")
        sheets = {it.title: list(it.iter_rows(values_only=True)) for it in load_workbook(file)}
        lines = {title: sum(any(row) for row in rows) for title, rows in sheets.items()}
        aside = {"ReadMe"}
        assert from_workbook.counts["rows"] == sum(lines[it] - 1 for it in lines.keys() - aside)
        assert from_workbook.counts["rows that came in"] == from_workbook.counts["rows"] == 21 + 8 + 362 + 523 + 126
        assert from_workbook.counts["lines of sheets set aside"] == sum(lines[it] for it in aside)
        assert kept(from_workbook) == {"it is about the workbook": lines["ReadMe"]}

    def test_of_the_graph(self, original: Original, from_graph: Taken) -> None:
        counts = from_graph.counts
        assert counts["rows"] == counts["rows that came in"] == len(original.nodes)
        assert kept(from_graph) == {}

    def test_of_the_tables(self, data: Path, original: Original, from_tables: Taken) -> None:
        rows = {path.name: rows_in(path) for path in data.glob("*.csv")}
        counts = from_tables.counts
        assert counts["rows"] == sum(rows.values()) + len(original.nodes)
        assert counts["rows"] == counts["rows that came in"] + counts["rows set aside"]
        assert kept(from_tables) == {
            "a continuum has no list of acronyms": rows["acronyms-en.csv"],
            "“continuum translate import” takes translations": sum(
                count for name, count in rows.items() if name.endswith("-nl.csv")
            ),
            "each of the eight levels has a description of its own": 8,
            "the tables have it": len(original.nodes) - 362 - 523,
        }

    def test_columns_without_a_place_are_kept_row_by_row(self, original: Original, from_workbook: Taken) -> None:
        labels = [it for it in from_workbook.aside if it.name == "AI label"]
        said = Counter(label for it in labels if isinstance(it.content, dict) for label in it.content.values())
        assert said == Counter(it["ai_label"] for it in original.nodes if it.get("ai_label"))

    def test_what_the_workbook_says_in_two_ways_is_told(self, from_workbook: Taken) -> None:
        aside = {it.name: it.content for it in from_workbook.aside if it.kind == "things said in two ways"}
        assert list(aside) == ["5", "5.2", "3.1"]
        assert isinstance(aside["3.1"], dict)
        assert aside["3.1"]["came in"] == "Developing digital content"
        assert aside["3.1"]["another"] == "Integrating and re-elaborating digital content"
        assert [(it.code, it.severity) for it in from_workbook.problems] == [("import-odd", Severity.WARNING)] * 3
        assert from_workbook.problems[2].message == (
            "row 251 of “4 Learning Outcomes” gives “3.1” another title than row 11 of “1 Competence Areas&Competences”"
        )


class TestSources:
    """The folder that was made."""

    def test_names_and_descriptions_are_the_frameworks_own(self, school: School) -> None:
        for it in school.framework.areas:
            own = school.original.areas[it.id]
            assert (it.title, it.about) == (own["name"].strip(), own["description"].strip())
        for one in school.framework.competencies:
            own = school.original.competences[one.id]
            assert (one.title, one.statement) == (own["name"].strip(), own["description"].strip())

    def test_every_text_stands_in_the_sources_once_at_its_level(self, school: School) -> None:
        stands = [
            (text, skill.id, level)
            for _, skill in school.framework.skills.values()
            for level, texts in skill.levels.items()
            for text in texts
            if text.startswith("`")
        ]
        assert sorted(stands) == sorted((it.markdown, it.skill, it.level) for it in school.original.texts)

    def test_there_is_a_file_for_each_area_and_competence(self, school: School) -> None:
        files = [path for path in school.root.rglob("*.yml") if ".continuum" not in path.parts]
        assert len([it for it in files if it.name == "area.yml"]) == 5
        assert len([it for it in files if it.parent.parent.name == "continuum" and it.name != "area.yml"]) == 21

    def test_the_folder_has_no_errors(self, school: School) -> None:
        problems = check(school.root, TODAY).problems
        assert [it for it in problems if it.severity is Severity.ERROR] == []
        assert {it.code for it in problems} <= EXPECTED


class TestSite:
    """The site that is built of it."""

    def test_every_text_stands_on_its_page_once_at_its_level(self, school: School, site: Path) -> None:
        pages = {number: cells_of(page_of(site, school, number)) for number in school.original.competences}
        for it in school.original.texts:
            assert f"{it.code} {' '.join(it.text.split())}" in pages[it.competence][f"{it.skill}-{it.level}"]
        codes = [code for cells in pages.values() for words in cells.values() for code in _CODE.findall(words)]
        assert sorted(codes) == sorted(it.code for it in school.original.texts)

    def test_a_competence_shows_all_its_levels_with_an_address_each(self, school: School, site: Path) -> None:
        page = page_of(site, school, "1.1")
        anchors = [f"1.1.{skill}-{step}" for skill in ("P", *TITLES) for step in school.original.levels]
        assert list(cells_of(page)) == anchors
        assert re.findall(r'<a class="cell" href="#([^"]+)"', page) == anchors

    def test_what_the_framework_says_of_a_level_stands_in_each_competence(self, school: School, site: Path) -> None:
        for number in school.original.competences:
            cells = cells_of(page_of(site, school, number))
            for step, level in school.original.levels.items():
                assert level["eight_levels_description"].strip() in cells[f"{number}.P-{step}"]
                assert level["applies_to"].strip() in cells[f"{number}.P-{step}"]

    def test_a_level_without_texts_says_so(self, school: School, site: Path) -> None:
        cells = cells_of(page_of(site, school, "5.1"))
        assert "LO5.1.03" in cells["5.1.K-2"]
        assert all("not described at this level" in cells[f"5.1.K-{step}"] for step in "1345678")

    def test_each_of_the_eight_levels_has_a_page(self, school: School, site: Path) -> None:
        for step, level in school.original.levels.items():
            page = _words((site / "levels" / "proficiency" / step / "index.html").read_text(encoding="utf-8"))
            assert f"{level['four_levels_name'].strip()} {step}" in page
            assert level["eight_levels_description"].strip() in page

    def test_it_has_a_search_index(self, site: Path) -> None:
        assert (site / "pagefind" / "pagefind.js").is_file()
        assert list((site / "pagefind" / "fragment").iterdir())

    def test_both_engines_frame_the_same_pages(self, site: Path, zensical_site: Path) -> None:
        pages = mains_of(site)
        areas_with_booklets, others = 5 * 2, 10
        assert len(pages) == 21 + 8 + areas_with_booklets + others
        assert all(len(main) > 500 for main in pages.values())
        assert pages == mains_of(zensical_site)
        assert (zensical_site / "pagefind" / "pagefind.js").is_file()


class TestInDutch:
    """The complete translation of its statements and outcomes, taken from the tables of its translators."""

    def test_every_statement_and_every_outcome_is_in_dutch(self, data: Path, in_dutch: School) -> None:
        told = {code: row["target"] for code, row in dutch(data).items()}
        assert len(told) == 362 + 523
        texts = [it for it in translated(in_dutch).values() if it.startswith("`")]
        said = {text.partition("` ")[0][1:]: text.partition("` ")[2] for text in texts}
        assert said == told

    def test_every_word_of_the_glossary_is_in_dutch(self, data: Path, in_dutch: School) -> None:
        told = glossary_rows(data)
        said = [it for place, it in translated(in_dutch).items() if place.startswith("continuum/glossary.yml#")]
        assert len(told) == 2 * 126
        assert Counter(map(_words, said)) == Counter(_words(row["target"]) for row in told)

    def test_a_dutch_word_explains_itself_in_dutch(self, data: Path, dutch_site: Path) -> None:
        told = {row["source"]: row["target"] for row in glossary_rows(data)}
        word = told["Misinformation"]
        page = (
            dutch_site / "nl/information-search-evaluation-and-management/evaluating-information/index.html"
        ).read_text(encoding="utf-8")
        [means] = {means for means, shown in _EXPLAINED.findall(page) if shown.casefold() == word.casefold()}
        [definition] = [
            row["target"]
            for row in glossary_rows(data)
            if row["location"] == "digcomp.glossary.misinformation.definition"
        ]
        assert html.unescape(means) == " ".join(definition.split())

    def test_what_no_table_translates_is_not(self, in_dutch: School) -> None:
        competences, levels, areas, parts = 21, 8, 5, ("title", "statement", "about")
        own = 2 + levels * 2  # its title and description; of each level what it is called and means
        of_each = len(parts) + len(TITLES) + 1 + levels * 2  # the skills' titles; what is said of each level
        lacking = [place for it in spoken(in_dutch).sources for place in it.translations["nl"].lacking]
        assert len(lacking) == own + areas * 2 + competences * of_each == 532
        assert not any("`" in it for it in lacking)
        assert {"scales/proficiency/1/name", "skills/1.1.CS/title", "skills/1.1.P/levels/8/2"} <= set(lacking)

    def test_rows_about_other_things_are_counted(self, data: Path, in_dutch: School) -> None:
        outcome = take_translations(spoken(in_dutch), sorted(data.glob("*-nl.csv")), "nl", dry_run=True)
        [came] = outcome.came
        fates = Counter(it.fate for it in came.decisions)
        words = len(glossary_rows(data))
        others = rows_in(data / "glossary-nl.csv") - words
        assert fates == {Fate.SAME: 362 + 523 + words, Fate.UNKNOWN: others}
        assert came.beside.files == {}

    def test_a_dutch_page_says_its_statements_in_dutch(self, data: Path, in_dutch: School, dutch_site: Path) -> None:
        told = dutch(data)
        for number in in_dutch.original.competences:
            page = page_of(dutch_site / "nl", in_dutch, number)
            assert '<html lang="nl"' in page
            cells = cells_of(page)
            for it in in_dutch.original.texts:
                if it.competence == number:
                    cell = cells[f"{it.skill}-{it.level}"]
                    assert f"{it.code} {' '.join(told[it.code]['target'].split())}" in cell
                    assert f"{it.code} {' '.join(it.text.split())}" not in cell

    def test_what_is_not_translated_is_marked_as_english(self, in_dutch: School, dutch_site: Path) -> None:
        page = page_of(dutch_site / "nl", in_dutch, "4.3")
        marked = {
            _words(it) for it in re.findall(r'<span class="src" lang="en" dir="ltr">(.*?)</span>', page, re.DOTALL)
        }
        [competence] = [it for it in in_dutch.framework.competencies if it.id == "4.3"]
        levels = in_dutch.original.levels.values()
        assert {competence.title, *(it.title for it in competence.skills)} <= marked
        assert {it["eight_levels_description"].strip() for it in levels} <= marked
        assert not any(_CODE.search(it) for it in marked)

    def test_the_english_pages_are_those_of_one_language(
        self, school: School, site: Path, in_dutch: School, dutch_site: Path
    ) -> None:
        for number in ("1.1", "4.3"):
            assert cells_of(page_of(dutch_site, in_dutch, number)) == cells_of(page_of(site, school, number))

    def test_out_to_translators_and_in_again_nothing_changes(self, in_dutch: School) -> None:
        shell = Shell(in_dutch.root)
        before = {path: path.read_bytes() for path in in_dutch.root.glob("continuum/**/*.nl.yml")}
        assert len(before) == 21 + 1
        for name in ("nl.po", "nl.csv"):
            assert shell.run("translate", "export", "nl", "-o", name).code == 0, shell.output
            assert shell.run("translate", "import", name).code == 0, shell.output
            assert "1,137 there already" in shell.output
        assert {path: path.read_bytes() for path in in_dutch.root.glob("continuum/**/*.nl.yml")} == before


def dutch(data: Path) -> dict[str, dict[str, str]]:
    """The rows of its translators, by their codes."""
    found: dict[str, dict[str, str]] = {}
    for name in ("statements-nl.csv", "outcomes-nl.csv"):
        with (data / name).open(encoding="utf-8", newline="") as lines:
            found |= {row["location"].partition(".")[2].partition(".")[2]: row for row in csv.DictReader(lines)}
    return found


def glossary_rows(data: Path) -> list[dict[str, str]]:
    """What its translators say of the words of the glossary; the same table has some words of levels besides."""
    with (data / "glossary-nl.csv").open(encoding="utf-8", newline="") as lines:
        return [row for row in csv.DictReader(lines) if row["location"].startswith("digcomp.glossary.")]


def spoken(school: School) -> SchoolTexts:
    found, problems = read_texts(school.root, TODAY)
    assert found is not None, problems
    return found


def translated(school: School) -> dict[str, str]:
    """Every text that is in Dutch, by its place."""
    return {f"{it.file}#{place}": text for it in spoken(school).sources for place, text in it.said("nl").items()}


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("statements-en.csv", '"source"', '"text"', "statements-en.csv has no column “source”"),
        ("statements-en.csv", "CS1.1.02", "CS1.1.01", "“CS1.1.02” has no text in any table"),
        ("outcomes-en.csv", "LO1.1.03", "LO1.1.99", "“LO1.1.99” has no level in any table"),
        ("outcomes-en.csv", "digcomp.outcome.LO1", "digcomp.outcome.XX1", "does not fit the pattern"),
        ("core-framework-en.csv", "competence.1.1.label", "competence.1.1.name", "fits no table of the map"),
    ],
)
def test_tables_that_do_not_agree_are_refused(
    data: Path, tmp_path: Path, file: str, old: str, new: str, said: str
) -> None:
    for path in (*data.glob("*.csv"), *data.glob("*.jsonld")):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    text = (tmp_path / file).read_text(encoding="utf-8")
    assert old in text
    (tmp_path / file).write_text(text.replace(old, new), encoding="utf-8")
    taken = brought_in(tmp_path, "csv", "*.csv", "*.jsonld")
    assert taken.framework is None
    assert any(said in it.message for it in taken.problems), [it.message for it in taken.problems]


def _texts(framework: Framework) -> Iterator[str]:
    for _, skill in framework.skills.values():
        for texts in skill.levels.values():
            yield from texts
