"""Data that is published with the site, made competency by competency and put together from parts.

Of a large continuum only what has changed is made again. So a publication says beforehand which files there are,
by what the outline knows; makes the files of one competency from its source; and makes the files of the whole from
the fragments that it gave out for each competency, in the order of the continuum.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeAlias, TypeVar

from site_builder.model import Competency
from site_builder.outline import CompetencyCard, Outline

T = TypeVar("T")
# What a publication is called, in the order in which they are told; each is in `publications.py`.
NAMES = ("api", "case", "openbadges", "ctdl-asn", "llms")
Content: TypeAlias = "bytes | Iterable[bytes]"


@dataclass(frozen=True, slots=True)
class View:
    """What a publication may know besides a competency's own source.

    `site_url` is the public address of the site with a `/` at its end, or empty. `changed` says when a source was last
    changed, by its path, always with a zone. `rights` is what the school says at the foot of its pages. `published`
    names all publications that stand on the site, so that none leads to one that does not.
    """

    outline: Outline
    site_url: str = ""
    changed: Mapping[str, datetime] = field(default_factory=dict)
    rights: str = ""
    published: tuple[str, ...] = ()
    _made: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)

    def once(self, name: str, make: Callable[[View], T]) -> T:
        """What is made of this view, made the first time that it is asked for."""
        if name not in self._made:
            self._made[name] = make(self)
        made: T = self._made[name]
        return made


@dataclass(frozen=True, slots=True)
class Portion:
    """What a publication has to say of one competency: files of its own, and a fragment for the files of the whole."""

    files: Mapping[str, bytes]
    fragment: bytes


@dataclass(frozen=True, slots=True)
class Publication:
    """One kind of published data; paths are relative to the site's root.

    `files_of` and `whole_files` name the files without making them. Retired competencies take part. A large file of the
    whole is given piece by piece; the fragments can be gone through more than once.
    """

    name: str
    files_of: Callable[[CompetencyCard, View], tuple[str, ...]]
    portion: Callable[[Competency, View], Portion]
    whole_files: Callable[[View], tuple[str, ...]]
    whole: Callable[[View, Iterable[bytes]], Mapping[str, Content]]


def joined(content: Content) -> bytes:
    """A file's content in one piece."""
    return content if isinstance(content, bytes) else b"".join(content)
