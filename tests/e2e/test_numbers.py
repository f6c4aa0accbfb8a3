"""Numbers that a script puts into a text: each language says them in its own forms."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.plurals import get_plural
from playwright.sync_api import Browser

from site_builder.look.templates import environment
from site_builder.look.words import catalogue
from site_builder.resources import templates
from tests.look.words_of import po

COUNTS = (1, 2, 3, 5, 7, 11, 12, 20, 21, 22, 25, 100, 101, 102, 103, 111)
SCRIPT = (templates() / "assets" / "continuum.js").read_text(encoding="utf-8")
PAGE = """{% from "parts/counted.html" import counted %}
<!doctype html><html lang="{{ language }}"><form class="finder" data-most="1000"><p role="status" data-count
{{ counted(plurals("{n} page", "{n} pages")) }} data-say-none="none" data-say-more="more"></p>
<ul class="cards">{% for _ in range(111) %}<li data-item>One</li>{% endfor %}</ul></form></html>"""
# Shows so many of the items, as choosing among them does.
SHOW = "(all, count) => all.forEach((it, at) => { it.style.display = at < count ? '' : 'none' })"


@pytest.mark.parametrize("language", ["en", "es", "ar", "fr", "vi", "zh-Hans", "ru", "pl", "cy", "he", "ga"])
def test_a_script_says_a_number_as_the_language_says_it(browser: Browser, tmp_path: Path, language: str) -> None:
    plurals = get_plural(language.replace("-", "_"))
    forms = tuple(f"form {number}: {{n}}" for number in range(plurals.num_plurals))
    words = po(language, {("{n} page", "{n} pages"): forms}, plurals.plural_forms)
    (tmp_path / f"{language}.po").write_text(words, encoding="utf-8")
    said = catalogue(language, ours=tmp_path)
    page = browser.new_page()
    page.set_content(environment(templates(), said).from_string(PAGE).render(language=language))
    page.add_script_tag(content=SCRIPT)
    for count in (0, *COUNTS):
        page.eval_on_selector_all("li", SHOW, count)
        page.dispatch_event("form", "change")
        expected = said.ngettext("{n} page", "{n} pages", count).replace("{n}", str(count)) if count else "none"
        assert page.text_content("[data-count]") == expected, count
    page.close()


def test_a_language_that_no_browser_knows_says_it_too(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content(environment(templates()).from_string(PAGE).render(language="x!"))
    page.add_script_tag(content=SCRIPT)
    for count, said in ((1, "1 page"), (2, "2 pages")):
        page.eval_on_selector_all("li", SHOW, count)
        page.dispatch_event("form", "change")
        assert page.text_content("[data-count]") == said
    page.close()
