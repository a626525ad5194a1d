"""The buckets this laptop holds: one per family, one for the worker, one for the agency.

A bucket is loading until it is whole, then active. It is suspect while it is fetched anew, and leaving when the
worker no longer has it: read-only, and gone as soon as nothing in it is here only.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

import orjson
from sqlalchemy import Connection

from engage_desktop.store import drafts, outbox, state
from engage_desktop.store.outbox import ACKED, MERGED
from engage_wire.clock import instant
from engage_wire.entities import REGISTRY
from engage_wire.registry import Home

COMPLETE, ASKING, FAULTS, UNASKED = "complete:", "asks:", "faults:", "scope_asks"
FEW_FAMILIES, PART_OF_FAMILIES = 2, 0.20
FAMILY = "f:"


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


@dataclass(frozen=True, slots=True)
class Staged:
    """One line of a pull waiting to be promoted: a row, or (`doc` None) the news that it is gone."""

    q: int
    entity: str
    row_id: str
    rev: int
    doc: str | None
    why: str | None = None


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
        [(bucket, line.q, line.entity, line.row_id, line.rev, line.doc, line.why) for line in lines],
    )
    conn.exec_driver_sql("UPDATE sync_bucket SET scur = max(scur, ?) WHERE bucket = ?", (lines[-1].q, bucket))


def mark_complete(conn: Connection, bucket: str, complete: Complete) -> None:
    """Note that a bucket was fetched whole, so that it can be promoted, after a crash as well."""
    raw = orjson.dumps([complete.to, complete.digest, complete.live]).decode()
    state.put(conn, COMPLETE + bucket, raw)
    conn.exec_driver_sql("UPDATE sync_bucket SET scur = ? WHERE bucket = ?", (complete.to, bucket))


def step_back(conn: Connection) -> bool:
    """Ask once more for the last line of buckets whose end was never heard; say whether there are such.

    Everything of them may be here already, but a connection that broke before the closing line left that unsaid, and
    a cursor at the bucket's head would get no answer.
    """
    complete = state.starting_with(conn, COMPLETE)
    unheard = [b for b in all_of(conn) if b.scur > b.cur and b.name not in complete]
    for bucket in unheard:
        conn.exec_driver_sql(
            "UPDATE sync_bucket SET scur = ? WHERE bucket = ?", (bucket.scur - 1, bucket.name)
        )
    return bool(unheard)


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


# scope


@dataclass(frozen=True, slots=True)
class ScopeChange:
    """What changed in whom this worker may see; `asks` when so many families end that somebody must agree."""

    new: tuple[str, ...]
    ending: tuple[str, ...]
    asks: bool


def set_scope(conn: Connection, scope: Iterable[tuple[str, str]]) -> ScopeChange:
    """Take over the buckets the agency names now; the others begin to leave."""
    wanted = dict(scope)
    held = {bucket.name: bucket for bucket in all_of(conn)}
    new = tuple(name for name in wanted if name not in held)
    for name in new:
        conn.exec_driver_sql(
            "INSERT INTO sync_bucket(bucket, mode, cur, scur, digest, state) VALUES (?, ?, 0, 0, '0', ?)",
            (name, wanted[name], _first_state(conn, name)),
        )
    if wanted:
        conn.exec_driver_sql(
            "UPDATE sync_bucket SET mode = ?, state = CASE state WHEN 'leaving' THEN 'suspect' ELSE state END WHERE bucket = ?",
            [(mode, name) for name, mode in wanted.items()],
        )
    returning = [b.name for b in held.values() if b.state is BucketState.LEAVING and b.name in wanted]
    for name in returning:
        reset(conn, name)
    ending = tuple(
        b.name for b in held.values() if b.name not in wanted and b.state is not BucketState.LEAVING
    )
    for name in ending:
        reset(conn, name)
        conn.exec_driver_sql("UPDATE sync_bucket SET state = 'leaving' WHERE bucket = ?", (name,))
    return ScopeChange(new, ending, _ask_for_families(conn, held, ending, wanted))


def _first_state(conn: Connection, bucket: str) -> str:
    """Return the state to begin in: a family made on this laptop is in view already and stays so."""
    if not bucket.startswith(FAMILY):
        return BucketState.LOADING.value
    here = conn.exec_driver_sql("SELECT 1 FROM family WHERE id = ?", (bucket[2:],)).first()
    return (BucketState.LOADING if here is None else BucketState.ACTIVE).value


def _ask_for_families(
    conn: Connection, held: dict[str, Bucket], ending: Sequence[str], wanted: dict[str, str]
) -> bool:
    """More than two families and more than a fifth leaving at once need somebody's yes."""
    waiting = set(waiting_to_leave(conn)) - set(wanted)
    families = [name for name in held if name.startswith(FAMILY)]
    gone = [name for name in ending if name.startswith(FAMILY)]
    if len(gone) > FEW_FAMILIES and len(gone) > PART_OF_FAMILIES * len(families):
        waiting |= set(gone)
    if waiting:
        state.put(conn, UNASKED, orjson.dumps(sorted(waiting)).decode())
    else:
        state.drop(conn, UNASKED)
    return bool(waiting)


