"""Writing one contact: the facts, who was there, the words, what was promised."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from engage_server.sample.cast import Cast, Person
from engage_server.sample.kinds import KINDS, KindOf, location_of, outsiders
from engage_server.sample.rows import Book, members
from engage_server.sample.staff import Member
from engage_server.sample.words import Phrases, fill, needs, person_slots
from engage_wire.clock import instant
from engage_wire.entities import BODY_SECTIONS, REGISTRY
from engage_wire.merge import seal
from engage_wire.registry import Doc

TOPICS = (
    "safety",
    "health",
    "school",
    "family_time",
    "housing",
    "money",
    "substance",
    "mood",
    "plan",
    "other",
)
CELLS = ("strengths_needs", "services", "goals", "progress", "meetings")
PHRASES = {"en": Phrases("en"), "es": Phrases("es")}
BODY = REGISTRY["contact_body"]
MARKED_DAYS = 120
HOMES = {"child_residence", "parent_home", "relative_home"}
ANYWHERE = {"money", "substance", "mood"}


@dataclass(slots=True)
class Note:
    """A contact about to be written down."""

    kind: KindOf
    start: datetime
    end: datetime
    author: Member
    language: str = "en"
    present: list[Person] = field(default_factory=list)
    absent: list[Person] = field(default_factory=list)
    alone: set[str] = field(default_factory=set)
    others: tuple[str, ...] = ()
    focus: list[Person] | None = None
    topics: tuple[str, ...] = ()
    elements: tuple[str, ...] = ()
    body: dict[str, str] = field(default_factory=dict)
    reason: str = ""
    missed_note: str = ""
    final: bool = True
    enterer: Member | None = None
    appointment: str = ""
    location: str = ""
    labels: tuple[str, ...] = ()
    hide_from: tuple[str, ...] = ()
    location_note: str = ""

    def protection(self) -> Doc:
        """Return the labels every row of a protected note carries."""
        if not self.labels:
            return {}
        return {
            "labels": members(*self.labels),
            "hide_from": members(*self.hide_from) if self.hide_from else None,
        }


def write(note: Note, cast: Cast, book: Book) -> str:
    """Write a note's rows and return the contact's id."""
    rng, calendar = book.rng, book.calendar
    entered = calendar.before(note.end + timedelta(minutes=rng.choice((12, 25, 40, 150, 300, 1100))))
    finalised = calendar.before(entered + timedelta(minutes=rng.choice((3, 9, 30, 400, 1900, 4000))))
    by = (note.enterer or note.author).id
    sections: Doc = {name: text for name in BODY_SECTIONS if (text := note.body.get(name, ""))}
    values = _facts(note, cast, rng) | {"enterer_id": by, "entered_at": instant(entered)}
    if note.final:
        values |= {"status": "final", "finalised_at": instant(finalised), "final_hash": seal(sections, BODY)}
    contact = book.add("contact", entered, values | note.protection(), by=by)
    body: Doc = {"contact_id": contact, **sections}
    book.add("contact_body", entered, body | note.protection(), by=by, row_id=contact)
    for values in _participants(note, rng):
        book.add("contact_participant", entered, {"contact_id": contact} | values | note.protection(), by=by)
    return contact


def _facts(note: Note, cast: Cast, rng: Random) -> Doc:
    kind = note.kind
    children = [p for p in note.present if p.role == "child"]
    focus = children if note.focus is None else note.focus
    purposes = rng.sample(kind.purposes, min(len(kind.purposes), rng.randint(1, 2)))
    cells = rng.sample(CELLS, rng.randint(0, 2)) if any(p.role != "child" for p in note.present) else []
    return {
        "event_start": instant(note.start), "event_end": instant(note.end), "method": kind.method,
        "types": members(*kind.types), "purposes": members(*purposes),
        "location": note.location or location_of(kind, cast, children), "location_note": note.location_note or None,
        "attempted": 1 if kind.attempted else 0, "missed_reason": note.reason or None,
        "missed_note": note.missed_note or None,
        "focus_children": members(*(c.id for c in focus)) if focus else None,
        "topics": members(*note.topics) if note.topics else None,
        "elements": members(*note.elements) if note.elements else None,
        "item13_cells": members(*cells) if cells else None,
        "contactor_role": note.author.role.value, "language": note.language, "status": "draft",
        "author_id": note.author.id, "appointment_id": note.appointment or None,
    }  # fmt: skip


def _participants(note: Note, rng: Random) -> list[Doc]:
    found: list[Doc] = []
    on = note.start.date()
    for person in note.present:
        values: Doc = {"person_id": person.id, "presence": "present"}
        if person.role == "child" and note.kind.method == "face_to_face":
            alone = "na" if person.age(on) < 2 else "yes" if person.key in note.alone else "no"
            values |= {"seen_alone": alone}
            if alone == "yes":
                place = {
                    "es": ("en su cuarto", "en un paseo", "en el patio"),
                    "en": ("in the bedroom", "on a walk", "on the steps"),
                }
                values["seen_how"] = rng.choice(place[note.language])
        if rng.random() < 0.3:
            values |= {"arrived_at": instant(note.start)}
        found.append(values)
    presence = "refused" if note.reason == "declined" else "absent"
    found += ({"person_id": person.id, "presence": presence} for person in note.absent)
    found += ({"other_name": name, "presence": "present"} for name in note.others)
    return found


def compose(note: Note, cast: Cast, rng: Random, step_words: tuple[str, str] = ("", "")) -> None:
    """Put a note's words together out of sentences that fit the family, the people present and the day."""
    phrases = PHRASES[note.language]
    children = [p for p in note.present if p.role == "child"]
    slots = cast.slots(note.language, note.author.name, children, note.start.date(), rng)
    second = cast.second
    if second is not None and second in note.present:
        slots |= person_slots("second", second.first, second.sex, note.language)
    if note.kind.name == "missed":
        path = f"missed.{note.reason}"
        fallback = phrases.at("missed.nobody_home")
        sentence = str(phrases.at(path) or fallback)
        note.missed_note = _fit(sentence, slots, str(fallback))
        note.body = {"other": note.missed_note}
        return
    lines: dict[str, list[str]] = {name: [] for name in BODY_SECTIONS}
    if note.kind.is_visit:
        _by_topic(lines, note, phrases, slots, rng)
    else:
        for name in BODY_SECTIONS:
            brief = note.kind.minutes[1] <= 15 or name in {"safety_now", "agreed", "next_visit"}
            count = 1 if brief else rng.choice((1, 2, 2, 3))
            lines[name] += phrases.some(rng, f"{note.kind.words}.{name}", slots, count)
    lines["agreed"] += (words for words in step_words if words)
    note.body = {name: " ".join(found) for name, found in lines.items() if found}
    if not note.body:
        note.body = {"other": phrases.one(rng, "kind.other.family_said", slots)}


