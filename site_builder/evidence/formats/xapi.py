"""xAPI statements, 1.0.3 and 2.0: one row for each competency that a statement is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from site_builder.evidence.formats.format import Format

COLUMNS = (
    *("actor", "account", "name", "competency", "competency name", "label", "raw", "max", "timestamp", "object"),
    *("object name", "verb", "instructor", "response", "statement", "status"),
)
_VOIDED = "http://adlnet.gov/expapi/verbs/voided"
_KINDS = ("parent", "grouping", "category", "other")

XAPI = Format(
    "xapi",
    "xAPI statements",
    COLUMNS,
    {
        "student": "[actor]",
        "student_2": "[account]",
        "student_name": "[name]",
        "skill": "[competency]",
        "skill_2": "[competency name]",
        "label": "[label]",
        "score": "[raw]",
        "possible": "[max]",
        "date": "[timestamp]",
        "task": "[object name]",
        "task_id": "[object]",
        "assessor": "[instructor]",
        "reflection": "[response]",
        "link": "CASE WHEN starts_with([object], 'http') THEN [object] ELSE '' END",
        "refused": "[status]",
    },
)


def voided(statement: Mapping[str, Any]) -> str:
    """The id of the statement that this one takes back; empty where it takes nothing back."""
    verb, target = _group(statement, "verb"), _group(statement, "object")
    return _text(target, "id") if _text(verb, "id") == _VOIDED else ""


def rows_of(statement: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    """The rows of a statement: one for each activity of the kind competency, or one for what it is about."""
    result, target = _group(statement, "result"), _group(statement, "object")
    status = "deleted" if voided(statement) else ""
    about = _competencies(statement) or [target]
    for competency in about:
        yield (
            *_actor(_group(statement, "actor")),
            _text(competency, "id"),
            _name(competency),
            _label(result),
            _text(_group(result, "score"), "raw"),
            _text(_group(result, "score"), "max"),
            _text(statement, "timestamp"),
            _text(target, "id"),
            _name(target),
            _text(_group(statement, "verb"), "id"),
            _text(_group(_group(statement, "context"), "instructor"), "name"),
            _text(result, "response"),
            _text(statement, "id"),
            status,
        )


def _competencies(statement: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The activities around a statement that are competencies."""
    around = _group(_group(statement, "context"), "contextActivities")
    found = [it for kind in _KINDS for it in _listed(around.get(kind))]
    return [it for it in found if _text(_group(it, "definition"), "type").endswith("/competency")]


def _listed(value: object) -> list[Mapping[str, Any]]:
    """One activity, or several, as a list."""
    return [it for it in (value if isinstance(value, list) else [value]) if isinstance(it, dict)]


def _actor(actor: Mapping[str, Any]) -> tuple[str, str, str]:
    mail = _text(actor, "mbox").removeprefix("mailto:")
    return mail, _text(_group(actor, "account"), "name"), _text(actor, "name")


def _label(result: Mapping[str, Any]) -> str:
    """The level in words, where an extension of the result is called level."""
    for key, value in _group(result, "extensions").items():
        if key.lower().endswith(("/level", "#level")) and isinstance(value, str):
            return value
    return ""


def _name(activity: Mapping[str, Any]) -> str:
    """The first name that an activity has in any language."""
    names = _group(_group(activity, "definition"), "name")
    return next((it for _, it in sorted(names.items()) if isinstance(it, str)), "")


def _group(value: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    found = value.get(key)
    return found if isinstance(found, dict) else {}


def _text(value: Mapping[str, Any], key: str) -> str:
    found = value.get(key)
    is_text = isinstance(found, (str, int, float)) and not isinstance(found, bool)
    return str(found) if is_text else ""
