"""llms.txt: in plain text what this site is and where everything stands, for programs that read before they ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from site_builder import addresses
from site_builder.exchange.data import places
from site_builder.exchange.data.places import absolute
from site_builder.exchange.data.plain_words import plain_words
from site_builder.exchange.data.publication import Portion, Publication, View
from site_builder.identifiers import framework_identifier
from site_builder.model import Area, Competency
from site_builder.outline import CompetencyCard, Outline

# More competencies than this are not listed here: the list of all has them.
MOST = 200
_PAGES = (
    (addresses.LEVELS, "Levels", "what each performance level means, and how one is decided"),
    (addresses.EXEMPLARS, "Student work", "annotated work, published with permission, at each level"),
    (addresses.MAP, "Map", "which competency leads to which"),
    (addresses.STANDARDS, "Standards", "which competency answers to which standard"),
    (addresses.PATHWAYS, "Pathways", "what each pathway asks for, and the credit it gives"),
)
_API = (
    (places.INDEX, "Index", "start here: scales, the rule of judging, where all data stands (JSON)"),
    (places.COMPETENCIES, "Competencies", "all of them in brief; each names the file that holds it whole (JSON)"),
    (places.DESCRIPTORS_TABLE, "Descriptors", "a row for each skill at each level (CSV)"),
)


def llms(view: View) -> str:
    """The whole text."""
    return "\n".join(_lines(view)) + "\n"


def _lines(view: View) -> Iterator[str]:
    settings = view.outline.settings
    yield f"# {_words(settings.title)}"
    yield f"\n> {_words(settings.description)}"
    yield "\nEach competency is described by skills, and each skill by what a learner can do at each level."
    yield "This site is public. Nothing on it says where a student stands."
    if settings.version:
        yield f"Version: {_words(settings.version)}"
    yield "\n## Pages\n"
    yield from (_line(view, *it) for it in _PAGES)
    data = list(_data(view))
    if data:
        yield "\n## Data\n"
    yield from (_line(view, *it) for it in data)
    yield from _areas(view)
    if view.rights:
        yield f"\n## Rights\n\n{_words(view.rights)}"


def _data(view: View) -> Iterator[tuple[str, str, str]]:
    if "api" in view.published:
        yield from _API
    if "ctdl-asn" in view.published:
        yield places.CTDL_ASN, "CTDL-ASN", "the framework as JSON-LD"
    if "case" in view.published:
        package = places.case_package(framework_identifier(view.outline.settings))
        yield package, "CASE", "the framework as a package of 1EdTech CASE 1.1 (JSON)"


def _areas(view: View) -> Iterator[str]:
    outline = view.outline
    if sum(map(len, outline.in_area.values())) > MOST:
        yield "\n## Areas\n"
        yield from (_area(it, outline, view) for it in outline.areas.values())
        return
    for it in outline.areas.values():
        yield f"\n## {_words(it.title)}\n"
        yield from (_competency(card, view) for card in outline.in_area.get(it.slug, ()))


def _area(it: Area, outline: Outline, view: View) -> str:
    count = len(outline.in_area.get(it.slug, ()))
    return _line(view, addresses.area(it), _words(it.title), f"{count} competenc{'y' if count == 1 else 'ies'}")


def _competency(card: CompetencyCard, view: View) -> str:
    return _line(view, addresses.competency(card), _words(card.title), _words(card.statement))


def _line(view: View, address: str, title: str, says: str) -> str:
    return f"- [{title}]({absolute(view.site_url, address)}): {says}"


def _words(text: str) -> str:
    """A text on one line that cannot begin or end a link."""
    return " ".join(plain_words(text).split()).replace("[", "(").replace("]", ")")


def _files_of(card: CompetencyCard, view: View) -> tuple[str, ...]:
    return ()


def _portion(it: Competency, view: View) -> Portion:
    return Portion({}, b"")


def _whole_files(view: View) -> tuple[str, ...]:
    return (places.LLMS,)


def _whole(view: View, fragments: Iterable[bytes]) -> Mapping[str, bytes]:
    return {places.LLMS: llms(view).encode()}


TEXT = Publication("llms", _files_of, _portion, _whole_files, _whole)
