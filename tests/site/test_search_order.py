"""The search index in a fixed order."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.site.search_order import in_order, packed, unpacked

SIGN = b"pagefind_dcd"
VALUES = st.recursive(st.one_of(st.integers(0, 2**64 - 1), st.text()), st.lists)
LEVELS = [["Steady", [0, 5]], ["Starting", [1, 300]]]
AREAS = [["Literacy", [0, 1]], ["Agency", [2]]]


def written(folder: Path, *, backwards: bool = False, is_packed: bool = True) -> Path:
    """An index as Pagefind writes it, its filters in one order or the other."""
    step = -1 if backwards else 1
    (folder / "filter").mkdir(parents=True)
    filters = [["level", LEVELS[::step]], ["area", AREAS[::step]]][::step]
    names = [f"en_{number}{'abcdef'[step]}12345" for number in range(2)]
    for name, it in zip(names, filters, strict=True):
        _write(folder / "filter" / f"{name}.pf_filter", it, is_packed)
    listed = [[it[0], name] for it, name in zip(filters, names, strict=True)]
    meta = ["1.5.2", [["en_6bf3e6b", 103]], [["a", "e", "en_c79e22f"]], listed, [], ["code", "title"]]
    _write(folder / f"pagefind.en_{step + 5}123456789.pf_meta", meta, is_packed)
    entry = {
        "version": "1.5.2",
        "languages": dict(
            [
                ("en", {"hash": f"en_{step + 5}123456789", "wasm": "en", "page_count": 1}),
                ("es", {"hash": "es_0123456789", "wasm": "es", "page_count": 1}),
            ][::step]
        ),
    }
    (folder / "pagefind-entry.json").write_text(json.dumps(entry), encoding="utf-8")
    return folder


def _write(file: Path, item: Any, is_packed: bool) -> None:
    data = SIGN + packed(item)
    file.write_bytes(gzip.compress(data) if is_packed else data)


def tree(folder: Path) -> dict[str, bytes]:
    return {it.relative_to(folder).as_posix(): it.read_bytes() for it in folder.rglob("*") if it.is_file()}


def test_the_order_in_which_it_was_written_does_not_matter(tmp_path: Path) -> None:
    first, second = written(tmp_path / "a"), written(tmp_path / "b", backwards=True)
    assert tree(first) != tree(second)
    in_order(first)
    in_order(second)
    assert tree(first) == tree(second)


def test_whoever_reads_the_index_finds_its_parts_by_their_names(tmp_path: Path) -> None:
    index = written(tmp_path / "a")
    in_order(index)
    named = json.loads((index / "pagefind-entry.json").read_bytes())["languages"]["en"]
    meta, _ = unpacked((index / f"pagefind.{named['hash']}.pf_meta").read_bytes(), len(SIGN))
    assert named["page_count"] == 1
    assert [name for name, _ in meta[3]] == ["area", "level"]
    values = [unpacked((index / "filter" / f"{file}.pf_filter").read_bytes(), len(SIGN))[0] for _, file in meta[3]]
    assert values == [["area", sorted(AREAS)], ["level", sorted(LEVELS)]]
    assert len(list(index.rglob("*.pf_*"))) == 3


def test_what_is_in_order_stays_as_it_is(tmp_path: Path) -> None:
    index = written(tmp_path / "a", is_packed=False)
    in_order(index)
    before = tree(index)
    in_order(index)
    assert tree(index) == before


@pytest.mark.parametrize(
    "data",
    [b"", b"not an index", SIGN, SIGN + b"\xa0", SIGN + b"\x9f\xff", SIGN + b"\x82\x61a\x01\x01", SIGN + b"\x05"],
)
def test_an_index_of_another_form_is_left_alone(tmp_path: Path, data: bytes) -> None:
    index = written(tmp_path / "a")
    file = next((index / "filter").iterdir())
    for written_so in (data, gzip.compress(data), gzip.compress(data)[:-9]):
        file.write_bytes(written_so)
        before = tree(index)
        in_order(index)
        assert tree(index) == before


@settings(deadline=None)
@given(VALUES)
def test_what_is_packed_comes_out_as_it_was(value: Any) -> None:
    data = packed(value)
    assert unpacked(b"-" + data, 1) == (value, 1 + len(data))
