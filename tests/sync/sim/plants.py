"""Faults planted into the product from outside, each of which the oracle must find; and how small everything is here."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy import Connection
from tests.sync.sim.scheduler import OFTEN_RESTORED, History

from engage_desktop.store import apply, buckets, drafts, outbox, state
from engage_desktop.sync import engine, pulling
from engage_server import accept, conflicts, judge
from engage_server import apply as server_apply
from engage_server.errors import Refused
from engage_wire import merge
from engage_wire.op import Outcome
from engage_wire.registry import Policy


@contextmanager
def replaced(owner: Any, name: str, value: Any) -> Generator[None]:
    """Let `owner.name` (or an item of a mapping) be another value for a while."""
    is_item = isinstance(owner, dict)
    before = owner[name] if is_item else getattr(owner, name)
    put: Callable[[Any], None] = (
        partial(owner.__setitem__, name) if is_item else partial(setattr, owner, name)
    )
    put(value)
    try:
        yield
    finally:
        put(before)


def drop_acked() -> list[Any]:
    """Forget operations as soon as they are acknowledged."""
    true = outbox.acknowledge

    def wrong(conn: Connection, ack: outbox.Ack, now: datetime) -> bool:
        done = true(conn, ack, now)
        conn.exec_driver_sql("UPDATE sync_outbox SET state = 4 WHERE state = 1")
        return done

    return [replaced(outbox, "acknowledge", wrong)]


def no_uid_dedupe() -> list[Any]:
    """Take an operation that is known already for a new one."""
    true = server_apply.Applier.apply

    def wrong(self: Any, connection: Connection, sent: Any, reach: Any) -> Any:
        known = self._known_uids(connection, [op.uid for op in sent.ops])
        ops = [replace(op, uid=self.new_id()) if op.uid in known else op for op in sent.ops]
        return true(self, connection, replace(sent, ops=ops), reach)

    return [replaced(server_apply.Applier, "apply", wrong)]


def numbers_only() -> list[Any]:
    """Compare numbers and no hashes, on both sides; either side alone would notice."""
    true_ack, owner = outbox.acknowledge, next(k for k in vars(accept).values() if hasattr(k, "_prove_place"))
    true_place = owner._prove_place

    def believe(conn: Connection, ack: outbox.Ack, now: datetime) -> bool:
        mine = min(ack.acked, state.number(conn, state.NEXT_SEQ, 1) - 1)
        hashed = outbox.hash_at(conn, mine) or ""
        return true_ack(conn, replace(ack, acked=mine, answered=mine, hash=hashed), now)

    def let_pass(self: Any, *rest: Any) -> None:
        try:
            true_place(self, *rest)
        except Refused as refused:
            if refused.code != "fork":
                raise

    return [replaced(outbox, "acknowledge", believe), replaced(owner, "_prove_place", let_pass)]


def no_conflict_record() -> list[Any]:
    """Tell nobody of two versions."""
    return [replaced(conflicts.Recorder, "record", lambda *_: {})]


def lww_silent() -> list[Any]:
    """Let the last one to arrive win, without a word."""

    def wrong(judging: Any, case: Any) -> None:
        judging.take(case.group, case.new)
        judging.seen.add(Outcome.APPLIED)

    return [replaced(merge.SETTLE, Policy.LWW, wrong)]


def manual_by_clock() -> list[Any]:
    """Let the clock decide where a person has to."""
    return [replaced(merge.SETTLE, Policy.MANUAL, merge.SETTLE[Policy.LWW])]


def pull_overwrites_dirty() -> list[Any]:
    """Promote without looking at what is unsent."""
    return [replaced(outbox, "pending_in", lambda _conn, _bucket: {})]


def evict_unsent() -> list[Any]:
    """Drop a family that left although something in it is here only."""
    return [replaced(outbox, "blocks_leaving", lambda _conn, _bucket: False)]


def draft_forgets_base() -> list[Any]:
    """Settle a draft over a text its writer never saw."""

    def wrong(conn: Connection, draft: Any, _current: str) -> None:
        drafts._write(conn, draft, draft.text)

    return [replaced(drafts, "_write_as_seen", wrong)]


def epoch_ignored() -> list[Any]:
    """Keep the cursors when the server came back from a backup."""
    return [replaced(buckets, "reset_all", lambda _conn: None), replaced(apply, "_check", lambda *_: None)]


def absent_kept() -> list[Any]:
    """Keep rows that are not in a complete copy."""
    return [replaced(apply, "_absent", lambda *_: []), replaced(apply, "_check", lambda *_: None)]


def own_unproved() -> list[Any]:
    """Tell a laptop that a row is as it wrote it, whatever others wrote into it before."""
    return [replaced(judge.Judge, "_base", lambda _self, op, _head: op.base_rev)]


BETWEEN = frozenset({"ack_before_store", "volatile_stage"})
PLANTS: dict[str, Callable[[], list[Any]]] = {
    plant.__name__: plant
    for plant in (
        drop_acked, no_uid_dedupe, numbers_only, no_conflict_record, lww_silent, manual_by_clock,
        pull_overwrites_dirty, evict_unsent, draft_forgets_base, epoch_ignored, absent_kept,
        own_unproved,
    )
}  # fmt: skip
PLANTS["ack_before_store"] = list
RESTORED = {"numbers_only", "no_uid_dedupe"}  # they show when a laptop comes back from a copy of itself
PLANTS["volatile_stage"] = lambda: [
    replaced(apply, "_check", lambda *_: None)
]  # the check alone would mend it


@contextmanager
def planted(name: str) -> Generator[Callable[[int], History]]:
    """Return the maker of histories, in a world of small batches and, if wanted, with one fault."""
    with ExitStack() as stack:
        for seam in PLANTS[name]() if name else []:
            stack.enter_context(seam)
        stack.enter_context(replaced(pulling, "ROWS_AT_ONCE", 3))
        stack.enter_context(replaced(apply, "CHUNK_ROWS", 4))
        stack.enter_context(replaced(engine, "MAX_OPS", 2))
        yield partial(History, faults=BETWEEN & {name} | ({OFTEN_RESTORED} if name in RESTORED else set()))
