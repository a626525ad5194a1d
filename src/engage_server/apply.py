"""The one way into the record: load, judge, write back in sets, raise the bucket counters last (`sync.md` A6)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import groupby, starmap

import orjson
from sqlalchemy import Connection, select

from engage_server import scope
from engage_server.approvals import Approvals, store_outcomes
from engage_server.approvals import asked_for as approvals_of
from engage_server.conflicts import Past, Recorder, heads_asked
from engage_server.database import Database
from engage_server.facts import FACTS, Key
from engage_server.heads import Head, Heads, Revision
from engage_server.judge import Author, Incoming, Judge, Judged
from engage_server.loader import Loader
from engage_server.scope import Reach
from engage_server.tables import sync_bucket, sync_bucket_row, sync_op, sync_revision, sync_row
from engage_wire.clock import Hlc, instant, to_ms
from engage_wire.codec import digest_part
from engage_wire.merge import next_rev
from engage_wire.op import Op, Outcome
from engage_wire.registry import Doc

DIGEST = 1 << 64
HALF = 1 << 63
NO_VALUES = "{}"
NOBODY = (None, None, None, None)


@dataclass(frozen=True, slots=True)
class Sent:
    """Operations as one sender handed them in, new ones only."""

    author: Author
    ops: Sequence[Op]
    incarnation: int
    correction_ms: int
    received: datetime


@dataclass(slots=True)
class Applied:
    """What became of them."""

    outcomes: dict[int, Outcome] = field(default_factory=dict)  # by number
    conflicts: dict[int, str] = field(default_factory=dict)  # by number: the first conflict
    buckets: dict[str, int] = field(default_factory=dict)  # touched buckets and their new heads


@dataclass(frozen=True, slots=True)
class Applier:
    """Applies operations inside a transaction that somebody else opens and commits."""

    database: Database
    agency: str
    epoch: int
    new_id: Callable[[], str]

    def apply(self, connection: Connection, sent: Sent, reach: Reach) -> Applied:
        """Judge and store operations; each number gets exactly one outcome."""
        known = self._known_uids(connection, [op.uid for op in sent.ops])
        fresh, repeated = _apart(sent.ops, known)
        approvals = approvals_of(self.database, connection, self.agency, fresh)
        held = [i.op for found in approvals.values() for i in found]
        heads = Loader(self.database, connection, self.agency).load([*fresh, *held])
        judge = Judge(heads, sent.author, reach, self.agency, self.epoch)
        now = to_ms(sent.received)
        incoming = [_incoming(op, sent.correction_ms, now) for op in fresh]
        for _txn, ops in groupby(incoming, key=lambda i: i.op.txn):
            _judge(judge, list(ops), approvals)
        at = instant(sent.received)
        recorder = Recorder(heads, judge.judged, sent.author, reach, self.epoch, at, self.new_id)
        conflicts = recorder.record(self._past(connection, judge.judged, incoming))
        self._write_rows(connection, heads)
        self._write_history(connection, heads, incoming, judge.judged, sent)
        store_outcomes(connection, self.agency, judge.judged)
        self._derive_scope(connection, judge.judged, sent.received)
        outcomes = {op.seq: judge.judged.outcomes[op.uid][0] for op in fresh}
        outcomes |= dict.fromkeys((op.seq for op in repeated), Outcome.DUPLICATE)
        applied = Applied(outcomes, {op.seq: conflicts[op.uid] for op in fresh if op.uid in conflicts})
        applied.buckets = self._raise_buckets(connection, heads)
        return applied

    def tell(
        self, connection: Connection, entity: str, ids: Iterable[str], patch: Doc, received: datetime
    ) -> None:
        """Write what only the server says of rows, such as that their files are here; laptops pull it as news."""
        heads = Loader(self.database, connection, self.agency).rows(entity, ids)
        for key, head in list(heads.rows.items()):
            before = {name: head.doc.get(name) for name in patch}
            if before == patch:
                continue
            rev = next_rev(head.meta.rev, self.epoch)
            heads.put(key, replace(head, doc=head.doc | patch, meta=replace(head.meta, rev=rev)))
            said, was = orjson.dumps(patch).decode(), orjson.dumps(before).decode()
            heads.revisions.append(Revision(key, rev, self.new_id(), said, was, Outcome.APPLIED.value))
        self._write_rows(connection, heads)
        at = instant(received)
        rows = [
            (self.agency, *r.key, r.rev, r.op_uid, r.patch, r.before, r.outcome, at) for r in heads.revisions
        ]
        self.database.insert(connection, sync_revision, rows)
        self._raise_buckets(connection, heads)

    def _known_uids(self, connection: Connection, uids: Sequence[str]) -> set[str]:
        query = select(sync_op.c.op_uid).where(
            sync_op.c.agency_id == self.agency, self.database.among(sync_op.c.op_uid, uids)
        )
        return set(connection.scalars(query))

    def _past(self, connection: Connection, judged: Judged, incoming: Iterable[Incoming]) -> dict[str, Past]:
        asked = heads_asked(judged.clashes)
        if not asked:
            return {}
        past = {i.op.uid: Past(i.op.actor, i.hlc) for i in incoming if i.op.uid in asked}
        query = select(sync_op.c.op_uid, sync_op.c.actor, sync_op.c.hlc_eff).where(
            sync_op.c.agency_id == self.agency, self.database.among(sync_op.c.op_uid, sorted(asked))
        )
        return past | {uid: Past(actor, hlc) for uid, actor, hlc in connection.execute(query)}

    def _write_rows(self, connection: Connection, heads: Heads) -> None:
        fresh: dict[str, list[tuple[Key, Head]]] = defaultdict(list)
        again: dict[str, list[tuple[Key, Head]]] = defaultdict(list)
        for key, head in heads.rows.items():
            if head.is_dirty:
                (again if head.stored_rev else fresh)[key[0]].append((key, head))
        for rows, write in ((fresh, self.database.insert), (again, self.database.upsert)):
            for entity in sorted(rows):
                facts = FACTS[entity]
                write(
                    connection,
                    facts.table,
                    [facts.row(self.agency, key[1], h.doc) for key, h in rows[entity]],
                )
                write(connection, sync_row, list(starmap(self._sync_row, rows[entity])))

    def _sync_row(self, key: Key, head: Head) -> tuple[object, ...]:
        meta = head.meta
        frev = orjson.dumps(meta.frev).decode()
        gone = int(head.doc.get("deleted_at") is not None)
        own = head.own
        by = (own.device, own.incarnation, own.seq, own.base) if own else NOBODY
        return (self.agency, *key, head.home, meta.rev, frev, gone, meta.locked_rev, *by)

    def _write_history(
        self, connection: Connection, heads: Heads, incoming: Sequence[Incoming], judged: Judged, sent: Sent
    ) -> None:
        at = instant(sent.received)
        revisions = [
            (self.agency, *r.key, r.rev, r.op_uid, r.patch, r.before, r.outcome, at) for r in heads.revisions
        ]
        self.database.insert(connection, sync_revision, revisions)
        ops = [self._op_row(i, judged.outcomes[i.op.uid], sent, at) for i in incoming]
        self.database.insert(connection, sync_op, ops)

    def _op_row(self, i: Incoming, outcome: tuple[Outcome, int], sent: Sent, at: str) -> tuple[object, ...]:
        op = i.op
        old = orjson.dumps(op.old).decode() if op.old else NO_VALUES
        resolves = orjson.dumps(op.resolves).decode() if op.resolves else "[]"
        who = (self.agency, op.uid, sent.author.device_id, sent.incarnation, op.seq, op.hash, op.txn)
        what = (op.entity, op.row_id, op.bucket, op.kind, op.base_rev, op.hlc, i.hlc, op.wall, op.actor)
        rest = (
            op.cmd,
            op.schema,
            i.new,
            old,
            resolves,
            int(op.last_in_txn),
            at,
            outcome[0].value,
            outcome[1],
        )
        return who + what + rest

    def _derive_scope(self, connection: Connection, judged: Judged, now: datetime) -> None:
        if judged.staff_changed:
            scope.refresh(self.database, connection, self.agency, now)
        elif judged.reassigned:
            scope.refresh(self.database, connection, self.agency, now, judged.reassigned)

    def _raise_buckets(self, connection: Connection, heads: Heads) -> dict[str, int]:
        """Give each changed row the next place in its bucket; locks buckets in sorted order, held to the commit."""
        changes: dict[str, list[tuple[Key, Head]]] = defaultdict(list)
        for key, head in heads.changed():
            changes[head.home].append((key, head))
        if not changes:
            return {}
        names = sorted(changes)
        empty = [(self.agency, bucket, 0, 0, 0) for bucket in names]
        self.database.upsert(connection, sync_bucket, empty, keep=True)
        c = sync_bucket.c
        query = select(c.bucket, c.head, c.digest, c.live).where(
            c.agency_id == self.agency, self.database.among(c.bucket, names)
        )
        stands = connection.execute(query.order_by(c.bucket).with_for_update()).all()
        buckets = [
            _raised(self.agency, bucket, head, digest, live, changes[bucket])
            for bucket, head, digest, live in stands
        ]
        self.database.upsert(connection, sync_bucket, buckets)
        self._place_rows(connection, changes, {bucket: head for bucket, head, _digest, _live in stands})
        return {str(row[1]): int(str(row[2])) for row in buckets}

    def _place_rows(
        self, connection: Connection, changes: dict[str, list[tuple[Key, Head]]], heads: dict[str, int]
    ) -> None:
        fresh: list[tuple[object, ...]] = []
        again: list[tuple[object, ...]] = []
        for bucket, rows in changes.items():
            for seq, (key, head) in enumerate(rows, heads[bucket] + 1):
                (again if head.stored_rev else fresh).append((self.agency, bucket, *key, seq, 1, None))
        self.database.insert(connection, sync_bucket_row, fresh)
        self.database.upsert(connection, sync_bucket_row, again)


def _judge(judge: Judge, ops: Sequence[Incoming], approvals: Approvals) -> None:
    judge.transaction(ops)
    for incoming in ops:
        if incoming.op.uid in approvals:
            judge.approve(incoming, approvals[incoming.op.uid])


def _apart(ops: Sequence[Op], known: set[str]) -> tuple[list[Op], list[Op]]:
    fresh: list[Op] = []
    repeated: list[Op] = []
    seen = set(known)
    for op in ops:
        (repeated if op.uid in seen else fresh).append(op)
        seen.add(op.uid)
    return fresh, repeated


def _incoming(op: Op, correction_ms: int, now_ms: int) -> Incoming:
    """Work out an operation's effective time: the writer's, corrected, and never later than its arrival."""
    said = Hlc.parse(op.hlc)
    ms = min(max(said.ms + correction_ms, 0), now_ms)
    hlc = op.hlc if ms == said.ms else Hlc(ms, said.counter).text()
    return Incoming(op, hlc, orjson.dumps(op.new).decode())


def _raised(
    agency: str, bucket: str, head: int, digest: int, live: int, rows: Sequence[tuple[Key, Head]]
) -> tuple[str, str, int, int, int]:
    total = digest % DIGEST
    for (entity, row_id), row in rows:
        total += digest_part(entity, row_id, row.meta.rev)
        if row.stored_rev:
            total -= digest_part(entity, row_id, row.stored_rev)
        else:
            live += 1
    total %= DIGEST
    return agency, bucket, head + len(rows), total - DIGEST if total >= HALF else total, live


def digest_text(stored: int) -> str:
    """Write a stored digest for the wire: 16 hex digits."""
    return f"{stored % DIGEST:016x}"
