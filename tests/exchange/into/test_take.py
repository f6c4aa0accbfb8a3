"""What has come in goes into a folder, and what is there already stays as it is."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings

from site_builder.exchange.fields import FIELDS
from site_builder.exchange.format import Aside, Remark, Taken
from site_builder.exchange.framework import Framework
from site_builder.exchange.into.take import take_into
from site_builder.model import Competency, Pathway, Skill, Standard
from site_builder.problems import Problem, Span
from site_builder.sources.folder import find_sources
from site_builder.sources.load import read_setting
from site_builder.sources.reading import read_source
from tests.exchange.frameworks import frameworks, seeded
from tests.exchange.schools import LITERACY, competency, framework, into, school_at, skill
from tests.project import Project

ARGUE = "continuum/literacy/argue.yml"
GOAL = "continuum/agency/set-a-goal.md"


@pytest.fixture
def school(project: Project) -> Framework:
    """The small school."""
    return school_at(project.root)


def files_in(root: Path) -> dict[str, bytes]:
    """Every file of a folder but the builder's own."""
    found = (it for it in sorted(root.rglob("*")) if it.is_file() and ".continuum" not in it.parts)
    return {it.relative_to(root).as_posix(): it.read_bytes() for it in found}


def differ(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> list[str]:
    """The files that were written, but for the report."""
    changed = [file for file in {**before, **after} if before.get(file) != after.get(file)]
    return sorted(it for it in changed if not it.startswith("imported/"))


def with_argue(school: Framework, **more: object) -> Framework:
    """The school with something else in LIT.ARG."""
    new = replace(school.by_id["LIT.ARG"], **more)  # type: ignore[arg-type]
    return replace(school, competencies=tuple(new if it.id == new.id else it for it in school.competencies))


def read_unchecked(root: Path) -> Framework:
    """What the folder holds, whatever a check would say of it."""
    sources, refused = find_sources(root)
    setting, _ = read_setting(root, sources)
    assert setting is not None and not refused
    things = [read_source(it, setting).thing for it in sources if it.kind in ("competency", "pathway")]
    assert None not in things
    order = setting.settings.areas
    found = [it for it in things if isinstance(it, Competency)]
    return Framework(
        setting.settings,
        tuple(setting.areas[it] for it in order),
        tuple(sorted(found, key=lambda it: (order.index(it.area), it.id))),
        (),
        tuple(it for it in things if isinstance(it, Pathway)),
    )


def without_lines(framework: Framework) -> Framework:
    """The framework without the lines of skills, which they have once they are read."""
    found = [replace(it, skills=tuple(replace(one, line=0) for one in it.skills)) for it in framework.competencies]
    return replace(framework, competencies=tuple(found))


class TestANewSchool:
    """A folder without a continuum."""

    @settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=40)
    @given(frameworks().filter(lambda it: it.competencies))
    def test_what_is_written_is_what_came_in_and_the_same_again_changes_nothing(self, coming: Framework) -> None:
        with TemporaryDirectory() as folder:
            root = Path(folder)
            assert into(root, coming).problems == ()
            found = read_unchecked(root)
            assert without_lines(found) == coming
            before = files_in(root)
            again = into(root, coming, found)
            assert (again.made, again.changed, again.gone) == ((), (), ())
            assert differ(before, files_in(root)) == []

    def test_it_is_sound(self, tmp_path: Path) -> None:
        it = competency("A", skill("A.1"), why="It [helps](https://example.org).")
        done = into(tmp_path, framework(it, competency("B")))
        assert done.made == (
            "continuum/continuum.yml",
            "continuum/literacy/area.yml",
            "continuum/literacy/a.yml",
            "continuum/literacy/b.yml",
        )
        project = Project.at(tmp_path).check()
        assert project.code == 0, project.output
        assert without_lines(school_at(tmp_path)) == done.framework

    def test_it_gets_an_identifier_of_its_own_once(self, tmp_path: Path) -> None:
        into(tmp_path, framework(competency("A")))
        assert f"identifier: {seeded(1)}\n" in Project.at(tmp_path).read("continuum/continuum.yml")

    def test_what_is_there_besides_is_left_alone(self, tmp_path: Path) -> None:
        (tmp_path / "README.md").write_text("Mine", encoding="utf-8")
        into(tmp_path, framework(competency("A")))
        assert (tmp_path / "README.md").read_text(encoding="utf-8") == "Mine"

    def test_a_folder_that_is_not_there_is_made(self, tmp_path: Path) -> None:
        assert into(tmp_path / "new/school", framework(competency("A"))).problems == ()
        assert (tmp_path / "new/school/continuum/literacy/a.yml").is_file()

    def test_sources_that_could_not_be_read_are_not_added_to(self, project: Project) -> None:
        before = files_in(project.root)
        done = into(project.root, framework(competency("A")))
        assert [it.code for it in done.problems] == ["folder-taken"]
        assert files_in(project.root) == before

    def test_invisible_signs_are_left_out_and_that_is_said(self, tmp_path: Path) -> None:
        done = into(tmp_path, framework(competency("A", title="Ar\u202egue\x07", statement=" I can. \r\n")))
        assert "title: Argue\nstatement: I can.\n" in Project.at(tmp_path).read("continuum/literacy/a.yml")
        assert [it.about for it in done.remarks] == ["1 text"]


