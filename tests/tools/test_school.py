"""The invented school: the same each time, in the layouts of real systems, at home in the continuum."""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from site_builder.look.words import spoken_languages
from site_builder.sources.front_matter import halves
from site_builder.sources.sidecars import language_in
from site_builder.sources.yaml import read_yaml
from tools.school import canvas, oneroster, sheet
from tools.school.calendar import AS_OF
from tools.school.people import PUPILS, TEACHERS
from tools.school.pupil import Path as Way
from tools.school.showing import HABITS, LEARNING, Showing
from tools.school.skills import SKILLS, skill_id
from tools.school.tasks import TASKS, is_in_canvas
from tools.school.voices import VOICES
from tools.school.write import ROSTER, write_school
from tools.school.year import year

ROOT = Path(__file__).parents[2]
CANVAS = "evidence/canvas-outcome-results.csv"
SHEETS = [f"evidence/{it}.csv" for it in ("starting-points", "talks-and-practice", "collaboration-and-habits")]


@cache
def shown() -> list[Showing]:
    return year()


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("school")
    write_school(folder)
    return folder


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def header(path: Path) -> str:
    return path.read_text(encoding="utf-8").split("\n", 1)[0]


def files(folder: Path) -> dict[str, bytes]:
    return {it.relative_to(folder).as_posix(): it.read_bytes() for it in folder.rglob("*") if it.is_file()}


def test_the_same_bytes_are_written_each_time(school: Path, tmp_path: Path) -> None:
    write_school(tmp_path)
    assert files(tmp_path) == files(school)


# The layouts


def test_the_roster_has_60_students_each_with_an_id_of_their_own(school: Path) -> None:
    assert header(school / "roster.csv") == ROSTER
    assert ROSTER == "id,name,given,sort name,language,groups,household,other ids,email"
    students = rows(school / "roster.csv")
    ids = [id for it in students for id in (it["id"], it["other ids"], it["email"])]
    assert len(students) == 60
    assert len(set(ids)) == 180
    assert all(it["email"].endswith("@students.example.org") for it in students)


def test_the_four_advisories_mix_ages(school: Path) -> None:
    ages = defaultdict(set)
    for pupil in PUPILS:
        ages[pupil.advisory].add(pupil.age)
    assert {name: len(found) >= 5 for name, found in ages.items()} == dict.fromkeys(
        ("Heron", "Otter", "Willow", "Kestrel"), True
    )


def test_some_households_have_two_children_and_one_has_three(school: Path) -> None:
    assert sorted(Counter(it.household for it in PUPILS if it.household).values()) == [2, 2, 2, 2, 3]


def test_families_read_many_languages_some_of_which_pages_speak(school: Path) -> None:
    read = Counter(it["language"] for it in rows(school / "roster.csv"))
    assert read["es"] > 5 and read["ar"] > 3 and read["vi"] > 1
    assert len(set(read) - set(spoken_languages())) > 3


def test_canvas_has_the_32_columns_of_its_report(school: Path) -> None:
    assert header(school / CANVAS) == canvas.HEADER
    assert len(canvas.HEADER.split(",")) == 32
    assert all(None not in it and None not in it.values() for it in rows(school / CANVAS))


def test_the_files_of_oneroster_refer_to_each_other(school: Path) -> None:
    folder = school / "evidence" / "oneroster"
    assert {it.name: header(it) for it in folder.iterdir()} == oneroster.HEADERS
    items = {it["sourcedId"] for it in rows(folder / "lineItems.csv")}
    results = {it["sourcedId"]: it for it in rows(folder / "results.csv")}
    assert {it["lineItemSourcedId"] for it in results.values()} <= items
    assert {it["studentSourcedId"] for it in results.values()} <= {it.source_id for it in PUPILS}
    assert {it["resultSourcedId"] for it in rows(folder / "resultLearningObjectiveIds.csv")} <= set(results)
    assert {it["textScore"] for it in rows(folder / "resultLearningObjectiveIds.csv")} <= set(LEARNING)


@pytest.mark.parametrize("name", SHEETS)
def test_our_own_sheets_have_the_columns_of_our_own(school: Path, name: str) -> None:
    assert header(school / name) == sheet.HEADER
    assert all(None not in it and None not in it.values() for it in rows(school / name))


# The continuum


