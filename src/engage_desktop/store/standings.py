"""Where people's work is: here only, with the agency, or in need of them; for one record, a family, or all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

import orjson
from sqlalchemy import Connection

from engage_desktop.store.outbox import ACKED, MERGED, NEW

# An op needs somebody as long as it is held or parked and the conflict made of it is not settled.
OPEN_CONFLICT = "state IN ('open', 'review') AND deleted_at IS NULL"
UNSETTLED = (
    "(o.outcome = 'held' OR o.outcome LIKE 'parked:%') AND NOT EXISTS "
    "(SELECT 1 FROM conflict c WHERE c.incoming_op = o.op_uid AND c.state IN ('resolved', 'reverted', 'closed'))"
)


class RecordState(StrEnum):
    """Where a record is. `SENDING` is never stored: it is what `HERE_ONLY` shows while a batch is on its way."""

    HERE_ONLY = "here_only"
    SENDING = "sending"
    WITH_AGENCY = "with_agency"
    NEEDS_YOU = "needs_you"


@dataclass(frozen=True, slots=True)
class Receipt:
    """The agency's word that it stores a change: its number, the chain hash there, and when it said so."""

    seq: int
    hash: str
    at: str


@dataclass(frozen=True, slots=True)
class Standing:
    """One record's state, with the newest receipt there is."""

    state: RecordState
    receipt: Receipt | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """How many changes are where, and how many versions or parked changes wait for somebody."""

    here_only: int = 0
    unmerged: int = 0
    with_agency: int = 0
    conflicts: int = 0
    parked: int = 0

    @property
    def needs_you(self) -> int:
        """Return how many things wait for a person."""
        return self.conflicts + self.parked


@dataclass(frozen=True, slots=True)
class Sent:
    """One change as the sync centre lists it; which fields changed, never what they say."""

    oid: int
    entity: str
    row_id: str
    bucket: str
    cmd: str
    wall: str
    fields: tuple[str, ...]
    state: RecordState
    outcome: str
    receipt: Receipt | None


def counts(conn: Connection) -> Counts:
    """Return how many changes are where."""
    new, acked, rest, parked = conn.exec_driver_sql(
        f"SELECT coalesce(sum(o.state = {NEW}), 0), coalesce(sum(o.state = {ACKED}), 0), coalesce(sum(o.state >= {MERGED}), 0), "
        f"coalesce(sum({UNSETTLED} AND NOT EXISTS (SELECT 1 FROM conflict c WHERE c.incoming_op = o.op_uid)), 0) "
        "FROM sync_outbox o"
    ).one()
    conflicts = conn.exec_driver_sql(f"SELECT count(*) FROM conflict WHERE {OPEN_CONFLICT}").scalar_one()
    return Counts(new, acked, rest, conflicts, parked)


def record_states(conn: Connection, entity: str, row_ids: Iterable[str]) -> dict[str, Standing]:
    """Return where each of some records of one entity is."""
    return {row_id: _judged(conn, "o.entity = ? AND o.row_id = ?", (entity, row_id)) for row_id in row_ids}


def family_states(conn: Connection) -> dict[str, RecordState]:
    """Return the state of every family that has unsent changes or something waiting for somebody.

    A family not named is with the agency.
    """
    found = {
        str(bucket)[2:]: RecordState.HERE_ONLY
        for (bucket,) in conn.exec_driver_sql(
            f"SELECT DISTINCT bucket FROM sync_outbox WHERE state = {NEW} AND bucket LIKE 'f:%'"
        )
    }
    waiting = conn.exec_driver_sql(
        f"SELECT family_id FROM conflict WHERE {OPEN_CONFLICT} "
        f"UNION SELECT substr(o.bucket, 3) FROM sync_outbox o WHERE o.bucket LIKE 'f:%' AND {UNSETTLED}"
    )
    return found | {str(family): RecordState.NEEDS_YOU for (family,) in waiting}


def sent(conn: Connection, state: RecordState | None = None, limit: int = 500) -> tuple[Sent, ...]:
    """Return the newest changes, or those of one state, newest first."""
    where = {
        None: "1",
        RecordState.HERE_ONLY: f"o.state = {NEW}",
        RecordState.SENDING: f"o.state = {NEW} AND o.seq IS NOT NULL",
        RecordState.WITH_AGENCY: f"o.state > {NEW} AND NOT ({UNSETTLED})",
        RecordState.NEEDS_YOU: UNSETTLED,
    }[state]
    rows = conn.exec_driver_sql(
        f"SELECT o.oid, o.entity, o.row_id, o.bucket, o.cmd, o.wall, o.new, o.state, o.outcome, o.seq, o.g, o.acked_at, "
        f"({UNSETTLED}) AS waits FROM sync_outbox o WHERE {where} ORDER BY o.oid DESC LIMIT ?",
        (limit,),
    )
    return tuple(
        Sent(
            row.oid,
            row.entity,
            row.row_id,
            row.bucket or "",
            row.cmd or "",
            row.wall,
            tuple(orjson.loads(row.new)) if row.new else (),
            _state_of(here=row.state == NEW, waits=bool(row.waits)),
            row.outcome or "",
            Receipt(row.seq or 0, row.g or "", row.acked_at or "") if row.state > NEW else None,
        )
        for row in rows
    )


def _state_of(*, here: bool, waits: bool) -> RecordState:
    if waits:
        return RecordState.NEEDS_YOU
    return RecordState.HERE_ONLY if here else RecordState.WITH_AGENCY


def _judged(conn: Connection, where: str, key: tuple[str, str]) -> Standing:
    here, waits = conn.exec_driver_sql(
        f"SELECT coalesce(max(o.state = {NEW}), 0), coalesce(max({UNSETTLED}), 0) FROM sync_outbox o WHERE {where}",
        key,
    ).one()
    open_conflict = conn.exec_driver_sql(
        f"SELECT 1 FROM conflict WHERE entity = ? AND row_id = ? AND {OPEN_CONFLICT} LIMIT 1", key
    ).first()
    newest = conn.exec_driver_sql(
        f"SELECT seq, g, acked_at FROM sync_outbox o WHERE {where} AND o.state > {NEW} ORDER BY o.oid DESC LIMIT 1",
        key,
    ).first()
    receipt = None if newest is None else Receipt(newest.seq or 0, newest.g or "", newest.acked_at or "")
    return Standing(_state_of(here=bool(here), waits=bool(waits or open_conflict)), receipt)
