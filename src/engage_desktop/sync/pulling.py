"""Reads a pull as it arrives: lines are staged in pieces, whole buckets are promoted, a cut stream goes on later.

Small buckets that are whole are promoted together: each commit waits for the disk, and a pull may touch many.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from engage_desktop.store import apply, buckets, leaving, outbox, state, sweeping
from engage_desktop.store.apply import DoesNotAddUp, Promotion
from engage_desktop.store.buckets import OWN, Complete, Staged
from engage_desktop.sync.ports import Store
from engage_wire.changed import Changed
from engage_wire.clock import Clock, instant
from engage_wire.codec import Json, Malformed
from engage_wire.registry import SCHEMA, Doc

# Written soon at first, then in ever larger pieces: each commit waits for the disk.
FIRST_ROWS, ROWS_AT_ONCE = 500, 4000
SCOPE_CHANGED = Changed(frozenset({"family", "assignment"}), frozenset())


@dataclass(frozen=True, slots=True)
class _Whole:
    """A bucket that has come whole; `lines` are those of it that are not staged yet."""

    bucket: str
    lines: list[Staged]
    complete: Complete


class PullReader:
    """Takes the lines of one pull; `finished` only when its end line has come and counts right."""

    def __init__(self, store: Store, clock: Clock, touched: Callable[[Changed], None]) -> None:
        self._store = store
        self._clock = clock
        self._touched = touched
        self._waiting: list[Staged] = []
        self._whole: list[_Whole] = []
        self._bucket = ""
        self._at_once = min(FIRST_ROWS, ROWS_AT_ONCE)
        self._lines = 0
        self.finished = False
        self.more = False
        self.ahead = (
            False  # this laptop has seen more of a bucket than the agency has: somebody lost something
        )

    def feed(self, lines: Iterable[Json]) -> None:
        """Take some lines. Raises Malformed when one is not of the described form."""
        for line in lines:
            if self.finished:
                raise Malformed("a line after the end")
            try:
                self._take(line)
            except (KeyError, TypeError, ValueError) as error:
                raise Malformed(f"a pull line lacks {error}") from None

    def _take(self, line: Json) -> None:
        kind = line["t"]
        if kind == "end":
            self._end(line)
            return
        self._lines += 1
        if kind == "row":
            self._add(Staged(line["q"], line["e"], line["i"], line["v"], _doc(line["d"])))
        elif kind == "own":
            self._add_own([(int(q), int(rev), int(seq)) for q, rev, seq in line["r"]])
        elif kind == "del":
            self._add(
                Staged(line["q"], line["e"], line["i"], line["v"], None, str(line.get("why") or "moved"))
            )
        elif kind == "hdr":
            scope = [(str(bucket), str(mode)) for bucket, mode in line["scope"]] if "scope" in line else None
            self._store.write(partial(take_header, header=line, scope=scope, touched=self._touched))
        elif kind == "b":
            self._stage()
            self._bucket = str(line["b"])
            self.ahead |= int(line["from"]) > int(line["head"])
        elif kind == "be":
            self._close(str(line["b"]), Complete(line["to"], str(line.get("digest") or ""), line["live"]))

    def _add(self, staged: Staged) -> None:
        self._waiting.append(staged)
        if len(self._waiting) >= self._at_once:
            self._stage()

    def _add_own(self, places: list[tuple[int, int, int]]) -> None:
        """Add rows that are named by this laptop's operation; one it does not know shows when the bucket is counted."""
        known = self._store.read(partial(outbox.records_at, seqs=[seq for _, _, seq in places]))
        for q, rev, seq in places:
            if seq in known:
                self._add(Staged(q, *known[seq], rev, None, OWN))

    def _stage(self) -> None:
        waiting, self._waiting = self._waiting, []
        if waiting:
            self._store.write(partial(buckets.stage, bucket=self._bucket, lines=waiting))

    def _close(self, bucket: str, complete: Complete) -> None:
        if bucket != self._bucket:
            raise Malformed("a bucket ends that was not begun")
        waiting, self._waiting = self._waiting, []
        self._whole.append(_Whole(bucket, waiting, complete))
        if sum(len(whole.lines) for whole in self._whole) >= self._at_once:
            self._at_once = min(2 * self._at_once, ROWS_AT_ONCE)
            self.settle()

    def settle(self) -> None:
        """Promote every bucket that has come whole, also when nothing more comes."""
        ready, self._whole = self._whole, []
        if not ready:
            return
        try:
            done = self._store.write(partial(_promote_all, ready=ready, now=self._clock.now()))
        except (DoesNotAddUp, IntegrityError):  # which of them it was shows when each goes alone
            done = {}
            for each in ready:
                self._store.write(partial(_stage_rest, whole=each))
        for each in ready:
            promotion = done.get(each.bucket)
            if promotion is not None:
                self._touched(promotion.changed)
            if promotion is None or not (promotion.done or promotion.asks):
                promote(self._store, self._clock, each.bucket, each.complete, self._touched)

    def _end(self, line: Json) -> None:
        if line["lines"] != self._lines + 1:
            raise Malformed("lines are missing")
        self._stage()
        self.settle()
        self.finished, self.more = True, bool(line.get("more"))


