"""The outbox: every captured change, one to one, from this laptop only until the agency keeps it durably.

Sealing gives captured changes their number, their identifier and the hash that binds them to all before. Sealed
operations never change. An acknowledgement counts only when the agency's hash at that number is our own.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, NamedTuple

import orjson
from sqlalchemy import Connection

from engage_desktop.store import state
from engage_desktop.store.shadow import Key, op_of
from engage_wire.clock import Hlc, instant
from engage_wire.codec import CHAIN_START, Json, chain
from engage_wire.op import INSERT, Op, Outcome

NEW, ACKED, MERGED, DURABLE, PRUNED = range(5)
MAX_OPS, MAX_BYTES = 2000, 4 * 1024 * 1024
SEAL_AT_ONCE = MAX_OPS
ANY_HEAD = (1 << 53) - 1
KEPT_AFTER_DURABLE = timedelta(days=14)

# The last op of a transaction is the one whose successor belongs to another; captured ops of one lie together.
LAST = "(SELECT n.txn FROM sync_outbox n WHERE n.oid > o.oid ORDER BY n.oid LIMIT 1) IS NOT o.txn"
SELECT_OPS = (
    "SELECT coalesce(op_uid, '') AS op_uid, txn, entity, row_id, coalesce(bucket, '') AS bucket, kind, base_rev, new, old, "
    "hlc, wall, actor, coalesce(cmd, '') AS cmd, schema, coalesce(seq, 0) AS seq, "
    f"{LAST} AS last, coalesce(g, '') AS g, resolves, oid FROM sync_outbox o"
)


@dataclass(frozen=True, slots=True)
class Batch:
    """Sealed operations ready to be sent, also as written: numbers `first` to `last`, the hashes before and at the end."""

    first: int
    last: int
    previous: str
    hash: str
    ops: tuple[Json, ...]
    lines: tuple[bytes, ...]
    transactions: int


class _Sealed(NamedTuple):
    """One sealed operation as it is sent, whether it ends its transaction, and the chain hash with it."""

    doc: Json
    is_last: bool
    g: str


@dataclass(frozen=True, slots=True)
class Ack:
    """What the agency said about a batch: stored up to `acked`, whose chain hash there is `hash`.

    `outcomes` names, by number, only operations that were not simply applied; it is about those up to `answered`, the
    last of the batch. The agency may know more of us than we have just sent; the rest is sent too and answered then.
    """

    acked: int
    hash: str
    heads: Mapping[str, int]
    outcomes: Mapping[int, str]
    receipt: Json
    answered: int
    durable_seq: int = 0


# sealing and sending


def seal(conn: Connection, at_most: int = SEAL_AT_ONCE, after: int = 0) -> Batch | None:
    """Seal captured changes in the order they were made, and return what is ready to be sent of them.

    Nothing when older ones after that number wait to be sent: then `read_batch` says what comes first.
    """
    waits = f"SELECT 1 FROM sync_outbox WHERE state = {NEW} AND seq > ? LIMIT 1"
    comes_first = conn.exec_driver_sql(waits, (after,)).first() is None
    rows = conn.exec_driver_sql(
        f"{SELECT_OPS} WHERE o.state = {NEW} AND o.seq IS NULL ORDER BY o.oid LIMIT ?", (at_most,)
    ).all()
    if not rows:
        return None
    standing = state.standing(conn)
    tip, sealed = standing.chain_tip, list[_Sealed]()
    for seq, row in enumerate(rows, standing.next_seq):
        doc = _wire_form(row, row.op_uid or uid_of(row.txn, row.oid), seq)
        tip = chain(tip, doc)
        sealed.append(_Sealed(doc, bool(row.last), tip))
    conn.exec_driver_sql(
        "UPDATE sync_outbox SET op_uid = ?, seq = ?, g = ?, new = ? WHERE oid = ?",
        [
            (doc["u"], doc["s"], g, orjson.dumps(doc["f"]).decode(), row.oid)
            for (doc, _, g), row in zip(sealed, rows, strict=True)
        ],
    )
    state.put(conn, state.NEXT_SEQ, standing.next_seq + len(rows))
    state.put(conn, state.CHAIN_TIP, tip)
    return _gathered(sealed, standing.chain_tip, at_most, MAX_BYTES) if comes_first else None


def uid_of(txn: str, oid: int) -> str:
    """Return the identifier of a captured change: always the same one, so that a copy of this laptop sends it too.

    It has the form of a UUIDv7 and the time of its transaction.
    """
    mixed = hashlib.blake2b(f"{txn}|{oid}".encode(), digest_size=10).hexdigest()
    return f"{txn[:12]}7{mixed[:3]}{'89ab'[int(mixed[3], 16) & 3]}{mixed[4:19]}"


def unsealed(conn: Connection) -> bool:
    """Say whether a captured change still waits to be sealed."""
    found = conn.exec_driver_sql(f"SELECT 1 FROM sync_outbox WHERE state = {NEW} AND seq IS NULL LIMIT 1")
    return found.first() is not None


def _wire_form(row: Any, uid: str, seq: int) -> Json:
    op = op_of(row)
    doc = op.document()
    doc["u"], doc["s"] = uid, seq
    if op.kind == INSERT:
        doc["f"] = {name: value for name, value in op.new.items() if value is not None}
    return doc


def move_unsealed(conn: Connection, ms: int) -> None:
    """Move the logical time of captured changes by what a clock turned out to be wrong; sealed ones never change."""
    rows = conn.exec_driver_sql(
        f"SELECT oid, hlc FROM sync_outbox WHERE state = {NEW} AND seq IS NULL AND op_uid IS NULL"
    ).all()
    moved = [(replace(Hlc.parse(hlc), ms=max(Hlc.parse(hlc).ms + ms, 0)).text(), oid) for oid, hlc in rows]
    if moved:
        conn.exec_driver_sql("UPDATE sync_outbox SET hlc = ? WHERE oid = ?", moved)


def latest_unsealed(conn: Connection) -> str:
    """Return the latest logical time of a captured change that is not sealed; empty when there is none."""
    found = conn.exec_driver_sql(f"SELECT max(hlc) FROM sync_outbox WHERE state = {NEW} AND seq IS NULL")
    return str(found.scalar() or "")


def read_batch(
    conn: Connection, max_ops: int = MAX_OPS, max_bytes: int = MAX_BYTES, after: int = 0
) -> Batch | None:
    """Return the next sealed operations to send, those after a number, whole transactions only; None without any."""
    rows = conn.exec_driver_sql(f"{SELECT_OPS} WHERE o.state = {NEW} AND o.seq > ? ORDER BY o.seq", (after,))
    found = (_Sealed(_wire_form(row, row.op_uid, row.seq), bool(row.last), row.g) for row in rows)
    batch = _gathered(found, "", max_ops, max_bytes)
    rows.close()
    return batch and replace(batch, previous=hash_at(conn, batch.first - 1) or "")


def _gathered(sealed: Iterable[_Sealed], previous: str, max_ops: int, max_bytes: int) -> Batch | None:
    """Return as many whole transactions as fit, at least one; None when there is no whole one."""
    ops: list[Json] = []
    lines: list[bytes] = []
    whole, size, transactions, tip = 0, 0, 0, ""
    for doc, is_last, g in sealed:
        ops.append(doc)
        lines.append(orjson.dumps(doc))
        size += len(lines[-1]) + 1
        if not is_last:
            continue
        if whole and (len(ops) > max_ops or size > max_bytes):
            break
        whole, tip = len(ops), g
        transactions += 1
    if not whole:
        return None
    first, last = ops[0]["s"], ops[whole - 1]["s"]
    return Batch(first, last, previous, tip, tuple(ops[:whole]), tuple(lines[:whole]), transactions)


def hash_at(conn: Connection, seq: int) -> str | None:
    """Return our own chain hash at a number; None when we have no such operation."""
    if seq == 0:
        return CHAIN_START
    found = conn.exec_driver_sql("SELECT g FROM sync_outbox WHERE seq = ?", (seq,)).scalar()
    return None if found is None else str(found)


# what the agency answers


def acknowledge(conn: Connection, ack: Ack, now: datetime) -> bool:
    """Note that the agency stores our operations up to `ack.acked`; False when they are not ours: a fork."""
    if hash_at(conn, ack.acked) != ack.hash:
        return False
    _note_arrival(conn, ack, min(ack.acked, ack.answered), instant(now))
    if ack.receipt:
        receipt = orjson.dumps(ack.receipt).decode()
        conn.exec_driver_sql("UPDATE sync_outbox SET receipt = ? WHERE seq = ?", (receipt, ack.acked))
    state.put(conn, state.ACKED_SEQ, max(ack.acked, state.number(conn, state.ACKED_SEQ)))
    state.put(conn, state.ACKED_HASH, ack.hash)
    if ack.durable_seq:
        durable(conn, ack.durable_seq)
    return True


def _note_arrival(conn: Connection, ack: Ack, up_to: int, at: str) -> None:
    """Write down of every operation up to a number what became of it, bucket by bucket: most were simply applied."""
    waiting = f"state = {NEW} AND seq <= ?"
    if said := [(outcome, outcome, seq, up_to) for seq, outcome in ack.outcomes.items()]:
        conn.exec_driver_sql(
            f"UPDATE sync_outbox SET outcome = coalesce(nullif(?, 'duplicate'), outcome, ?) WHERE seq = ? AND {waiting}",
            said,
        )
    named = orjson.dumps(list(ack.outcomes)).decode()
    found = conn.exec_driver_sql(f"SELECT DISTINCT bucket FROM sync_outbox WHERE {waiting}", (up_to,))
    every = [(named, ack.heads.get(bucket, 0), at, bucket, up_to) for bucket in found.scalars()]
    if every:
        conn.exec_driver_sql(
            f"UPDATE sync_outbox SET state = {ACKED}, ack_head = ?2, acked_at = ?3, "
            f"outcome = iif(seq IN (SELECT value FROM json_each(?1)), outcome, '{Outcome.APPLIED}') "
            f"WHERE bucket IS ?4 AND state = {NEW} AND seq <= ?5",
            every,
        )


def send_again_after(conn: Connection, seq: int) -> bool:
    """Queue everything after `seq` again because the agency lost it; False when a link of the chain is missing."""
    conn.exec_driver_sql(
        f"UPDATE sync_outbox SET state = {NEW}, ack_head = NULL WHERE seq > ? AND state < {PRUNED}", (seq,)
    )
    state.put(conn, state.ACKED_SEQ, seq)
    state.put(conn, state.ACKED_HASH, hash_at(conn, seq) or "")
    state.put(conn, state.DURABLE_SEQ, min(seq, state.number(conn, state.DURABLE_SEQ)))
    last = state.number(conn, state.NEXT_SEQ, 1) - 1
    waiting = conn.exec_driver_sql(
        f"SELECT count(*) FROM sync_outbox WHERE seq > ? AND state = {NEW}", (seq,)
    ).scalar_one()
    return bool(waiting == last - seq)


def forget_heads(conn: Connection) -> None:
    """Forget how far buckets had come when something was acknowledged: the agency counts anew from an older copy."""
    conn.exec_driver_sql(f"UPDATE sync_outbox SET ack_head = 0 WHERE state = {ACKED}")


def renumber(conn: Connection, incarnation: int) -> None:
    """Begin a new incarnation: everything not yet durable is sealed anew from 1 and keeps its identifier."""
    conn.exec_driver_sql("UPDATE sync_outbox SET seq = NULL")
    conn.exec_driver_sql(
        f"UPDATE sync_outbox SET state = {NEW}, g = NULL, ack_head = NULL WHERE state IN ({NEW}, {ACKED}, {MERGED})"
    )
    state.put(conn, state.INCARNATION, incarnation)
    state.put(conn, state.NEXT_SEQ, 1)
    state.put(conn, state.CHAIN_TIP, CHAIN_START)
    state.put(conn, state.ACKED_SEQ, 0)
    state.put(conn, state.ACKED_HASH, CHAIN_START)
    state.put(conn, state.DURABLE_SEQ, 0)


def set_outcome(conn: Connection, op_uid: str, outcome: str) -> None:
    """Note what became of an operation later: held ones are let in or not."""
    conn.exec_driver_sql(
        f"UPDATE sync_outbox SET outcome = ? WHERE op_uid = ? AND state >= {ACKED}", (outcome, op_uid)
    )


# what is pending, durable, dropped


def pending_in(conn: Connection, bucket: str) -> dict[Key, list[Op]]:
    """Return the operations of a bucket not yet merged, by record, oldest first."""
    found: dict[Key, list[Op]] = {}
    rows = conn.exec_driver_sql(
        f"{SELECT_OPS} WHERE o.bucket = ? AND o.state < {MERGED} ORDER BY o.oid", (bucket,)
    )
    for row in rows:
        found.setdefault((row.entity, row.row_id), []).append(op_of(row))
    return found


def merge_up_to(conn: Connection, bucket: str, seq: int) -> list[Key]:
    """Mark what the agency had merged when it sent `bucket` up to `seq`; return the records concerned.

    Held operations are not merged: their author goes on seeing them until somebody has decided.
    """
    rows = conn.exec_driver_sql(
        f"UPDATE sync_outbox SET state = {MERGED} WHERE state = {ACKED} AND bucket = ? AND coalesce(ack_head, 0) <= ? "
        f"AND coalesce(outcome, '') <> '{Outcome.HELD}' RETURNING entity, row_id",
        (bucket, seq),
    )
    return list(dict.fromkeys((entity, row_id) for entity, row_id in rows))


def merged_since(conn: Connection, key: Key, head: int) -> list[Op]:
    """Return a record's operations that the agency merged after a bucket stood at `head`, oldest first."""
    rows = conn.exec_driver_sql(
        f"{SELECT_OPS} WHERE o.entity = ? AND o.row_id = ? AND o.state = {MERGED} AND o.ack_head > ? ORDER BY o.oid",
        (*key, head),
    )
    return [op_of(row) for row in rows]