class TestRefusals:
    """Where anything is refused, nothing is written."""

    def refused(self, root: Path, coming: Framework, existing: Framework | None = None) -> list[str]:
        before = files_in(root) if root.exists() else {}
        done = into(root, coming, existing)
        assert (files_in(root) if root.exists() else {}) == before
        assert (done.framework, done.made, done.changed) == (None, (), ())
        return [f"{it.code}: {it.message}" for it in done.problems]

    def test_files_without_competencies(self, tmp_path: Path) -> None:
        assert self.refused(tmp_path, framework()) == ["import-unreadable: these files hold no competencies"]

    def test_files_that_the_importer_has_refused(self, tmp_path: Path) -> None:
        problem = Problem(Span("a.csv", 3), "import-odd", "this is odd")
        done = take_into(tmp_path, Taken(framework(competency("A")), (problem,)), None)
        assert done.problems == (problem,)
        assert files_in(tmp_path) == {}

    def test_what_no_source_may_say(self, tmp_path: Path) -> None:
        [said] = self.refused(tmp_path, framework(competency("A", statement="\u200b")))
        assert said == "import-odd: About A: “statement” is missing"

    def test_an_id_that_is_that_of_something_else(self, project: Project, school: Framework) -> None:
        area = replace(LITERACY, id="lit.arg", slug="art", source="continuum/art/area.yml")
        coming = framework(competency("ART.A", area=area), areas=(area,))
        [said] = self.refused(project.root, coming, school)
        assert said.startswith(f"import-odd: {ARGUE}: the id LIT.ARG would be that of something else too")

    def test_a_source_that_would_be_too_large(self, tmp_path: Path) -> None:
        skills = tuple(skill(f"A.{number}", "x" * 1000) for number in range(1000))
        [said] = self.refused(tmp_path, framework(competency("A", *skills)))
        assert said.startswith("import-odd: continuum/literacy/a.yml would be 1.1 MB")

    def test_a_link_in_the_place_of_a_folder(self, tmp_path: Path) -> None:
        elsewhere = tmp_path / "elsewhere"
        elsewhere.mkdir()
        root = tmp_path / "school"
        root.mkdir()
        (root / "imported").symlink_to(elsewhere)
        done = into(root, framework(competency("A")))
        assert [it.code for it in done.problems] == ["output-refused"]
        assert list(elsewhere.iterdir()) == [] and not (root / "continuum").exists()

    def test_a_folder_in_the_place_of_a_file(self, project: Project, school: Framework) -> None:
        (project.root / "continuum/literacy/new.yml").mkdir()
        [said] = self.refused(project.root, framework(competency("LIT.NEW", slug="new")), school)
        assert said.startswith("output-refused: continuum/literacy/new.yml is a folder or a link")

    def test_a_folder_that_cannot_be_written(self, tmp_path: Path) -> None:
        (tmp_path / "school").write_text("a file", encoding="utf-8")
        done = into(tmp_path / "school", framework(competency("A")))
        assert [it.code for it in done.problems] == ["folder-unwritable"]

    def test_a_dry_run_says_what_would_be_and_writes_nothing(self, tmp_path: Path) -> None:
        done = into(tmp_path, framework(competency("A")), dry_run=True)
        assert len(done.made) == 3 and done.framework is not None
        assert files_in(tmp_path) == {}


