"""The buckets this laptop holds: one per family, one for the worker, one for the agency.

A bucket is loading until it is whole, then active. It is suspect while it is fetched anew, and leaving when the
worker no longer has it: read-only, and gone as soon as nothing in it is here only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, NamedTuple

import orjson
from sqlalchemy import Connection

from engage_desktop.store import state
from engage_wire.clock import instant
from engage_wire.registry import Doc

COMPLETE, ASKING, FAULTS = "complete:", "asks:", "faults:"
FAMILY = "f:"
OWN = "own"


class BucketState(StrEnum):
    """How far a bucket is."""

    LOADING = "loading"
    ACTIVE = "active"
    SUSPECT = "suspect"
    LEAVING = "leaving"


@dataclass(frozen=True, slots=True)
class Bucket:
    """One bucket as it is known here; promoted up to `cur`, fetched up to `scur`."""

    name: str
    mode: str
    cur: int
    scur: int
    digest: int
    state: BucketState


@dataclass(frozen=True, slots=True)
class Complete:
    """What the agency said when it had sent a bucket whole: up to where, and what it must add up to."""

    to: int
    digest: str
    live: int


class Staged(NamedTuple):
    """One line of a pull waiting to be promoted: a row, the news that it is gone, or that it is as written here.

    A tuple, because a first fetch makes a hundred thousand of them.
    """

    q: int
    entity: str
    row_id: str
    rev: int
    doc: Doc | None
    why: str | None = None

    @property
    def is_own(self) -> bool:
        """Whether the agency has the row as this laptop wrote it; then no document came."""
        return self.why == OWN

    @property
    def is_gone(self) -> bool:
        """Whether the row is no longer there."""
        return self.doc is None and not self.is_own


@dataclass(frozen=True, slots=True)
class Progress:
    """How much of the first fetch is here: families complete, families in all, rows so far."""

    done: int
    families: int
    rows: int


# reading


def read(conn: Connection, bucket: str) -> Bucket | None:
    """Return one bucket, or None."""
    return next(iter(_read(conn, "WHERE bucket = ?", (bucket,))), None)


def all_of(conn: Connection, *states: BucketState) -> tuple[Bucket, ...]:
    """Return the buckets in some states, or all."""
    if not states:
        return _read(conn, "", ())
    marks = ", ".join("?" for _ in states)
    return _read(conn, f"WHERE state IN ({marks})", tuple(s.value for s in states))


def _read(conn: Connection, where: str, values: tuple[str, ...]) -> tuple[Bucket, ...]:
    rows = conn.exec_driver_sql(
        f"SELECT bucket, mode, cur, scur, digest, state FROM sync_bucket {where} ORDER BY bucket", values
    )
    return tuple(Bucket(b, m or "", c, s, int(d or "0"), BucketState(x)) for b, m, c, s, d, x in rows)


def cursors(conn: Connection) -> dict[str, int]:
    """Return up to where each bucket was fetched: what the next pull begins from."""
    return {b.name: b.scur for b in all_of(conn) if b.scur and b.state is not BucketState.LEAVING}


def order(conn: Connection) -> list[str]:
    """Return the buckets in the order in which they are wanted: agency, worker, families already open, others.

    Nothing while all are here: news is short, and any order will do.
    """
    ranks = {"a": 0, "u": 1, "f": 2}
    wanted = [b for b in all_of(conn) if b.state is not BucketState.LEAVING]
    if all(b.state is BucketState.ACTIVE for b in wanted):
        return []
    wanted.sort(key=lambda b: (ranks.get(b.name[:1], 3), b.state is BucketState.LOADING, b.name))
    return [b.name for b in wanted]


def progress(conn: Connection) -> Progress:
    """Return how far the first fetch is."""
    families = [b for b in all_of(conn) if b.name.startswith(FAMILY)]
    done = sum(b.state is not BucketState.LOADING for b in families)
    rows = conn.exec_driver_sql("SELECT (SELECT count(*) FROM sync_row) + (SELECT count(*) FROM sync_stage)")
    return Progress(done, len(families), int(rows.scalar_one()))


def hidden_families(conn: Connection) -> frozenset[str]:
    """Return the families that are not whole yet and must not be shown."""
    return frozenset(b.name[2:] for b in all_of(conn, BucketState.LOADING) if b.name.startswith(FAMILY))


def read_only_families(conn: Connection) -> frozenset[str]:
    """Return the families that may be read but no longer written here."""
    return frozenset(
        b.name[2:]
        for b in all_of(conn)
        if b.name.startswith(FAMILY) and (b.mode != "rw" or b.state is BucketState.LEAVING)
    )


# staging


def stage(conn: Connection, bucket: str, lines: Sequence[Staged]) -> None:
    """Keep fetched lines of a bucket, so that a broken connection goes on after the last of them."""
    if not lines:
        return
    conn.exec_driver_sql(
        "INSERT INTO sync_stage(bucket, q, entity, row_id, rev, doc, why) VALUES (?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT(bucket, entity, row_id) DO UPDATE SET q = excluded.q, rev = excluded.rev, doc = excluded.doc, why = excluded.why",
        [
            (bucket, line.q, line.entity, line.row_id, line.rev, _written(line.doc), line.why)
            for line in lines
        ],
    )
    conn.exec_driver_sql("UPDATE sync_bucket SET scur = max(scur, ?) WHERE bucket = ?", (lines[-1].q, bucket))


def _written(doc: Doc | None) -> str | None:
    return None if doc is None else orjson.dumps(doc).decode()


def forget(conn: Connection, bucket: str) -> None:
    """Forget that there was such a bucket; its records are somebody else's business."""
    conn.exec_driver_sql("DELETE FROM sync_stage WHERE bucket = ?", (bucket,))
    conn.exec_driver_sql("DELETE FROM sync_bucket WHERE bucket = ?", (bucket,))
    for key in (COMPLETE, ASKING, FAULTS):
        state.drop(conn, key + bucket)


