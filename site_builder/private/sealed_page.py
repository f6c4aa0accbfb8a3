"""The page around an envelope: one file that opens by itself, and asks for nothing from anywhere."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from markupsafe import Markup

from site_builder.look.templates import environment
from site_builder.look.words import Words
from site_builder.resources import templates

SCRIPTS = ("secret.js", "envelope.js", "place.js", "sealed.js")
_ENVELOPE = re.compile(rb'<script type="application/json" id="sealed">([^<]*)</script>')
_HERE = "%%envelope%%"


@dataclass(frozen=True, slots=True)
class Mould:
    """All of a sealed page but its envelope, for one language."""

    before: bytes
    after: bytes

    def page(self, envelope: bytes) -> bytes:
        """The whole file of a page."""
        return b"".join((self.before, envelope, self.after))


def mould(
    words: Words,
    language: str,
    direction: str,
    styles: Iterable[str] = (),
    *,
    code_page: str = "../../open/",
) -> Mould:
    """The mould for pages in a language; `styles` are the texts of all <style> elements that sealed bodies hold."""
    style, script = source("shell.css"), source(*SCRIPTS)
    html = (
        environment(templates(), words)
        .get_template("private/sealed.html")
        .render(
            language=language,
            direction=direction,
            policy=policy(script, [style, *styles]),
            style=Markup(style),  # noqa: S704  ours
            script=Markup(script),  # noqa: S704  ours
            envelope=_HERE,
            code_page=code_page,
        )
    )
    before, after = html.encode("utf-8").split(_HERE.encode("ascii"))
    return Mould(before, after)


def envelope_in(page: bytes) -> bytes | None:
    """The envelope of a sealed page; None where the file is something else."""
    found = _ENVELOPE.search(page)
    return found[1] if found else None


def policy(script: str, styles: Iterable[str], trusted: str = "continuum") -> Markup:
    """What the page may do: run this script, be styled by these styles, show pictures that it holds; nothing else."""
    return Markup(  # noqa: S704  of hashes alone
        f"default-src 'none'; script-src {hash_of(script)}; style-src {' '.join(map(hash_of, styles))}; img-src data:; "
        "connect-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; "
        f"trusted-types {trusted}"
    )


def source(*names: str) -> str:
    """Scripts or styles of private pages, one after the other, as a page holds them: without remarks and indents."""
    return "".join(_lean((templates() / "private" / name).read_text(encoding="utf-8")) for name in names)


def _lean(text: str) -> str:
    lines = (line.strip() for line in text.splitlines())
    return "".join(f"{line}\n" for line in lines if line and not line.startswith("//"))


def hash_of(text: str) -> str:
    """How a policy names a text that may stand in a page (CSP Level 3)."""
    return f"'sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}'"
