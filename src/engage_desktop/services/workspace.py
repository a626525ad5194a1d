"""What a caseworker does on a family's Overview: look, say what became of a promise, arrange what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy import Connection

from engage_desktop.errors import BadInput, NotAllowed
from engage_desktop.services.contact_writing import Made
from engage_desktop.services.desk import Desk
from engage_desktop.store import records, search_days, workspace
from engage_desktop.store.people import keep_unseen, row_of
from engage_desktop.store.reading import day, text
from engage_domain.plans import NOT_STARTED
from engage_domain.visit import HOUR
from engage_domain.workspace import CLOSED, Appointment, FamilyHeader, Kept, Overview, StepStatus
from engage_wire.changed import Changed
from engage_wire.clock import instant
from engage_wire.registry import Value

LONGEST = 500


@dataclass(frozen=True, slots=True)
class HeaderOf:
    """Reads what stands above every tab of a family."""

    desk: Desk

    def __call__(self, family_id: str) -> FamilyHeader:
        """Return it; NotFound when the family is not on this laptop."""
        with self.desk.read() as conn:
            return workspace.header(conn, family_id)


@dataclass(frozen=True, slots=True)
class OverviewOf:
    """Reads a family at a glance."""

    desk: Desk

    def __call__(self, family_id: str) -> Overview:
        """Return everything the Overview shows besides who is who."""
        me, now, today, zone = self.desk.me, self.desk.now(), self.desk.today(), self.desk.zone
        since = datetime.combine(today, time.min, zone)
        with self.desk.read() as conn:
            return Overview(
                header=workspace.header(conn, family_id),
                quotes=workspace.quotes(conn, family_id),
                promises=workspace.promises(conn, family_id, me.user_id),
                parents=workspace.parents(conn, family_id, now, zone),
                children=workspace.children(conn, family_id, me, today, zone),
                appointments=workspace.appointments(conn, family_id, me.user_id, since=since),
                notes=workspace.open_notes(conn, family_id),
                has_contacts=workspace.has_contacts(conn, family_id),
                resting=search_days.resting(conn, family_id),
            )


@dataclass(frozen=True, slots=True)
class Said(Changed):
    """What was said about a promise, and what stood there before."""

    step_id: str = ""
    before: Kept = NOT_STARTED
    after: Kept = NOT_STARTED


@dataclass(frozen=True, slots=True)
class SayPromise:
    """Says what became of a promise: done, changed, stuck, dropped, going on."""

    desk: Desk

    def __call__(self, step_id: str, status: StepStatus, note: str = "") -> Said:
        """Keep the status with its words, and the day on which it closed."""
        closed = self.desk.today() if status in CLOSED else None
        after = Kept(str(status), note.strip()[:LONGEST], closed)
        with self.desk.write("action_step.say") as conn:
            row, before = _kept(conn, step_id)
            _write_kept(conn, step_id, after)
        changed = Changed.of(f"f:{row['family_id']}", "action_step")
        return Said(changed.entities, changed.buckets, step_id, before, after)


@dataclass(frozen=True, slots=True)
class PutPromiseBack:
    """Undoes what was said about a promise."""

    desk: Desk

    def __call__(self, said: Said) -> Changed:
        """Let the promise stand as it did; NotAllowed when somebody has said something else since."""
        with self.desk.write("action_step.say") as conn:
            row, here = _kept(conn, said.step_id)
            if here != said.after:
                raise NotAllowed("said_since")
            _write_kept(conn, said.step_id, said.before)
        return Changed.of(f"f:{row['family_id']}", "action_step")


@dataclass(frozen=True, slots=True)
class Arranged:
    """An appointment as somebody writes it down; the times are the agency's wall clock."""

    kind: str
    on: date | None
    starts: time | None
    ends: time | None = None
    place: str = ""
    purpose: str = ""
    person_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Arrange:
    """Writes an appointment down, or amends one."""

    desk: Desk

    def __call__(self, family_id: str, given: Arranged, appointment_id: str = "") -> Made:
        """Keep the appointment; BadInput names what is missing or cannot be.

        NotAllowed when it newly names somebody whom a safety review keeps everybody from meeting.
        """
        values = self._values(given)
        row_id = appointment_id or self.desk.new_id()
        with self.desk.write("appointment.edit" if appointment_id else "appointment.add") as conn:
            self._write(conn, family_id, row_id, values, is_new=not appointment_id)
        changed = Changed.of(f"f:{family_id}", "appointment")
        return Made(changed.entities, changed.buckets, row_id)

    def _values(self, given: Arranged) -> dict[str, Value]:
        if not given.kind:
            raise BadInput("kind", "empty")
        if given.on is None:
            raise BadInput("on", "empty")
        if given.starts is None:
            raise BadInput("starts", "empty")
        start = datetime.combine(given.on, given.starts, self.desk.zone)
        end = datetime.combine(given.on, given.ends, self.desk.zone) if given.ends else start + HOUR
        if end <= start:
            raise BadInput("ends", "before_start")
        return {
            "kind": given.kind,
            "starts_at": instant(start),
            "ends_at": instant(end),
            "place": given.place.strip()[:LONGEST] or None,
            "purpose": given.purpose.strip()[:LONGEST] or None,
            "person_ids": records.member_text(given.person_ids),
        }

    def _write(
        self, conn: Connection, family_id: str, row_id: str, values: dict[str, Value], *, is_new: bool
    ) -> None:
        before = {"person_ids": None} if is_new else row_of(conn, "appointment", row_id)
        named = set(records.members(values["person_ids"])) - set(records.members(before["person_ids"]))
        if named & search_days.resting(conn, family_id):
            raise NotAllowed("person_rests")
        if not is_new:
            keep_unseen(conn, before, values)
            records.update(conn, "appointment", row_id, values)
            return
        me = self.desk.me.user_id
        own: dict[str, Value] = {"family_id": family_id, "user_id": me, "status": "planned", **values}
        records.insert(conn, "appointment", row_id, own, by=me, at=self.desk.now())


