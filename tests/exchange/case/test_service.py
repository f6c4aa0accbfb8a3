"""The CASE service that a site has: pulled over the loopback address, as another system would."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from jsonschema import Draft201909Validator

from site_builder.exchange.case.service import PUBLICATION
from site_builder.exchange.case.writing import write_case
from site_builder.exchange.data.publication import View, joined
from site_builder.exchange.data.published import outline_of, published
from site_builder.exchange.format import WriteWish
from site_builder.model import School
from site_builder.resources import demonstration as folder
from tests.exchange.demonstration import SITE, demonstration, framework
from tests.project import Project
from tests.serving import served
from tests.shell import Shell

SHARED = Path(os.environ.get("CONTINUUM_SHARED") or Path(__file__).parents[4] / "shared")
SCHEMAS = SHARED / "schemas" / "case" / "v1p1"
# Which official schema judges what a folder of the service answers.
JUDGES = {
    "CFAssociations": "cfassociation",
    "CFItemAssociations": "cfassociationset",
    "CFItems": "cfitem",
    "CFItemTypes": "cfitemtypeset",
    "CFPackages": "cfpackage",
    "CFRubrics": "cfrubric",
}


def answers(site_url: str = SITE) -> dict[str, Any]:
    """What every address of the demonstration's service answers."""
    files = published(PUBLICATION, demonstration(), WriteWish(site_url=site_url)).files
    return {file: json.loads(data) for file, data in files.items()}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """The demonstration, built for the address at which it is then served."""
    root = tmp_path_factory.mktemp("demonstration")
    for name in ("continuum", "exemplars"):
        shutil.copytree(folder() / name, root / name)
    site = root / "site"
    site.mkdir()
    with served(site, "continuum") as address:
        project = Project.at(root)
        with pytest.MonkeyPatch.context() as patched:
            patched.setenv("SOURCE_DATE_EPOCH", "1790000000")
            assert project.build("--site-url", address).code == 0, project.output
            assert Shell(root).run("export", "case", "--site-url", address).code == 0
        project.printed = address
        yield project


def got(address: str) -> Any:
    """What an address answers."""
    with urlopen(address.partition("#")[0], timeout=10) as answer:  # noqa: S310  the loopback address
        return json.load(answer)


# Over the network


def test_the_framework_can_be_pulled_and_is_what_an_export_writes(project: Project) -> None:
    [listed] = got(f"{project.printed}ims/case/v1p1/CFDocuments/index.json")["CFDocuments"]
    document = got(listed["uri"])
    assert document == listed
    package = got(document["CFPackageURI"]["uri"])
    exported = json.loads((project.root / "export" / "case.json").read_bytes())
    for name in ("school", "deficit_words"):
        exported["CFDocument"]["extensions"]["continuum"].pop(name, None)
        package["CFDocument"]["extensions"]["continuum"].pop(name, None)
    assert package == exported
    for item in package["CFItems"]:
        alone = got(item["uri"])
        assert alone.pop("CFDocumentURI")["uri"] == document["uri"]
        assert alone == item
    for relation in package["CFAssociations"][:50]:
        alone = got(relation["uri"])
        assert alone.pop("CFDocumentURI")["uri"] == document["uri"]
        assert alone == relation
    assert [got(it["uri"]) for it in package["CFRubrics"]] == package["CFRubrics"]
    kinds = package["CFDefinitions"]["CFItemTypes"]
    assert [got(it["uri"])["CFItemTypes"] for it in kinds] == [[it] for it in kinds]


def test_the_package_is_put_together_from_what_items_say(project: Project) -> None:
    """Nobody needs the package: items name each other, and end at the document."""
    whole = got(f"{project.printed}ims/case/v1p1/CFDocuments/index.json")["CFDocuments"][0]
    package = got(whole["CFPackageURI"]["uri"])
    items: dict[str, Any] = {}
    relations: dict[str, Any] = {}
    waiting = [it["uri"] for it in package["CFItems"] if it["CFItemType"] == "Area"]
    while waiting:
        uri = waiting.pop()
        said = got(uri.replace("/CFItems/", "/CFItemAssociations/"))
        items[uri] = said["CFItem"]
        relations.update((it["identifier"], it) for it in said["CFAssociations"])
        ends = [it[end]["uri"] for it in said["CFAssociations"] for end in ("originNodeURI", "destinationNodeURI")]
        waiting += {it for it in ends if "/v1p1/CFItems/" in it and it not in items and it not in waiting}
    assert set(items) == {it["uri"] for it in package["CFItems"]}
    assert sorted(relations) == sorted(it["identifier"] for it in package["CFAssociations"])


def test_a_system_of_version_1_0_finds_a_package_of_that_version(project: Project) -> None:
    [listed] = got(f"{project.printed}ims/case/v1p0/CFDocuments/index.json")["CFDocuments"]
    package = got(f"{project.printed}ims/case/v1p0/CFPackages/{listed['identifier']}")
    assert package["CFDocument"]["identifier"] == listed["identifier"]
    assert "extensions" not in json.dumps(package)


