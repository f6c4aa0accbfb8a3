"""Prerequisites that lead round in a circle, which nobody could ever begin."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def closing_steps(steps: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
    """For ids with what comes before each: those pairs without which nothing leads back to itself, in their order."""
    closing: list[tuple[str, str]] = []
    done: set[str] = set()
    for start in steps:
        way: dict[str, int] = {}
        waiting = [start] if start not in done else []
        while waiting:  # without calling itself, as a chain may be of any length
            id = waiting[-1]
            place = way.get(id, 0)
            before = steps.get(id, ())
            if place < len(before):
                way[id] = place + 1
                if before[place] in way:
                    closing.append((id, before[place]))
                elif before[place] not in done:
                    waiting.append(before[place])
                continue
            done.add(waiting.pop())
            way.pop(id, None)
    return closing
