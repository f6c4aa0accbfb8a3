"""Files of words: what fits its text is used, and of the rest it is said why not."""

from __future__ import annotations

from collections.abc import Mapping
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

import pytest

from site_builder.look.po_text import Message
from site_builder.look.po_words import LOCALE, Plurals, misfit, read_words
from site_builder.look.words import catalogue
from tests.look.words_of import Texts, po
from tests.sources.findings import lines, link

TWO = Plurals(2, "(n != 1)")


def said(tmp_path: Path, words: str | bytes, name: str = "es.po") -> tuple[Mapping[str, tuple[str, ...]], list[str]]:
    """What of a file is used, and what is said of the rest."""
    (tmp_path / name).write_bytes(words if isinstance(words, bytes) else words.encode())
    found, problems = read_words(tmp_path / name, "continuum/words")
    return {it.one: it.forms for it in found.messages} if found else {}, lines(problems)


@pytest.mark.parametrize(
    ("text", "translation"),
    [
        ("Find", "Buscar"),
        ("All work for %(it)s", "Todo de %(it)s"),
        ("%(one)s of %(other)s", "de %(other)s, %(one)s"),
        ("Twice %(it)s", "%(it)s y %(it)s"),
        ("100%% of it", "el 100 %% de eso"),
        ("{day} {month} {year}", "{day} de {month} de {year}"),
        ("Dear <strong>%(name)s</strong>,", "Familia de <strong>%(name)s</strong>:"),
        ("%(name)s&rsquo;s learning", "El aprendizaje de %(name)s"),
        ("%(name)s&rsquo;s learning", "L&rsquo;apprentissage : %(name)s"),
        ("A telephone's camera", "L'appareil d'un téléphone"),
        ("Say “more”", "Di «más» > nada"),
    ],
)
def test_a_translation_with_the_same_placeholders_and_the_same_html_fits(text: str, translation: str) -> None:
    assert misfit(Message(1, text, forms=(translation,)), TWO) is None


@pytest.mark.parametrize(
    ("text", "translation", "why"),
    [
        ("All work for %(it)s", "Todo de %(eso)s", "says %(eso)s, which its text does not"),
        ("All work for %(it)s", "Todo de %(it)d", "says %(it)d, which its text does not"),
        ("All work for %(it)s", "Todo", "leaves out %(it)s"),
        ("All work for %(it)s", "Todo de %s %(it)s", "has the sign %"),
        ("Find", "Buscar 100 %", "has the sign %"),
        ("Find", "Buscar %(it)s", "says %(it)s, which its text does not"),
        ("{day} {month}", "{day} {month.real}", "leaves out {month}"),
        ("{day} {month}", "{day} {month} {0}", "says {0}, which its text does not"),
        ("{day} {month}", "{day} {month} {}", "has the sign {"),
        ("{day} {month}", "{day} {month}}", "has the sign }"),
        ("Find", "<b>Buscar</b>", "has other HTML than its text"),
        ("Find", "<script>alert(1)</script>", "has other HTML than its text"),
        ("Dear <strong>%(it)s</strong>", "Familia <em>%(it)s</em>", "has other HTML than its text"),
        ("Dear <strong>%(it)s</strong>", "Familia </strong>%(it)s<strong>", "has other HTML than its text"),
        ("Dear <strong>%(it)s</strong>", "Familia %(it)s", "has other HTML than its text"),
        ("Dear <strong>%(it)s</strong>", "<strong onclick=x>%(it)s</strong>", "has other HTML than its text"),
        ("Find", "Buscar <", "has the sign <"),
        ("Find", "Buscar & encontrar", "has the sign &"),
        ("Find", "Buscar&nbsp;", "has the sign &"),
        ("%(name)s&rsquo;s learning", "%(name)s&lt;", "has the sign &"),
        ("Find", 'Buscar" onfocus="alert(1)', 'has the sign "'),
    ],
)
def test_a_translation_that_could_do_harm_on_a_page_does_not_fit(text: str, translation: str, why: str) -> None:
    found = misfit(Message(1, text, forms=(translation,)), TWO)
    assert found is not None
    assert found[0] == why
    assert found[1]


ARABIC = Plurals(6, "n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5")


