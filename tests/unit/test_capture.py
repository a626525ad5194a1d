"""Whatever way a record is written, the change is captured once, whole, with who and when; nothing else is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError
from sqlcipher3 import dbapi2
from tests.fakes import FrozenClock, SeededBits
from tests.sync.sim.memory import MemoryStore

from engage_desktop.store import capture, outbox, records, tables
from engage_wire.entities import REGISTRY
from engage_wire.ids import new_id

CLOCK, BITS = FrozenClock(), SeededBits()
ME, FAMILY, CONTACT = "a" * 32, "f" * 32, "c" * 32


@pytest.fixture
def store() -> Iterator[MemoryStore]:
    made = MemoryStore.empty()
    yield made
    made.raw.close()


@pytest.fixture
def conn(store: MemoryStore) -> Iterator[Connection]:
    """Give a captured transaction over a family with one visit that the agency knows already."""
    with store.people(CLOCK, new_id(CLOCK, BITS), ME, "test") as made:
        made.exec_driver_sql("UPDATE sync_ctx SET applying = 1")
        records.insert(made, "family", FAMILY, {"name": "A"}, by=ME, at=CLOCK.now())
        records.insert(made, "contact", CONTACT, {"family_id": FAMILY}, by=ME, at=CLOCK.now())
        body = {"family_id": FAMILY, "contact_id": CONTACT, "saw": "He was well."}
        records.insert(made, "contact_body", CONTACT, body, by=ME, at=CLOCK.now())
        for entity, row_id in (("family", FAMILY), ("contact", CONTACT), ("contact_body", CONTACT)):
            made.exec_driver_sql("INSERT INTO sync_row VALUES (?, ?, 7, ?)", (entity, row_id, f"f:{FAMILY}"))
        made.exec_driver_sql("UPDATE sync_ctx SET applying = 0")
        yield made


def captured(conn: Connection) -> list[dict[str, Any]]:
    rows = conn.exec_driver_sql("SELECT * FROM sync_outbox ORDER BY oid").mappings()
    return [dict(row) for row in rows]


def test_an_insert_is_captured_with_everything_that_was_written(conn: Connection) -> None:
    conn.execute(tables.records["task"].insert().values(id="1" * 32, family_id=FAMILY, title="Call"))
    (op,) = captured(conn)
    assert (op["kind"], op["entity"], op["row_id"], op["bucket"], op["base_rev"]) == (
        "i",
        "task",
        "1" * 32,
        f"f:{FAMILY}",
        0,
    )
    assert (op["actor"], op["cmd"], op["state"], op["seq"]) == (ME, "test", 0, None)
    new = json.loads(op["new"])
    assert set(new) == set(REGISTRY["task"].columns)
    assert {k: v for k, v in new.items() if v is not None} == {"family_id": FAMILY, "title": "Call"}


def test_an_update_is_captured_with_what_changed_and_what_stood_there(conn: Connection) -> None:
    records.update(conn, "family", FAMILY, {"name": "B", "status": None})
    (op,) = captured(conn)
    assert (op["kind"], op["base_rev"], json.loads(op["new"]), json.loads(op["old"])) == (
        "u",
        7,
        {"name": "B"},
        {"name": "A"},
    )


def test_a_field_taken_back_to_nothing_is_captured(conn: Connection) -> None:
    records.update(conn, "family", FAMILY, {"name": None})
    assert json.loads(captured(conn)[0]["new"]) == {"name": None}


def test_writing_the_same_again_captures_nothing(conn: Connection) -> None:
    records.update(conn, "family", FAMILY, {"name": "A"})
    assert captured(conn) == []


def test_an_upsert_is_captured_as_what_it_did(conn: Connection) -> None:
    statement = (
        "INSERT INTO family(id, name) VALUES (?, ?) ON CONFLICT(id) DO UPDATE SET name = excluded.name"
    )
    conn.exec_driver_sql(statement, ("2" * 32, "New"))
    conn.exec_driver_sql(statement, (FAMILY, "B"))
    assert [(op["kind"], op["row_id"]) for op in captured(conn)] == [("i", "2" * 32), ("u", FAMILY)]


def test_a_bulk_update_is_captured_row_by_row(conn: Connection) -> None:
    for n in range(30):
        conn.execute(tables.records["task"].insert().values(id=f"{n:032x}", family_id=FAMILY, status="open"))
    before = len(captured(conn))
    conn.execute(tables.records["task"].update().values(status="done"))
    made = captured(conn)[before:]
    assert len(made) == 30
    assert {op["new"] for op in made} == {'{"status":"done"}'}


def test_insert_or_replace_cannot_take_a_record_away(conn: Connection) -> None:
    with pytest.raises(IntegrityError, match="voided, not deleted"):
        conn.exec_driver_sql("INSERT OR REPLACE INTO family(id, name) VALUES (?, 'B')", (FAMILY,))
    assert captured(conn) == []


def test_update_or_replace_cannot_take_a_record_away(conn: Connection) -> None:
    conn.exec_driver_sql("INSERT INTO family(id, name) VALUES (?, 'B')", ("2" * 32,))
    with pytest.raises(IntegrityError, match="voided, not deleted"):
        conn.exec_driver_sql("UPDATE OR REPLACE family SET id = ? WHERE id = ?", (FAMILY, "2" * 32))


def test_a_record_cannot_be_deleted_by_hand(conn: Connection) -> None:
    with pytest.raises(IntegrityError, match="voided, not deleted"):
        conn.exec_driver_sql("DELETE FROM contact_body")


@pytest.mark.parametrize("entity", [entity.name for entity in REGISTRY.entities])
def test_no_record_of_any_kind_is_written_without_saying_who_writes(store: MemoryStore, entity: str) -> None:
    owner = "family_id" if "family_id" in REGISTRY[entity].columns else "created_by"
    with pytest.raises(dbapi2.IntegrityError, match="NOT NULL"):
        store.raw.execute(f"INSERT INTO {entity}(id, {owner}) VALUES ('x', 'y')")


def test_nothing_is_captured_while_a_pull_is_applied(conn: Connection) -> None:
    conn.exec_driver_sql("UPDATE sync_ctx SET applying = 1")
    records.update(conn, "family", FAMILY, {"name": "From the agency"})
    conn.exec_driver_sql("DELETE FROM contact_body")
    conn.exec_driver_sql("UPDATE sync_ctx SET applying = 0")
    assert captured(conn) == []


def test_the_agencys_version_is_remembered_once(conn: Connection) -> None:
    records.update(conn, "family", FAMILY, {"name": "B"})
    records.update(conn, "family", FAMILY, {"name": "C"})
    (kept,) = conn.exec_driver_sql("SELECT rev, doc FROM sync_shadow").all()
    assert kept.rev == 7
    assert json.loads(kept.doc)["name"] == "A"


def test_a_change_over_an_unmerged_one_stands_on_the_same_base(conn: Connection) -> None:
    """The screen shows the unmerged change over whatever was fetched since, so its writer has not seen that."""
    records.update(conn, "family", FAMILY, {"name": "B"})
    conn.exec_driver_sql("UPDATE sync_row SET rev = 9 WHERE entity = 'family'")
    records.update(conn, "family", FAMILY, {"name": "C"})
    conn.exec_driver_sql("UPDATE sync_outbox SET state = ?", (outbox.MERGED,))
    records.update(conn, "family", FAMILY, {"name": "D"})
    assert [op["base_rev"] for op in captured(conn)] == [7, 7, 9]


def test_search_finds_what_is_settled_and_unprotected(conn: Connection) -> None:
    def found(word: str) -> list[str]:
        rows = conn.exec_driver_sql(
            "SELECT d.row_id FROM search_index i JOIN search_doc d ON d.docid = i.rowid WHERE search_index MATCH ?",
            (word,),
        )
        return [row.row_id for row in rows]

    assert found("well") == [CONTACT]
    records.update(conn, "contact_body", CONTACT, {"saw": "He had a bruise.", "agreed": "Call Ramírez"})
    assert (found("well"), found("bruise"), found("ramirez")) == ([], [CONTACT], [CONTACT])
    records.update(conn, "contact_body", CONTACT, {"labels": '["health"]'})
    assert found("bruise") == []
    records.update(conn, "contact_body", CONTACT, {"labels": "[]"})
    assert found("bruise") == [CONTACT]
    records.void(conn, "contact_body", CONTACT, "twice", CLOCK.now())
    assert found("bruise") == []


def test_the_whole_index_can_be_built_anew(store: MemoryStore) -> None:
    with store.people(CLOCK, new_id(CLOCK, BITS), ME, "test") as conn:
        records.insert(conn, "family", FAMILY, {"name": "A"}, by=ME, at=CLOCK.now())
        records.insert(conn, "contact", CONTACT, {"family_id": FAMILY}, by=ME, at=CLOCK.now())
        body = {"family_id": FAMILY, "contact_id": CONTACT, "saw": "He was well."}
        records.insert(conn, "contact_body", CONTACT, body, by=ME, at=CLOCK.now())
        before = len(captured(conn))
        for statement in capture.rebuild_search():
            conn.exec_driver_sql(statement)
        assert (
            conn.exec_driver_sql("SELECT count(*) FROM search_index WHERE search_index MATCH 'well'").scalar()
            == 1
        )
        assert len(captured(conn)) == before


def test_what_a_change_settles_travels_with_it(store: MemoryStore) -> None:
    with store.people(CLOCK, new_id(CLOCK, BITS), ME, "conflict.mine", ("d" * 32,)) as conn:
        records.insert(conn, "family", FAMILY, {"name": "A"}, by=ME, at=CLOCK.now())
        assert json.loads(captured(conn)[0]["resolves"]) == ["d" * 32]
        outbox.seal(conn)
        batch = outbox.read_batch(conn)
    assert batch is not None
    assert batch.ops[0]["res"] == ["d" * 32]
