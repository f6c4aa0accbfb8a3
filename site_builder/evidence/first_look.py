"""A quick look over a CSV file, to see whether DuckDB may read it as it is."""

from __future__ import annotations

import codecs
import csv
import io
from dataclasses import dataclass, field
from pathlib import Path

from site_builder.evidence.clean_table import CleanTable
from site_builder.tables.csv_text import separator_of
from site_builder.tables.dialect import Dialect
from site_builder.tables.findings import Findings
from site_builder.tables.header import header_of

_HEAD = 65_536
_CHUNK = 1 << 22
_PATTERNS = frozenset("*?[]")


@dataclass(slots=True)
class _Scan:
    """What has been seen of a file's bytes: where quotation marks stand, and whether anything asks for more care."""

    line_end: bytes
    signs: tuple[bytes, ...]
    decoder: codecs.IncrementalDecoder = field(default_factory=codecs.getincrementaldecoder("utf-8"))
    quotes: int = 0
    tail: bytes = b""

    def is_plain(self, chunk: bytes) -> bool:
        """Whether this part of the file holds nothing that a strict reader would read wrongly, or not count."""
        if b"\0" in chunk or not self._is_utf_8(chunk):
            return False
        window = self.tail + chunk
        marks_before = self.quotes - self.tail.count(b'"')
        is_odd = any(self._stands_outside(window, it, marks_before) for it in self.signs)
        self.quotes += chunk.count(b'"')
        self.tail = window[1 - max(map(len, self.signs)) :]
        return not is_odd and self._ends_agree(window)

    def _is_utf_8(self, chunk: bytes) -> bool:
        try:
            self.decoder.decode(chunk)
        except UnicodeDecodeError:
            return False
        return True

    def _ends_agree(self, window: bytes) -> bool:
        returns = window.count(b"\r", 0, len(window) - 1)
        return not returns or (self.line_end == b"\r\n" and returns == window.count(b"\r\n"))

    def _stands_outside(self, window: bytes, sign: bytes, marks: int) -> bool:
        """Whether a sign stands where no quotation is open."""
        start = 0
        while (at := window.find(sign, start)) >= 0:
            marks += window.count(b'"', start, at)
            if marks % 2 == 0:
                return True
            marks += window.count(b'"', at, at + 1)
            start = at + 1
        return False


def table_as_it_is(path: Path, dialect: Dialect) -> CleanTable | None:
    """The file as a table that needs no copy, if it looks like that; DuckDB may still refuse it."""
    table = table_by_its_head(path, dialect)
    return table if table and is_plain_throughout(table) else None


def is_plain_throughout(table: CleanTable) -> bool:
    """Whether a file of which only the head was looked at holds nothing that DuckDB would read wrongly.

    DuckDB works without the interpreter, so this look can be taken while it reads.
    """
    with table.path.open("rb") as file:
        head = file.read(_HEAD).removeprefix(codecs.BOM_UTF8)
    _, length = _header(head.decode("utf-8", "ignore"), table.delimiter)
    line_end = _line_end(head, length)
    signs = _signs(head[:length], line_end, table.delimiter.encode(), len(table.header))
    return _is_plain(table.path, _Scan(line_end, signs))


def table_by_its_head(path: Path, dialect: Dialect) -> CleanTable | None:
    """The file as a table that needs no copy, as far as its head tells: see `is_plain_throughout` for the rest."""
    is_said = dialect.header_row != 1 or dialect.encoding.lower() not in ("", "utf-8", "utf8", "utf-8-sig")
    if is_said or _PATTERNS & set(str(path)):
        return None
    with path.open("rb") as file:
        head = file.read(_HEAD).removeprefix(codecs.BOM_UTF8)
    text = head.decode("utf-8", "ignore")
    separator = dialect.delimiter or separator_of(text)
    header, length = _header(text, separator)
    if len(header) < 2 or len(separator.encode()) != 1 or not head[:length].endswith(_line_end(head, length)):
        return None
    return CleanTable(path.name, path, header, is_original=True, delimiter=separator)


def _line_end(head: bytes, length: int) -> bytes:
    return b"\r\n" if head[length - 2 : length] == b"\r\n" else b"\n"


def _signs(header: bytes, line_end: bytes, separator: bytes, width: int) -> tuple[bytes, ...]:
    """Rows without content, the header again, and a quotation mark that is not where a cell begins."""
    empty_rows = (line_end + separator.join([cell] * width) + line_end for cell in (b"", b'""'))
    return line_end * 2, *empty_rows, line_end + header, separator + b' "'


def _header(text: str, separator: str) -> tuple[tuple[str, ...], int]:
    """The names of the columns and how many bytes their row takes; no names where anything is odd about them."""
    source = io.StringIO(text, newline="")
    found = Findings("")
    try:
        cells = next(csv.reader(source, delimiter=separator, strict=True), [])
    except csv.Error:
        return (), 0
    header = header_of(cells, 1, found)
    is_odd = found.problems or len(header) != len(cells)
    return (() if is_odd else header), len(text[: source.tell()].encode())


def _is_plain(path: Path, scan: _Scan) -> bool:
    left = _length_without_empty_end(path)
    with path.open("rb") as file:
        while left > 0 and (chunk := file.read(min(_CHUNK, left))):
            left -= len(chunk)
            if not scan.is_plain(chunk):
                return False
    return scan.is_plain(scan.line_end) and scan.quotes % 2 == 0 and not scan.decoder.getstate()[0]


def _length_without_empty_end(path: Path) -> int:
    """How many bytes there are before the line ends at the end of the file."""
    size = path.stat().st_size
    with path.open("rb") as file:
        file.seek(max(0, size - _HEAD))
        last = file.read()
    return size - len(last) + len(last.rstrip(b"\r\n"))
