"""The same pages on a cluster: a real scheduler and real workers, some of which are lost on the way."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from time import sleep

import dask
import duckdb
import pytest
from distributed import Client

from site_builder.evidence.partition import Partitions
from site_builder.private.secret import new_secret
from site_builder.problems import Problem
from site_builder.progress import cluster as cluster_module
from site_builder.progress import foreman, station
from site_builder.progress.cluster import run_on_cluster
from site_builder.progress.foreman import ClusterGoneError, Foreman, quietly, unencrypted
from site_builder.progress.run import Wish, everybody, run
from site_builder.progress.station import Station
from site_builder.progress.verify import compare
from site_builder.sources.crew import Crew
from tests.progress.clusters import Cluster, certificates, kill, until
from tests.progress.cohort import SIZE, cohort, readable


@pytest.fixture(scope="module")
def wish(tmp_path_factory: pytest.TempPathFactory) -> Wish:
    """What is wanted of the cohort."""
    return cohort(tmp_path_factory.mktemp("cohort"))


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A scheduler with one worker."""
    with Cluster(tmp_path_factory.mktemp("cluster") / "work") as made:
        made.worker()
        yield made


@pytest.fixture
def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits longer than a second."""
    for it in (cluster_module, foreman):
        monkeypatch.setattr(it, "PATIENCE", 1.0)


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {it.relative_to(folder).as_posix(): it.read_bytes() for it in folder.rglob("*") if it.is_file()}


def only(problems: tuple[Problem, ...]) -> Problem:
    """The one problem that there is."""
    assert len(problems) == 1, problems
    assert problems[0].hint
    return problems[0]


def test_readable_pages_are_the_same_as_on_one_machine_byte_by_byte(
    wish: Wish, cluster: Cluster, tmp_path: Path
) -> None:
    here = run(readable(wish, tmp_path / "here"), Crew(1))
    there = run_on_cluster(readable(wish, tmp_path / "there"), cluster.address)
    assert tree(tmp_path / "there") == tree(tmp_path / "here")
    assert replace(there, problems=()) == replace(here, problems=())
    assert sorted(map(repr, there.problems)) == sorted(map(repr, here.problems))
    assert {"comment-names-other", "words-of-nobody"} < {it.code for it in there.problems}


def test_a_worker_that_dies_midway_costs_no_page(wish: Wish, cluster: Cluster, tmp_path: Path) -> None:
    begun = tmp_path / "begun"
    doomed = cluster.stuck_worker(begun)
    seen: list[int] = []

    def progress(label: str, done: int, total: int) -> None:
        if not seen:
            until(begun.exists)
            kill(doomed)
        seen.append(done)

    report = run_on_cluster(wish, cluster.address, progress)
    assert 0 < seen[0] < seen[-1] == report.students == SIZE
    secrets = [*wish.secrets.values(), *wish.group_secrets.values()]
    assert {it.name for it in (wish.out / "p").iterdir()} == {it.page_id for it in secrets}
    verified = compare(wish.out, wish, Crew(1))
    assert (verified.problems, verified.compared) == ((), SIZE)


def test_slow_workers_are_waited_for(cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    with Client(cluster.address) as client:
        slow = client.submit(sleep, 0.3, pure=False)
        monkeypatch.setattr(foreman, "PATIENCE", 0.05)
        assert Foreman(client, cluster.address).finished([slow]) == [slow]


def test_what_fails_twice_is_raised_and_the_earlier_pages_stay(
    wish: Wish, cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    run(readable(wish, out), Crew(1))
    before = tree(out)
    monkeypatch.setattr(Partitions, "of", lambda self, students: b"this is no Parquet file")
    with pytest.raises(duckdb.Error):
        run_on_cluster(readable(wish, out), cluster.address)
    assert tree(out) == before
    assert not list(tmp_path.glob(".out.next"))


def test_workers_with_another_version_are_told_from_ours(
    wish: Wish, cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(station, "make_of", lambda: "another make")
    problem = only(run_on_cluster(readable(wish, tmp_path / "out"), cluster.address).problems)
    assert problem.code == "cluster-differs"
    assert not (tmp_path / "out").exists()


def test_a_worker_keeps_nothing_of_anybody_in_its_log_or_on_its_disk(wish: Wish, cluster: Cluster) -> None:
    assert "Compute Failed" in cluster.log
    left = b"".join(it.read_bytes() for it in cluster.folder.rglob("*") if it.is_file())
    private = {word for it in wish.roster.students.values() for word in (it.id, *it.name.split())}
    assert not [word for word in (*private, "cinnamon", "aloud") if re.search(rf"\b{word}\b".encode(), left)]


@pytest.mark.usefixtures("hurry")
class TestLost:
    """A cluster that nobody can work with."""

    @pytest.fixture
    def brittle(self, tmp_path: Path) -> Iterator[Cluster]:
        """A scheduler that gives a portion up when one worker has died of it."""
        with Cluster(tmp_path / "work", scheduler__allowed_failures="0") as made:
            yield made

    @pytest.mark.parametrize(
        "address", ["tcp://127.0.0.1:9", "127.0.0.1:9", "tls://127.0.0.1:9", "gym", "ht://a:1", ""]
    )
    def test_an_address_where_nobody_answers_is_said(self, address: str, wish: Wish) -> None:
        assert only(run_on_cluster(wish, address).problems).code == "cluster-unreachable"

    def test_a_scheduler_without_workers_is_said(self, wish: Wish, brittle: Cluster) -> None:
        problem = only(run_on_cluster(wish, brittle.address).problems)
        assert problem.code == "cluster-empty"
        assert brittle.address in problem.message

    def test_workers_on_which_the_builder_is_not_installed_are_said(self, wish: Wish, brittle: Cluster) -> None:
        brittle.bare_worker()
        assert only(run_on_cluster(wish, brittle.address).problems).code == "cluster-differs"

    def test_a_portion_of_which_workers_die_is_given_up(self, wish: Wish, brittle: Cluster, tmp_path: Path) -> None:
        doomed, begun = brittle.stuck_worker(tmp_path / "begun"), tmp_path / "begun"
        brittle.worker()

        def progress(label: str, done: int, total: int) -> None:
            until(begun.exists)
            kill(doomed)

        self.lost(readable(wish, tmp_path / "out"), brittle, progress)

    def test_the_last_worker_that_dies_ends_it(self, wish: Wish, tmp_path: Path) -> None:
        with Cluster(tmp_path / "work") as cluster:
            last = cluster.worker()
            self.lost(wish, cluster, lambda *_: kill(last))

    def test_a_scheduler_that_goes_away_is_said(self, wish: Wish, brittle: Cluster) -> None:
        brittle.worker()
        self.lost(wish, brittle, lambda *_: kill(brittle.scheduler))

    def test_a_scheduler_that_is_gone_before_the_first_page_is_said(self, wish: Wish, brittle: Cluster) -> None:
        with quietly(), Client(brittle.address, timeout=1, set_as_default=False) as client:
            kill(brittle.scheduler)
            talking = Foreman(client, brittle.address)
            with pytest.raises(ClusterGoneError) as gone:
                talking.settle(Station(wish.job, everybody(wish.roster), new_secret()))
            with pytest.raises(ClusterGoneError):
                talking.hands()
        assert gone.value.problem.code == "cluster-lost"

    def lost(self, wish: Wish, cluster: Cluster, progress: Callable[[str, int, int], None]) -> None:
        """A run ends with the cluster lost, and with the earlier pages, if any, in their place."""
        before = tree(wish.out)
        assert only(run_on_cluster(wish, cluster.address, progress).problems).code == "cluster-lost"
        assert tree(wish.out) == before


class TestTls:
    """Certificates come from Dask's own settings, and without them evidence is not sent over a network unseen."""

    def test_pages_are_made_over_tls(self, wish: Wish, tmp_path: Path) -> None:
        keys = certificates(tmp_path)
        ours = {"ca-file": keys / "ca-file.pem", "client.cert": keys / "cert.pem", "client.key": keys / "key.pem"}
        with Cluster(tmp_path / "work", tls=keys) as cluster:
            cluster.worker()
            with dask.config.set({f"distributed.comm.tls.{name}": str(file) for name, file in ours.items()}):
                report = run_on_cluster(readable(wish, tmp_path / "out"), cluster.address)
        assert cluster.address.startswith("tls://")
        assert report.students == SIZE

    @pytest.mark.parametrize("address", ["tcp://10.0.0.5:8786", "school.example:8786", "ws://10.0.0.5:1"])
    def test_evidence_that_crosses_a_network_unencrypted_is_never_sent(self, address: str) -> None:
        found = unencrypted(address)
        assert found is not None
        assert (found.code, found.severity) == ("cluster-unencrypted", "error")

    @pytest.mark.parametrize(
        "address", ["tls://10.0.0.5:8786", "wss://a.example:1", "tcp://127.0.0.1:1", "localhost:1"]
    )
    def test_tls_and_this_machine_are_fine(self, address: str) -> None:
        assert unencrypted(address) is None
