"""“continuum translate”, as a school and its translators use it."""

from __future__ import annotations

import csv
import json
import re
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.exchange.translations.bilingual import ARGUE, ARGUE_ES, bilingual, sidecars
from tests.shell import Shell

WHY = "People who vote have to weigh what they are told."


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """Somebody in the folder of a school that speaks English and Spanish."""
    bilingual(tmp_path)
    return Shell(tmp_path)


def filled(shell: Shell, name: str, source: str, target: str) -> None:
    """Put a translation into a PO file, as a translator's tool would."""
    path = shell.folder / name
    text = path.read_text(encoding="utf-8")
    assert f'msgid "{source}"\nmsgstr ""\n' in text
    path.write_text(text.replace(f'msgid "{source}"\nmsgstr ""\n', f'msgid "{source}"\nmsgstr "{target}"\n'), "utf-8")


# Status


def test_status_says_where_there_is_work_to_do(shell: Shell) -> None:
    assert shell.run("translate", "status").code == 0, shell.output
    assert re.search(r"^Spanish \(es\): 5 of \d+ texts of the school are translated, \d+ of \d+", shell.printed)
    [line] = [it for it in shell.printed.splitlines() if it.endswith(ARGUE)]
    assert line.split() == ["5/11", "6", "–", "3", ARGUE]
    assert "go unnoticed until “continuum translate mark es” is run." in shell.printed


def test_a_source_that_is_done_is_counted_and_not_listed(shell: Shell) -> None:
    shell.write(ARGUE, "id: A\ntitle: Argue from evidence\nstatement: I can.\n")
    shell.write("continuum/literacy/argue.es.yml", "title: Argumentar\nstatement: Puedo.\n")
    shell.run("translate", "mark", "es")
    shell.run("translate", "status", "es")
    assert ARGUE not in shell.printed
    assert "1 source is done, and not listed." in shell.printed


