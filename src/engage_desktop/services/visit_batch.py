"""Several short contacts on one sheet: calls, messages and letters of a day, each a contact of its own."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import and_, select

from engage_desktop.errors import NotAllowed
from engage_desktop.services.contact_writing import Made, begin
from engage_desktop.services.desk import Desk
from engage_desktop.services.notes import Finalise
from engage_desktop.services.visit_starts import make_contact
from engage_desktop.store import notes, records
from engage_desktop.store.reading import standing
from engage_desktop.store.tables import records as tables
from engage_domain.contact_codes import ContactType, Method, Presence
from engage_domain.note import Note
from engage_wire.changed import Changed
from engage_wire.registry import Value

SHORT = (Method.PHONE, Method.TEXT, Method.EMAIL, Method.LETTER, Method.ATTEMPTED_PHONE)


@dataclass(frozen=True, slots=True)
class ShortContacts:
    """Shows the short contacts with a family that this worker has not finalised."""

    desk: Desk

    def __call__(self, family_id: str) -> tuple[Note, ...]:
        """Return them in the order in which they were written down."""
        contact = tables["contact"]
        mine = and_(contact.c.family_id == family_id, contact.c.author_id == self.desk.me.user_id)
        short = and_(contact.c.status == "draft", contact.c.method.in_(SHORT), standing(contact))
        with self.desk.read() as conn:
            found = conn.execute(
                select(contact.c.id).where(mine, short).order_by(contact.c.entered_at, contact.c.id)
            )
            return tuple(notes.note_of(conn, row.id, self.desk.today()) for row in found.all())


@dataclass(frozen=True, slots=True)
class AddShort:
    """Adds one short contact to the sheet: a telephone call of this moment, until somebody says otherwise."""

    desk: Desk

    def __call__(self, family_id: str) -> Made:
        """Write the contact, its empty note, and a place for the name of whoever it was with."""
        with self.desk.write("contact.short") as conn:
            facts: dict[str, Value] = {
                "method": Method.PHONE,
                "types": records.member_text([ContactType.COLLATERAL]),
            }
            made = make_contact(self.desk, conn, family_id, self.desk.now(), facts)
            begin(self.desk, conn, made.made_id).put("contact_participant", {"presence": Presence.PRESENT})
            return made


@dataclass(frozen=True, slots=True)
class SetMethod:
    """Says how a short contact happened; trying without reaching anybody makes it an attempt."""

    desk: Desk

    def __call__(self, contact_id: str, method: str) -> Changed:
        """Write the method, and whether it was an attempt."""
        with self.desk.write("contact.method") as conn:
            write = begin(self.desk, conn, contact_id)
            facts: dict[str, Value] = {"method": method, "attempted": int(method == Method.ATTEMPTED_PHONE)}
            records.update(conn, "contact", contact_id, facts)
            return write.changed("contact")


@dataclass(frozen=True, slots=True)
class FinaliseAll:
    """Finalises several contacts, each by itself; one that lacks something stays open and stops no other."""

    desk: Desk

    def __call__(self, contact_ids: tuple[str, ...]) -> Changed:
        """Return what changed; contacts a rule forbids to finalise are left as they are."""
        changed, finalise = Changed(), Finalise(self.desk)
        for contact_id in contact_ids:
            try:
                changed |= finalise(contact_id)
            except NotAllowed:
                continue
        return changed
