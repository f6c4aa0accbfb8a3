"""What our own words say of themselves on a page in a language into which nobody has put them."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.look.apart import WordsApart, tell_apart, words_of_pages
from site_builder.look.templates import environment
from site_builder.look.words import SOURCE_LANGUAGE, Words
from tests.look.words_of import Texts, po

HOME = '<span lang="en" dir="ltr">Home</span>'
DUTCH: Texts = {"Home": "Voorpagina", "Page": "Page"}


@pytest.fixture
def words(tmp_path: Path) -> Words:
    """Words of a language that we do not speak, and of which the school says nothing."""
    return words_of_pages("nl", tmp_path)


@pytest.fixture
def some_words(tmp_path: Path) -> Words:
    """The same where a school has put some of them into it."""
    (tmp_path / "continuum" / "words").mkdir(parents=True)
    (tmp_path / "continuum" / "words" / "nl.po").write_text(po("nl", DUTCH), encoding="utf-8")
    return words_of_pages("nl", tmp_path)


def told(tmp_path: Path, words: Words, template: str, **values: object) -> str:
    """A page of this template, whole."""
    (tmp_path / "it.html").write_text(template, encoding="utf-8")
    return tell_apart(environment(tmp_path, words).get_template("it.html").render(**values), words.language)


def test_a_text_that_nobody_translated_says_that_it_is_english(tmp_path: Path, words: Words) -> None:
    assert told(tmp_path, words, '<p>{{ _("Home") }}</p>') == f"<p>{HOME}</p>"


def test_it_says_which_way_either_language_is_written(tmp_path: Path) -> None:
    said = told(tmp_path, words_of_pages("ur", tmp_path), '{{ _("%(it)s, early evidence", it=it) }}', it="ابتدائی")
    assert said == '<span lang="en" dir="ltr"><span lang="ur" dir="rtl">ابتدائی</span>, early evidence</span>'


def test_a_number_within_a_text_belongs_to_it(tmp_path: Path, words: Words) -> None:
    said = told(tmp_path, words, '{{ ngettext("%(num)d skill", "%(num)d skills", 3) }}')
    assert said == '<span lang="en" dir="ltr">3 skills</span>'


def test_html_within_a_text_stays(tmp_path: Path, words: Words) -> None:
    template = '{% trans to=to %}See <a href="{{ to }}">the rule</a>.{% endtrans %}'
    said = told(tmp_path, words, template, to="../rule/")
    assert said == '<span lang="en" dir="ltr">See <a href="../rule/">the rule</a>.</span>'


@pytest.mark.parametrize(
    "template",
    [
        '<a title="%s" href="x">x</a>',
        "<title>%s</title>",
        "<option>%s</option>",
        '<script type="application/ld+json">{"name": "%s"}</script>',
        "<svg><text>%s</text></svg>",
    ],
)
def test_where_no_element_may_stand_a_text_is_words_alone(tmp_path: Path, words: Words, template: str) -> None:
    assert told(tmp_path, words, template % '{{ _("Home") }}') == template % "Home"


def test_what_a_school_has_translated_is_in_the_language_of_the_page(tmp_path: Path, some_words: Words) -> None:
    assert told(tmp_path, some_words, '{{ _("Home") }} {{ _("Page") }}') == "Voorpagina Page"
    assert told(tmp_path, some_words, '{{ _("Search") }}') == '<span lang="en" dir="ltr">Search</span>'


@pytest.mark.parametrize("language", [SOURCE_LANGUAGE, "en-GB", "es", "ar", "zh-Hans-CN"])
def test_words_that_we_speak_are_not_marked(tmp_path: Path, language: str) -> None:
    words = words_of_pages(language, tmp_path)
    assert not isinstance(words, WordsApart)
    assert "<" not in told(tmp_path, words, '{{ _("Home") }}')


def test_languages_are_named_in_the_words_around_them(words: Words, some_words: Words, tmp_path: Path) -> None:
    assert tell_apart(words.name_of("en"), "nl") == '<span lang="en" dir="ltr">English</span>'
    assert some_words.name_of("en") == "Engels"
    assert words_of_pages("es", tmp_path).name_of("en") == "inglés"


def test_another_process_has_the_same_words(words: Words) -> None:
    again = pickle.loads(pickle.dumps(words))  # noqa: S301  of our own
    assert isinstance(again, WordsApart)
    assert again.gettext("Home") == words.gettext("Home") != "Home"


@given(st.text(st.sampled_from('<>a \ufdd0\ufdd1\ufdd2\ufdd3/"='), max_size=40))
def test_no_sign_is_left_on_any_page(html: str) -> None:
    assert not set(tell_apart("\ufdd0" + html, "nl")) & set("\ufdd0\ufdd1\ufdd2\ufdd3")