@pytest.mark.parametrize(
    ("plurals", "forms", "why"),
    [
        (TWO, ("%(num)s trabajo", "%(num)s trabajos"), ""),
        (TWO, ("un trabajo", "%(num)s trabajos"), ""),
        (ARABIC, ("لا أعمال", "عمل واحد", "عملان", "%(num)s أعمال", "%(num)s عملًا", "%(num)s عمل"), ""),
        (TWO, ("un trabajo",), "has 1 forms"),
        (TWO, ("un trabajo", "dos trabajos", "%(num)s trabajos"), "has 3 forms"),
        (TWO, ("un trabajo", " "), "has a form without words"),
        (TWO, ("un trabajo", "%(n)s trabajos"), "says %(n)s, which its text does not"),
        (TWO, ("un trabajo", "%(num)s <b>trabajos</b>"), "has other HTML than its text"),
    ],
)
def test_each_form_fits_and_there_are_as_many_as_the_language_has(
    plurals: Plurals, forms: tuple[str, ...], why: str
) -> None:
    found = misfit(Message(1, "%(num)s piece", "%(num)s pieces", forms), plurals)
    assert (found[0] if found else "") == why


def test_of_several_numbers_one_may_be_said_in_words() -> None:
    asked = ("%(pieces)s of %(latest)s shows it", "%(pieces)s of %(latest)s show it")
    assert misfit(Message(1, *asked, ("uno de %(latest)s", "%(pieces)s de %(latest)s")), TWO) is None
    found = misfit(Message(1, *asked, ("uno de dos", "%(pieces)s de %(latest)s")), TWO)
    assert found and found[0].startswith("leaves out ")


def test_what_does_not_fit_is_left_out_and_pointed_at(tmp_path: Path) -> None:
    used, problems = said(tmp_path, po("es", {"Find": "Buscar", "All work for %(it)s": "Todo de %(eso)s"}))
    assert used == {"Find": ("Buscar",)}
    assert problems == [
        "continuum/words/es.po:9:1: warning[words-unfit]: the translation of “All work for %(it)s” says %(eso)s, which "
        "its text does not, so it is not used (write %(it)s as it stands there)"
    ]


def test_guesses_that_nobody_has_looked_at_are_left_out(tmp_path: Path) -> None:
    words = po("es", {"Find": "Buscar"}) + '\n#, fuzzy\nmsgid "Map"\nmsgstr "Mapa <"\n\nmsgid "Home"\nmsgstr ""\n'
    assert said(tmp_path, words) == ({"Find": ("Buscar",)}, [])


def test_the_first_of_two_translations_stays(tmp_path: Path) -> None:
    used, problems = said(tmp_path, po("es", {"Find": "Buscar"}) + '\nmsgid "Find"\nmsgstr "Encontrar"\n')
    assert used == {"Find": ("Buscar",)}
    assert ["is not the first, so it is not used" in it for it in problems] == [True]


def test_a_message_with_a_context_is_none_of_ours(tmp_path: Path) -> None:
    assert said(tmp_path, 'msgctxt "a button"\nmsgid "Find"\nmsgstr "Buscar"\n') == ({}, [])


def test_line_ends_and_signs_that_nobody_sees_do_not_reach_a_page(tmp_path: Path) -> None:
    used, problems = said(tmp_path, 'msgid "Find"\nmsgstr "Bus\u202ecar\\n aquí\u00a0: "\n')
    assert used == {"Find": ("Buscar aquí\u00a0: ",)}
    assert ["hidden-character" in it for it in problems] == [True]


@pytest.mark.parametrize("head", ["", "charset=latin-1", "charset=nonsense"])
def test_a_file_is_utf_8_whatever_its_head_says(tmp_path: Path, head: str) -> None:
    head = f'msgid ""\nmsgstr "Content-Type: text/plain; {head}\\n"\n'
    assert said(tmp_path, head + 'msgid "Map"\nmsgstr "Mañana"\n') == ({"Map": ("Mañana",)}, [])


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (b"\xff\xfa", "error[text-unreadable]: this file is not saved as UTF-8"),
        (b'msgid "a', "error[words-unreadable]: this line is not as gettext"),
        (b'msgid "\x01"', "error[text-unreadable]: there is a control character here"),
    ],
)
def test_of_a_file_that_cannot_be_read_nothing_is_used(tmp_path: Path, words: bytes, problem: str) -> None:
    used, problems = said(tmp_path, words)
    assert used == {}
    assert [problem in it for it in problems] == [True]


