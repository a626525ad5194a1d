"""Work that was written alone joins an agency: its author becomes the agency's worker, before anything is sealed."""

from __future__ import annotations

from sqlalchemy import Connection

from engage_wire.entities import REGISTRY
from engage_wire.registry import Kind


def become(conn: Connection, before: str, now: str) -> None:
    """Put one worker's id in place of another's, in every record and every change that was never sent."""
    for entity in REGISTRY.entities:
        for field in entity.fields:
            if field.kind is Kind.ID and not field.ref:
                conn.exec_driver_sql(
                    f"UPDATE {entity.name} SET {field.name} = ? WHERE {field.name} = ?", (now, before)
                )
            elif field.kind in {Kind.CODES, Kind.JSON}:
                conn.exec_driver_sql(
                    f"UPDATE {entity.name} SET {field.name} = replace({field.name}, ?, ?) WHERE {field.name} LIKE ?",
                    (before, now, f"%{before}%"),
                )
    conn.exec_driver_sql(
        "UPDATE sync_outbox SET actor = replace(actor, ?, ?), new = replace(new, ?, ?), old = replace(old, ?, ?), "
        "bucket = replace(bucket, ?, ?) WHERE seq IS NULL",
        (before, now) * 4,
    )
    # The agency has its own row about its worker; the one made here would be a colleague nobody knows.
    conn.exec_driver_sql("DELETE FROM user WHERE id = ?", (before,))
    conn.exec_driver_sql("UPDATE sync_shadow SET doc = replace(doc, ?, ?)", (before, now))


def join(conn: Connection, agency: str) -> None:
    """Address what was written for an agency that had no name yet."""
    conn.exec_driver_sql(
        "UPDATE sync_outbox SET bucket = 'a:' || ? WHERE bucket = 'a:' AND seq IS NULL", (agency,)
    )
