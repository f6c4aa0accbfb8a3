"""What has come in goes into a folder, and what is there already stays as it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from hypothesis import HealthCheck, given, settings

from site_builder.exchange.fields import FIELDS
from site_builder.exchange.format import Taken
from site_builder.exchange.framework import Framework
from site_builder.exchange.into import Into, take_into
from site_builder.exchange.school import read_school
from site_builder.model import Competency, Pathway
from site_builder.sources.folder import find_sources
from site_builder.sources.load import read_setting
from site_builder.sources.reading import read_source
from tests.exchange.frameworks import frameworks, seeded

TODAY = date(2026, 9, 1)


def into(root: Path, framework: Framework, existing: Framework | None = None, **more: bool) -> Into:
    """The framework taken into a folder, with all that it can say."""
    taken = Taken(framework, carries=FIELDS)
    return take_into(root, taken, existing, fresh=lambda: UUID(seeded(1)), **more)


def read(root: Path) -> Framework:
    """What the folder holds."""
    cache = root / ".continuum"
    cache.mkdir(exist_ok=True)
    framework, problems = read_school(root, cache, TODAY, "a test")
    assert framework is not None, problems
    return framework


def read_unchecked(root: Path) -> Framework:
    """What the folder holds, whatever a check would say of it."""
    sources, refused = find_sources(root)
    setting, _ = read_setting(root, sources)
    assert setting is not None and not refused
    things = [read_source(it, setting).thing for it in sources if it.kind in ("competency", "pathway")]
    areas = {it.slug: it for it in setting.areas.values()}
    order = list(setting.settings.areas)
    found = [it for it in things if isinstance(it, Competency)]
    assert sorted(areas) == sorted(order) and None not in things
    return Framework(
        setting.settings,
        tuple(areas[it] for it in order),
        tuple(sorted(found, key=lambda it: (order.index(it.area), it.id))),
        (),
        tuple(it for it in things if isinstance(it, Pathway)),
    )


def without_lines(framework: Framework) -> Framework:
    """The framework without places in files, which it has once it is read."""
    return replace(
        framework,
        competencies=tuple(
            replace(it, skills=tuple(replace(skill, line=0) for skill in it.skills)) for it in framework.competencies
        ),
    )


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(frameworks())
def test_what_is_written_into_an_empty_folder_is_what_came_in(framework: Framework) -> None:
    with TemporaryDirectory() as folder:
        done = into(Path(folder), framework)
        if not framework.competencies:
            assert [it.code for it in done.problems] == ["import-unreadable"]
            return
        assert done.problems == ()
        found = read_unchecked(Path(folder))
        assert without_lines(found) == framework
        again = into(Path(folder), framework, found)
        assert (again.made, again.changed, again.gone) == ((), (), ())
