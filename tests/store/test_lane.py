"""One thread writes; what people do goes before what synchronisation does; nothing queued is dropped."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from engage_desktop.errors import Locked
from engage_desktop.store.lane import WriteLane


def gate() -> tuple[threading.Event, Callable[[], None]]:
    event = threading.Event()

    def wait() -> None:
        assert event.wait(10)

    return event, wait


def test_people_go_before_sync_and_each_queue_keeps_its_order() -> None:
    lane, done = WriteLane(), []
    event, wait = gate()
    lane.sync(wait)
    for name in ("s1", "s2"):
        lane.sync(lambda name=name: done.append(name))  # type: ignore[misc]  # the default binds the name early
    for name in ("p1", "p2"):
        lane.people(lambda name=name: done.append(name))  # type: ignore[misc]  # the default binds the name early
    event.set()
    lane.close()
    assert done == ["p1", "p2", "s1", "s2"]


def test_all_jobs_run_on_one_thread_that_is_not_the_callers() -> None:
    lane = WriteLane()
    idents = {lane.people(threading.get_ident).result(10), lane.sync(threading.get_ident).result(10)}
    lane.close()
    assert len(idents) == 1
    assert threading.get_ident() not in idents


def test_a_failure_reaches_whoever_asked_and_the_lane_goes_on() -> None:
    lane = WriteLane()

    def fail() -> None:
        raise ValueError("as expected")

    with pytest.raises(ValueError, match="as expected"):
        lane.people(fail).result(10)
    assert lane.people(lambda: 7).result(10) == 7
    lane.close()


def test_closing_finishes_what_was_queued_and_takes_nothing_more() -> None:
    lane, done = WriteLane(), []
    event, wait = gate()
    lane.people(wait)
    futures = [lane.sync(lambda n=n: done.append(n)) for n in range(20)]  # type: ignore[misc]  # bound early
    event.set()
    lane.close()
    assert done == list(range(20))
    assert all(future.done() for future in futures)
    with pytest.raises(Locked):
        lane.people(lambda: None)


def test_a_cancelled_job_never_runs() -> None:
    lane, done = WriteLane(), []
    event, wait = gate()
    lane.people(wait)
    future = lane.sync(lambda: done.append(1))
    assert future.cancel()
    event.set()
    lane.close()
    assert done == []


def test_closing_twice_or_from_the_lane_itself_does_not_hang() -> None:
    lane = WriteLane()
    lane.people(lane.close).result(10)
    lane.close()
