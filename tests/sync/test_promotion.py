"""How fetched lines become records: whole or not at all, never over unsent work, never gone unasked."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import starmap
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError
from tests.fakes import FrozenClock
from tests.sync.sim.memory import MemoryStore
from tests.sync.sim.plants import replaced

from engage_desktop.store import apply, buckets, drafts, leaving, outbox, records, sweeping
from engage_desktop.store.apply import DoesNotAddUp, Promotion
from engage_desktop.store.buckets import BucketState, Complete, Staged
from engage_wire.codec import digest_part
from engage_wire.ids import new_id

CLOCK = FrozenClock()
ME, FAMILY, OTHER = "a" * 32, "f" * 32, "e" * 32
BUCKET = f"f:{FAMILY}"
Row = tuple[str, str, dict[str, Any]]


@pytest.fixture
def store() -> Iterator[MemoryStore]:
    made = MemoryStore.empty()
    made.write(lambda c: leaving.set_scope(c, [(BUCKET, "rw")]))
    yield made
    made.raw.close()


def task(number: int, title: str = "Call") -> Row:
    return "task", f"{number:032x}", {"family_id": FAMILY, "title": title}


def family(name: str = "A") -> Row:
    return "family", FAMILY, {"name": name}


def fetched(
    store: MemoryStore, rows: list[Row], *, to: int, rev: int = 5, gone: list[Row] | None = None, **wrong: Any
) -> Complete:
    """Stage what a pull brought; `rows` are all rows of the bucket that are new or changed."""
    lines = [Staged(to, e, i, rev, dict(d)) for e, i, d in rows]
    lines += [Staged(to, e, i, rev, None, "expunged") for e, i, _ in gone or []]
    known = store.raw.execute("SELECT entity, row_id, rev FROM sync_row WHERE home = ?", (BUCKET,)).fetchall()
    held = {(e, i): r for e, i, r in known}
    if store.read(lambda c: buckets.read(c, BUCKET)).cur == 0:  # type: ignore[union-attr]  # every test has the bucket
        held = {}
    held |= {(e, i): rev for e, i, _ in rows}
    for e, i, _ in gone or []:
        held.pop((e, i), None)
    digest = sum(digest_part(e, i, r) for (e, i), r in held.items()) % (1 << 64)
    complete = Complete(to, wrong.get("digest", f"{digest:016x}"), wrong.get("live", len(held)))
    store.write(partial(buckets.stage, bucket=BUCKET, lines=lines))
    store.write(partial(buckets.mark_complete, bucket=BUCKET, complete=complete))
    return complete


def promoted(store: MemoryStore, complete: Complete) -> list[Promotion]:
    """Promote to the end."""
    done: list[Promotion] = []
    while not done or not (done[-1].done or done[-1].asks):
        done.append(store.write(partial(apply.promote, name=BUCKET, complete=complete, now=CLOCK.now())))
    return done


def bring(
    store: MemoryStore, rows: list[Row], *, to: int, rev: int = 5, gone: list[Row] | None = None
) -> list[Promotion]:
    return promoted(store, fetched(store, rows, to=to, rev=rev, gone=gone))


def bucket(store: MemoryStore) -> buckets.Bucket:
    found = store.read(lambda c: buckets.read(c, BUCKET))
    assert found is not None
    return found


def titles(store: MemoryStore) -> list[str]:
    return [row[0] for row in store.raw.execute("SELECT title FROM task ORDER BY id").fetchall()]


def write(store: MemoryStore, entity: str, row_id: str, **values: Any) -> None:
    with store.people(CLOCK, new_id(CLOCK), ME, "test") as conn:
        records.update(conn, entity, row_id, values)


def acked(store: MemoryStore, outcome: str = "applied", head: int = 99) -> None:
    """Let the agency acknowledge everything."""

    def job(conn: Any) -> None:
        while outbox.unsealed(conn):
            outbox.seal(conn)
        batch = outbox.read_batch(conn)
        assert batch is not None
        outcomes = dict.fromkeys(range(batch.first, batch.last + 1), outcome)
        assert outbox.acknowledge(
            conn, outbox.Ack(batch.last, batch.hash, {BUCKET: head}, outcomes, {}, batch.last), CLOCK.now()
        )

    store.write(job)


def test_a_family_appears_only_when_all_of_it_is_here(store: MemoryStore) -> None:
    with replaced(apply, "CHUNK_ROWS", 4):
        complete = fetched(store, [family(), *(task(n) for n in range(9))], to=10)
        seen = []
        while bucket(store).state is BucketState.LOADING:
            seen.append(FAMILY in store.read(buckets.hidden_families))
            promoted(store, complete) if len(seen) > 2 else store.write(
                partial(apply.promote, name=BUCKET, complete=complete, now=CLOCK.now())
            )
    assert seen == [True, True, True]
    assert store.read(buckets.hidden_families) == frozenset()
    assert len(titles(store)) == 9


def test_a_large_bucket_never_holds_the_writer_for_more_than_a_chunk(store: MemoryStore) -> None:
    done = bring(store, [family(), *(task(n) for n in range(1800))], to=9)
    assert [p.rows for p in done] == [500, 500, 500, 301]


def test_what_a_crash_left_between_two_chunks_is_finished(store: MemoryStore) -> None:
    with replaced(apply, "CHUNK_ROWS", 4):
        complete = fetched(store, [family(), *(task(n) for n in range(9))], to=10)
        store.write(partial(apply.promote, name=BUCKET, complete=complete, now=CLOCK.now()))
        assert store.read(buckets.complete_buckets) == {BUCKET: complete}
        promoted(store, complete)
    assert bucket(store).state is BucketState.ACTIVE


@pytest.mark.parametrize("wrong", [{"live": 3}, {"digest": "0" * 16}])
def test_a_bucket_that_does_not_add_up_leaves_everything_as_it_was(
    store: MemoryStore, wrong: dict[str, Any]
) -> None:
    bring(store, [family(), task(1)], to=2)
    complete = fetched(store, [task(1, "Changed")], to=3, **wrong)
    with pytest.raises(DoesNotAddUp):
        promoted(store, complete)
    assert titles(store) == ["Call"]
    store.write(partial(buckets.distrust, bucket=BUCKET))
    assert (bucket(store).state, store.read(buckets.cursors)) == (BucketState.SUSPECT, {})
    bring(store, [family(), task(1, "Changed")], to=3)
    assert (titles(store), bucket(store).state) == (["Changed"], BucketState.ACTIVE)


def test_a_row_that_names_what_is_not_there_is_not_taken_in(store: MemoryStore) -> None:
    orphan = ("mark", "7" * 32, {"family_id": FAMILY, "contact_id": "8" * 32})
    with pytest.raises(IntegrityError):
        bring(store, [family(), orphan], to=2)
    assert store.raw.execute("SELECT count(*) FROM mark").fetchone() == (0,)


def test_unsent_work_stays_on_the_screen_and_the_agencys_version_beneath_it(store: MemoryStore) -> None:
    bring(store, [family(), task(1)], to=2)
    write(store, "task", task(1)[1], title="Mine")
    bring(
        store, [("task", task(1)[1], {"family_id": FAMILY, "title": "Theirs", "status": "done"})], to=3, rev=6
    )
    assert store.raw.execute("SELECT title, status FROM task").fetchall() == [("Mine", "done")]
    assert store.raw.execute("SELECT rev, doc ->> 'title' FROM sync_shadow").fetchall() == [(6, "Theirs")]
    acked(store, head=4)
    bring(store, [("task", task(1)[1], {"family_id": FAMILY, "title": "Joined"})], to=4, rev=7)
    assert titles(store) == ["Joined"]
    assert store.raw.execute("SELECT count(*) FROM sync_shadow").fetchone() == (0,)


def test_an_acknowledged_change_stays_on_the_screen_until_the_agencys_answer_is_fetched(
    store: MemoryStore,
) -> None:
    bring(store, [family(), task(1)], to=2)
    write(store, "task", task(1)[1], title="Mine")
    acked(store, head=9)
    bring(store, [task(1, "Theirs")], to=5, rev=6)
    assert titles(store) == ["Mine"]
    bring(store, [task(1, "Mine")], to=9, rev=8)
    assert store.raw.execute("SELECT state FROM sync_outbox").fetchall() == [(outbox.MERGED,)]


def test_a_change_the_agency_did_not_take_gives_way_to_its_version(store: MemoryStore) -> None:
    bring(store, [family(), task(1)], to=2)
    write(store, "task", task(1)[1], title="Mine")
    acked(store, "parked:role", head=2)
    assert store.write(sweeping.settle_merged)
    assert titles(store) == ["Call"]


def test_a_record_the_agency_did_not_take_leaves_the_local_tables(store: MemoryStore) -> None:
    bring(store, [family()], to=1)
    with store.people(CLOCK, new_id(CLOCK), ME, "test") as conn:
        records.insert(
            conn, "task", "9" * 32, {"family_id": FAMILY, "title": "Not taken"}, by=ME, at=CLOCK.now()
        )
    acked(store, "parked:invalid", head=1)
    store.write(sweeping.settle_merged)
    store.write(sweeping.sweep)
    assert titles(store) == []


# vanishing


def test_many_rows_do_not_vanish_unasked(store: MemoryStore) -> None:
    rows = [task(n) for n in range(40)]
    bring(store, [family(), *rows], to=41)
    (last,) = bring(store, [], to=42, gone=rows[:30])
    assert (last.asks, len(titles(store))) == (30, 40)
    assert store.read(buckets.asking) == {BUCKET: 30}
    assert store.read(buckets.complete_buckets) == {}
    store.write(partial(buckets.agree, bucket=BUCKET))
    ((_, complete),) = store.read(buckets.complete_buckets).items()
    promoted(store, complete)
    assert len(titles(store)) == 10
    assert store.read(buckets.asking) == {}


def test_a_few_rows_vanish_without_a_question(store: MemoryStore) -> None:
    rows = [task(n) for n in range(40)]
    bring(store, [family(), *rows], to=41)
    bring(store, [], to=42, gone=rows[:2])
    assert len(titles(store)) == 38


def test_a_whole_new_copy_drops_what_it_does_not_hold_and_takes_older_revisions(store: MemoryStore) -> None:
    bring(store, [family(), *(task(n) for n in range(40))], to=41, rev=9)
    store.write(buckets.reset_all)
    assert titles(store) == ["Call"] * 40
    bring(store, [family("Before"), *(task(n, "Before") for n in range(39))], to=40, rev=5)
    assert titles(store) == ["Before"] * 39


def test_a_row_that_is_gone_stays_as_long_as_something_about_it_is_unsent(store: MemoryStore) -> None:
    bring(store, [family(), task(1), task(2)], to=3)
    write(store, "task", task(1)[1], title="Mine")
    bring(store, [], to=4, gone=[task(1)])
    assert titles(store) == ["Mine", "Call"]
    acked(store, head=4)
    store.write(sweeping.settle_merged)
    store.write(sweeping.sweep)
    assert titles(store) == ["Call"]


def test_a_row_that_moved_to_another_family_is_there_and_not_here(store: MemoryStore) -> None:
    bring(store, [family(), task(1)], to=2)
    other = f"f:{OTHER}"
    store.write(lambda c: leaving.set_scope(c, [(BUCKET, "rw"), (other, "rw")]))
    rows: list[Row] = [
        ("family", OTHER, {"name": "B"}),
        ("task", task(1)[1], {"family_id": OTHER, "title": "Moved"}),
    ]
    lines = [Staged(1, e, i, 6, dict(d)) for e, i, d in rows]
    digest = sum(digest_part(e, i, 6) for e, i, _ in rows) % (1 << 64)
    store.write(partial(buckets.stage, bucket=other, lines=lines))
    store.write(
        partial(apply.promote, name=other, complete=Complete(1, f"{digest:016x}", 2), now=CLOCK.now())
    )
    bring(store, [], to=3, gone=[task(1)])
    assert store.raw.execute("SELECT family_id, title FROM task").fetchall() == [(OTHER, "Moved")]
    assert store.read(buckets.digests)[other] == [1, f"{digest:016x}", 2]


def test_what_a_court_ordered_erased_is_erased_here_word_for_word(store: MemoryStore) -> None:
    contact: Row = ("contact", "c" * 32, {"family_id": FAMILY})
    body: Row = ("contact_body", "c" * 32, {"family_id": FAMILY, "contact_id": "c" * 32, "saw": "plain"})
    bring(store, [family(), contact, body], to=3)
    write(store, "contact_body", "c" * 32, saw="zanzibar")
    acked(store, head=4)
    bring(store, [("contact_body", "c" * 32, {**body[2], "saw": "zanzibar"})], to=4, rev=6)
    bring(store, [], to=5, gone=[body])
    forget(store)
    assert not traces(store)
    everything = "".join(
        str(row) for row in store.raw.execute("SELECT new, old, g FROM sync_outbox").fetchall()
    )
    assert "zanzibar" not in everything
    assert store.raw.execute("SELECT g IS NOT NULL, state FROM sync_outbox").fetchall() == [
        (1, outbox.PRUNED)
    ]
    assert store.raw.execute(
        "SELECT count(*) FROM search_index WHERE search_index MATCH 'zanzibar'"
    ).fetchone() == (0,)


def test_rows_of_a_later_schema_are_counted_and_not_shown(store: MemoryStore) -> None:
    bring(store, [family(), ("hologram", "7" * 32, {"family_id": FAMILY})], to=2)
    assert bucket(store).state is BucketState.ACTIVE


# families that come and go


def test_a_family_made_here_stays_in_view_while_it_is_first_fetched(store: MemoryStore) -> None:
    with store.people(CLOCK, new_id(CLOCK), ME, "test") as conn:
        records.insert(conn, "family", OTHER, {"name": "Mine"}, by=ME, at=CLOCK.now())
    store.write(lambda c: leaving.set_scope(c, [(BUCKET, "rw"), (f"f:{OTHER}", "rw")]))
    assert store.read(buckets.hidden_families) == {FAMILY}


def forget(store: MemoryStore) -> None:
    """Do what a round's end does about erased words."""
    if store.read(sweeping.erased_words):
        store.write(sweeping.forget_words)


