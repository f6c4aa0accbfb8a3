"""The published vectors: our own reader, the stand-alone one and the scripts of pages say the same of each."""

from __future__ import annotations

import json
import runpy
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from site_builder.private.code import code, read_code
from site_builder.private.envelope import opened
from site_builder.private.sealed_page import source
from site_builder.private.secret import read_link
from tests.private.browsing import alone
from tools.vectors import FOLDER, standalone, vectors

HERE = Path(__file__).parent
VECTORS: dict[str, Any] = json.loads((FOLDER / "vectors.json").read_text(encoding="utf-8"))
EXPECTED = {
    "secrets": [[it["id"], it["link"]] for it in VECTORS["secrets"]],
    "links": [it["secret"] for it in VECTORS["links"]],
    "codes": [it["secret"] for it in VECTORS["codes"]],
    "pages": [it["body"] for it in VECTORS["pages"]],
}
SCRIPT = source("secret.js", "typed.js", "envelope.js") + (HERE / "answers.js").read_text(encoding="utf-8")
alone_opened = runpy.run_path(str(FOLDER / "open.py"))["opened"]


def named(kind: str) -> pytest.MarkDecorator:
    """One case for each vector of a kind, under its name."""
    return pytest.mark.parametrize("it", [pytest.param(it, id=it["name"]) for it in VECTORS[kind]])


def test_there_are_many_and_most_are_refused() -> None:
    assert len(VECTORS["pages"]) >= 50
    assert sum(it["body"] is None for it in VECTORS["pages"]) >= 40
    assert len({it["name"] for it in VECTORS["pages"]}) == len(VECTORS["pages"])


def test_the_published_files_are_those_that_the_tool_writes() -> None:
    assert (FOLDER / "vectors.json").read_bytes() == vectors(), "run “python -m tools.vectors”"
    assert (FOLDER / "open.html").read_bytes() == standalone(), "run “python -m tools.vectors”"


@pytest.mark.parametrize("it", VECTORS["secrets"], ids=lambda it: it["link"])
def test_all_that_comes_of_a_secret_is_as_published(it: dict[str, str]) -> None:
    secret = read_link(it["link"])
    assert secret is not None
    found = {"secret": secret.value.hex(), "link": secret.link, "code": code(secret), "id": secret.page_id}
    assert found | {"salt": it["salt"], "key": secret.key(bytes.fromhex(it["salt"])).hex()} == it


@named("links")
def test_the_end_of_a_link_is_read_or_refused(it: dict[str, Any]) -> None:
    found = read_link(it["text"])
    assert (found.value.hex() if found else None) == it["secret"]


@named("codes")
def test_a_typed_code_is_read_or_refused(it: dict[str, Any]) -> None:
    found = read_code(it["text"])
    assert (found.value.hex() if found else None) == it["secret"]


@named("pages")
def test_a_page_opens_or_is_refused(it: dict[str, Any]) -> None:
    secret = read_link(it["secret"])
    assert (opened(it["envelope"], secret) if secret else None) == it["body"]


@named("pages")
def test_a_page_opens_or_is_refused_without_the_product(it: dict[str, Any]) -> None:
    if it["body"] is not None:
        assert alone_opened(it["envelope"], it["secret"]) == it["body"]
        return
    with pytest.raises(Exception):  # noqa: B017  whatever refuses it
        alone_opened(it["envelope"], it["secret"])


def test_the_scripts_of_pages_say_the_same_in_node() -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("Node is not installed here, so the scripts are not tried in it")
    asked = json.dumps({"script": SCRIPT, "vectors": VECTORS})
    said = subprocess.run([node, HERE / "vectors.mjs"], input=asked, capture_output=True, text=True, encoding="utf-8")
    assert said.returncode == 0, said.stderr
    _compare(json.loads(said.stdout))


@pytest.mark.browser
def test_the_scripts_of_pages_say_the_same_in_chromium(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "empty.html").write_text("<!doctype html><title>.</title>", encoding="utf-8")
    with alone(browser) as page:
        page.goto((tmp_path / "empty.html").as_uri())
        _compare(page.evaluate(f"vectors => {{ {SCRIPT}\nreturn answersTo(vectors); }}", VECTORS))


def _compare(said: dict[str, list[Any]]) -> None:
    for kind, expected in EXPECTED.items():
        for it, found, right in zip(VECTORS[kind], said[kind], expected, strict=True):
            assert found == right, it.get("name", kind)
