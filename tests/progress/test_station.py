"""What a worker does with a portion: the same pages as are made without it."""

from __future__ import annotations

import pickle
from pathlib import Path
from types import SimpleNamespace

import pytest

from site_builder.evidence.partition import Partitions, pieces_in
from site_builder.private.secret import Secret
from site_builder.progress import station
from site_builder.progress.order import Page, pages_of
from site_builder.progress.parcel import unwrapped, wrapped
from site_builder.progress.run import Wish, everybody, order_for
from site_builder.progress.station import OtherMakeError, Portion, Station, make_pages
from site_builder.progress.workshop import Workshop
from tests.progress.cohort import cohort, readable

SECRET = Secret(bytes(range(16)))
WHO = ["pupil-00", "pupil-05", "pupil-06"]


@pytest.fixture
def wish(tmp_path: Path) -> Wish:
    """Readable pages of the cohort."""
    return readable(cohort(tmp_path), tmp_path / "plain")


def settled(wish: Wish) -> Station:
    """A station as it stands in a worker: it has travelled, and is ready."""
    made = pickle.loads(pickle.dumps(Station(wish.job, everybody(wish.roster), SECRET)))  # noqa: S301
    assert isinstance(made, Station)
    made.setup(None)
    return made


def portion(wish: Wish) -> Portion:
    """Three of the cohort; of the first there is no evidence."""
    return Portion([order_for(it, wish)[0] for it in WHO], Partitions(wish.store).of(WHO))


def test_the_pages_of_a_portion_are_those_that_are_made_one_by_one(wish: Wish, monkeypatch: pytest.MonkeyPatch) -> None:
    given, workshop, among = portion(wish), Workshop(wish.job), everybody(wish.roster)
    evidence = pieces_in(given.partition)
    work = [(it, evidence.get(it.student.id, [])) for it in given.orders]
    expected = pages_of(work, workshop, lambda: among)
    at = settled(wish)
    monkeypatch.setattr(station, "get_worker", lambda: SimpleNamespace(plugins={at.name: at}))
    pages: list[Page] = unwrapped(make_pages(at.name, wrapped(given, SECRET)), SECRET)
    assert pages == expected
    assert [it.brief.student for it in pages] == WHO
    assert ["pupil-06" in it.named for it in pages] == [False, True, False]


def test_another_version_makes_no_pages(wish: Wish, monkeypatch: pytest.MonkeyPatch) -> None:
    at = settled(wish)
    monkeypatch.setattr(station, "make_of", lambda: "another make")
    with pytest.raises(OtherMakeError, match="another version"):
        at.made(wrapped(portion(wish), SECRET))
