"""Texts as PO, as gettext and translators' tools read it."""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.exchange.translations.entry import Entry
from site_builder.exchange.translations.po_out import po_bytes
from site_builder.exchange.translations.school_texts import SchoolTexts
from tests.exchange.frameworks import TEXTS
from tests.exchange.translations.bilingual import ARGUE, bilingual, listed, texts_in

STALE = Entry(f"{ARGUE}#why", "What it is good for", "To vote\nand to judge", "Para votar", True, 'To "vote"')


@pytest.fixture
def school(tmp_path: Path) -> SchoolTexts:
    """The small school in two languages."""
    return texts_in(bilingual(tmp_path).root)


def test_an_entry_says_what_it_is_where_it_belongs_and_what_it_said_before(school: SchoolTexts) -> None:
    text = po_bytes(school, "es", [STALE]).decode()
    assert text.endswith(
        "\n#. What it is good for\n"
        "#, fuzzy\n"
        f'#| msgctxt "{ARGUE}#why"\n'
        '#| msgid "To \\"vote\\""\n'
        f'msgctxt "{ARGUE}#why"\n'
        'msgid ""\n"To vote\\n"\n"and to judge"\n'
        'msgstr "Para votar"\n'
    )


def test_the_head_names_both_languages_and_no_day(school: SchoolTexts) -> None:
    head = po_bytes(school, "zh-Hans", []).decode()
    assert '"Language: zh_Hans\\n"' in head and '"X-Source-Language: en\\n"' in head
    assert '"Content-Type: text/plain; charset=UTF-8\\n"' in head
    assert "Date" not in head


def test_the_same_texts_give_the_same_bytes(school: SchoolTexts) -> None:
    assert po_bytes(school, "es", listed(school.root)) == po_bytes(school, "es", listed(school.root))


def test_no_sign_in_a_text_makes_a_tool_ask_for_a_placeholder(school: SchoolTexts) -> None:
    entry = Entry("a#title", "A title", "50 % sure of {it} and %s", "")
    assert b"format" not in po_bytes(school, "es", [entry])


@settings(deadline=None)
@given(st.lists(st.tuples(TEXTS, st.just("") | TEXTS), min_size=1, max_size=4))
def test_babel_reads_what_was_written(texts: list[tuple[str, str]]) -> None:
    root = Path(__file__).parents[2] / "cases" / "small" / "project"
    entries = [Entry(f"a b#{number}", "A note", *it) for number, it in enumerate(texts)]
    catalogue = read_po(BytesIO(po_bytes(texts_in(root), "es", entries)), abort_invalid=True)
    assert [(it.context, it.id, it.string) for it in catalogue if it.id] == [
        (it.location, it.source, it.target) for it in entries
    ]


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext’s own tools are not on this machine")
def test_gettext_itself_takes_it(school: SchoolTexts, tmp_path: Path) -> None:
    path = tmp_path / "es.po"
    entries = [it for it in listed(school.root) if it.location != STALE.location]
    path.write_bytes(po_bytes(school, "es", [*entries, STALE]))
    said = subprocess.run(["msgfmt", "--check-format", "-o", "-", path], capture_output=True, check=False)
    assert (said.returncode, said.stderr) == (0, b"")
