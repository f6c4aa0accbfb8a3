"""What every template can rely on."""

from __future__ import annotations

from datetime import date
from gettext import NullTranslations
from pathlib import Path
from typing import Any

import pytest
from jinja2 import UndefinedError

from site_builder.look.templates import environment


def rendered(tmp_path: Path, template: str, words: NullTranslations | None = None, **values: Any) -> str:
    (tmp_path / "it.html").write_text(template, encoding="utf-8")
    return environment(tmp_path, words).get_template("it.html").render(resolve=lambda link: f"to/{link}", **values)


def test_a_value_is_escaped(tmp_path: Path) -> None:
    assert rendered(tmp_path, '<p title="{{ it }}">', it='<b>&"x') == '<p title="&lt;b&gt;&amp;&#34;x">'


def test_a_value_is_never_a_template(tmp_path: Path) -> None:
    assert rendered(tmp_path, "{{ it }}", it="{{ 7 * 7 }}{% include 'it.html' %}").startswith("{{ 7 * 7 }}")


def test_markdown_becomes_html_with_the_links_of_the_page(tmp_path: Path) -> None:
    assert rendered(tmp_path, "{{ it|inline }}", it="A *b* [c](d)") == 'A <em>b</em> <a href="to/d">c</a>'
    assert rendered(tmp_path, "{{ it|block }}", it="- a\n- b") == "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"


def test_markdown_lets_no_html_through(tmp_path: Path) -> None:
    for name in ("inline", "block"):
        assert "<script>" not in rendered(tmp_path, f"{{{{ it|{name} }}}}", it="<script>alert(1)</script>")


def test_plain_words_are_escaped_too(tmp_path: Path) -> None:
    assert rendered(tmp_path, "{{ it|plain }}", it="*a* & `<b>`") == "a &amp; &lt;b&gt;"


def test_a_name_that_nobody_gave_is_a_bug(tmp_path: Path) -> None:
    with pytest.raises(UndefinedError):
        rendered(tmp_path, "{{ unknown }}")


def test_dates_are_written_out(tmp_path: Path) -> None:
    assert rendered(tmp_path, "{{ it|day }}", it=date(2026, 5, 12)) == "12 May 2026"


def test_texts_come_from_the_catalogue_with_the_form_for_their_number(tmp_path: Path) -> None:
    class Words(NullTranslations):
        def gettext(self, message: str) -> str:
            return f"{message}!"

        def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
            return f"{msgid1 if n == 1 else msgid2}!"

    template = "{{ _('Level') }} {% trans n=n %}{{ n }} piece{% pluralize %}{{ n }} pieces{% endtrans %}"
    assert rendered(tmp_path, template, Words(), n=2) == "Level! 2 pieces!"


def test_a_value_within_a_text_is_escaped(tmp_path: Path) -> None:
    template = "{% trans it=it %}All work for {{ it }}{% endtrans %}"
    assert rendered(tmp_path, template, it="<b>") == "All work for &lt;b&gt;"