def records_at(conn: Connection, seqs: Iterable[int]) -> dict[int, Key]:
    """Return by number the records that sealed operations are about."""
    rows = conn.exec_driver_sql(
        "SELECT o.seq, o.entity, o.row_id FROM json_each(?) k JOIN sync_outbox o ON o.seq = k.value",
        (orjson.dumps(list(seqs)).decode(),),
    )
    return {seq: (entity, row_id) for seq, entity, row_id in rows}


def acked_buckets(conn: Connection) -> list[str]:
    """Return the buckets in which something is acknowledged and not yet merged."""
    found = conn.exec_driver_sql(
        f"SELECT DISTINCT bucket FROM sync_outbox WHERE state = {ACKED} ORDER BY bucket"
    )
    return [str(bucket) for bucket in found.scalars()]


def release_decided(conn: Connection) -> None:
    """Let go of held operations about which somebody has decided: the conflict made of them is closed."""
    conn.exec_driver_sql(
        "UPDATE sync_outbox SET outcome = 'decided' WHERE outcome = ? AND EXISTS "
        "(SELECT 1 FROM conflict c WHERE c.incoming_op = op_uid AND c.state IN ('resolved', 'reverted', 'closed'))",
        (Outcome.HELD.value,),
    )


def durable(conn: Connection, seq: int) -> None:
    """Note that the agency's backup holds everything up to `seq`."""
    state.put(conn, state.DURABLE_SEQ, max(seq, state.number(conn, state.DURABLE_SEQ)))
    conn.exec_driver_sql(
        f"UPDATE sync_outbox SET state = {DURABLE} WHERE state = {MERGED} AND seq <= ?", (seq,)
    )


