"""Conflict rows as the synchronisation writes them, for tests of the two versions."""

from __future__ import annotations

import json
from collections.abc import Mapping

from sqlalchemy import select
from tests.support import families
from tests.support.planting import local

from engage_desktop.services.desk import Desk
from engage_desktop.store import records
from engage_desktop.store.tables import records as tables
from engage_desktop.store.tables import sync_outbox
from engage_wire.registry import Doc, Value

THURSDAY, FRIDAY = local("2026-11-19 16:40"), local("2026-11-20 10:12")


def clash(
    desk: Desk,
    entity: str,
    row_id: str,
    head: Doc,
    incoming: Doc,
    *,
    kind: str = "concurrent",
    state: str = "open",
    winner: str = "head",
    merged: Doc | None = None,
    family_id: str = families.ALVAREZ,
    head_author: str = families.PRIYA,
    incoming_author: str = families.DANA,
    incoming_op: str | None = None,
) -> str:
    """Write a pair of versions as a pull would; the record shows the agency's version."""
    conflict_id = desk.new_id()
    values: dict[str, Value] = {
        "family_id": family_id,
        "entity": entity,
        "row_id": row_id,
        "grp": next(iter(head), "*"),
        "kind": kind,
        "severity": "open",
        "state": state,
        "base": json.dumps(dict.fromkeys(head)),
        "head": json.dumps(head),
        "incoming": json.dumps(incoming),
        "merged": json.dumps(merged) if merged else None,
        "head_author": head_author,
        "incoming_author": incoming_author,
        "incoming_op": incoming_op,
        "head_at": THURSDAY,
        "incoming_at": FRIDAY,
        "winner": winner,
    }
    shown = incoming if winner == "incoming" else (merged or head)
    with desk.vault.applying() as conn:
        records.insert(conn, "conflict", conflict_id, values, by=families.RUTH, at=desk.now())
        records.update(conn, entity, row_id, shown)
    return conflict_id


def close(desk: Desk, conflict_id: str, state: str = "resolved", by: str = families.PRIYA) -> None:
    """Let the agency say that a pair of versions is decided."""
    with desk.vault.applying() as conn:
        values: dict[str, Value] = {"state": state, "resolved_by": by, "resolved_at": FRIDAY}
        records.update(conn, "conflict", conflict_id, values)


def sent(desk: Desk, outcome: str = "applied", *, since: int = 0, seal: bool = True) -> int:
    """Let the agency have received everything written here after `since`; return the newest number."""
    with desk.vault.applying() as conn:
        rows = conn.execute(sync_outbox.select().where(sync_outbox.c.oid > since)).all()
        for row in rows:
            given: dict[str, Value] = {
                "op_uid": f"{row.oid:032x}",
                "seq": row.oid,
                "g": f"{row.oid:032x}",
                "state": 1 if seal else 0,
                "outcome": outcome if seal else None,
                "acked_at": FRIDAY if seal else None,
            }
            conn.execute(sync_outbox.update().where(sync_outbox.c.oid == row.oid).values(given))
    return max((row.oid for row in rows), default=since)


def newest(desk: Desk) -> int:
    """Return the number of the newest captured change."""
    with desk.read() as conn:
        return max((row.oid for row in conn.execute(sync_outbox.select())), default=0)


def stands(desk: Desk, entity: str, row_id: str, column: str) -> Value:
    """Return what a field holds now."""
    table = tables[entity]
    with desk.read() as conn:
        found: Value = conn.execute(select(table.c[column]).where(table.c.id == row_id)).scalar_one()
    return found


def last_op(desk: Desk) -> Mapping[str, object]:
    """Return the newest captured change."""
    with desk.read() as conn:
        query = sync_outbox.select().order_by(sync_outbox.c.oid.desc()).limit(1)
        return dict(conn.execute(query).mappings().one())
