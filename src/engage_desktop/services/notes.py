"""The note: read it, lay the answers out in it, put its facts right, make it final, add to it later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from engage_desktop.errors import BadInput, NotAllowed, NotFound
from engage_desktop.services.contact_writing import begin
from engage_desktop.services.desk import Desk
from engage_desktop.services.drafts import settle_all
from engage_desktop.store import drafts, notes, records, visits
from engage_desktop.store.people import keep_unseen
from engage_desktop.store.reading import text
from engage_domain.compose import Line, waiting_for, with_lines
from engage_domain.contact_codes import Presence
from engage_domain.note import Finding, Note, ProtectedWords, blocking, look_for, missing, names_to_notice
from engage_domain.visit import HOUR, Contact
from engage_wire.changed import Changed
from engage_wire.clock import instant
from engage_wire.entities import BODY_SECTIONS, REGISTRY
from engage_wire.merge import seal
from engage_wire.registry import Value
from engage_wire.text3 import merge_text

LISTS = frozenset({"types", "purposes", "topics", "elements", "focus_children"})


@dataclass(frozen=True, slots=True)
class ReadNote:
    """Shows a note as its writer should see it now."""

    desk: Desk

    def __call__(self, contact_id: str) -> Note:
        """Return the contact with its words, typing included."""
        with self.desk.read() as conn:
            return notes.note_of(conn, contact_id, self.desk.today())


@dataclass(frozen=True, slots=True)
class ChooseMark:
    """Puts a mark into the note to come, or takes it out; nothing is written into the text yet."""

    desk: Desk

    def __call__(self, contact_id: str, mark_id: str, section: str = "") -> Changed:
        """Remember where the mark shall stand; nowhere when `section` is empty."""
        with self.desk.write("mark.choose") as conn:
            write = begin(self.desk, conn, contact_id)
            records.update(conn, "mark", mark_id, {"used_in": waiting_for(section) if section else None})
            return write.changed("mark")


@dataclass(frozen=True, slots=True)
class LayOut:
    """Lays the chosen marks out in the note, before what the worker wrote under the same heading."""

    desk: Desk

    def __call__(self, contact_id: str, lines: tuple[Line, ...]) -> Changed:
        """Write the sections and remember that these marks stand in them."""
        with self.desk.write("note.compose") as conn:
            write = begin(self.desk, conn, contact_id)
            settle_all(conn, contact_id)
            row = notes.body_row(conn, contact_id)
            for section in BODY_SECTIONS:
                stands = text(row[section])
                words = [line.text for line in lines if line.section == section and _is_new(line, stands)]
                if words:
                    laid = with_lines(stands, words)
                    records.update(conn, "contact_body", contact_id, {section: laid})
            for line in lines:
                if line.mark_id:
                    records.update(conn, "mark", line.mark_id, {"used_in": line.section})
            return write.changed("contact_body", "mark", "draft")


def _is_new(line: Line, stands: str) -> bool:
    """Say whether a line must be laid; one that stands for no mark may stand there from an earlier time."""
    return bool(line.text) and (bool(line.mark_id) or line.text not in stands.split("\n"))


@dataclass(frozen=True, slots=True)
class MoveMark:
    """Keeps a section's text in which a mark was just put or from which it was taken, and that it was."""

    desk: Desk

    def __call__(self, contact_id: str, line: Line, base_text: str, *, used: bool) -> Changed:
        """Keep the section's whole text as `line.text` has it, and whether the mark stands there now."""
        with self.desk.write("mark.move") as conn:
            write = begin(self.desk, conn, contact_id)
            family_id = write.contact["family_id"]
            drafts.put(
                conn, "contact_body", contact_id, line.section,
                family_id=family_id, text=line.text, base_text=base_text, at=self.desk.now(),
            )  # fmt: skip
            records.update(conn, "mark", line.mark_id, {"used_in": line.section if used else None})
            return write.changed("mark", "draft")


@dataclass(frozen=True, slots=True)
class KeepBoth:
    """Puts what somebody else wrote in a section and what is being written here side by side, in one text."""

    desk: Desk

    def __call__(self, contact_id: str, section: str) -> Changed:
        """Join both by sentence where that is possible, otherwise theirs first and ours below."""
        with self.desk.write("note.keep_both") as conn:
            write = begin(self.desk, conn, contact_id)
            kept = drafts.get(conn, "contact_body", contact_id, section)
            if kept is None:
                return Changed()
            theirs = text(notes.body_row(conn, contact_id)[section])
            joined = merge_text(kept.base_text, theirs, kept.text)
            both = with_lines(kept.text, [theirs]) if joined is None else joined
            drafts.discard(conn, "contact_body", contact_id, section)
            drafts.put(
                conn, "contact_body", contact_id, section,
                family_id=kept.family_id, text=both, base_text=theirs, at=self.desk.now(),
            )  # fmt: skip
            return write.changed("contact_body", "draft")


@dataclass(frozen=True, slots=True)
class SetTimes:
    """Puts the time right at which something happened; when it was entered never changes."""

    desk: Desk

    def __call__(self, contact_id: str, start: datetime, end: datetime | None) -> Changed:
        """Write both times; an end before the start is refused."""
        if end is not None and end < start:
            raise BadInput("end", "before_start")
        with self.desk.write("contact.times") as conn:
            write = begin(self.desk, conn, contact_id)
            facts: dict[str, Value] = {
                "event_start": instant(start),
                "event_end": instant(end) if end else None,
            }
            records.update(conn, "contact", contact_id, facts)
            return write.changed("contact")


