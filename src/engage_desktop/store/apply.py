"""Promotion: fetched lines of a bucket become records, all at once, with what is unsent here laid over them.

A bucket that does not add up (live rows, digest, references) is rolled back and fetched anew; it never half-counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import orjson
from sqlalchemy import Connection

from engage_desktop.store import buckets, outbox, state
from engage_desktop.store.buckets import Bucket, BucketState, Complete, Staged
from engage_desktop.store.shadow import (
    Key,
    drop_shadow,
    put_shadow,
    read_doc,
    shown,
    write_rows,
)
from engage_wire.changed import Changed
from engage_wire.codec import digest_part
from engage_wire.entities import REGISTRY
from engage_wire.op import INSERT, Op
from engage_wire.registry import Doc

CHUNK_ROWS = 500
DIGEST_SIZE = 1 << 64
GUARD_ROWS, GUARD_PART, GUARD_LEAST = 20, 0.05, 3
LEFT_OVER = 0  # the position of a deletion that waits until nothing here needs the row
ORDER = {entity.name: place for place, entity in enumerate(REGISTRY.entities)}


class DoesNotAddUp(Exception):
    """A promoted bucket differs from what the agency counted; nothing of it may stay."""

    def __init__(self, bucket: str, what: str) -> None:
        super().__init__(f"{bucket}: {what}")
        self.bucket = bucket
        self.what = what


@dataclass(frozen=True, slots=True)
class Promotion:
    """What a promotion did; not `done` when more chunks follow or somebody has to agree to `asks` deletions."""

    done: bool
    changed: Changed = field(default_factory=Changed)
    rows: int = 0
    asks: int = 0


@dataclass(slots=True)
class _Work:
    conn: Connection
    bucket: Bucket
    known: dict[Key, tuple[int, str]]
    pending: dict[Key, list[Op]]
    rebuild: bool
    digest: int
    entities: set[str] = field(default_factory=set)


def promote(
    conn: Connection, name: str, complete: Complete, now: datetime, fresh: Sequence[Staged] | None = None
) -> Promotion:
    """Promote the next piece of a bucket that was fetched whole, in the transaction of `conn`.

    A loading bucket goes in chunks; any other in one piece. `fresh` are the lines that came last: they are staged only
    when they have to wait. Raises `DoesNotAddUp`; a broken reference shows when the transaction commits.
    """
    bucket = buckets.read(conn, name)
    if bucket is None or bucket.state is BucketState.LEAVING:
        return Promotion(done=True)
    conn.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    if bucket.state is not BucketState.LOADING:
        return _promote_whole(conn, bucket, complete, now, fresh)
    if fresh is not None and (bucket.scur > bucket.cur or len(fresh) >= CHUNK_ROWS):
        _keep(conn, bucket.name, complete, fresh)
        fresh = None
    return _promote_chunk(conn, bucket, complete, now, fresh)


def _keep(conn: Connection, bucket: str, complete: Complete, fresh: Sequence[Staged]) -> None:
    buckets.stage(conn, bucket, fresh)
    buckets.mark_complete(conn, bucket, complete)


def _promote_chunk(
    conn: Connection, bucket: Bucket, complete: Complete, now: datetime, fresh: Sequence[Staged] | None
) -> Promotion:
    lines = list(_first_lines(conn, bucket.name, CHUNK_ROWS)) if fresh is None else list(fresh)
    merged = outbox.merge_up_to(conn, bucket.name, complete.to)
    known = _known(conn, [(line.entity, line.row_id) for line in lines])
    pending = outbox.pending_in(conn, bucket.name)
    work = _Work(conn, bucket, known, pending, rebuild=False, digest=bucket.digest)
    _apply(work, lines, deletions=[line for line in lines if line.is_gone])
    _resettle(work, merged)
    if fresh is not None:
        _clear_stage(conn, bucket.name)
    elif lines:
        conn.exec_driver_sql(
            "DELETE FROM sync_stage WHERE bucket = ? AND entity = ? AND row_id = ?",
            [(bucket.name, line.entity, line.row_id) for line in lines],
        )
    _keep_digest(work)
    if fresh is None and len(lines) == CHUNK_ROWS:
        return Promotion(done=False, rows=len(lines))
    _check(work, complete)
    buckets.finish(conn, bucket.name, complete.to, now)
    return Promotion(done=True, changed=everything(bucket.name), rows=len(lines))


def _promote_whole(
    conn: Connection, bucket: Bucket, complete: Complete, now: datetime, fresh: Sequence[Staged] | None
) -> Promotion:
    newest = {(line.entity, line.row_id): line for line in (*_lines(conn, bucket.name), *(fresh or ()))}
    lines = list(newest.values())
    known = _known(conn, [(line.entity, line.row_id) for line in lines])
    rebuild = bucket.cur == 0
    deletions = [line for line in lines if line.is_gone]
    if rebuild:
        known |= _held(conn, bucket.name)
        deletions += _absent(bucket.name, known, lines)
    if asks := _guarded(conn, bucket.name, known, deletions):
        if fresh is not None:
            _keep(conn, bucket.name, complete, fresh)
        buckets.ask(conn, bucket.name, asks)
        return Promotion(done=False, asks=asks)
    merged = outbox.merge_up_to(conn, bucket.name, complete.to)
    start = 0 if rebuild else bucket.digest
    work = _Work(conn, bucket, known, outbox.pending_in(conn, bucket.name), rebuild, start)
    _apply(work, lines, deletions)
    _resettle(work, merged)
    _clear_stage(conn, bucket.name)
    _keep_digest(work)
    _check(work, complete)
    buckets.finish(conn, bucket.name, complete.to, now)
    changed = Changed(frozenset(work.entities), frozenset({bucket.name})) if work.entities else Changed()
    return Promotion(done=True, changed=changed, rows=len(lines))


def _clear_stage(conn: Connection, bucket: str) -> None:
    conn.exec_driver_sql("DELETE FROM sync_stage WHERE bucket = ? AND q > ?", (bucket, LEFT_OVER))


# reading what is there


def _first_lines(conn: Connection, bucket: str, limit: int) -> Iterator[Staged]:
    """Yield the first staged lines, parents before children, so that each chunk stands on its own."""
    left = limit
    for entity in REGISTRY.entities:
        for line in _lines(conn, bucket, "AND entity = ? LIMIT ?", (entity.name, left)):
            left -= 1
            yield line
        if not left:
            return
    known = ", ".join(f"'{entity.name}'" for entity in REGISTRY.entities)
    yield from _lines(conn, bucket, f"AND entity NOT IN ({known}) LIMIT ?", (left,))


def _lines(
    conn: Connection, bucket: str, also: str = "", values: tuple[str | int, ...] = ()
) -> Iterator[Staged]:
    rows = conn.exec_driver_sql(
        f"SELECT q, entity, row_id, rev, doc, why FROM sync_stage WHERE bucket = ? AND q > {LEFT_OVER} {also}",
        (bucket, *values),
    )
    for q, entity, row_id, rev, doc, why in rows.all():
        yield Staged(q, entity, row_id, rev, None if doc is None else read_doc(doc), why)


def _known(conn: Connection, keys: Iterable[Key]) -> dict[Key, tuple[int, str]]:
    """Return revision and home of those of some records that the agency has sent before."""
    rows = conn.exec_driver_sql(
        "SELECT r.entity, r.row_id, r.rev, r.home FROM json_each(?) k "
        "JOIN sync_row r ON r.entity = k.value ->> 0 AND r.row_id = k.value ->> 1",
        (orjson.dumps(list(keys)).decode(),),
    )
    return {(entity, row_id): (rev, home) for entity, row_id, rev, home in rows}


def _held(conn: Connection, bucket: str) -> dict[Key, tuple[int, str]]:
    """Return revision and home of every record that a bucket holds."""
    rows = conn.exec_driver_sql("SELECT entity, row_id, rev, home FROM sync_row WHERE home = ?", (bucket,))
    return {(entity, row_id): (rev, home) for entity, row_id, rev, home in rows}


def _live(conn: Connection, bucket: str) -> int:
    found = conn.exec_driver_sql("SELECT count(*) FROM sync_row WHERE home = ?", (bucket,)).scalar_one()
    return int(found)


def _absent(bucket: str, known: dict[Key, tuple[int, str]], lines: Sequence[Staged]) -> list[Staged]:
    sent = {(line.entity, line.row_id) for line in lines}
    gone = [key for key, (_, home) in known.items() if home == bucket and key not in sent]
    return [Staged(LEFT_OVER, entity, row_id, 0, None, "absent") for entity, row_id in gone]


def _guarded(
    conn: Connection, bucket: str, known: dict[Key, tuple[int, str]], deletions: Sequence[Staged]
) -> int:
    """Return how many rows would vanish if that is too many to happen unasked, else 0."""
    vanishing = sum(known.get((line.entity, line.row_id), (0, ""))[1] == bucket for line in deletions)
    many = vanishing >= GUARD_LEAST and vanishing > GUARD_PART * _live(conn, bucket)
    too_many = vanishing > GUARD_ROWS or many
    return vanishing if too_many and not buckets.agreed(conn, bucket) else 0


# writing


def _apply(work: _Work, lines: Sequence[Staged], deletions: Sequence[Staged]) -> None:
    rows: dict[str, list[Staged]] = {}
    for line in lines:
        if line.doc is not None and not _stale(work, line):
            rows.setdefault(line.entity, []).append(line)
    for entity in sorted(rows, key=lambda name: ORDER.get(name, len(ORDER))):
        _write_entity(work, entity, rows[entity])
    own = [line for line in lines if line.is_own and not _stale(work, line)]
    _confirm(work, own)
    _note_rows(work, [*(line for group in rows.values() for line in group), *own])
    _delete(work, sorted(deletions, key=lambda line: -ORDER.get(line.entity, 0)))


def _stale(work: _Work, line: Staged) -> bool:
    """Say whether a line is older than what is here; only a rebuild may bring a row back to an earlier revision."""
    known = work.known.get((line.entity, line.row_id))
    return not work.rebuild and known is not None and known[0] > line.rev


def _write_entity(work: _Work, name: str, lines: Sequence[Staged]) -> None:
    if name not in ORDER:
        return  # of a later schema: counted, not shown
    entity = REGISTRY[name]
    written: list[tuple[str, Doc]] = []
    for line in lines:
        key, doc = (name, line.row_id), line.doc or {}
        if name == "op_notice":
            outbox.set_outcome(work.conn, str(doc.get("op_uid") or ""), str(doc.get("outcome") or ""))
        if pending := work.pending.get(key):
            put_shadow(work.conn, key, line.rev, doc)
            doc = shown(entity, doc, pending)
        written.append((line.row_id, doc))
    write_rows(work.conn, entity, written)
    _drop_shadows(work, [(name, line.row_id) for line in lines])
    work.entities.add(name)


def _confirm(work: _Work, lines: Sequence[Staged]) -> None:
    """Take what was written here for the agency's version: the values stay, only where they are is another place."""
    keys = [(line.entity, line.row_id) for line in lines]
    shadows = _shadows(work.conn, [key for key in keys if key in work.pending])
    for line, key in zip(lines, keys, strict=True):
        if key in work.pending:  # more was written since
            taken = outbox.merged_since(work.conn, key, work.bucket.cur)
            before = shadows.get(key)
            if before is None and not (taken and taken[0].kind == INSERT):
                raise DoesNotAddUp(work.bucket.name, "an own row without its beginning")
            put_shadow(work.conn, key, line.rev, shown(REGISTRY[key[0]], before or {}, taken))
    _drop_shadows(work, keys)
    work.entities |= {line.entity for line in lines}


