"""Files that came back, taken into a school's folder: all of it or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.exchange.translations.decisions import Fate
from site_builder.exchange.translations.take import Outcome
from site_builder.sources.translation import fingerprint
from tests.exchange.translations.bilingual import ARGUE, ARGUE_ES, bilingual, listed, po, sidecars, take, taken
from tests.project import Project

WHY = (f"{ARGUE}#why", "People who vote have to weigh what they are told.", "Para votar.")
GOAL = ("continuum/agency/set-a-goal.md#title", "Set a goal", "Fijar una meta")


@pytest.fixture
def school(tmp_path: Path) -> Project:
    """The small school in two languages."""
    return bilingual(tmp_path / "school")


def fates(outcome: Outcome) -> list[Fate]:
    return [one.fate for it in outcome.came for one in it.decisions]


def said(school: Project) -> dict[str, str]:
    return {it.location: it.target for it in listed(school.root) if it.target}


def test_what_came_stands_in_the_translations(school: Project, tmp_path: Path) -> None:
    outcome = taken(school.root, po(tmp_path / "es.po", [WHY, GOAL]))
    assert fates(outcome) == [Fate.NEW, Fate.NEW]
    [came] = outcome.came
    assert (came.beside.made, came.beside.changed) == (("continuum/agency/set-a-goal.es.md",), (ARGUE_ES,))
    assert said(school)[WHY[0]] == "Para votar."
    assert said(school)[GOAL[0]] == "Fijar una meta"
    assert school.check().code == 0, school.output


def test_a_trial_writes_nothing(school: Project, tmp_path: Path) -> None:
    before = sidecars(school.root)
    outcome = take(school.root, po(tmp_path / "es.po", [WHY, GOAL]), dry_run=True)
    assert fates(outcome) == [Fate.NEW, Fate.NEW]
    assert sidecars(school.root) == before


def test_a_source_that_has_changed_since_is_marked_by_the_words_that_were_translated(
    school: Project, tmp_path: Path
) -> None:
    outcome = taken(school.root, po(tmp_path / "es.po", [(WHY[0], "People vote.", "La gente vota.")]))
    assert [it.is_stale for it in outcome.came[0].decisions] == [True]
    assert f"why: {fingerprint('People vote.')}" in school.read(ARGUE_ES)
    assert "translation-stale" in school.check().output


def test_several_files_in_several_languages_come_in_at_once(tmp_path: Path) -> None:
    school = bilingual(tmp_path / "school", "es", "ar")
    spanish = po(tmp_path / "a.po", [WHY])
    arabic = po(tmp_path / "b.po", [GOAL], "Language: ar\\n")
    table = tmp_path / "more-ar.csv"
    table.write_text("source,target\nClaim,ادّعاء\n", encoding="utf-8")
    outcome = taken(school.root, spanish, arabic, table)
    assert [(it.language, len(it.decisions)) for it in outcome.came] == [("es", 1), ("ar", 2)]
    assert set(sidecars(school.root, "ar")) == {"continuum/agency/set-a-goal.ar.md", "continuum/literacy/argue.ar.yml"}


@pytest.mark.parametrize("bad", ["broken", "language", "table"])
def test_where_one_file_is_refused_none_is_taken(school: Project, tmp_path: Path, bad: str) -> None:
    other = tmp_path / "other.po"
    if bad == "broken":
        other.write_text('msgid "a"\nx', encoding="utf-8")
    elif bad == "language":
        po(other, [GOAL], "Language: fr\\n")
    else:
        other = tmp_path / "other.csv"
        other.write_text("a,b\n1,2\n", encoding="utf-8")
    before = sidecars(school.root)
    outcome = take(school.root, po(tmp_path / "es.po", [WHY]), other)
    assert outcome.came == ()
    codes = {"broken": "translation-unreadable", "language": "translation-language", "table": "table-header"}
    assert [it.code for it in outcome.problems] == [codes[bad]]
    assert sidecars(school.root) == before


def test_nothing_is_written_where_one_place_is_not_what_it_seems(school: Project, tmp_path: Path) -> None:
    (school.root / "continuum/literacy/retell.es.yml").mkdir()
    before = school.read(ARGUE_ES)
    rows = [WHY, ("continuum/literacy/retell.yml#title", "Retell a story", "Contar")]
    outcome = take(school.root, po(tmp_path / "es.po", rows))
    assert ([it.code for it in outcome.problems], outcome.came) == (["output-refused"], ())
    assert school.read(ARGUE_ES) == before


def test_links_and_quotes_that_have_gone_astray_are_told(school: Project, tmp_path: Path) -> None:
    body = "Lunch is too short. It is nine minutes by the time we sit down."
    lunch = "exemplars/literacy/lunch/index.md#"
    rows = [
        ("continuum/agency/set-a-goal.md#about", "Any goal counts. See [the claim](LIT.ARG.1-2).", "Mira [esto](XX)."),
        (f"{lunch}body", body, "El almuerzo dura nueve minutos."),
        (f"{lunch}annotations/1/quote", "nine minutes by the time we sit down", "diez minutos"),
    ]
    outcome = taken(school.root, po(tmp_path / "es.po", rows))
    assert {it.code for it in outcome.problems} == {"translation-link", "quote-missing"}
    assert "Mira [esto](XX)." in school.read("continuum/agency/set-a-goal.es.md")


def test_what_would_be_larger_than_a_source_can_be_is_refused(
    school: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("site_builder.exchange.translations.written_beside.LARGEST", 100)
    outcome = take(school.root, po(tmp_path / "es.po", [WHY]))
    assert [it.code for it in outcome.problems] == ["import-odd"]
    assert outcome.came == ()


def test_two_things_of_one_name_are_refused(school: Project, tmp_path: Path) -> None:
    school.write(ARGUE_ES, "skills:\n  - {id: LIT.ARG.1, title: Uno}\n  - {id: LIT.ARG.1, title: Dos}\n")
    outcome = take(school.root, po(tmp_path / "es.po", [(f"{ARGUE}#skills/LIT.ARG.1/title", "Claim", "Tres")]))
    assert "two things in it are called the same" in outcome.problems[0].message