def traces(store: MemoryStore) -> bool:
    """Say whether the word is still anywhere in the search index."""
    blocks = store.raw.execute("SELECT block FROM search_index_data").fetchall()
    return b"zanzibar" in b"".join(starmap(bytes, blocks))


def leave(store: MemoryStore) -> bool:
    """End the scope; say whether the family is gone then."""
    store.write(lambda c: leaving.set_scope(c, []))
    store.write(leaving.agree_to_leave)
    for name in store.read(leaving.ready_to_leave):
        store.write(partial(leaving.evict, bucket=name))
    forget(store)
    return store.raw.execute("SELECT count(*) FROM family").fetchone() == (0,)


def test_a_family_that_left_is_gone_to_the_last_word(store: MemoryStore) -> None:
    contact: Row = ("contact", "c" * 32, {"family_id": FAMILY})
    body: Row = ("contact_body", "c" * 32, {"family_id": FAMILY, "contact_id": "c" * 32, "saw": "zanzibar"})
    bring(store, [family(), contact, body, task(1)], to=4)
    assert leave(store)
    for table in (
        "task",
        "contact",
        "contact_body",
        "sync_row",
        "sync_stage",
        "sync_shadow",
        "sync_bucket",
        "search_doc",
    ):
        assert store.raw.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,), table
    assert not traces(store)