def _drop_shadows(work: _Work, keys: Sequence[Key]) -> None:
    clean = [key for key in keys if key not in work.pending]
    if clean:
        work.conn.exec_driver_sql("DELETE FROM sync_shadow WHERE entity = ? AND row_id = ?", clean)


def _note_rows(work: _Work, lines: Sequence[Staged]) -> None:
    for line in lines:
        key = (line.entity, line.row_id)
        if key in work.known:
            _uncount(work, key)
        work.digest = (work.digest + digest_part(*key, line.rev)) % DIGEST_SIZE
        work.known[key] = (line.rev, work.bucket.name)
    if lines:
        work.conn.exec_driver_sql(
            "INSERT INTO sync_row(entity, row_id, rev, home) VALUES (?, ?, ?, ?) "
            "ON CONFLICT(entity, row_id) DO UPDATE SET rev = excluded.rev, home = excluded.home",
            [(line.entity, line.row_id, line.rev, work.bucket.name) for line in lines],
        )


def _uncount(work: _Work, key: Key) -> None:
    """Take a row's former revision out of the digest of the bucket that held it."""
    rev, home = work.known.get(key, (0, ""))
    if not home:
        return
    if home != work.bucket.name:
        _subtract(work.conn, home, digest_part(*key, rev))
    elif not work.rebuild:
        work.digest = (work.digest - digest_part(*key, rev)) % DIGEST_SIZE


