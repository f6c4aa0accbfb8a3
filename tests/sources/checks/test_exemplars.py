"""What an exemplar's own folder promises."""

from __future__ import annotations

import pytest

from tests.project import Project
from tests.sources.findings import PICTURE, findings, said

LUNCH = "exemplars/literacy/lunch/index.md"
NOTES = "annotations:\n"
BODY = "Lunch is too short. It is nine minutes by the time we sit down.\n"


def with_picture(project: Project, words: str = "file: table.png, alt: A table.", note: str = "") -> Project:
    """The small folder with a picture beside the work, and perhaps a note on it."""
    project.write("exemplars/literacy/lunch/table.png", PICTURE)
    if note:
        project.change(LUNCH, NOTES, f"{NOTES}  - {{skill: LIT.ARG.1, level: 2, note: A., {note}}}\n")
    return project.change(LUNCH, NOTES, f"media: [{{{words}}}]\n{NOTES}")


def test_work_is_there(project: Project) -> None:
    project.change(LUNCH, BODY, "\n")
    [found] = said(project, "work-missing")
    assert found.startswith(f"{LUNCH}:2:1: error: “Should lunch be longer?” has no work in it")


@pytest.mark.parametrize(("mode", "ending"), [("image", ".png"), ("audio", ".mp3"), ("video", ".mp4")])
def test_work_is_of_the_kind_that_is_promised(project: Project, mode: str, ending: str) -> None:
    project.change(LUNCH, "mode: writing", f"mode: {mode}")
    [found] = said(project, "medium-missing")
    assert found.startswith(f"{LUNCH}:7:7: error: “Should lunch be longer?” is said to be of the kind “{mode}”")
    assert ending in found


def test_media_are_there(project: Project) -> None:
    with_picture(project, "file: Table.png, alt: A table.")
    [found] = said(project, "medium-missing")
    assert found == f"{LUNCH}:12:16: error: there is no file “Table.png” here (did you mean “table.png”?)"


@pytest.mark.parametrize(
    "file", ["../my-dog/index.md", "/etc/passwd", "..\\\\a.png", "a\\\\b.png", ".hidden.png", "a/b.png"]
)
def test_media_lie_beside_the_work(project: Project, file: str) -> None:
    with_picture(project, f'file: "{file}", alt: A table.')
    [found] = said(project, "medium-outside")
    assert found.startswith(f"{LUNCH}:12:16: error: “")


def test_media_have_words(project: Project) -> None:
    with_picture(project, "file: table.png")
    [found] = said(project, "alt-missing")
    assert found.startswith(f"{LUNCH}:12:9: error: “table.png” has no “alt”")


def test_recordings_have_a_transcript(project: Project) -> None:
    with_picture(project, "file: talk.mp3, alt: A talk.")
    [found] = said(project, "transcript-missing")
    assert found.startswith(f"{LUNCH}:12:9: error: “talk.mp3” has no “transcript”")


@pytest.mark.parametrize(
    ("note", "place", "message"),
    [
        (
            "image: other.png, region: [1, 2, 3, 4]",
            51,
            "points at “other.png”, which “media” does not list (listed here: table.png)",
        ),
        ("audio: talk.mp3, time: [1, 2]", 51, "points at “talk.mp3”, which “media” does not list"),
        ("image: table.png, region: [90, 0, 11, 5]", 70, "this region reaches beyond the picture"),
        ("image: table.png, region: [0, 50, 5, 50.5]", 70, "this region reaches beyond the picture"),
        ("audio: table.png, time: [2, 2]", 68, "this time ends before it begins"),
    ],
)
def test_annotations_point_at_media(project: Project, note: str, place: int, message: str) -> None:
    [found] = said(with_picture(project, note=note), "annotation-astray")
    assert found.startswith(f"{LUNCH}:14:{place}: error: ")
    assert message in found


def test_a_note_on_a_picture_where_none_is_listed_is_pointed_at(project: Project) -> None:
    note = "{skill: LIT.ARG.1, level: 2, note: A., image: a.png, region: [1, 2, 3, 4]}"
    project.change(LUNCH, NOTES, f"{NOTES}  - {note}\n")
    [found] = said(project, "annotation-astray")
    assert "(listed here: nothing yet)" in found


def test_annotations_find_their_quotes(project: Project) -> None:
    project.change(LUNCH, "quote: nine minutes", "quote: ten minutes")
    [found] = said(project, "quote-missing")
    assert found.startswith(f"{LUNCH}:13:13: error: the work does not say “ten minutes by the time we sit down”")


def test_a_quote_that_stands_twice_has_to_say_which(project: Project) -> None:
    project.change(LUNCH, BODY, BODY * 2)
    [found] = said(project, "quote-unclear")
    assert found.startswith(f"{LUNCH}:13:13: error: the work says “nine minutes by the time we sit down” 2 times")
    project.change(LUNCH, "skill: LIT.ARG.2, level", "occurrence: 2, skill: LIT.ARG.2, level")
    assert said(project, "quote-unclear") == said(project, "quote-missing") == []


def test_an_occurrence_that_is_not_there_is_pointed_at(project: Project) -> None:
    project.change(LUNCH, "skill: LIT.ARG.2, level", "occurrence: 2, skill: LIT.ARG.2, level")
    [found] = said(project, "quote-missing")
    assert "the work says “nine minutes by the time we sit down” 1 times, not 2" in found


def test_level_is_explained(project: Project) -> None:
    text = project.read(LUNCH)
    project.write(LUNCH, text.replace(text[text.index(NOTES) : text.index("why:")], ""))
    [found] = said(project, "annotation-missing")
    assert found.startswith(f"{LUNCH}:2:1: warning: “Should lunch be longer?” has no notes")
    project.change(LUNCH, "why: The claim can be tested.\n", "")
    [found] = said(project, "why-missing")
    assert found.startswith(f"{LUNCH}:2:1: warning: “Should lunch be longer?” does not say why it shows level 2")


def test_files_are_used(project: Project) -> None:
    project.write("exemplars/literacy/lunch/draft.docx", b"PK").write("exemplars/literacy/lunch/.DS_Store", b"")
    [found] = said(project, "file-unused")
    assert found.startswith(f"{LUNCH}:2:1: warning: “draft.docx” lies beside this file and is not published")


def test_a_long_quote_is_shortened(project: Project) -> None:
    project.change(LUNCH, "quote: nine minutes", f"quote: {'so ' * 30}nine minutes")
    [found] = said(project, "quote-missing")
    assert f"the work does not say “{'so ' * 19}so…”" in found


def test_work_may_be_a_picture_without_a_text(project: Project) -> None:
    with_picture(project, note="image: table.png, region: [10, 10, 20, 20]")
    project.change(LUNCH, "mode: writing", "mode: image").change(LUNCH, BODY, "")
    text = project.read(LUNCH)
    project.write(LUNCH, "\n".join(line for line in text.split("\n") if "quote:" not in line))
    assert [it for it in findings(project) if it.startswith("exemplars/")] == []


def test_a_picture_needs_no_transcript_and_a_recording_no_alt(project: Project) -> None:
    with_picture(project, "file: talk.mp3, transcript: Hello.")
    assert said(project, "alt-missing") == said(project, "transcript-missing") == []


def test_sound_work_is_left_alone(project: Project) -> None:
    with_picture(project, note="image: table.png, region: [10, 0, 90, 100]")
    assert [it for it in findings(project) if it.startswith("exemplars/")] == []
