"""The server's own writes go the same way as everybody's: judged, numbered, counted into buckets."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from sqlalchemy import Connection

from engage_server.apply import Applier, Sent
from engage_server.database import Database
from engage_server.errors import ServerProblem
from engage_server.judge import Author
from engage_server.meta import epoch_of, server_device_of
from engage_server.scope import Reach
from engage_wire.clock import Clock, Hlc, instant, to_ms
from engage_wire.codec import CHAIN_START, chain
from engage_wire.entities import REGISTRY
from engage_wire.ids import RandomBits
from engage_wire.op import INSERT, UPDATE, Op, Outcome
from engage_wire.registry import SCHEMA, Value

CHUNK = 5000
SEES_ALL = (1 << 53) - 1  # the server's own edits are always made from the head
WELCOME = {Outcome.APPLIED, Outcome.NOOP, Outcome.MERGED, Outcome.DUPLICATE}


@dataclass(frozen=True, slots=True)
class Change:
    """One row to be inserted or, with `update`, some of its fields to be changed.

    `actor` and `at` say who wrote it and when, where that is not the caller of `Writer.write`.
    """

    entity: str
    row_id: str
    values: Mapping[str, Value]
    update: bool = False
    actor: str | None = None
    at: datetime | None = None
    family_id: str | None = None  # of an updated row; inserted rows carry it in their values


class Writer:
    """Writes changes under the server's virtual device, a few thousand in each transaction."""

    def __init__(
        self, database: Database, agency: str, clock: Clock, new_id: Callable[[], str], bits: RandomBits
    ) -> None:
        self._database = database
        self._agency = agency
        self._clock = clock
        self._new_id = new_id
        self._bits = bits

    def write(
        self,
        changes: Sequence[Change],
        *,
        cmd: str,
        actor: str | None = None,
        at: datetime | None = None,
        whole: bool = False,
    ) -> None:
        """Write all changes, parents before children; ServerProblem when one breaks a rule.

        Then its chunk is undone, or with `whole` everything.
        """
        at_once = len(changes) if whole else CHUNK
        for start in range(0, len(changes), at_once or CHUNK):
            part = changes[start : start + at_once]
            self._database.run(partial(self._write, changes=part, cmd=cmd, actor=actor, at=at))

    def _write(
        self,
        connection: Connection,
        changes: Sequence[Change],
        cmd: str,
        actor: str | None,
        at: datetime | None,
    ) -> None:
        received = self._clock.now()
        device = server_device_of(connection, self._agency)
        ops = self._ops(changes, cmd, actor or device, at or received)
        author = Author(actor or device, "", device, is_server=True)
        sent = Sent(author, ops, self._bits(62), 0, received)
        applier = Applier(self._database, self._agency, epoch_of(connection, self._agency), self._new_id)
        applied = applier.apply(connection, sent, Reach())
        for op in ops:
            outcome = applied.outcomes[op.seq]
            if outcome not in WELCOME:
                raise ServerProblem(f"{op.entity} {op.row_id}: {outcome}")

    def _ops(self, changes: Sequence[Change], cmd: str, actor: str, at: datetime) -> list[Op]:
        txn, tip, ops = self._new_id(), CHAIN_START, []
        for seq, change in enumerate(changes, 1):
            moment = change.at or at
            op = Op(
                uid=self._new_id(),
                txn=txn,
                entity=change.entity,
                row_id=change.row_id,
                bucket=self._bucket(change),
                kind=UPDATE if change.update else INSERT,
                base_rev=SEES_ALL if change.update else 0,
                new=dict(change.values),
                old={},
                hlc=Hlc(to_ms(moment), seq & 0xFFFF).text(),
                wall=instant(moment),
                actor=change.actor or actor,
                cmd=cmd,
                schema=SCHEMA,
                seq=seq,
                last_in_txn=seq == len(changes),
            )
            tip = chain(tip, op.document())
            ops.append(replace(op, hash=tip))
        return ops

    def _bucket(self, change: Change) -> str:
        doc = dict(change.values)
        if change.family_id is not None:
            doc["family_id"] = change.family_id
        return REGISTRY[change.entity].bucket(change.row_id, doc, self._agency)