def test_status_says_so_where_nothing_is_left(shell: Shell) -> None:
    shell.run("translate", "export", "es", "-o", "es.csv")
    with (shell.folder / "es.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    with (shell.folder / "es.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows({**it, "target": it["target"] or it["source"]} for it in rows)
    shell.run("translate", "import", "es.csv")
    shell.run("translate", "mark")
    assert "There is nothing left to do." in shell.run("translate", "status").printed


def test_status_can_be_had_as_json(shell: Shell) -> None:
    assert shell.run("translate", "status", "--json").code == 0
    [spanish] = json.loads(shell.printed)["languages"]
    [argue] = [it for it in spanish["sources"] if it["source"] == ARGUE]
    assert (spanish["language"], spanish["name"], spanish["translated"]) == ("es", "Spanish", 5)
    assert spanish["texts"] == sum(it["texts"] for it in spanish["sources"])
    assert spanish["not_yet"] == sum(len(it["not_yet"]) for it in spanish["sources"])
    assert argue["translation"] == ARGUE_ES
    assert argue["not_watched"] == ["statement", "skills/LIT.ARG.1/levels/1", "skills/LIT.ARG.1/levels/2"]


def test_a_continuum_with_one_language_is_told_how_to_get_another(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    shell.run("new", "school", "--minimal")
    assert shell.run("translate", "status", "-C", "school").code == 0
    assert "Add others to “languages”" in shell.output
    assert shell.printed == ""


# Out and in


def test_a_school_that_sends_its_texts_out_gets_them_back(shell: Shell) -> None:
    assert shell.run("translate", "export", "es", "-o", "es.po").code == 0, shell.output
    assert shell.printed == "es.po\n"
    assert re.search(r"^\d+ texts written, \d+ of them to translate or to look at\.$", shell.output, re.MULTILINE)
    before = sidecars(shell.folder)
    assert shell.run("translate", "import", "es.po").code == 0, shell.output
    assert sidecars(shell.folder) == before
    filled(shell, "es.po", WHY, "Quien vota tiene que pensar.")
    assert shell.run("translate", "import", "es.po", "--dry-run").code == 0
    assert "1 new; 5 there already." in shell.output
    assert "(nothing was written)" in shell.output
    assert sidecars(shell.folder) == before
    assert shell.run("translate", "import", "es.po").code == 0
    assert "Files: 0 made, 1 changed." in shell.output
    assert "why: Quien vota tiene que pensar." in (shell.folder / ARGUE_ES).read_text(encoding="utf-8")


def test_only_what_is_left_to_do_can_go_out(shell: Shell) -> None:
    shell.run("translate", "export", "es", ARGUE, "--only-missing", "-o", "es.po")
    assert "6 texts written, 6 of them to translate or to look at." in shell.output


@pytest.mark.parametrize("name", [ARGUE, ARGUE_ES, "./continuum/literacy/argue.yml"])
def test_files_may_be_named_from_the_school_or_from_here(shell: Shell, name: str) -> None:
    shell.run("translate", "export", "es", name, "-o", "a.po")
    assert "11 texts written" in shell.output
    (shell.folder / "office").mkdir()
    there = Shell(shell.folder / "office")
    there.run("translate", "export", "es", "-C", "..", f"../{name}", "-o", "a.po")
    assert "11 texts written" in there.output
    there.run("translate", "export", "es", "-C", "..", "..", "-o", "all.po")
    assert there.run("translate", "export", "es", "-C", "..", "-o", "all.po").code == 0


def test_a_file_that_somebody_works_on_is_not_written_over(shell: Shell) -> None:
    shell.run("translate", "export", "es", "-o", "es.csv")
    shell.write("es.csv", "mine")
    assert shell.run("translate", "export", "es", "-o", "es.csv").code == 1
    assert "error[folder-taken]" in shell.output
    assert shell.run("translate", "export", "es", "-o", "es.csv", "--replace").code == 0


def test_what_was_left_out_is_told_with_its_place(shell: Shell) -> None:
    shell.write(
        "es.po",
        'msgid ""\nmsgstr "Language: es\\n"\n\n'
        f'#, fuzzy\nmsgctxt "{ARGUE}#why"\nmsgid "{WHY}"\nmsgstr "Para votar"\n\n'
        f'msgctxt "{ARGUE}#title"\nmsgid "Argue"\nmsgstr "Discutir"\n\n'
        'msgid "Nobody says this"\nmsgstr "Nadie"\n\n'
        f'msgctxt "{ARGUE}#statement"\nmsgid "I can test."\nmsgstr "Puedo probar."\n\n'
        '#~ msgid "Gone"\n#~ msgstr "Ido"\n',
    )
    assert shell.run("translate", "import", "es.po").code == 0, shell.output
    assert "Left out: 1 marked fuzzy" in shell.output
    assert "Left out: 1 marked obsolete." in shell.output
    assert "es.po:13: Nobody says this" in shell.output
    assert "es.po:10: Argue" in shell.output
    assert "and marked as changed: 1.\n    continuum/literacy/argue.yml#statement" in shell.output


def test_of_many_rows_the_first_are_named_and_json_names_all(shell: Shell) -> None:
    rows = "".join(f"Word {number},Palabra\n" for number in range(25))
    shell.write("glossary.csv", f"source,target\n{rows}Claim,Tesis\n")
    shell.run("translate", "import", "glossary.csv", "--language", "es")
    assert "Left out: 25 not in this continuum." in shell.output
    assert shell.output.count("glossary.csv:") == 20
    assert "… and 5 more: “--json” lists them all" in shell.output
    shell.run("translate", "import", "glossary.csv", "--language", "es", "--json")
    printed = json.loads(shell.printed)
    [spanish] = printed["languages"]
    assert printed["problems"] == []
    assert (spanish["counts"]["unknown"], spanish["counts"]["same"]) == (25, 1)
    assert len(spanish["rows"]) == 25
    assert spanish["rows"][0] == {
        "fate": "unknown",
        "file": "glossary.csv",
        "line": 2,
        "location": None,
        "source": "Word 0",
        "is_stale": False,
    }


def test_a_comment_that_had_to_go_is_told(shell: Shell) -> None:
    shell.write(ARGUE_ES, "# Ana\ntitle: # dos\n  - a\n  - b\n")
    shell.write("es.csv", "source,target\nArgue from evidence,Argumentar\n")
    assert shell.run("translate", "import", "es.csv").code == 0, shell.output
    assert (shell.folder / ARGUE_ES).read_text(encoding="utf-8").startswith("# Ana\ntitle: Argumentar\n")
    assert "Comments that had to go:\n    continuum/literacy/argue.es.yml: # dos\n" in shell.output


@pytest.mark.parametrize("json_wanted", [False, True])
def test_a_file_that_cannot_be_read_is_told_with_its_line(shell: Shell, json_wanted: bool) -> None:
    shell.write("es.po", 'msgid "a"\nmsgstr "b"\nwhat\n')
    before = sidecars(shell.folder)
    assert shell.run("translate", "import", "es.po", *(["--json"] if json_wanted else [])).code == 1
    if json_wanted:
        assert [it["line"] for it in json.loads(shell.printed)["problems"]] == [3]
    else:
        assert "es.po:3:1: error[translation-unreadable]" in shell.output
    assert sidecars(shell.folder) == before


def test_nothing_comes_into_a_school_that_cannot_be_read_itself(shell: Shell) -> None:
    shell.write("continuum/literacy/area.yml", "id: [")
    for words in (("status",), ("export", "es", "-o", "a.po"), ("import", ARGUE), ("mark",)):
        assert shell.run("translate", *words).code == 1, words
        assert "continuum/literacy/area.yml:" in shell.output
    assert not (shell.folder / "a.po").exists()


def test_a_workbook_needs_a_library_and_says_so(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    with ZipFile(shell.folder / "book.xlsx", "w") as book:
        book.writestr("xl/workbook.xml", "<workbook/>")
    for name in [it for it in sys.modules if it.startswith(("site_builder.tables.workbook", "python_calamine"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    assert shell.run("translate", "import", "book.xlsx", "--language", "es").code == 2
    assert 'pip install "transparent-continuum[sheets]"' in shell.output


# Mark and words


@pytest.mark.parametrize("words", [(), ("es",), (ARGUE,), (ARGUE_ES,), ("es", "continuum/literacy")])
def test_translations_are_marked_as_fitting(shell: Shell, words: tuple[str, ...]) -> None:
    assert shell.run("translate", "mark", *words).code == 0, shell.output
    assert "es: 3 are watched from now on, 0 had changed and fit; 1 file changed." in shell.output
    shell.run("translate", "mark", *words)
    assert "es: 0 are watched from now on, 0 had changed and fit; 0 files changed." in shell.output


def test_marking_a_translation_leaves_other_languages_alone(tmp_path: Path) -> None:
    school = bilingual(tmp_path, "es", "ar").write("continuum/literacy/argue.ar.yml", "title: حجة\n")
    shell = Shell(school.root)
    shell.run("translate", "mark", ARGUE_ES)
    assert "made_from" not in school.read("continuum/literacy/argue.ar.yml")
    assert "ar:" not in shell.output


def test_words_of_pages_can_be_put_into_a_language_of_ones_own(shell: Shell) -> None:
    assert shell.run("translate", "words", "nl").code == 0, shell.output
    assert shell.printed.strip() == str(Path("continuum/words/nl.po"))
    assert "made; 0 of" in shell.output
    shell.run("translate", "words", "nl")
    assert "nothing to add; 0 of" in shell.output
    path = shell.folder / "continuum/words/nl.po"
    path.write_text("\n\n".join(path.read_text(encoding="utf-8").split("\n\n")[:-2]) + "\n", encoding="utf-8")
    shell.run("translate", "words", "nl")
    assert re.search(r"^[12] texts? added; 0 of", shell.output, re.MULTILINE)


def test_words_that_cannot_be_read_are_left_alone(shell: Shell) -> None:
    shell.write("continuum/words/nl.po", "what")
    assert shell.run("translate", "words", "nl").code == 1
    assert "continuum/words/nl.po:1:1: error[words-unreadable]" in shell.output


# Wrong words


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("status", "fr"), "“fr” is not one of the languages of this continuum. Its other languages: es. Add it"),
        (("export", "en", "-o", "a.po"), "“en” is the language that this continuum is written in."),
        (("export", "es", "-o", "a.txt"), "“a.txt” is neither a .po nor a .csv file."),
        (("export", "es", "continuum/gone", "-o", "a.po"), "“continuum/gone” is no source of this continuum"),
        (("import", ARGUE, "--language", "fr"), "“fr” is not one of the languages"),
        (("mark", "fr"), "“fr” is not one of the languages"),
        (("mark", "es", "continuum/gone.yml"), "“continuum/gone.yml” is no source"),
        (("words", "Spanish please"), "“Spanish please” is not the code of a language"),
    ],
)
def test_a_wrong_word_is_answered_with_the_right_ones(shell: Shell, words: tuple[str, ...], said: str) -> None:
    assert shell.run("translate", *words).code == 2
    assert said in shell.output
