"""What every write about a contact has in common: it is open, signed, dated, and says what it touched."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, RowMapping

from engage_desktop.errors import NotAllowed
from engage_desktop.services.desk import Desk
from engage_desktop.store import records, visits
from engage_wire.changed import Changed
from engage_wire.clock import instant
from engage_wire.registry import Value

TAKEN_BACK = "taken_back"


@dataclass(frozen=True, slots=True)
class Made(Changed):
    """A change that made something, and what it is called."""

    made_id: str = ""


@dataclass(frozen=True, slots=True)
class Writing:
    """One write about an open contact: the connection, its row, and what every row about it carries."""

    desk: Desk
    conn: Connection
    contact: RowMapping

    @property
    def now(self) -> str:
        """The moment of this write."""
        return instant(self.desk.now())

    def put(self, entity: str, values: dict[str, Value]) -> str:
        """Write a row about the contact and return its id."""
        row_id = self.desk.new_id()
        own = {"family_id": self.contact["family_id"], "contact_id": self.contact["id"]}
        by, at = self.desk.me.user_id, self.desk.now()
        records.insert(self.conn, entity, row_id, {**own, **values}, by=by, at=at)
        return row_id

    def void(self, entity: str, *row_ids: str) -> None:
        """Take rows back."""
        for row_id in row_ids:
            records.void(self.conn, entity, row_id, TAKEN_BACK, self.desk.now())

    def mark(self, kind: str, person_id: str = "", speaker: str = "", code: str = "") -> str:
        """Write a mark of this moment."""
        words = {"person_id": person_id or None, "speaker": speaker or None, "code": code or None}
        return self.put("mark", {"kind": kind, "at": self.now, **words})

    def changed(self, *entities: str) -> Changed:
        """Return what this write touched."""
        return Changed.of(f"f:{self.contact['family_id']}", *entities)

    def made(self, made_id: str, *entities: str) -> Made:
        """Return what this write touched and made."""
        return Made(frozenset(entities), frozenset({f"f:{self.contact['family_id']}"}), made_id)


def begin(desk: Desk, conn: Connection, contact_id: str) -> Writing:
    """Begin to write about a contact; a final one is refused (I-1)."""
    row = visits.contact_row(conn, contact_id)
    if row["status"] == "final":
        raise NotAllowed("I-1")
    return Writing(desk, conn, row)
