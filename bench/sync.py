"""The synchronisation beside Anki's and PouchDB's: in one run, in turns, on loopback and over a way of 80 ms there and back.

Ours is the real laptop side (vault on disk, engine, TLS) and the real server process, on SQLite and on PostgreSQL. A
push counts until the agency has everything; that the laptop then fetches what became of it is told apart, as the echo.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.support.postgres import binaries, running_cluster

from bench import peers, throughput
from bench.agency import serving
from bench.measure import Row, median
from bench.network import ROOT, Step, Wire
from bench.peers import IDLE, PEERS, PULL, PULL_EDITS, PUSH, PUSH_EDITS, Measured

ROWS, MANY_ROWS, EDITS = 10_000, 100_000, 100
LOOPBACK, FAR = 0.0, 40.0  # one way, in milliseconds
TIMES = {LOOPBACK: 3, FAR: 1}
SHORT_TIMES = {LOOPBACK: 5, FAR: 3}
WAYS = {LOOPBACK: "loopback", FAR: "80 ms"}
WHAT = {
    PUSH: f"push {ROWS:,}",
    PULL: f"pull {ROWS:,}",
    PUSH_EDITS: f"push {EDITS} edits",
    PULL_EDITS: f"pull {EDITS} edits",
    IDLE: "nothing to do",
}
ECHO, ECHO_EDITS, IDLE_AGAIN, BARE = "echo", "echo of edits", "noop again", "bare"
TARGETS = {
    (PUSH, LOOPBACK, "Anki"): "at most 3x",
    (PUSH, FAR, "Anki"): "at most 0.4x",
    (PULL, FAR, "Anki"): "at most 0.1x",
}
SETTINGS = ("shared_buffers=256MB", "max_connections=60")  # everything else as it comes, fsync included
OPS_TARGET, P99_TARGET = 1000.0, 150.0


@dataclass(slots=True)
class Ours:
    """One of our databases and what was measured with it, by way."""

    name: str
    fresh: Callable[[], str | None]  # makes an empty database and returns its URL; None for a file
    measured: dict[float, Measured] = field(default_factory=lambda: {way: Measured() for way in WAYS})
    load: throughput.Throughput | None = None
    first: Step | None = None


def run() -> list[Row]:
    """Measure everything and return the rows; `--full` also fetches 100,000 records for the first time."""
    place = ROOT / ".cache" / "bench"
    place.mkdir(parents=True, exist_ok=True)
    others = os.getloadavg()[0] / (os.cpu_count() or 1)
    with tempfile.TemporaryDirectory(dir=place) as folder, databases(place) as (ours, absent):
        found = {way: peers.installed() for way in WAYS}
        for way, times in TIMES.items():
            for turn in range(times):
                for database in ours:
                    here = Path(folder) / f"{database.name}-{way}-{turn}"
                    database.measured[way].add(steps(here, database.fresh(), way))
                for peer in PEERS:
                    peers.measure(peer, found[way][peer.name], way, ROWS)
                print(f"  {WAYS[way]}, turn {turn + 1} of {times}", flush=True)
        for database in ours:
            here = Path(folder) / f"{database.name}-load"
            database.load = load(here, database.fresh())
            if "--full" in sys.argv:
                database.first = first_sync(here.with_suffix(".full"), database.fresh(), MANY_ROWS)
    quiet = Row(
        "work of others, per core, at the start", others, 1.0, "", "limit", "above it seconds tell little"
    )
    rows = [quiet, *(row for database in ours for row in told(database, found))]
    return rows + [Row("on PostgreSQL", 0.0, 0.0, "", f"skipped, because {absent}")] * bool(absent)


@contextmanager
def databases(place: Path) -> Generator[tuple[list[Ours], str]]:
    """Say which databases our server can be measured on here, and why not on PostgreSQL."""
    sqlite = Ours("SQLite", lambda: None)
    if binaries() is None:
        yield [sqlite], "it is not installed"
        return
    with running_cluster(place, SETTINGS) as cluster:
        yield [sqlite, Ours("PostgreSQL", cluster.database)], ""


def steps(folder: Path, url: str | None, one_way_ms: float) -> dict[str, Step]:
    """Go through the steps with two laptops of one worker that are members already."""
    with serving(folder, url, 2) as (agency, (one, other)), Wire(agency.port, one_way_ms) as wire:
        one.join(wire)
        other.join(wire)
        ids = one.insert(ROWS, random.Random(7))
        pushed, pulled = one.sync(wire), other.sync(wire)
        assert other.count() == ROWS, "not everything arrived"
        found = {PUSH: pushed.push, ECHO: pushed.pull, PULL: pulled.pull}
        edits = []
        for turn in range(SHORT_TIMES[one_way_ms]):
            one.edit(ids[turn * EDITS : (turn + 1) * EDITS])
            sent, fetched = one.sync(wire), other.sync(wire)
            edits.append((sent.push, sent.pull, fetched.pull, other.sync(wire).whole))
        found[IDLE_AGAIN] = other.join(wire).whole
        found[BARE] = Step(other.bare(ROWS, random.Random(8)))
    names = (PUSH_EDITS, ECHO_EDITS, PULL_EDITS, IDLE)
    return found | {
        name: middle(list(them)) for name, them in zip(names, zip(*edits, strict=True), strict=True)
    }


def first_sync(folder: Path, url: str | None, rows: int) -> Step:
    """Fetch everything for the first time on a laptop that has nothing yet."""
    with serving(folder, url, 2) as (agency, (one, other)), Wire(agency.port) as wire:
        one.join(wire)
        one.insert(rows, random.Random(7))
        one.sync(wire)
        step = other.join(wire).whole
        assert other.count() == rows, "not everything arrived"
    return step


def load(folder: Path, url: str | None) -> throughput.Throughput:
    """Let eight laptops push at once."""
    with serving(folder, url, 0) as (agency, _laptops):
        return throughput.measure(agency)


def middle(taken: list[Step]) -> Step:
    """Return the medians of several runs of one step."""
    return Step(
        median([step.seconds for step in taken]),
        int(median([step.up for step in taken])),
        int(median([step.down for step in taken])),
        int(median([step.requests for step in taken])),
    )


# the report


def told(ours: Ours, found: dict[float, dict[str, Measured]]) -> list[Row]:
    """Return the rows of one of our databases."""
    rows = [
        row
        for way in WAYS
        for peer, measured in found[way].items()
        for row in beside(ours, way, peer, measured)
    ]
    return rows + by_limits(ours) + under_load(ours)


def beside(ours: Ours, way: float, peer: str, measured: Measured) -> list[Row]:
    """Return our steps beside a peer's, on one way."""
    if measured.absent:
        return [
            Row(
                f"{ours.name}, {WAYS[way]}, beside {peer}",
                0.0,
                0.0,
                "",
                f"skipped, because {measured.absent}",
            )
        ]
    rows = []
    for name, what in WHAT.items():
        mine, theirs = middle(ours.measured[way].steps[name]), middle(measured.steps[name])
        target = TARGETS.get((name, way, peer), "")
        rows.append(Row(f"{what}, {WAYS[way]}, {ours.name}", mine.seconds, theirs.seconds, "s", peer, target))
        if way == LOOPBACK:
            rows.append(Row(f"{what}, bytes, {ours.name}", mine.kilobytes, theirs.kilobytes, "KB", peer))
    return rows