def continuum() -> dict[str, tuple[str, tuple[str, ...]]]:
    found = {}
    for path in (it for it in (ROOT / "continuum").glob("*/*") if not language_in(it.name)):
        text = path.read_text(encoding="utf-8")
        parts = halves("", text)[0] if path.suffix == ".md" else None
        value = read_yaml("", parts.head if parts else text)[0] if path.suffix in (".yml", ".md") else None
        if isinstance(value, dict) and isinstance(skills := value.get("skills"), list):
            titles = tuple(str(it["title"]) for it in skills if isinstance(it, dict))
            found[str(value["id"])] = (str(value["title"]), titles)
    return found


def test_the_skills_are_those_of_the_continuum() -> None:
    assert continuum() == SKILLS


def test_every_skill_in_the_evidence_exists_apart_from_the_flaws(school: Path) -> None:
    there = {skill_id(it, place) for it, (_, skills) in SKILLS.items() for place in range(1, len(skills) + 1)}
    objectives = rows(school / "evidence/oneroster/resultLearningObjectiveIds.csv")
    said = [it["learning outcome name"] for it in rows(school / CANVAS)]
    said += [it["learningObjectiveId"] for it in objectives]
    said += [it["skill"] for name in SHEETS for it in rows(school / name)]
    assert set(said) - there == {"Typing fluency", "Making room"}


def test_each_skill_can_be_shown_in_two_tasks_of_two_kinds() -> None:
    for competency, tasks in TASKS.items():
        for place in range(1, len(SKILLS[competency][1]) + 1):
            showing = [it for it in tasks if place in it.shows and not it.language]
            kinds = {"assignment" if is_in_canvas(competency, it) and it.kind != "quiz" else it.kind for it in showing}
            assert len(showing) > 1 and len(kinds) > 1, skill_id(competency, place)


# The year


def test_most_students_have_about_a_hundred_rows_and_some_have_few_or_none() -> None:
    counts = {it.id: 0 for it in PUPILS}
    for showing in shown():
        counts[showing.pupil.id] += len(showing.levels)
    assert sum(85 <= it <= 125 for it in counts.values()) > 40
    assert {counts[it.id] for it in PUPILS if it.path is Way.NEW} == {0}
    assert all(0 < counts[it.id] < 30 for it in PUPILS if it.path is Way.FEW)
    assert max(counts.values()) < 160


def test_all_work_was_done_on_a_day_of_school_before_today() -> None:
    assert all(date(2025, 9, 1) <= it.on <= (it.graded or it.on) < AS_OF for it in shown())
    assert all(it.on.weekday() < 5 and it.on.month not in (7, 8) for it in shown())


def test_levels_mostly_grow() -> None:
    first_and_last: dict[tuple[str, str], list[int]] = defaultdict(list)
    for it in shown():
        for place, level in it.levels.items():
            first_and_last[it.pupil.id, skill_id(it.competency, place)].append(level)
    steps = [levels[-1] - levels[0] for levels in first_and_last.values() if len(levels) > 1]
    assert sum(it >= 0 for it in steps) > 0.9 * len(steps)
    assert sum(it > 0 for it in steps) > 0.3 * len(steps)
    assert {it for levels in first_and_last.values() for it in levels} == {1, 2, 3, 4}


def test_whoever_was_away_has_nothing_since_the_winter() -> None:
    away = [it.on for it in shown() if it.pupil.path is Way.PAUSE]
    assert date(2026, 1, 15) < max(away) < date(2026, 3, 1)


def test_some_work_was_handed_in_three_times_and_its_newest_version_stands_first(school: Path) -> None:
    rewritten = [it for it in rows(school / CANVAS) if it["student sis id"] == "S1071"]
    tries = defaultdict(list)
    for it in rewritten:
        tries[it["assessment id"], it["learning outcome name"]].append((it["attempt"], it["submission date"]))
    thrice = [it for it in tries.values() if len(it) == 3]
    assert thrice
    assert all(it == sorted(it, reverse=True) for it in thrice)


def test_two_teachers_read_the_same_work_differently(school: Path) -> None:
    key = ("student sis id", "learning outcome name", "assessment id", "attempt")
    in_canvas = {tuple(it[name] for name in key): it for it in rows(school / CANVAS)}
    second = [it for it in rows(school / SHEETS[1]) if it["task id"].isdigit()]
    first = [in_canvas[it["student"], it["skill"], it["task id"], it["attempt"]] for it in second]
    assert all(one["submission date"][:10] == two["date"] for one, two in zip(first, second, strict=True))
    differing = [one for one, two in zip(first, second, strict=True) if one["outcome score"][0] != two["level"]]
    assert 0 < len(differing) < len(second)