def _doc(value: Json) -> Doc:
    if not isinstance(value, dict):
        raise TypeError("a document")
    return value


def _stage_rest(conn: Connection, whole: _Whole) -> None:
    buckets.stage(conn, whole.bucket, whole.lines)
    buckets.mark_complete(conn, whole.bucket, whole.complete)


def _promote_all(conn: Connection, ready: list[_Whole], now: datetime) -> dict[str, Promotion]:
    """Promote the first piece of each whole bucket, all in one transaction."""
    return {
        whole.bucket: apply.promote(conn, whole.bucket, whole.complete, now, whole.lines) for whole in ready
    }


def take_header(
    conn: Connection, header: Json, scope: list[tuple[str, str]] | None, touched: Callable[[Changed], None]
) -> None:
    """Take over what the agency says before the rows: the scope when it is another one, what is durable, the schema."""
    if scope is not None:
        change = leaving.set_scope(conn, scope)
        state.put(conn, state.SCOPE_VERSION, int(header["scope_ver"]))
        if change.new or change.ending:
            touched(SCOPE_CHANGED)
    state.put(conn, state.SCHEMA_SYNCED, SCHEMA)
    if durable := int(header.get("durable_seq") or 0):
        outbox.durable(conn, durable)


def promote(
    store: Store, clock: Clock, bucket: str, complete: Complete, touched: Callable[[Changed], None]
) -> bool:
    """Promote a whole bucket, piece by piece; False when it did not add up or somebody has to agree first."""
    while True:
        try:
            done: Promotion = store.write(
                partial(apply.promote, name=bucket, complete=complete, now=clock.now())
            )
        except (DoesNotAddUp, IntegrityError):
            store.write(partial(buckets.distrust, bucket=bucket))
            return False
        touched(done.changed)
        if done.done or done.asks:
            return done.done


def promote_waiting(store: Store, clock: Clock, touched: Callable[[Changed], None]) -> None:
    """Promote what a crash, or a question that is answered by now, left behind."""
    for bucket, complete in store.read(buckets.complete_buckets).items():
        promote(store, clock, bucket, complete, touched)


def tidy(store: Store, clock: Clock, touched: Callable[[Changed], None]) -> None:
    """After a whole pull: close what is merged, let go of what has left, erase what waited, drop old values."""
    touched(store.write(partial(_settle_round, now=clock.now())))
    for bucket in store.read(leaving.ready_to_leave):
        store.write(partial(_evict, bucket=bucket))
        touched(SCOPE_CHANGED | apply.everything(bucket))
    if store.read(sweeping.erased_words):
        store.write(sweeping.forget_words)


def _settle_round(conn: Connection, now: datetime) -> Changed:
    changed = sweeping.settle_merged(conn) | sweeping.sweep(conn)
    outbox.prune(conn, now)
    state.put(conn, state.LAST_OK, instant(now))
    return changed


def _evict(conn: Connection, bucket: str) -> None:
    if bucket in leaving.ready_to_leave(conn):  # somebody may have written meanwhile
        leaving.evict(conn, bucket)
