"""What a contact leaves behind: promises on both sides, marks from the visit, an appointment, an addendum."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from engage_server.sample.cast import Cast, Person
from engage_server.sample.casting import draw
from engage_server.sample.notes import MARKED_DAYS, PHRASES, Note, write
from engage_server.sample.rows import Book, members, mint
from engage_wire.clock import instant
from engage_wire.registry import Doc

SIDE = {"en": ("My part", "Their part"), "es": ("Por mi parte", "Por parte de la familia")}
PROMISING = {
    "visit_home",
    "visit_parent",
    "visit_office",
    "visit_community",
    "family_meeting",
    "service_plan_review",
}
LONG_AGO = {"done": 76, "changed": 14, "dropped": 10}
LATELY = {"done": 76, "going": 4, "stuck": 6, "changed": 8, "dropped": 6}
NEWLY = {"going": 45, "not_started": 40, "done": 15}


@dataclass(slots=True)
class Steps:
    """Promises made at one contact: what each side said it would do."""

    agency: dict[str, str] = field(default_factory=dict)
    family: dict[str, str] = field(default_factory=dict)

    def words(self, language: str) -> tuple[str, str]:
        """Return how the note speaks of them."""
        mine, theirs = SIDE[language]
        what = self.agency.get("what", "")
        return (
            f"{mine}: {what[:1].lower()}{what[1:]}." if what else "",
            f"{theirs}: {self.family['what']}." if self.family else "",
        )


def promises(note: Note, cast: Cast, rng: Random) -> Steps:
    """Return what was promised at a contact; mostly nothing, at visits often something."""
    steps = Steps()
    if note.kind.name not in PROMISING:
        return steps
    phrases = PHRASES[note.language]
    children = [p for p in note.present if p.role == "child"]
    slots = cast.slots(note.language, note.author.name, children, note.start.date(), rng)
    if rng.random() < 0.3:
        steps.agency = phrases.step(rng, "agency", slots)
    if rng.random() < 0.3:
        steps.family = phrases.step(rng, "family", slots)
    return steps


def keep(note: Note, cast: Cast, book: Book, steps: Steps) -> str:
    """Write a contact with everything it leaves behind, and return the contact's id."""
    rng = book.rng
    age = (book.calendar.start - note.start.date()).days
    planned = note.kind.method == "face_to_face" and age <= 60 and rng.random() < 0.6
    if planned or (note.reason and age <= 60):
        note.appointment = mint(rng, note.start - timedelta(days=rng.randint(3, 12)))
    contact = write(note, cast, book)
    if note.appointment:
        _appointment(note, contact, book)
    _promised(note, cast, book, contact, steps)
    if note.kind.sees_children and (age <= MARKED_DAYS or rng.random() < 0.08):
        _marks(note, cast, book, contact)
    if rng.random() < 0.04:
        _addendum(note, cast, book, contact)
    return contact


def _appointment(note: Note, contact: str, book: Book) -> None:
    kinds = {"court": "court", "parent_child_visit": "coached_visit", "family_meeting": "family_meeting"}
    place = {"office": "office", "remote": "phone"}.get(note.kind.location, "home_visit")
    cancelled = note.reason in {
        "family_cancelled",
        "caregiver_cancelled",
        "worker_cancelled",
        "illness",
        "weather",
    }
    status = "cancelled" if cancelled else "missed" if note.reason else "held"
    values: Doc = {
        "kind": kinds.get(note.kind.name, place), "starts_at": instant(note.start), "ends_at": instant(note.end),
        "person_ids": members(*(p.id for p in (*note.present, *note.absent))), "user_id": note.author.id,
        "status": status, "contact_id": contact,
    }  # fmt: skip
    book.add(
        "appointment", note.start - timedelta(days=4), values, by=note.author.id, row_id=note.appointment
    )


