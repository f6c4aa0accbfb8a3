"""Texts laid out as their source is: put into what a translation says already, or into nothing yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from site_builder.sources.translation import NAMES
from site_builder.sources.yaml import Value


def filled(shape: Value, there: Value, texts: Mapping[str, str]) -> Value:
    """What is there with these texts in their places; `shape` has the place of each text where the text stands."""
    if isinstance(shape, str):
        return _text(there, texts[shape]) if shape in texts else there
    if shape is None or not any(place in texts for place in _places(shape)):
        return there
    if isinstance(shape, dict):
        return _group(shape, there, texts)
    names = [_name(it) or str(number) for number, it in enumerate(shape, 1)]
    if isinstance(there, dict):  # a list written as a group says the same
        return _group(dict(zip(names, shape, strict=True)), there, texts)
    return _named(shape, there, texts) if _name(shape[0]) else _numbered(shape, there, texts)


def ordered(value: Value, like: Value) -> Value:
    """The value with its names in the order in which the source has them; others come last."""
    if isinstance(value, dict):
        said = like if isinstance(like, dict) else {}
        places = {name: number for number, name in enumerate(said)}
        names = sorted(value, key=lambda it: places.get(it, len(places)))
        return {name: ordered(value[name], said.get(name)) for name in names}
    if isinstance(value, list) and isinstance(like, list):
        beside = {_name(it) or str(number): it for number, it in enumerate(like)}
        return [ordered(it, beside.get(_name(it) or str(number))) for number, it in enumerate(value)]
    return value


def inserted(name: str, names: list[str], order: Sequence[str]) -> int:
    """Put a name behind the ones that it follows in an order, as far as they are there, and say where that is."""
    earlier = [it for it in order[: order.index(name)] if it in names]
    place = max(names.index(it) for it in earlier) + 1 if earlier else 0
    names.insert(place, name)
    return place


def _places(shape: Value) -> Iterator[str]:
    if isinstance(shape, str):
        yield shape
    elif isinstance(shape, dict):
        for key, inner in shape.items():
            if key not in NAMES:
                yield from _places(inner)
    elif isinstance(shape, list):
        for inner in shape:
            yield from _places(inner)


def _text(there: Value, text: str) -> Value:
    return [text] if isinstance(there, list) and len(there) == 1 else text


def _group(shape: Mapping[str, Value], there: Value, texts: Mapping[str, str]) -> dict[str, Value]:
    said = dict(there) if isinstance(there, dict) else {}
    names = list(said)
    for name, inner in shape.items():
        new = None if name in NAMES else filled(inner, said.get(name), texts)
        if new is not None:
            said[name] = new
            if name not in names:
                inserted(name, names, list(shape))
    return {name: said[name] for name in names}


def _named(shape: Sequence[Value], there: Value, texts: Mapping[str, str]) -> list[Value]:
    members = list(there) if isinstance(there, list) else []
    names = [_name(it) for it in members]
    order = [_name(it) for it in shape]
    for member in shape:
        name = _name(member)
        if not isinstance(member, dict) or not any(place in texts for place in _places(member)):
            continue
        if name not in names:
            key = next(it for it in NAMES if it in member)
            members.insert(inserted(name, names, order), {key: name})
        place = names.index(name)
        members[place] = _group(member, members[place], texts)
    return members


def _numbered(shape: Sequence[Value], there: Value, texts: Mapping[str, str]) -> list[Value]:
    """A list whose members keep their number: those without words yet stand there empty."""
    members = list(there) if isinstance(there, list) else [there] if isinstance(there, str) else []
    is_of_texts = isinstance(shape[0], str)
    last = max(number for number, it in enumerate(shape, 1) if any(place in texts for place in _places(it)))
    empty: Value = "" if is_of_texts else {}
    members += [empty] * ((len(shape) if is_of_texts else last) - len(members))
    return [filled(shape[number], it, texts) if number < len(shape) else it for number, it in enumerate(members)]


def _name(member: Value) -> str:
    """What a member of a list is called; nothing where it only has a number."""
    found = next((member[it] for it in NAMES if it in member), None) if isinstance(member, dict) else None
    return found if isinstance(found, str) else ""
