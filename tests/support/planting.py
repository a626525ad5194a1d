"""Puts families into a vault for tests: rows as they would have come from the agency, or written here a moment ago."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection
from tests.fakes import AGENCY_ZONE

from engage_desktop.store import records
from engage_desktop.store.tables import sync_row
from engage_wire.clock import instant, parse_instant
from engage_wire.entities import REGISTRY
from engage_wire.merge import seal
from engage_wire.registry import Value

OPENED = "2026-03-02 09:00"


def key(*names: str) -> str:
    """Return the identifier that a sample row of this name has in every test."""
    return hashlib.blake2b(":".join(names).encode(), digest_size=16).hexdigest()


def local(text: str) -> str:
    """Return the instant of a wall time in the agency's zone, such as `2026-11-20 15:32`."""
    return instant(datetime.fromisoformat(text).replace(tzinfo=AGENCY_ZONE).astimezone(UTC))


def later(when: str, minutes: int) -> str:
    """Return an instant some minutes on."""
    return instant(parse_instant(when) + timedelta(minutes=minutes))


@dataclass(frozen=True, slots=True)
class Seen:
    """How somebody took part in a contact."""

    person: str
    alone: str | None = None
    presence: str = "present"


@dataclass(frozen=True, slots=True)
class Visit:
    """A contact to be planted; the sections are the note's words."""

    name: str
    when: str
    people: tuple[Seen, ...]
    location: str = "child_residence"
    method: str = "face_to_face"
    minutes: int = 45
    types: tuple[str, ...] = ("casework_contact", "home_visit")
    topics: tuple[str, ...] = ()
    elements: tuple[str, ...] = ()
    focus: tuple[str, ...] = ()
    status: str = "final"
    attempted: bool = False
    missed_reason: str | None = None
    missed_note: str | None = None
    location_note: str | None = None
    labels: tuple[str, ...] = ()
    body: Mapping[str, str] = field(default_factory=dict)
    quotes: tuple[tuple[str, str], ...] = ()


class Planter:
    """Writes the rows of one family inside an open transaction."""

    def __init__(self, conn: Connection, by: str, *, family: str, from_agency: bool) -> None:
        self._conn = conn
        self._by = by
        self._from_agency = from_agency
        self.family_id = key("family", family)
        self._family = family

    def id(self, entity: str, name: str) -> str:
        """Return the identifier of a row of this family."""
        return key(entity, self._family, name)

    def person_id(self, name: str) -> str:
        """Return the identifier of a person of this family."""
        return self.id("person", name)

    def row(self, entity: str, row_id: str, made: str, values: Mapping[str, Value]) -> str:
        """Write one row made at an instant; the family's key is filled in."""
        own: dict[str, Value] = {} if entity == "family" else {"family_id": self.family_id}
        records.insert(self._conn, entity, row_id, {**own, **values}, by=self._by, at=parse_instant(made))
        if self._from_agency:
            home = f"f:{self.family_id}"
            self._conn.execute(sync_row.insert().values(entity=entity, row_id=row_id, rev=1, home=home))
        return row_id

    def put(self, entity: str, name: str, /, **values: Value) -> str:
        """Write one row named in this family, made when its case was opened."""
        row_id = self.family_id if entity == "family" else self.id(entity, name)
        return self.row(entity, row_id, local(OPENED), values)

    def member(
        self,
        name: str,
        role: str,
        born: str | None = None,
        *,
        last: str | None = None,
        languages: tuple[str, ...] = (),
        whereabouts: str | None = "known",
        where_note: str | None = None,
        **person: Value,
    ) -> str:
        """Write a person and what they are to the family."""
        person_id = self.put(
            "person",
            name,
            first_name=name,
            last_name=last,
            birth_date=born,
            languages=records.member_text(languages),
            **person,
        )
        self.put(
            "case_member",
            name,
            person_id=person_id,
            role=role,
            from_on="2026-03-02",
            whereabouts=whereabouts,
            whereabouts_note=where_note,
        )
        return person_id

    def parent(self, parent: str, *children: str, kind: str = "birth") -> None:
        """Write that somebody is the parent of some children: `a` is the parent, `b` the child."""
        for child in children:
            self.put(
                "relationship",
                f"{parent}>{child}",
                a_id=self.person_id(parent),
                b_id=self.person_id(child),
                type=kind,
            )

    def home(self, name: str, *people: str) -> str:
        """Write a household and who lives there."""
        household_id = self.put("household", name, name=name, from_on="2026-03-02")
        for person in people:
            self.put(
                "household_member",
                f"{name}/{person}",
                household_id=household_id,
                person_id=self.person_id(person),
                from_on="2026-03-02",
            )
        return household_id

    def appointment(self, name: str, kind: str, when: str, minutes: int = 60, **values: Value) -> str:
        """Write an appointment of the sample worker."""
        start = local(when)
        return self.put(
            "appointment",
            name,
            kind=kind,
            starts_at=start,
            ends_at=later(start, minutes),
            user_id=self._by,
            **{"status": "planned", **values},
        )

    def contact(self, visit: Visit) -> str:
        """Write a contact with its note, who was there, and what they said."""
        start = local(visit.when)
        contact_id = self.id("contact", visit.name)
        body: dict[str, Value] = dict(visit.body)
        final = visit.status == "final"
        self.row(
            "contact",
            contact_id,
            start,
            {
                "event_start": start,
                "event_end": later(start, visit.minutes),
                "method": visit.method,
                "types": records.member_text(visit.types),
                "topics": records.member_text(visit.topics),
                "elements": records.member_text(visit.elements),
                "location": visit.location,
                "location_note": visit.location_note,
                "attempted": int(visit.attempted),
                "missed_reason": visit.missed_reason,
                "missed_note": visit.missed_note,
                "focus_children": records.member_text([self.person_id(child) for child in visit.focus]),
                "contactor_role": "caseworker",
                "status": visit.status,
                "author_id": self._by,
                "enterer_id": self._by,
                "entered_at": later(start, visit.minutes + 20),
                "finalised_at": later(start, visit.minutes + 60) if final else None,
                "final_hash": seal(body, REGISTRY["contact_body"]) if final else None,
            },
        )
        labels = {"labels": records.member_text(visit.labels)} if visit.labels else {}
        self.row("contact_body", contact_id, start, {"contact_id": contact_id, **body, **labels})
        for seen in visit.people:
            self._participant(contact_id, visit.name, start, seen)
        for number, (speaker, words) in enumerate(visit.quotes):
            self.mark(visit.name, number, "said", later(start, 9 + 6 * number), person=speaker, text=words)
        return contact_id

    def mark(self, visit: str, number: int, kind: str, at: str, *, person: str = "", **values: Value) -> str:
        """Write a tap made during a visit, at an instant."""
        person_id = self.person_id(person) if person else None
        own = {"contact_id": self.id("contact", visit), "kind": kind, "at": at, "person_id": person_id}
        return self.row("mark", self.id("mark", f"{visit}/{number}"), at, {**own, **values})

    def _participant(self, contact_id: str, visit: str, at: str, seen: Seen) -> None:
        values = {
            "contact_id": contact_id,
            "person_id": self.person_id(seen.person),
            "presence": seen.presence,
            "seen_alone": seen.alone,
        }
        self.row("contact_participant", self.id("contact_participant", f"{visit}/{seen.person}"), at, values)
