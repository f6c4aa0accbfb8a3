"""Collect every word that templates and pages say into the catalogue from which translations start."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[1]
POT = ROOT / "site_builder" / "locale" / "continuum.pot"
FOLDERS = (
    "templates/pages",
    "templates/parts",
    "templates/progress",
    "templates/private",
    "site_builder/look",
    "site_builder/site",
    "site_builder/private",
    "site_builder/progress",
)
_METHODS = [("**.html", "jinja2"), ("**.py", "python")]
_OPTIONS = {"**.html": {"trimmed": "true", "trim_blocks": "true", "lstrip_blocks": "true", "newstyle_gettext": "true"}}
_KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "say": None, "counted": (1, 2), "plurals": (1, 2)}


def catalogue() -> bytes:
    """The catalogue, the same bytes for the same templates."""
    found = Catalog(project="Transparent Continuum", charset="utf-8", fuzzy=False)
    rows = sorted(
        (f"{folder}/{file}", str(message), message, context)
        for folder in FOLDERS
        for file, _, message, _, context in extract_from_dir(ROOT / folder, _METHODS, _OPTIONS, _KEYWORDS)
    )
    for file, _, message, context in rows:
        found.add(message, locations=[(file, 0)], context=context)
    out = BytesIO()
    write_po(out, found, width=110, sort_output=True, include_lineno=False, omit_header=True)
    return _HEADER + out.getvalue()


def in_step(translated: bytes, template: bytes) -> bytes:
    """A translated catalogue with the texts of the template: those that are gone left out, new ones without words."""
    said = read_po(BytesIO(translated))
    said.update(read_po(BytesIO(template)), no_fuzzy_matching=True, update_header_comment=False)
    said.obsolete.clear()
    out = BytesIO()
    write_po(out, said, width=110, sort_output=True, include_lineno=False, omit_header=True)
    head, _, _ = translated.partition(b"\n\n")
    return head + b"\n\n" + out.getvalue()


def main() -> None:
    """Write the catalogue into the package, and bring the languages that are there into step with it."""
    POT.parent.mkdir(exist_ok=True)
    POT.write_bytes(catalogue())
    for path in sorted(POT.parent.glob("*.po")):
        path.write_bytes(in_step(path.read_bytes(), POT.read_bytes()))


_HEADER = b"""# What Transparent Continuum says on pages.
# To translate it, copy this file to <language>.po, as in es.po or zh-Hans.po. Schools have theirs in continuum/words/.
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


if __name__ == "__main__":
    main()