@dataclass(frozen=True, slots=True)
class CancelAppointment:
    """Says that an appointment will not take place, and why; the story keeps both."""

    desk: Desk

    def __call__(self, appointment_id: str, reason: str) -> Changed:
        """Keep it as cancelled; BadInput without a reason."""
        if not reason.strip():
            raise BadInput("reason", "empty")
        return self._write(appointment_id, "cancelled", reason.strip()[:LONGEST])

    def undo(self, appointment_id: str) -> Changed:
        """Let it take place after all."""
        return self._write(appointment_id, "planned", None)

    def _write(self, appointment_id: str, status: str, reason: str | None) -> Changed:
        with self.desk.write("appointment.cancel") as conn:
            row = row_of(conn, "appointment", appointment_id)
            records.update(conn, "appointment", appointment_id, {"status": status, "void_reason": reason})
        return Changed.of(f"f:{row['family_id']}", "appointment")


@dataclass(frozen=True, slots=True)
class AppointmentOf:
    """Reads one appointment."""

    desk: Desk

    def __call__(self, appointment_id: str) -> Appointment:
        """Return it; NotFound when it is not here."""
        with self.desk.read() as conn:
            return workspace.appointment_of(conn, appointment_id, self.desk.me.user_id)


def _kept(conn: Connection, step_id: str) -> tuple[dict[str, Value], Kept]:
    row = row_of(conn, "action_step", step_id)
    return row, Kept(
        text(row["status"]) or NOT_STARTED.status, text(row["outcome_note"]), day(row["closed_on"])
    )


def _write_kept(conn: Connection, step_id: str, kept: Kept) -> None:
    values: dict[str, Value] = {
        "status": kept.status,
        "outcome_note": kept.note or None,
        "closed_on": kept.closed_on.isoformat() if kept.closed_on else None,
    }
    records.update(conn, "action_step", step_id, values)
