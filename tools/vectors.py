"""Write what other programs can test their reading of private pages with, and the page that opens them alone."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from pathlib import Path
from struct import pack
from typing import Any
from zlib import crc32

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from site_builder.private.code import LETTERS, code
from site_builder.private.envelope import padded, seal
from site_builder.private.sealed_page import policy, source
from site_builder.private.secret import LABEL, Secret, base64url

FOLDER = Path(__file__).parents[1] / "docs" / "reference" / "private-page"
SECRET = Secret(bytes(range(16)))
OTHER = Secret(bytes(range(16, 32)))
SALT, NONCE = bytes(range(32, 48)), bytes(range(48, 60))
# The gzip of “again ” forty times, as zlib packs it: other versions of zlib may pack it otherwise, and all unpack it.
PACKED = "1f8b08000000000000034b4c4fcccc53481c312400e8e5e959f0000000"


def gzip(body: bytes) -> bytes:
    """A gzip that stores its text as it is, so that every machine makes the same."""
    pieces = [body[at : at + 0xFFFF] for at in range(0, len(body), 0xFFFF)] or [b""]
    blocks = b"".join(
        pack("<BHH", number == len(pieces), len(it), len(it) ^ 0xFFFF) + it for number, it in enumerate(pieces, 1)
    )
    return b"\x1f\x8b\x08\0\0\0\0\0\0\xff" + blocks + pack("<II", crc32(body), len(body))


def envelope(packed: bytes) -> dict[str, Any]:
    """An envelope of the first secret with fixed salt and nonce, as a table."""
    numbers = {16: SALT, 12: NONCE}
    made: dict[str, Any] = json.loads(seal(packed, SECRET, random=numbers.__getitem__))
    return made


def locked(plain: bytes, *, salt: bytes = SALT, nonce: bytes = NONCE, aad: bytes | None = None) -> dict[str, Any]:
    """An envelope whose padding, salt, nonce or bound address are not as the format asks."""
    about = LABEL + SECRET.page_id.encode("ascii") if aad is None else aad
    sealed = AESGCM(SECRET.key(salt)).encrypt(nonce, plain, about)
    return {"v": 1, "id": SECRET.page_id} | {
        name: base64url(value).decode("ascii") for name, value in (("salt", salt), ("nonce", nonce), ("ct", sealed))
    }


def vectors() -> bytes:
    """The file of vectors, the same bytes on every machine."""
    whole = {
        "format": "continuum/page/v1",
        "secrets": [_derivation(it) for it in (SECRET, OTHER, Secret(bytes(16)), Secret(b"\xff" * 16))],
        "links": [{"name": name, "text": text, "secret": secret} for name, text, secret in _links()],
        "codes": [{"name": name, "text": text, "secret": secret} for name, text, secret in _codes()],
        "pages": [*_good_pages(), *_refused_pages()],
    }
    return json.dumps(whole, ensure_ascii=True, indent=1).encode("ascii") + b"\n"


def _derivation(it: Secret) -> dict[str, str]:
    return {
        "secret": it.value.hex(),
        "link": it.link,
        "code": code(it),
        "id": it.page_id,
        "salt": SALT.hex(),
        "key": it.key(SALT).hex(),
    }


def _links() -> Iterator[tuple[str, str, str | None]]:
    good = SECRET.link
    yield "as it stands in a link", good, SECRET.value.hex()
    yield "one letter short", good[:-1], None
    yield "one letter long", f"{good}A", None
    yield "the last letter written in another way", f"{good[:-1]}{chr(ord(good[-1]) + 1)}", None
    yield "padded", f"{good}==", None
    yield "a space before it", f" {good}", None
    yield "a line end after it", f"{good}\n", None
    yield "percent signs", f"{good[:-3]}%41", None
    yield "a letter of another alphabet", f"{good[:5]}\u0410{good[6:]}", None
    yield "plus, of another base64", f"+{good[1:]}", None
    yield "the number sign with it", f"#{good}", None
    yield "nothing", "", None


def _codes() -> Iterator[tuple[str, str, str | None]]:
    good, secret = code(SECRET), SECRET.value.hex()
    plain = good.replace(" ", "")
    yield "as a letter prints it", good, secret
    yield "in lower case", good.lower(), secret
    yield "without spaces", plain, secret
    yield "with dashes", good.replace(" ", "-"), secret
    yield "O for 0", good.replace("0", "O"), secret
    yield "small l and capital I for 1", plain.replace("1", "l", 1).replace("1", "I"), secret
    yield "one wrong letter", plain[:12] + LETTERS[(LETTERS.index(plain[12]) + 1) % 32] + plain[13:], None
    yield "two letters that changed places", plain[:-2] + plain[-1] + plain[-2], None
    yield "a letter that no code has", f"{plain[:5]}U{plain[6:]}", None
    yield "one letter short", plain[1:], None
    yield "one letter long", f"0{plain}", None
    yield "more than 128 bits", _over(), None


def _over() -> str:
    """27 letters that fit together, and yet say more than a secret can hold."""
    values = [8] + [0] * 25
    total = 0
    for value in values:
        total = _twice(total) ^ value
    return "".join(LETTERS[value] for value in [*values, _twice(total)])


def _twice(value: int) -> int:
    return value << 1 ^ (0b100101 if value & 16 else 0)


def _page(name: str, table: Mapping[str, Any] | str, body: str | None = None, key: str = SECRET.link) -> dict[str, Any]:
    text = table if isinstance(table, str) else json.dumps(table, separators=(",", ":"))
    return {"name": name, "secret": key, "envelope": text, "body": body}


def _good_pages() -> Iterator[dict[str, Any]]:
    bodies = {
        "a small page": "<p>Noor can say why.</p>",
        "an empty page": "",
        "a page of one byte": "x",
        "names in many scripts": "Zo\u00eb, Zoe\u0308, \u0646\u0648\u0631, \u674e\u660e, \U0001f469\u200d\U0001f3eb",
        "a body that begins with a byte order mark": "\ufeff<p>.</p>",
        "a gzip of 4,094 bytes, whose padding is two": "a" * (4094 - 23),
        "a gzip of 4,095 bytes, whose padding is one": "a" * (4095 - 23),
        "a gzip of 4,096 bytes, whose padding is a block": "a" * (4096 - 23),
        "a gzip of 4,097 bytes": "a" * (4097 - 23),
    }
    for name, body in bodies.items():
        yield _page(name, envelope(gzip(body.encode("utf-8"))), body)
    yield _page("a body that zlib has packed", envelope(bytes.fromhex(PACKED)), "again " * 40)
    turned = dict(reversed(envelope(gzip(b"x")).items()))
    yield _page("the parts in another order, and spaces between", json.dumps(turned, indent=1), "x")


def _refused_pages() -> Iterator[dict[str, Any]]:
    packed = gzip(b"<p>Noor can say why.</p>")
    right = envelope(packed)
    yield from _other_tables(right)
    yield from _other_bytes(right)
    yield from _other_plain(packed)
    yield _page("the secret of another page", right, key=OTHER.link)
    yield _page("the secret with its last letter written in another way", right, key=f"{SECRET.link[:-1]}x")
    yield _page("no secret", right, key="")


def _other_tables(right: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield _page("another version", right | {"v": 2})
    yield _page("the version as a text", right | {"v": "1"})
    yield _page("true as the version", right | {"v": True})
    yield _page("the address of another page", right | {"id": OTHER.page_id})
    yield _page("the address in capitals", right | {"id": right["id"].upper()})
    yield _page("a part more", right | {"more": ""})
    yield _page("a part less", {name: value for name, value in right.items() if name != "nonce"})
    yield _page("a number as the salt", right | {"salt": 1})
    yield _page("a list", "[1]")
    yield _page("nothing", "")
    yield _page("cut off", json.dumps(right)[:-2])
    yield _page("something after the end", json.dumps(right) + "x")


def _other_bytes(right: dict[str, Any]) -> Iterator[dict[str, Any]]:
    ct = right["ct"]
    yield _page("a byte of the salt flipped", right | {"salt": _flipped(right["salt"])})
    yield _page("a byte of the nonce flipped", right | {"nonce": _flipped(right["nonce"])})
    yield _page("the first byte of the text flipped", right | {"ct": _flipped(ct)})
    yield _page("a bit of the tag flipped", right | {"ct": ct[:-3] + _flipped(ct[-3:])})
    yield _page("the last block cut off", right | {"ct": ct[: 4096 * 4 // 3]})
    yield _page("the tag alone", right | {"ct": ct[-22:-1] + "A"})
    yield _page("no text at all", right | {"ct": ""})
    yield _page("base64 with padding", right | {"salt": f"{right['salt']}=="})
    yield _page("a space in the base64", right | {"ct": f"{ct[:8]} {ct[8:]}"})
    yield _page("the last letter of the salt written in another way", right | {"salt": f"{right['salt'][:-1]}x"})
    salt = SALT[:12] + b"\xfb\xff\xbf" + SALT[-1:]
    plus = b64encode(salt).decode("ascii").rstrip("=")
    yield _page("plus and slash of another base64", locked(padded(gzip(b"x")), salt=salt) | {"salt": plus})


def _flipped(text: str) -> str:
    return ("A" if text[0] != "A" else "B") + text[1:]


def _other_plain(packed: bytes) -> Iterator[dict[str, Any]]:
    """Sealed with the right key, and yet not as the format asks."""
    yield _page("a salt of 15 bytes", locked(padded(packed), salt=SALT[:15]))
    yield _page("a nonce of 16 bytes", locked(padded(packed), nonce=bytes(16)))
    yield _page("bound to another page", locked(padded(packed), aad=LABEL + OTHER.page_id.encode("ascii")))
    yield _page("bound to nothing", locked(padded(packed), aad=b""))
    yield _page("no padding", locked(packed))
    yield _page("padding that does not begin with 0x80", locked(packed + bytes(4096 - len(packed))))
    yield _page("padding with something in its zeros", locked(padded(packed)[:-1] + b"\x01"))
    yield _page("padding up to half a block", locked((packed + b"\x80").ljust(2048, b"\0")))
    yield _page("a block of padding too many", locked((packed + b"\x80").ljust(8192, b"\0")))
    yield _page("nothing but padding", locked(b"\x80".ljust(4096, b"\0")))
    yield _page("a text that was never packed", locked(padded(b"<p>Noor can say why, in more than 18 letters.</p>")))
    yield _page("zlib without the frame of gzip", locked(padded(packed[10:-8] + bytes(8))))
    yield _page("a gzip that was cut off", locked(padded(packed[:-9])))
    yield _page("a wrong sum in the gzip", locked(padded(packed[:-8] + bytes(4) + packed[-4:])))
    yield _page("a wrong length in the gzip", locked(padded(packed[:-4] + bytes(4))))
    yield _page("bytes after the gzip", locked(padded(packed + b"more")))
    yield _page("a second gzip after the first", locked(padded(packed + packed)))
    yield _page("bytes that are not UTF-8", locked(padded(gzip(b"<p>Zo\xeb</p>"))))
    yield _page("a lone surrogate in the UTF-8", locked(padded(gzip(b"<p>\xed\xa0\x80</p>"))))
    yield _page("an overlong sign in the UTF-8", locked(padded(gzip(b"<p>\xc0\xbc</p>"))))


def standalone() -> bytes:
    """open.html: a page that opens a saved page with a code, made of the very scripts that pages hold."""
    script = source("secret.js", "typed.js", "envelope.js", "place.js", "saved.js")
    style = source("shell.css", "open.css")
    # The styles of a saved page are not known here, and they can ask for nothing.
    rules = re.sub("style-src [^;]*", "style-src 'unsafe-inline'", policy(script, [style]))
    page = source("saved.html")
    for name, text in (("policy", rules), ("style", style), ("script", script)):
        page = page.replace(f"%%{name}%%", text)
    return page.encode("utf-8")


def main() -> None:
    """Write both into the manual."""
    (FOLDER / "vectors.json").write_bytes(vectors())
    (FOLDER / "open.html").write_bytes(standalone())


if __name__ == "__main__":
    main()