class TestASchoolThatIsThere:
    """Files change where they say something else now, and nowhere else."""

    def test_the_same_framework_touches_no_source(self, project: Project, school: Framework) -> None:
        before = files_in(project.root)
        done = into(project.root, school, school)
        assert (done.made, done.changed, done.gone, done.remarks) == ((), (), (), ())
        assert differ(before, files_in(project.root)) == []

    def test_one_word_changes_one_line(self, project: Project, school: Framework) -> None:
        project.change(ARGUE, "title: Argue from evidence", "# ours\ntitle:   Argue from evidence   # short")
        before = project.read(ARGUE)
        done = into(project.root, with_argue(school, title="Argue well"), school)
        assert done.changed == (ARGUE,)
        assert project.read(ARGUE) == before.replace("Argue from evidence ", "Argue well ")

    def test_files_of_windows_stay_so(self, project: Project, school: Framework) -> None:
        text = "\ufeff" + project.read(ARGUE).replace("\n", "\r\n")
        project.write(ARGUE, text)
        into(project.root, with_argue(school, title="Argue well"), school)
        assert (project.root / ARGUE).read_bytes() == text.replace("Argue from evidence", "Argue well").encode()

    def test_utf_16_stays_so(self, project: Project, school: Framework) -> None:
        text = project.read(ARGUE)
        project.write(ARGUE, b"\xff\xfe" + text.encode("utf-16-le"))
        into(project.root, with_argue(school, title="Argue well"), school)
        now = (project.root / ARGUE).read_bytes()
        assert now == b"\xff\xfe" + text.replace("Argue from evidence", "Argue well").encode("utf-16-le")

    def test_what_a_source_says_in_its_own_way_stays(self, project: Project, school: Framework) -> None:
        project.change(ARGUE, "evidence: {pieces: 2, kinds: 2}", "evidence: {pieces: 2, kinds: 2, at: {}}")
        project.change(ARGUE, "1: I can say what I think about a topic.", "1: [I can say what I think about a topic.]")
        before = project.read(ARGUE)
        into(project.root, with_argue(school, why="It helps."), school)
        old = "why: People who vote have to weigh what they are told."
        assert project.read(ARGUE) == before.replace(old, "why: It helps.")

    def test_a_new_skill_is_written_among_the_others(self, project: Project, school: Framework) -> None:
        one, two = school.by_id["LIT.ARG"].skills
        into(project.root, with_argue(school, skills=(one, skill("LIT.ARG.3", "Voice"), two)), school)
        new = "  - id: LIT.ARG.3\n    title: Voice\n    levels:\n      1: I can begin.\n      2: I can go on.\n"
        assert f"{new}  - id: LIT.ARG.2\n" in project.read(ARGUE)
        assert project.check().code == 0

    def test_a_markdown_head_may_hold_odd_ends_of_lines(self, project: Project, school: Framework) -> None:
        old = next(it for it in school.competencies if it.source == GOAL)
        text = project.read(GOAL).replace("\n", "\r\n").replace("id: AGE", "# a\u2028b\r\nid: AGE", 1)
        project.write(GOAL, text)
        into(project.root, replace(school, competencies=(replace(old, title="Aim"),)), school)
        assert (project.root / GOAL).read_bytes() == text.replace(f"title: {old.title}", "title: Aim").encode()

    def test_a_markdown_source_changes_in_its_head_and_in_its_body(self, project: Project, school: Framework) -> None:
        before = project.read(GOAL)
        old = next(it for it in school.competencies if it.source == GOAL)
        new = replace(old, title="Aim", about="It is *good*.\n\nVery.")
        into(project.root, replace(school, competencies=(new,)), school)
        expected = before.replace(f"title: {old.title}", "title: Aim").replace(old.about, new.about)
        assert project.read(GOAL) == expected
        after = school_at(project.root)
        into(project.root, replace(after, competencies=(replace(new, about=""),)), after)
        assert school_at(project.root).by_id[new.id].about == ""
        assert project.read(GOAL).endswith("\n---\n")

    def test_a_new_area_takes_the_place_of_no_page_and_no_folder(self, project: Project, school: Framework) -> None:
        project.write("continuum/drafts/area.yml", project.read("continuum/agency/area.yml").replace("AGE", "DRA"))
        areas = tuple(
            replace(LITERACY, id=slug.upper(), slug=slug, source=f"continuum/{slug}/area.yml")
            for slug in ("families", "drafts")
        )
        before = project.read("continuum/drafts/area.yml")
        done = into(project.root, framework(competency("X", area=areas[0]), areas=areas), school)
        assert "continuum/families-2/x.yml" in done.made and "continuum/drafts-2/area.yml" in done.made
        assert project.read("continuum/drafts/area.yml") == before

    def test_a_file_moves_with_its_comments_and_leaves_word(self, project: Project, school: Framework) -> None:
        retell = "continuum/literacy/retell.yml"
        project.write(retell, f"# ours\n{project.read(retell)}")
        for work in ("lunch", "my-dog"):
            project.remove(f"exemplars/literacy/{work}/index.md")
        bare = school_at(project.root)
        area = replace(LITERACY, id="ART", slug="art", source="continuum/art/area.yml")
        it = replace(bare.by_id["LIT.RET"], area="art")
        coming = replace(framework(it, areas=(bare.areas[0], area)), settings=bare.settings)
        done = into(project.root, coming, bare)
        assert done.gone == (retell,) and not (project.root / retell).exists()
        assert project.read("continuum/art/retell.yml").startswith("# ours\nid: LIT.RET\n")
        assert "was: [literacy/retell]" in project.read("continuum/art/retell.yml")
        assert "areas: [literacy, art, agency]" in project.read("continuum/continuum.yml")
        assert project.check().code == 0, project.output

    def test_comments_of_a_skill_that_goes_are_named(self, project: Project, school: Framework) -> None:
        project.change(ARGUE, "  - id: LIT.ARG.2", "  # hard to teach\n  - id: LIT.ARG.2")
        bare = replace(school, exemplars=())
        done = into(project.root, with_argue(bare, skills=bare.by_id["LIT.ARG"].skills[:1]), bare)
        assert Remark(ARGUE, "this comment is gone: # hard to teach") in done.remarks
        assert project.read(ARGUE).endswith('at_home: Ask "what would change your mind?"\n')

    def test_a_competency_that_gets_skills_is_written_with_them(self, project: Project, school: Framework) -> None:
        new = replace(school.by_id["LIT.RET"], skills=(skill("LIT.RET.1"), skill("LIT.RET.2", "Another")))
        bare = replace(school, exemplars=())
        into(project.root, replace(bare, competencies=(new,)), bare)
        text = project.read("continuum/literacy/retell.yml")
        assert "\nlevels:" not in text and text.count("- id:") == 2

    @settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=25)
    @given(frameworks().filter(lambda it: it.competencies), frameworks().filter(lambda it: it.competencies))
    def test_whatever_comes_into_whatever_is_there_is_read_as_it_was_meant(
        self, there: Framework, coming: Framework
    ) -> None:
        with TemporaryDirectory() as folder:
            root = Path(folder)
            into(root, there)
            done = into(root, coming, read_unchecked(root))
            if done.framework is None:
                assert {it.code for it in done.problems} == {"import-odd"}
                return
            assert without_lines(read_unchecked(root)) == without_lines(done.framework)


