"""Typing on its way into a record: local rows, never captured, never indexed, that settle as one operation each.

A draft remembers the text its writer started from. When the record has changed since, the two are joined by
sentence; where they overlap, the operation says what its writer saw, so that the agency judges it as the
concurrent change it is and keeps both.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, func, select, update

from engage_desktop.store import records
from engage_desktop.store.tables import draft, sync_outbox, sync_row
from engage_desktop.store.tables import records as tables
from engage_wire.clock import instant
from engage_wire.entities import REGISTRY
from engage_wire.merge import merge_text
from engage_wire.registry import Policy


@dataclass(frozen=True, slots=True)
class Draft:
    """One field being written, with the text it was begun from."""

    entity: str
    row_id: str
    field: str
    family_id: str
    text: str
    base_text: str = ""
    base_rev: int = 0
    at: str = ""


def put(
    conn: Connection,
    entity: str,
    row_id: str,
    field: str,
    family_id: str,
    text: str,
    base_text: str,
    at: datetime,
) -> None:
    """Keep what has been typed so far; the base is that of the first keystroke."""
    values = {"text": text, "at": instant(at)}
    if conn.execute(update(draft).where(_of(entity, row_id, field)).values(values)).rowcount:
        return
    key = {"entity": entity, "row_id": row_id, "field": field, "family_id": family_id}
    base = {"base_text": base_text, "base_rev": _rev(conn, entity, row_id)}
    conn.execute(draft.insert().values({**key, **base, **values}))


def get(conn: Connection, entity: str, row_id: str, field: str) -> Draft | None:
    """Return one draft."""
    found = conn.execute(select(draft).where(_of(entity, row_id, field))).mappings().first()
    return None if found is None else Draft(**found)


def all_of(conn: Connection, entity: str, row_id: str) -> tuple[Draft, ...]:
    """Return the drafts of one record."""
    mine = and_(draft.c.entity == entity, draft.c.row_id == row_id)
    return _drafts(conn, mine)


def of_family(conn: Connection, family_id: str) -> tuple[Draft, ...]:
    """Return everything being written about one family."""
    return _drafts(conn, draft.c.family_id == family_id)


def list_open(conn: Connection) -> tuple[Draft, ...]:
    """Return everything being written on this laptop, the latest first."""
    rows = conn.execute(select(draft).order_by(draft.c.at.desc())).mappings()
    return tuple(Draft(**row) for row in rows)


def drop(conn: Connection, entity: str, row_id: str, field: str) -> None:
    """Forget a draft whose words stand elsewhere or were taken back."""
    conn.execute(draft.delete().where(_of(entity, row_id, field)))


def settle(conn: Connection, entity: str, row_id: str, field: str) -> Draft | None:
    """Write a draft into its record and remove it, in this transaction; return it when there was one.

    Within `Vault.write`. A draft of a record that is not here stays.
    """
    kept = get(conn, entity, row_id, field)
    table = tables[entity]
    row = conn.execute(select(table.c[field]).where(table.c.id == row_id)).first()
    if kept is None or row is None:
        return None
    theirs = str(row[0] or "")
    joined = _joined(kept, theirs)
    text = kept.text if joined is None else joined
    if text != theirs:
        last = _last_op(conn)
        records.update(conn, entity, row_id, {field: text or None})
        if joined is None:
            _say_what_was_seen(conn, kept, last)
    drop(conn, entity, row_id, field)
    return kept


def clashes(kept: Draft, standing: str) -> bool:
    """Say whether the record holds words that are neither the draft's base nor the draft."""
    return standing not in {kept.base_text, kept.text}


def _joined(kept: Draft, theirs: str) -> str | None:
    if not clashes(kept, theirs):
        return kept.text
    if REGISTRY[kept.entity].field(kept.field).policy is not Policy.TEXT3:
        return None
    return merge_text(kept.base_text, theirs, kept.text)


def _say_what_was_seen(conn: Connection, kept: Draft, last: int) -> None:
    """Give the operation just captured the base its writer had before their eyes."""
    mine = and_(
        sync_outbox.c.oid > last, sync_outbox.c.entity == kept.entity, sync_outbox.c.row_id == kept.row_id
    )
    for oid, old in conn.execute(select(sync_outbox.c.oid, sync_outbox.c.old).where(mine)).all():
        seen = {**json.loads(old or "{}"), kept.field: kept.base_text or None}
        base_rev = min(kept.base_rev, _rev(conn, kept.entity, kept.row_id))
        values = {"old": json.dumps(seen, ensure_ascii=False), "base_rev": base_rev}
        conn.execute(update(sync_outbox).where(sync_outbox.c.oid == oid).values(values))


def _last_op(conn: Connection) -> int:
    return int(conn.execute(select(func.coalesce(func.max(sync_outbox.c.oid), 0))).scalar_one())


def _rev(conn: Connection, entity: str, row_id: str) -> int:
    mine = and_(sync_row.c.entity == entity, sync_row.c.row_id == row_id)
    return int(conn.execute(select(sync_row.c.rev).where(mine)).scalar() or 0)


def _of(entity: str, row_id: str, field: str) -> ColumnElement[bool]:
    return and_(draft.c.entity == entity, draft.c.row_id == row_id, draft.c.field == field)


def _drafts(conn: Connection, where: ColumnElement[bool]) -> tuple[Draft, ...]:
    rows = conn.execute(select(draft).where(where).order_by(draft.c.field)).mappings()
    return tuple(Draft(**row) for row in rows)
