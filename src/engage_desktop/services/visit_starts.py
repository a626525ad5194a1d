"""How a contact begins: at the door, nobody home, called off, by telephone, or several short ones on one sheet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from sqlalchemy import Connection

from engage_desktop.services.contact_writing import Made, begin
from engage_desktop.services.desk import Desk
from engage_desktop.services.drafts import settle_all
from engage_desktop.store import drafts, records, visits
from engage_domain.contact_codes import ATTEMPTS, ContactType, Method, Presence
from engage_wire.changed import Changed
from engage_wire.clock import instant
from engage_wire.registry import Value

ATTEMPT_OF = {Method.PHONE: Method.ATTEMPTED_PHONE}


@dataclass(frozen=True, slots=True)
class StartVisit:
    """Begins a home visit, or goes on with the one that is running."""

    desk: Desk

    def __call__(self, family_id: str, appointment_id: str = "") -> Made:
        """Begin now; the appointment, named or standing in today's calendar, points at the contact from here on."""
        with self.desk.write("contact.start") as conn:
            running = visits.running_contact(conn, family_id, self.desk.me.user_id)
            if running:
                return Made(made_id=running)
            appointment_id = appointment_id or self._of_today(conn, family_id)
            facts: dict[str, Value] = {
                "method": Method.FACE_TO_FACE,
                "types": records.member_text([ContactType.CASEWORK_CONTACT, ContactType.HOME_VISIT]),
                "appointment_id": appointment_id or None,
            }
            made = make_contact(self.desk, conn, family_id, self.desk.now(), facts)
            if appointment_id:
                records.update(conn, "appointment", appointment_id, {"contact_id": made.made_id})
            return made

    def _of_today(self, conn: Connection, family_id: str) -> str:
        desk = self.desk
        midnight = datetime.combine(desk.today(), time(), desk.zone)
        rows = visits.planned_visits(conn, family_id, desk.me.user_id, instant(midnight))
        tomorrow = instant(datetime.combine(desk.today() + timedelta(days=1), time(), desk.zone))
        return next((row.id for row in rows if row.starts_at < tomorrow), "")


@dataclass(frozen=True, slots=True)
class Other:
    """What is known when a contact is written down that was not a home visit begun at the door."""

    method: Method
    types: tuple[str, ...] = ()
    start: datetime | None = None
    end: datetime | None = None
    person_ids: tuple[str, ...] = ()
    other_name: str = ""


@dataclass(frozen=True, slots=True)
class StartOther:
    """Writes down a telephone call, a message, or a meeting somewhere else."""

    desk: Desk

    def __call__(self, family_id: str, known: Other, instead_of: str = "") -> Made:
        """Begin the contact with what is known; nothing else is filled in. The visit it was instead of is taken back."""
        with self.desk.write("contact.other") as conn:
            if instead_of:
                take_back(self.desk, conn, instead_of)
            facts: dict[str, Value] = {
                "method": known.method,
                "attempted": int(known.method in ATTEMPTS),
                "types": records.member_text(known.types) if known.types else None,
                "event_end": instant(known.end) if known.end else None,
            }
            made = make_contact(self.desk, conn, family_id, known.start or self.desk.now(), facts)
            write = begin(self.desk, conn, made.made_id)
            for person_id in known.person_ids:
                write.put("contact_participant", {"person_id": person_id, "presence": Presence.PRESENT})
            if known.other_name:
                write.put(
                    "contact_participant", {"other_name": known.other_name, "presence": Presence.PRESENT}
                )
            return made


@dataclass(frozen=True, slots=True)
class NobodyHome:
    """Turns a contact into an attempt: the worker came or called, and reached nobody."""

    desk: Desk

    def __call__(self, contact_id: str) -> Changed:
        """Mark the attempt; it never counts as a visit and stays as evidence of effort (I-4)."""
        with self.desk.write("contact.attempted") as conn:
            write = begin(self.desk, conn, contact_id)
            method = ATTEMPT_OF.get(write.contact["method"], Method.ATTEMPTED_FACE_TO_FACE)
            end = write.contact["event_end"] or write.now
            facts: dict[str, Value] = {"attempted": 1, "method": method, "event_end": end}
            records.update(conn, "contact", contact_id, facts)
            _close_appointment(conn, write.contact["appointment_id"], "missed")
            return write.changed("contact", "appointment")


