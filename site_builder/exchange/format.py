"""What a format is: how files become a framework, how a framework becomes files, and what has no place on the way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TypeAlias

from site_builder.exchange.framework import Framework
from site_builder.model import Settings
from site_builder.problems import Problem


@dataclass(frozen=True, slots=True)
class Aside:
    """Something in a file that has no place in a continuum and is kept in the report's own file, so nothing vanishes.

    `kind` is what the format calls it, in the plural ("associations to other frameworks"); `name` says which one it is;
    `file` and `line` say where it stands (line 0 where lines mean nothing); `content` is the thing itself as JSON can
    hold it; `why` says in a teacher's words why it has no place.
    """

    kind: str
    name: str
    file: str
    line: int
    content: object
    why: str


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that came in and that a person should look at: `about` names it by id or title, `words` say why."""

    about: str
    words: str


@dataclass(frozen=True, slots=True)
class Taken:
    """What came in from files: a framework, or problems that forbid one.

    `counts` says how much the files themselves hold, in the format's own words ("items", "descriptors", "relations").
    `carries` are the names in `exchange.fields` that these files can say: of all others, a school that is there
    already keeps its own.
    """

    framework: Framework | None
    problems: tuple[Problem, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    aside: tuple[Aside, ...] = ()
    remarks: tuple[Remark, ...] = ()
    carries: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Written:
    """Files that hold a framework in another system's way, by their paths within the folder that was asked for."""

    files: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class ReadWish:
    """How files are to be read: in which variant of the format ("" finds out), with which map, next to which school.

    `existing` is the school that the files are read into, so that what is there already keeps its id.
    """

    variant: str = ""
    map_file: Path | None = None
    existing: Framework | None = None


@dataclass(frozen=True, slots=True)
class WriteWish:
    """How a framework is to be written: the variant ("" is the first), as a workbook, as an empty template, where from.

    `site_url` is the public address of the site with a `/` at its end, or empty. `changed` says when a source was
    last changed, by its path; `now` stands for those that it does not name.
    """

    variant: str = ""
    as_workbook: bool = False
    site_url: str = ""
    changed: Mapping[str, datetime] = field(default_factory=dict)
    now: datetime = datetime(2000, 1, 1)


Reader: TypeAlias = Callable[[tuple[Path, ...], ReadWish], Taken]
Writer: TypeAlias = Callable[[Framework, WriteWish], Written]
Template: TypeAlias = Callable[[Settings | None, WriteWish], Written]


@dataclass(frozen=True, slots=True)
class Format:
    """One format: its name on the command line, one line on what it is, its variants, and its two ways.

    `variants` has a line for each way in which the format is written, the first being the usual one. `carries` says for
    each of them which names of `exchange.fields` survive out and in again, and `loosely` which others go out in part:
    they come back in another form, or not at all. `template` writes an empty form to fill in.
    A private format is about a student, and is made where private pages are made.
    """

    name: str
    says: str
    variants: Mapping[str, str]
    carries: Mapping[str, frozenset[str]]
    loosely: Mapping[str, frozenset[str]] = field(default_factory=dict)
    read: Reader | None = None
    write: Writer | None = None
    template: Template | None = None
    is_private: bool = False
