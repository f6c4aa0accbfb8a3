"""A workbook judged from its zip directory alone, before anything in it is parsed."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path, PurePosixPath

WORKBOOK = "xl/workbook.xml"
MOST_ENTRIES = 2_000
LARGEST = 300_000_000
LARGEST_RATIO = 100
# Small parts of one repeated letter are packed as tightly in honest workbooks.
TAKEN_AS_SMALL = 10_000_000
_INNER = (".zip", ".xlsx", ".xlsm", ".xlsb", ".xls", ".docx", ".doc", ".pptx", ".gz", ".7z", ".rar", ".jar", ".exe")
_XML = (".xml", ".rels", ".vml")
_DECLARATION = re.compile(rb"\s*<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']*)[\"']")
_CHUNK = 1 << 18
_PLAIN = "save it as an ordinary workbook (.xlsx), or as CSV in UTF-8"

Entries = Sequence[zipfile.ZipInfo]


def judged(path: Path) -> tuple[str, str]:
    """Why a zip file is not read as a workbook, and what would be right; two empty texts for a workbook."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            reasons = (reason for look in _LOOKS if (reason := look(path, entries)))
            return next(reasons, None) or next(_found_inside(archive, entries), ("", ""))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, EOFError, OSError, zlib.error):
        return "this workbook is damaged: its parts cannot be unpacked", "export it again"


def _has_too_many(path: Path, entries: Entries) -> tuple[str, str] | None:
    if len(entries) <= MOST_ENTRIES:
        return None
    return f"this workbook has {len(entries):,} parts; no export needs more than {MOST_ENTRIES:,}", _PLAIN


def _has_odd_names(path: Path, entries: Entries) -> tuple[str, str] | None:
    names = [it.filename.replace("\\", "/") for it in entries]
    if len({it.casefold() for it in names}) < len(names):
        return "this workbook holds two parts of one name", _PLAIN
    leaves = any(it.startswith("/") or ":" in it or ".." in PurePosixPath(it).parts for it in names)
    return ("this workbook holds a part whose name leads out of its folder", _PLAIN) if leaves else None


def _is_packed_oddly(path: Path, entries: Entries) -> tuple[str, str] | None:
    if {it.compress_type for it in entries} <= {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        return None
    return "this workbook is packed in a way that no spreadsheet program uses", _PLAIN


def _is_protected(path: Path, entries: Entries) -> tuple[str, str] | None:
    if any(it.flag_bits & 0x1 for it in entries):
        return "this workbook is protected with a password", "save it without a password"
    return None


def _is_a_bomb(path: Path, entries: Entries) -> tuple[str, str] | None:
    whole = sum(it.file_size for it in entries)
    packed = path.stat().st_size
    if whole > LARGEST or (whole > TAKEN_AS_SMALL and whole > LARGEST_RATIO * packed):
        message = f"this workbook unpacks from {packed / 1_000_000:.1f} MB to {whole / 1_000_000:,.0f} MB"
        return f"{message}, more than any export", "export it as CSV in UTF-8"
    return None


def _parts_overlap(path: Path, entries: Entries) -> tuple[str, str] | None:
    placed = sorted((it.header_offset, it.compress_size) for it in entries)
    overlaps = any(start + size > after for (start, size), (after, _) in pairwise(placed))
    return ("this workbook is damaged: its parts lie over each other", "export it again") if overlaps else None


def _is_another_kind(path: Path, entries: Entries) -> tuple[str, str] | None:
    names = {it.filename for it in entries}
    if WORKBOOK in names:
        return None
    if "xl/workbook.bin" in names:
        return "this is a binary workbook (.xlsb)", _PLAIN
    if "content.xml" in names and "mimetype" in names:
        return "this is an OpenDocument file", _PLAIN
    return "this is a zip file and no workbook", "unpack it, and give the files in it"


def _has_macros(path: Path, entries: Entries) -> tuple[str, str] | None:
    names = [it.filename.casefold() for it in entries]
    if any("vbaproject" in it or it.startswith(("xl/macrosheets/", "xl/activex/", "xl/dialogsheets/")) for it in names):
        return "this workbook holds macros", "save it as .xlsx, without macros"
    if any(it.startswith("xl/externallinks/") for it in names):
        return "this workbook takes values from other files", "break its links to other files, or save it as CSV"
    return None


def _holds_files(path: Path, entries: Entries) -> tuple[str, str] | None:
    names = [it.filename.casefold() for it in entries]
    if any(it.endswith(_INNER) or it.startswith("xl/embeddings/") for it in names):
        return "this workbook holds other files inside", _PLAIN
    return None


_LOOKS: tuple[Callable[[Path, Entries], tuple[str, str] | None], ...] = (
    _has_too_many,
    _has_odd_names,
    _is_protected,
    _is_packed_oddly,
    _is_a_bomb,
    _parts_overlap,
    _is_another_kind,
    _has_macros,
    _holds_files,
)


def _found_inside(archive: zipfile.ZipFile, entries: Entries) -> Iterator[tuple[str, str]]:
    """What the bytes of the parts say, unpacked one after the other and to their end, so that sizes cannot lie."""
    for entry in entries:
        is_xml = entry.filename.casefold().endswith(_XML)
        with archive.open(entry) as part:
            head = part.read(_CHUNK)
            if not is_xml and head.startswith(b"PK"):
                yield "this workbook holds other files inside", _PLAIN
            if is_xml and not _is_utf_8(head):
                yield "this workbook is written in an unusual encoding", _PLAIN
            tail = b""
            while head:
                if is_xml and (b"<!DOCTYPE" in tail + head or b"<!ENTITY" in tail + head):
                    yield "this workbook defines entities, which no spreadsheet program writes", _PLAIN
                if entry.filename == "[Content_Types].xml" and b"macroEnabled" in tail + head:
                    yield "this workbook holds macros", "save it as .xlsx, without macros"
                tail, head = head[-16:], part.read(_CHUNK)


def _is_utf_8(head: bytes) -> bool:
    declared = _DECLARATION.match(head.removeprefix(b"\xef\xbb\xbf"))
    return b"\0" not in head[:4] and (not declared or declared[1].lower() in (b"utf-8", b"us-ascii"))