def prune(conn: Connection, now: datetime) -> int:
    """Drop the values of durable operations older than two weeks; hashes and receipts stay. Return how many."""
    limit = instant(now - KEPT_AFTER_DURABLE)
    return conn.exec_driver_sql(
        f"UPDATE sync_outbox SET state = {PRUNED}, new = NULL, old = NULL WHERE state = {DURABLE} AND acked_at < ?",
        (limit,),
    ).rowcount


def redact(conn: Connection, key: Key) -> None:
    """Erase the values of what the agency has already stored about a record; numbers and hashes stay."""
    conn.exec_driver_sql(
        f"UPDATE sync_outbox SET state = {PRUNED}, new = NULL, old = NULL WHERE entity = ? AND row_id = ? AND state > {NEW}",
        key,
    )


def parked_inserts(conn: Connection, keys: Iterable[Key]) -> list[Key]:
    """Return those of some records that the agency did not take in: their first write is parked."""
    rows = conn.exec_driver_sql(
        "SELECT DISTINCT o.entity, o.row_id FROM json_each(?) k JOIN sync_outbox o "
        "ON o.entity = k.value ->> 0 AND o.row_id = k.value ->> 1 WHERE o.kind = ? AND o.outcome LIKE 'parked:%'",
        (orjson.dumps(list(keys)).decode(), INSERT),
    )
    return [(entity, row_id) for entity, row_id in rows]


def blocks_leaving(conn: Connection, bucket: str) -> bool:
    """Say whether something of a bucket is here only, or held at the agency for its author to keep seeing."""
    found = conn.exec_driver_sql(
        f"SELECT 1 FROM sync_outbox WHERE bucket = ? AND (state = {NEW} OR (outcome = ? AND state < {MERGED})) LIMIT 1",
        (bucket, Outcome.HELD.value),
    )
    return found.first() is not None
