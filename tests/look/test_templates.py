"""What every template can rely on."""

from __future__ import annotations

import os
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, FileSystemBytecodeCache, UndefinedError

from site_builder.look import templates as look
from site_builder.look.templates import environment
from site_builder.look.words import Words, catalogue
from site_builder.model import SourceText
from tests.look.words_of import Texts, po


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for what can be made again, in which no command has been yet."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    monkeypatch.setattr(look, "_compiled_before", look._compiled_before.__wrapped__)
    return folder


def rendered(tmp_path: Path, template: str, words: Words | None = None, **values: Any) -> str:
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
    said: Texts = {"Level": "Nivel", ("%(n)s piece", "%(n)s pieces"): ("%(n)s trabajo", "%(n)s trabajos")}
    (tmp_path / "es.po").write_text(po("es", said), encoding="utf-8")
    template = "{{ _('Level') }} {% trans n=n %}{{ n }} piece{% pluralize %}{{ n }} pieces{% endtrans %}"
    assert rendered(tmp_path, template, catalogue("es", ours=tmp_path), n=2) == "Nivel 2 trabajos"


def test_a_value_within_a_text_is_escaped(tmp_path: Path) -> None:
    template = "{% trans it=it %}All work for {{ it }}{% endtrans %}"
    assert rendered(tmp_path, template, it="<b>") == "All work for &lt;b&gt;"


UNTOLD = SourceText('*a* & "b"', "en")


def test_a_text_in_the_words_of_the_sources_says_in_which_language_it_is(tmp_path: Path) -> None:
    around = '<span class="src" lang="en" dir="ltr">{}</span>'
    assert rendered(tmp_path, "{{ it }}", it=UNTOLD) == around.format("*a* &amp; &#34;b&#34;")
    assert rendered(tmp_path, "{{ it|inline }}", it=UNTOLD) == around.format("<em>a</em> &amp; &quot;b&quot;")
    assert rendered(tmp_path, "{{ it|plain }}", it=UNTOLD) == around.format("a &amp; &#34;b&#34;")
    assert rendered(tmp_path, "{% trans it=it %}Of {{ it }}{% endtrans %}", it=UNTOLD).startswith(
        'Of <span class="src"'
    )
    block = rendered(tmp_path, "{{ it|block }}", it=SourceText("one\n\ntwo", "ar"))
    assert block == '<div class="src" lang="ar" dir="rtl"><p>one</p>\n<p>two</p></div>'


def test_an_attribute_takes_the_words_alone_and_says_their_language_beside_them(tmp_path: Path) -> None:
    template = '<img alt="{{ it|bare }}"{{ it|tongue }}>'
    said = '<img alt="*a* &amp; &#34;b&#34;" lang="en" dir="ltr">'
    assert rendered(tmp_path, template, it=UNTOLD) == said
    assert rendered(tmp_path, '<img alt="{{ it|plain|bare }}"{{ it|tongue }}>', it=UNTOLD) == said.replace("*", "")
    assert rendered(tmp_path, template, it="a") == '<img alt="a">'


class TestWhatWasCompiled:
    @pytest.fixture
    def compiled(self, monkeypatch: pytest.MonkeyPatch) -> list[str]:
        """The sources that Jinja compiles."""
        told: list[str] = []
        compile_one = Environment.compile

        def noted(environment: Environment, source: str, *args: Any, **options: Any) -> Any:
            told.append(source)
            return compile_one(environment, source, *args, **options)

        monkeypatch.setattr(Environment, "compile", noted)
        return told

    def in_a_new_command(self, tmp_path: Path, template: str, monkeypatch: pytest.MonkeyPatch) -> str:
        monkeypatch.setattr(look, "_COMPILED", look._Compiled())
        return rendered(tmp_path, template, it="you")

    def test_a_template_is_compiled_once_for_all_commands(
        self, tmp_path: Path, compiled: list[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for _ in range(3):
            assert self.in_a_new_command(tmp_path, "Hello {{ it }}", monkeypatch) == "Hello you"
        assert compiled == ["Hello {{ it }}"]

    def test_one_that_changed_is_compiled_anew(
        self, tmp_path: Path, compiled: list[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert self.in_a_new_command(tmp_path, "Hello {{ it }}", monkeypatch) == "Hello you"
        assert self.in_a_new_command(tmp_path, "Dear {{ it }}", monkeypatch) == "Dear you"
        assert len(compiled) == 2

    @pytest.mark.parametrize("rest", [0, 5, 30, 90])
    def test_one_that_was_cut_off_is_compiled_anew(
        self, tmp_path: Path, temporary: Path, rest: int, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.in_a_new_command(tmp_path, "Hello {{ it }}", monkeypatch)
        (file,) = (it for it in temporary.rglob("continuum-*") if it.is_file())
        file.write_bytes(file.read_bytes()[:rest])
        assert self.in_a_new_command(tmp_path, "Hello {{ it }}", monkeypatch) == "Hello you"

    @pytest.mark.skipif(not hasattr(os, "getuid"), reason="where users have no numbers, each has a folder of their own")
    def test_nothing_is_kept_where_somebody_else_could_write(
        self, tmp_path: Path, temporary: Path, compiled: list[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        elsewhere = tmp_path / "elsewhere"
        elsewhere.mkdir()
        (temporary / f"_jinja2-cache-{os.getuid()}").symlink_to(elsewhere)
        for _ in range(2):
            assert self.in_a_new_command(tmp_path, "Hello {{ it }}", monkeypatch) == "Hello you"
        assert len(compiled) == 2
        assert not list(elsewhere.iterdir())

    def test_a_full_disk_stops_nobody(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(FileSystemBytecodeCache, "dump_bytecode", full)
        assert self.in_a_new_command(tmp_path, "Hello {{ it }}", monkeypatch) == "Hello you"
