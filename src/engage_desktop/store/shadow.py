"""Rows with changes the agency has not merged yet: the agency's version beside the one shown here."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import orjson
from sqlalchemy import Connection

from engage_wire.merge import overlay
from engage_wire.op import Op
from engage_wire.registry import Doc, Entity, Value

Key = tuple[str, str]  # entity, row id
CHUNK = 400


def read_row(conn: Connection, entity: Entity, row_id: str) -> Doc | None:
    """Return a record as it stands here."""
    columns = ", ".join(entity.columns)
    row = conn.exec_driver_sql(f"SELECT {columns} FROM {entity.name} WHERE id = ?", (row_id,)).first()
    return None if row is None else dict(zip(entity.columns, row, strict=True))


def upsert_sql(entity: Entity) -> str:
    """Return the statement that writes a whole record and does nothing when it is the same already."""
    names = ", ".join(entity.columns)
    marks = ", ".join("?" for _ in entity.columns)
    sets = ", ".join(f"{c} = excluded.{c}" for c in entity.columns)
    differs = " OR ".join(f"{entity.name}.{c} IS NOT excluded.{c}" for c in entity.columns)
    return (
        f"INSERT INTO {entity.name}(id, {names}) VALUES (?, {marks}) "
        f"ON CONFLICT(id) DO UPDATE SET {sets} WHERE {differs}"
    )


def write_rows(conn: Connection, entity: Entity, docs: Iterable[tuple[str, Doc]]) -> None:
    """Write whole records."""
    rows = [(row_id, *map(doc.get, entity.columns)) for row_id, doc in docs]
    if rows:
        conn.exec_driver_sql(upsert_sql(entity), rows)


def keep_shadow(conn: Connection, entity: Entity, row_id: str) -> None:
    """Remember the agency's version of a record that is about to change here, unless it is remembered already."""
    conn.exec_driver_sql(
        "INSERT INTO sync_shadow(entity, row_id, rev, doc) "
        f"SELECT r.entity, r.row_id, r.rev, json_object({_pairs(entity)}) FROM sync_row r JOIN {entity.name} t ON t.id = r.row_id "
        "WHERE r.entity = ? AND r.row_id = ? "
        "AND NOT EXISTS (SELECT 1 FROM sync_shadow s WHERE s.entity = r.entity AND s.row_id = r.row_id)",
        (entity.name, row_id),
    )


def _pairs(entity: Entity) -> str:
    return ", ".join(f"'{c}', t.{c}" for c in entity.columns)


def put_shadow(conn: Connection, key: Key, rev: int, doc: Doc) -> None:
    """Replace the agency's version of a record that has unmerged changes here."""
    conn.exec_driver_sql(
        "INSERT INTO sync_shadow(entity, row_id, rev, doc) VALUES (?, ?, ?, ?) "
        "ON CONFLICT(entity, row_id) DO UPDATE SET rev = excluded.rev, doc = excluded.doc",
        (*key, rev, orjson.dumps(doc).decode()),
    )


def drop_shadow(conn: Connection, key: Key) -> None:
    """Forget the agency's version: the record is the same here and there."""
    conn.exec_driver_sql("DELETE FROM sync_shadow WHERE entity = ? AND row_id = ?", key)


def shown(entity: Entity, head: Doc, pending: Iterable[Op]) -> Doc:
    """Return the agency's version with everything this laptop still has to have merged laid over it."""
    doc = head
    for op in pending:
        doc = overlay(entity, doc, op)
    return doc


def read_doc(raw: str | None) -> Doc:
    """Read a document column."""
    value: dict[str, Value] = orjson.loads(raw) if raw else {}
    return value


def op_of(row: Any) -> Op:
    """Build the operation out of an outbox row: the first columns of `outbox.SELECT_OPS` are an operation's fields."""
    resolves = tuple(orjson.loads(row[17])) if row[17] else ()
    fields = (*row[:7], read_doc(row[7]), read_doc(row[8]), *row[9:15], bool(row[15]), row[16], resolves)
    return Op(*fields)
