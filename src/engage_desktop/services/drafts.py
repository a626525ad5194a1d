"""Typing: kept every half second, settled into the record as one change."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, and_, or_, select

from engage_desktop.services.desk import Desk
from engage_desktop.store import drafts
from engage_desktop.store.tables import records
from engage_wire.changed import Changed

TYPED_ENTITIES = ("contact", "contact_body", "contact_participant", "mark", "action_step")


@dataclass(frozen=True, slots=True)
class KeepDraft:
    """Keeps what has been typed so far in one field."""

    desk: Desk

    def __call__(
        self, entity: str, row_id: str, field: str, family_id: str, text: str, base_text: str
    ) -> Changed:
        """Keep the text; the record itself does not change yet."""
        with self.desk.write("draft.keep") as conn:
            drafts.put(
                conn, entity, row_id, field,
                family_id=family_id, text=text, base_text=base_text, at=self.desk.now(),
            )  # fmt: skip
        return Changed.of(f"f:{family_id}", "draft")


@dataclass(frozen=True, slots=True)
class SettleDraft:
    """Writes one field's typing into its record."""

    desk: Desk

    def __call__(self, entity: str, row_id: str, field: str) -> Changed:
        """Settle one draft; nothing happens when there is none."""
        with self.desk.write(f"{entity}.write") as conn:
            kept = drafts.get(conn, entity, row_id, field)
            if kept is None:
                return Changed()
            drafts.settle(conn, entity, row_id, field)
        return Changed.of(f"f:{kept.family_id}", entity, "draft")


@dataclass(frozen=True, slots=True)
class SettleContact:
    """Writes everything typed about one contact into its records: on leaving, on locking, after a minute's quiet."""

    desk: Desk

    def __call__(self, contact_id: str) -> Changed:
        """Settle every draft of the contact, its marks, promises and people."""
        with self.desk.write("contact.write") as conn:
            return settle_all(conn, contact_id)


@dataclass(frozen=True, slots=True)
class DiscardDraft:
    """Forgets typing that was taken back."""

    desk: Desk

    def __call__(self, entity: str, row_id: str, field: str) -> Changed:
        """Forget one draft; the record stays as it was."""
        with self.desk.write("draft.discard") as conn:
            kept = drafts.get(conn, entity, row_id, field)
            drafts.discard(conn, entity, row_id, field)
        return Changed() if kept is None else Changed.of(f"f:{kept.family_id}", "draft")


def settle_all(conn: Connection, contact_id: str) -> Changed:
    """Settle everything typed about one contact, within a write transaction."""
    changed = Changed()
    for entity, row_id in _rows_of(conn, contact_id):
        for kept in drafts.all_of(conn, entity, row_id):
            drafts.settle(conn, entity, row_id, kept.field)
            changed |= Changed.of(f"f:{kept.family_id}", entity, "draft")
    return changed


def _rows_of(conn: Connection, contact_id: str) -> list[tuple[str, str]]:
    found = [("contact", contact_id), ("contact_body", contact_id)]
    for entity in TYPED_ENTITIES[2:]:
        table = records[entity]
        mine = table.c.contact_id == contact_id
        if entity == "action_step":
            promised = select(records["mark"].c.code).where(
                and_(records["mark"].c.contact_id == contact_id, records["mark"].c.kind == "promise")
            )
            mine = or_(mine, table.c.id.in_(promised))
        found += [(entity, row_id) for row_id in conn.execute(select(table.c.id).where(mine)).scalars()]
    return found