def _promised(note: Note, cast: Cast, book: Book, contact: str, steps: Steps) -> None:
    rng, start = book.rng, book.calendar.start
    for side, step in (("agency", steps.agency), ("family", steps.family)):
        if not step:
            continue
        due = note.start.date() + timedelta(rng.choice((2, 5, 7, 10, 14, 21)))
        status = draw(rng, _fates(due, start))
        closed = status in {"done", "changed", "dropped"}
        outcome = (
            PHRASES[note.language].one(rng, f"outcomes.{status}", _outcome_slots(note, cast, rng))
            if closed
            else ""
        )
        values: Doc = {
            "contact_id": contact, "what": step["what"], "side": side, "by_when": due.isoformat(),
            "how_we_know": step["how_we_know"], "plan_b": step["plan_b"], "status": status,
            "outcome_note": outcome or None,
            "closed_on": _closed_on(due, start, note.start.date(), rng) if closed else None,
        }  # fmt: skip
        values |= (
            {"who_user_id": note.author.id}
            if side == "agency"
            else {"who_person_id": cast.people[cast.parent].id}
        )
        book.add("action_step", book.calendar.before(note.end), values, by=note.author.id)


def _fates(due: date, start: date) -> dict[str, int]:
    if due < start - timedelta(30):
        return LONG_AGO
    return LATELY if due <= start else NEWLY


def _outcome_slots(note: Note, cast: Cast, rng: Random) -> dict[str, str]:
    return cast.slots(note.language, note.author.name, [], note.start.date(), rng)


def _closed_on(due: date, start: date, made: date, rng: Random) -> str:
    return max(made, min(due + timedelta(rng.randint(-2, 6)), start - timedelta(1))).isoformat()


def _marks(note: Note, cast: Cast, book: Book, contact: str) -> None:
    rng, phrases = book.rng, PHRASES[note.language]
    children = [p for p in note.present if p.role == "child"]
    slots = cast.slots(note.language, note.author.name, children, note.start.date(), rng)
    minutes = max(int((note.end - note.start).total_seconds()) // 60 - 2, 1)
    speakers = [p for p in note.present if p.role != "child" or p.age(note.start.date()) >= 4]
    for number in range(rng.randint(1, 4)):
        at = note.start + timedelta(minutes=min(2 + number * 7 + rng.randint(0, 4), minutes))
        kind = rng.choice(("said", "said", "strength", "worry", "topic"))
        values: Doc = {"contact_id": contact, "at": instant(at), "kind": kind}
        if kind == "topic":
            values |= {"code": rng.choice(note.topics)}
        elif kind == "said" and speakers:
            speaker = rng.choice(speakers)
            values |= {
                "person_id": speaker.id,
                "text": phrases.one(rng, f"marks.{_voice(speaker, note)}", slots),
                "used_in": "family_said",
            }
        else:
            values |= {
                "kind": "strength",
                "text": phrases.one(rng, "marks.strength", slots),
                "used_in": "assessment",
            }
        book.add("mark", at, values, by=note.author.id)


def _voice(speaker: Person, note: Note) -> str:
    age = speaker.age(note.start.date())
    if speaker.role == "child":
        return "said_child" if age < 13 else "said_teen"
    return "said_kin" if speaker.role == "kin" else "said_parent"


def _addendum(note: Note, cast: Cast, book: Book, contact: str) -> None:
    calendar, rng = book.calendar, book.rng
    written = note.end + timedelta(days=rng.randint(4, 9), hours=rng.randint(0, 5))
    text = PHRASES[note.language].one(rng, "addenda.all", _outcome_slots(note, cast, rng))
    if written < calendar.now and text:
        values: Doc = {
            "contact_id": contact, "text": text, "author_id": note.author.id, "written_at": instant(written)
        }  # fmt: skip
        book.add("addendum", written, values, by=note.author.id)


def described(spec: dict[str, Any], note: Note, contact: str, cast: Cast, book: Book) -> None:
    """Write the marks and promises a described contact names."""
    start = book.calendar.start
    for number, mark in enumerate(spec.get("marks", [])):
        at = min(note.start + timedelta(minutes=4 + number * 6), note.end)
        speaker = cast.people[mark["who"]].id if "who" in mark else None
        values: Doc = {
            "contact_id": contact, "at": instant(at), "kind": mark["kind"], "person_id": speaker,
            "text": mark["text"], "used_in": mark.get("used_in"),
        }  # fmt: skip
        book.add("mark", at, values)
    for step in spec.get("steps", []):
        values = {
            "contact_id": contact, "what": step["what"], "side": step["side"],
            "by_when": (start + timedelta(step["by"])).isoformat(), "how_we_know": step["how"],
            "plan_b": step["plan_b"], "status": step["status"],
        }  # fmt: skip
        values |= (
            {"who_person_id": cast.people[step["who"]].id}
            if "who" in step
            else {"who_user_id": note.author.id}
        )
        book.add("action_step", note.end, values)
