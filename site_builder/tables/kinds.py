"""What kind of file an export is, told by its first bytes and never by its name."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

_HEAD = 4_096
# Old binary workbooks and those with a password are both in a container of this kind.
_CONTAINER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PROTECTED = "EncryptedPackage".encode("utf-16-le")
_AS_CSV = "export it as CSV in UTF-8, or save it as a workbook (.xlsx)"


class Kind(StrEnum):
    """How a file is read."""

    TEXT = "text"
    WORKBOOK = "workbook"
    OTHER = "other"


def kind_of(path: Path) -> tuple[Kind, str, str]:
    """The kind of a file, and for a file that is no table what it is and what would be right."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if head.startswith(b"PK"):
        return Kind.WORKBOOK, "", ""
    if head.startswith(_CONTAINER):
        return Kind.OTHER, *_container(path)
    return _of_text(head)


def _of_text(head: bytes) -> tuple[Kind, str, str]:
    for start, what in _STARTS.items():
        if head.startswith(start):
            return Kind.OTHER, f"this is {what}, and no table", _AS_CSV
    begins = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:15].lower()
    if begins.startswith((b"<!doctype", b"<html", b"<table", b"<?xml", b"<workbook")):
        return Kind.OTHER, "this is a web page or XML, even if its name says that it is a table", _AS_CSV
    if begins.startswith((b"{", b"[{")):
        return Kind.OTHER, "this is JSON, and no table", "give it as records of xAPI, or export it as CSV"
    return Kind.TEXT, "", ""


def _container(path: Path) -> tuple[str, str]:
    """Whether a container holds a workbook with a password; its directory of names may stand anywhere in it."""
    tail = b""
    with path.open("rb") as file:
        while chunk := file.read(1 << 20):
            if _PROTECTED in tail + chunk:
                return "this workbook is protected with a password", "save it without a password"
            tail = chunk[-len(_PROTECTED) :]
    return "this is a file of an old program (.xls or .doc)", "save it as a workbook (.xlsx), or export it as CSV"


_STARTS = {
    b"\x1f\x8b": "a gzip file",
    b"%PDF": "a PDF",
    b"PAR1": "a Parquet file",
    b"SQLite format 3": "a database",
    b"{\\rtf": "a text with formatting",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
}
