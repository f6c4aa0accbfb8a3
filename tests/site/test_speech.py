"""What pages say of languages."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator

import pytest

from site_builder.look.word_checks import texts_of_pages
from site_builder.sources.load import read_again
from site_builder.sources.markdown import plain
from site_builder.sources.texts import texts_of
from tests.project import Project
from tests.site.markup import Element, read
from tests.site.pictured import with_pictures
from tests.sources.findings import loaded

SITE = "https://school.example/continuum/"
FOLDERS = {"en": "", "es": "es/", "ar": "ar/"}
MOVED = "literacy/argue-with-evidence/index.html"


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory, built: Project) -> Project:
    """A school that speaks English, Spanish in part, and Arabic as soon as somebody translates it."""
    project = with_pictures(Project(tmp_path_factory.mktemp("spoken") / "school", "languages"))
    shutil.copytree(built.root / ".continuum" / "engine", project.root / ".continuum" / "engine")
    project.change("continuum/continuum.yml", "languages: [en, es]", "languages: [en, es, ar]")
    assert project.build().code == 0, project.output
    return project


@pytest.fixture(scope="module")
def pages(school: Project) -> dict[str, Element]:
    """Every page that stands in the frame, by its file."""
    found = {file: read(data.decode()) for file, data in school.tree().items() if file.endswith(".html")}
    return {file: page for file, page in found.items() if page.all("header", "md-header") and not file.endswith(MOVED)}


@pytest.fixture(scope="module")
def own(school: Project) -> set[str]:
    """Every longer text that the school has written, as it is read."""
    found = loaded(school)
    assert found.outline and found.setting
    outline, setting = found.outline, found.setting
    files = [*(it.source for it in outline.competencies.values()), *(it.source for it in outline.exemplars.values())]
    things = [outline.settings, *outline.areas.values(), *outline.pathways, *outline.pages]
    things += [read_again({}, setting, file) for file in files]
    texts = {text for it in things for place, text in texts_of(it).items() if not place.startswith("school/")}
    return {plain(it) for it in texts if " " in it and len(it) > 10 and "\n" not in it}


def language_of(file: str) -> str:
    return next((code for code, folder in FOLDERS.items() if folder and file.startswith(folder)), "en")


def article(page: Element) -> Element:
    return page.one("article", id="main")


class TestFrame:
    """What stands around every page."""

    def test_a_page_says_its_language_and_its_direction(self, pages: dict[str, Element]) -> None:
        for file, page in pages.items():
            language = language_of(file)
            assert page.one("html")["lang"] == language, file
            assert page.one("body")["dir"] == ("rtl" if language == "ar" else "ltr"), file

    def test_the_frame_speaks_the_language_of_the_page(self, pages: dict[str, Element]) -> None:
        names = {file: page.one("header", "md-header").one("nav")["aria-label"] for file, page in pages.items()}
        assert len({names["index.html"], names["es/index.html"], names["ar/index.html"]}) <= 3
        for file, page in pages.items():
            same = pages[f"{FOLDERS[language_of(file)]}index.html"]
            assert page.one("a", "md-skip").words == same.one("a", "md-skip").words, file

    def test_the_mark_of_the_school_leads_to_the_first_page_in_that_language(self, pages: dict[str, Element]) -> None:
        for file, page in pages.items():
            for mark in page.all("a", "md-logo"):
                depth = file.removeprefix(FOLDERS[language_of(file)]).count("/")
                assert mark["href"] == ("../" * depth or "./") or file == "404.html", file

    def test_assets_are_those_of_the_whole_site(self, school: Project, pages: dict[str, Element]) -> None:
        for file, page in pages.items():
            if file != "404.html":
                for it in page.all("link", rel="stylesheet"):
                    assert (school.root / "site" / file).parent.joinpath(it["href"]).resolve().is_file(), file

    def test_a_title_that_is_not_translated_says_so_in_the_header_too(self, pages: dict[str, Element]) -> None:
        def topic(file: str) -> list[Element]:
            return [
                it for it in pages[file].one("header", "md-header").all("span") if it.words == "My dog" and it["lang"]
            ]

        assert [(it["lang"], it["dir"]) for it in topic("ar/exemplars/literacy/my-dog/index.html")] == [("en", "ltr")]
        assert topic("exemplars/literacy/my-dog/index.html") == []


class TestChoice:
    """The way to the same page in other languages."""

    def test_every_page_offers_every_language_by_its_own_name(self, pages: dict[str, Element]) -> None:
        for file, page in pages.items():
            links = page.one("header", "md-header").one("details", "tongues").all("a")
            assert [(it.words, it["lang"], it["dir"]) for it in links] == [
                ("English", "en", "ltr"),
                ("Español", "es", "ltr"),
                ("العربية", "ar", "rtl"),
            ], file
            assert [it["hreflang"] for it in links if it["aria-current"]] == [language_of(file)], file

    def test_each_leads_to_the_same_page(self, school: Project, pages: dict[str, Element]) -> None:
        site = (school.root / "site").resolve()
        for file, page in pages.items():
            if file == "404.html":
                continue
            here = file.removeprefix(FOLDERS[language_of(file)])
            for it in page.one("details", "tongues").all("a"):
                there = (site / file).parent.joinpath(it["href"], "index.html").resolve()
                assert there == site / FOLDERS[it["hreflang"]] / here, file

    def test_from_a_wrong_address_they_lead_to_the_first_pages(self, pages: dict[str, Element]) -> None:
        links = pages["404.html"].one("details", "tongues").all("a")
        assert [it["href"] for it in links] == ["/continuum/", "/continuum/es/", "/continuum/ar/"]

    def test_a_site_in_one_language_offers_no_choice(self, built: Project) -> None:
        page = read(built.page())
        assert page.all("details", "tongues") == []
        assert [it for it in page.all("link") if it["hreflang"]] == []


class TestSearchEngines:
    """The same page in all languages, for programs."""

    def test_every_page_names_all_of_them_with_their_addresses(self, pages: dict[str, Element]) -> None:
        for file, page in pages.items():
            said = {it["hreflang"]: it["href"] for it in page.one("head").all("link") if it["hreflang"]}
            if file == "404.html":
                assert said == {}
                continue
            here = file.removeprefix(FOLDERS[language_of(file)]).removesuffix("index.html")
            assert said == {
                **{code: f"{SITE}{folder}{here}" for code, folder in FOLDERS.items()},
                "x-default": f"{SITE}{here}",
            }, file

    def test_a_page_is_the_first_of_its_own_language(self, pages: dict[str, Element]) -> None:
        for file, page in pages.items():
            named = [it["href"] for it in page.all("link", rel="canonical")]
            assert named == ([] if file == "404.html" else [SITE + file.removesuffix("index.html")]), file

    def test_where_nobody_has_said_where_the_site_is_addresses_are_seen_from_the_page(self, school: Project) -> None:
        other = Project.at(school.root.parent / "unplaced")
        shutil.copytree(school.root, other.root)
        other.remove("mkdocs.yml").build()
        said = {it["hreflang"]: it["href"] for it in read(other.page("es/literacy/argue/")).all("link")}
        assert said["en"] == said["x-default"] == "../../../literacy/argue/"
        assert (said["es"], said["ar"]) == ("../../../es/literacy/argue/", "../../../ar/literacy/argue/")


class TestUntranslated:
    """What stands on a page in the words of the sources."""

    def test_each_text_says_so_itself(self, pages: dict[str, Element], own: set[str]) -> None:
        """On pages in Arabic, into which nobody has translated anything, none of these stands as if it were Arabic."""
        assert len(own) > 30
        seen: set[str] = set()
        for file, page in pages.items():
            if language_of(file) == "ar":
                for text, language in spoken(article(page), "ar"):
                    found = {it for it in own if it in text}
                    assert language == "en" or not found, f"{file}: {found}"
                    seen |= found
        assert len(seen) > len(own) / 2

    def test_what_is_in_another_language_says_which_way_it_is_written(self, pages: dict[str, Element]) -> None:
        for file, page in pages.items():
            for it in article(page).walk():
                assert not it["lang"] or it["dir"] == ("rtl" if it["lang"] == "ar" else "ltr"), file

    def test_a_page_on_which_all_is_translated_marks_nothing_and_says_nothing(self, pages: dict[str, Element]) -> None:
        page = article(pages["es/families/index.html"])
        assert page.all(css="src") == page.all(css="untold") == []

    def test_a_page_that_is_not_wholly_translated_says_so_before_all_else(self, pages: dict[str, Element]) -> None:
        for file, page in pages.items():
            notice = article(page).all("p", "untold")
            is_marked = bool([it for it in article(page).walk() if "src" in it.classes])
            assert bool(notice) == is_marked, file
            if notice:
                assert {"es": "inglés", "ar": "الإنجليزية"}[language_of(file)] in notice[0].words, file
                first = next(it for it in article(page).inside if isinstance(it, Element))
                assert first is notice[0], file

    def test_where_nobody_has_translated_our_words_either_they_say_so_too(self, school: Project) -> None:
        other = Project.at(school.root.parent / "unspoken")
        shutil.copytree(school.root, other.root)
        other.change("continuum/continuum.yml", "languages: [en, es, ar]", "languages: [en, es, nl]").build()
        (notice,) = article(read(other.page("nl/literacy/argue/"))).all("p", "untold")
        assert notice.words == "Most of this page is not translated yet. It stands here in English."
        ours = {it for it in texts_of_pages() if " " in it and not re.search(r"[%{<]", it)}
        seen: set[str] = set()
        for file, data in other.tree().items():
            text = data.decode(errors="replace")
            assert not re.search("[\ufdd0-\ufdd3]", text), file
            if file.startswith("nl/") and file.endswith(".html"):
                found = [(it.strip(), said) for it, said in spoken(read(text).one("body"), "nl") if it.strip() in ours]
                assert {said for _, said in found} <= {"en"}, file
                seen |= {it for it, _ in found}
        assert len(seen) > 50, seen

    def test_where_most_of_a_page_is_not_translated_it_says_that(self, pages: dict[str, Element]) -> None:
        for file, most in {
            "ar/literacy/argue/index.html": True,
            "es/literacy/retell/index.html": True,
            "es/literacy/argue/index.html": False,
        }.items():
            (notice,) = article(pages[file]).all("p", "untold")
            assert ("most" in notice.classes) == most, file

    def test_pages_in_the_language_of_the_sources_have_nothing_of_it(self, pages: dict[str, Element]) -> None:
        for file, page in pages.items():
            if language_of(file) == "en":
                assert article(page).all(css="src") == article(page).all(css="untold") == [], file

    def test_the_words_of_a_picture_say_their_language_beside_it(self, pages: dict[str, Element]) -> None:
        page = article(pages["ar/exemplars/literacy/table/index.html"])
        (picture,) = (it for it in page.all("img") if it["alt"])
        assert (picture["alt"], picture["lang"], picture["dir"]) == ("A table of minutes", "en", "ltr")

    def test_work_that_is_translated_says_so_and_leads_to_the_students_own_words(
        self, school: Project, pages: dict[str, Element]
    ) -> None:
        file = "es/exemplars/literacy/lunch/index.html"
        (link,) = (it for it in article(pages[file]).all("a") if it["hreflang"] == "en")
        there = (school.root / "site" / file).parent.joinpath(link["href"], "index.html").resolve()
        assert there == (school.root / "site" / "exemplars" / "literacy" / "lunch" / "index.html").resolve()
        assert not [it for it in article(pages["ar/exemplars/literacy/lunch/index.html"]).all("a") if it["hreflang"]]

    def test_work_that_is_not_translated_is_in_the_language_of_the_student(self, pages: dict[str, Element]) -> None:
        voices = article(pages["ar/exemplars/literacy/lunch/index.html"]).all("div", "voice")
        assert {(it["lang"], it["dir"]) for it in voices} == {("en", "ltr")}
        voices = article(pages["es/exemplars/literacy/lunch/index.html"]).all("div", "voice")
        assert {it["lang"] for it in voices} == {""}


def spoken(within: Element, language: str) -> Iterator[tuple[str, str]]:
    """Each text within an element, with the language that it is in."""
    for it in within.inside:
        if isinstance(it, str):
            yield it, language
        elif it.tag not in ("script", "style"):
            yield from spoken(it, it["lang"] or language)


class TestAround:
    """Pages without a frame, and what is no page."""

    @pytest.mark.parametrize("language", FOLDERS)
    def test_an_old_address_leads_on_in_its_language(self, school: Project, language: str) -> None:
        folder = FOLDERS[language]
        page = read(school.read(f"site/{folder}{MOVED}"))
        assert page.one("html")["lang"] == language
        (way,) = page.all("meta", http_equiv="refresh")
        target = way["content"].partition("url=")[2]
        there = (school.root / "site" / folder / MOVED).parent.joinpath(target, "index.html").resolve()
        assert there == (school.root / "site" / folder / "literacy" / "argue" / "index.html").resolve()
        assert [it["href"] for it in page.all("link", rel="canonical")] == [f"{SITE}{folder}literacy/argue/"]

    def test_pictures_lie_once_on_the_site(self, school: Project) -> None:
        files = [it for it in school.tree() if re.search(r"\.(png|jpg|webp|wav|m4a|mp3)$", it)]
        assert [it for it in files if "table-" in it or "board-" in it]
        assert not [it for it in files if it.startswith(("es/", "ar/"))]

    def test_headings_have_the_same_names_in_every_language(self, pages: dict[str, Element]) -> None:
        ids = {
            language: [it["id"] for it in article(pages[f"{folder}families/index.html"]).all("h2") if it["id"]]
            for language, folder in FOLDERS.items()
        }
        assert ids["en"] == ids["es"] == ids["ar"]
        assert "s-what-a-level-is" in ids["en"]
        page = article(pages["es/families/index.html"])
        assert page.links()["arriba"] == "#s-what-a-level-is"
        assert "Qué es un nivel" in [it.words for it in page.all("h2")]
        front = article(pages["es/index.html"])
        assert "families/#s-what-a-level-is" in front.links()["what a level is"]
