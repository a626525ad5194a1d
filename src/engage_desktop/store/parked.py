"""What the agency keeps but did not take as it was written, and nobody has read about yet."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, or_, select

from engage_desktop.store import pieces
from engage_desktop.store.reading import moment, text
from engage_desktop.store.tables import local_setting, records, sync_outbox
from engage_domain.conflicts import Parked, kind_of
from engage_domain.invariants import broken
from engage_wire.registry import Doc

UNDERSTOOD = "understood."  # local setting: something parked that somebody has read about
INVALID = "parked:invalid"
MOST = 200


def parked(conn: Connection, me: str, told: frozenset[str]) -> tuple[Parked, ...]:
    """Return what is parked, newest first, and neither explained by two versions (`told`) nor read about."""
    rows = conn.execute(
        select(sync_outbox)
        .where(
            sync_outbox.c.actor == me,
            or_(sync_outbox.c.outcome.like("parked:%"), sync_outbox.c.outcome == "held"),
        )
        .order_by(sync_outbox.c.oid.desc())
        .limit(MOST)
    ).all()
    kept = conn.execute(select(local_setting.c.k).where(local_setting.c.k.startswith(UNDERSTOOD)))
    read = {str(key).removeprefix(UNDERSTOOD) for key in kept.scalars()} | told
    return tuple(_parked(conn, row) for row in rows if row.op_uid not in read)


def _parked(conn: Connection, row: Any) -> Parked:
    now = standing_row(conn, row.entity, row.row_id)
    return Parked(
        op_uid=text(row.op_uid),
        why=kind_of(text(row.outcome).removeprefix("parked:")),
        piece=pieces.piece(conn, *pieces.root_of(conn, row.entity, row.row_id)),
        written_at=moment(row.wall),
        contact_id=contact_of(row.entity, row.row_id, now),
        rule=broken(row.entity, now | _new(row.new)) or "" if row.outcome == INVALID else "",
    )


def _new(raw: object) -> Doc:
    try:
        doc = json.loads(str(raw)) if raw else {}
    except ValueError:
        return {}
    return doc if isinstance(doc, dict) else {}


def standing_row(conn: Connection, entity: str, row_id: str) -> Doc:
    """Return a row as it stands here; nothing when it is not, or of a kind this version does not know."""
    if entity not in records:
        return {}
    table = records[entity]
    row = conn.execute(select(table).where(table.c.id == row_id)).mappings().first()
    return dict(row) if row else {}


def contact_of(entity: str, row_id: str, now: Doc) -> str:
    """Return the contact whose note a row is part of, or nothing."""
    if entity == "contact":
        return row_id
    return text(now.get("contact_id")) if entity in {"contact_body", "contact_participant", "mark"} else ""
