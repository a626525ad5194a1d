"""Words being typed: kept every half second, never captured, never indexed, settled into the record as one op.

While somebody types, a pull may bring another text for the same field. The draft remembers what the writer saw
when the typing began, and the op says so, so that the agency joins both texts or shows them side by side.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from engage_desktop.store.shadow import keep_shadow
from engage_wire.clock import instant
from engage_wire.entities import REGISTRY
from engage_wire.registry import Policy
from engage_wire.text3 import merge_text

COLUMNS = "entity, row_id, field, family_id, text, base_text, base_rev, at"


@dataclass(frozen=True, slots=True)
class Draft:
    """The unsettled text of one field, and the text and revision it was begun from."""

    entity: str
    row_id: str
    field: str
    family_id: str
    text: str
    base_text: str
    base_rev: int
    at: str


def put(
    conn: Connection,
    entity: str,
    row_id: str,
    field: str,
    *,
    family_id: str,
    text: str,
    base_text: str,
    at: datetime,
) -> None:
    """Keep what stands in an editor; `base_text` is what it showed before the first key."""
    conn.exec_driver_sql(
        f"INSERT INTO draft({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT(entity, row_id, field) DO UPDATE SET text = excluded.text, at = excluded.at",
        (
            entity,
            row_id,
            field,
            family_id,
            text,
            base_text,
            _seen_rev(conn, entity, row_id, field, base_text),
            instant(at),
        ),
    )


def get(conn: Connection, entity: str, row_id: str, field: str) -> Draft | None:
    """Return the draft of one field, or None."""
    return next((draft for draft in all_of(conn, entity, row_id) if draft.field == field), None)


def all_of(conn: Connection, entity: str, row_id: str) -> tuple[Draft, ...]:
    """Return the drafts of one record."""
    return _read(conn, "WHERE entity = ? AND row_id = ? ORDER BY field", (entity, row_id))


def list_open(conn: Connection, family_id: str = "") -> tuple[Draft, ...]:
    """Return every draft, or those of one family, oldest first."""
    if family_id:
        return _read(conn, "WHERE family_id = ? ORDER BY at, field", (family_id,))
    return _read(conn, "ORDER BY at, field", ())


def by_row(conn: Connection, family_id: str, entity: str) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return what is being typed into a family's records of one kind: field and text, by record."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for draft in list_open(conn, family_id):
        if draft.entity == entity:
            found[draft.row_id] = (*found.get(draft.row_id, ()), (draft.field, draft.text))
    return found


def orphans(conn: Connection) -> tuple[Draft, ...]:
    """Return drafts whose record is not on this laptop (any more), so that their words can be saved elsewhere."""
    return tuple(d for d in list_open(conn) if _current(conn, d) is None)


def is_orphan(conn: Connection, draft: Draft) -> bool:
    """Say whether the record of a draft is not on this laptop."""
    return _current(conn, draft) is None


def keep_aside(conn: Connection, draft: Draft) -> None:
    """Keep an orphan's words without its family, so that they hold nothing back and can still be saved."""
    conn.exec_driver_sql(
        "UPDATE draft SET family_id = NULL WHERE entity = ? AND row_id = ? AND field = ?",
        (draft.entity, draft.row_id, draft.field),
    )


def discard(conn: Connection, entity: str, row_id: str, field: str) -> None:
    """Forget a draft without writing it."""
    conn.exec_driver_sql(
        "DELETE FROM draft WHERE entity = ? AND row_id = ? AND field = ?", (entity, row_id, field)
    )


def settle(conn: Connection, entity: str, row_id: str, field: str) -> bool:
    """Write a draft into its record as one captured change; say whether the record changed.

    To be called within a write transaction that carries a context. A draft without its record stays.
    """
    draft = get(conn, entity, row_id, field)
    if draft is None:
        return False
    found = _current(conn, draft)
    if found is None:
        return False
    discard(conn, entity, row_id, field)
    current = found[0]
    if draft.text in {draft.base_text, current}:
        return False
    if current == draft.base_text:
        _write(conn, draft, draft.text)
    else:
        _write_as_seen(conn, draft, current)
    return True


def joined(draft: Draft, current: str) -> str:
    """Return what a field says when its draft comes to what stands there by now.

    Only prose is joined; a drawing or a name is taken whole, as the agency will take it.
    """
    if current == draft.base_text or REGISTRY[draft.entity].field(draft.field).policy is not Policy.TEXT3:
        return draft.text
    both = merge_text(draft.base_text, current, draft.text)
    return draft.text if both is None else both


def _write_as_seen(conn: Connection, draft: Draft, current: str) -> None:
    """Capture the change from the text the writer saw, then show both changes joined where they can be."""
    keep_shadow(conn, REGISTRY[draft.entity], draft.row_id)
    rev = conn.exec_driver_sql(
        "SELECT rev FROM sync_row WHERE entity = ? AND row_id = ?", (draft.entity, draft.row_id)
    ).scalar()
    _listen(conn, on=False)
    _write(conn, draft, draft.base_text)
    _set_rev(conn, draft, draft.base_rev)
    _listen(conn, on=True)
    _write(conn, draft, draft.text)
    _listen(conn, on=False)
    _write(conn, draft, joined(draft, current))
    if rev is not None:
        _set_rev(conn, draft, rev)
    _listen(conn, on=True)


def _read(conn: Connection, where: str, values: tuple[str, ...]) -> tuple[Draft, ...]:
    rows = conn.exec_driver_sql(f"SELECT {COLUMNS} FROM draft {where}", values)
    return tuple(
        Draft(entity, row_id, field, family or "", text, base or "", rev or 0, at)
        for entity, row_id, field, family, text, base, rev, at in rows
    )


def _current(conn: Connection, draft: Draft) -> tuple[str] | None:
    field = REGISTRY[draft.entity].field(draft.field).name
    row = conn.exec_driver_sql(f"SELECT {field} FROM {draft.entity} WHERE id = ?", (draft.row_id,)).first()
    return None if row is None else (row[0] or "",)


def _seen_rev(conn: Connection, entity: str, row_id: str, field: str, base_text: str) -> int:
    """Return the revision the writer saw: today's, or one before it when the text has changed meanwhile."""
    rev = conn.exec_driver_sql(
        "SELECT rev FROM sync_row WHERE entity = ? AND row_id = ?", (entity, row_id)
    ).scalar()
    if rev is None:
        return 0
    name = REGISTRY[entity].field(field).name
    stands = conn.exec_driver_sql(f"SELECT {name} FROM {entity} WHERE id = ?", (row_id,)).scalar()
    return int(rev) if (stands or "") == base_text else max(int(rev) - 1, 0)


def _write(conn: Connection, draft: Draft, text: str) -> None:
    field = REGISTRY[draft.entity].field(draft.field).name
    conn.exec_driver_sql(f"UPDATE {draft.entity} SET {field} = ? WHERE id = ?", (text, draft.row_id))


def _set_rev(conn: Connection, draft: Draft, rev: int) -> None:
    conn.exec_driver_sql(
        "UPDATE sync_row SET rev = ? WHERE entity = ? AND row_id = ?", (rev, draft.entity, draft.row_id)
    )


def _listen(conn: Connection, *, on: bool) -> None:
    conn.exec_driver_sql("UPDATE sync_ctx SET applying = ?", (0 if on else 1,))