def test_a_system_of_version_1_0_can_ask_for_each_thing_below_its_own_path(project: Project) -> None:
    old = f"{project.printed}ims/case/v1p0/"
    [listed] = got(f"{old}CFDocuments/index.json")["CFDocuments"]
    package = got(f"{old}CFPackages/{listed['identifier']}")
    for item in package["CFItems"]:
        assert got(f"{old}CFItems/{item['identifier']}") == item
        assert got(f"{old}CFItemAssociations/{item['identifier']}")["CFItem"] == item
    for relation in package["CFAssociations"]:
        assert got(f"{old}CFAssociations/{relation['identifier']}") == relation
    for rubric in package["CFRubrics"]:
        assert got(f"{old}CFRubrics/{rubric['identifier']}") == rubric


def test_what_is_not_there_is_not_found(project: Project) -> None:
    with pytest.raises(HTTPError, match="404"):
        got(f"{project.printed}ims/case/v1p1/CFItems/00000000-0000-4000-8000-000000000000")


# As files


@pytest.mark.parametrize("kind", [*JUDGES, "CFDocuments"])
def test_every_answer_is_what_the_official_schema_wants(kind: str) -> None:
    if not SCHEMAS.is_dir():
        pytest.skip("the schemas of CASE are not there (shared/schemas/case), so nothing can be judged")
    found = {file: it for file, it in answers().items() if file.startswith(f"ims/case/v1p1/{kind}/")}
    assert found
    for file, it in found.items():
        is_list = file.endswith("index.json")
        name = JUDGES.get(kind) or ("cfdocumentset" if is_list else "cfdocument")
        schema = json.loads((SCHEMAS / f"case_v1p1_{name}-jsonschema1.json").read_text(encoding="utf-8"))
        assert [error.message[:200] for error in Draft201909Validator(schema).iter_errors(it)] == [], file


def test_files_are_named_before_they_are_made() -> None:
    it = demonstration()
    view = View(outline_of(it), SITE)
    for card in view.outline.competencies.values():
        portion = PUBLICATION.portion(it.by_id[card.id], view)
        assert sorted(portion.files) == sorted(PUBLICATION.files_of(card, view))
    assert sorted(PUBLICATION.whole_files(view)) == sorted(PUBLICATION.whole(view, []))


def test_the_package_of_the_site_has_the_bytes_of_the_export() -> None:
    whole = framework(title="Riverbend", school=School("Riverbend School"))
    files = published(PUBLICATION, whole, WriteWish(site_url=SITE)).files
    for root, variant in (("v1p1", "1.1"), ("v1p0", "1.0")):
        [package] = [data for file, data in files.items() if file.startswith(f"ims/case/{root}/CFPackages/")]
        assert package == write_case(whole, WriteWish(variant, site_url=SITE)).files["case.json"]


def test_how_letters_speak_of_the_school_is_in_an_export_and_not_on_the_site() -> None:
    school = School("Riverbend School", "1 Mill Lane", "Ms Okafor, 555-0140", "Call 555-0140")
    whole = framework(school=school, deficit_words=("weak",))
    files = published(PUBLICATION, whole, WriteWish(site_url=SITE)).files
    assert b"Riverbend School" in b"".join(files.values())
    for said in (b"Mill Lane", b"Okafor", b"0140", b"weak"):
        assert [file for file, data in files.items() if said in data] == []
        assert said in write_case(whole, WriteWish()).files["case.json"]


def test_a_package_is_given_piece_by_piece_and_more_than_once() -> None:
    view = View(outline_of(demonstration()), SITE)
    fragments = [PUBLICATION.portion(demonstration().by_id[id], view).fragment for id in view.outline.competencies]
    once, again = (PUBLICATION.whole(view, fragments) for _ in range(2))
    [name] = [file for file in once if "v1p1/CFPackages/" in file]
    assert not isinstance(once[name], bytes)
    assert joined(once[name]) == joined(again[name])


def test_no_answer_has_a_name_that_a_server_takes_for_a_page() -> None:
    assert [file for file in answers() if file.endswith((".html", ".htm"))] == []


def test_an_item_is_told_with_all_that_begins_or_ends_at_it() -> None:
    said = answers()
    [package] = [it for file, it in said.items() if "v1p1/CFPackages/" in file]
    for item in package["CFItems"]:
        found = said[f"ims/case/v1p1/CFItemAssociations/{item['identifier']}"]["CFAssociations"]
        wanted = [
            it["identifier"]
            for it in package["CFAssociations"]
            if item["identifier"] in (it["originNodeURI"]["identifier"], it["destinationNodeURI"]["identifier"])
        ]
        assert sorted(it["identifier"] for it in found) == sorted(wanted)


def test_what_a_school_pulls_from_its_own_site_takes_nothing_away_from_it(project: Project) -> None:
    """A site does not say how letters speak of the school: that is no reason to forget it."""
    [listed] = got(f"{project.printed}ims/case/v1p1/CFDocuments/index.json")["CFDocuments"]
    file = project.root / "pulled.json"
    file.write_text(json.dumps(got(listed["CFPackageURI"]["uri"])), encoding="utf-8")
    before = {path: path.read_bytes() for path in (project.root / "continuum").rglob("*.yml")}
    assert b"ask:" in (project.root / "continuum/continuum.yml").read_bytes()
    shell = Shell(project.root)
    assert shell.run("import", "case", file).code == 0, shell.output
    assert {path: path.read_bytes() for path in (project.root / "continuum").rglob("*.yml")} == before
