"""A translation's file: new, or changed as little as can be."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.exchange.translations.sidecar import Sidecar, Words, sidecar
from tests.exchange.translations.bilingual import ARGUE, ARGUE_ES, SPANISH, bilingual, source, texts_in
from tests.project import Project

GOAL = "continuum/agency/set-a-goal.md"
LUNCH = "exemplars/literacy/lunch/index.md"
CLAIM = "skills/LIT.ARG.1/title"


@pytest.fixture
def school(tmp_path: Path) -> Project:
    """The small school in two languages."""
    return bilingual(tmp_path)


def put(school: Project, file: str, texts: dict[str, str], made: dict[str, str] | None = None) -> Sidecar | None:
    """What becomes of the translation of a source with these texts."""
    known = texts_in(school.root)
    return sidecar(known, source(known, file), "es", Words(texts, made or {}))


def said(school: Project, file: str, texts: dict[str, str], made: dict[str, str] | None = None) -> str:
    """The text that its file has then."""
    found = put(school, file, texts, made)
    assert found is not None
    assert found.lost == ()
    return found.data.decode()


def changed(before: str, after: str) -> tuple[list[str], list[str]]:
    """The lines that are gone and those that have come."""
    old, new = before.splitlines(), after.splitlines()
    return [it for it in old if it not in new], [it for it in new if it not in old]


# Changed in place


@pytest.mark.parametrize(
    ("place", "gone", "come"),
    [
        ("title", ['title: "Argumentar con evidencia"'], ['title: "Otro: «texto»"']),
        ("statement", ["statement: >-", "  Puedo hacer una afirmación que otros", "  pueden poner a prueba."],
         ['statement: "Otro: «texto»"']),
        (CLAIM, ["    title: 'Afirmación'"], ['    title: "Otro: «texto»"']),
        ("skills/LIT.ARG.1/levels/1", None, None),
        ("skills/LIT.ARG.1/levels/2", None, None),
    ],
)  # fmt: skip
def test_one_text_changes_and_all_else_stays(
    school: Project, place: str, gone: list[str] | None, come: list[str] | None
) -> None:
    after = said(school, ARGUE, {place: "Otro: «texto»"})
    assert after.startswith("# Ana lo tradujo.\n")
    assert "LIT.ARG.1  # la primera\n" in after
    old, new = changed(SPANISH, after)
    if gone is None:
        assert len(old) == len(new) == 1
        assert new[0].startswith("    levels: {1: ")
    else:
        assert (old, new) == (gone, come)


def test_a_new_text_stands_where_it_stands_in_the_source(school: Project) -> None:
    after = said(school, ARGUE, {"why": "Porque sí.", "skills/LIT.ARG.2/title": "Evidencia"}, {"why": "00000000"})
    lines = after.splitlines()
    assert lines[lines.index("why: Porque sí.") + 1] == "skills:"
    assert lines[lines.index("made_from:") - 2 : lines.index("made_from:")] == [
        "  - id: LIT.ARG.2",
        "    title: Evidencia",
    ]
    assert lines.index("  why: 00000000") == lines.index("made_from:") + 2


def test_what_a_text_was_made_from_is_written_down_alone(school: Project) -> None:
    after = said(school, ARGUE, {}, {"title": "11111111", "statement": "22222222"})
    old, new = changed(SPANISH, after)
    assert len(old) == 1
    assert new == ["  title: 11111111", "  statement: 22222222"]


@pytest.mark.parametrize(("mark", "end"), [(b"\xef\xbb\xbf", "\r\n"), (b"", "\r\n"), (b"\xef\xbb\xbf", "\n")])
def test_marks_and_ends_of_lines_stay(school: Project, mark: bytes, end: str) -> None:
    school.write(ARGUE_ES, mark + SPANISH.replace("\n", end).encode())
    found = put(school, ARGUE, {CLAIM: "Tesis", "why": "Uno\n\ndos"})
    assert found is not None
    assert found.data.startswith(mark + b"# Ana")
    assert found.data.count(b"\n") == (found.data.count(b"\r\n") if end == "\r\n" else found.data.count(b"\n"))
    assert b"\r\r" not in found.data


def test_a_file_that_only_has_a_comment_keeps_it(school: Project) -> None:
    school.write(ARGUE_ES, "# Mañana.\n")
    assert said(school, ARGUE, {"title": "Argumentar"}) == "# Mañana.\ntitle: Argumentar\n"


def test_texts_that_the_source_does_not_have_stay(school: Project) -> None:
    school.write(ARGUE_ES, "subtitle: Algo\ntitle: Argumentar\n")
    assert said(school, ARGUE, {"title": "Argüir"}) == "subtitle: Algo\ntitle: Argüir\n"


def test_a_comment_that_has_to_go_is_told(school: Project) -> None:
    school.write(ARGUE_ES, "skills:\n  # todo por hacer\n  algo: 1\n")
    found = put(school, ARGUE, {CLAIM: "Tesis"})
    assert found is not None and found.lost in ((), ("# todo por hacer",))
    assert "Tesis" in found.data.decode()


# New


def test_a_new_file_has_the_texts_alone_in_the_order_of_the_source(school: Project) -> None:
    school.remove(ARGUE_ES)
    texts = {"title": "Argumentar", "why": "Para votar.", CLAIM: "Tesis", "skills/LIT.ARG.1/levels/2": "Puedo."}
    made = {CLAIM: "11111111", "title": "00000000", "why": "22222222"}
    found = put(school, ARGUE, texts, made)
    assert found is not None
    assert found.file == ARGUE_ES
    assert found.data.decode() == (
        "title: Argumentar\n"
        "why: Para votar.\n"
        "skills:\n"
        "  - id: LIT.ARG.1\n"
        "    title: Tesis\n"
        "    levels: {2: Puedo.}\n"
        "made_from:\n"
        "  title: 00000000\n"
        "  why: 22222222\n"
        "  skills/LIT.ARG.1/title: 11111111\n"
    )


@pytest.mark.parametrize(
    ("file", "texts", "beside", "expected"),
    [
        (GOAL, {"title": "Meta"}, "set-a-goal.es.md", "---\ntitle: Meta\n---\n"),
        (GOAL, {"about": "Cualquiera."}, "set-a-goal.es.md", "---\n---\n\nCualquiera.\n"),
        (LUNCH, {"body": "  Poco.\n\nMuy poco."}, "index.es.md", "---\n---\n\n  Poco.\n\nMuy poco.\n"),
    ],
)
def test_a_markdown_source_with_a_body_has_a_markdown_translation(
    school: Project, file: str, texts: dict[str, str], beside: str, expected: str
) -> None:
    found = put(school, file, texts)
    assert found is not None
    assert found.file == f"{file.rpartition('/')[0]}/{beside}"
    assert found.data.decode() == expected


def test_a_markdown_source_without_a_body_has_a_translation_in_yaml(school: Project) -> None:
    head = school.read(GOAL).partition("\n---\n")[0]
    school.write(GOAL, f"{head}\nabout: Any goal.\n---\n")
    found = put(school, GOAL, {"about": "Cualquiera."})
    assert found is not None
    assert (found.file, found.data.decode()) == ("continuum/agency/set-a-goal.es.yml", "about: Cualquiera.\n")


@pytest.mark.parametrize(
    ("file", "schema", "start"),
    [
        (
            ARGUE,
            "../../schemas/competency.json",
            "# yaml-language-server: $schema=../../schemas/translated-competency.json\n",
        ),
        (GOAL, "competency.json", "---\n# yaml-language-server: $schema=translated-competency.json\n"),
    ],
)
def test_editors_know_its_shape_where_they_know_that_of_its_source(
    school: Project, file: str, schema: str, start: str
) -> None:
    line = f"# yaml-language-server: $schema={schema}\n"
    text = school.read(file)
    school.write(file, f"---\n{line}{text[4:]}" if file == GOAL else line + text).remove(ARGUE_ES)
    assert said(school, file, {"title": "Hola"}) == f"{start}title: Hola\n{'---' + chr(10) if file == GOAL else ''}"


# Markdown that is there


@pytest.mark.parametrize(
    ("there", "expected"),
    [
        ("---\ntitle: Meta\n---\nViejo.\n", "---\ntitle: Meta\n---\nNuevo.\n"),
        ("---\ntitle: Meta\n---\n\n\nViejo.\n\n", "---\ntitle: Meta\n---\n\n\nNuevo.\n\n"),
        ("---\r\ntitle: Meta\r\n---\r\nViejo.\r\n", "---\r\ntitle: Meta\r\n---\r\nNuevo.\r\n"),
        ("---\ntitle: Meta  # así\n---", "---\ntitle: Meta  # así\n---\n\nNuevo.\n"),
        ("---\nabout: Viejo.\n---\n", "---\nabout: Nuevo.\n---\n"),
        ("---\n---\n", "---\n---\n\nNuevo.\n"),
    ],
)
def test_a_body_changes_where_it_stands(school: Project, there: str, expected: str) -> None:
    school.write("continuum/agency/set-a-goal.es.md", there)
    found = put(school, GOAL, {"about": "Nuevo."})
    assert found is not None
    assert found.data.decode() == expected


def test_an_indent_that_begins_a_body_means_something(school: Project) -> None:
    beside = "exemplars/literacy/lunch/index.es.md"
    school.write(beside, "---\n---\n\n    viejo\n")
    assert said(school, LUNCH, {"body": "    nuevo"}) == "---\n---\n\n    nuevo\n"
    assert said(school, LUNCH, {"body": "nuevo"}) == "---\n---\n\nnuevo\n"


def test_a_translation_in_yaml_of_a_markdown_source_keeps_its_kind(school: Project) -> None:
    school.write("continuum/agency/set-a-goal.es.yml", "title: Meta\n")
    assert said(school, GOAL, {"about": "Uno.\n\nDos."}) == "title: Meta\nabout: |-\n  Uno.\n\n  Dos.\n"


def test_what_no_file_can_say_is_not_written(school: Project) -> None:
    media = "media:\n  - {file: a.png, alt: One}\n  - {file: a.png, alt: Two}\n"
    school.change(LUNCH, "why: The claim", f"{media}why: The claim")
    assert put(school, LUNCH, {"media/a.png/alt": "Uno"}) is not None
    school.write(ARGUE_ES, "skills:\n  - {id: LIT.ARG.1, title: Uno}\n  - {id: LIT.ARG.1, title: Dos}\n")
    assert put(school, ARGUE, {CLAIM: "Tres"}) is None
