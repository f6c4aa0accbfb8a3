"""Documents that carry their writer's name, and what was taken out again."""

from __future__ import annotations

import io
import zipfile

import pytest

from tests.project import Project

WRITER = "Zoe Quill"
WORK = "exemplars/literacy/lunch/"


def _word() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr("docProps/core.xml", f"<dc:creator>{WRITER}</dc:creator>")
        made.writestr("word/document.xml", f'<w:del w:author="{WRITER}"><w:delText>my real name</w:delText></w:del>')
    return out.getvalue()


PDF = f"%PDF-1.7\n1 0 obj << /Author ({WRITER}) /Title (Lunch) >> endobj\n%%EOF\n".encode()
DOCUMENTS = {
    "letter.docx": (_word(), "a Word document"),
    "letter.pdf": (PDF, "a PDF"),
    "letter.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + WRITER.encode(), "an old Office document"),
    "letter.odt": (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text", "an OpenDocument text"),
    "letter.png": (_word(), "a Word document"),
    "letter.jpg": (PDF, "a PDF"),
    "letter.mp3": (PDF, "a PDF"),
}


@pytest.mark.parametrize("file", DOCUMENTS)
def test_a_document_is_refused_at_its_line(project: Project, file: str) -> None:
    data, words = DOCUMENTS[file]
    project.write(WORK + file, data)
    project.change(
        f"{WORK}index.md", "why:", f"media:\n  - {{file: {file}, alt: A letter., transcript: A letter.}}\nwhy:"
    )
    assert project.build().code == 1
    message = f"error[medium-kind]: “{file}” is not published: by its content it is {words}"
    assert f"{WORK}index.md:15:12: {message}" in project.output
    assert not (project.root / "site").exists()


@pytest.mark.parametrize("file", ["letter.docx", "letter.pdf"])
def test_a_teacher_is_told_what_to_do_instead(project: Project, file: str) -> None:
    project.write(WORK + file, DOCUMENTS[file][0])
    project.change(f"{WORK}index.md", "why:", f"media:\n  - {{file: {file}}}\nwhy:")
    assert "put the words into this file, or add a picture of the page" in project.check().output


def test_a_document_that_lies_beside_the_work_is_pointed_at_and_not_published(project: Project) -> None:
    for file in ("letter.docx", "letter.pdf"):
        project.write(WORK + file, DOCUMENTS[file][0])
        project.write(f"continuum/pages/{file}", DOCUMENTS[file][0])
    assert project.build().code == 0
    for file in ("letter.docx", "letter.pdf"):
        assert f"warning[file-unused]: “{file}” lies beside this file and is not published" in project.output
    for file, data in project.tree().items():
        assert "letter" not in file
        assert WRITER.encode() not in data, file
    assert project.build("--strict").code == 1
