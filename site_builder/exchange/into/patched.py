"""What a source says, with the differences between two readings of it carried over.

A source may say more than its reading: a list of one where a text would do, a number that is the usual one. What did
not change stays as it is written.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeGuard

from site_builder.sources.yaml import Value


def patched(said: Value, before: Value, after: Value) -> Value:
    """What a source that says `said`, and was read as `before`, has to say so that it is read as `after`."""
    if before == after:
        return said
    if isinstance(said, dict) and isinstance(before, dict) and isinstance(after, dict):
        return _group(said, before, after)
    if is_by_id(said) and is_by_id(before) and is_by_id(after):
        mine, were = _by_id(said), _by_id(before)
        return [patched(mine.get(id), were.get(id), it) if id in mine else it for id, it in _by_id(after).items()]
    return after


def is_by_id(value: Value) -> TypeGuard[list[Value]]:
    """Whether a list has entries that are known by their ids, each once."""
    if not isinstance(value, list) or not value:
        return False
    ids = [it.get("id") for it in value if isinstance(it, dict)]
    return len({it for it in ids if isinstance(it, str)}) == len(value)


def _by_id(entries: Sequence[Value]) -> dict[str, Value]:
    return {str(it["id"]): it for it in entries if isinstance(it, dict)}


def _group(said: Mapping[str, Value], before: Mapping[str, Value], after: Mapping[str, Value]) -> dict[str, Value]:
    """Names stay in the order in which they stand; a new one comes behind the one that it follows in `after`."""
    kept = [name for name in said if name in after or name not in before]
    new = [name for name in after if name not in said and after[name] != before.get(name)]
    order = list(after)
    for name in new:
        earlier = [it for it in order[: order.index(name)] if it in kept]
        kept.insert(kept.index(earlier[-1]) + 1 if earlier else 0, name)
    return {
        name: patched(said.get(name), before.get(name), after[name]) if name in after else said[name] for name in kept
    }