@dataclass(frozen=True, slots=True)
class SetPlace:
    """Says how and where a contact happened."""

    desk: Desk

    def __call__(self, contact_id: str, method: str, location: str, note: str = "") -> Changed:
        """Write the method and the place."""
        with self.desk.write("contact.place") as conn:
            write = begin(self.desk, conn, contact_id)
            facts: dict[str, Value] = {
                "method": method or None,
                "location": location or None,
                "location_note": note or None,
            }
            records.update(conn, "contact", contact_id, facts)
            drafts.discard(conn, "contact", contact_id, "location_note")
            return write.changed("contact")


@dataclass(frozen=True, slots=True)
class SetCodes:
    """Says what kind of contact it was, what for, about whom."""

    desk: Desk

    def __call__(self, contact_id: str, field: str, codes: tuple[str, ...]) -> Changed:
        """Write one list of the contact's facts: types, purposes, topics, elements or focus_children."""
        if field not in LISTS:
            raise BadInput(field, "unknown")
        with self.desk.write("contact.codes") as conn:
            write = begin(self.desk, conn, contact_id)
            values: dict[str, Value] = {field: records.member_text(codes)}
            keep_unseen(conn, write.contact, values)
            records.update(conn, "contact", contact_id, values)
            return write.changed("contact")


@dataclass(frozen=True, slots=True)
class SetPresence:
    """Says afterwards whether somebody of the family was there."""

    desk: Desk

    def __call__(self, contact_id: str, person_id: str, presence: Presence | None) -> Changed:
        """Write how somebody took part; None takes it back. Times tapped during the visit stay."""
        with self.desk.write("participant.presence") as conn:
            write = begin(self.desk, conn, contact_id)
            there = visits.participant_of(conn, contact_id, person_id)
            if presence is None:
                write.void("contact_participant", *([there] if there else []))
            elif there:
                absent = presence in {Presence.ABSENT, Presence.REFUSED}
                cleared: dict[str, Value] = {"seen_alone": None} if absent else {}
                records.update(conn, "contact_participant", there, {"presence": presence, **cleared})
            else:
                write.put("contact_participant", {"person_id": person_id, "presence": presence})
            return write.changed("contact_participant")


@dataclass(frozen=True, slots=True)
class PlanNext:
    """Makes the next visit an appointment, or moves the one that was made."""

    desk: Desk

    def __call__(self, contact_id: str, starts_at: datetime) -> Changed:
        """Write the day and the time; a visit that moves stays as long as it was, and for what it was."""
        with self.desk.write("appointment.plan") as conn:
            write = begin(self.desk, conn, contact_id)
            planned = visits.next_visit(conn, write.contact)
            long = planned.long if planned is not None else HOUR
            when: dict[str, Value] = {"starts_at": instant(starts_at), "ends_at": instant(starts_at + long)}
            if planned is not None:
                records.update(conn, "appointment", planned.appointment_id, when)
                return write.changed("appointment")
            me = self.desk.me.user_id
            facts: dict[str, Value] = {
                "family_id": write.contact["family_id"],
                "kind": "home_visit",
                "user_id": me,
            }
            values = {**facts, **when, "status": "planned"}
            records.insert(conn, "appointment", self.desk.new_id(), values, by=me, at=self.desk.now())
            return write.changed("appointment")


@dataclass(frozen=True, slots=True)
class Finalise:
    """Makes a note final: its words, times and names stay as they are, for good (I-1)."""

    desk: Desk

    def __call__(self, contact_id: str) -> Changed:
        """Settle the typing, seal the words and fix them, in one transaction.

        Raises NotAllowed with the rule that demands something still missing.
        """
        with self.desk.write("contact.finalise") as conn:
            write = begin(self.desk, conn, contact_id)
            gaps = blocking(missing(notes.note_of(conn, contact_id, self.desk.today()), self.desk.now()))
            if gaps:
                raise NotAllowed(gaps[0].rule)
            settle_all(conn, contact_id)
            sealed = seal(notes.body_doc(conn, contact_id), REGISTRY["contact_body"])
            fixed: dict[str, Value] = {"status": "final", "finalised_at": write.now, "final_hash": sealed}
            records.update(conn, "contact", contact_id, fixed)
            return write.changed("contact", "contact_body", "contact_participant", "mark", "draft")


@dataclass(frozen=True, slots=True)
class AddAddendum:
    """Adds a later thought beside a final note."""

    desk: Desk

    def __call__(self, contact_id: str, words: str) -> Changed:
        """Write the addendum, signed and dated; its draft is done with."""
        if not words.strip():
            raise BadInput("text", "empty")
        with self.desk.write("addendum.add") as conn:
            row = visits.contact_row(conn, contact_id)
            if row["status"] != "final":
                raise NotFound("final note")
            me, at = self.desk.me.user_id, self.desk.now()
            own: dict[str, Value] = {"family_id": row["family_id"], "contact_id": contact_id}
            signed: dict[str, Value] = {"text": words, "author_id": me, "written_at": instant(at)}
            records.insert(conn, "addendum", self.desk.new_id(), {**own, **signed}, by=me, at=at)
            drafts.discard(conn, "addendum", contact_id, "text")
            return Changed.of(f"f:{row['family_id']}", "addendum", "draft")


@dataclass(frozen=True, slots=True)
class SecondLook:
    """Finds words that may belong under Safety; it warns and never stops anybody."""

    words: ProtectedWords

    def __call__(self, texts: Mapping[str, str], contact: Contact) -> tuple[Finding, ...]:
        """Return the passages worth a second look."""
        return look_for(texts, self.words, names_to_notice(contact))
