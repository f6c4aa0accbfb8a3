"""What a translation has in common with its source whatever the language: where its links lead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from site_builder.exchange.into.said_safely import one_line
from site_builder.problems import Problem, Severity
from site_builder.sources.markdown import links
from site_builder.sources.translation import Translation


def links_are_the_same(texts: Mapping[str, str], translation: Translation, places: Iterable[str]) -> Iterator[Problem]:
    """Links and pictures of these texts lead where those of the source lead."""
    for place in places:
        said, wanted = _targets(translation.texts[place]), _targets(texts[place])
        other, left_out = list((said - wanted).elements()), list((wanted - said).elements())
        if not other and not left_out:
            continue
        hint = "keep addresses as they are: a page of the site in another language is found by itself"
        message = f"“{place}” {'; it '.join(filter(None, (_leads(other), _does_not(left_out))))}"
        yield Problem(translation.at(place), "translation-link", message, Severity.WARNING, hint)


def _targets(text: str) -> Counter[str]:
    has_links = "](" in text or "]:" in text or "<http" in text or "<mailto" in text
    return Counter(it.target for it in links(text)) if has_links else Counter()


def _leads(targets: list[str]) -> str:
    return f"leads to {one_line(', '.join(targets))}, and its source does not" if targets else ""


def _does_not(targets: list[str]) -> str:
    return f"does not lead to {one_line(', '.join(targets))}, as its source does" if targets else ""
