"""Workers that share a piece of work and keep what they have read."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from multiprocessing import active_children

import pytest

from site_builder.sources.crew import AT_ONCE, Crew, Memory, hands


def doubled(memory: Memory, portion: list[int]) -> list[int]:
    """Twice each number, times what the workers were told."""
    return [2 * number * memory.get("times", 1) for number in portion]


def kept(memory: Memory, portion: list[int]) -> list[int]:
    """All that this worker was ever given."""
    mine: list[int] = memory.setdefault("mine", [])
    mine += portion
    return list(mine)


def process(memory: Memory, portion: list[int]) -> list[int]:
    """Who does the work."""
    return [os.getpid()]


def fails(memory: Memory, portion: list[int]) -> list[int]:
    """Cannot do it."""
    raise ValueError(f"not {portion[0]}")


class ShyError(Exception):
    """An error that cannot travel: it is made from two values and remembers one."""

    def __init__(self, one: str, other: str) -> None:
        super().__init__(one)


def fails_shyly(memory: Memory, portion: list[int]) -> list[int]:
    """Cannot do it, and cannot say so plainly."""
    raise ShyError("not this", "nor that")


@pytest.fixture(params=[1, 3], ids=["alone", "three workers"])
def crew(request: pytest.FixtureRequest) -> Iterator[Crew]:
    """A crew within this process, and one of several."""
    with Crew(request.param, worth=1) as made:
        yield made


def test_all_of_the_work_is_done(crew: Crew) -> None:
    shares = [list(range(250))[start :: crew.size] for start in range(crew.size)]
    assert sorted(it for portion in crew.each(doubled, shares) for it in portion) == list(range(0, 500, 2))


def test_work_comes_back_in_portions(crew: Crew) -> None:
    shares = [list(range(AT_ONCE + 1)), *([[]] * (crew.size - 1))]
    assert [len(portion) for portion in crew.each(doubled, shares)] == [AT_ONCE, 1]


def test_every_worker_knows_what_the_crew_was_told(crew: Crew) -> None:
    crew.tell(times=10)
    shares = [[1]] * crew.size
    assert list(crew.each(doubled, shares)) == [[20]] * crew.size


def test_each_worker_keeps_its_own_memory(crew: Crew) -> None:
    for number in range(2):
        shares = [[10 * worker + number] for worker in range(crew.size)]
        last = sorted(crew.each(kept, shares))
    assert last == [[10 * worker, 10 * worker + 1] for worker in range(crew.size)]


def test_a_failure_is_raised_where_the_work_was_asked_for(crew: Crew) -> None:
    with pytest.raises(ValueError, match="not 7"):
        list(crew.each(fails, [[7]] + [[]] * (crew.size - 1)))


def test_a_failure_that_cannot_travel_is_told_in_words() -> None:
    with Crew(2, worth=1) as crew, pytest.raises(RuntimeError, match="ShyError: not this"):
        list(crew.each(fails_shyly, [[7], []]))


def test_a_crew_of_one_works_within_this_process() -> None:
    with Crew(0, worth=1) as crew:
        assert crew.size == 1
        assert list(crew.each(process, [[1]])) == [[os.getpid()]]


def test_several_work_in_processes_of_their_own() -> None:
    with Crew(3, worth=1) as crew:
        found = {it for portion in crew.each(process, [[1], [1], [1]]) for it in portion}
    assert len(found) == 3
    assert os.getpid() not in found


def test_workers_leave_when_the_work_is_over() -> None:
    with Crew(2, worth=1) as crew:
        list(crew.each(process, [[1], [1]]))
        assert len(active_children()) >= 2
    deadline = time.monotonic() + 10
    while active_children() and time.monotonic() < deadline:
        time.sleep(0.01)
    assert active_children() == []


def test_little_work_is_not_worth_a_crew() -> None:
    assert hands(0) == hands(AT_ONCE - 1) == 1
    assert 1 <= hands(AT_ONCE) <= 8
