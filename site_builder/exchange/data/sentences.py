"""The few sentences of ours that published data says, in the language of the sources, without any markup."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from site_builder.look.templates import environment
from site_builder.look.words import catalogue
from site_builder.model import Settings
from site_builder.resources import templates


@dataclass(frozen=True, slots=True)
class Sentences:
    """Says things in one language."""

    parts: Any

    def judged(self, settings: Settings) -> str:
        """How a level is decided."""
        return _text(self.parts.judged(settings.judging))

    def aimed_at(self, level: str) -> str:
        """Which level is to be reached."""
        return _text(self.parts.aimed_at(level))

    def undescribed(self) -> str:
        """That levels have no words yet."""
        return _text(self.parts.undescribed())

    def no_credential(self) -> str:
        """That a description of a competency is no credential."""
        return _text(self.parts.no_credential())


@cache
def sentences(language: str) -> Sentences:
    """Our sentences in this language."""
    made = environment(templates(), catalogue(language))
    return Sentences(made.get_template("parts/achievement.html").module)


def _text(said: Any) -> str:
    return str(said.unescape()).strip()