class TestLinks:
    """A link of another system leads nowhere here."""

    def test_it_stands_as_it_was_typed(self, tmp_path: Path) -> None:
        texts = ["See [this](B).", "See [that](page.html) and [B](B-2).", "![a](b.png)", "[x]: y\n\nSee [x]."]
        it = competency(
            "A", Skill("A.1", "One", {}, at_home=texts[1]), why=texts[0], about=texts[3], statement=texts[2]
        )
        done = into(tmp_path, framework(it, competency("B")))
        made = school_at(tmp_path).by_id["A"]
        assert made.why == texts[0]
        assert made.skills[0].at_home == r"See \[that\](page.html) and \[B\](B-2)."
        assert made.statement == r"!\[a\](b.png)"
        assert sorted(it.about for it in done.remarks) == ["b.png", "page.html", "y"]

    def test_the_schools_own_stay_and_so_do_those_that_lead_to_it(self, project: Project, school: Framework) -> None:
        why = "See [families](families), [work](literacy/lunch), [a level](/levels/learning/2/), [the map](/map/)."
        into(project.root, with_argue(school, why=why), school)
        after = school_at(project.root)
        assert after.by_id["LIT.ARG"].why == why
        with_dead = with_argue(after, why="See [x](nowhere).", about="Ours.")
        into(project.root, with_dead, after)
        assert school_at(project.root).by_id["LIT.ARG"].why == r"See \[x\](nowhere)."


