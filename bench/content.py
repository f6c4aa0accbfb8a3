"""Generated continua: any number of competencies of five skills at six levels, about 9 KB of YAML each."""

from __future__ import annotations

import random
from pathlib import Path

AREAS = 10
SKILLS = ("Claim", "Evidence", "Reasoning", "Other views", "Voice")
LEVELS = 6
_OPENERS = ("state", "choose", "explain", "compare", "test", "weigh", "show", "describe", "plan", "revise")
_THINGS = (
    "a claim that someone could disagree with",
    "facts from more than one source",
    "a model of how the parts act on one another",
    "the words that fit the person who reads them",
    "a question that a test could answer",
    "a measure that others can repeat",
    "the reason why one way suits this case",
    "what the strongest other view would say",
    "a plan that a partner can follow",
    "what changed my mind and when it did",
)
_ENDS = (
    "and say where each part came from",
    "in a setting that I have practised",
    "in a setting that is new to me",
    "so that a partner can follow each step",
    "and say what it does not cover",
    "and explain why I chose this way among others",
    "with a model beside me",
    "and change it when the evidence does",
)


def write_continuum(root: Path, count: int, seed: int = 1) -> None:
    """Write a continuum of `count` competencies into an empty folder; it publishes pages alone, as its peers do."""
    chance = random.Random(seed)  # noqa: S311  the same content every time, not a secret
    _write(root / "continuum" / "continuum.yml", _settings())
    _write(
        root / "mkdocs.yml",
        "site_url: https://school.example/continuum/\nrepo_url: https://git.example/school/continuum\n"
        "extra: {publish: []}\n",
    )
    for area in range(AREAS):
        _write(root / "continuum" / f"area-{area}" / "area.yml", _area(area))
    for number in range(count):
        area = number * AREAS // count
        _write(root / "continuum" / f"area-{area}" / f"competency-{number:05}.yml", _competency(number, area, chance))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _settings() -> str:
    levels = "\n".join(map(_level, range(1, LEVELS + 1)))
    areas = ", ".join(f"area-{area}" for area in range(AREAS))
    head = "title: Generated continuum\ndescription: Made to be measured.\n"
    return f"{head}scales:\n  learning:\n{levels}\nareas: [{areas}]\n"


def _level(number: int) -> str:
    target = ", target: true" if number == 4 else ""
    return f"    - {{id: {number}, name: Level {number}, means: I can do this in way number {number}.{target}}}"


def _area(area: int) -> str:
    kind = ("knowledge", "transferable", "lifelong")[area % 3]
    head = f"id: AREA{area}\ntitle: Area number {area}\nkind: {kind}\n"
    return f"{head}scale: learning\nabout: What we learn in area {area}.\n"


def _competency(number: int, area: int, chance: random.Random) -> str:
    id = f"GEN.{number:05}"
    lines = [
        f"id: {id}",
        f"title: Competency number {number} {chance.choice(_OPENERS)}s {chance.choice(_THINGS)}",
        f"statement: I can {_phrase(chance)}.",
        f"why: People who work with others have to {_phrase(chance)}.",
        f"about: >-\n  {_sentence(chance)} {_sentence(chance)} See *why* it matters.",
        f"prerequisites: [{', '.join(_before(number, chance))}]",
        f"standards:\n  - {{code: ST.{number}.1, framework: A framework, match: Covers it}}",
        "evidence: {pieces: 2, kinds: 2}",
        "skills:",
    ]
    for place, skill in enumerate(SKILLS, 1):
        lines += _skill(id, place, skill, chance)
    return "\n".join(lines) + "\n"


def _skill(id: str, place: int, title: str, chance: random.Random) -> list[str]:
    lines = [f"  - id: {id}.{place}", f"    title: {title}", "    levels:"]
    kept = _phrase(chance)
    for level in range(1, LEVELS + 1):
        said = kept if level % 2 else _phrase(chance)
        lines.append(f"      {level}: I can {said}, {_phrase(chance)}, and at level {level} {chance.choice(_ENDS)}.")
    lines += ["    supports:", *(f"      {level}: {_sentence(chance)}" for level in (2, 3))]
    return [*lines, f"    at_home: {_sentence(chance)}"]


def _phrase(chance: random.Random) -> str:
    return f"{chance.choice(_OPENERS)} {chance.choice(_THINGS)} {chance.choice(_ENDS)}"


def _sentence(chance: random.Random) -> str:
    return f"Ask a partner to {_phrase(chance)}."


def _before(number: int, chance: random.Random) -> list[str]:
    return sorted({f"GEN.{chance.randrange(number):05}" for _ in range(2)}) if number else []
