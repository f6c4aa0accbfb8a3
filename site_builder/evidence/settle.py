"""What becomes of each observation: evidence, or set aside with a reason. All of it in DuckDB, none of it lost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import duckdb

from site_builder.evidence.dates import EARLIEST
from site_builder.evidence.layouts import Layout
from site_builder.evidence.levels import Levels, Said
from site_builder.evidence.matching import Skills, Students, aliases, folded
from site_builder.evidence.observation import LEVEL_KEYS, SKILL_KEYS, STUDENT_KEYS
from site_builder.evidence.piece import Mark
from site_builder.evidence.store import COLUMNS
from site_builder.evidence.student import Roster
from site_builder.model import Area, Competency
from site_builder.sources.clean import HIDDEN, JOINERS, MARKS, clean

Connection = duckdb.DuckDBPyConnection
_KEYS = ("file", *STUDENT_KEYS)
_LISTED = ", ".join(f'"{it}"' for it in COLUMNS)
_TEXTS = ("task", "task_id", "kind", "assessor", "comment", "reflection", "link", "version")
_ODD = f"[{HIDDEN}{JOINERS}]|[{MARKS}]{{6}}".replace("\ud800-\udfff", "")


@dataclass(frozen=True, slots=True)
class Known:
    """What observations are matched with: the roster, the skills, and the scale of each."""

    students: Students
    skills: Skills
    scale_of: Mapping[str, int]
    levels: Sequence[Levels]


def known(roster: Roster, competencies: Iterable[Competency], areas: Mapping[str, Area], framework: str) -> Known:
    """The roster and the continuum, ready to be asked; `framework` is the continuum's UUID."""
    listed = list(competencies)
    scales = list({areas[it.area].scale.id: areas[it.area].scale for it in listed}.values())
    places = {scale.id: place for place, scale in enumerate(scales)}
    scale_of = {skill.id: places[areas[it.area].scale.id] for it in listed for skill in it.skills}
    return Known(Students(roster), Skills(listed, framework), scale_of, [Levels(it) for it in scales])


def settle(con: Connection, layouts: Sequence[Layout], with_known: Known, today: date) -> None:
    """From `observation` make `settled`: the columns of evidence, and the reason for what is none."""
    student = _match_students(con, layouts, with_known.students)
    skill = _match_skills(con, layouts, with_known)
    level = _match_levels(con, layouts, with_known.levels, skill)
    words = _match_words(con, layouts)
    _note_unmatched(con, skill)
    joins = f"""JOIN student_match s ON {_same("s", student)} JOIN skill_match k ON {_same("k", skill)}
        JOIN word_match w ON {_same("w", words)} LEFT JOIN level_match l ON k.scale = l.scale AND {_same("l", level)}"""
    _join(con, joins, today)
    con.execute("DROP TABLE observation")
    _clean_texts(con)
    _set_questions_aside(con)
    _set_repeated_aside(con)


def _match_students(con: Connection, layouts: Sequence[Layout], students: Students) -> Sequence[str]:
    """Find the student of each kind of row; the columns by which a row is told from others come back."""
    said = [aliases(it.said.students) for it in layouts]
    rows = []
    for file, *keys in _distinct(con, _KEYS):
        match = students.match(keys, said[file], by_name=layouts[file].said.names)
        rows.append((file, *keys, match.found[0] if match.found else "", match.reason))
    return _fill(con, "student_match", _KEYS, ("who", "who_reason"), rows)


def _match_skills(con: Connection, layouts: Sequence[Layout], with_known: Known) -> Sequence[str]:
    """Find the skill; a starting point that is recorded for a competency becomes one of each of its skills."""
    said = [aliases(it.said.outcomes) for it in layouts]
    keys = ("file", *SKILL_KEYS, "mark")
    rows = []
    for file, *names, mark in _distinct(con, keys):
        match = with_known.skills.match(names, said[file], for_all=folded(mark) == Mark.BASELINE)
        for skill in match.found or ("",):
            rows.append((file, *names, mark, skill, with_known.scale_of.get(skill, -1), match.reason))
    return _fill(con, "skill_match", keys, ("what", "scale", "what_reason"), rows)