class TestWhatIsSetAside:
    """Everything that has no place is kept in a file."""

    def taken(self, *aside: Aside) -> Taken:
        return Taken(framework(competency("A")), aside=aside, carries=FIELDS)

    def test_it_is_there_whole(self, tmp_path: Path) -> None:
        odd = Aside("notes", "N1", "a.csv", 4, {"text": "half a sign \ud83d", "list": (1, 2)}, "there is no place")
        take_into(tmp_path, self.taken(odd), None)
        [row] = json.loads((tmp_path / "imported/set-aside.json").read_text(encoding="utf-8"))
        assert row == {
            "kind": "notes",
            "name": "N1",
            "file": "a.csv",
            "line": 4,
            "content": {"text": "half a sign \ud83d", "list": [1, 2]},
            "why": "there is no place",
        }

    def test_that_of_an_earlier_import_is_kept(self, tmp_path: Path) -> None:
        notes = [Aside("notes", f"N{number}", "a.csv", number, "text", "why") for number in range(3)]
        existing: Framework | None = None
        for note in (notes[0], notes[0], notes[1], notes[2]):
            take_into(tmp_path, self.taken(note), existing)
            existing = school_at(tmp_path)
        names = {
            path.name: json.loads(path.read_text(encoding="utf-8"))[0]["name"]
            for path in (tmp_path / "imported").rglob("*.json")
        }
        assert names == {"set-aside-1.json": "N0", "set-aside-2.json": "N1", "set-aside.json": "N2"}

    def test_nothing_of_it_disturbs_a_check(self, tmp_path: Path) -> None:
        take_into(tmp_path, self.taken(Aside("notes", "N", "", 0, None, "why")), None)
        assert "imported" not in Project.at(tmp_path).check("--notes").output

    def test_a_standard_that_cannot_be_linked_is_told(self, tmp_path: Path) -> None:
        done = into(tmp_path, framework(competency("A", standards=(Standard("W", "Core", "urn:x"),))))
        assert [it.kind for it in done.aside] == ["addresses of standards"]