def test_a_family_with_unsent_work_stays_read_only_until_it_is_sent(store: MemoryStore) -> None:
    bring(store, [family(), task(1)], to=2)
    write(store, "task", task(1)[1], title="Mine")
    assert not leave(store)
    assert store.read(buckets.read_only_families) == {FAMILY}
    acked(store)
    assert leave(store)


def test_a_family_with_held_work_stays_until_somebody_has_decided(store: MemoryStore) -> None:
    bring(store, [family(), task(1)], to=2)
    write(store, "task", task(1)[1], title="Mine")
    acked(store, "held")
    assert not leave(store)
    (uid,) = store.raw.execute("SELECT op_uid FROM sync_outbox").fetchone() or ("",)
    store.write(lambda c: outbox.set_outcome(c, uid, "applied"))
    assert leave(store)


def test_a_family_somebody_writes_about_stays_until_the_words_are_settled(store: MemoryStore) -> None:
    bring(store, [family(), task(1)], to=2)
    store.write(
        lambda c: drafts.put(
            c,
            "task",
            task(1)[1],
            "title",
            family_id=FAMILY,
            text="Being written",
            base_text="Call",
            at=CLOCK.now(),
        )
    )
    assert not leave(store)
    assert [d.text for d in store.read(leaving.drafts_in_leaving)] == ["Being written"]


