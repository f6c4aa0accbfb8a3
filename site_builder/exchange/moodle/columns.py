"""The columns of Moodle's frameworks, which it knows by their places: their names are in each user's language."""

from __future__ import annotations

_FIRST = (
    "Parent id number",
    "Id number",
    "Shortname",
    "Description",
    "Description format",
    "Scale values",
    "Scale configuration",
    "Rule type (optional)",
    "Rule outcome (optional)",
    "Rule config (optional)",
)
_CROSS = ("Cross referenced competency id numbers", "Exported id (optional)")
_LAST = ("Is framework", "Taxonomy")
HEADERS = {"framework": (*_FIRST, *_CROSS, *_LAST), "old": (*_FIRST, *_LAST)}
PARENT, ID, SHORTNAME, DESCRIPTION, FORMAT, SCALE, CONFIGURATION, RULE_TYPE, RULE_OUTCOME, RULE = range(10)
CROSS, EXPORTED, IS_FRAMEWORK, TAXONOMY = range(10, 14)
WIDTH = 14
OLD_WIDTH = 12
LONGEST_SHORTNAME = 100
# What Moodle calls the items of each depth: areas, competencies, skills.
TAXONOMIES = "domain,competency,skill,skill"
NO_ID = "continuum"
"""The id number of a framework that has no identifier."""
