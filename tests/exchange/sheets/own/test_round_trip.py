"""What goes out as a sheet comes in again as it was, within what a sheet carries."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, assume, given, settings

from site_builder.exchange.fields import within
from site_builder.exchange.format import WriteWish
from site_builder.exchange.formats import sheet
from site_builder.exchange.framework import Framework
from site_builder.model import Competency
from tests.exchange.frameworks import frameworks
from tests.exchange.sheets.sheeted import there_and_back, without_places

SLOWLY = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=25)


@SLOWLY
@given(frameworks())
@pytest.mark.parametrize("as_workbook", [False, True])
@pytest.mark.parametrize("variant", ["grid", "long"])
def test_a_framework_comes_back_as_it_went(variant: str, as_workbook: bool, framework: Framework) -> None:
    carried = within(framework, sheet.FORMAT.carries[variant])
    with TemporaryDirectory() as folder:
        back = there_and_back(Path(folder), framework, variant, as_workbook=as_workbook)
    assert without_places(back) == without_places(carried)


@SLOWLY
@given(frameworks())
def test_what_slate_knows_of_a_framework_comes_back(framework: Framework) -> None:
    assume(framework.competencies)
    framework = replace(framework, competencies=tuple(map(with_codes, framework.competencies)))
    ids = [id for it in framework.competencies for id in {it.id, *(skill.id for skill in it.skills)}]
    assume(len({it.casefold() for it in ids}) == len(ids))
    carried = within(framework, sheet.FORMAT.carries["slate"])
    with TemporaryDirectory() as folder:
        back = there_and_back(Path(folder), framework, "slate", as_workbook=False)
    found = within(back, sheet.FORMAT.carries["slate"])
    assert sorted(map(bare, found.competencies), key=str) == sorted(map(bare, carried.competencies), key=str)


@SLOWLY
@given(frameworks())
@pytest.mark.parametrize("variant", ["grid", "long", "slate"])
def test_the_same_framework_makes_the_same_bytes(variant: str, framework: Framework) -> None:
    wish = WriteWish(variant=variant, as_workbook=True)
    assert sheet.write(framework, wish) == sheet.write(framework, wish)


def with_codes(it: Competency) -> Competency:
    """The competency as Slate's users would call it: the code of each skill begins with its own."""
    if it.skills[0].id == it.id:
        return it
    skills = tuple(replace(skill, id=f"{it.id}.{n}") for n, skill in enumerate(it.skills, 1))
    return replace(it, skills=skills)


def bare(it: Competency) -> Competency:
    return replace(it, slug="", area="", source="")
