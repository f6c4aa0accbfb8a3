"""What goes out to a system for learning comes in again as it was, within what its format carries."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings

from site_builder.exchange.format import Format
from site_builder.exchange.formats import canvas, moodle
from site_builder.exchange.framework import Framework
from tests.exchange.formats.learning import bare, files_of, framework_of, there_and_back
from tests.exchange.frameworks import frameworks

SLOWLY = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=40)
WAYS = [(canvas.FORMAT, "outcomes"), (moodle.FORMAT, "framework"), (moodle.FORMAT, "old")]


@SLOWLY
@given(frameworks())
@pytest.mark.parametrize(("format", "variant"), WAYS)
def test_a_framework_comes_back_as_it_went(format: Format, variant: str, framework: Framework) -> None:
    carries = format.carries[variant]
    going = current(framework)
    with TemporaryDirectory() as folder:
        back = framework_of(there_and_back(Path(folder), format, framework, variant))
    assert bare(back, carries) == bare(going, carries)


@SLOWLY
@given(frameworks())
@pytest.mark.parametrize(("format", "variant"), WAYS)
def test_what_comes_back_to_its_school_is_typed_as_it_was(format: Format, variant: str, framework: Framework) -> None:
    with TemporaryDirectory() as folder:
        back = framework_of(there_and_back(Path(folder), format, framework, variant, existing=framework))
    for it in back.competencies:
        mine = framework.by_id[it.id]
        assert (it.target, it.title) == (mine.target, mine.title)
        assert [skill.levels for skill in it.skills] == [skill.levels for skill in mine.skills]


@SLOWLY
@given(frameworks())
@pytest.mark.parametrize(("format", "variant"), [*WAYS, (canvas.FORMAT, "rubric")])
def test_the_same_framework_makes_the_same_bytes(format: Format, variant: str, framework: Framework) -> None:
    assert files_of(format, framework, variant) == files_of(format, framework, variant)


def current(framework: Framework) -> Framework:
    """A framework without what is retired, which neither system offers."""
    return replace(framework, competencies=tuple(it for it in framework.competencies if not it.retired))