def test_a_family_that_comes_back_is_fetched_anew(store: MemoryStore) -> None:
    bring(store, [family(), task(1)], to=2)
    write(store, "task", task(1)[1], title="Mine")
    assert not leave(store)
    store.write(lambda c: leaving.set_scope(c, [(BUCKET, "rw")]))
    assert (bucket(store).state, store.read(buckets.cursors)) == (BucketState.SUSPECT, {})


def test_many_families_do_not_leave_unasked(store: MemoryStore) -> None:
    names = [f"f:{n:032x}" for n in range(12)]
    store.write(lambda c: leaving.set_scope(c, [(name, "rw") for name in names]))
    change = store.write(lambda c: leaving.set_scope(c, [(name, "rw") for name in names[:9]]))
    assert change.asks
    assert store.read(leaving.ready_to_leave) == (BUCKET,)
    store.write(leaving.agree_to_leave)
    assert set(store.read(leaving.ready_to_leave)) == {BUCKET, *names[9:]}


def test_two_families_of_twelve_leave_without_a_question(store: MemoryStore) -> None:
    names = [f"f:{n:032x}" for n in range(12)]
    store.write(lambda c: leaving.set_scope(c, [(BUCKET, "rw"), *((name, "rw") for name in names)]))
    change = store.write(
        lambda c: leaving.set_scope(c, [(BUCKET, "rw"), *((name, "rw") for name in names[:10])])
    )
    assert (change.asks, len(change.ending)) == (False, 2)