def _match_levels(
    con: Connection, layouts: Sequence[Layout], levels: Sequence[Levels], skill: Sequence[str]
) -> Sequence[str]:
    """Find the level on the scale of the skill."""
    keys = ("file", "scale", *LEVEL_KEYS)
    columns = ", ".join(f'k."{it}"' if it == "scale" else f'o."{it}"' for it in keys)
    rows = []
    for file, scale, *words in con.execute(
        f"SELECT DISTINCT {columns} FROM observation o JOIN skill_match k ON {_same('k', skill)} WHERE k.scale >= 0"  # noqa: S608
    ).fetchall():
        label, points, score, possible, mark, target = words
        said = Said(label, points, score, possible, mark, target)
        shown = levels[scale].shown(said, layouts[file].said, layouts[file].format.marks)
        rows.append((file, scale, *words, shown.level, shown.mark, shown.target, shown.position, shown.reason))
    shown_as = ("shown", "shown_mark", "shown_target", "position", "shown_reason")
    return [it for it in _fill(con, "level_match", keys, shown_as, rows) if it != "scale"]


def _match_words(con: Connection, layouts: Sequence[Layout]) -> Sequence[str]:
    """What kinds are called here, and which purposes mean practice."""
    rows = []
    for file, kind, purpose in _distinct(con, ("file", "kind", "purpose")):
        kinds, purposes = aliases(layouts[file].said.kinds), aliases(layouts[file].format.purposes)
        is_formative = purposes.get(folded(purpose)) == "formative"
        rows.append((file, kind, purpose, kinds.get(folded(kind), kind), is_formative, layouts[file].format.id))
    return _fill(con, "word_match", ("file", "kind", "purpose"), ("called", "is_formative", "origin"), rows)


def _distinct(con: Connection, keys: Sequence[str]) -> list[tuple[Any, ...]]:
    return con.execute(f"SELECT DISTINCT {_quoted(keys)} FROM observation").fetchall()  # noqa: S608


def _fill(
    con: Connection, table: str, keys: Sequence[str], found: Sequence[str], rows: Sequence[tuple[object, ...]]
) -> Sequence[str]:
    """Make a table of what was matched, with a row for each thing that is called differently; which is few.

    The keys that come back are those that differ at all: a join by fewer is quicker.
    """
    columns = (*keys, *found)
    types = {it: "INTEGER" for it in ("file", "scale", "position")} | {"is_formative": "BOOLEAN"}
    unnested = ", ".join(f'unnest(?::{types.get(it, "VARCHAR")}[]) AS "{it}"' for it in columns)
    lists = [list(column) for column in zip(*rows, strict=True)] or [[] for _ in columns]
    con.execute(f"CREATE TABLE {table} AS SELECT {unnested}", lists)
    return [it for it, values in zip(columns, lists, strict=True) if it in keys[1:] and len(set(values)) > 1] + ["file"]


def _join(con: Connection, joins: str, today: date) -> None:
    con.execute(
        f"""
        CREATE TABLE settled AS SELECT
            s.who AS student, k.what AS skill, coalesce(l.shown, '') AS level, o.day AS "on",
            coalesce(l.shown_mark, '') AS mark, o.task, o.task_id,
            coalesce(try_cast(try_cast(o.attempt AS DOUBLE) AS SMALLINT), 0)::SMALLINT AS attempt, w.called AS kind,
            w.is_formative, o.assessor,
            CASE WHEN o.graded_day BETWEEN make_date({EARLIEST}, 1, 1) AND $today THEN o.graded_day END AS graded,
            o.comment, o.reflection, o.link, coalesce(l.shown_target, '') AS target, o.version, w.origin,
            o.file, o.row, o.question, coalesce(l.position, 0) AS position,
            CASE WHEN o.refused <> '' THEN o.refused WHEN s.who_reason <> '' THEN s.who_reason
                WHEN k.what_reason <> '' THEN k.what_reason
                WHEN o.day IS NULL AND trim(o.date) = '' THEN 'date-missing'
                WHEN o.day IS NULL OR year(o.day) < {EARLIEST} THEN 'date-impossible'
                WHEN o.day > $today THEN 'date-future'
                ELSE coalesce(l.shown_reason, '') END AS reason,
            CASE WHEN reason <> '' THEN {_first(STUDENT_KEYS)} END AS said_student,
            CASE WHEN reason <> '' THEN {_first(SKILL_KEYS)} END AS said_skill,
            CASE WHEN reason <> '' THEN {_first(("label", "points", "score", "mark"))} END AS said_level,
            CASE WHEN reason <> '' THEN o.date END AS said_date
        FROM observation o {joins}""",  # noqa: S608  names only
        {"today": today},
    )


