"""During a visit: every tap is one write, kept at once, and taken back by tapping again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from engage_desktop.services.contact_writing import Made, Writing, begin
from engage_desktop.services.desk import Desk
from engage_desktop.services.drafts import settle_all
from engage_desktop.services.visit_undo import take_back_presence
from engage_desktop.store import records, visits
from engage_domain.compose import natural_section, waiting_for
from engage_domain.contact_codes import Alone, MarkKind, Presence, Side
from engage_domain.visit import Contact, Mark
from engage_wire.changed import Changed
from engage_wire.registry import Value


@dataclass(frozen=True, slots=True)
class Board:
    """Shows one contact as it stands now."""

    desk: Desk

    def __call__(self, contact_id: str) -> Contact:
        """Return everything known of the contact except its narrative."""
        with self.desk.read() as conn:
            return visits.contact_of(conn, contact_id, self.desk.today())


@dataclass(frozen=True, slots=True)
class TapPerson:
    """Marks somebody as here; a second tap takes it back."""

    desk: Desk

    def __call__(self, contact_id: str, person_id: str) -> Changed:
        """Turn one person's presence round, with the time."""
        with self.desk.write("participant.tap") as conn:
            write = begin(self.desk, conn, contact_id)
            there = visits.participant_of(conn, contact_id, person_id)
            row = visits.participant_row(conn, there) if there else None
            if row is not None and row["presence"] == Presence.PRESENT:
                take_back_presence(write, there)
                return write.changed("contact_participant", "mark")
            if row is not None:
                values: dict[str, Value] = {"presence": Presence.PRESENT, "left_at": None}
                records.update(
                    conn,
                    "contact_participant",
                    there,
                    {**values, "arrived_at": row["arrived_at"] or write.now},
                )
            else:
                there = write.put(
                    "contact_participant",
                    {"person_id": person_id, "presence": Presence.PRESENT, "arrived_at": write.now},
                )
            write.mark(MarkKind.ARRIVED, person_id=person_id, code=there)
            return write.changed("contact_participant", "mark")


@dataclass(frozen=True, slots=True)
class SomebodyCame:
    """Marks somebody from outside the family as here."""

    desk: Desk

    def __call__(self, contact_id: str, name: str) -> Made:
        """Write who came; the name may be any words, such as a neighbour."""
        with self.desk.write("participant.other") as conn:
            write = begin(self.desk, conn, contact_id)
            there = write.put(
                "contact_participant",
                {"other_name": name, "presence": Presence.PRESENT, "arrived_at": write.now},
            )
            write.mark(MarkKind.ARRIVED, speaker=name, code=there)
            return write.made(there, "contact_participant", "mark")


@dataclass(frozen=True, slots=True)
class SomebodyLeft:
    """Marks somebody who was here as gone, with the time; once more takes it back."""

    desk: Desk

    def __call__(self, contact_id: str, participant_id: str) -> Changed:
        """Turn round whether somebody has left."""
        with self.desk.write("participant.left") as conn:
            write = begin(self.desk, conn, contact_id)
            row = visits.participant_row(conn, participant_id)
            gone = row["presence"] == Presence.LEFT
            values = (
                {"presence": Presence.PRESENT, "left_at": None}
                if gone
                else {"presence": Presence.LEFT, "left_at": write.now}
            )
            records.update(conn, "contact_participant", participant_id, values)
            if gone:
                write.void("mark", *visits.marks_of(conn, contact_id, MarkKind.LEFT, code=participant_id))
            else:
                write.mark(MarkKind.LEFT, row["person_id"] or "", row["other_name"] or "", participant_id)
            return write.changed("contact_participant", "mark")


@dataclass(frozen=True, slots=True)
class AnswerAlone:
    """Writes whether a child was seen alone; the same answer again takes it back."""

    desk: Desk

    def __call__(self, contact_id: str, person_id: str, answer: Alone) -> Changed:
        """Keep the answer of somebody who was there; without a row for them, nobody asked."""
        with self.desk.write("participant.alone") as conn:
            write = begin(self.desk, conn, contact_id)
            there = visits.participant_of(conn, contact_id, person_id)
            row = visits.participant_row(conn, there)
            new = None if row["seen_alone"] == answer else answer
            records.update(conn, "contact_participant", there, {"seen_alone": new})
            return write.changed("contact_participant")


@dataclass(frozen=True, slots=True)
class TapCode:
    """Marks a topic or an element; a second tap takes it back."""

    desk: Desk
    kind: MarkKind
    field: str

    def __call__(self, contact_id: str, code: str) -> Changed:
        """Turn one code round, as a timed mark and in the contact's facts."""
        with self.desk.write(f"contact.{self.kind}") as conn:
            write = begin(self.desk, conn, contact_id)
            had = set(records.members(write.contact[self.field]))
            if code in had:
                write.void("mark", *visits.marks_of(conn, contact_id, self.kind, code=code))
            else:
                write.mark(self.kind, code=code)
            facts = {self.field: records.member_text(had ^ {code})}
            records.update(conn, "contact", contact_id, facts)
            return write.changed("contact", "mark")


