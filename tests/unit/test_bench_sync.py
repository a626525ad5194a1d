"""What is measured is what it says: everything arrives, and the least a round can cost is one request."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench import sync
from bench.agency import serving
from bench.network import Wire
from bench.peers import IDLE, PULL, PULL_EDITS, PUSH, PUSH_EDITS
from bench.sync import BARE, ECHO, ECHO_EDITS, IDLE_AGAIN, LOOPBACK
from bench.throughput import OPS, measure

from engage_desktop.sync.messages import Kind

pytestmark = pytest.mark.enable_socket


def test_every_step_is_measured_between_two_laptops_and_a_server(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sync, "ROWS", 20)
    monkeypatch.setattr(sync, "EDITS", 2)
    found = sync.steps(tmp_path, None, LOOPBACK)
    bare = found.pop(BARE)
    assert set(found) == {PUSH, ECHO, PULL, PUSH_EDITS, ECHO_EDITS, PULL_EDITS, IDLE, IDLE_AGAIN}
    assert all(step.seconds > 0 and step.requests >= 1 for step in found.values())
    assert bare.seconds > 0
    assert found[PUSH].up > found[PUSH_EDITS].up > 0
    assert found[PULL].down > found[IDLE].down > 0


def test_a_round_tells_its_push_from_its_pull(tmp_path: Path) -> None:
    with serving(tmp_path, None, 1) as (agency, (laptop,)), Wire(agency.port) as wire:
        joined = laptop.join(wire)
        assert (joined.push.requests, joined.pull.requests) == (0, len(joined.kinds))
        idle = laptop.sync(wire)
        assert idle.kinds == (Kind.PULL,)
        assert idle.whole.requests == 1


def test_laptops_that_push_at_once_have_everything_applied(tmp_path: Path) -> None:
    with serving(tmp_path, None, 0) as (agency, _laptops):
        taken = measure(agency, clients=2, seconds=0.5)
    assert taken.ops_a_second >= OPS
    assert 0 < taken.p50_ms <= taken.p99_ms
