"""The outbox: numbered once, never changed, sent whole, kept until it is durable."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from tests.fakes import FrozenClock, SeededBits
from tests.sync.sim.memory import MemoryStore

from engage_desktop.store import outbox, records, standings, state
from engage_desktop.store.outbox import Ack, Batch
from engage_desktop.store.standings import RecordState
from engage_wire.clock import Hlc
from engage_wire.codec import CHAIN_START, chain
from engage_wire.ids import is_id, new_id
from engage_wire.op import read_op

CLOCK, BITS = FrozenClock(), SeededBits()
ME = "a" * 32


@pytest.fixture
def store() -> Iterator[MemoryStore]:
    made = MemoryStore.empty()
    yield made
    made.raw.close()


def add(store: MemoryStore, count: int = 1, name: str = "A") -> None:
    """Write some families in one transaction."""
    with store.people(CLOCK, new_id(CLOCK, BITS), ME, "family.add") as conn:
        for _ in range(count):
            records.insert(conn, "family", new_id(CLOCK, BITS), {"name": name}, by=ME, at=CLOCK.now())


def sealed(store: MemoryStore) -> Batch:
    while store.read(outbox.unsealed):
        store.write(outbox.seal)
    batch = store.read(outbox.read_batch)
    assert batch is not None
    return batch


def acknowledge(store: MemoryStore, batch: Batch, **more: Any) -> bool:
    ack = Ack(batch.last, batch.hash, {}, {}, {"seq": batch.last}, batch.last, **more)
    return store.write(lambda c: outbox.acknowledge(c, ack, CLOCK.now()))


def test_sealed_changes_are_numbered_chained_and_read_back_as_operations(store: MemoryStore) -> None:
    add(store, 3)
    add(store)
    batch = sealed(store)
    assert (batch.first, batch.last, batch.previous, batch.transactions) == (1, 4, CHAIN_START, 2)
    tip = CHAIN_START
    for doc in batch.ops:
        tip = chain(tip, doc)
        op = read_op(doc | {"g": tip})
        assert is_id(op.uid)
        assert None not in op.new.values(), "an insert carries only what was written"
    assert batch.hash == tip
    assert [doc["z"] for doc in batch.ops] == [0, 0, 1, 1]


def test_sealing_in_pieces_gives_the_same_chain(store: MemoryStore) -> None:
    add(store, 5)
    add(store, 5)
    twin = store.copied()
    whole = sealed(store)
    while twin.read(outbox.unsealed):
        twin.write(lambda c: outbox.seal(c, at_most=2))
    assert twin.read(outbox.read_batch) == whole


def test_a_copy_of_this_laptop_gives_the_same_changes_the_same_names(store: MemoryStore) -> None:
    add(store, 3)
    twin = store.copied()
    add(twin)
    first, second = sealed(store), sealed(twin)
    assert [op["u"] for op in first.ops] == [op["u"] for op in second.ops][:3]


def test_a_batch_is_cut_between_transactions_never_inside_one(store: MemoryStore) -> None:
    for count in (3, 3, 3):
        add(store, count)
    sealed(store)
    sizes = [
        len(b.ops) for n in (1, 3, 4, 6, 8, 9) if (b := store.read(partial(outbox.read_batch, max_ops=n)))
    ]
    assert sizes == [3, 3, 3, 6, 6, 9]


def test_a_batch_is_cut_at_a_size(store: MemoryStore) -> None:
    for _ in range(5):
        add(store, name="x" * 1000)
    sealed(store)
    batch = store.read(lambda c: outbox.read_batch(c, max_bytes=3500))
    assert batch is not None
    assert len(batch.ops) == 2


def test_an_acknowledgement_counts_only_with_our_own_hash(store: MemoryStore) -> None:
    add(store, 2)
    batch = sealed(store)
    for wrong in (
        Ack(2, "0" * 32, {}, {}, {}, 2),
        Ack(3, batch.hash, {}, {}, {}, 2),
        Ack(1, batch.hash, {}, {}, {}, 2),
    ):
        assert not store.write(partial(outbox.acknowledge, ack=wrong, now=CLOCK.now()))
    assert store.raw.execute("SELECT DISTINCT state FROM sync_outbox").fetchall() == [(outbox.NEW,)]
    assert acknowledge(store, batch)
    assert store.read(outbox.read_batch) is None


def test_what_the_agency_knows_beyond_a_batch_is_answered_when_it_is_sent(store: MemoryStore) -> None:
    """A laptop that came back from a copy of itself sends again what the agency has; only then it learns what became of it."""
    add(store)
    add(store)
    whole = sealed(store)
    ack = Ack(2, whole.hash, {}, {}, {}, answered=1)
    assert store.write(lambda c: outbox.acknowledge(c, ack, CLOCK.now()))
    rest = store.read(outbox.read_batch)
    assert rest is not None
    assert (rest.first, rest.last) == (2, 2)


def test_an_acknowledgement_twice_is_one(store: MemoryStore) -> None:
    add(store, 2)
    batch = sealed(store)
    assert acknowledge(store, batch)
    before = store.raw.execute("SELECT * FROM sync_outbox").fetchall()
    assert acknowledge(store, batch)
    assert store.raw.execute("SELECT * FROM sync_outbox").fetchall() == before


def test_what_the_agency_lost_is_sent_again_in_the_same_chain(store: MemoryStore) -> None:
    add(store, 2)
    add(store, 2)
    batch = sealed(store)
    acknowledge(store, batch)
    assert store.write(lambda c: outbox.send_again_after(c, 2))
    again = store.read(outbox.read_batch)
    assert again is not None
    tip = chain(chain(CHAIN_START, batch.ops[0]), batch.ops[1])
    assert (again.first, again.previous, again.ops, again.hash) == (3, tip, batch.ops[2:], batch.hash)


def test_a_missing_link_cannot_be_sent_again(store: MemoryStore) -> None:
    add(store, 4)
    acknowledge(store, sealed(store))
    store.write(lambda c: c.exec_driver_sql(f"UPDATE sync_outbox SET state = {outbox.PRUNED} WHERE seq = 3"))
    assert not store.write(lambda c: outbox.send_again_after(c, 2))


def test_a_new_incarnation_counts_from_one_and_keeps_every_name(store: MemoryStore) -> None:
    add(store, 2)
    first = sealed(store)
    acknowledge(store, first)
    add(store)
    store.write(lambda c: outbox.renumber(c, 77))
    batch = sealed(store)
    assert (batch.first, batch.last, batch.previous) == (1, 3, CHAIN_START)
    assert [op["u"] for op in batch.ops[:2]] == [op["u"] for op in first.ops]
    assert store.read(state.standing).incarnation == 77


def test_values_are_dropped_two_weeks_after_they_are_durable_and_receipts_stay(store: MemoryStore) -> None:
    clock = FrozenClock()
    add(store)
    acknowledge(store, sealed(store), durable_seq=1)
    store.write(lambda c: c.exec_driver_sql(f"UPDATE sync_outbox SET state = {outbox.MERGED}"))
    store.write(lambda c: outbox.durable(c, 1))
    clock.advance(days=13)
    assert store.write(lambda c: outbox.prune(c, clock.now())) == 0
    clock.advance(days=2)
    assert store.write(lambda c: outbox.prune(c, clock.now())) == 1
    new, g, receipt = store.raw.execute("SELECT new, g, receipt FROM sync_outbox").fetchone() or ()
    assert (new, bool(g), receipt) == (None, True, '{"seq":1}')


def test_unsealed_changes_move_with_a_corrected_clock_and_sealed_ones_do_not(store: MemoryStore) -> None:
    add(store)
    sealed(store)
    add(store)
    before = [h for (h,) in store.raw.execute("SELECT hlc FROM sync_outbox ORDER BY oid").fetchall()]
    step = int(timedelta(days=3650).total_seconds() * 1000)
    store.write(lambda c: outbox.move_unsealed(c, -step))
    after = [h for (h,) in store.raw.execute("SELECT hlc FROM sync_outbox ORDER BY oid").fetchall()]
    assert after[0] == before[0]
    assert Hlc.parse(after[1]).ms == Hlc.parse(before[1]).ms - step


def test_the_lists_of_the_sync_centre_add_up(store: MemoryStore) -> None:
    add(store, 2)
    batch = sealed(store)
    acknowledge(store, batch)
    add(store, 3)
    counts = store.read(standings.counts)
    assert (counts.here_only, counts.unmerged, counts.with_agency, counts.needs_you) == (3, 2, 0, 0)
    assert len(store.read(lambda c: standings.sent(c, RecordState.HERE_ONLY))) == 3
    newest, *_ = store.read(lambda c: standings.sent(c, RecordState.WITH_AGENCY))
    assert newest.receipt is not None
    assert (newest.receipt.seq, newest.receipt.hash, newest.fields) == (
        2,
        batch.hash,
        ("name", "created_by", "created_at"),
    )


def test_a_parked_change_needs_somebody_until_its_conflict_is_settled(store: MemoryStore) -> None:
    add(store)
    batch = sealed(store)
    ack = Ack(1, batch.hash, {}, {1: "parked:role"}, {}, 1)
    store.write(lambda c: outbox.acknowledge(c, ack, CLOCK.now()))
    row_id = batch.ops[0]["i"]

    def where() -> RecordState:
        return store.read(lambda c: standings.record_states(c, "family", [row_id]))[row_id].state

    assert where() is RecordState.NEEDS_YOU
    conflict = "INSERT INTO conflict(id, family_id, entity, row_id, state, incoming_op) VALUES ('1', ?, 'family', ?, ?, ?)"
    store.write(lambda c: c.exec_driver_sql(conflict, (row_id, row_id, "open", batch.ops[0]["u"])))
    assert where() is RecordState.NEEDS_YOU
    store.write(lambda c: c.exec_driver_sql("UPDATE conflict SET state = 'resolved'"))
    assert where() is RecordState.WITH_AGENCY