def tap_topic(desk: Desk) -> TapCode:
    """Return the service that marks what was talked about."""
    return TapCode(desk, MarkKind.TOPIC, "topics")


def tap_element(desk: Desk) -> TapCode:
    """Return the service that marks which element of engagement it was."""
    return TapCode(desk, MarkKind.ELEMENT, "elements")


@dataclass(frozen=True, slots=True)
class KeepMark:
    """Keeps that something was said, strong or worrying; the words may follow or not."""

    desk: Desk

    def __call__(self, contact_id: str, kind: MarkKind, person_id: str = "", speaker: str = "") -> Made:
        """Write the mark of this moment."""
        with self.desk.write("mark.keep") as conn:
            write = begin(self.desk, conn, contact_id)
            return write.made(write.mark(kind, person_id, speaker), "mark")


@dataclass(frozen=True, slots=True)
class Promised:
    """What somebody promised, as far as it is known."""

    side: Side
    what: str = ""
    person_id: str = ""
    speaker: str = ""
    by_when: date | None = None


@dataclass(frozen=True, slots=True)
class MakePromise:
    """Keeps that the worker or somebody of the family promised something."""

    desk: Desk

    def __call__(self, contact_id: str, side: Side, person_id: str = "", speaker: str = "") -> Made:
        """Write the promise as a step and the mark of this moment; what and by when may follow."""
        with self.desk.write("promise.make") as conn:
            write = begin(self.desk, conn, contact_id)
            return _promise(write, Promised(side, "", person_id, speaker))


@dataclass(frozen=True, slots=True)
class WritePromise:
    """Writes a promise down after the visit, whole; it goes into the note."""

    desk: Desk

    def __call__(self, contact_id: str, promised: Promised) -> Made:
        """Write the step and its mark."""
        with self.desk.write("promise.write") as conn:
            write = begin(self.desk, conn, contact_id)
            return _promise(write, promised, waiting_for(natural_section(MarkKind.PROMISE)))


def _promise(write: Writing, promised: Promised, used_in: str = "") -> Made:
    step: dict[str, Value] = {
        "side": promised.side,
        "who_user_id": write.desk.me.user_id if promised.side is Side.AGENCY else None,
        "who_person_id": promised.person_id or None,
        "what": promised.what or None,
        "by_when": promised.by_when.isoformat() if promised.by_when else None,
        "status": "not_started",
    }
    step_id = write.put("action_step", step)
    mark_id = write.mark(MarkKind.PROMISE, promised.person_id, promised.speaker, step_id)
    if used_in:
        records.update(write.conn, "mark", mark_id, {"used_in": used_in})
    return write.made(mark_id, "mark", "action_step")


@dataclass(frozen=True, slots=True)
class DatePromise:
    """Says by when a promise is due; None says that nobody named a day."""

    desk: Desk

    def __call__(self, contact_id: str, step_id: str, by_when: date | None) -> Changed:
        """Write the day."""
        with self.desk.write("promise.date") as conn:
            write = begin(self.desk, conn, contact_id)
            records.update(
                conn, "action_step", step_id, {"by_when": by_when.isoformat() if by_when else None}
            )
            return write.changed("action_step")


@dataclass(frozen=True, slots=True)
class Leave:
    """Ends a visit: the time, the appointment held, words and promises waiting for the note."""

    desk: Desk

    def __call__(self, contact_id: str) -> Changed:
        """Close the visit; leaving twice keeps the first time."""
        with self.desk.write("contact.leave") as conn:
            write = begin(self.desk, conn, contact_id)
            changed = settle_all(conn, contact_id)
            if write.contact["event_end"] is not None:
                return changed
            records.update(conn, "contact", contact_id, {"event_end": write.now})
            if write.contact["appointment_id"]:
                records.update(conn, "appointment", write.contact["appointment_id"], {"status": "held"})
            for mark in _to_be_laid(visits.contact_of(conn, contact_id, self.desk.today())):
                records.update(conn, "mark", mark.id, {"used_in": waiting_for(natural_section(mark.kind))})
            return changed | write.changed("contact", "appointment", "mark")


def _to_be_laid(contact: Contact) -> Iterator[Mark]:
    """Yield the quotes and promises that have words: they go into the note unless the worker takes them out."""
    for mark in contact.marks:
        promise = contact.promise_of(mark)
        words = promise.what if promise else mark.text
        if mark.kind in {MarkKind.SAID, MarkKind.PROMISE} and words.strip() and not mark.used_in:
            yield mark
