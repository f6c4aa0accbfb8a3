"""What came of taking files into a school's folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from site_builder.exchange.format import Aside, Remark
from site_builder.exchange.framework import Framework
from site_builder.problems import Problem


@dataclass(frozen=True, slots=True)
class Into:
    """What became of a school's folder, or would have: its files made, changed, left as they are and moved away.

    `came` is what the files gave, `framework` the whole afterwards. `counts` and `carries` are as the importer has told
    them. `aside` and `remarks` have what the files gave and what came up when they met the school. Where `problems`
    stop it, nothing was written.
    """

    came: Framework | None = None
    framework: Framework | None = None
    made: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    aside: tuple[Aside, ...] = ()
    remarks: tuple[Remark, ...] = ()
    carries: frozenset[str] = frozenset()
