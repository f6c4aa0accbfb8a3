"""Attack 46: no name, id, e-mail address or key of the private side stands in any byte of the public output."""

from __future__ import annotations

import base64
import gzip
import json
import shutil
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.private.audit import audit
from site_builder.private.code import code
from tests.private.people import SECRET, all_needles
from tests.private.test_haystack import jpeg, png, riff, zipped
from tests.project import Project
from tests.site.pictured import with_pictures

NAME = "Noor Haddad"
NEEDLES = all_needles()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A school's site with pictures and a search index, in which nobody of the roster stands."""
    project = with_pictures(Project(tmp_path_factory.mktemp("school")))
    assert project.build("--search").code == 0, project.output
    return project.root / "site"


@pytest.fixture
def site(built: Path, tmp_path: Path) -> Path:
    """A copy of it to change."""
    return shutil.copytree(built, tmp_path / "site")


def first(site: Path, pattern: str) -> Path:
    return next(iter(sorted(site.rglob(pattern))))


def append(pattern: str, data: bytes) -> Callable[[Path], None]:
    """Put this at the end of a file."""

    def change(site: Path) -> None:
        path = first(site, pattern)
        path.write_bytes(path.read_bytes() + data)

    return change


def repack(pattern: str, data: bytes) -> Callable[[Path], None]:
    """Put this at the end of what a file holds, compressed where it is."""

    def change(site: Path) -> None:
        path = first(site, pattern)
        whole = path.read_bytes()
        is_packed = whole.startswith(b"\x1f\x8b")
        path.write_bytes(gzip.compress(gzip.decompress(whole) + data) if is_packed else whole + data)

    return change


def add(name: str, data: bytes) -> Callable[[Path], None]:
    """Put a file into the site."""

    def change(site: Path) -> None:
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)

    return change


def within_png(kind: bytes, data: bytes) -> Callable[[Path], None]:
    """Put a chunk into a picture of the site, after its head."""

    def change(site: Path) -> None:
        path = first(site, "*.png") if list(site.rglob("*.png")) else site / "new.png"
        whole = path.read_bytes() if path.exists() else png((b"IHDR", bytes(13)))
        path.write_bytes(whole[:33] + png((kind, data))[8:] + whole[33:])

    return change


PLACES = {
    "a page": append("index.html", f"<p>{NAME}</p>".encode()),
    "a page, across tags": append("index.html", b"<b>Noor</b>\n<i>Haddad</i>"),
    "an attribute": append("index.html", b'<img alt="Haddad, Noor">'),
    "entities": append("index.html", b"&#78;oor&nbsp;H&#x61;ddad"),
    "a link": append("index.html", b'<a href="?q=Noor%20Haddad">'),
    "a comment": append("index.html", b"<!-- ST-2031-017 -->"),
    "a data: address": append(
        "index.html", b"data:image/svg+xml;base64," + base64.b64encode(b"<title>Noor Haddad</title>")
    ),
    "a style": append("*.css", b"/* nhaddad@school.example */"),
    "a script": append("*.js", b'\nconst by = "No\\u006fr Haddad"'),
    "a source map": add("assets/a.js.map", json.dumps({"sourcesContent": [f"// by\n{NAME}"]}).encode()),
    "a fragment of the search": repack("*.pf_fragment", b'{"content":"by\\nNoor Haddad"}'),
    "the index of the search": repack("*.pf_index", b"\x83\x6bNoor Haddad\x80"),
    "the words of the search": repack("*.pf_meta", b"\xff\x00\x01haddad noor\xff"),
    "the sitemap": append("sitemap.xml", b"<loc>https://school.example/noor-haddad/</loc>"),
    "the packed sitemap": add("sitemap.xml.gz", gzip.compress(b"<loc>/noor_haddad/</loc>")),
    "a drawing": add("assets/a.svg", b"<svg><metadata>Haddad, Noor</metadata></svg>"),
    "a remark in a picture": within_png(b"tEXt", b"Author\x00Noor Haddad"),
    "a packed remark in a picture": within_png(b"zTXt", b"Author\x00\x00" + zlib.compress(NAME.encode())),
    "another language's remark": within_png(b"iTXt", b"Author\0\1\0en\0\0" + zlib.compress("Zoë Müller".encode())),
    "a photo": add("a.jpg", jpeg(0xE1, b"Exif\x00\x00II*\x00\x08" + "Noor Haddad".encode("utf-16-le"))),
    "a remark of a photo": add("b.jpg", jpeg(0xFE, NAME.encode())),
    "a small picture": add("a.webp", riff(b"XMP ", b"<dc:creator>Noor Haddad</dc:creator>")),
    "after the end of a picture": within_png(b"IEND", b"\xff\x00\x01Noor Haddad\x00"),
    "a file's name": add("exemplars/Noor Haddad.txt", b""),
    "a folder's name": add("haddad-noor/index.html", b""),
    "an archive": add("a.zip", zipped("a/b.csv", b"id,name\n1,Haddad;Noor")),
    "the name in an archive": add("a.zip", zipped("noor-haddad.csv", b"")),
    "the name in a packed file": add("a.gz", b"\x1f\x8b\x08\x08\x00\x00\x00\x00\x00\x03noor-haddad.csv\x00"),
    "a hidden file": add(".cache/a.json", b'{"ids":["ST-2031-018"]}'),
    "UTF-16": add("a.txt", NAME.encode("utf-16")),
    "an old encoding": add("a.txt", "Zoë Müller".encode("cp1252")),
    "a length before small letters": add("a.bin", b"\xff\x83\x6bnoor haddad\x80"),
    "letters in two parts": add("a.txt", "Zoe\u0308 Mu\u0308ller".encode()),
    "without accents": add("zoe-muller.txt", b""),
    "another script": append("index.html", "<p>和王小明一起</p>".encode()),
    "a key as bytes": add("a.bin", b"\x00" * 3 + SECRET.value + b"\x00" * 3),
    "a key in hexadecimal": append("*.js", SECRET.value.hex().encode()),
    "a link's key": append("index.html", b"#" + SECRET.link.encode()),
    "a typed code": append("index.html", code(SECRET).encode()),
    "a typed code in small letters": append("index.html", code(SECRET).lower().replace(" ", "-").encode()),
    "a private page's address": append("sitemap.xml", f"<loc>/p/{SECRET.page_id}/</loc>".encode()),
}


def test_the_site_as_it_is_holds_nobody(built: Path) -> None:
    done = audit([built], NEEDLES)
    assert [it.message for it in done.problems] == []
    assert done.files > 50
    assert done.bytes > 500_000


@pytest.mark.parametrize("place", PLACES)
def test_what_was_put_into_the_site_is_found_and_not_told(site: Path, place: str) -> None:
    PLACES[place](site)
    problems = audit([site], NEEDLES).problems
    assert "leak" in {it.code for it in problems}
    said = repr([(it.at, it.message) for it in problems]).casefold().replace(str(site).casefold(), "")
    for secret in ("haddad", "müller", "muller", "王", "2031", SECRET.link.casefold(), SECRET.page_id, "nhaddad"):
        assert secret not in said
