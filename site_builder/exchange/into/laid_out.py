"""A framework as the files of a school: what stands in each of them, in the order in which the manual names it.

What is not said is left out. A competency whose only skill is itself carries its levels itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict

from pydantic import BaseModel

from site_builder.exchange.framework import Framework
from site_builder.model import (
    Area,
    Competency,
    Evidence,
    Judging,
    Level,
    Pathway,
    Requirement,
    School,
    Settings,
    Skill,
    Standard,
    Term,
)
from site_builder.sources.area import AreaShape
from site_builder.sources.competency import CompetencyShape, SkillShape
from site_builder.sources.folder import GLOSSARY
from site_builder.sources.front_matter import RULE
from site_builder.sources.glossary import TermShape
from site_builder.sources.pathway import PathwayShape
from site_builder.sources.settings import SettingsShape
from site_builder.sources.written import written
from site_builder.sources.yaml import Value

_USUAL = Judging()
_NOTHING: dict[str, Value] = {}
# Entries of these lists grow, so each of their names has a line of its own from the beginning.
SPREAD = frozenset({"skills"})
_SCHEMAS = {
    "continuum": "../schemas/continuum.json",
    "glossary": "../schemas/glossary.json",
    "area": "../../schemas/area.json",
}
_SCHEMA_OF_PATHWAYS = "../../schemas/pathway.json"
_SCHEMA_OF_COMPETENCIES = "../../schemas/competency.json"


def laid_out(framework: Framework) -> dict[str, Value]:
    """What each source of a framework says, by its file; works of students are not among them."""
    files: dict[str, Value] = {framework.settings.source: settings_value(framework.settings)}
    files |= {it.source: area_value(it) for it in framework.areas}
    files |= {it.source: competency_value(it) for it in framework.competencies}
    files |= {it.source: pathway_value(it) for it in framework.pathways}
    return files | ({GLOSSARY: glossary_value(framework.glossary)} if framework.glossary else {})


def source_text(file: str, value: Value) -> str:
    """A new source: the line by which editors know its shape, and the value; of a Markdown file, the head and body."""
    schema = f"# yaml-language-server: $schema={_schema(file)}\n"
    if not file.endswith(".md") or not isinstance(value, dict):
        return schema + written(value, SPREAD)
    head = {name: it for name, it in value.items() if name != "about"}
    return f"{RULE}\n{schema}{written(head, SPREAD)}{RULE}\n\n{value.get('about', '')}\n"


def _schema(file: str) -> str:
    folder, _, name = file.rpartition("/")
    if folder == "continuum/pathways":
        return _SCHEMA_OF_PATHWAYS
    return _SCHEMAS.get(name.partition(".")[0], _SCHEMA_OF_COMPETENCIES)


def settings_value(it: Settings) -> Value:
    """continuum.yml."""
    said = _in_order(
        SettingsShape,
        title=it.title,
        description=it.description,
        version=it.version,
        languages=list(it.languages),
        scales={id: [_level(level) for level in scale.levels] for id, scale in it.scales.items()},
        areas=list(it.areas),
        judging=_judging(it.judging),
        deficit_words=list(it.deficit_words or ()),
        school=_school(it.school),
        identifier=it.identifier,
    )
    return {**said, "deficit_words": []} if it.deficit_words == () else said  # no words at all are something to say


def area_value(it: Area) -> Value:
    """An area.yml."""
    return _in_order(
        AreaShape,
        id=it.id,
        title=it.title,
        kind=it.kind.value,
        scale=it.scale.id,
        about=it.about,
        identifier=it.identifier,
    )


def competency_value(it: Competency) -> Value:
    """The file of a competency."""
    own = it.skills[0] if is_its_own_skill(it) else None
    return _in_order(
        CompetencyShape,
        id=it.id,
        title=it.title,
        statement=it.statement,
        why=it.why,
        about=it.about,
        prerequisites=list(it.prerequisites),
        standards=[_standard(one) for one in it.standards],
        skills=[] if own else [skill_value(one) for one in it.skills],
        **(_of_skill(own) if own else _NOTHING),
        evidence=_evidence(it.evidence),
        target=it.target,
        retired=_said(on=it.retired.on.isoformat(), replaced_by=it.retired.replaced_by) if it.retired else None,
        was=list(it.was),
        identifier=it.identifier,
    )


def pathway_value(it: Pathway) -> Value:
    """The file of a pathway."""
    requires = [_requirement(one) for one in it.requires]
    return _in_order(PathwayShape, id=it.id, title=it.title, about=it.about, credit=it.credit, requires=requires)


def glossary_value(terms: Iterable[Term]) -> dict[str, Value]:
    """glossary.yml."""
    return {"terms": [_term(it) for it in terms]}


def is_its_own_skill(it: Competency) -> bool:
    """Whether a competency carries its levels itself: its only skill says nothing that it does not say too."""
    if len(it.skills) != 1:
        return False
    [skill] = it.skills
    said = (skill.id, skill.title, skill.evidence, skill.identifier)
    return not skill.statement and said == (it.id, it.title, it.evidence, it.identifier)


def _in_order(shape: type[BaseModel], **values: Value) -> dict[str, Value]:
    """What is said, under the names of a shape and in their order."""
    return {name: values[name] for name in shape.model_fields if values.get(name)}


def _said(**values: Value) -> Value:
    return {name: value for name, value in values.items() if value}


def _level(it: Level) -> Value:
    return _said(id=it.id, name=it.name, means=it.means, target="true" if it.is_target else None)


def _judging(it: Judging) -> Value:
    if it == _USUAL:
        return None
    said: dict[str, Value] = {name: str(value) for name, value in asdict(it).items()}
    return said if it.fresh_look_weeks != _USUAL.fresh_look_weeks else _without(said, "fresh_look_weeks")


def _without(said: Mapping[str, Value], name: str) -> dict[str, Value]:
    return {key: value for key, value in said.items() if key != name}


def _school(it: School) -> Value:
    return _said(name=it.name, place=it.place, ask=it.ask, lost=it.lost)


def _standard(it: Standard) -> Value:
    return _said(code=it.code, framework=it.framework, uri=it.uri, match=it.match)


def skill_value(it: Skill) -> Value:
    """One of a competency's skills."""
    return _in_order(
        SkillShape,
        id=it.id,
        title=it.title,
        statement=it.statement,
        **_of_skill(it),
        evidence=_evidence(it.evidence),
        identifier=it.identifier,
    )


