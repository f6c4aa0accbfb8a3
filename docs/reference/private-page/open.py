"""Opens a private page of format v1 without the product: python open.py PAGE.html LINK"""

import json
import re
import sys
import zlib
from base64 import b32encode, urlsafe_b64decode
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


def must(is_right: bool) -> None:
    if not is_right:
        raise ValueError("this page cannot be opened with this link")


def strict(text: str) -> bytes:
    must(bool(re.fullmatch(r"([\w-]{4})*([\w-][AQgw]|[\w-]{2}[AEIMQUYcgkosw048])?", text, re.ASCII)))
    return urlsafe_b64decode(text + "==")


def opened(envelope: str, link: str) -> str:
    secret, page = strict(link), json.loads(envelope)
    must(set(page) == {"v", "id", "salt", "nonce", "ct"} and page["v"] == 1 and page["v"] is not True)
    page_id = b32encode(HKDF(SHA256(), 10, None, b"continuum/page/v1/id").derive(secret)).decode().lower()
    salt, nonce, ct = strict(page["salt"]), strict(page["nonce"]), strict(page["ct"])
    must((len(secret), len(salt), len(nonce), page["id"]) == (16, 16, 12, page_id))
    key = HKDF(SHA256(), 32, salt, b"continuum/page/v1/content").derive(secret)
    padded = AESGCM(key).decrypt(nonce, ct, b"continuum/page/v1/" + page_id.encode())
    packed, _, zeros = padded.rpartition(b"\x80")
    must(len(padded) % 4096 == 0 and len(zeros) < 4096 and not zeros.strip(b"\0"))
    unzip = zlib.decompressobj(31)
    body = unzip.decompress(packed) + unzip.flush()
    must(unzip.eof and not unzip.unused_data)
    return body.decode("utf-8")


if __name__ == "__main__":
    saved = Path(sys.argv[1]).read_text(encoding="utf-8")
    print(opened(re.findall(r'id="sealed">([^<]*)<', saved)[0], sys.argv[2].rpartition("#")[2]))
