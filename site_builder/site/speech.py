"""What a page says of languages: the words of the theme's frame, the way to the same page in other languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from itertools import accumulate
from typing import Any, NamedTuple

from site_builder import addresses
from site_builder.site.desk import Desk
from site_builder.site.plan import Plan
from site_builder.site.tree import Tongue, tongues
from site_builder.sources.markdown import SET_APART

_TEXT = re.compile(r">([^<]+)")
_APART = re.compile(rf"<(span|div){SET_APART}[^>]*>(.*?)</\1>", re.DOTALL)


class Way(NamedTuple):
    """The same page in a language; `is_here` where it is the page itself."""

    href: str
    tongue: Tongue
    is_here: bool


def frame_words(desk: Desk) -> dict[str, str]:
    """What the theme's frame says, by its slots."""
    said = {
        "say_skip": desk.say("Skip to content"),
        "say_header": desk.say("Header"),
        "say_nav": desk.say("Navigation"),
        "say_tabs": desk.say("Sections"),
        "say_search": desk.say("Search"),
        "say_footer": desk.say("Footer"),
        "say_dark": desk.say("Dark"),
        "say_light": desk.say("Light"),
    }
    return {slot: escape(text) for slot, text in said.items()}


def languages(desk: Desk, plan: Plan, root: str) -> str:
    """The choice of languages as safe HTML; nothing where there is one alone."""
    ways = list(_ways(desk, plan, root))
    if len(ways) == 1:
        return ""
    module: Any = desk.templates.get_template("parts/languages.html").module
    here = next(it for it in ways if it.is_here)
    return str(module.languages(here.tongue, ways))


def alternates(desk: Desk, plan: Plan, root: str) -> str:
    """The same page in all languages, for search engines; nothing where there is one alone."""
    ways = list(_ways(desk, plan, root))
    if len(ways) == 1 or plan.address == addresses.NOT_FOUND:
        return ""
    links = [(it.tongue.code, _address(desk, plan, it)) for it in ways]
    links.append(("x-default", links[0][1]))
    # The theme's script would fetch a sitemap for each link[rel=alternate] that it finds: a space keeps it from that.
    return "".join(f'<link rel="alternate " hreflang="{code}" href="{escape(href)}">' for code, href in links)


def untranslated(article: str, desk: Desk) -> str:
    """What a page says that is not wholly translated, as safe HTML; nothing where it is.

    Where most of it is not, no part is marked by itself: a page full of marks is hard to read, and says no more.
    """
    if SET_APART not in article:
        return ""
    module: Any = desk.templates.get_template("parts/languages.html").module
    return str(module.untranslated(desk.own, is_most=_is_most(article)))


def _is_most(article: str) -> bool:
    """Whether more than half of the letters are in the words of the sources, or the title is."""
    title = article.partition("</h1>")[0].rpartition("<h1")[2]
    if SET_APART in title:
        return True
    apart = sum(sum(_lengths(found[0])) for found in _APART.finditer(article))
    # Where little is set apart, the first lines of a page are more than that already.
    return all(so_far < 2 * apart for so_far in accumulate(_lengths(article)))


def _lengths(html: str) -> Iterator[int]:
    """How long each text is that stands between two tags."""
    return (len(found[1].strip()) for found in _TEXT.finditer(html))


def _address(desk: Desk, plan: Plan, way: Way) -> str:
    return f"{desk.site_url}{way.tongue.folder}{plan.address}" if desk.site_url else way.href


def _ways(desk: Desk, plan: Plan, root: str) -> list[Way]:
    """This page in each language; where nothing stands, the front pages."""
    is_lost = plan.address == addresses.NOT_FOUND
    site = desk.site(root)
    here = "" if is_lost else plan.address
    return [Way(site + it.folder + here or "./", it, it.code == desk.tree.language) for it in tongues(desk.outline)]