def _of_skill(it: Skill) -> dict[str, Value]:
    """What a competency without skills carries itself."""
    return {
        "levels": {level: _statements(texts) for level, texts in it.levels.items()},
        "not_used": list(it.not_used),
        "supports": {level: _statements(texts) for level, texts in it.supports.items()},
        "at_home": it.at_home,
    }


def _statements(texts: tuple[str, ...]) -> Value:
    return texts[0] if len(texts) == 1 else list(texts)


def _evidence(it: Evidence | None) -> Value:
    if it is None:
        return None
    said: dict[str, Value] = {"pieces": str(it.pieces), "kinds": str(it.kinds)}
    at: dict[str, Value] = {level: _evidence_at(one, it) for level, one in it.at}
    return {**said, "at": at} if at else said


def _evidence_at(it: Evidence, usual: Evidence) -> Value:
    """How much at one level: what is another number there; an empty group where nothing is."""
    pieces = str(it.pieces) if it.pieces != usual.pieces else None
    return _said(pieces=pieces, kinds=str(it.kinds) if it.kinds != usual.kinds else None)


def _term(it: Term) -> Value:
    return _in_order(TermShape, id=it.id, term=it.term, also=_statements(it.also) if it.also else None, means=it.means)


def _requirement(it: Requirement) -> Value:
    if it.competency:
        return {"competency": it.competency, "level": it.level}
    inner: Value = [_requirement(one) for one in it.of]
    return {"all": inner} if it.any_of == len(it.of) else {"any": str(it.any_of), "of": inner}
