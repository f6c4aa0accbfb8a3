"""What a page says of languages: what it says of itself where it is not wholly translated."""

from __future__ import annotations

from site_builder.site.speech import untranslated
from site_builder.sources.markdown import set_apart
from tests.site.continua import desk_in, small_outline
from tests.site.markup import Element, read

DESK = desk_in("ur", small_outline(languages=("en", "ur")))
TITLE = "<h1>دلیل</h1>"


def notice(article: str) -> Element:
    return read(untranslated(article, DESK))


def test_a_page_that_is_wholly_translated_says_nothing() -> None:
    assert untranslated(f"{TITLE}<p>سب کچھ</p>", DESK) == ""


def test_a_few_texts_in_the_words_of_the_sources_are_marked_one_by_one() -> None:
    article = f"{TITLE}<p>{'یہ یہاں ہے ' * 9}</p><p>{set_apart('Ask why.', 'en')}</p>"
    (said,) = notice(article).all("p")
    assert said.classes == {"note", "untold"}
    assert "What stands in English is marked with a dotted line." in said.words


def test_where_most_is_not_translated_the_page_says_it_once_and_marks_nothing() -> None:
    article = f"{TITLE}<p>یہ</p>{set_apart('<p>I can <em>choose</em> evidence.</p>', 'en', 'div')}"
    (said,) = notice(article).all("p")
    assert said.classes == {"note", "untold", "most"}
    assert said.words == "This page has not been translated yet. It stands here in English."


def test_a_title_in_the_words_of_the_sources_speaks_for_the_whole_page() -> None:
    article = f"<h1>{set_apart('Argue', 'en')}</h1><p>{'یہ یہاں ہے ' * 9}</p>"
    assert notice(article).one("p").classes == {"note", "untold", "most"}
