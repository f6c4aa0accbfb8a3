"""What rows say of levels, areas, competencies, skills, descriptors and terms, put together by their ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from site_builder.exchange.format import Aside
from site_builder.problems import Problem, Severity, Span

MOST = 20
"""How many rows of one kind are pointed at before they are only counted."""
_OF_DESCRIPTORS = ("competency", "skill", "level", "text")
_SAME = "say it in one way in all rows; the first one came in"
_TWO_WAYS = "another row says something else, and that one came in"
NOUNS = ("level", "area", "competency", "skill", "term")
# What a row of each kind may speak of: itself, and what it stands below.
_SPOKEN_OF = {"level": ("level",), "term": ("term",)}
_BELOW_ANOTHER = ("area", "competency", "skill")
Key = tuple[str, str]
"""What tables call a thing: for a skill, its competency (or nothing) and itself; else nothing and itself."""


@dataclass(frozen=True, slots=True)
class Place:
    """A row of a file; `part` is the sheet of a workbook or the key of a JSON file that it stands in."""

    file: str
    row: int
    part: str = ""

    @property
    def here(self) -> str:
        """How it is called where its file is named already."""
        return f"row {self.row} of “{self.part}”" if self.part else f"row {self.row}"

    def __str__(self) -> str:
        return f"row {self.row} of {f'“{self.part}”' if self.part else self.file}"


@dataclass(slots=True)
class Thing:
    """Something that rows speak of: what they say of it, and where each was said first.

    `is_introduced` where a row says that it is there, and does not only mention it.
    """

    key: Key
    place: Place
    says: dict[str, str] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    texts: dict[str, list[str]] = field(default_factory=dict)
    is_introduced: bool = False

    @property
    def name(self) -> str:
        """What tables call it."""
        return self.key[1]


@dataclass(frozen=True, slots=True)
class Descriptor:
    """The words of a level, and what rows say of where they belong; `name` is empty where tables do not name it."""

    place: Place
    name: str
    competency: str
    skill: str
    level: str
    text: str


@dataclass(slots=True)
class Odd:
    """Rows that the map has no place for: the first ones of each kind one by one, the others counted."""

    problems: list[Problem] = field(default_factory=list)
    _counts: dict[tuple[str, str], int] = field(default_factory=dict)

    def note(self, place: Place, kind: str, message: str, hint: str, *, is_warning: bool = False) -> None:
        """Tell of a row; `kind` groups those that are odd in the same way."""
        count = self._counts[place.file, kind] = self._counts.get((place.file, kind), 0) + 1
        at = Span(place.file, max(place.row, 1))
        if count <= MOST and is_warning:
            self.problems.append(Problem(at, "import-odd", message, Severity.WARNING, hint))
        elif count <= MOST:
            self.problems.append(Problem(at, "import-odd", message, hint=hint))

    def closed(self) -> list[Problem]:
        """All that is to be told, with how many more there are of each kind."""
        for (file, kind), count in self._counts.items():
            if count > MOST:
                message = f"there are {count - MOST} more rows like these: {kind}"
                self.problems.append(Problem(Span(file), "import-odd", message, Severity.WARNING))
        self._counts.clear()
        return self.problems


class Things:
    """All things by their noun and key, in the order in which rows first spoke of them."""

    def __init__(self, odd: Odd) -> None:
        self.odd = odd
        self.aside: list[Aside] = []
        self.by_noun: dict[str, dict[Key, Thing]] = {noun: {} for noun in NOUNS}
        self._descriptors: list[Descriptor | Thing] = []
        self._named: dict[Key, Thing] = {}
        self._others: dict[tuple[int, str, str], list[str]] = {}

    def of(self, noun: str) -> Iterable[Thing]:
        """All things of one kind."""
        return self.by_noun[noun].values()

    def row(self, noun: str, values: Mapping[str, str], texts: Mapping[str, str], place: Place) -> None:
        """What a row says, which is about a thing of this kind and may mention those above it."""
        competency = values.get("competency", "")
        for it in _SPOKEN_OF.get(noun, _BELOW_ANOTHER):
            key = values.get(it, "")
            if key:
                thing = self._thing(it, (competency if it == "skill" else "", key), place, is_introduced=it == noun)
                self._attributes(thing, it, values, place)
        if competency and values.get("area"):
            self.say(self.by_noun["competency"]["", competency], "area", values["area"], place)
        if noun == "descriptor":
            self._described(values, texts, place)

    def descriptors(self) -> Iterator[Descriptor]:
        """All descriptors, those that several rows speak of put together."""
        for it in self._descriptors:
            if isinstance(it, Descriptor):
                yield it
            else:
                yield _descriptor(it.place, it.name, it.says, it.says.get("level", ""), it.says.get("text", ""))

    def _described(self, values: Mapping[str, str], texts: Mapping[str, str], place: Place) -> None:
        """The descriptors of a row: one that has an id or a text, and one for each level with a column of its own."""
        if values.get("descriptor"):
            self._name(values, place)
        elif values.get("text"):
            self._descriptors.append(_descriptor(place, "", values, values.get("level", ""), values["text"]))
        for level, text in texts.items():
            if text:
                self._descriptors.append(_descriptor(place, "", values, level, text))

    def _name(self, values: Mapping[str, str], place: Place) -> None:
        """What a row says of a descriptor that others may speak of, too."""
        key = ("", values["descriptor"])
        if key not in self._named:
            self._named[key] = Thing(key, place)
            self._descriptors.append(self._named[key])
        for attribute in _OF_DESCRIPTORS:
            if values.get(attribute):
                self.say(self._named[key], attribute, values[attribute], place)

    def _thing(self, noun: str, key: Key, place: Place, *, is_introduced: bool) -> Thing:
        thing = self.by_noun[noun].setdefault(key, Thing(key, place))
        thing.is_introduced |= is_introduced
        return thing

    def _attributes(self, thing: Thing, noun: str, values: Mapping[str, str], place: Place) -> None:
        for name, value in values.items():
            if value and name.startswith(f"{noun}."):
                self.say(thing, name.partition(".")[2], value, place)

    def say(self, thing: Thing, attribute: str, value: str, place: Place) -> None:
        """Note what a row says of a thing: the first one counts; what another says differently is told and kept."""
        first = thing.says.setdefault(attribute, value)
        thing.places.setdefault(attribute, place)
        if first == value:
            return
        rows = self._others.setdefault((id(thing), attribute, value), [])
        rows.append(str(place))
        if len(rows) > 1:
            return
        message = f"{place.here} gives “{thing.name}” another {attribute} than {thing.places[attribute]}"
        self.odd.note(place, f"{attribute} said in two ways", message, _SAME, is_warning=True)
        content = {"came in": first, "another": value, "said by": rows}
        self.aside.append(Aside("things said in two ways", thing.name, place.file, place.row, content, _TWO_WAYS))


def _descriptor(place: Place, name: str, says: Mapping[str, str], level: str, text: str) -> Descriptor:
    return Descriptor(place, name, says.get("competency", ""), says.get("skill", ""), level, text)