def by_limits(ours: Ours) -> list[Row]:
    """Return our steps beside the limits we set ourselves."""
    near, far = ({n: middle(s) for n, s in ours.measured[way].steps.items()} for way in WAYS)
    limited = [
        ("push 10,000, bytes", near[PUSH].kilobytes, 1200.0, "KB"),
        ("its echo, bytes", near[ECHO].kilobytes, 0.0, "KB"),
        ("its echo, loopback", near[ECHO].seconds, 0.0, "s"),
        ("pull 10,000, bytes", near[PULL].kilobytes, 1000.0, "KB"),
        ("push 100 edits, 80 ms", far[PUSH_EDITS].seconds, 0.2, "s"),
        ("its echo, 80 ms", far[ECHO_EDITS].seconds, 0.0, "s"),
        ("pull 100 edits, 80 ms", far[PULL_EDITS].seconds, 0.15, "s"),
        ("idle round, requests", near[IDLE].requests, 1.0, ""),
        ("idle round, bytes", near[IDLE].kilobytes, 1.5, "KB"),
        ("idle round, connection made anew, bytes", near[IDLE_AGAIN].kilobytes, 0.0, "KB"),
        ("idle round, connection made anew, 80 ms", far[IDLE_AGAIN].seconds, 0.0, "s"),
    ]
    rows = [
        Row(f"{what}, {ours.name}", mine, limit, unit, "limit" if limit else "no limit set")
        for what, mine, limit, unit in limited
    ]
    what, pulled, bare = f"{WHAT[PULL]}, loopback, {ours.name}", near[PULL].seconds, near[BARE].seconds
    rows.append(Row(what, pulled, bare, "s", "the same rows written at once", "at most 3x"))
    if ours.first is not None:
        what = f"first sync of {MANY_ROWS:,}, {ours.name}"
        rows += [
            Row(f"{what}, loopback", ours.first.seconds, 10.0, "s", "limit"),
            Row(f"{what}, bytes", ours.first.kilobytes, 0.0, "KB", "no limit set"),
        ]
    return rows


def under_load(ours: Ours) -> list[Row]:
    """Return what the server took from eight laptops at once."""
    if ours.load is None:
        return []
    what = f"{throughput.CLIENTS} laptops pushing {throughput.OPS} each, {ours.name}"
    return [
        Row(f"{what}: ops/s", ours.load.ops_a_second, OPS_TARGET, "", "limit", "at least"),
        Row(f"{what}: p50", ours.load.p50_ms, 0.0, "ms", "no limit set"),
        Row(f"{what}: p99", ours.load.p99_ms, P99_TARGET, "ms", "limit", "at most"),
    ]
