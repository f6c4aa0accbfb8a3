"""A leaf of a booklet: what of a competency belongs on paper, cut out of its page as that was written.

The page's template marks where to cut. Whoever wrote the page has rendered it, so a leaf costs no more than being cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup

_BEGINNING, _END = b"<!--leaf-->", b"<!--/leaf-->"
# What has no use in a booklet, by how it begins and what follows it: the address of each cell with the work that shows
# it, and the way to the source of a skill, whether its levels are described or not.
_UNUSED = (('<span class="ends"', ("</td>",)), (' <a class="pen noprint"', ("</th>", " <small", "<small", "</li>")))
# Names that are none of the booklet's own, each with what stays of it. There may be a thousand leaves, so every pattern
# begins with letters that are found at once.
_LEFT_OUT = (
    (re.compile(r' id="[^"]*"><span class="lv'), '><span class="lv'),  # the places of cells
    (re.compile(r'scope="row" id="[^"]*"'), 'scope="row"'),  # and of skills
    (re.compile(r'<span id="[^"]*"></span>'), ""),  # also where nobody has described them yet
    (re.compile(r'<section aria-labelledby="[^"]*"'), "<section"),
)
_HEADINGS = (re.compile("<h([1-5])"), re.compile("</h([1-5])"))
_IDS = re.compile(r' id="([^"]*)')
_NAMING = (_IDS, re.compile(r' aria-labelledby="([^"]*)'), re.compile(r' aria-describedby="([^"]*)'))
_WITHIN = re.compile(r' href="#([^"]*)')
# On a page a reader chooses levels; in a booklet all of them stand beside each other, or below.
_STEPS, _LAID = '<div class="steps', '<div class="laid'


def leaf(page: bytes, number: int, way: str, *, root: str, there: str) -> Markup:
    """The leaf of this number as safe HTML.

    `way` leads from the booklet to the competency's page, `root` to the root of the language; `there` is what leads to
    that from the page itself.
    """
    html = "".join(_parts(page)).replace(_STEPS, _LAID)
    for beginning, after in _UNUSED:
        html = _without(html, beginning, after)
    for pattern, rest in _LEFT_OUT:
        html = pattern.sub(rest, html)
    for pattern in _HEADINGS:
        html = pattern.sub(_one_lower, html)
    if root != there:
        html = html.replace(f'="{there}', f'="{root}')
    return Markup(_own(html, number, way))  # noqa: S704  it has been escaped when the page was rendered


def marked(html: Markup, levels: Iterable[str], flag: Markup) -> Markup:
    """The same leaf with a flag in the columns of these levels, which are named by the classes of their badges."""
    for css in levels:
        column = rf'(<(?:th role="columnheader" scope="col"|td role="cell"|li) class="(?:card why )?{css})((?: tg)?">)'
        html = Markup(re.sub(column, lambda found: f"{found[1]} asked{found[2]}{flag}", html))  # noqa: S704  both are safe
    return html


def _without(html: str, beginning: str, after: Sequence[str]) -> str:
    """The same without what begins so, up to the first of what may come after it."""
    first, *others = html.split(beginning)
    return "".join([first, *(it[min(at for end in after if (at := it.find(end)) >= 0) :] for it in others)])


def _one_lower(heading: re.Match[str]) -> str:
    return f"{heading[0][:-1]}{int(heading[1]) + 1}"


def _own(html: str, number: int, way: str) -> str:
    """The same with names of its own; what is named on the competency's page alone is looked for there."""
    ids = set(_IDS.findall(html))

    def led(found: re.Match[str]) -> str:
        return f' href="#{number}~{found[1]}' if found[1] in ids else f' href="{way}#{found[1]}'

    html = _WITHIN.sub(led, html)
    for pattern in _NAMING:
        html = pattern.sub(lambda found: found[0].replace('="', f'="{number}~'), html)
    return html


def _parts(page: bytes) -> Iterator[str]:
    """What stands between the marks, in turn."""
    end = 0
    while (start := page.find(_BEGINNING, end)) >= 0:
        end = page.find(_END, start)
        yield page[start + len(_BEGINNING) : end].decode("utf-8")
