"""Held work, and the supervisor's yes to it: it is applied then, with its own author and time (`sync.md` A6).

The yes is an operation with the command `held.approve` that names conflicts of kind `held` as resolved. What they
held is judged together, as one transaction, in the order in which it was written.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import orjson
from sqlalchemy import Connection, select, update

from engage_server.database import Database
from engage_server.judge import Incoming, Judged
from engage_server.tables import records, sync_op
from engage_wire.ids import is_id
from engage_wire.op import Op, Outcome

APPROVE = "held.approve"
Approvals = Mapping[str, Sequence[Incoming]]  # by the approving operation's uid


def asked_for(database: Database, connection: Connection, agency: str, ops: Sequence[Op]) -> Approvals:
    """Return the held operations that some of `ops` say yes to."""
    conflicts = {
        conflict: op.uid for op in ops if op.cmd == APPROVE for conflict in op.resolves if is_id(conflict)
    }
    if not conflicts:
        return {}
    c = records["conflict"].c
    rows = connection.execute(
        select(c.id, c.incoming_op).where(
            c.agency_id == agency,
            c.kind == "held",
            c.state == "open",
            database.among(c.id, sorted(conflicts)),
        )
    )
    by_held = {str(held): conflicts[conflict] for conflict, held in rows}
    found: dict[str, list[Incoming]] = defaultdict(list)
    for incoming in _stored(database, connection, agency, sorted(by_held)):
        found[by_held[incoming.op.uid]].append(incoming)
    return found


def _stored(database: Database, connection: Connection, agency: str, uids: Sequence[str]) -> list[Incoming]:
    c = sync_op.c
    rows = connection.execute(
        select(sync_op)
        .where(c.agency_id == agency, c.outcome == Outcome.HELD.value, database.among(c.op_uid, uids))
        .order_by(c.received_at, c.device_id, c.incarnation, c.seq)
    )
    return [Incoming(_op(row), str(row["hlc_eff"]), str(row["new"])) for row in map(dict, rows.mappings())]


def _op(row: Mapping[str, object]) -> Op:
    """Read an operation as it was stored."""
    return Op(
        uid=str(row["op_uid"]),
        txn=str(row["txn"]),
        entity=str(row["entity"]),
        row_id=str(row["row_id"]),
        bucket=str(row["bucket"]),
        kind=str(row["kind"]),
        base_rev=int(str(row["base_rev"])),
        new=orjson.loads(str(row["new"])),
        old=orjson.loads(str(row["old"])),
        hlc=str(row["hlc"]),
        wall=str(row["wall"]),
        actor=str(row["actor"]),
        cmd=str(row["cmd"]),
        schema=int(str(row["schema"])),
        seq=int(str(row["seq"])),
        hash=str(row["hash"]),
    )


def store_outcomes(connection: Connection, agency: str, judged: Judged) -> None:
    """Write down what became of released operations."""
    c = sync_op.c
    for incoming in judged.released:
        outcome, rev = judged.outcomes[incoming.op.uid]
        connection.execute(
            update(sync_op)
            .where(c.agency_id == agency, c.op_uid == incoming.op.uid)
            .values(outcome=outcome.value, outcome_rev=rev)
        )
