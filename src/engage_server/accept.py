"""Push: the protocol around `apply` (`sync.md` A6). It refuses for protocol reasons only."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, select, update

from engage_server import scope
from engage_server.apply import Applied, Applier, Sent
from engage_server.database import Database
from engage_server.devices import require_active
from engage_server.envelope import Batch, read_batch
from engage_server.errors import Refused
from engage_server.judge import Author
from engage_server.meta import epoch_of
from engage_server.tables import records, sync_batch, sync_bucket, sync_device, sync_device_seq, sync_op
from engage_wire.clock import Clock, instant, to_ms
from engage_wire.codec import CHAIN_START, Json
from engage_wire.op import Op, Outcome

log = logging.getLogger(__name__)
TRUSTED_CLOCK_MS = 120_000


@dataclass(frozen=True, slots=True)
class Standing:
    """How far one incarnation of a device has come."""

    last_seq: int
    last_hash: str
    durable_seq: int


@dataclass(frozen=True, slots=True)
class Accept:
    """Takes pushes: stores every operation, answers what became of each."""

    database: Database
    agency: str
    clock: Clock
    new_id: Callable[[], str]

    def __call__(self, device_id: str, lines: Sequence[Json]) -> list[Json]:
        """Accept a push body, already unpacked, and return the answer's lines; Refused for protocol reasons."""
        with self.database.snapshot() as connection:
            device = require_active(connection, self.agency, device_id)
        batch = read_batch(lines, device.pubkey, device_id)
        received = self.clock.now()
        ack = self.database.run(lambda conn: _Turn(self, conn, batch, received).take())
        return [ack, {"t": "end", "lines": 2}]


