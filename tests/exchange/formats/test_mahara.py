"""A matrix has the parts that Mahara looks for, and all that it shows a student."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from site_builder.exchange.formats import mahara
from site_builder.exchange.framework import Framework
from site_builder.model import Retired, Skill
from tests.exchange.demonstration import demonstration, framework
from tests.exchange.formats.learning import files_of
from tests.site.continua import CLAIM, competency


def matrix(whole: Framework) -> dict[str, Any]:
    [(name, data)] = files_of(mahara.FORMAT, whole).items()
    assert name == "continuum.matrix"
    found = json.loads(data)
    assert list(found) == ["framework"]
    return dict(found["framework"])


def test_the_whole_has_what_mahara_asks_for() -> None:
    found = matrix(demonstration())
    assert list(found) == ["institution", "name", "description", "selfassess", "standards"]
    assert (found["institution"], found["selfassess"]) == ("all", True)
    assert [it["priority"] for it in found["standards"]] == list(range(1, len(demonstration().areas) + 1))
    for standard in found["standards"]:
        assert {"shortname", "name", "description", "priority", "standardelement"} == set(standard)
        assert [it["priority"] for it in standard["standardelement"]] == list(
            range(1, len(standard["standardelement"]) + 1)
        )
        for it in standard["standardelement"]:
            assert {"shortname", "name", "description", "priority", "parent", "elementid"} <= set(it)


def test_skills_stand_below_their_competency_in_the_way_of_old_versions_and_of_new_ones() -> None:
    alone = competency("LIT.ONE", title="Alone", skills=(Skill("LIT.ONE", "Alone", CLAIM),))
    [standard] = matrix(framework([competency(), alone]))["standards"]
    shown = [
        (it["shortname"], it["name"], it["parent"], it.get("parentelementid")) for it in standard["standardelement"]
    ]
    assert shown == [
        ("LIT.ARG", "Argue from evidence", False, None),
        ("LIT.ARG.1", "Claim", True, "LIT.ARG"),
        ("LIT.ONE", "Alone", False, None),
    ]
    assert "<dt>Emerging</dt>" in standard["standardelement"][1]["description"]
    assert "<dt>Emerging</dt>" in standard["standardelement"][2]["description"]


def test_names_are_no_longer_than_mahara_keeps() -> None:
    long = "word " * 80
    found = matrix(framework([competency(title=long)], title=long))
    [standard] = found["standards"]
    assert len(found["name"]) <= 255 and found["name"].endswith(" …")
    assert len(standard["standardelement"][0]["name"]) <= 255


def test_what_is_retired_is_not_in_it() -> None:
    [standard] = matrix(framework([competency(retired=Retired(date(2025, 1, 1)))]))["standards"]
    assert standard["standardelement"] == []


def test_titles_are_words_and_descriptions_are_safe_html() -> None:
    going = framework([competency(title="*Argue* <b>", statement="<script>alert(1)</script>")])
    element = matrix(going)["standards"][0]["standardelement"][0]
    assert element["name"] == "Argue <b>"
    assert element["description"] == "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"


def test_it_only_goes_out() -> None:
    assert mahara.FORMAT.read is None
    assert "competency.prerequisites" not in mahara.FORMAT.carries["matrix"]
    assert files_of(mahara.FORMAT, demonstration()) == files_of(mahara.FORMAT, demonstration())