def _subtract(conn: Connection, bucket: str, part: int) -> None:
    other = buckets.read(conn, bucket)
    if other is not None:
        digest = (other.digest - part) % DIGEST_SIZE
        conn.exec_driver_sql("UPDATE sync_bucket SET digest = ? WHERE bucket = ?", (str(digest), bucket))


def _delete(work: _Work, lines: Sequence[Staged]) -> None:
    """Remove rows the agency no longer has here; while anything in the bucket is unsent they only leave the count."""
    waits = bool(work.pending) or buckets.faults(work.conn, work.bucket.name) > 0
    for line in lines:
        key = (line.entity, line.row_id)
        if line.why == "expunged":
            outbox.redact(work.conn, key)
            state.put(work.conn, state.ERASED, 1)
        if work.known.get(key, (0, ""))[1] != work.bucket.name:
            continue
        _uncount(work, key)
        work.entities.add(line.entity)
        work.conn.exec_driver_sql("DELETE FROM sync_row WHERE entity = ? AND row_id = ?", key)
        if waits:
            leave_over(work.conn, work.bucket.name, line)
        else:
            erase(work.conn, key)


def leave_over(conn: Connection, bucket: str, line: Staged) -> None:
    """Note that a row is to be erased once nothing here needs it any more."""
    conn.exec_driver_sql(
        "INSERT INTO sync_stage(bucket, q, entity, row_id, rev, why) VALUES (?, ?, ?, ?, 0, ?) "
        "ON CONFLICT(bucket, entity, row_id) DO UPDATE SET q = excluded.q, doc = NULL, why = excluded.why",
        (bucket, LEFT_OVER, line.entity, line.row_id, line.why),
    )


