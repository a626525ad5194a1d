"""The three ways a record changes: it is written, amended, or voided. Nothing is ever deleted by hand.

Capture triggers turn each into an outbox row in the same transaction, so these are plain statements.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection

from engage_desktop.store.tables import records
from engage_wire.clock import instant
from engage_wire.merge import read_members, write_members
from engage_wire.registry import Value


def insert(
    conn: Connection, entity: str, row_id: str, values: Mapping[str, Value], *, by: str, at: datetime
) -> None:
    """Write a new record, signed and dated."""
    signed = {"id": row_id, "created_by": by, "created_at": instant(at), **values}
    conn.execute(records[entity].insert().values(signed))


def update(conn: Connection, entity: str, row_id: str, values: Mapping[str, Value]) -> None:
    """Amend some fields of a record; equal values change nothing and are not captured."""
    table = records[entity]
    conn.execute(table.update().where(table.c.id == row_id).values(dict(values)))


def void(conn: Connection, entity: str, row_id: str, reason: str, at: datetime) -> None:
    """Take a record back, with the reason; it stays in the history."""
    update(conn, entity, row_id, {"deleted_at": instant(at), "void_reason": reason})


def exists(conn: Connection, entity: str, row_id: str) -> bool:
    """Say whether a record is here, taken back or not."""
    table = records[entity]
    return conn.execute(table.select().where(table.c.id == row_id)).first() is not None


def members(value: object) -> tuple[str, ...]:
    """Read a set column, sorted."""
    return tuple(sorted(read_members(value if isinstance(value, str) else None)))


def member_text(values: set[str] | frozenset[str] | tuple[str, ...] | list[str]) -> str:
    """Write a set column."""
    return write_members(set(values))
