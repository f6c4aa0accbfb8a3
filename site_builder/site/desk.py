"""What rendering a page needs within reach."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from jinja2 import Environment

from site_builder.model import Competency, Exemplar
from site_builder.outline import Outline


@dataclass(frozen=True, slots=True)
class Poured:
    """The parts of a page that vary within the shell; `article` is safe HTML, the others are plain text."""

    title: str
    description: str
    article: str
    kind: str
    tab: str = ""


@dataclass(frozen=True, slots=True)
class Desk:
    """The outline, the templates, and a way to the full value behind a card (by its `source`)."""

    outline: Outline
    templates: Environment
    competency: Callable[[str], Competency]
    exemplar: Callable[[str], Exemplar]
    site_url: str = ""
    edit_uri: str = ""