def erase(conn: Connection, key: Key) -> None:
    """Erase a record and what is remembered of the agency's version of it."""
    entity, row_id = key
    drop_shadow(conn, key)
    if entity in ORDER:
        conn.exec_driver_sql(f"DELETE FROM {REGISTRY[entity].name} WHERE id = ?", (row_id,))


def _resettle(work: _Work, merged: Sequence[Key]) -> None:
    """Show the agency's version again of records whose changes it took in without sending the record anew."""
    if not merged:
        return
    here = _known(work.conn, merged)
    for entity, row_id in outbox.parked_inserts(work.conn, [key for key in merged if key not in here]):
        leave_over(work.conn, work.bucket.name, Staged(LEFT_OVER, entity, row_id, 0, None, "parked"))
    shadows = _shadows(work.conn, [key for key in merged if key in here and key[0] in ORDER])
    for name in sorted({key[0] for key in shadows}, key=ORDER.__getitem__):
        docs = [
            (key[1], shown(REGISTRY[name], doc, work.pending.get(key, [])))
            for key, doc in shadows.items()
            if key[0] == name
        ]
        write_rows(work.conn, REGISTRY[name], docs)
        work.entities.add(name)
    _drop_shadows(work, list(shadows))


def _shadows(conn: Connection, keys: Sequence[Key]) -> dict[Key, Doc]:
    """Return the agency's version of those of some records that have one apart from what is shown."""
    rows = conn.exec_driver_sql(
        "SELECT s.entity, s.row_id, s.doc FROM json_each(?) k "
        "JOIN sync_shadow s ON s.entity = k.value ->> 0 AND s.row_id = k.value ->> 1",
        (orjson.dumps(list(keys)).decode(),),
    )
    return {(entity, row_id): read_doc(doc) for entity, row_id, doc in rows}


def _keep_digest(work: _Work) -> None:
    work.conn.exec_driver_sql(
        "UPDATE sync_bucket SET digest = ? WHERE bucket = ?", (str(work.digest), work.bucket.name)
    )


def _check(work: _Work, complete: Complete) -> None:
    live = _live(work.conn, work.bucket.name)
    if live != complete.live:
        raise DoesNotAddUp(work.bucket.name, f"{live} rows, {complete.live} counted")
    if complete.digest and f"{work.digest:016x}" != complete.digest:
        raise DoesNotAddUp(work.bucket.name, "another digest")


def everything(bucket: str) -> Changed:
    """Return the change of every entity a bucket can hold."""
    kind = bucket[:1]
    return Changed(frozenset(e.name for e in REGISTRY.entities if e.home.value == kind), frozenset({bucket}))


def resettle(conn: Connection, bucket: Bucket, merged: Sequence[Key]) -> Changed:
    """Show the agency's version of records again, after their changes were closed without a fetch."""
    work = _Work(conn, bucket, {}, outbox.pending_in(conn, bucket.name), rebuild=False, digest=0)
    _resettle(work, merged)
    return Changed(frozenset(entity for entity, _ in merged), frozenset({bucket.name}))
