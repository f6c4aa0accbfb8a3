"""Canvas: the account reports Outcome Results, in both layouts, and Student Competency, and the mastery gradebook."""

from __future__ import annotations

from collections.abc import Sequence

from site_builder.evidence.formats.format import Format, WideSkill
from site_builder.evidence.observation import plain_name

_OLD_RESULTS = (
    "student name,student id,student sis id,assessment title,assessment id,assessment type,submission date,"
    "submission score,learning outcome name,learning outcome id,attempt,outcome score,assessment question,"
    "assessment question id,course name,course id,course sis id"
)
_RESULTS = (
    f"{_OLD_RESULTS},section name,section id,section sis id,assignment url,learning outcome friendly name,"
    "learning outcome points possible,learning outcome mastery score,learning outcome mastered,learning outcome rating,"
    "learning outcome rating points,learning outcome group title,learning outcome group id,account id,account name,"
    "enrollment state"
)
_COMPETENCY = (
    "student name,student id,student sis id,assignment title,assignment id,submission date,submission score,"
    "learning outcome name,learning outcome id,attempt,outcome score,course name,course id,course sis id,section name,"
    "section id,section sis id,assignment url,learning outcome friendly name,learning outcome points possible,"
    "learning outcome mastery score,learning outcome mastered,learning outcome rating,learning outcome rating points,"
    "learning outcome group title,learning outcome group id,account id,account name,enrollment state"
)
_NO_ROWS = "[student id] = '' AND [student sis id] = '' AND [learning outcome name] = '' AND [learning outcome id] = ''"
_IS_QUESTION = "[assessment question id] <> '' OR [assessment question] <> ''"

_STUDENT_AND_SKILL = {
    "student": "[student sis id]",
    "student_inner": "[student id]",
    "student_name": "[student name]",
    "skill": "[learning outcome name]",
    "skill_2": "[learning outcome friendly name]",
    "skill_inner": "[learning outcome id]",
    "label": "[learning outcome rating]",
    "points": "[learning outcome rating points]",
    "date": "[submission date]",
    "attempt": "[attempt]",
    "link": "[assignment url]",
    "target": "[learning outcome mastery score]",
}
# In rows of quizzes the score is the question's, and only the rating is about the skill.
_RESULT_FIELDS = _STUDENT_AND_SKILL | {
    "score": f"CASE WHEN {_IS_QUESTION} THEN '' ELSE [outcome score] END",
    "possible": f"CASE WHEN {_IS_QUESTION} THEN '' ELSE [learning outcome points possible] END",
    "task": "[assessment title]",
    "task_id": "[assessment id]",
    "kind": "[assessment type]",
    "question": f"CASE WHEN {_IS_QUESTION} THEN [assessment question id] || ' ' || [assessment question] ELSE '' END",
    "refused": f"CASE WHEN {_NO_ROWS} THEN 'no-results' ELSE '' END",
}
_NOTHING_SEEN = "[outcome score] = '' AND [learning outcome rating] = '' AND [learning outcome rating points] = ''"
_NOT_SUBMITTED = f"CASE WHEN {_NO_ROWS} THEN 'no-results' WHEN {_NOTHING_SEEN} THEN 'not-submitted' ELSE '' END"

OUTCOME_RESULTS = Format("canvas-outcome-results", "Canvas Outcome Results", tuple(_RESULTS.split(",")), _RESULT_FIELDS)
OLD_OUTCOME_RESULTS = Format(
    "canvas-outcome-results-17",
    "Canvas Outcome Results (17 columns)",
    tuple(_OLD_RESULTS.split(",")),
    _RESULT_FIELDS,
)
STUDENT_COMPETENCY = Format(
    "canvas-student-competency",
    "Canvas Student Competency",
    tuple(_COMPETENCY.split(",")),
    _STUDENT_AND_SKILL
    | {
        "score": "[outcome score]",
        "possible": "[learning outcome points possible]",
        "task": "[assignment title]",
        "task_id": "[assignment id]",
        "refused": _NOT_SUBMITTED,
    },
)
_RESULT, _MASTERY = " result", " mastery points"


def _outcomes(header: Sequence[str]) -> list[WideSkill]:
    """The columns of each outcome: one ends in “result”, and the next in “mastery points”."""
    there = {plain_name(it): it for it in header}
    return [
        WideSkill(
            column[: -len(_RESULT)].strip(), column, there.get(plain_name(column[: -len(_RESULT)] + _MASTERY), "")
        )
        for column in header
        if plain_name(column).endswith(_RESULT)
    ]


# What stands in a cell sums up all work of a student in a course, and has no day: the map gives one.
GRADEBOOK = Format(
    "canvas-mastery-gradebook",
    "Canvas Learning Mastery Gradebook",
    ("student name", "student id"),
    {
        "student": "[student sis id]",
        "student_inner": "[student id]",
        "student_name": "[student name]",
        "skill": "[wide skill]",
        "skill_2": "trim(list_last(string_split([wide skill], ' > ')))",
        "score": "[wide value]",
        "target": "[wide target]",
        "kind": "'gradebook'",
    },
    wide=_outcomes,
)


def is_gradebook(header: Sequence[str]) -> bool:
    """Whether a header is that of the gradebook: a student, and outcomes in pairs of columns."""
    outcomes = _outcomes(header)
    return GRADEBOOK.fits(header) and bool(outcomes) and all(it.target for it in outcomes)
