"""The rules by which works become a level, in a table.

Each rule gives the works by which it finds a level shown, or none. It is asked level by level, from the furthest down,
and the first level that is shown is the one in force. Practice stands before it only where it shows the level that is
asked about: so practice can lift a level, and never lowers one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from site_builder.evidence.piece import Mark
from site_builder.progress.measures import Measure
from site_builder.progress.standing import Work

Works: TypeAlias = Sequence[Work]
Rule: TypeAlias = Callable[[Works, int, Measure], Works]


def sustained(works: Works, level: int, measure: Measure) -> Works:
    """The latest works, where enough of them show the level; while there are fewer than enough, all have to."""
    latest = works[-measure.judging.of_latest :]
    wanted = min(measure.judging.pieces, len(latest))
    return latest if len(showing(latest, level)) >= wanted else ()


def latest(works: Works, level: int, measure: Measure) -> Works:
    """The latest work, where it shows the level."""
    return showing(works[-1:], level)


def highest(works: Works, level: int, measure: Measure) -> Works:
    """All works that show the level."""
    return showing(works, level)


def best_evidence(works: Works, level: int, measure: Measure) -> Works:
    """The best works, as many as are asked for at the goal, where the level is not above their mean (Slate's rule)."""
    if level not in measure.described and all(it.position != level for it in works):
        return ()
    best = sorted(works, key=_by_level, reverse=True)[: wanted_at_goal(works, measure)]
    return best if sum(it.position for it in best) >= level * len(best) else ()


def judgement(works: Works, level: int, measure: Measure) -> Works:
    """None: a teacher's recorded decision is the level, whatever single works show."""
    return ()


RULES: Mapping[str, Rule] = {
    "sustained": sustained,
    "latest": latest,
    "highest": highest,
    "best_evidence": best_evidence,
    "judgement": judgement,
}


def in_force(works: Works, measure: Measure, decided: int) -> tuple[int, Works]:
    """The level in force by these works, oldest first, and those looked at; `decided` is a decision (0: none)."""
    rule = RULES[measure.judging.rule]
    shown = showing(works, 1)
    if len(shown) == 1 and rule is not judgement:  # one work alone is at the level that it shows
        return shown[0].position, shown
    has_practice = any([it.is_formative for it in shown])
    for level in range(max([it.position for it in shown], default=0), 0, -1):
        seen = [it for it in shown if not it.is_formative or it.position >= level] if has_practice else shown
        if found := seen and rule(seen, level, measure):
            return level, found
    return decided, ()


def showing(works: Works, level: int) -> list[Work]:
    """The works that show a level or a further one."""
    return [it for it in works if it.position >= level]


def supporting(works: Works, counted: Works, level: int, measure: Measure) -> Works:
    """The works on which a level rests: those that show it, or all that were weighed together where the rule weighs."""
    match measure.judging.rule:
        case "best_evidence":
            return counted
        case "judgement":
            return showing(works, 1)
        case _:
            return showing(works, level)


def is_enough(support: Works, works: Works, level: int, measure: Measure) -> bool:
    """Whether as much supports a level as is asked for there, or a teacher has said that it is complete."""
    asked = measure.asked[level]
    if len(support) >= asked.pieces and (asked.kinds < 2 or kinds_of(support) >= asked.kinds):
        return True
    stacked = [it for it in works if not it.position or len(it.versions) > 1]
    marks = [piece for it in stacked for piece in it.versions if piece.mark is Mark.OVERRIDE]
    return any([level <= measure.places.get(it.target, level) for it in marks])


def holds(settled: int, counted: Works, works: Works, level: int, measure: Measure) -> bool:
    """Whether a skill is settled at a level: it is there or further, and all that is asked for there is there too."""
    return settled >= level and is_enough(supporting(works, counted, level, measure), works, level, measure)


def kinds_of(works: Works) -> int:
    """Of how many kinds works are; those of which nobody has said a kind are of one kind."""
    return len({it.kind for it in works if it.kind}) or min(len(works), 1)


def wanted_at_goal(works: Works, measure: Measure) -> int:
    """How many works are asked for at the goal: the furthest that works were to show, practice aside, or the target."""
    named = max([measure.places.get(it.newest.target, 0) for it in works if not it.is_formative], default=0)
    return max(measure.asked[named or measure.goal].pieces, 1)


def _by_level(work: Work) -> tuple[int, int]:
    return work.position, work.on.toordinal()
