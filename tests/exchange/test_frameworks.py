"""Generated frameworks keep what sources promise."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from site_builder.exchange.framework import Framework
from tests.exchange.frameworks import frameworks


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(frameworks())
def test_a_generated_framework_is_one_that_a_school_could_have(framework: Framework) -> None:
    ids = [it.id for it in framework.areas] + [it.id for it in framework.competencies]
    ids += [id for id, (it, _) in framework.skills.items() if id != it.id]
    assert len({it.casefold() for it in ids}) == len(ids)
    for competency, skill in framework.skills.values():
        levels = [it.id for it in framework.by_slug[competency.area].scale.levels]
        assert not skill.levels or sorted({*skill.levels, *skill.not_used}) == sorted(levels)
    for area in framework.areas:
        mine = [it.id for it in framework.of_area(area)]
        assert mine == sorted(mine)