def _fit(sentence: str, slots: dict[str, str], fallback: str) -> str:
    heads = {name for name in slots if "." not in name}
    return fill(sentence if needs(sentence) <= heads else fallback, slots)


def _by_topic(
    lines: dict[str, list[str]], note: Note, phrases: Phrases, slots: dict[str, str], rng: Random
) -> None:
    heard = slots if any(p.role == "child" for p in note.present) else _without(slots, "kid", "teen", "baby")
    seen = slots if heard is slots else _without(heard, "child")
    for topic in note.topics:
        lines["family_said"] += phrases.some(rng, f"visit.family_said.{topic}", heard, rng.choice((1, 2, 2)))
        if note.kind.location in HOMES or topic in ANYWHERE:
            lines["saw"] += phrases.some(rng, f"visit.saw.{topic}", seen, rng.choice((1, 1, 2)))
    lines["assessment"] += phrases.some(rng, "visit.assessment.all", slots, rng.choice((1, 2, 2, 3)))
    if note.kind.sees_children:
        lines["safety_now"] += phrases.some(rng, "visit.safety_now.all", slots, rng.choice((1, 1, 2)))
    lines["next_visit"] += phrases.some(rng, "visit.next_visit.all", slots, 1)


def _without(slots: dict[str, str], *heads: str) -> dict[str, str]:
    return {name: word for name, word in slots.items() if name.partition(".")[0] not in heads}


def kind_named(name: str) -> KindOf:
    """Return a kind of contact by its name."""
    return KINDS[name]


def who(kind: KindOf, cast: Cast, rng: Random) -> tuple[list[Person], list[Person], tuple[str, ...]]:
    """Return who was there, who was missed, and who came from outside."""
    present: list[Person] = []
    absent: list[Person] = []
    others: tuple[str, ...] = ()
    for word in kind.who:
        target, name = (absent, word[1:]) if word.startswith("-") else (present, word.rstrip("?"))
        if word.endswith("?") and rng.random() < 0.6:
            continue
        if name == "outside":
            others = outsiders(kind, cast, rng)
        elif name == "caregiver":
            carer = cast.caregiver.get("en", "")
            if cast.kin_cares:
                target.append(cast.people[cast.kin])
            elif carer:
                others = (*others, carer)
        else:
            target += (p for p in _people(name, cast, rng) if p not in target)
    return present, absent, others


def _people(name: str, cast: Cast, rng: Random) -> list[Person]:
    second = cast.second
    groups = {
        "parent": [cast.people[cast.parent]],
        "kin": [cast.people[cast.kin]],
        "children": cast.children,
        "home": cast.at_home,
        "placed": cast.placed,
        "other": [second] if second is not None else [],
        "one": [rng.choice(cast.children)],
    }
    return groups[name]
