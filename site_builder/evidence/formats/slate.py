"""Slate: Ratings, and the starting points in Competency Progress."""

from __future__ import annotations

from site_builder.evidence.formats.format import Format

_RATINGS = (
    "demonstration skill id,demonstration id,student task id,teacher id,teacher username,teacher name,studentid,"
    "student number,student username,student name,experience type,course code,section code,experience name,task title,"
    "artifact url,competency,skill,created,modified,rating,portfolio,term title,term handle"
)
_PROGRESS = (
    "student competency id,student id,student number,student username,student name,competency,portfolio,baseline,"
    "performance level,growth,progress,total er,completed er,missed er,total opportunities"
)
_US_DATES = ("%m/%d/%Y %H:%M:%S", "%m/%d/%Y")

RATINGS = Format(
    "slate-ratings",
    "Slate Ratings",
    tuple(_RATINGS.split(",")),
    {
        "student": "[student number]",
        "student_2": "[student username]",
        "student_inner": "[studentid]",
        "student_name": "[student name]",
        "skill": "[skill]",
        "label": "[rating]",
        "target": "[portfolio]",
        "date": "[created]",
        "graded": "[modified]",
        "task": "CASE WHEN [task title] <> '' THEN [task title] ELSE [experience name] END",
        "task_id": "CASE WHEN [student task id] <> '' THEN 'task ' || [student task id] ELSE [demonstration id] END",
        "kind": "[experience type]",
        "assessor": "[teacher name]",
        "link": "[artifact url]",
    },
    dates=_US_DATES,
    marks={"M": "missed", "O": "override"},
)
# A starting point is recorded for a competency, and so for each of its skills. The table has no day: the map gives one.
PROGRESS = Format(
    "slate-progress",
    "Slate Competency Progress",
    tuple(_PROGRESS.split(",")),
    {
        "student": "[student number]",
        "student_2": "[student username]",
        "student_inner": "[student id]",
        "student_name": "[student name]",
        "skill": "[competency]",
        "label": "[baseline]",
        "target": "[portfolio]",
        "mark": "'baseline'",
        "refused": "CASE WHEN [baseline] = '' THEN 'no-baseline' ELSE '' END",
    },
)
