"""Plays seeded sync histories with the real merge rules, the real client engine and the real server, and judges them.

python -m tests.sync.simulate --seeds 200 [--first 0] [--plant NAME] [--twice] [--stop]
"""

from __future__ import annotations

import argparse
import gc
import sys
import time
from collections import Counter
from collections.abc import Iterator

from tests.sync.sim.plants import PLANTS, planted
from tests.sync.sim.scheduler import Report


def play(first: int, seeds: int, plant: str = "") -> Iterator[Report]:
    """Play histories, one after another."""
    with planted(plant) as history:
        for seed in range(first, first + seeds):
            yield history(seed).run()
            if seed % 100 == 99:
                gc.collect()


def caught_by(plant: str, seeds: int) -> Report | None:
    """Return the first history in which a planted fault shows, or None."""
    return next((report for report in play(0, seeds, plant) if report.failures), None)


def main() -> int:
    """Run from the command line; 1 when a history without a planted fault went wrong."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--seeds", type=int, default=200)
    ask.add_argument("--first", type=int, default=0)
    ask.add_argument("--plant", default="", choices=["", *sorted(PLANTS)])
    ask.add_argument("--twice", action="store_true", help="play each seed twice and compare the logs")
    ask.add_argument("--stop", action="store_true", help="stop at the first failure")
    wanted = ask.parse_args()
    started, total, failing = time.monotonic(), Counter[str](), 0
    for report in play(wanted.first, wanted.seeds, wanted.plant):
        total.update(
            histories=1,
            ops=report.ops,
            conflicts=report.conflicts,
            parked=report.parked,
            destroyed=report.destroyed,
        )
        if wanted.twice and next(play(report.seed, 1, wanted.plant)).log_hash != report.log_hash:
            report.failures.append("NOT THE SAME TWICE")
        if report.failures:
            failing += 1
            print(
                f"seed {report.seed}: {len(report.failures)} failures",
                *report.failures[:6],
                sep="\n    ",
                flush=True,
            )
            if wanted.stop:
                break
        if total["histories"] % 500 == 0 or report.seed == wanted.first + wanted.seeds - 1:
            told = " ".join(f"{name}={count}" for name, count in total.items())
            seconds = time.monotonic() - started
            print(
                f"plant={wanted.plant or '-'} first={wanted.first} {told} failing={failing} seconds={seconds:.0f}",
                flush=True,
            )
    return 1 if failing and not wanted.plant else 0


if __name__ == "__main__":
    sys.exit(main())
