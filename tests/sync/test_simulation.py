"""Seeded histories of several laptops and a server under an adversary; `make simulate SEEDS=5000` plays more."""

from __future__ import annotations

import pytest
from tests.sync.sim.plants import PLANTS
from tests.sync.simulate import caught_by, play

BLOCK = 25
SLOW = {"absent_kept", "epoch_ignored", "volatile_stage"}  # need rarer histories


@pytest.mark.timeout(600)
@pytest.mark.parametrize("first", range(0, 200, BLOCK))
def test_nothing_is_lost_doubled_overwritten_in_silence_or_seen_by_the_wrong_person(first: int) -> None:
    failures = {report.seed: report.failures for report in play(first, BLOCK) if report.failures}
    assert failures == {}


def test_the_same_seed_gives_the_same_history() -> None:
    first, again = ([report.log_hash for report in play(900, 4)] for _ in range(2))
    assert first == again


@pytest.mark.timeout(600)
@pytest.mark.parametrize("plant", sorted(set(PLANTS) - SLOW))
def test_a_planted_fault_is_found_soon(plant: str) -> None:
    assert caught_by(plant, 60) is not None


@pytest.mark.nightly
@pytest.mark.timeout(1200)
@pytest.mark.parametrize("plant", sorted(SLOW))
def test_every_planted_fault_is_found(plant: str) -> None:
    assert caught_by(plant, 600) is not None