class _Turn:
    """One attempt to accept one batch, inside one transaction."""

    def __init__(self, rules: Accept, connection: Connection, batch: Batch, received: datetime) -> None:
        self._database = rules.database
        self._agency = rules.agency
        self._new_id = rules.new_id
        self._connection = connection
        self._batch = batch
        self._received = received
        device = require_active(connection, rules.agency, batch.device_id)
        person = scope.staff(connection, rules.agency, device.user_id)
        assert person is not None  # enrolment knew the user, and rows are never deleted
        self._person = person
        self._epoch = epoch_of(connection, rules.agency)

    def take(self) -> Json:
        """Accept what is new and return the acknowledgement."""
        batch, standing = self._batch, self._standing()
        self._prove_place(standing)
        fresh = batch.ops[max(0, standing.last_seq + 1 - batch.first) :]
        answers = self._earlier_answers(standing)
        if fresh:
            applied = self._apply(fresh)
            self._advance(fresh[0].seq)
            standing = replace(standing, last_seq=batch.last, last_hash=batch.hash)
            answers += [
                _answer(op.seq, applied.outcomes[op.seq], applied.conflicts.get(op.seq)) for op in fresh
            ]
        self._note_contact()
        return self._ack(standing, answers)

    # where the device stands

    def _standing(self) -> Standing:
        batch = self._batch
        fresh = (self._agency, batch.device_id, batch.incarnation, 0, CHAIN_START, 0, instant(self._received))
        self._database.upsert(self._connection, sync_device_seq, [fresh], keep=True)
        c = sync_device_seq.c
        query = select(c.last_seq, c.last_hash, c.durable_seq).where(self._own_sequence())
        standing = Standing(*self._connection.execute(query.with_for_update()).one())
        if standing.last_seq == 0:
            log.info("device %s begins incarnation %d", batch.device_id, batch.incarnation)
        return standing

    def _own_sequence(self) -> ColumnElement[bool]:
        c, batch = sync_device_seq.c, self._batch
        ours = (c.agency_id == self._agency) & (c.device_id == batch.device_id)
        return ours & (c.incarnation == batch.incarnation)

    def _prove_place(self, standing: Standing) -> None:
        batch = self._batch
        facts = {
            "epoch": self._epoch,
            "last_seq": standing.last_seq,
            "last_hash": standing.last_hash,
            "incarnation": batch.incarnation,
        }
        if batch.epoch != self._epoch:
            raise Refused(409, "epoch", **facts)
        if batch.first > standing.last_seq + 1:
            raise Refused(409, "gap", **facts)
        tip_fits = batch.last < standing.last_seq or batch.tip_at(standing.last_seq) == standing.last_hash
        stored = self._stored(standing, sync_op.c.hash)
        if not tip_fits or any(batch.tip_at(seq) != tip for seq, tip in stored):
            raise Refused(409, "fork", **facts)

    def _stored(self, standing: Standing, *columns: ColumnElement[str]) -> list[tuple[int, str]]:
        """Return what is stored of operations that this batch sends again."""
        batch, c = self._batch, sync_op.c
        if batch.first > standing.last_seq:
            return []
        query = select(c.seq, *columns).where(
            c.agency_id == self._agency,
            c.device_id == batch.device_id,
            c.incarnation == batch.incarnation,
            c.seq.between(batch.first, min(batch.last, standing.last_seq)),
        )
        return [(int(seq), str(value)) for seq, value in self._connection.execute(query)]

    # what is new

    def _apply(self, fresh: Sequence[Op]) -> Applied:
        batch, person = self._batch, self._person
        buckets = {op.bucket for op in fresh}
        reach = scope.reach(self._database, self._connection, self._agency, person, buckets, self._received)
        role = person.role if person.active else ""
        author = Author(person.user_id, role, batch.device_id, batch.incarnation)
        sent = Sent(author, fresh, batch.incarnation, _correction(batch, self._received), self._received)
        applier = Applier(self._database, self._agency, self._epoch, self._new_id)
        return applier.apply(self._connection, sent, reach)

    def _advance(self, first: int) -> None:
        batch = self._batch
        proof = (
            batch.epoch,
            batch.last,
            batch.tip_at(first - 1),
            batch.hash,
            batch.sig,
            instant(self._received),
        )
        row = (self._agency, batch.device_id, batch.incarnation, first, *proof)
        self._database.insert(self._connection, sync_batch, [row])
        self._connection.execute(
            update(sync_device_seq)
            .where(self._own_sequence())
            .values(last_seq=batch.last, last_hash=batch.hash)
        )

    def _note_contact(self) -> None:
        batch, c = self._batch, sync_device.c
        self._connection.execute(
            update(sync_device)
            .where(c.agency_id == self._agency, c.device_id == batch.device_id)
            .values(
                last_seen=instant(self._received),
                schema=batch.schema,
                clock_offset_ms=to_ms(self._received) - batch.now_ms,
            )
        )

    # the answer

    def _earlier_answers(self, standing: Standing) -> list[Json]:
        """Return again what was answered to operations that were accepted before."""
        stored = dict(self._stored(standing, sync_op.c.outcome))
        batch = self._batch
        again = [op for op in batch.ops if op.seq <= standing.last_seq]
        shown = [op for op in again if stored.get(op.seq) != Outcome.APPLIED]
        conflicts = self._conflicts_of([op.uid for op in shown])
        return [
            _answer(op.seq, Outcome(stored.get(op.seq, Outcome.DUPLICATE)), conflicts.get(op.uid))
            for op in shown
        ]

    def _conflicts_of(self, uids: Sequence[str]) -> dict[str, str]:
        if not uids:
            return {}
        c = records["conflict"].c
        query = select(c.incoming_op, c.id).where(
            c.agency_id == self._agency, self._database.among(c.incoming_op, uids)
        )
        return {str(uid): str(found) for uid, found in self._connection.execute(query.order_by(c.id.desc()))}

    def _ack(self, standing: Standing, answers: Sequence[Json]) -> Json:
        return {
            "t": "ack",
            "acked": standing.last_seq,
            "hash": standing.last_hash,
            "epoch": self._epoch,
            "heads": self._heads(),
            "durable_seq": standing.durable_seq,
            "now": to_ms(self._received),
            "receipt": {
                "dev": self._batch.device_id,
                "inc": self._batch.incarnation,
                "seq": standing.last_seq,
                "hash": standing.last_hash,
                "at": instant(self._received),
            },
            "results": [answer for answer in answers if answer["outcome"] != Outcome.APPLIED],
        }

    def _heads(self) -> dict[str, int]:
        """Return how far the sender must pull to see what became of its operations."""
        person = self._person
        visible = {b for b, _mode in scope.scope_of(self._connection, self._agency, person, self._received)}
        c = sync_bucket.c
        asked = sorted({op.bucket for op in self._batch.ops} & visible)
        query = select(c.bucket, c.head).where(
            c.agency_id == self._agency, self._database.among(c.bucket, asked)
        )
        return {str(bucket): int(head) for bucket, head in self._connection.execute(query)}


def last_known(connection: Connection, agency: str, device_id: str, incarnation: int) -> tuple[int, str, int]:
    """Return the last number, the last hash and the durable number of one incarnation of a device."""
    c = sync_device_seq.c
    row = connection.execute(
        select(c.last_seq, c.last_hash, c.durable_seq).where(
            c.agency_id == agency, c.device_id == device_id, c.incarnation == incarnation
        )
    ).one_or_none()
    return (row.last_seq, row.last_hash, row.durable_seq) if row else (0, CHAIN_START, 0)


def _answer(seq: int, outcome: Outcome, conflict: str | None) -> Json:
    answer: Json = {"s": seq, "outcome": outcome.value}
    return answer | {"conflict": conflict} if conflict else answer


def _correction(batch: Batch, received: datetime) -> int:
    """Return by how many milliseconds the sender's clock is behind, when that is more than a slow network explains."""
    behind = to_ms(received) - batch.now_ms
    return behind if abs(behind) > TRUSTED_CLOCK_MS else 0