def waiting_to_leave(conn: Connection) -> list[str]:
    """Return the families whose leaving needs somebody's yes."""
    found: list[str] = orjson.loads(state.get(conn, UNASKED) or "[]")
    return found


def agree_to_leave(conn: Connection) -> None:
    """Let every family that waits for it leave this laptop."""
    state.drop(conn, UNASKED)


def ready_to_leave(conn: Connection) -> tuple[str, ...]:
    """Return the buckets that can be dropped: nothing in them is here only, held, or being written."""
    waiting = waiting_to_leave(conn)
    return tuple(
        b.name
        for b in all_of(conn, BucketState.LEAVING)
        if b.name not in waiting
        and not outbox.blocks_leaving(conn, b.name)
        and not (b.name.startswith(FAMILY) and _busy(conn, b.name[2:]))
    )


def _busy(conn: Connection, family_id: str) -> bool:
    """Say whether something is being written about a family, or a file of it has not been sent."""
    unsent = conn.exec_driver_sql(
        "SELECT 1 FROM attachment a JOIN sync_blob b ON b.sha256 = a.sha256 WHERE a.family_id = ? AND b.state <> 'stored' LIMIT 1",
        (family_id,),
    )
    return unsent.first() is not None or bool(drafts.list_open(conn, family_id))


def drafts_in_leaving(conn: Connection) -> tuple[drafts.Draft, ...]:
    """Return what was being written in families that are leaving; it has to be settled before they go."""
    leaving = all_of(conn, BucketState.LEAVING)
    return tuple(d for b in leaving if b.name.startswith(FAMILY) for d in drafts.list_open(conn, b.name[2:]))


def evict(conn: Connection, bucket: str) -> None:
    """Erase a bucket from this laptop: its records, and every word of them in the search index."""
    kind, _, owner = bucket.partition(":")
    conn.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    conn.exec_driver_sql(
        "DELETE FROM sync_blob WHERE sha256 IN (SELECT sha256 FROM attachment WHERE family_id = ?) "
        "AND sha256 NOT IN (SELECT sha256 FROM attachment WHERE family_id <> ? AND sha256 IS NOT NULL)",
        (owner, owner),
    )
    _secure_search(conn, on=True)
    for entity in reversed(REGISTRY.entities):
        if entity.home.value != kind:
            continue
        if entity.home is Home.FAMILY:
            key = "id" if entity.name == "family" else "family_id"
            conn.exec_driver_sql(f"DELETE FROM {entity.name} WHERE {key} = ?", (owner,))
        else:
            conn.exec_driver_sql(
                f"DELETE FROM {entity.name} WHERE id IN (SELECT row_id FROM sync_row WHERE entity = ? AND home = ?)",
                (entity.name, bucket),
            )
    _secure_search(conn, on=False)
    conn.exec_driver_sql("INSERT INTO search_index(search_index) VALUES ('optimize')")
    _forget(conn, bucket)


def _forget(conn: Connection, bucket: str) -> None:
    conn.exec_driver_sql(
        "DELETE FROM sync_shadow WHERE (entity, row_id) IN "
        "(SELECT entity, row_id FROM sync_row WHERE home = ? UNION SELECT entity, row_id FROM sync_outbox WHERE bucket = ?)",
        (bucket, bucket),
    )
    conn.exec_driver_sql("DELETE FROM sync_row WHERE home = ?", (bucket,))
    conn.exec_driver_sql("DELETE FROM sync_stage WHERE bucket = ?", (bucket,))
    conn.exec_driver_sql("DELETE FROM sync_bucket WHERE bucket = ?", (bucket,))
    conn.exec_driver_sql(
        f"UPDATE sync_outbox SET state = {MERGED} WHERE bucket = ? AND state = {ACKED}", (bucket,)
    )
    for key in (COMPLETE, ASKING, FAULTS):
        state.drop(conn, key + bucket)


def _secure_search(conn: Connection, *, on: bool) -> None:
    conn.exec_driver_sql(
        "INSERT INTO search_index(search_index, rank) VALUES ('secure-delete', ?)", (1 if on else 0,)
    )


def digests(conn: Connection) -> dict[str, list[Any]]:
    """Return `[cursor, digest, live rows]` of every whole bucket, to be compared with the agency's."""
    found: dict[str, list[Any]] = {}
    for bucket in all_of(conn, BucketState.ACTIVE):
        live = conn.exec_driver_sql(
            "SELECT count(*) FROM sync_row WHERE home = ?", (bucket.name,)
        ).scalar_one()
        found[bucket.name] = [bucket.cur, f"{bucket.digest:016x}", int(live)]
    return found
