"""What any export says of one skill, in the export's own words: the columns that all formats are brought to."""

from __future__ import annotations

import unicodedata

# Keys of the student and of the skill stand in the order of trust. An inner key is a number that the other system
# made up for itself: it counts only where the roster's other ids or a map name it. `refused` is the code of a reason
# for which the format itself sets a row aside.
FIELDS = (
    *("student", "student_2", "student_3", "student_inner", "student_name"),
    *("skill", "skill_2", "skill_inner"),
    *("label", "points", "score", "possible", "mark", "target"),
    *("date", "graded", "task", "task_id", "attempt", "kind", "purpose", "assessor"),
    *("comment", "reflection", "link", "version", "question", "refused"),
)
STUDENT_KEYS = FIELDS[:5]
SKILL_KEYS = FIELDS[5:8]
LEVEL_KEYS = FIELDS[8:14]


def plain_name(text: str) -> str:
    """A column's name as headers are compared: case, width of blanks and the way of composing letters do not matter."""
    return unicodedata.normalize("NFC", " ".join(unicodedata.normalize("NFC", text).casefold().split()))


def name_sql(name: str) -> str:
    """A name as SQL quotes it."""
    return '"' + name.replace('"', '""') + '"'


def text_sql(text: str) -> str:
    """A text as SQL quotes it."""
    return "'" + text.replace("'", "''") + "'"