def test_a_link_to_somewhere_else_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "other.po").write_text(po("es", {"Find": "Buscar"}), encoding="utf-8")
    link(tmp_path / "es.po", tmp_path / "other.po")
    found, problems = read_words(tmp_path / "es.po", "continuum/words")
    assert found is None
    assert [it.code for it in problems] == ["file-name"]


def test_our_own_words_may_be_linked_as_installers_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "store.po").write_text(po("es", {"Find": "Buscar"}), encoding="utf-8")
    link(tmp_path / "es.po", tmp_path / "store.po")
    monkeypatch.setattr("site_builder.look.po_words.LOCALE", tmp_path)
    found, _ = read_words(tmp_path / "es.po", "locale")
    assert found is not None


def test_a_file_that_may_not_be_read_is_a_problem_and_no_bug(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "es.po").write_text("", encoding="utf-8")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    found, problems = read_words(tmp_path / "es.po", "continuum/words")
    assert found is None
    assert lines(problems) == [
        "continuum/words/es.po:1:1: error[file-unreadable]: continuum/words/es.po cannot be read: Permission denied "
        "(check its permissions)"
    ]


PIECES: Texts = {("piece", "pieces"): ("trabajo", "trabajos")}


class TestPlurals:
    """Which form a number asks for."""

    def test_the_head_of_the_file_says_it(self, tmp_path: Path) -> None:
        (tmp_path / "mi.po").write_text(po("mi", PIECES, "nplurals=2; plural=(n > 1);"), encoding="utf-8")
        words = self.read(tmp_path / "mi.po")
        assert [words.ngettext("piece", "pieces", it) for it in (0, 1, 2)] == ["trabajo", "trabajo", "trabajos"]

    @pytest.mark.parametrize("language", ["es", "es-MX", "de", "xx"])
    def test_without_it_those_of_the_language_hold(self, tmp_path: Path, language: str) -> None:
        (tmp_path / f"{language}.po").write_text(po(language, PIECES, ""), encoding="utf-8")
        words = self.read(tmp_path / f"{language}.po")
        assert [words.ngettext("piece", "pieces", it) for it in (0, 1, 2)] == ["trabajos", "trabajo", "trabajos"]

    @pytest.mark.parametrize(
        "said",
        [
            "nplurals=2; plural=n",
            "nplurals=2; plural=n%0",
            "nplurals=2; plural=1/(n-1)",
            "nplurals=2; plural=-1",
            "nplurals=2; plural=os.system",
            "nplurals=2; plural=" + "(" * 200 + "n" + ")" * 200,
            "nplurals=0; plural=0",
            "nplurals=2000000000; plural=0",
            "nplurals=two; plural=n != 1",
            "nplurals=INTEGER; plural=EXPRESSION;",
            "plural=n != 1",
        ],
    )
    def test_a_rule_that_does_not_hold_for_all_numbers_is_not_used(self, tmp_path: Path, said: str) -> None:
        path = tmp_path / "es.po"
        path.write_text(po("es", PIECES, said), encoding="utf-8")
        found, problems = read_words(path, "continuum/words")
        assert found and found.plurals == TWO
        assert lines(problems) == [
            "continuum/words/es.po:1:1: warning[words-unfit]: “Plural-Forms” does not say for every number which form "
            "it asks for, so those of the language are used (write: Plural-Forms: nplurals=2; plural=(n != 1);)"
        ]

    def read(self, path: Path) -> GNUTranslations:
        found, problems = read_words(path, "continuum/words")
        assert found
        assert problems == []
        return GNUTranslations(BytesIO(found.compiled))


OURS = sorted(LOCALE.glob("*.po"))


@pytest.mark.parametrize("path", OURS, ids=lambda it: it.stem)
def test_all_of_our_own_words_fit(path: Path) -> None:
    found, problems = read_words(path, "locale")
    assert lines(problems) == []
    assert found and len(found.messages) > 300


@pytest.mark.parametrize("path", OURS, ids=lambda it: it.stem)
def test_our_own_words_say_how_the_plurals_of_their_language_go(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "Plural-Forms: nplurals=" in text
    assert f'"Language: {path.stem.replace("-", "_")}\\n"' in text
    assert catalogue(path.stem).gettext("Find") != "Find"
