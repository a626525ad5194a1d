"""Words being typed: local, then one operation that says what its writer saw."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from tests.fakes import FrozenClock, SeededBits
from tests.sync.sim.memory import MemoryStore

from engage_desktop.store import drafts, records
from engage_wire.ids import new_id

CLOCK, BITS = FrozenClock(), SeededBits()
ME, FAMILY, NOTE = "a" * 32, "f" * 32, "c" * 32
TEXT = "One. Two. Three. Four."


@pytest.fixture
def store() -> Iterator[MemoryStore]:
    made = MemoryStore.empty()
    made.write(lambda c: records.insert(c, "family", FAMILY, {"name": "A"}, by=ME, at=CLOCK.now()))
    made.write(lambda c: records.insert(c, "contact", NOTE, {"family_id": FAMILY}, by=ME, at=CLOCK.now()))
    body = {"family_id": FAMILY, "contact_id": NOTE, "saw": TEXT}
    made.write(lambda c: records.insert(c, "contact_body", NOTE, body, by=ME, at=CLOCK.now()))
    made.write(
        lambda c: c.exec_driver_sql(
            "INSERT INTO sync_row VALUES ('contact_body', ?, 7, ?)", (NOTE, f"f:{FAMILY}")
        )
    )
    yield made
    made.raw.close()


def typed(store: MemoryStore, text: str, base: str = TEXT) -> None:
    store.write(
        lambda c: drafts.put(
            c, "contact_body", NOTE, "saw", family_id=FAMILY, text=text, base_text=base, at=CLOCK.now()
        )
    )


def pulled(store: MemoryStore, text: str, rev: int = 9) -> None:
    store.write(lambda c: records.update(c, "contact_body", NOTE, {"saw": text}))
    store.write(lambda c: c.exec_driver_sql("UPDATE sync_row SET rev = ?", (rev,)))


def settled(store: MemoryStore) -> bool:
    with store.people(CLOCK, new_id(CLOCK, BITS), ME, "note.settle") as conn:
        return drafts.settle(conn, "contact_body", NOTE, "saw")


def ops(store: MemoryStore) -> list[tuple[int, Any, Any]]:
    rows = store.raw.execute("SELECT base_rev, new, old FROM sync_outbox ORDER BY oid").fetchall()
    return [(base, json.loads(new), json.loads(old)) for base, new, old in rows]


def shown(store: MemoryStore) -> Any:
    return (store.raw.execute("SELECT saw FROM contact_body").fetchone() or (None,))[0]


def test_typing_is_kept_and_never_captured_or_found(store: MemoryStore) -> None:
    typed(store, "One. Two. Three. Four. Zanzibar.")
    typed(store, "One. Two. Three. Four. Zanzibar!")
    assert [d.text for d in store.read(drafts.list_open)] == ["One. Two. Three. Four. Zanzibar!"]
    assert (ops(store), shown(store)) == ([], TEXT)
    assert store.raw.execute(
        "SELECT count(*) FROM search_index WHERE search_index MATCH 'zanzibar'"
    ).fetchone() == (0,)


def test_settling_is_one_operation_however_long_it_took_to_type(store: MemoryStore) -> None:
    for n in range(1, 6):
        typed(store, TEXT + " More." * n)
    assert settled(store)
    assert ops(store) == [(7, {"saw": TEXT + " More." * 5}, {"saw": TEXT})]
    assert store.read(drafts.list_open) == ()
    assert not settled(store)


def test_typing_that_came_back_to_where_it_began_is_no_change(store: MemoryStore) -> None:
    typed(store, "Something else")
    typed(store, TEXT)
    assert not settled(store)
    assert (ops(store), store.read(drafts.list_open)) == ([], ())


def test_a_text_that_arrived_meanwhile_is_joined_and_the_operation_says_what_was_seen(
    store: MemoryStore,
) -> None:
    typed(store, "One. Two. Three. Four. Mine.")
    pulled(store, "Theirs. Two. Three. Four.")
    assert settled(store)
    assert shown(store) == "Theirs. Two. Three. Four. Mine."
    assert ops(store) == [(7, {"saw": "One. Two. Three. Four. Mine."}, {"saw": TEXT})]
    rev, doc = store.raw.execute("SELECT rev, doc FROM sync_shadow").fetchone() or ()
    assert (rev, json.loads(doc)["saw"]) == (9, "Theirs. Two. Three. Four.")
    assert store.raw.execute("SELECT rev FROM sync_row").fetchone() == (9,)


def test_a_text_that_arrived_in_the_same_sentence_stays_with_the_agency_and_mine_on_my_screen(
    store: MemoryStore,
) -> None:
    typed(store, "One mine. Two. Three. Four.")
    pulled(store, "One theirs. Two. Three. Four.")
    assert settled(store)
    assert shown(store) == "One mine. Two. Three. Four."
    assert ops(store) == [(7, {"saw": "One mine. Two. Three. Four."}, {"saw": TEXT})]


def test_an_editor_that_still_shows_an_older_text_says_so(store: MemoryStore) -> None:
    pulled(store, "Theirs. Two. Three. Four.")
    typed(store, "One. Two. Three. Four. Mine.")
    settled(store)
    ((base, _, old),) = ops(store)
    assert (base < 9, old) == (True, {"saw": TEXT})


def test_a_draft_whose_record_is_gone_keeps_its_words(store: MemoryStore) -> None:
    typed(store, "Mine.")
    store.write(lambda c: c.exec_driver_sql("DELETE FROM contact_body"))
    assert not settled(store)
    (orphan,) = store.read(drafts.orphans)
    assert orphan.text == "Mine."
    store.write(lambda c: drafts.keep_aside(c, orphan))
    assert store.read(lambda c: drafts.list_open(c, FAMILY)) == ()
    assert [d.text for d in store.read(drafts.orphans)] == ["Mine."]


def test_an_empty_field_begins_at_nothing(store: MemoryStore) -> None:
    store.write(
        lambda c: drafts.put(
            c, "contact_body", NOTE, "agreed", family_id=FAMILY, text="Call.", base_text="", at=CLOCK.now()
        )
    )
    with store.people(CLOCK, new_id(CLOCK, BITS), ME, "note.settle") as conn:
        assert drafts.settle(conn, "contact_body", NOTE, "agreed")
    assert ops(store) == [(7, {"agreed": "Call."}, {"agreed": None})]
