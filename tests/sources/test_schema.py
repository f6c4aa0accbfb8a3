"""JSON Schemas, by which editors complete and check sources as teachers write them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from site_builder.model import School
from site_builder.sources.folder import find_sources
from site_builder.sources.front_matter import halves
from site_builder.sources.schema import SHAPES, schemas
from site_builder.sources.texts import shape_of
from site_builder.sources.yaml import read_yaml
from tests.project import CASES, Project
from tests.site.filled import Filled

SMALL = CASES / "small" / "project"
DEMONSTRATION = CASES.parents[1]
SCHEMAS = {name: json.loads(text) for name, text in schemas().items()}
NAMES = {"settings": "continuum.json"}


class Newer(yaml.SafeLoader):
    """YAML 1.2, as the editors' language server reads it: NO is a text, 010 is ten, dates are texts."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012  PyYAML's own


NULL, BOOL, INT, FLOAT = (f"tag:yaml.org,2002:{kind}" for kind in ("null", "bool", "int", "float"))
Newer.add_implicit_resolver(NULL, re.compile(r"(null|Null|NULL|~|)$"), [*"nN~", ""])
Newer.add_implicit_resolver(BOOL, re.compile(r"(true|True|TRUE|false|False|FALSE)$"), [*"tTfF"])
Newer.add_implicit_resolver(INT, re.compile(r"[-+]?[0-9]+$"), [*"-+0123456789"])
Newer.add_implicit_resolver(FLOAT, re.compile(r"[-+]?[0-9]+\.[0-9]+$"), [*"-+0123456789"])
Newer.add_constructor(INT, lambda _, node: _number(node))
LOADERS = [yaml.SafeLoader, Newer]


def _number(node: Any) -> int:
    return int(node.value)


def as_an_editor_sees_it(text: str, loader: type[yaml.SafeLoader]) -> Any:
    """The values of a text; names are always texts, and so are dates."""
    node = yaml.compose(text, loader)
    for inner in _names(node):
        inner.tag = "tag:yaml.org,2002:str"
    value = loader("").construct_document(node) if node else None
    return json.loads(json.dumps(value, default=_day))


def _names(node: Any) -> Iterator[yaml.ScalarNode]:
    for inner in node.value if isinstance(node, yaml.CollectionNode) else ():
        if isinstance(node, yaml.MappingNode):
            yield inner[0]
            yield from _names(inner[1])
        else:
            yield from _names(inner)


def _day(value: object) -> str:
    assert isinstance(value, date)
    return value.isoformat()


def valid(name: str, value: Any) -> list[str]:
    """What a schema has against a value."""
    check = jsonschema.Draft7Validator(SCHEMAS[name], format_checker=jsonschema.Draft7Validator.FORMAT_CHECKER)
    return [f"{it.json_path}: {it.message}" for it in check.iter_errors(value)]


def heads(root: Path) -> dict[str, tuple[str, str]]:
    """The YAML of every source in a folder that can be read, and the schema that it follows, by its file."""
    found = {}
    for source in find_sources(root)[0]:
        text = (root / source.file).read_text(encoding="utf-8")
        parts = halves(source.file, text)[0] if source.file.endswith(".md") else None
        head = parts.head if parts else text
        if not read_yaml(source.file, head)[1]:
            found[source.file] = (head, NAMES.get(source.kind, f"{source.kind}.json"))
    return found


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize("root", [SMALL, DEMONSTRATION], ids=["small", "demonstration"])
def test_every_source_is_what_its_schema_asks_for(root: Path, loader: type[yaml.SafeLoader]) -> None:
    found = {file: valid(name, as_an_editor_sees_it(head, loader)) for file, (head, name) in heads(root).items()}
    assert len(found) > 10
    assert {file: errors for file, errors in found.items() if errors} == {}


@pytest.mark.parametrize("loader", LOADERS)
def test_every_translation_is_what_its_schema_asks_for(loader: type[yaml.SafeLoader]) -> None:
    found = {file: valid(name, as_an_editor_sees_it(head, loader)) for file, (head, name) in translated_heads().items()}
    assert len(found) > 10
    assert {file: errors for file, errors in found.items() if errors} == {}


def translated_heads() -> dict[str, tuple[str, str]]:
    """The YAML of every translation of the demonstration, and the schema that it follows, by its file."""
    found = {}
    for source in find_sources(DEMONSTRATION)[0]:
        for file in source.translations:
            text = (DEMONSTRATION / file).read_text(encoding="utf-8")
            parts = halves(file, text)[0] if file.endswith(".md") else None
            found[file] = (parts.head if parts else text, f"translated-{NAMES.get(source.kind, f'{source.kind}.json')}")
    return found


def things() -> dict[str, list[object]]:
    """Nouns in which every text says something, by the schema of their translations."""
    whole = Filled(lambda name: name)
    settings = replace(whole.outline().settings, school=School("a", "b", "c", "d"))
    return {
        "translated-continuum.json": [settings],
        "translated-area.json": [*whole.areas],
        "translated-competency.json": [*whole.competencies],
        "translated-exemplar.json": [*whole.exemplars],
        "translated-pathway.json": [*whole.pathways],
        "translated-page.json": [*whole.pages],
        "translated-glossary.json": [whole.glossary],
    }


@pytest.mark.parametrize("name", things())
def test_a_translation_may_hold_every_text_of_its_source(name: str) -> None:
    for thing in things()[name]:
        assert valid(name, json.loads(json.dumps(shape_of(thing)))) == []