@dataclass(frozen=True, slots=True)
class StartAttempt:
    """Writes down that somebody was not reached, without a visit begun before."""

    desk: Desk

    def __call__(
        self, family_id: str, method: Method, at: datetime | None = None, appointment_id: str = ""
    ) -> Made:
        """Begin the attempt; what was tried is written in the note."""
        with self.desk.write("contact.attempted") as conn:
            when = at or self.desk.now()
            facts: dict[str, Value] = {
                "attempted": 1,
                "method": method,
                "event_end": instant(when),
                "appointment_id": appointment_id or None,
            }
            made = make_contact(self.desk, conn, family_id, when, facts)
            _point_appointment(conn, appointment_id, made.made_id, "missed")
            return made


@dataclass(frozen=True, slots=True)
class VisitMissed:
    """Turns a contact into a visit that did not happen, with the reason."""

    desk: Desk

    def __call__(self, contact_id: str, reason: str, children: tuple[str, ...] = ()) -> Changed:
        """Keep the reason, and for which children it was to be the visit."""
        with self.desk.write("contact.missed") as conn:
            write = begin(self.desk, conn, contact_id)
            facts: dict[str, Value] = {"missed_reason": reason, "method": None}
            records.update(
                conn, "contact", contact_id, {**facts, "focus_children": records.member_text(children)}
            )
            _close_appointment(conn, write.contact["appointment_id"], "missed")
            return write.changed("contact", "appointment")


@dataclass(frozen=True, slots=True)
class StartMissed:
    """Writes down that a visit did not happen, without having begun it."""

    desk: Desk

    def __call__(
        self,
        family_id: str,
        reason: str,
        children: tuple[str, ...] = (),
        at: datetime | None = None,
        appointment_id: str = "",
    ) -> Made:
        """Keep when it should have been, the reason and the children."""
        with self.desk.write("contact.missed") as conn:
            facts: dict[str, Value] = {
                "missed_reason": reason,
                "focus_children": records.member_text(children),
                "appointment_id": appointment_id or None,
            }
            made = make_contact(self.desk, conn, family_id, at or self.desk.now(), facts)
            _point_appointment(conn, appointment_id, made.made_id, "missed")
            return made


@dataclass(frozen=True, slots=True)
class TakeBackContact:
    """Takes a contact back that was begun by mistake; a final one stays."""

    desk: Desk

    def __call__(self, contact_id: str) -> Changed:
        """Void the contact and everything tapped in it; the appointment is planned again."""
        with self.desk.write("contact.take_back") as conn:
            return take_back(self.desk, conn, contact_id)


def take_back(desk: Desk, conn: Connection, contact_id: str) -> Changed:
    """Void a contact and everything tapped in it, within a write transaction."""
    write = begin(desk, conn, contact_id)
    settle_all(conn, contact_id)
    begun = visits.contact_of(conn, contact_id, desk.today())
    write.void("action_step", *(p.step_id for p in begun.promises))
    write.void("mark", *(m.id for m in begun.marks))
    write.void("contact_participant", *(p.participant_id for p in begun.people if p.participant_id))
    write.void("contact_body", contact_id)
    write.void("contact", contact_id)
    drafts.discard(conn, "addendum", contact_id, "text")
    appointment_id = write.contact["appointment_id"]
    if appointment_id:
        records.update(conn, "appointment", appointment_id, {"contact_id": None, "status": "planned"})
    return write.changed("contact", "contact_body", "mark", "action_step", "appointment")


def make_contact(
    desk: Desk, conn: Connection, family_id: str, start: datetime, facts: dict[str, Value]
) -> Made:
    """Write a draft contact and its empty note, signed by whoever sits at the desk."""
    contact_id, me = desk.new_id(), desk.me
    signed: dict[str, Value] = {
        "family_id": family_id,
        "event_start": instant(start),
        "status": "draft",
        "author_id": me.user_id,
        "enterer_id": me.user_id,
        "contactor_role": me.role,
        "entered_at": instant(desk.now()),
    }
    records.insert(conn, "contact", contact_id, {**signed, **facts}, by=me.user_id, at=desk.now())
    body: dict[str, Value] = {"family_id": family_id, "contact_id": contact_id}
    records.insert(conn, "contact_body", contact_id, body, by=me.user_id, at=desk.now())
    touched = frozenset({"contact", "contact_body", "contact_participant", "appointment"})
    return Made(touched, frozenset({f"f:{family_id}"}), contact_id)


def _close_appointment(conn: Connection, appointment_id: str | None, status: str) -> None:
    if appointment_id:
        records.update(conn, "appointment", appointment_id, {"status": status})


def _point_appointment(conn: Connection, appointment_id: str, contact_id: str, status: str) -> None:
    if appointment_id:
        records.update(conn, "appointment", appointment_id, {"status": status, "contact_id": contact_id})