def test_the_flaws_of_real_exports_are_there(school: Path) -> None:
    exported = rows(school / CANVAS)
    assert {it["student sis id"] for it in exported} - {it.id for it in PUPILS} == {"S1999"}
    assert [it["submission date"] for it in exported].count("") == 1
    assert {it["learning outcome rating"] for it in exported} - set(LEARNING) == {"Exceeds mastery"}
    assert {it["student sis id"] for it in exported if it["section name"].endswith(" B")} == {"S1108"}
    assert any(it["assessment question"] == "Question 2" for it in exported)
    seen = rows(school / SHEETS[2])
    assert {"2026-02-30", "2027-11-04"} < {it["date"] for it in seen}
    assert {it["level"] for it in seen} - {*HABITS, *"1234"} == {"nearly 3"}
    results = rows(school / "evidence/oneroster/results.csv")
    assert {it["scoreStatus"] for it in results} == {"fully graded", "not submitted", "exempt"}


def test_practice_is_marked_in_our_own_sheets(school: Path) -> None:
    assert {it["purpose"] for it in rows(school / SHEETS[1])} == {"practice", "summative"}
    assert {it["mark"] for it in rows(school / SHEETS[0])} == {"baseline"}


# The words


COMMENTS = [said for tasks in TASKS.values() for it in tasks for said in it.says or ()]


def test_no_comment_is_written_twice_and_each_is_about_a_task() -> None:
    assert len(COMMENTS) == len(set(COMMENTS)) > 180
    assert len({it.title for tasks in TASKS.values() for it in tasks}) == sum(map(len, TASKS.values())) > 60
    assert all(it.shows for tasks in TASKS.values() for it in tasks)


def test_nobody_says_a_word_that_the_pages_avoid() -> None:
    avoided = re.compile(r"\b(below|weak|fail\w*|behind|missing|poor|deficient|low)\b|!", re.IGNORECASE)
    said = [*COMMENTS, *(it.words for it in VOICES.values())]
    assert [it for it in said if avoided.search(it)] == []


def test_about_forty_students_speak_for_themselves_each_in_their_own_way(school: Path) -> None:
    written = {it.stem: it.read_text(encoding="utf-8") for it in (school / "words").iterdir()}
    assert 38 <= len(written) <= 46
    assert set(written) < {it.id for it in PUPILS}
    assert len({text.split("---")[2] for text in written.values()}) == len(written)
    assert {it.language for it in VOICES.values()} == {"", "ar", "es"}


def test_the_words_of_students_can_be_read(school: Path) -> None:
    for path in (school / "words").iterdir():
        parts, problems = halves(path.name, path.read_text(encoding="utf-8"))
        assert parts and not problems
        head, problems = read_yaml(path.name, parts.head)
        assert isinstance(head, dict) and not problems
        assert str(head["said"]) == VOICES[path.stem].said <= AS_OF.isoformat()
        assert parts.body.strip() == VOICES[path.stem].words


def test_no_name_of_the_school_is_a_name_in_the_student_work() -> None:
    files = (it for folder in ("exemplars", "continuum") for it in (ROOT / folder).rglob("*") if it.is_file())
    # A name of one language is a word of another: in Arabic, Omar is an age.
    texts = (it for it in files if not language_in(it.name))
    there = {
        word
        for it in texts
        if it.suffix in (".md", ".yml")
        for word in re.findall(r"\w+", it.read_text(encoding="utf-8"))
    }
    named = [part for it in PUPILS for part in (it.name, it.given, it.sort_name)]
    named += [name.split()[1] for both in TEACHERS.values() for name in both]
    words = {word for name in named for word in re.findall(r"\w+", name) if len(word) > 1 and not word.islower()}
    assert words & there == set()


def test_no_student_is_named_in_what_teachers_say() -> None:
    given = {it.given for it in PUPILS}
    said = {word for it in COMMENTS for word in re.findall(r"\w+", it)}
    assert said & given == set()


def test_the_folder_says_that_everything_in_it_is_invented(school: Path) -> None:
    said = (school / "README.txt").read_text(encoding="utf-8")
    assert said.startswith("Everybody in this folder is invented")