def _note_unmatched(con: Connection, skill: Sequence[str]) -> None:
    """Keep what outcomes without a skill are called, for proposals, with the number of their rows."""
    names = _quoted(SKILL_KEYS)
    con.execute(
        f"""CREATE TABLE unmatched AS SELECT {names}, count(*) AS rows FROM observation o
            SEMI JOIN (SELECT * FROM skill_match WHERE what_reason IN ('outcome-unmatched', 'outcome-broad')) k
            ON {_same("k", skill)} WHERE refused = '' GROUP BY ALL"""  # noqa: S608
    )


def _first(keys: Sequence[str]) -> str:
    return f"coalesce({', '.join(f'nullif(o.{chr(34)}{it}{chr(34)}, {chr(39) * 2})' for it in keys)}, '')"


def _same(other: str, keys: Sequence[str]) -> str:
    return " AND ".join(f'o."{it}" = {other}."{it}"' for it in keys)


def _quoted(names: Sequence[str]) -> str:
    return ", ".join(f'"{it}"' for it in names)


def _clean_texts(con: Connection) -> None:
    """Take out signs that nobody sees, and blanks around a text; few texts have any, and most are plain ASCII."""
    for column in _TEXTS:
        hidden = f"strlen({column}) <> length({column}) AND regexp_matches({column}, ?)"
        blanks = f"{column} <> trim({column}) OR starts_with({column}, chr(10)) OR ends_with({column}, chr(10))"
        texts = f"SELECT DISTINCT {column} FROM settled WHERE {column} <> ''"  # noqa: S608
        odd = f"SELECT {column} FROM ({texts}) WHERE ({hidden}) OR {blanks}"  # noqa: S608
        pairs = [(it, clean(it).strip()) for (it,) in con.execute(odd, [_ODD]).fetchall()]
        _fill(con, "cleaned", ("before",), ("after",), pairs)
        if pairs:
            con.execute(f"UPDATE settled SET {column} = c.after FROM cleaned c WHERE {column} = c.before")  # noqa: S608
        con.execute("DROP TABLE cleaned")


def _set_questions_aside(con: Connection) -> None:
    """Of the questions of one attempt, keep one row: Canvas rates them all alike, and where not, the lowest counts."""
    attempt = 'student, skill, "on", task, task_id, attempt, origin'
    con.execute(
        f"""UPDATE settled SET reason = 'same-attempt' WHERE rowid IN (SELECT id FROM (
            SELECT rowid AS id, row_number() OVER (PARTITION BY {attempt} ORDER BY position, {_LISTED}, file, row) AS n
            FROM settled WHERE question <> '' AND reason = '') WHERE n > 1)"""  # noqa: S608
    )


def _set_repeated_aside(con: Connection) -> None:
    """Keep the first of rows that say the very same; a hash finds where to look, and there all is compared."""
    con.execute(
        f"""CREATE TABLE alike AS SELECT h FROM (SELECT hash({_LISTED}) AS h FROM settled WHERE reason = '')
            GROUP BY h HAVING count(*) > 1"""  # noqa: S608
    )
    if con.execute("SELECT 1 FROM alike LIMIT 1").fetchone():
        con.execute(
            f"""UPDATE settled SET reason = 'repeated' WHERE rowid IN (SELECT id FROM (
                SELECT rowid AS id, row_number() OVER (PARTITION BY {_LISTED} ORDER BY file, row) AS n
                FROM settled WHERE reason = '' AND hash({_LISTED}) IN (SELECT h FROM alike)) WHERE n > 1)"""  # noqa: S608
        )
