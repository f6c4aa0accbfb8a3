"""A small continuum, four invented students, and what is read of their exports."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from site_builder.evidence.mapping import Map, read_map
from site_builder.evidence.piece import Piece
from site_builder.evidence.read import Reading, read
from site_builder.evidence.store import Store
from site_builder.evidence.student import Roster, Student
from site_builder.model import Area, Competency, Kind, Level, Scale, Skill
from site_builder.problems import Problem

TODAY = date(2026, 11, 25)
FRAMEWORK = "5f0b7a52-9c1e-4d36-a8b4-27d1e06c3f98"
NAMES = ("Beginning", "Developing", "Proficient", "Extending")
LEARNING = Scale("learning", tuple(Level(str(n), name, "", n, n == 3) for n, name in enumerate(NAMES, 1)))
HABITS = Scale("habits", (Level("self", "By myself", "", 1, False), Level("all", "For all of us", "", 2, True)), True)
AREAS = {
    "writing": Area("WRI", "writing", "Writing", Kind.KNOWLEDGE, LEARNING, "", ""),
    "agency": Area("AGE", "agency", "Agency", Kind.LIFELONG, HABITS, "", ""),
}
DIRECT = (Skill("WRI.DIR.1", "Say each turn", {}), Skill("WRI.DIR.2", "Think of the reader", {}))
COMPETENCIES = (
    Competency("WRI.DIR", "give-directions", "writing", "Give directions", "", DIRECT, ""),
    Competency("WRI.SIG", "sign", "writing", "Sign what you write", "", (Skill("WRI.SIG.1", "Sign", {}),), ""),
    Competency("AGE.GOA", "set-a-goal", "agency", "Set a goal", "", (Skill("AGE.GOA", "Set a goal", {}),), ""),
)


def student(id: str, name: str, *other: str, email: str = "") -> Student:
    """An invented student."""
    given, _, family = name.partition(" ")
    return Student(id, name, given, f"{family}, {given}", other_ids=other, email=email, household=id)


ROSTER = Roster(
    {
        it.id: it
        for it in (
            student("S1", "Ada Quill", "901", "ada", email="ada@school.example"),
            student("S2", "Zoë Reed", "902", "zoe"),
            student("søren", "Søren Ink", "903"),
            student("12,4", "Bo Nib", "904"),
        )
    }
)


@dataclass
class School:
    """A folder of exports, and what came of reading some of them."""

    folder: Path
    roster: Roster = ROSTER
    today: date = TODAY
    competencies: Sequence[Competency] = COMPETENCIES
    reading: Reading | None = None
    problems: list[Problem] = field(default_factory=list)

    @property
    def store(self) -> Path:
        """Where the store is written."""
        return self.folder / "out" / "evidence.parquet"

    def write(self, name: str, data: str | bytes) -> Path:
        """A file of this folder."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return path

    def table(self, name: str, header: Sequence[str], *rows: Sequence[str]) -> Path:
        """A CSV file of this folder."""
        path = self.folder / name
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([header, *rows])
        return path

    def read(self, *files: Path, map: str = "") -> School:
        """Read files, with a map."""
        said: Map | None = None
        if map:
            said, self.problems = read_map("map.yml", map.encode())
            assert said is not None, self.problems
        known = (self.competencies, AREAS, self.store)
        self.reading, self.problems = read(files, self.roster, said, *known, framework=FRAMEWORK, today=self.today)
        return self

    @property
    def result(self) -> Reading:
        """What was read; everything that was read is evidence or set aside."""
        assert self.reading is not None, self.problems
        it = self.reading
        assert it.rows + it.spread == it.pieces + sum(it.set_aside.values()) == len(self.pieces) + len(self.aside)
        return it

    @property
    def pieces(self) -> list[Piece]:
        """All evidence in the store."""
        store = Store.open(self.store)
        assert isinstance(store, Store), store
        return [piece for _, pieces in store.pieces([id for id, _ in store.students()]) for piece in pieces]

    @property
    def aside(self) -> list[dict[str, str]]:
        """The rows that were set aside."""
        with self.store.with_name("evidence.set-aside.csv").open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))

    @property
    def reasons(self) -> list[str]:
        """The reason of each row that was set aside."""
        return [it["reason"] for it in self.aside]

    @property
    def codes(self) -> list[str]:
        """The code of each problem."""
        return [it.code for it in self.problems]
