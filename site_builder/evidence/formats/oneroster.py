"""OneRoster 1.2 and 1.1: results with their line items, and the learning objectives of both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeAlias

from site_builder.evidence.clean_table import CleanTable
from site_builder.evidence.formats.format import Format, observations
from site_builder.evidence.observation import name_sql, plain_name
from site_builder.evidence.tables import rows_sql

_NEEDED: Mapping[str, str] = {
    "objectives of results": "resultsourcedid learningobjectiveid",
    "objectives of line items": "lineitemsourcedid learningobjectiveid",
    "results": "sourcedid lineitemsourcedid studentsourcedid scorestatus score scoredate",
    "line items": "sourcedid title assigndate duedate classsourcedid categorysourcedid",
    "users": "sourcedid enableduser givenname familyname",
    "categories": "sourcedid title weight",
}
_COLUMNS: Mapping[str, str] = {
    "objectives of results": "status resultsourcedid learningobjectiveid score textscore",
    "objectives of line items": "status lineitemsourcedid learningobjectiveid",
    "results": "sourcedid status lineitemsourcedid studentsourcedid scorestatus score scoredate comment textscore "
    "late missing",
    "line items": "sourcedid status title categorysourcedid resultvaluemax",
    "users": "sourcedid username identifier email",
    "categories": "sourcedid title",
}
# Some schools' files say true and false, others 1 and 0.
_FLAGGED = "lower(late) IN ('true', '1') OR lower(missing) IN ('true', '1')"

FORMAT = Format(
    "oneroster",
    "OneRoster",
    (),
    {
        "student": "[studentsourcedid]",
        "student_2": "[identifier]",
        "student_3": "CASE WHEN [username] <> '' THEN [username] ELSE [email] END",
        "skill": "[objective]",
        "skill_2": "[title]",
        "skill_inner": "[lineitemsourcedid]",
        "label": "[label]",
        "score": "[points]",
        "possible": "[resultvaluemax]",
        "date": "[scoredate]",
        "task": "[title]",
        "task_id": "[lineitemsourcedid]",
        "kind": "[category]",
        "purpose": "[category]",
        "comment": "[comment]",
        "refused": "[refused]",
    },
)


class Given(NamedTuple):
    """A table of a set of OneRoster files, with its number among all files."""

    table: CleanTable
    file: int


Parts: TypeAlias = Mapping[str, Sequence[Given]]


def part_of(header: Sequence[str]) -> str:
    """Which of OneRoster's files a header is of: one that matters here, “other”, or nothing of OneRoster."""
    names = set(map(plain_name, header))
    for part, needed in _NEEDED.items():
        if set(needed.split()) <= names:
            return part
    is_other = {"sourcedid", "status", "datelastmodified"} <= names or names == {"propertyname", "value"}
    return "other" if is_other else ""


def selects(format: Format, parts: Parts) -> list[str]:
    """The SELECTs of a set's observations: of objectives of results, and of results that have none of their own."""
    return [observations(format, sql, "number") for sql in (_of_results(parts), _of_objectives(parts))]


def checked(table: CleanTable) -> str:
    """A SELECT that reads all of a table, so that it can be seen whether it can be read."""
    return f"SELECT count(*) FROM (SELECT hash(COLUMNS(*)) FROM ({rows_sql(table)}))"  # noqa: S608


def flagged(parts: Parts) -> str:
    """A SELECT that counts the results flagged as late or missing."""
    return f"SELECT count(*) FROM ({_table(parts, 'results')}) WHERE {_FLAGGED}"  # noqa: S608


def _of_objectives(parts: Parts) -> str:
    """Each objective of a result: its own score and text, or those of the result where it has neither."""
    own = "o.score <> '' OR o.textscore <> ''"
    return f"""
        SELECT o.number, o.row, o.learningobjectiveid AS objective,
            CASE WHEN {own} THEN o.textscore ELSE coalesce(r.textscore, '') END AS label,
            CASE WHEN {own} THEN o.score ELSE coalesce(r.score, '') END AS points,
            CASE WHEN r.sourcedid IS NULL THEN 'result-unknown' ELSE {_refused("o.status")} END AS refused,
            {_SAID}
        FROM ({_table(parts, "objectives of results")}) o
        LEFT JOIN ({_once(parts, "results")}) r ON r.sourcedid = o.resultsourcedid
        {_joins(parts)}"""  # noqa: S608


def _of_results(parts: Parts) -> str:
    """Each result without objectives of its own, with those of its line item, if there are any."""
    return f"""
        SELECT r.number, r.row, coalesce(o.learningobjectiveid, '') AS objective,
            r.textscore AS label, r.score AS points,
            {_refused("o.status")} AS refused, {_SAID}
        FROM ({_table(parts, "results")}) r
        LEFT JOIN ({_table(parts, "objectives of line items")}) o ON o.lineitemsourcedid = r.lineitemsourcedid
        {_joins(parts)}
        WHERE r.sourcedid NOT IN (SELECT resultsourcedid FROM ({_table(parts, "objectives of results")}))"""  # noqa: S608


_SAID = """
    coalesce(r.studentsourcedid, '') AS studentsourcedid, coalesce(r.lineitemsourcedid, '') AS lineitemsourcedid,
    coalesce(r.scoredate, '') AS scoredate, coalesce(r.comment, '') AS comment,
    coalesce(l.title, '') AS title, coalesce(l.resultvaluemax, '') AS resultvaluemax,
    coalesce(c.title, '') AS category, coalesce(u.identifier, '') AS identifier,
    coalesce(u.username, '') AS username, coalesce(u.email, '') AS email"""


def _refused(status: str) -> str:
    statuses = ", ".join(f"lower(coalesce({it}, ''))" for it in (status, "r.status", "l.status"))
    return f"""CASE WHEN 'tobedeleted' IN ({statuses}) THEN 'deleted'
        WHEN lower(coalesce(r.scorestatus, '')) = 'exempt' THEN 'exempt'
        WHEN lower(coalesce(r.scorestatus, '')) = 'not submitted' THEN 'not-submitted' ELSE '' END"""


def _joins(parts: Parts) -> str:
    return f"""
        LEFT JOIN ({_once(parts, "line items")}) l ON l.sourcedid = r.lineitemsourcedid
        LEFT JOIN ({_once(parts, "categories")}) c ON c.sourcedid = l.categorysourcedid
        LEFT JOIN ({_once(parts, "users")}) u ON u.sourcedid = r.studentsourcedid"""


def _once(parts: Parts, part: str) -> str:
    """A file of the set with each of its things once by its id, also where it is there twice."""
    return f"SELECT DISTINCT ON (sourcedid) * FROM ({_table(parts, part)}) ORDER BY sourcedid, number, row"  # noqa: S608


def _table(parts: Parts, part: str) -> str:
    """A file of the set with the columns that matter; without rows where it is not given."""
    columns = _COLUMNS[part].split()
    empty = f"SELECT 0 AS number, 0 AS row, {', '.join(f'{chr(39) * 2} AS {it}' for it in columns)} WHERE false"
    return " UNION ALL ".join([empty, *(_rows(it, columns) for it in parts.get(part, ()))])


def _rows(given: Given, columns: Sequence[str]) -> str:
    there = {plain_name(it): name_sql(it) for it in given.table.header}
    chosen = ", ".join(f"{there.get(it, chr(39) * 2)} AS {it}" for it in columns)
    return f"SELECT {given.file} AS number, row, {chosen} FROM ({rows_sql(given.table)})"  # noqa: S608