def mark_complete(conn: Connection, bucket: str, complete: Complete) -> None:
    """Note that a bucket was fetched whole, so that it can be promoted, after a crash as well."""
    raw = orjson.dumps([complete.to, complete.digest, complete.live]).decode()
    state.put(conn, COMPLETE + bucket, raw)
    conn.exec_driver_sql("UPDATE sync_bucket SET scur = ? WHERE bucket = ?", (complete.to, bucket))


def unheard(conn: Connection) -> list[Bucket]:
    """Return the buckets of which everything sent is here, but not the line that closes them."""
    complete = state.starting_with(conn, COMPLETE)
    return [b for b in all_of(conn) if b.scur > b.cur and b.name not in complete]


def step_back(conn: Connection) -> None:
    """Ask once more for the last line of buckets whose end was never heard.

    Everything of them may be here already, but a connection that broke before the closing line left that unsaid, and
    a cursor at the bucket's head would get no answer.
    """
    for bucket in unheard(conn):
        conn.exec_driver_sql(
            "UPDATE sync_bucket SET scur = ? WHERE bucket = ?", (bucket.scur - 1, bucket.name)
        )


def complete_buckets(conn: Connection) -> dict[str, Complete]:
    """Return the buckets that are fetched whole and wait to be promoted."""
    asking = state.starting_with(conn, ASKING)
    found = state.starting_with(conn, COMPLETE)
    return {bucket: Complete(*orjson.loads(raw)) for bucket, raw in found.items() if bucket not in asking}


def finish(conn: Connection, bucket: str, to: int, now: datetime) -> None:
    """Note that a bucket is promoted up to `to`."""
    conn.exec_driver_sql(
        "UPDATE sync_bucket SET cur = ?, scur = ?, last_ok = ?, state = CASE state WHEN 'leaving' THEN state ELSE 'active' END "
        "WHERE bucket = ?",
        (to, to, instant(now), bucket),
    )
    state.drop(conn, COMPLETE + bucket)
    state.drop(conn, FAULTS + bucket)
    state.drop(conn, ASKING + bucket)


def reset(conn: Connection, bucket: str) -> None:
    """Fetch a bucket anew from its beginning; what is here stays in view until the new copy is whole."""
    conn.exec_driver_sql("DELETE FROM sync_stage WHERE bucket = ? AND q > 0", (bucket,))
    conn.exec_driver_sql(
        "UPDATE sync_bucket SET cur = 0, scur = 0, state = CASE state WHEN 'active' THEN 'suspect' ELSE state END WHERE bucket = ?",
        (bucket,),
    )
    state.drop(conn, COMPLETE + bucket)
    state.drop(conn, ASKING + bucket)


def reset_all(conn: Connection) -> None:
    """Fetch everything anew: the agency's database, or this one, is an older copy of itself."""
    for bucket in all_of(conn):
        reset(conn, bucket.name)
    state.put(conn, state.SCOPE_VERSION, 0)  # and whom this worker may see


def distrust(conn: Connection, bucket: str) -> int:
    """Fetch a bucket anew because it did not add up; return how often in a row that has happened."""
    conn.exec_driver_sql(
        "UPDATE sync_bucket SET state = 'suspect' WHERE bucket = ? AND state <> 'leaving'", (bucket,)
    )
    reset(conn, bucket)
    times = state.number(conn, FAULTS + bucket) + 1
    state.put(conn, FAULTS + bucket, times)
    return times


def faults(conn: Connection, bucket: str) -> int:
    """Return how often in a row a bucket did not add up."""
    return state.number(conn, FAULTS + bucket)


def ask(conn: Connection, bucket: str, vanishing: int) -> None:
    """Stop promoting a bucket until somebody agrees that `vanishing` of its rows disappear."""
    state.put(conn, ASKING + bucket, vanishing)


def asking(conn: Connection) -> dict[str, int]:
    """Return the buckets that wait for somebody's yes, with the number of rows that would disappear."""
    return {bucket: int(count) for bucket, count in state.starting_with(conn, ASKING).items()}


def agree(conn: Connection, bucket: str) -> None:
    """Let the rows of a bucket disappear, once."""
    state.drop(conn, ASKING + bucket)
    state.put(conn, "agreed:" + bucket, 1)


def agreed(conn: Connection, bucket: str) -> bool:
    """Say whether somebody agreed to the disappearance, and forget it."""
    found = bool(state.get(conn, "agreed:" + bucket))
    state.drop(conn, "agreed:" + bucket)
    return found


# proof


def digests(conn: Connection) -> dict[str, list[Any]]:
    """Return `[cursor, digest, live rows]` of every whole bucket, to be compared with the agency's."""
    found: dict[str, list[Any]] = {}
    for bucket in all_of(conn, BucketState.ACTIVE):
        live = conn.exec_driver_sql(
            "SELECT count(*) FROM sync_row WHERE home = ?", (bucket.name,)
        ).scalar_one()
        found[bucket.name] = [bucket.cur, f"{bucket.digest:016x}", int(live)]
    return found