@pytest.mark.parametrize("name", things())
def test_a_translation_holds_texts_alone(name: str) -> None:
    """What is named in a translation is a text, leads to texts, or says which member of a list is meant."""
    asked = {key for thing in things()[name] for group in groups(shape_of(thing)) for key in group}
    shown = {key for node in nodes(SCHEMAS[name]) for key in node.get("properties", {})}
    # A word has other forms in each language.
    assert shown - asked <= {"made_from", *(["also"] if "glossary" in name else [])}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("translated-area.json", "{kind: knowledge}"),
        ("translated-area.json", "{id: LIT}"),
        ("translated-competency.json", "{skills: [{title: A}]}"),
        ("translated-competency.json", "{skills: [{id: LIT.ARG.1, not_used: [1]}]}"),
        ("translated-continuum.json", "{scales: {learning: [{id: 1, name: A, target: true}]}}"),
        ("translated-continuum.json", "{scales: {learning: [{name: A}]}}"),
        ("translated-exemplar.json", "{consent: {record: A}}"),
        ("translated-exemplar.json", "{work: {invented: true}}"),
        ("translated-exemplar.json", "{annotations: [{level: 3}]}"),
        ("translated-pathway.json", "{requires: []}"),
        ("translated-page.json", "{order: 1}"),
    ],
)
def test_what_a_translation_cannot_say_is_underlined(name: str, text: str) -> None:
    assert valid(name, as_an_editor_sees_it(text, Newer))


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_one_of_draft_07(name: str) -> None:
    assert SCHEMAS[name]["$schema"] == "http://json-schema.org/draft-07/schema#"
    jsonschema.Draft7Validator.check_schema(SCHEMAS[name])
    known = {
        "$schema",
        "$ref",
        "allOf",
        "anyOf",
        "additionalProperties",
        "default",
        "definitions",
        "description",
        "enum",
    }
    known |= {"format", "items", "maximum", "maxItems", "minimum", "minItems", "minLength", "minProperties", "pattern"}
    known |= {"patternProperties", "properties", "required", "type"}
    assert {key for node in nodes(SCHEMAS[name]) for key in node} <= known
    assert [node for node in nodes(SCHEMAS[name]) if "$ref" in node and len(node) > 1] == []


def nodes(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A schema and every schema in it."""
    yield schema
    for key in ("properties", "patternProperties", "definitions"):
        for inner in schema.get(key, {}).values():
            yield from nodes(inner)
    for inner in (
        *schema.get("anyOf", ()),
        *schema.get("allOf", ()),
        *([schema["items"]] if "items" in schema else ()),
    ):
        yield from nodes(inner)


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_name_has_a_description_in_a_sentence_or_two(name: str) -> None:
    silent = [
        key for node in nodes(SCHEMAS[name]) for key, it in node.get("properties", {}).items() if not _told(name, it)
    ]
    assert silent == []
    assert len(SCHEMAS[name]["description"]) > 20


def _told(name: str, node: dict[str, Any]) -> str:
    """What is said of a value, or of the kind of thing that it refers to."""
    inner = SCHEMAS[name].get("definitions", {}).get(node.get("$ref", "").rpartition("/")[2], {})
    told = node.get("description", inner.get("description", ""))
    return told if len(told) >= 10 and told.endswith(".") else ""


@pytest.mark.parametrize(
    "file", ["continuum/continuum.yml", "continuum/literacy/argue.yml", "continuum/pathways/first.yml"]
)
def test_a_name_that_is_not_known_is_refused_at_every_depth(file: str) -> None:
    head, name = heads(SMALL)[file]
    value = as_an_editor_sees_it(head, Newer)
    for group in groups(value):
        group["titel"] = {"x": "y"}
        assert valid(name, value), group
        del group["titel"]
    assert valid(name, value) == []


def groups(value: Any) -> Iterator[dict[str, Any]]:
    """Every group of names within a value."""
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from groups(inner)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("area.json", "{id: LIT, title: A, kind: soft, scale: learning, about: B}"),
        ("area.json", "{id: a b, title: A, kind: knowledge, scale: learning, about: B}"),
        ("area.json", "{id: LIT, title: A, kind: knowledge, scale: learning}"),
        ("area.json", "[]"),
        ("page.json", "{title: A, order: -1}"),
        ("page.json", "{title: ''}"),
        ("competency.json", "{id: A, title: A, statement: B, levels: {a b: C}}"),
        ("competency.json", "{id: A, title: A, statement: B, levels: {1: []}}"),
        ("competency.json", "{id: A, title: A, statement: B, levels: {1: null}}"),
        ("competency.json", "{id: A, title: A, statement: B, evidence: {pieces: 0}}"),
        ("competency.json", "{id: A, title: A, statement: B, retired: {on: soon}}"),
        ("pathway.json", "{id: A, title: A, about: B, requires: []}"),
    ],
)
def test_what_the_builder_refuses_the_editor_underlines(name: str, text: str) -> None:
    assert valid(name, as_an_editor_sees_it(text, Newer))


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize("text", ["NO", "1984", "3.5", "true", "2026-27", "010"])
def test_a_text_may_look_like_something_else(text: str, loader: type[yaml.SafeLoader]) -> None:
    head = f"{{id: {text}, title: {text}, statement: {text}, levels: {{{text}: {text}}}}}"
    assert valid("competency.json", as_an_editor_sees_it(head, loader)) == []


def test_there_is_a_schema_for_every_kind_of_source(project: Project) -> None:
    project.write("continuum/glossary.yml", "terms: [{id: a, term: A, means: B}]\n")
    kinds = {NAMES.get(it.kind, f"{it.kind}.json") for it in find_sources(project.root)[0]}
    assert kinds == set(SHAPES)
    assert set(SCHEMAS) == kinds | {f"translated-{it}" for it in kinds}


def test_the_schemas_beside_the_demonstration_are_current() -> None:
    folder = Path(__file__).parents[2] / "schemas"
    assert {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()} == schemas(), (
        "run “continuum schema”"
    )
